-- Grain: unit → the round of ratings that a period shows for its reporting line (jalur): the last one that lies inside
-- it, and of those that end together the one with the most ratings. One round a period and line: rounds share no
-- rating, so nothing of one person can be found by subtracting one period from another. A line without a round has
-- the period itself (ada false).
select u.kode, coalesce(r.dari, $dari) as dari, coalesce(r.sampai, $sampai) as sampai, r.dari is not null as ada
from unit u
left join (
    select v.jalur, m.dari, m.sampai
    from mart m
    inner join unit v on v.kode = m.unit
    where m.indikator = 'penilaian_tercatat' and m.dimensi = '' and m.dari >= $dari and m.sampai <= $sampai
    group by v.jalur, m.dari, m.sampai
    qualify row_number() over (partition by v.jalur order by m.sampai desc, sum(m.pembilang) desc, m.dari) = 1
) r on r.jalur = u.jalur
