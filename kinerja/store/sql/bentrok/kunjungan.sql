-- Grain: visits of one unit, day, layanan and poli; of one span where only the span is known (hari null): then all
-- rows of a batch stand on its first day. harian: the batch is a register, so a first day is really meant.
with isi as (
    select muatan, unit, dari, sampai, tanggal, layanan, poli, bayar, pasien, jk, umur, gedung, harian,
        sum(jumlah) as jumlah
    from {sumber} t
    group by muatan, unit, dari, sampai, tanggal, layanan, poli, bayar, pasien, jk, umur, gedung, harian
),
rekap as (
    select muatan, unit, dari, sampai, layanan,
        bool_and(tanggal = make_date(dari // 100, dari % 100, 1) and not harian) as utuh
    from isi group by muatan, unit, dari, sampai, layanan
)
select 'kunjungan' as tabel, '' as isi, i.unit, i.unit as tempat, i.dari, i.sampai,
    case when r.utuh then null else i.tanggal end as hari, i.layanan as kunci, i.poli as bebas, i.muatan,
    count(*) as n, sum(i.jumlah) as ukuran, cast(null as bigint) as pembagi,
    sum(hash(i.bayar, i.pasien, i.jk, i.umur, i.gedung, i.jumlah)) as sidik
from isi i
inner join rekap r on r.muatan = i.muatan and r.unit = i.unit and r.dari = i.dari and r.sampai = i.sampai
    and r.layanan = i.layanan
group by i.unit, i.dari, i.sampai, i.tanggal, r.utuh, i.layanan, i.poli, i.muatan
