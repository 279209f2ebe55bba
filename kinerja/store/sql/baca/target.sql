-- Grain: indikator × unit × requested period. nilai_e8 is the value in force at the end of the period; kum_e8 the sum
-- of the period's months and hitung how many of them have one.
with p as (select unnest($periode) as periode, unnest($sampai) as sampai, unnest($sebelum) as sebelum),
t as (
    select m.* from mart_target m where m.indikator in (select unnest($indikator)) and m.unit in (select unnest($unit))
)
select t.indikator, t.unit, p.periode, t.nilai_e8,
    t.kum_e8 - coalesce(s.kum_e8, 0) as kum_e8, t.hitung - coalesce(s.hitung, 0) as hitung
from p
inner join t on t.bulan = p.sampai
left join t as s on s.bulan = p.sebelum and s.indikator = t.indikator and s.unit = t.unit
