-- Grain: reported span × unit: employees in service, without units below. For figures that count what employees did and
-- not who they are: every unit in every span, also where nobody did anything. Adds up over units, not over spans.
select m.dari, m.sampai, p.unit, count(distinct p.pegawai) as n
from (
    select distinct dari, sampai from mart where indikator = $kode and sampai >= $dari and dari <= $sampai
) m
inner join pegawai p on p.digantikan = 0 and p.berlaku_dari <= m.sampai and m.dari <= p.berlaku_sampai
group by m.dari, m.sampai, p.unit
order by m.dari, m.sampai, p.unit
