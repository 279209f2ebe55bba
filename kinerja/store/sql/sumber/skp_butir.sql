-- Grain: one SKP item of one person in one month. Rows may be counted.
select s.unit, s.bulan as dari, s.bulan as sampai, s.pegawai, s.target_e4, s.realisasi_e4, s.arah, s.bukti
from skp_butir s where s.digantikan = 0
