-- Grain: indikator × unit at any level × length of the reported span (lama) × member × month. Running sums from the
-- first month on, so that a period is the difference of two rows however long it is; stok_ columns are the last
-- value of the year so far, summed over the units below. Only read as a difference, never summed over months.
insert into mart_kum
with asal as (
    select unit, anggota, pembilang, penyebut, n,
        sampai // 100 * 12 + sampai % 100 - 1 as urut,
        (sampai // 100 - dari // 100) * 12 + sampai % 100 - dari % 100 + 1 as lama
    from mart where indikator = $kode and dimensi = $dimensi
),
rentang as (
    select a.unit, a.lama, min(a.urut) as awal,
        least(
            max(max(a.urut)) over (partition by a.lama), max(u.berlaku_sampai // 100 * 12 + u.berlaku_sampai % 100 - 1)
        ) as akhir
    from asal a inner join unit u on u.kode = a.unit
    group by a.unit, a.lama
),
kisi as (
    select r.unit, r.lama, r.awal, r.akhir, a.anggota, unnest(range(r.awal, $horizon + 1)) as urut
    from rentang r inner join (select distinct unit, lama, anggota from asal) a on a.unit = r.unit and a.lama = r.lama
),
isi as (
    select k.unit, k.lama, k.anggota, k.urut, a.pembilang, a.penyebut, a.n,
        case when a.pembilang is null then 0 else k.lama end as ada,
        case
            when not $bulanan then (case when a.pembilang is null then 0 else k.lama end)
            when k.urut <= k.akhir and (k.urut - k.awal) % k.lama = 0 then k.lama
            else 0
        end as wajib,
        last_value(a.pembilang ignore nulls) over tahun_ini as stok_pembilang,
        last_value(a.penyebut ignore nulls) over tahun_ini as stok_penyebut,
        last_value(a.n ignore nulls) over tahun_ini as stok_n
    from kisi k
    left join asal a on a.unit = k.unit and a.lama = k.lama and a.anggota = k.anggota and a.urut = k.urut
    window tahun_ini as (
        partition by k.unit, k.lama, k.anggota, k.urut // 12 order by k.urut
        rows between unbounded preceding and current row
    )
),
berat as (
    select i.*, t.nilai_e8 from isi i
    left join mart_target t
        on t.indikator = $kode and t.unit = i.unit and t.bulan = i.urut // 12 * 100 + i.urut % 12 + 1
),
naik as (
    select s.leluhur as unit, b.lama, b.anggota, b.urut,
        coalesce(sum(b.pembilang), 0) as pembilang, coalesce(sum(b.penyebut), 0) as penyebut,
        coalesce(sum(b.n), 0) as n, sum(b.ada) as ada, sum(b.wajib) as wajib,
        coalesce(sum(cast(b.nilai_e8 as hugeint) * b.penyebut), 0) as berat,
        coalesce(sum(case when b.nilai_e8 is not null then b.penyebut end), 0) as berpenyebut,
        sum(b.stok_pembilang) as stok_pembilang, sum(b.stok_penyebut) as stok_penyebut, sum(b.stok_n) as stok_n
    from berat b inner join unit_turunan s on s.turunan = b.unit
    group by s.leluhur, b.lama, b.anggota, b.urut
)
select $kode, unit, lama, anggota, urut // 12 * 100 + urut % 12 + 1 as bulan,
    sum(pembilang) over jalan, sum(penyebut) over jalan, sum(n) over jalan, sum(ada) over jalan,
    sum(wajib) over jalan, cast(sum(berat) over jalan as double), sum(berpenyebut) over jalan,
    stok_pembilang, stok_penyebut, stok_n
from naik
window jalan as (partition by unit, lama, anggota order by urut rows between unbounded preceding and current row)
