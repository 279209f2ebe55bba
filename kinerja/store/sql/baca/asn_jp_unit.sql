-- Grain: unit × status. People, their hours and how many have the hours asked may be summed; tak_kenal: people the
-- viewer does not see one by one.
, jam as (
    select l.pegawai, sum(l.jp) as jp
    from pelatihan l
    where l.digantikan = 0 and l.pegawai <> '' and l.dari >= $dari and l.sampai <= $sampai
    group by l.pegawai
)
select o.unit, o.status, count(*) as pegawai, cast(coalesce(sum(j.jp), 0) as bigint) as jp,
    count(*) filter (where j.jp >= $minimum) as memenuhi,
    count(*) filter (where not tampak(o.pegawai, o.dari, o.sampai)) as tak_kenal
from tugas o
left join jam j on j.pegawai = o.pegawai
group by o.unit, o.status
