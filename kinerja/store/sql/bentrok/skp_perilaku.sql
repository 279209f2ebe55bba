-- Grain: the rated behaviours of one person in one span, which are one document.
select 'skp_perilaku' as tabel, '' as isi, min(t.unit) as unit, '' as tempat, t.dari, t.sampai,
    cast(null as date) as hari, t.pegawai as kunci, '' as bebas, t.muatan, count(*) as n, count(*) as ukuran,
    cast(null as bigint) as pembagi, sum(hash(t.unit, t.nilai, t.ekspektasi)) as sidik
from {sumber} t
group by t.pegawai, t.dari, t.sampai, t.muatan
