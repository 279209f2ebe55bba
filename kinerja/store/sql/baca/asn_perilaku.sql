-- Grain: one BerAKHLAK value of one visible person in one span. Nothing may be summed.
select b.nilai, b.ekspektasi, b.dari, b.sampai
from skp_perilaku b
where b.digantikan = 0 and b.dari >= $dari and b.sampai <= $sampai and b.pegawai = $orang
    and tampak(b.pegawai, b.dari, b.sampai)
order by b.sampai, b.dari, b.nilai
