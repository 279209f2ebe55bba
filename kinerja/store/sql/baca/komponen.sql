-- Grain: indikator × unit (any level) × requested period. Additive over units; months are already folded: the running
-- sums at the end of the period less those before it. Members of an averaged dimension (unsur) give the sum of their
-- parts and the mean of their ratios; member '*' carries the moments of the scores.
with p as (
    select unnest($periode) as periode, unnest($lama) as lama, unnest($sampai) as sampai, unnest($sebelum) as sebelum
),
a as (
    select m.* from mart_kum m where m.indikator in (select unnest($indikator)) and m.unit in (select unnest($unit))
),
beda as (
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
),
lipat as (
    select indikator, unit, periode,
        sum(pembilang) filter (where anggota <> '*') as pembilang,
        sum(penyebut) filter (where anggota <> '*') as penyebut,
        coalesce(max(n) filter (where anggota = '*'), max(n)) as n, max(ada) as ada, max(wajib) as wajib,
        sum(berat) filter (where anggota <> '*') as berat,
        sum(berpenyebut) filter (where anggota <> '*') as berpenyebut,
        max(stok_pembilang) as stok_pembilang, max(stok_penyebut) as stok_penyebut, max(stok_n) as stok_n,
        avg(cast(pembilang as double) / penyebut) filter (where anggota not in ('', '*') and penyebut > 0) as rerata,
        count(*) filter (where anggota not in ('', '*') and penyebut > 0) as anggota,
        max(pembilang) filter (where anggota = '*') as jumlah, max(penyebut) filter (where anggota = '*') as kuadrat
    from beda group by indikator, unit, periode
),
-- Targets: the value in force at the end of the period, the sum of its months, and how many of them have one.
q as (select unnest($t_periode) as periode, unnest($t_sampai) as sampai, unnest($t_sebelum) as sebelum),
t as (
    select m.* from mart_target m where m.indikator in (select unnest($indikator)) and m.unit in (select unnest($unit))
),
target as (
    select t.indikator, t.unit, q.periode, t.nilai_e8, t.kum_e8 - coalesce(s.kum_e8, 0) as kum_e8,
        t.hitung - coalesce(s.hitung, 0) as hitung
    from q
    inner join t on t.bulan = q.sampai
    left join t as s on s.bulan = q.sebelum and s.indikator = t.indikator and s.unit = t.unit
)
select l.*, g.nilai_e8, g.kum_e8, g.hitung
from lipat l
left join target g on g.indikator = l.indikator and g.unit = l.unit and g.periode = l.periode
