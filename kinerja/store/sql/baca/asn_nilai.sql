-- Grain: one visible person in the round of ratings. mulai: since when there; 999999 served elsewhere or unknown.
select o.pegawai, o.unit, coalesce(b.jabatan, '') as jabatan, coalesce(b.status, '') as status, o.penilai,
    case when o.hasil_kerja = '' then 0 else o.dari end as dari,
    case when o.hasil_kerja = '' then 0 else o.sampai end as sampai,
    o.hasil_kerja, o.perilaku, coalesce(o.predikat, '') as predikat_berkas, coalesce(b.berlaku_dari, 999999) as mulai
from orang o
left join bertugas b on b.pegawai = o.pegawai
where tampak(o.pegawai, o.dari, o.sampai)
order by o.unit, o.pegawai
