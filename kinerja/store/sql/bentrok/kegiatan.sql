-- Grain: one event of support of a unit and day.
select 'kegiatan' as tabel, '' as isi, t.unit, t.unit as tempat, t.dari, t.sampai, t.tanggal as hari,
    t.jenis || ': ' || trim(regexp_replace(lower(t.topik), '[^\p{L}\p{N}]+', ' ', 'g')) as kunci, '' as bebas, t.muatan, count(*) as n, sum(t.peserta) as ukuran,
    cast(null as bigint) as pembagi, sum(hash(t.peserta)) as sidik
from {sumber} t
group by t.unit, t.dari, t.sampai, t.tanggal, t.jenis, trim(regexp_replace(lower(t.topik), '[^\p{L}\p{N}]+', ' ', 'g')), t.muatan
