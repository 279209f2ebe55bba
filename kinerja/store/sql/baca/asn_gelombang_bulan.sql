-- Grain: batch of a training × month: people of the batch, their items with a target, and those reached. Waves of few
-- people are left out by the reader. All but people may be summed.
select g.gelombang, g.cara, b.bulan, count(distinct g.pegawai) as pegawai,
    count(*) filter (where b.target_e4 > 0) as butir,
    count(*) filter (where butir_tercapai(b.arah, b.realisasi_e4, b.target_e4)) as tercapai
from gelombang g
inner join skp_butir b on b.pegawai = g.pegawai and b.digantikan = 0
where g.digantikan = 0 and g.judul = $judul and b.bulan between $dari and $sampai
group by g.gelombang, g.cara, b.bulan
order by g.gelombang, g.cara, b.bulan
