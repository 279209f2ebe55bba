-- Grain: indikator × unit (any level) × requested period × member. Additive over units; months are already folded:
-- the running sums at the end of the period less those before it.
with p as (
    select unnest($periode) as periode, unnest($lama) as lama, unnest($sampai) as sampai, unnest($sebelum) as sebelum
),
a as (
    select m.* from mart_kum m where m.indikator in (select unnest($indikator)) and m.unit in (select unnest($unit))
)
select a.indikator, a.unit, p.periode, a.anggota,
    sum(a.pembilang - coalesce(b.pembilang, 0)) as pembilang, sum(a.penyebut - coalesce(b.penyebut, 0)) as penyebut,
    sum(a.n - coalesce(b.n, 0)) as n, sum(a.ada - coalesce(b.ada, 0)) as ada,
    sum(a.wajib - coalesce(b.wajib, 0)) as wajib, sum(a.berat - coalesce(b.berat, 0)) as berat,
    sum(a.berpenyebut - coalesce(b.berpenyebut, 0)) as berpenyebut,
    sum(a.stok_pembilang) as stok_pembilang, sum(a.stok_penyebut) as stok_penyebut, sum(a.stok_n) as stok_n
from p
inner join a on a.lama = p.lama and a.bulan = p.sampai
left join a as b
    on b.bulan = p.sebelum and b.lama = p.lama and b.indikator = a.indikator and b.unit = a.unit
    and b.anggota = a.anggota
group by a.indikator, a.unit, p.periode, a.anggota
