-- Grain: one report due from one visible person in one month.
select l.pegawai, l.bulan, l.jenis, l.batas, l.lapor, l.tepat = 1 as tepat
from laporan_skp l
where l.digantikan = 0 and l.bulan between $dari and $sampai and l.pegawai in (select unnest($orang))
    and tampak(l.pegawai, l.bulan, l.bulan)
order by l.pegawai, l.bulan, l.jenis
