-- Grain: indikator × unit × span of months. Figures that offices report already summed, both sexes together.
insert into mart
select f.indikator, f.unit, f.dari, f.sampai, '' as dimensi, '' as anggota,
    cast(sum(f.pembilang) as bigint), cast(sum(f.penyebut) as bigint), cast(null as bigint)
from fakta f
where f.indikator = ? and f.digantikan = 0
group by f.indikator, f.unit, f.dari, f.sampai
