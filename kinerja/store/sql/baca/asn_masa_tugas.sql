-- Grain: one span of service of one visible person, cut to the months asked.
select p.jabatan, greatest(p.berlaku_dari, $dari) as dari, least(p.berlaku_sampai, $sampai) as sampai
from pegawai p
where p.pegawai = $orang and p.digantikan = 0 and p.berlaku_dari <= $sampai and $dari <= p.berlaku_sampai
    and tampak(p.pegawai, p.berlaku_dari, p.berlaku_sampai)
order by p.berlaku_dari, p.unit
