-- Grain: appraisal of one person in one span, wherever the person works.
select 'skp_penilaian' as tabel, '' as isi, min(t.unit) as unit, '' as tempat, t.dari, t.sampai,
    cast(null as date) as hari, t.pegawai as kunci, '' as bebas, t.muatan, count(*) as n, count(*) as ukuran,
    cast(null as bigint) as pembagi, sum(hash(t.unit, t.penilai, t.hasil_kerja, t.perilaku, t.predikat)) as sidik
from {sumber} t
group by t.pegawai, t.dari, t.sampai, t.muatan
