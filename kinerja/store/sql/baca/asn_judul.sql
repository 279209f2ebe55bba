-- judul
-- Grain: unit × title × whether hours were recorded (selesai). Participants may be summed over units, not over titles:
-- one person takes several. Rows without a code are counts from a list without people.
select l.unit, l.judul, l.jp is not null as selesai,
    cast(count(distinct nullif(l.pegawai, '')) + coalesce(sum(l.peserta) filter (where l.pegawai = ''), 0) as bigint)
        as pegawai,
    cast(count(distinct l.pegawai) filter (where l.pegawai <> '' and not tampak(l.pegawai, l.dari, l.sampai))
        + coalesce(sum(l.peserta) filter (where l.pegawai = ''), 0) as bigint) as tak_kenal,
    min(l.tanggal) as mulai, max(l.tanggal) as akhir
from pelatihan l
where l.digantikan = 0 and l.dari >= $dari and l.sampai <= $sampai
group by l.unit, l.judul, l.jp is not null
