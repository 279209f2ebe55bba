-- Grain: unit and span of the file × unit and span that is already counted and holds some of the same months or days,
-- but not under the same key. angka_ holds figures of indikator, kunci_ the rows of the tables themselves.
with kerabat as (
    select leluhur as x, turunan as y from silsilah union select turunan, leluhur from silsilah
),
bulan_baru as (
    select distinct tabel, kunci, bebas, unit, tempat, dari, sampai, hari is null as utuh from kunci_baru
    where tabel in ('kunjungan', 'responden', 'skp_penilaian', 'iku')
),
bulan_lama as (
    select distinct tabel, kunci, bebas, unit, tempat, dari, sampai, hari is null as utuh, muatan from kunci_lama
    where tabel in ('kunjungan', 'responden', 'skp_penilaian', 'iku')
),
angka as (
    select b.tabel, b.isi, b.unit, b.dari, b.sampai, l.tabel as l_tabel, l.unit as l_unit, l.dari as l_dari,
        l.sampai as l_sampai, l.muatan
    from angka_baru b
    inner join kerabat k on k.x = b.unit
    inner join angka_lama l on l.isi = b.isi and l.unit = k.y and l.dari <= b.sampai and l.sampai >= b.dari
    where (b.tabel = 'fakta' or l.tabel = 'fakta')
        and not (b.tabel = l.tabel and b.unit = l.unit and b.dari = l.dari and b.sampai = l.sampai)
),
berkas as ( -- two figures of the file itself
    select b.tabel, b.isi, b.unit, b.dari, b.sampai, l.tabel, l.unit, l.dari, l.sampai, 0
    from angka_baru b
    inner join kerabat k on k.x = b.unit
    inner join angka_baru l on l.isi = b.isi and l.unit = k.y and l.dari <= b.sampai and l.sampai >= b.dari
    where (b.tabel = 'fakta' or l.tabel = 'fakta')
        and (b.tabel, b.unit, b.dari, b.sampai) < (l.tabel, l.unit, l.dari, l.sampai)
),
rentang as (
    select b.tabel, '', b.unit, b.dari, b.sampai, l.tabel, l.unit, l.dari, l.sampai, l.muatan
    from bulan_baru b
    inner join bulan_lama l on l.tabel = b.tabel and l.kunci = b.kunci and l.dari <= b.sampai and l.sampai >= b.dari
        and (l.bebas = b.bebas or l.bebas = '' or b.bebas = '')
    where (b.utuh or l.utuh)
        and not (b.utuh and l.utuh and l.tempat = b.tempat and l.dari = b.dari and l.sampai = b.sampai)
        and (l.tempat = b.tempat
            or (b.tabel = 'kunjungan' and exists (select 1 from kerabat k where k.x = b.unit and k.y = l.unit)))
),
hari as (
    select b.tabel, '', b.unit, b.dari, b.sampai, l.tabel, l.unit, l.dari, l.sampai, l.muatan
    from kunci_baru b
    inner join kunci_lama l on l.tabel = b.tabel and l.hari = b.hari and l.kunci = b.kunci and l.unit <> b.unit
        and (l.bebas = b.bebas or l.bebas = '' or b.bebas = '')
    inner join kerabat k on k.x = b.unit and k.y = l.unit
    where b.tabel = 'kunjungan'
),
semua as (
    select * from angka union all select * from berkas union all select * from rentang union all select * from hari
)
select tabel, isi, unit, dari, sampai, l_tabel, l_unit, l_dari, l_sampai, muatan, count(*)
from semua
group by tabel, isi, unit, dari, sampai, l_tabel, l_unit, l_dari, l_sampai, muatan
order by all
