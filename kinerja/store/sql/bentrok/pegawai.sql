-- Grain: one person, whatever the months: all that is said of the person is one document.
select 'pegawai' as tabel, '' as isi, min(t.unit) as unit, '' as tempat, 190001 as dari, 999912 as sampai,
    cast(null as date) as hari, t.pegawai as kunci, '' as bebas, t.muatan, count(*) as n, count(*) as ukuran,
    cast(null as bigint) as pembagi,
    sum(hash(t.unit, t.jabatan, t.status, t.penilai, t.berlaku_dari, t.berlaku_sampai)) as sidik
from {sumber} t
group by t.pegawai, t.muatan
