-- Grain: turn of one person for one training.
select 'gelombang' as tabel, '' as isi, min(t.unit) as unit, '' as tempat, 190001 as dari, 999912 as sampai,
    cast(null as date) as hari, t.pegawai || ' ' || trim(regexp_replace(lower(t.judul), '[^\p{L}\p{N}]+', ' ', 'g')) as kunci, '' as bebas, t.muatan, count(*) as n,
    count(*) as ukuran, cast(null as bigint) as pembagi, sum(hash(t.unit, t.gelombang, t.cara)) as sidik
from {sumber} t
group by t.pegawai, trim(regexp_replace(lower(t.judul), '[^\p{L}\p{N}]+', ' ', 'g')), t.muatan
