-- Grain: ikm × unit × span, member '*': moments of the respondents' scores (mean answer × 1000), all additive.
-- pembilang is the sum of scores, penyebut the sum of their squares, n the respondents.
insert into mart
select 'ikm' as indikator, r.unit, r.dari, r.sampai, 'unsur' as dimensi, '*' as anggota,
    cast(sum(r.skor) as bigint), cast(sum(r.skor * r.skor) as bigint), cast(count(r.responden) as bigint)
from responden r
where r.digantikan = 0
group by r.unit, r.dari, r.sampai
