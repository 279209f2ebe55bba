-- Grain: one indicator of a plan in one year. Rows may be counted; decimals are × 10,000.
select i.unit, i.dari, i.sampai, i.arah, i.target_e4, i.realisasi_e4
from iku i where i.digantikan = 0
