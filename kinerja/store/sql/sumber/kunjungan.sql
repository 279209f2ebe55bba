-- Grain: one counted cell of visits with its month. jumlah may be summed.
select k.unit, k.dari, k.sampai, k.layanan, k.poli, k.bayar, k.pasien, k.jk, k.umur, k.gedung, k.jumlah
from kunjungan k where k.digantikan = 0
