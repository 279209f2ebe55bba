-- Grain: one answer (respondent × unsur) with its span of months. nilai may be summed, rows may be counted.
select j.unit, j.dari, j.sampai, j.unsur, j.muatan * 10000000 + j.responden as responden, j.nilai
from jawaban j where j.digantikan = 0
