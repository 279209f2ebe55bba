-- Grain: one report due from one person in one month. Rows and tepat may be summed.
select l.unit, l.bulan as dari, l.bulan as sampai, l.pegawai, l.tepat
from laporan_skp l where l.digantikan = 0
