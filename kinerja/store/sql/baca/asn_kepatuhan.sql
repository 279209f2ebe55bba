-- Grain: unit × month × kind of report. Reports may be summed; people over units, not over months or kinds.
-- tak_kenal: people the viewer does not see one by one.
select l.unit, l.bulan, l.jenis, count(*) as wajib, cast(sum(l.tepat) as bigint) as tepat, count(l.lapor) as masuk,
    count(distinct l.pegawai) as pegawai,
    count(distinct l.pegawai) filter (where not tampak(l.pegawai, l.bulan, l.bulan)) as tak_kenal
from laporan_skp l
where l.digantikan = 0 and l.bulan between $dari and $sampai
group by l.unit, l.bulan, l.jenis
