-- Schema 1. Facts carry the batch (muatan) that brought them, so a batch can be taken out again.
-- Months are integers YYYYMM; times are ISO text in UTC; texts of people are never stored here.

create table meta (kunci varchar primary key, nilai varchar not null);

create table kalender (
    tanggal date primary key,
    bulan integer not null,
    triwulan integer not null,
    semester integer not null,
    tahun integer not null,
    hari_ke integer not null, -- 1 Senin ... 7 Minggu
    hari_kerja integer not null, -- 1 or 0
    libur varchar not null -- '' or the name of the holiday
);

create table unit (
    kode varchar primary key,
    nama varchar not null,
    jenis varchar not null,
    induk varchar,
    jalur varchar not null check (jalur in ('wilayah', 'kecamatan', 'dinkes')),
    urutan integer not null,
    berlaku_dari integer not null,
    berlaku_sampai integer not null,
    muatan integer not null -- 0: the unit master
);

create table unit_alias (alias varchar primary key, unit varchar not null, muatan integer not null);

create table muatan (
    muatan integer primary key,
    jenis varchar not null,
    berkas varchar not null,
    sha256 varchar not null,
    lembar varchar not null, -- sheets taken, separated by a line break
    oleh varchar not null,
    pada varchar not null,
    baris bigint not null,
    ringkasan varchar not null -- JSON: totals and what was left out
);

-- Batches taken back, for the history; their file may be imported again.
create table pembatalan (
    muatan integer not null,
    jenis varchar not null,
    berkas varchar not null,
    baris bigint not null,
    oleh varchar not null,
    pada varchar not null
);

-- Regulation thresholds and national targets: rows with validity, never constants in code.
create table ambang (
    aturan varchar not null,
    indikator varchar not null,
    nilai_e4 bigint not null,
    berlaku_dari integer not null,
    berlaku_sampai integer not null,
    peraturan varchar not null,
    catatan varchar not null,
    primary key (aturan, berlaku_dari)
);

create table target (
    muatan integer not null,
    indikator varchar not null,
    unit varchar not null,
    dari integer not null,
    sampai integer not null,
    nilai_e4 bigint not null check (nilai_e4 >= 0),
    sk varchar not null
);

-- Aggregated figures as offices report them; jk '' stands for both sexes together.
create table fakta (
    muatan integer not null,
    indikator varchar not null,
    unit varchar not null,
    dari integer not null,
    sampai integer not null,
    jk varchar not null check (jk in ('', 'L', 'P')),
    pembilang bigint not null check (pembilang >= 0),
    penyebut bigint check (penyebut >= 0),
    catatan varchar not null,
    check (dari <= sampai)
);

-- Counted visits. One row is a cell of counts, never a patient.
create table kunjungan (
    muatan integer not null,
    tanggal date not null,
    unit varchar not null,
    layanan varchar not null check (layanan in ('rawat_jalan', 'rawat_inap')),
    bayar varchar not null check (bayar in ('bpjs', 'umum', 'lain')),
    pasien varchar not null check (pasien in ('baru', 'lama')),
    jk varchar not null check (jk in ('L', 'P')),
    umur varchar not null,
    gedung varchar not null check (gedung in ('dalam', 'luar')),
    jumlah integer not null check (jumlah > 0)
);

-- Satisfaction survey: one row per respondent, answers by name of unsur; no names, no free text.
create table responden (
    muatan integer not null,
    responden bigint not null,
    tanggal date not null,
    unit varchar not null,
    layanan varchar not null,
    jk varchar not null,
    umur varchar not null,
    skor integer not null -- mean of the respondent's answers × 1000, for the interval of the IKM
);
create table jawaban (
    muatan integer not null,
    responden bigint not null,
    tanggal date not null,
    unit varchar not null,
    unsur varchar not null,
    nilai integer not null check (nilai between 1 and 4)
);

-- Civil servants by internal code; names and NIP are not here.
create table pegawai (
    muatan integer not null,
    pegawai varchar not null,
    unit varchar not null,
    jabatan varchar not null,
    status varchar not null check (status in ('PNS', 'PPPK')),
    penilai varchar not null,
    berlaku_dari integer not null,
    berlaku_sampai integer not null
);
create table skp_butir (
    muatan integer not null,
    pegawai varchar not null,
    unit varchar not null,
    bulan integer not null,
    butir varchar not null,
    aspek varchar not null check (aspek in ('kuantitas', 'kualitas', 'waktu', 'biaya')),
    target integer not null,
    realisasi integer, -- NULL: not yet filled in
    bukti integer not null check (bukti in (0, 1))
);
create table skp_penilaian (
    muatan integer not null,
    pegawai varchar not null,
    unit varchar not null,
    penilai varchar not null,
    dari integer not null,
    sampai integer not null,
    hasil_kerja varchar not null check (hasil_kerja in ('di_atas', 'sesuai', 'di_bawah')),
    perilaku varchar not null check (perilaku in ('di_atas', 'sesuai', 'di_bawah'))
);
create table laporan_skp (
    muatan integer not null,
    pegawai varchar not null,
    unit varchar not null,
    bulan integer not null,
    jenis varchar not null check (jenis in ('rencana', 'realisasi', 'bukti', 'umpan_balik')),
    batas date not null,
    lapor date, -- NULL: never handed in
    tepat integer not null check (tepat in (0, 1))
);
create table pelatihan (
    muatan integer not null,
    pegawai varchar not null,
    unit varchar not null,
    tanggal date not null,
    judul varchar not null,
    jp integer not null
);
create table peristiwa (
    muatan integer not null,
    tanggal date not null,
    jenis varchar not null check (jenis in ('kebijakan', 'sosialisasi', 'lokakarya', 'lainnya')),
    unit varchar not null,
    judul_id varchar not null,
    judul_en varchar not null
);

-- Mart: every figure of every page. Rebuilt only for the indicators a batch touched.
-- Grain: indikator × unit × span of months × member of a dimension. Sum freely over units; over months as the
-- indikator's agregasi says. dimensi '' is the total; member '*' holds moments of scores (sql/mart/sebaran.sql).
create table mart (
    indikator varchar not null,
    unit varchar not null,
    dari integer not null,
    sampai integer not null,
    dimensi varchar not null,
    anggota varchar not null,
    pembilang bigint not null,
    penyebut bigint,
    n bigint
);
-- Grain: indikator × unit × month, without holes between the first and the last month that has a target.
-- nilai_e8 is × 100,000,000, so that a twelfth of 100 % stays exact to the eye; kum_e8 and hitung run over months.
create table mart_target (
    indikator varchar not null,
    unit varchar not null,
    bulan integer not null,
    nilai_e8 bigint,
    asal varchar not null check (asal in ('', 'sendiri', 'turun', 'jumlah', 'baku')),
    kum_e8 bigint not null,
    hitung integer not null
);
-- Running sums of the mart for every unit of the tree; see sql/mart/kumulatif.sql.
create table mart_kum (
    indikator varchar not null,
    unit varchar not null,
    lama integer not null,
    anggota varchar not null,
    bulan integer not null,
    pembilang bigint not null,
    penyebut bigint not null,
    n bigint not null,
    ada bigint not null,
    wajib bigint not null,
    berat double not null,
    berpenyebut bigint not null,
    stok_pembilang bigint,
    stok_penyebut bigint,
    stok_n bigint
);
-- Every unit paired with itself and all above it.
create table unit_turunan (leluhur varchar not null, turunan varchar not null, jarak integer not null);
