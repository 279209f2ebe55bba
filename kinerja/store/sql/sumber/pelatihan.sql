-- Grain: attendance of one person, or of all participants of one event. peserta and peserta × jp may be summed.
select p.unit, p.dari, p.sampai, p.pegawai, p.peserta, p.jp
from pelatihan p where p.digantikan = 0
