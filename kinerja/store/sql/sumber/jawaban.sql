-- Grain: one answer (respondent × unsur) with its month. nilai may be summed, rows may be counted.
select j.unit, t.bulan as dari, t.bulan as sampai, j.unsur, j.responden, j.nilai
from jawaban j inner join kalender t on t.tanggal = j.tanggal
