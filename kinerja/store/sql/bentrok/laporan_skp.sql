-- Grain: report of one kind that one person owes in one month.
select 'laporan_skp' as tabel, '' as isi, min(t.unit) as unit, '' as tempat, t.bulan as dari, t.bulan as sampai,
    cast(null as date) as hari, t.pegawai || ' ' || t.jenis as kunci, '' as bebas, t.muatan, count(*) as n,
    count(*) as ukuran, cast(null as bigint) as pembagi, sum(hash(t.unit, t.batas, t.lapor, t.tepat)) as sidik
from {sumber} t
group by t.pegawai, t.bulan, t.jenis, t.muatan
