-- Grain: one person in reach of the viewer in one month.
select distinct o.pegawai
from (
    select pegawai from terlihat where $bulan between dari and sampai
    union all
    select pegawai from pegawai where $seluruh and digantikan = 0
    union all
    select pegawai from skp_penilaian where $seluruh and digantikan = 0
) o
where ($orang = '' or o.pegawai = $orang) and tampak(o.pegawai, $bulan, $bulan)
