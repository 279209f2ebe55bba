-- jp_sebaran
-- Grain: unit × status × hours of the year so far, 24 and more together × the month of entering within the year, 0 for
-- those who were there before. People may be summed; tak_kenal: those the viewer does not see one by one.
, jam as (
    select l.pegawai, sum(l.jp) as jp
    from pelatihan l
    where l.digantikan = 0 and l.pegawai <> '' and l.dari >= $dari and l.sampai <= $sampai
    group by l.pegawai
)
select o.unit, o.status, cast(least(coalesce(j.jp, 0), $batas) as bigint) as jp,
    case when o.mulai > $dari then o.mulai else 0 end as mulai, count(*) as pegawai,
    count(*) filter (where not tampak(o.pegawai, o.dari, o.sampai)) as tak_kenal
from tugas o
left join jam j on j.pegawai = o.pegawai
group by o.unit, o.status, 3, 4
