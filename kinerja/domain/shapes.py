"""Shapes of the frames that cross a layer: column → pandas dtype. ``store.bingkai.conform`` makes a frame fit."""

from __future__ import annotations

Shape = dict[str, str]

KOMPONEN: Shape = {
    "indikator": "str",
    "unit": "str",
    "periode": "str",
    "pembilang": "int64",  # sums over the period
    "penyebut": "int64",
    "n": "int64",
    "ada": "int64",  # months × reporting units with data
    "wajib": "int64",  # months × reporting units that should have data
    "berat": "float64",  # target × penyebut summed over the reporting units, × 10^8
    "berpenyebut": "int64",  # penyebut of the units that have a target
    "stok_pembilang": "Int64",  # last value of the year so far, summed over units
    "stok_penyebut": "Int64",
    "stok_n": "Int64",
    "rerata": "float64",  # mean of the members' ratios; NaN where the indikator is no average
    "anggota": "int64",  # members behind that mean
    "jumlah": "float64",  # sum of the respondents' scores and of their squares; NaN without
    "kuadrat": "float64",
    "nilai_e8": "Int64",  # target in force at the end of the period × 10^8; <NA> without
    "kum_e8": "Int64",  # targets of the period's months summed × 10^8
    "hitung": "Int64",  # months of the period that have a target
}
"""Components of indikator × unit × periode, straight from the mart."""

CAPAIAN: Shape = {
    "indikator": "str",
    "unit": "str",
    "nama": "str",  # official name of the unit
    "periode": "str",  # kode of the period, see domain.periode
    "dari": "int64",  # YYYYMM
    "sampai": "int64",
    "pembilang": "Int64",
    "penyebut": "Int64",
    "n": "Int64",
    "realisasi": "float64",  # NaN: no data, or hidden because of few people (alasan says which)
    "target": "float64",  # NaN: none
    "capaian": "float64",  # percent of target; NaN with alasan
    "bawah": "float64",  # 95 % interval of realisasi; NaN where the indikator has none
    "atas": "float64",
    "status": "str",  # domain.capaian.Status
    "alasan": "str",  # catalog key, '' when there is a capaian
    "ada": "int64",  # months × reporting units with data
    "wajib": "int64",  # months × reporting units that should have data; ada < wajib is incomplete
}
"""One figure of one indikator, unit and period, computed once; every page, slide and export reads this."""

NILAI: Shape = {
    "pegawai": "str",  # internal code
    "unit": "str",
    "jabatan": "str",  # '' unknown
    "status": "str",  # PNS, PPPK, '' unknown
    "penilai": "str",
    "dari": "int64",  # span of the rating, YYYYMM; 0 not rated
    "sampai": "int64",
    "hasil_kerja": "str",  # domain.predikat.Ekspektasi; '' not rated
    "perilaku": "str",
    "predikat_berkas": "str",  # as printed in the file; '' not said
    "butir": "int64",  # items with a target above 0 in the period
    "tercapai": "int64",  # of them reached
    "tanpa_realisasi": "int64",  # of them without a realisation; capaian is tercapai / (butir - tanpa_realisasi)
    "tanpa_bukti": "int64",  # items, with a target or not
    "tanpa_target": "int64",  # items without one, or with target 0
}
"""One visible person in service in the round of ratings that a period shows."""

GARIS: Shape = {"pegawai": "str", "bulan": "int64", "butir": "int64", "tercapai": "int64"}
"""Items of visible people, month by month; a month without items has no row."""

BUTIR: Shape = {
    "bulan": "int64",
    "rencana": "str",
    "butir": "str",
    "aspek": "str",
    "satuan": "str",
    "target": "float64",  # NaN: none, or told in words
    "realisasi": "float64",  # NaN: not filled in
    "arah": "str",  # naik, or turun where less is better
    "bukti": "bool",
    "tercapai": "bool",
}
"""SKP items of one visible person."""

PERILAKU: Shape = {"nilai": "str", "ekspektasi": "str", "dari": "int64", "sampai": "int64"}
"""BerAKHLAK values of one visible person, oldest first."""

LAPORAN: Shape = {
    "pegawai": "str",
    "bulan": "int64",
    "jenis": "str",  # rencana, realisasi, bukti, umpan_balik
    "batas": "datetime64[s]",
    "lapor": "datetime64[s]",  # NaT: never handed in
    "tepat": "bool",
}
"""Reports due from visible people."""

MASA_TUGAS: Shape = {"jabatan": "str", "dari": "int64", "sampai": "int64"}
"""Spans of service of one visible person within some months, oldest first; first and last month."""

SEBARAN: Shape = {
    "kelompok": "str",
    "hasil_kerja": "str",  # '' in the only row of a group that is hidden or has nobody rated
    "perilaku": "str",
    "n": "int64",  # people with this pair; 0 where hidden
    "pegawai": "int64",  # people of the whole group, rated or not
    "disembunyikan": "bool",
}
"""Pairs of ratings of each group; only pairs that somebody has."""

PELATIHAN: Shape = {
    "pegawai": "str",
    "unit": "str",
    "status": "str",
    "mulai": "int64",  # first month of service anywhere here
    "judul": "str",  # '' in the only row of somebody without training
    "tanggal": "datetime64[s]",
    "jp": "int64",
}
"""Trainings of visible people within a year."""

KEPATUHAN: Shape = {
    "kelompok": "str",
    "bulan": "int64",
    "jenis": "str",
    "wajib": "int64",
    "tepat": "Int64",  # <NA> where hidden
    "masuk": "Int64",
    "pegawai": "int64",
    "disembunyikan": "bool",
}
"""Reports of each group, month and kind: due, on time, handed in at all."""

KEGIATAN: Shape = {
    "tanggal": "datetime64[s]",
    "unit": "str",
    "jenis": "str",  # sosialisasi, pendampingan
    "topik": "str",
    "peserta": "Int64",  # <NA> not said
}
"""Log of support that was given."""

KALIBRASI: Shape = {
    "penilai": "str",
    "unit": "str",
    "n": "int64",
    "skor": "int64",  # predicates 1 to 5, summed; kuadrat: their squares
    "kuadrat": "int64",
    "hasil": "int64",  # hasil kerja 1 (di bawah) to 3 (di atas), summed; hasil_kuadrat: their squares
    "hasil_kuadrat": "int64",
    "butir": "int64",
    "tercapai": "int64",
}
"""Ratings of each rater in each unit beside the items of the people rated."""

GELOMBANG: Shape = {"pegawai": "str", "unit": "str", "judul": "str", "gelombang": "int64", "cara": "str"}
"""Turns of visible people in one training."""

JP_SEBARAN: Shape = {
    "kelompok": "str",
    "status": "str",
    "jp": "Int64",  # hours of the year so far, 24 and more together; <NA> in the only row of a hidden group
    "mulai": "int64",  # month in which they came within the year; 0 before it, and where hidden
    "pegawai": "int64",  # people with these hours; of a hidden group all its people
    "disembunyikan": "bool",
}
"""How many people of each group and status have how many training hours."""

JUDUL: Shape = {
    "judul": "str",
    "selesai": "bool",  # hours were recorded; False: begun, none recorded so far
    "peserta": "int64",  # 0 where hidden
    "mulai": "datetime64[s]",  # first and last day attended; NaT where hidden
    "akhir": "datetime64[s]",
    "disembunyikan": "bool",
}
"""Titles of trainings that people of some units attended."""

JADWAL: Shape = {"judul": "str", "gelombang": "int64", "cara": "str", "pegawai": "int64", "mulai": "datetime64[s]"}
"""Batches of trainings; mulai NaT: nobody of the batch has attended yet."""

PESERTA_NILAI: Shape = {
    "gelombang": "int64",  # 0: the training had no batches
    "cara": "str",
    "lebih_dulu": "float64",  # percent of items reached in three spans of months; NaN without items
    "sebelum": "float64",
    "sesudah": "float64",
}
"""Participants of one training without their codes, for estimates of groups only."""
