-- peserta_nilai
-- Grain: one participant of a training, without code and in no order of people: percent of items reached in three
-- spans of months. For estimates of whole groups only; never to be shown row by row.
, giliran as (select g.pegawai, g.gelombang, g.cara from gelombang g where g.digantikan = 0 and g.judul = $judul),
peserta as (
    select pegawai, gelombang, cara from giliran
    union all
    select distinct l.pegawai, 0, ''
    from pelatihan l
    where l.digantikan = 0 and l.judul = $judul and l.pegawai <> '' and l.dari >= $dari and l.sampai <= $sampai
        and not exists (select 1 from giliran)
),
butir as (
    select b.pegawai, b.bulan, butir_tercapai(b.arah, b.realisasi_e4, b.target_e4) as tercapai
    from skp_butir b
    where b.digantikan = 0 and b.target_e4 > 0 and b.realisasi_e4 is not null
        and b.bulan between least($a_dari, $b_dari) and greatest($b_sampai, $c_sampai)
),
nilai as (
    select p.gelombang, p.cara,
        100 * avg(cast(b.tercapai as integer)) filter (where b.bulan between $a_dari and $a_sampai) as lebih_dulu,
        100 * avg(cast(b.tercapai as integer)) filter (where b.bulan between $b_dari and $b_sampai) as sebelum,
        100 * avg(cast(b.tercapai as integer)) filter (where b.bulan between $c_dari and $c_sampai) as sesudah
    from peserta p
    left join butir b on b.pegawai = p.pegawai
    group by p.pegawai, p.gelombang, p.cara
)
select gelombang, cara, lebih_dulu, sebelum, sesudah from nilai
order by gelombang, cara, sebelum nulls last, sesudah nulls last, lebih_dulu nulls last
