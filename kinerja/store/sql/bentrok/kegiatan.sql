-- Grain: one event of support of a unit and day.
select 'kegiatan' as tabel, '' as isi, t.unit, t.unit as tempat, t.dari, t.sampai, t.tanggal as hari,
    t.jenis || ': ' || lower(t.topik) as kunci, '' as bebas, t.muatan, count(*) as n, sum(t.peserta) as ukuran,
    cast(null as bigint) as pembagi, sum(hash(t.peserta)) as sidik
from {sumber} t
group by t.unit, t.dari, t.sampai, t.tanggal, t.jenis, lower(t.topik), t.muatan
