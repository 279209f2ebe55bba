-- Grain: unit × pair of ratings ('' not rated). n may be summed over everything; kenal: of them seen one by one.
select o.unit, o.hasil_kerja, o.perilaku, count(*) as n,
    count(*) filter (where tampak(o.pegawai, o.dari, o.sampai)) as kenal
from orang o
group by o.unit, o.hasil_kerja, o.perilaku
order by o.hasil_kerja, o.perilaku
