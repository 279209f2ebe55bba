-- Grain: one visible person's turn in one training.
select g.pegawai, g.unit, g.judul, g.gelombang, g.cara
from gelombang g
where g.digantikan = 0 and g.judul = $judul and tampak(g.pegawai, $bulan, $bulan)
order by g.gelombang, g.pegawai
