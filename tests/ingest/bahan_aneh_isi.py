"""Odd cells of our template as text: numbers, periods and names of units."""

from __future__ import annotations

from collections.abc import Callable

from bahan_aneh import KEPALA, NAMA, PEGAMBIRAN, Kasus, Masa, Terima, Tolak, csv_satu

Pembuat = Callable[[Masa], bytes]
LUBUK = "Puskesmas Lubuk Begalung"
BUKAN, D2 = "angka_bukan", Tolak("angka_bukan", "D2")


def baris(*lain: str, angka: str = "10;20") -> Pembuat:
    """The one row and these after it; ``{b}`` is the month, ``{t}`` the year."""
    return lambda m: csv_satu(m, *(b.format(b=m.bulan, t=m.tahun) for b in lain), angka=angka).encode()


def tabel(*isi: str) -> Pembuat:
    return lambda m: ("\n".join(b.format(b=m.bulan, t=m.tahun, n=NAMA) for b in isi) + "\n").encode()


def angka(*pasangan: str) -> Pembuat:
    """Rows of Pegambiran, Lubuk Begalung and the district with these numerators and denominators."""
    nama = (NAMA, LUBUK, "KEC-SEK", "DINKES")
    return lambda m: (
        "\n".join(
            [";".join(KEPALA), *(f"{m.bulan};{n};spm_hipertensi;{a}" for n, a in zip(nama, pasangan, strict=False))]
        )
    ).encode()


ANGKA: tuple[Kasus, ...] = (
    *(
        Kasus(f"angka_{nama}.csv", baris(angka=f"{isi};20"), harap)
        for nama, isi, harap in (
            ("nan", "NaN", D2),
            ("inf", "inf", D2),
            ("1e999", "1e999", D2),
            ("eksponen", "1e1", D2),
            ("garis_bawah", "1_0", D2),
            ("heksa", "0x10", D2),
            ("arab", "١٠", D2),
            ("dewanagari", "१०", D2),
            ("lebar", "１０", D2),
            ("pangkat", "10²", D2),
            ("romawi", "Ⅹ", D2),
            ("pecahan_huruf", "½", D2),
            ("kurung", "(10)", D2),
            ("rupiah", "Rp 10", D2),
            ("spasi_ribuan", "1 000", D2),
            ("petik_ribuan", "1'000", D2),
            ("kata", "WTP", D2),
            ("tanda_hubung", "27-22-20", D2),
            ("galat_teks", "#DIV/0!", D2),
            ("persen", "50%", D2),
            ("dua_koma", "1,2,3", D2),
            ("nol_lebar", "1\u200b0", D2),
            ("kanan", "\u202e01", D2),
            ("negatif", "-1", Tolak("angka_negatif", "D2")),
            ("minus", "−5", Tolak("angka_negatif", "D2")),
            ("pecahan", "1,5", Tolak("angka_pecahan", "D2")),
            ("pecahan_titik", "0.5", Tolak("angka_pecahan", "D2")),
            ("besar", "9" * 15, Tolak("angka_besar", "D2")),
            ("besar_sekali", "9" * 400, D2),
            ("ragu", "1.234", Tolak("angka_ragu", "D2")),
            ("ragu_koma", "1,234", Tolak("angka_ragu", "D2")),
            ("kosong", "", Tolak("pembilang_kosong", "D2")),
            ("strip", "-", Tolak("pembilang_kosong", "D2")),
            ("null", "NULL", Tolak("pembilang_kosong", "D2")),
            ("nihil", "(Nihil)", Tolak("pembilang_kosong", "D2")),
        )
    ),
    Kasus("angka_nol.csv", baris(angka="0;20"), Terima(1, 0, 20)),
    Kasus("angka_nol_desimal.csv", baris(angka="0,00;20"), Terima(1, 0, 20)),
    Kasus("angka_plus.csv", baris(angka="+10; 20 "), Terima()),
    Kasus("angka_desimal_nol.csv", baris(angka="10,0;20,0"), Terima()),
    Kasus("angka_ribuan.csv", angka("1.234;2.000", "1.100;2.500"), Terima(2, 2334, 4500)),
    Kasus("angka_ribuan_inggris.csv", angka('"1,234";"2,000"', '"1,100";"2,500"'), Terima(2, 2334, 4500)),
    Kasus("angka_juta.csv", angka("1.234.567;2.000.000"), Terima(1, 1_234_567, 2_000_000)),
    Kasus("angka_campur.csv", angka("1.234;9999", "1,234;9999"), Tolak("angka_ragu", "D2")),
    Kasus("angka_campur_pasti.csv", angka("1.234.567;9999999", "1,234,567;9999999"), Tolak("angka_campur", "D2")),
    Kasus("angka_ribuan_polos.csv", angka("1.994;9000", "1964;9000"), Tolak("angka_ragu", "D2")),
    Kasus("angka_desimal_lain.csv", angka("0.5;20", "1,5;20"), Tolak("angka_campur", "D3")),
    Kasus("penyebut_nol.csv", baris(angka="10;0"), Tolak("penyebut_nol", "E2")),
    Kasus("penyebut_kosong.csv", baris(angka="10;"), Tolak("penyebut_kosong", "E2")),
    Kasus("lebih_seratus.csv", baris(angka="30;20"), Terima(1, 30, 20, catatan=("lebih_seratus",))),
)


def _periode(nama: str, isi: str, alasan: str = "periode_salah") -> Kasus:
    return Kasus(
        f"periode_{nama}.csv", tabel(";".join(KEPALA), f"{isi};{{n}};spm_hipertensi;10;20"), Tolak(alasan, "A2")
    )


PERIODE: tuple[Kasus, ...] = (
    _periode("bulan_13", "2026-13"),
    _periode("bulan_0", "2026-00"),
    _periode("30_februari", "2026-02-30"),
    _periode("triwulan_5", "2026-TW5"),
    _periode("triwulan_v", "Triwulan V 2026"),
    _periode("salah_kata", "Oktobr 2026"),
    _periode("dua_angka", "Jan-26"),
    _periode("1899", "1899"),
    _periode("1900", "1900"),
    _periode("2101", "2101"),
    _periode("arab", "٢٠٢٦-١٠"),
    _periode("dua_tahun", "2025 2026"),
    _periode("tahunan", "Tahunan"),
    _periode("garis_miring", "2026/10/01"),
    _periode("rumus", "=TODAY()"),
    _periode("kosong", "", "periode_kosong"),
    _periode("kumulatif", "Januari s.d. Oktober 2026", "periode_kumulatif"),
    Kasus("periode_2100.csv", tabel(";".join(KEPALA), "2100;{n};spm_diabetes;10;20"), Tolak("masa_depan")),
    Kasus("periode_kata.csv", lambda m: csv_satu(m).replace(m.bulan, _bulan_kata(m)).encode(), Terima()),
    Kasus(
        "periode_tumpang.csv",
        tabel(";".join(KEPALA), "2026-10;{n};spm_hipertensi;10;20", "2026;{n};spm_hipertensi;1;2"),
        Tolak("periode_tumpang_tindih", "2"),
    ),
)


def _bulan_kata(masa: Masa) -> str:
    nama = ["januari", "pebruari", "Mar.", "April", "MEI", "juni", "juli", "Agt", "Sept", "Oktober", "Nopember", "Des"]
    tahun, bulan = masa.bulan.split("-")
    return f" {nama[int(bulan) - 1]}  {tahun} "


UNIT_ASING = Tolak("unit_tak_dikenal", "B2")


def _unit(nama: str, isi: str, harap: Terima | Tolak = UNIT_ASING) -> Kasus:
    isi = '"' + isi.replace('"', '""') + '"'
    return Kasus(f"unit_{nama}.csv", lambda m: csv_satu(m).replace(NAMA, isi).encode(), harap)


UNIT: tuple[Kasus, ...] = (
    _unit("gambar", "![x](http://jahat.example/a.png)"),
    _unit("tautan", "[x](javascript:alert(1))"),
    _unit("html", "<script>alert(1)</script>"),
    _unit("rumus", "=CMD|' /C calc'!A0"),
    _unit("rumus_tautan", '=HYPERLINK("http://jahat.example","x")'),
    _unit("at", "@SUM(1+1)*cmd|' /C calc'!A0"),
    _unit("kanan", "\u202enariBmageP"),
    _unit("nol_lebar", "Puskesmas Pegam\u200bbiran"),
    _unit("sirilik", "Puskesmas Реgambiran"),
    _unit("sql", "x'; drop table fakta; --"),
    _unit("panjang", "a" * 2_000),
    _unit("kosong", " ", Tolak("unit_kosong", "B2")),
    _unit("angka", "1"),
    _unit("nomor_dan_spasi", "  1. Puskesmas   Pegambiran ", Terima()),
    _unit("ejaan_lama", "UPTD. PUSKESMAS PAGAMBIRAN (RI) *)", Terima()),
    _unit("pindah_baris", "Puskesmas\nPegambiran", Terima()),
    _unit("kode", PEGAMBIRAN, Terima()),
    _unit("titik_kode", "13.71.06.1001", Terima()),
)

ISI = (*ANGKA, *PERIODE, *UNIT)
