-- Grain: indikator × unit (all) × requested period: how many people stand behind the figure. Respondents are counted
-- on the row of the moments ('*'), people at the last month reported.
with p as (
    select unnest($periode) as periode, unnest($lama) as lama, unnest($sampai) as sampai, unnest($sebelum) as sebelum
),
a as (
    select indikator, unit, lama, anggota, bulan, n, stok_n, indikator in (select unnest($stok)) as stok
    from mart_kum where indikator in (select unnest($indikator)) and anggota in ('', '*')
)
select a.indikator, a.unit, p.periode, sum(case when a.stok then a.stok_n else a.n - coalesce(b.n, 0) end) as n
from p
inner join a on a.lama = p.lama and a.bulan = p.sampai
left join a as b
    on b.bulan = p.sebelum and b.lama = p.lama and b.indikator = a.indikator and b.unit = a.unit
    and b.anggota = a.anggota
group by a.indikator, a.unit, p.periode
