-- Grain: one training attended by one visible person; somebody without any has one row with judul ''. jp may be summed.
select o.pegawai, o.unit, o.status, o.mulai, coalesce(l.judul, '') as judul, l.tanggal, coalesce(l.jp, 0) as jp
from tugas o
left join pelatihan l
    on l.pegawai = o.pegawai and l.digantikan = 0 and l.dari >= $dari and l.sampai <= $sampai
where tampak(o.pegawai, o.dari, o.sampai)
order by o.unit, o.pegawai, l.tanggal, l.judul
