"""Odd files of the row shapes: registers of visits, surveys, appraisals, labelled reports."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bahan_aneh import LUBEG, PEGAMBIRAN, Kasus, Masa, Terima, Tolak
from bahan_ingest import xlsx

from kinerja.domain.periode import parse_periode
from kinerja.ingest import Opsi

Pembuat = Callable[[Masa], bytes]
DI_LUBEG = Opsi(unit=LUBEG)
TW = Opsi(unit=LUBEG, periode=parse_periode("2025-TW3"))
OKT = Opsi(periode=parse_periode("2025-10"))
KUNJUNGAN = ("tanggal_kunjungan", "no_rm", "nik", "nama", "poli", "jenis_kelamin", "umur", "pembiayaan", "kunjungan")
PASIEN = ("000123", "1371060101900001", "Upik", "Umum", "L", "36 Thn 9 Bln 19 Hari", "BPJS", "Baru")


def csv(*baris: Sequence[object]) -> Pembuat:
    """Rows of a text file; ``{b}`` is the month as 10/2026."""

    def buat(masa: Masa) -> bytes:
        bulan = "/".join(reversed(masa.bulan.split("-")))
        return "\n".join(";".join(map(str, b)) for b in baris).replace("{b}", bulan).encode()

    return buat


def kunjungan(*tanggal: str, ekor: Sequence[Sequence[object]] = (), **ubah: str) -> Pembuat:
    """A register with one visit on each of these days; ``ubah``: another value by column."""
    isi = [ubah.get(nama, nilai) for nama, nilai in zip(KUNJUNGAN[1:], PASIEN, strict=True)]
    return csv(KUNJUNGAN, *((t, *isi) for t in tanggal), *ekor)


def hari(*tanggal: str) -> Pembuat:
    """Twenty sound visits, and one on each of these days from row 22 on."""
    return kunjungan(*(f"{n:02d}/{{b}}" for n in range(1, 21)), *tanggal)


def _register(nama: str, isi: Pembuat, harap: Terima | Tolak) -> Kasus:
    return Kasus(f"register_{nama}.csv", isi, harap, DI_LUBEG)


TIGA = ("13/{b}", "14/{b}", "28/{b}")
REGISTER: tuple[Kasus, ...] = (
    _register("biasa", kunjungan(*TIGA), Terima(0, 0, 0, tabel=3)),
    _register("jumlah", kunjungan(*TIGA, ekor=[("JUMLAH", *[""] * 7, "3")]), Terima(0, 0, 0, tabel=3)),
    _register("kembar", kunjungan("13/{b}", "13/{b}"), Terima(0, 0, 0, tabel=1, catatan=("register_sama",))),
    _register("30_februari", hari("30/02/2003"), Tolak("hari_bukan", "A22")),
    _register("bulan_13", hari("13/13/2003"), Tolak("hari_bukan", "A22")),
    _register("masa_depan", hari("13/01/2099"), Tolak("register_hari_depan", "A22")),
    _register("tahun_1900", hari("13/01/1900"), Tolak("hari_jauh", "A22")),
    _register("arab", hari("١٣/١٠/٢٠٠٣"), Tolak("hari_bukan", "A22")),
    _register("tanggal_kosong", hari(""), Tolak("hari_kosong", "A22")),
    _register("urutan_campur", kunjungan("13/10/2003", "10/13/2003"), Tolak("hari_campur", "A3")),
    _register("urutan_ragu", kunjungan("01/02/2003", "03/04/2003"), Tolak("hari_ragu", "A2")),
    _register("html", kunjungan("13/{b}", poli="<script>alert(1)</script>"), Terima(0, 0, 0, tabel=1)),
    _register("rumus", kunjungan("13/{b}", poli="=CMD|' /C calc'!A0"), Terima(0, 0, 0, tabel=1)),
    _register("jk_asing", kunjungan("13/{b}", jenis_kelamin="X"), Terima(0, 0, 0, tabel=1)),
    _register("umur_aneh", kunjungan("13/{b}", umur="-5"), Terima(0, 0, 0, tabel=1)),
    _register("timpang", kunjungan("13/{b}", ekor=[("14/{b}", "1", "2")]), Tolak("baris_timpang", "3")),
)
KEPALA_SKM = (
    *("No", "Jenis Kelamin", "Usia", "Jenis Layanan", "Persyaratan", "Sistem, Mekanisme, dan Prosedur"),
    *("Waktu Penyelesaian", "Biaya/Tarif", "Produk Spesifikasi Jenis Pelayanan", "Kompetensi Pelaksana"),
    *("Perilaku Pelaksana", "Penanganan Pengaduan, Saran dan Masukan", "Sarana dan Prasarana"),
)


def skm(*jawaban: Sequence[object], ekor: Sequence[Sequence[object]] = ()) -> Pembuat:
    return csv(KEPALA_SKM, *((n, "L", 20 + n, "KTP", *isi) for n, isi in enumerate(jawaban, 1)), *ekor)


def _skm(nama: str, isi: Pembuat, harap: Terima | Tolak) -> Kasus:
    return Kasus(f"skm_{nama}.csv", isi, harap, TW, simpan=False)


REKAP = [("", "", "", "JUMLAH", *[7] * 9), ("", "", "", "NRR", *["3,5"] * 9), ("", "", "", "IKM", "87,5", *[""] * 8)]
SKM: tuple[Kasus, ...] = (
    _skm("biasa", skm([4] * 9, [3] * 9), Terima(0, 0, 0, tabel=20)),
    _skm("skala_5", skm([5] * 9, [3] * 9), Tolak("skm_skala", "E2")),
    _skm("skala_10", skm([8] * 9, [10] * 9), Tolak("skm_skala", "E2")),
    _skm("pecahan", skm(["3,5", *[4] * 8], [3] * 9), Tolak("skm_pecahan", "E2")),
    _skm("kosong", skm(["", *[4] * 8], [3] * 9), Terima(0, 0, 0, tabel=19)),
    _skm("kata_asing", skm(["Entah", *[4] * 8], [3] * 9), Tolak("skm_kata", "E2")),
    _skm("rekap", skm([4] * 9, [3] * 9, ekor=REKAP), Terima(0, 0, 0, tabel=20)),
)
KEPALA_SKP = ("NIP", "Nama", "Jabatan", "Unit Kerja", "Rating Hasil Kerja", "Rating Perilaku", "Predikat")
NIP = ("198001012005011001", "198503122010012002")


def skp(*isi: tuple[str, str, str, str]) -> Pembuat:
    return csv(KEPALA_SKP, *((nip, "Upik", "Pelaksana", "KEC", a, b, c) for nip, a, b, c in isi))


def _skp(nama: str, isi: Pembuat, harap: Terima | Tolak) -> Kasus:
    return Kasus(f"skp_{nama}", isi, harap, OKT, simpan=False)


def _nip_angka(_: Masa) -> bytes:
    """A NIP typed into a cell of numbers keeps fifteen of its eighteen digits."""
    return xlsx({"A": [KEPALA_SKP, (float(NIP[0]), "Upik", "Pelaksana", "KEC", "sesuai", "sesuai", "Baik")]})


BAIK = (NIP[0], "sesuai", "sesuai", "Baik")
SKP: tuple[Kasus, ...] = (
    _skp("biasa.csv", skp(BAIK, (NIP[1], "sesuai", "di atas", "Baik")), Terima(0, 0, 0, tabel=2)),
    _skp(
        "predikat_beda.csv",
        skp((NIP[0], "di bawah", "di atas", "Baik")),
        Terima(0, 0, 0, tabel=1, catatan=("predikat_beda",)),
    ),
    _skp(
        "rating_asing.csv",
        skp(
            *[(f"19800101200501{n:04d}", "sesuai", "sesuai", "Baik") for n in range(10)],
            (NIP[1], "lumayan", "sesuai", "Baik"),
        ),
        Tolak("rating_tak_dikenal", "E12"),
    ),
    _skp("orang_ganda.csv", skp(BAIK, BAIK), Tolak("orang_ganda", "3")),
    _skp("nip_angka.xlsx", _nip_angka, Tolak("nip_rusak", "A2")),
)
LB4: list[list[object]] = [
    ["LAPORAN PELAYANAN PUSKESMAS"],
    ["NO", "KEGIATAN", None, "JUMLAH", None],
    [None, None, None, "Baru", "Lama"],
    [1, "Jumlah kunjungan puskesmas (baru dan lama)", None, 1234, 2345],
    [7, "Jumlah hari rawat semua penderita rawat inap", None, 30, None],
]


def lb4(**ubah: object) -> Pembuat:
    """The form; ``ubah``: another value in D4 or E4."""
    baris = [list(b) for b in LB4]
    baris[3][3], baris[3][4] = ubah.get("D4", 1234), ubah.get("E4", 2345)
    return lambda _: xlsx({"Lembar1": baris}, {"Lembar1": ["D2:E2"]})


LB4_OKT = Opsi(unit=PEGAMBIRAN, periode=parse_periode("2025-10"))
LABEL: tuple[Kasus, ...] = tuple(
    Kasus(f"lb4_{nama}.xlsx", isi, harap, LB4_OKT, simpan=False)
    for nama, isi, harap in (
        ("biasa", lb4(), Terima(2, 3579 + 1234, 0)),
        ("seratus", lb4(D4="50%"), Tolak("angka_bukan", "D4")),
        ("negatif", lb4(E4=-1), Tolak("angka_negatif", "E4")),
        ("pecahan", lb4(E4=1.5), Tolak("angka_pecahan", "E4")),
    )
)

BENTUK_BARIS = (*REGISTER, *SKM, *SKP, *LABEL)
