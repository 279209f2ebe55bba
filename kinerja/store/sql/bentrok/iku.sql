-- Grain: indicator of a plan of one unit in one span.
select 'iku' as tabel, '' as isi, t.unit, t.unit as tempat, t.dari, t.sampai, cast(null as date) as hari,
    lower(t.nama) as kunci, '' as bebas, t.muatan, count(*) as n, max(t.realisasi_e4) as ukuran,
    max(t.target_e4) as pembagi, sum(hash(t.satuan, t.arah, t.target_e4, t.realisasi_e4)) as sidik
from {sumber} t
group by t.unit, lower(t.nama), t.dari, t.sampai, t.muatan
