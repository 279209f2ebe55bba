-- Grain: one appraisal of one person in one period. Rows may be counted.
select p.unit, p.dari, p.sampai, p.pegawai, p.hasil_kerja, p.perilaku
from skp_penilaian p where p.digantikan = 0
