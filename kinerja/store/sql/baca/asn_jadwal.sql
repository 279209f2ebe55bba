-- jadwal
-- Grain: batch of a training: how its turn came about, its people, and the first day one of them attended.
select g.judul, g.gelombang, g.cara, count(distinct g.pegawai) as pegawai, min(l.tanggal) as mulai
from gelombang g
left join pelatihan l on l.pegawai = g.pegawai and l.judul = g.judul and l.digantikan = 0
where g.digantikan = 0
group by g.judul, g.gelombang, g.cara
order by g.judul, g.gelombang, g.cara
