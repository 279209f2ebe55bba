"""A figure cannot be later than today; a target can. Times of day do not hide the day."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

from bahan_ingest import alasan, baca, csv_templat

from kinerja.ingest import Opsi
from kinerja.ingest.periode_teks import periode_dari_sel

HARI = date(2026, 11, 24)


def test_a_figure_of_a_month_to_come_is_refused_and_a_target_is_not(tmp_path: Path) -> None:
    opsi = Opsi(hari_ini=HARI)
    angka = baca(tmp_path / "a.csv", csv_templat("2100-10;PKM-PG;kunjungan_rawat_jalan;5;;;"), opsi)
    assert alasan(angka) == {"masa_depan"}
    target = baca(tmp_path / "b.csv", csv_templat("2027;PKM-PG;kunjungan_rawat_jalan;;;900;"), opsi)
    assert target.diterima and len(target.target) == 1


def test_the_running_month_and_year_may_be_reported(tmp_path: Path) -> None:
    for periode in ("2026-11", "2026"):
        isi = csv_templat(f"{periode};PKM-PG;kunjungan_rawat_jalan;5;;;")
        assert baca(tmp_path / "a.csv", isi, Opsi(hari_ini=HARI)).diterima, periode


def test_zeros_of_months_to_come_are_blanks(tmp_path: Path) -> None:
    """A yearly recap whose formulas give 0 for December is an honest file in November."""
    baris = ("2026-11;PKM-PG;kunjungan_rawat_jalan;5;;;", "2026-12;PKM-PG;kunjungan_rawat_jalan;0;;;")
    hasil = baca(tmp_path / "a.csv", csv_templat(*baris), Opsi(hari_ini=HARI))
    assert [(f.dari, f.pembilang) for f in hasil.fakta] == [(202611, 5)]
    (catatan,) = [m for m in hasil.masalah if m.alasan == "masalah.nol_masa_depan"]
    assert (catatan.tingkat, catatan.args["jumlah"], catatan.args["periode"]) == ("info", 1, "2026-12")
    hanya_nol = baca(tmp_path / "b.csv", csv_templat(baris[1]), Opsi(hari_ini=HARI))
    assert alasan(hanya_nol) == {"tanpa_data"}


def test_a_time_of_day_behind_the_date_is_no_obstacle() -> None:
    for teks in ("2022-07-15 09:44:04", "2022-07-15T09:44Z", datetime(2022, 7, 15, 9, 44).isoformat()):
        periode = periode_dari_sel(teks)
        assert periode is not None and periode.kode == "2022-07"
    assert periode_dari_sel("2022-07-15 pagi") is None
