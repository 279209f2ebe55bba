-- Grain: member of an averaged dimension (unsur) × requested period, for one indikator and unit.
with p as (
    select unnest($periode) as periode, unnest($lama) as lama, unnest($sampai) as sampai, unnest($sebelum) as sebelum
),
a as (select * from mart_kum where indikator = $kode and unit = $unit and anggota not in ('', '*'))
select a.anggota, p.periode,
    sum(a.pembilang - coalesce(b.pembilang, 0)) as pembilang, sum(a.penyebut - coalesce(b.penyebut, 0)) as penyebut
from p
inner join a on a.lama = p.lama and a.bulan = p.sampai
left join a as b on b.bulan = p.sebelum and b.lama = p.lama and b.anggota = a.anggota
group by a.anggota, p.periode
