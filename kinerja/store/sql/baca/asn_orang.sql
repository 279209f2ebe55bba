-- Grain: one person of the units asked, in the round of ratings: where rated, or else the last place in service.
-- Whoever was rated stands in the unit of the rating, everybody else in that of the service: nobody stands twice.
-- Whoever left before the round ended and was not rated is not waiting for a rating.
-- lain: people in service here who were rated in another unit, or moved there later in the same months.
, lingkup as (select unnest($kode) as unit, unnest($k_dari) as dari, unnest($k_sampai) as sampai),
dinilai as (
    select s.pegawai, s.unit, s.penilai, s.dari, s.sampai, s.hasil_kerja, s.perilaku, s.predikat
    from skp_penilaian s
    inner join lingkup l on l.unit = s.unit and l.dari = s.dari and l.sampai = s.sampai
    where s.digantikan = 0 and s.dari >= $dari and s.sampai <= $sampai
),
bertugas as (
    select p.pegawai, p.unit, p.jabatan, p.status, p.penilai, l.dari, l.sampai, p.berlaku_dari
    from pegawai p
    inner join lingkup l on l.unit = p.unit
    where p.digantikan = 0 and p.berlaku_dari <= l.sampai and l.sampai <= p.berlaku_sampai
    qualify row_number() over (partition by p.pegawai order by p.berlaku_dari desc, p.unit) = 1
),
calon as (select b.* from bertugas b anti join dinilai d on d.pegawai = b.pegawai),
lain as (
    select c.pegawai
    from calon c
    inner join skp_penilaian s on s.pegawai = c.pegawai and s.dari = c.dari and s.sampai = c.sampai
    where s.digantikan = 0 and s.dari >= $dari and s.sampai <= $sampai
    union all
    select c.pegawai
    from calon c
    inner join pegawai q on q.pegawai = c.pegawai
    where q.digantikan = 0 and q.berlaku_dari > $dari and q.berlaku_dari > c.berlaku_dari and q.berlaku_dari <= c.sampai
),
belum as (select c.* from calon c anti join lain l on l.pegawai = c.pegawai),
orang as (
    select * from dinilai
    union all
    select pegawai, unit, penilai, dari, sampai, '', '', '' from belum
)
