-- Grain: one counted cell of visits with its month. jumlah may be summed.
select k.unit, t.bulan as dari, t.bulan as sampai, k.layanan, k.bayar, k.pasien, k.jk, k.umur, k.gedung, k.jumlah
from kunjungan k inner join kalender t on t.tanggal = k.tanggal
