"""Text files too long to be held: only a register may be one, and every check of a short file is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from bahan_ingest import RUJUKAN, alasan, baca
from bahan_register import OPSI, hitung, kunjungan, satu, teks

from kinerja.ingest import baca_berkas, teks_csv
from kinerja.ingest.peta.model import Asal, KolomPeta, Peta
from kinerja.ingest.peta.toml import tulis_peta
from kinerja.ingest.teks_csv import baca_csv
from kinerja.ingest.tipe import MAKS_BERKAS, MAKS_TEKS
from kinerja.ingest.tolak import BerkasDitolakError

BANYAK = 60_000


def _besar(*ganti: tuple[int, str], banyak: int = BANYAK) -> str:
    """A register of so many rows; some lines (from 1, the header's) are replaced."""
    baris = teks(satu(jenis_kelamin="LP"[n % 2], kunjungan=("Baru", "Lama", "Lama")[n % 3]) for n in range(banyak))
    isi = baris.splitlines()
    for nomor, lain in ganti:
        isi[nomor - 1] = lain
    return "\n".join(isi) + "\n"


def test_a_register_longer_than_any_other_layout_is_counted_row_by_row(tmp_path: Path) -> None:
    hasil = baca(tmp_path / "a.csv", _besar((55_001, ""), (55_002, "JUMLAH;;;;;;60000")), OPSI)
    assert hasil.diterima and hasil.jenis == "register" and kunjungan(hasil) == BANYAK - 2
    harap = Counter(
        (("LP"[n % 2]), ("baru", "lama", "lama")[n % 3]) for n in range(BANYAK) if n not in (54_999, 55_000)
    )
    assert hitung(hasil, "jk", "pasien") == harap
    assert [d.letak for d in hasil.dibuang if d.jenis == "baris"] == ["55001", "55002"]


def test_the_same_register_gives_the_same_whether_it_is_held_or_passed_over(tmp_path: Path) -> None:
    isi = _besar((1_500, "JUMLAH;;;;;;9"), (40_000, ";".join(satu(pembiayaan="Aneh"))), banyak=45_000)
    pendek = baca(tmp_path / "a.csv", isi, OPSI)
    panjang = baca(tmp_path / "a.csv", isi + "\n" * 20_000, OPSI)
    assert baca_csv(isi.encode()).terus is None and baca_csv((isi + "\n" * 20_000).encode()).terus is not None
    assert pendek.tabel == panjang.tabel and pendek.masalah == panjang.masalah and pendek.pratinjau == panjang.pratinjau
    assert alasan(pendek) == {"register_bayar"} and pendek.masalah[0].baris == 40_000


@pytest.mark.parametrize("sandi", ["utf-8-sig", "utf-16", "cp1252"])
def test_a_long_file_is_decoded_while_it_is_read(sandi: str, tmp_path: Path) -> None:
    isi = _besar((59_000, ";".join(satu(poli="Café"))))
    hasil = baca(tmp_path / "a.csv", isi.encode(sandi), OPSI)
    assert hitung(hasil, "poli") == {("Umum",): BANYAK - 1, ("Café",): 1}


@pytest.mark.parametrize(
    ("baris", "harap", "nomor"),
    [
        ('13/10/2026;"RM;Umum;L;3;BPJS;Baru', "kutip_terbuka", 58_000),
        ('13/10/2026;"R"M;Umum;L;3;BPJS;Baru', "kutip_terbuka", 58_000),
        (";".join(satu(poli="x" * 2_001)), "sel_panjang", None),
        (";" * 201, "terlalu_banyak_kolom", 58_000),
        ("13/10/2026;RM1;Umum;L", "baris_timpang", 58_000),
    ],
)
def test_every_check_of_a_short_file_is_kept_far_down_with_the_exact_line(
    baris: str, harap: str, nomor: int | None, tmp_path: Path
) -> None:
    hasil = baca(tmp_path / "a.csv", _besar((58_000, baris)), OPSI)
    assert alasan(hasil) == {harap} and hasil.masalah[0].baris == nomor
    if harap == "sel_panjang":
        assert hasil.masalah[0].args["sel"] == "C58000"
    if harap != "baris_timpang":
        assert not hasil.tabel, "nothing of a file that broke off is kept"


def test_a_null_byte_or_bytes_without_meaning_at_the_end_refuse_the_file(tmp_path: Path) -> None:
    assert alasan(baca(tmp_path / "a.csv", _besar().encode() + b"\x00", OPSI)) == {"biner"}
    assert alasan(baca(tmp_path / "b.csv", (_besar() + "\x00").encode("utf-16"), OPSI)) == {"biner"}
    assert alasan(baca(tmp_path / "c.csv", _besar().encode() + b"\x81", OPSI)) == {"sandi_teks"}


def test_one_endless_line_is_refused_before_it_is_held() -> None:
    with pytest.raises(BerkasDitolakError) as galat:
        baca_csv(b"a;b\n" + b"x" * (6 << 20))
    assert galat.value.kunci == "masalah.kutip_terbuka" and galat.value.args_kunci["baris"] == "2"


def test_more_rows_than_a_register_may_have_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(teks_csv, "MAKS_BARIS_REGISTER", 59_000)
    hasil = baca(tmp_path / "a.csv", _besar(), OPSI)
    assert alasan(hasil) == {"terlalu_banyak_baris"} and not hasil.tabel


def test_another_layout_keeps_its_fifty_thousand_rows(tmp_path: Path) -> None:
    templat = "periode;unit;indikator;pembilang\n" + "2026-10;PKM-PG;kunjungan_baru;3\n" * BANYAK
    hasil = baca(tmp_path / "a.csv", templat)
    assert alasan(hasil) == {"terlalu_banyak_baris"} and hasil.masalah[0].args["batas"] == 50_000
    assert not hasil.fakta


def test_another_text_above_ten_megabytes_is_told_what_such_a_file_may_be(tmp_path: Path) -> None:
    templat = "periode;unit;indikator;pembilang;catatan\n" + f"2026-10;PKM-PG;kunjungan_baru;3;{'x' * 500}\n" * 22_000
    assert MAKS_BERKAS < len(templat) < MAKS_TEKS
    assert alasan(baca(tmp_path / "a.csv", templat)) == {"besar_bukan_register"}
    assert alasan(baca(tmp_path / "b.csv", b"a;b;c\n" * (11 << 20 >> 2))) == {"besar_bukan_register"}


def test_a_register_above_ten_megabytes_is_read_and_a_workbook_is_not(tmp_path: Path) -> None:
    hasil = baca(tmp_path / "a.csv", _besar(banyak=200_000), OPSI)
    assert (tmp_path / "a.csv").stat().st_size > MAKS_BERKAS and kunjungan(hasil) == 200_000
    (tmp_path / "b.xlsx").write_bytes(b"PK\x03\x04" + b"\0" * MAKS_BERKAS)
    besar = baca(tmp_path / "b.xlsx")
    assert alasan(besar) == {"terlalu_besar"} and besar.masalah[0].args["batas"] == "10 MB"


def test_no_text_at_all_may_be_larger_than_the_upload(tmp_path: Path) -> None:
    with (tmp_path / "a.csv").open("wb") as berkas:
        berkas.truncate(MAKS_TEKS + 1)
    hasil = baca(tmp_path / "a.csv")
    assert alasan(hasil) == {"terlalu_besar"} and hasil.masalah[0].args["batas"] == "120 MB"


def test_a_long_file_mapped_by_hand_as_a_register_is_counted(tmp_path: Path) -> None:
    kolom = (KolomPeta(0, "tanggal"), KolomPeta(2, "jk"))
    peta = tulis_peta(Peta("register", 0, kolom=kolom, unit=Asal("isian", "PKM-PG")))
    isi = "".join(f"13/10/2026;{n};{'LP'[n % 2]}\n" for n in range(BANYAK))
    hasil = baca(tmp_path / "a.csv", isi, replace(OPSI, peta=peta, unit=""))
    assert hitung(hasil, "unit", "jk") == {("PKM-PG", "L"): BANYAK // 2, ("PKM-PG", "P"): BANYAK // 2}


def test_days_with_a_time_are_one_day_however_many_seconds_there_are(tmp_path: Path) -> None:
    def baris() -> Iterator[list[str]]:
        for n in range(BANYAK):
            jam = f"{n // 3600 % 24:02d}:{n // 60 % 60:02d}:{n % 60:02d}"
            yield satu(tanggal_kunjungan=f"{n % 9 + 10}/10/2026 {jam}")

    hasil = baca(tmp_path / "a.csv", teks(baris()), OPSI)
    assert hitung(hasil, "tanggal") == Counter((date(2026, 10, n % 9 + 10),) for n in range(BANYAK))


def test_progress_only_goes_forward_and_ends_at_one(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(_besar(banyak=150_000))
    maju: list[float] = []
    hasil = baca_berkas(tmp_path / "a.csv", "a.csv", RUJUKAN, OPSI, maju.append)
    assert hasil.diterima and len(maju) > 8 and maju == sorted(maju)
    assert 0 <= maju[0] < 0.1 and maju[-1] == 1.0
