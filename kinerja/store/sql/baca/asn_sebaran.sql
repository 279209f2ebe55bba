-- Grain: unit × pair of ratings ('' not rated). n may be summed over everything.
select o.unit, o.hasil_kerja, o.perilaku, count(*) as n
from orang o
group by o.unit, o.hasil_kerja, o.perilaku
order by o.hasil_kerja, o.perilaku
