-- Grain: visible person × month. Counts may be summed.
select b.pegawai, b.bulan, count(*) filter (where b.target_e4 > 0) as butir,
    count(*) filter (where butir_tercapai(b.arah, b.realisasi_e4, b.target_e4)) as tercapai
from skp_butir b
where b.digantikan = 0 and b.bulan between $dari and $sampai and b.pegawai in (select unnest($orang))
    and tampak(b.pegawai, b.bulan, b.bulan)
group by b.pegawai, b.bulan
order by b.pegawai, b.bulan
