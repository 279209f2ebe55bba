-- Grain: one event of a unit and day, and the person; pegawai '' is the event as a whole and clashes with its people.
select 'pelatihan' as tabel, '' as isi, t.unit, t.unit as tempat, t.dari, t.sampai, t.tanggal as hari,
    trim(regexp_replace(lower(t.judul), '[^\p{L}\p{N}]+', ' ', 'g')) as kunci, t.pegawai as bebas, t.muatan, count(*) as n, sum(t.peserta) as ukuran,
    cast(null as bigint) as pembagi, sum(hash(t.peserta, t.jp)) as sidik
from {sumber} t
group by t.unit, t.dari, t.sampai, t.tanggal, trim(regexp_replace(lower(t.judul), '[^\p{L}\p{N}]+', ' ', 'g')), t.pegawai, t.muatan
