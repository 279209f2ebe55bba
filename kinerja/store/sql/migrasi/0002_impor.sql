-- Schema 2. Everything an office imports: surveys and registers for spans of months, appraisals, wide years;
-- corrections that keep the old value; locked months; remembered layouts; units that change.
-- digantikan: 0 the row counts; n it was corrected by batch n; -1 a second source, kept beside and never counted.

create table kunjungan_2 (
    muatan integer not null,
    tanggal date not null,
    dari integer not null,
    sampai integer not null,
    unit varchar not null,
    layanan varchar not null check (layanan in ('rawat_jalan', 'rawat_inap')),
    poli varchar not null, -- '' not said
    bayar varchar not null check (bayar in ('bpjs', 'umum', 'lain', '')),
    pasien varchar not null check (pasien in ('baru', 'lama', '')),
    jk varchar not null check (jk in ('L', 'P', '')),
    umur varchar not null, -- '' not said
    gedung varchar not null check (gedung in ('dalam', 'luar', '')),
    jumlah integer not null check (jumlah > 0),
    digantikan integer not null default 0
);
insert into kunjungan_2
select k.muatan, k.tanggal, t.bulan, t.bulan, k.unit, k.layanan, '', k.bayar, k.pasien, k.jk, k.umur, k.gedung, k.jumlah, 0
from kunjungan k inner join kalender t on t.tanggal = k.tanggal;
drop table kunjungan;
alter table kunjungan_2 rename to kunjungan;

create table responden_2 (
    muatan integer not null,
    responden bigint not null, -- counted within its batch
    tanggal date not null, -- the first day of its span when only the span is known
    dari integer not null,
    sampai integer not null,
    unit varchar not null,
    layanan varchar not null,
    jk varchar not null,
    umur varchar not null,
    skor integer not null, -- mean of the respondent's answers × 1000, for the interval of the IKM
    digantikan integer not null default 0
);
insert into responden_2
select r.muatan, r.responden, r.tanggal, t.bulan, t.bulan, r.unit, r.layanan, r.jk, r.umur, r.skor, 0
from responden r inner join kalender t on t.tanggal = r.tanggal;
drop table responden;
alter table responden_2 rename to responden;

create table jawaban_2 (
    muatan integer not null,
    responden bigint not null,
    tanggal date not null,
    dari integer not null,
    sampai integer not null,
    unit varchar not null,
    unsur varchar not null,
    nilai integer not null check (nilai between 1 and 4),
    digantikan integer not null default 0
);
insert into jawaban_2
select j.muatan, j.responden, j.tanggal, t.bulan, t.bulan, j.unit, j.unsur, j.nilai, 0
from jawaban j inner join kalender t on t.tanggal = j.tanggal;
drop table jawaban;
alter table jawaban_2 rename to jawaban;

-- Attendance. pegawai '' and peserta > 1: an event of which only the number of participants is known.
create table pelatihan_2 (
    muatan integer not null,
    pegawai varchar not null,
    unit varchar not null,
    tanggal date not null,
    dari integer not null,
    sampai integer not null,
    judul varchar not null,
    peserta integer not null check (peserta >= 0),
    jp integer, -- of one participant; NULL: not said
    digantikan integer not null default 0
);
insert into pelatihan_2
select p.muatan, p.pegawai, p.unit, p.tanggal, t.bulan, t.bulan, p.judul, 1, p.jp, 0
from pelatihan p inner join kalender t on t.tanggal = p.tanggal;
drop table pelatihan;
alter table pelatihan_2 rename to pelatihan;

alter table fakta add column digantikan integer default 0;
alter table target add column digantikan integer default 0;
alter table skp_butir add column digantikan integer default 0;
alter table skp_penilaian add column digantikan integer default 0;
alter table laporan_skp add column digantikan integer default 0;

-- Indicators of a plan (IKU, RKPD, LPPD): one a row and year, decimals × 10,000 as printed.
create table iku (
    muatan integer not null,
    unit varchar not null,
    nama varchar not null,
    satuan varchar not null,
    arah varchar not null check (arah in ('naik', 'turun')),
    dari integer not null,
    sampai integer not null,
    target_e4 bigint,
    realisasi_e4 bigint,
    digantikan integer not null default 0
);

create table koreksi (
    muatan integer primary key, -- the batch that corrects
    alasan varchar not null,
    oleh varchar not null,
    disetujui varchar not null, -- the second person, '' where none was needed
    pada varchar not null,
    baris bigint not null -- rows that no longer count
);

create table periode_terkunci (bulan integer primary key, oleh varchar not null, pada varchar not null);

create table tata_letak (
    sidik varchar primary key,
    nama varchar not null,
    isi varchar not null, -- TOML
    oleh varchar not null,
    pada varchar not null
);

alter table unit add column penerus varchar default ''; -- the unit that took over its work, '' for none
alter table unit add column kode_resmi varchar default ''; -- code of the national register

-- What people changed outside batches: units, names, locked months. Only added to.
create table jejak (
    urut integer primary key,
    tindakan varchar not null,
    objek varchar not null,
    rincian varchar not null,
    oleh varchar not null,
    pada varchar not null
);

alter table pembatalan add column disetujui varchar default ''; -- the second person, where a locked month was touched
