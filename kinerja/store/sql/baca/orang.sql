-- Grain: reported span × unit: how many people stand behind the unit's own figure. Adds up over units, not over spans.
-- Respondents are counted on the row of the moments ('*') as well as on that of the whole.
select dari, sampai, unit, max(n) as n
from mart
where indikator = $kode and anggota in ('', '*') and n > 0 and sampai >= $dari and dari <= $sampai
group by dari, sampai, unit
order by dari, sampai, unit
