-- Grain: unit, all units: people rated in the round (n), and how many of them the viewer sees one by one (kenal).
select s.unit, count(*) as n,
    count(*) filter (where tampak(s.pegawai, s.dari, s.sampai)) as kenal
from skp_penilaian s
inner join (select unnest($kode) as unit, unnest($k_dari) as dari, unnest($k_sampai) as sampai) p
    on p.unit = s.unit and p.dari = s.dari and p.sampai = s.sampai
where s.digantikan = 0 and s.dari >= $dari and s.sampai <= $sampai
group by s.unit
