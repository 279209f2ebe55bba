-- Schema 3. Appraisal of civil servants: what was promised and reached in decimals, behaviours, the predicate of the
-- organisation, support that was given, and the order in which a training was given.
-- digantikan as in schema 2. Still no name and no NIP: people are internal codes.

alter table skp_penilaian add column predikat varchar default ''; -- as printed; what counts follows from the two ratings
alter table pegawai add column digantikan integer default 0;

create table skp_butir_3 (
    muatan integer not null,
    pegawai varchar not null,
    unit varchar not null,
    bulan integer not null, -- the last month of a longer period
    rencana varchar not null default '', -- rencana hasil kerja
    butir varchar not null, -- the indikator of the item
    aspek varchar not null check (aspek in ('kuantitas', 'kualitas', 'waktu', 'biaya')),
    satuan varchar not null default '',
    target_e4 bigint, -- × 10,000; NULL: none, or told in words
    realisasi_e4 bigint, -- × 10,000; NULL: not yet filled in
    bukti integer not null check (bukti in (0, 1)),
    digantikan integer not null default 0
);
insert into skp_butir_3
select b.muatan, b.pegawai, b.unit, b.bulan, '', b.butir, b.aspek, '',
    cast(b.target as bigint) * 10000, cast(b.realisasi as bigint) * 10000, b.bukti, coalesce(b.digantikan, 0)
from skp_butir b;
drop table skp_butir;
alter table skp_butir_3 rename to skp_butir;

-- What the organisation itself was rated in a period.
create table predikat_organisasi (
    muatan integer not null,
    unit varchar not null,
    dari integer not null,
    sampai integer not null,
    predikat varchar not null check (predikat in ('istimewa', 'baik', 'butuh_perbaikan', 'kurang', 'sangat_kurang')),
    digantikan integer not null default 0,
    check (dari <= sampai)
);

-- One of the seven BerAKHLAK values of one person and period.
create table skp_perilaku (
    muatan integer not null,
    pegawai varchar not null,
    unit varchar not null,
    dari integer not null,
    sampai integer not null,
    nilai varchar not null check (nilai in (
        'berorientasi_pelayanan', 'akuntabel', 'kompeten', 'harmonis', 'loyal', 'adaptif', 'kolaboratif'
    )),
    ekspektasi varchar not null check (ekspektasi in ('di_atas', 'sesuai', 'di_bawah')),
    digantikan integer not null default 0,
    check (dari <= sampai)
);

-- Support that was given to a unit. Marks on charts are in peristiwa.
create table kegiatan (
    muatan integer not null,
    tanggal date not null,
    dari integer not null,
    sampai integer not null,
    unit varchar not null,
    jenis varchar not null check (jenis in ('sosialisasi', 'pendampingan')),
    topik varchar not null,
    peserta integer check (peserta >= 0), -- NULL: not said
    digantikan integer not null default 0
);

-- In which batch a person's turn for a training came, and how that was decided.
create table gelombang (
    muatan integer not null,
    pegawai varchar not null,
    unit varchar not null,
    judul varchar not null,
    gelombang integer not null check (gelombang >= 1),
    cara varchar not null check (cara in ('undian', 'daftar_tunggu', 'penunjukan')),
    digantikan integer not null default 0
);
