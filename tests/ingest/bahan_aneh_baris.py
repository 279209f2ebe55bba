"""Odd rows and columns of our template as text, and of a table as offices print it."""

from __future__ import annotations

from bahan_aneh import KEPALA, NAMA, Kasus, Masa, Terima, Tolak
from bahan_aneh_isi import LUBUK, Pembuat, baris, tabel
from bahan_ingest import xlsx

from kinerja.domain.periode import parse_periode
from kinerja.ingest import Opsi


def _kolom_ganda(_: Masa) -> bytes:
    return b"periode;" + b"unit;" * 40 + b"indikator;pembilang\n2026-10;" + b"x;" * 40 + b"kunjungan_baru;1\n"


def _kolom_lain(masa: Masa) -> bytes:
    return (";".join((*KEPALA, *["Jml"] * 40)) + f"\n{masa.bulan};{NAMA};spm_hipertensi;10;20{';7' * 40}\n").encode()


def _csv_banyak(jumlah: int) -> Pembuat:
    kepala = ";".join(KEPALA[:4])
    return lambda m: "\n".join([kepala, *[f"{m.bulan};{NAMA};kunjungan_baru;{n}" for n in range(jumlah)]]).encode()


BARIS: tuple[Kasus, ...] = (
    Kasus("timpang_lebih.csv", baris("{b};PKM;spm_hipertensi;1;2;9"), Tolak("baris_timpang", "3")),
    Kasus("timpang_kurang.csv", baris("{b};PKM;spm_hipertensi"), Tolak("baris_timpang", "3")),
    Kasus("lebih_kosong.csv", baris(angka="10;20;;;"), Terima()),
    Kasus("kutip_terbuka.csv", baris('{b};"PKM;spm_hipertensi;1;2', "x"), Tolak("kutip_terbuka", "3")),
    Kasus("kutip_nyasar.csv", baris('{b};"PKM"-PG;spm_hipertensi;1;2'), Tolak("kutip_terbuka", "3")),
    Kasus("kutip_tengah.csv", baris('{b};PKM "A";spm_hipertensi;1;2'), Tolak("unit_tak_dikenal", "B3")),
    Kasus(
        "kutip_ganda.csv",
        tabel(
            '"periode";unit;indikator;pembilang;penyebut;catatan',
            '"{b}";"{n}";spm_hipertensi;"10";20;"kata; ""kutip""\nbaris"',
        ),
        Terima(),
    ),
    Kasus(
        "sel_panjang.csv",
        tabel(";".join((*KEPALA, "catatan")), "{b};{n};spm_hipertensi;10;20;" + "x" * 2_001),
        Tolak("sel_panjang", "F2"),
    ),
    Kasus("sel_1_mb.csv", baris(angka=f"{'9' * (1 << 20)};20"), Tolak("kutip_terbuka", "2")),
    Kasus("kolom_250.csv", baris("x;" * 250), Tolak("terlalu_banyak_kolom", "3")),
    Kasus("kolom_ganda.csv", _kolom_ganda, Tolak("kolom_ganda", "C1")),
    Kasus("kolom_lain_40.csv", _kolom_lain, Terima()),
    Kasus("baris_60000.csv", _csv_banyak(60_000), Tolak("terlalu_banyak_baris")),
    Kasus("baris_kembar.csv", baris("{b};Puskesmas Pegambiran;spm_hipertensi;10;20"), Tolak("kunci_ganda", "3")),
    Kasus(
        "jumlah.csv",
        baris(
            "{b};JUMLAH;spm_hipertensi;10;20",
            "{b};Sub Jumlah;spm_hipertensi;10;20",
            "{b};TOTAL KECAMATAN;spm_hipertensi;10;20",
            "{b};Rata-rata;spm_hipertensi;10;20",
        ),
        Terima(),
    ),
    Kasus("kabupaten.csv", baris("{b};KABUPATEN LIMAU MANIS;spm_hipertensi;10;20"), Tolak("unit_tak_dikenal", "B3")),
    Kasus("kepala_terulang.csv", baris(";".join(KEPALA)), Tolak("periode_salah", "A3")),
    Kasus("catatan_kaki.csv", baris("Sumber: Bidang P2P", "*) data sementara"), Terima()),
    Kasus("baris_kosong.csv", baris(";;;;", "", " ; ; ; ; "), Terima()),
    Kasus(
        "indikator_asing.csv",
        baris("{b};Puskesmas Lubuk Begalung;spm_naga;10;20"),
        Tolak("indikator_tak_dikenal", "C3"),
    ),
    Kasus("acak.csv", b"halo dunia\nini bukan tabel\n", Tolak("tata_letak_tak_dikenali")),
    Kasus("kepala_saja.csv", (";".join(KEPALA) + "\n").encode(), Tolak("tanpa_data")),
    Kasus(
        "jk_campur.csv",
        tabel(";".join((*KEPALA, "jk")), "{b};{n};spm_hipertensi;10;20;", "{b};{n};spm_hipertensi;5;9;L"),
        Tolak("jk_campur", "3"),
    ),
    Kasus(
        "jk_terpilah.csv",
        tabel(";".join((*KEPALA, "jk")), "{b};{n};spm_hipertensi;4;9;L", "{b};{n};spm_hipertensi;6;11;Perempuan"),
        Terima(2),
    ),
    Kasus("jk_salah.csv", tabel(";".join((*KEPALA, "jk")), "{b};{n};spm_hipertensi;10;20;X"), Tolak("jk_salah", "F2")),
    Kasus(
        "catatan_nik.csv",
        tabel(";".join((*KEPALA, "catatan")), "{b};{n};spm_hipertensi;10;20;ny. A 1371 0601 0190 0001"),
        Terima(catatan=("catatan_pribadi",)),
    ),
    Kasus(
        "kolom_nik.csv", tabel(";".join((*KEPALA, "NIK")), "{b};{n};spm_hipertensi;10;20;1371060101900001"), Terima()
    ),
    Kasus(
        "catatan_rumus.csv",
        tabel(";".join((*KEPALA, "catatan")), "{b};{n};spm_hipertensi;10;20;=CMD|' /C calc'!A0"),
        Terima(),
    ),
    Kasus(
        "catatan_gambar.csv",
        tabel(";".join((*KEPALA, "catatan")), "{b};{n};spm_hipertensi;10;20;![x](http://jahat.example) <b>\u202e"),
        Terima(),
    ),
    Kasus(
        "target_persen.csv",
        tabel(";".join((*KEPALA, "target")), "{t};{n};spm_hipertensi;;;85%"),
        Terima(0, 0, 0, 850_000),
        tahunan=True,
    ),
    Kasus(
        "target_ragu.csv",
        tabel(";".join((*KEPALA, "target")), "{t};{n};spm_hipertensi;;;1.234"),
        Tolak("angka_ragu", "F2"),
        tahunan=True,
    ),
)

L, P = "LAKI-LAKI", "PEREMPUAN"
KEPALA_CETAK: list[list[object]] = [
    [
        "NO",
        "KECAMATAN",
        "PUSKESMAS",
        "JUMLAH ESTIMASI PENDERITA HIPERTENSI",
        None,
        None,
        "MENDAPAT PELAYANAN",
        None,
        None,
    ],
    [None, None, None, L, P, f"{L} + {P}", L, P, f"{L} + {P}"],
    list(range(1, 10)),
]


def cetak(*isi: list[object], kaki: tuple[str, ...] = ("Sumber: Bidang P2P", "*) data sementara")) -> Pembuat:
    """A printed table of two puskesmas: 35 served of 70, in title lines the year."""

    def buat(masa: Masa) -> bytes:
        judul = [["TABEL 68"], ["PELAYANAN KESEHATAN PENDERITA HIPERTENSI MENURUT PUSKESMAS"], ["KOTA PADANG"]]
        isi_tabel = isi or (PERTAMA, KEDUA, JUMLAH)
        return xlsx({"68": [*judul, ["TAHUN", masa.tahun], [], *KEPALA_CETAK, *isi_tabel, [], *([k] for k in kaki)]})

    return buat


PERTAMA: list[object] = [1, "Lubuk Begalung", LUBUK, 10, 20, 30, 5, 10, 15]
KEDUA: list[object] = [2, "Lubuk Begalung", "2. PUSKESMAS PEGAMBIRAN ", 20, 20, 40, 10, 10, 20]
JUMLAH: list[object] = ["JUMLAH (KAB/KOTA)", None, None, 30, 40, 70, 15, 20, 35]
EMPAT = Terima(4, 35, 70)


def _ganti(baris_asal: list[object], kolom: int, isi: object) -> list[object]:
    return [*baris_asal[:kolom], isi, *baris_asal[kolom + 1 :]]


CETAK: tuple[Kasus, ...] = (
    Kasus("cetak.xlsx", cetak(), EMPAT, tahunan=True),
    Kasus(
        "cetak_sub.xlsx",
        cetak(
            PERTAMA, ["SUB JUMLAH", *[None] * 2, *PERTAMA[3:]], KEDUA, ["SUB TOTAL", *[None] * 2, *KEDUA[3:]], JUMLAH
        ),
        EMPAT,
        tahunan=True,
    ),
    Kasus(
        "cetak_kabupaten.xlsx", cetak(["KOTA PADANG", *[None] * 2, *JUMLAH[3:]], PERTAMA, KEDUA), EMPAT, tahunan=True
    ),
    Kasus("cetak_nomor_lagi.xlsx", cetak(PERTAMA, [*range(1, 10)], KEDUA, JUMLAH), EMPAT, tahunan=True),
    Kasus("cetak_kepala_lagi.xlsx", cetak(PERTAMA, *KEPALA_CETAK[:1], KEDUA, JUMLAH), EMPAT, tahunan=True),
    Kasus(
        "cetak_jumlah_beda.xlsx",
        cetak(PERTAMA, KEDUA, _ganti(JUMLAH, 6, 16)),
        Terima(4, 35, 70, catatan=("beda_jumlah",)),
        tahunan=True,
    ),
    Kasus(
        "cetak_jk_beda.xlsx",
        cetak(_ganti(PERTAMA, 8, 16), KEDUA),
        Terima(4, 35, 70, catatan=("beda_jk",)),
        tahunan=True,
    ),
    Kasus(
        "cetak_lebih_100.xlsx",
        cetak(_ganti(_ganti(PERTAMA, 6, 11), 8, 21), KEDUA),
        Terima(4, 41, 70, catatan=("lebih_seratus",)),
        tahunan=True,
    ),
    Kasus(
        "cetak_kosong.xlsx",
        cetak(_ganti(_ganti(PERTAMA, 6, None), 8, None), KEDUA),
        Terima(3, 30, 60, catatan=("jk_kosong",)),
        tahunan=True,
    ),
    Kasus("cetak_kata.xlsx", cetak(_ganti(PERTAMA, 6, "belum"), KEDUA), Tolak("angka_bukan", "G9"), tahunan=True),
    Kasus("cetak_galat.xlsx", cetak(_ganti(PERTAMA, 6, "#DIV/0!"), KEDUA), Tolak("sel_galat", "G9"), tahunan=True),
    Kasus("cetak_unit_ganda.xlsx", cetak(PERTAMA, KEDUA, PERTAMA), Tolak("unit_ganda", "C11"), tahunan=True),
    Kasus("cetak_tanpa_tahun.xlsx", lambda m: cetak()(Masa(m.bulan, "")), Tolak("periode_tak_ada"), tahunan=True),
    Kasus("cetak_tahun_beda.xlsx", cetak(), Tolak("periode_beda"), Opsi(periode=parse_periode("1999")), tahunan=True),
    Kasus(
        "cetak_unit_asing.xlsx",
        cetak(PERTAMA, _ganti(KEDUA, 2, "Puskesmas Entah")),
        Tolak("unit_tak_dikenal", "C10"),
        tahunan=True,
    ),
)

BARIS_TABEL = (*BARIS, *CETAK)
