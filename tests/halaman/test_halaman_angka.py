"""What pages show: the engine's figures, hidden cells hidden, gaps named, own sentences for a broken store."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from kinerja.domain.akses import Akses
from kinerja.domain.periode import parse_periode
from kinerja.i18n import format as tulis
from kinerja.indikator import hitung, terbit
from kinerja.indikator.registry import registri
from kinerja.store.koneksi import buka_aktif
from tests.halaman.conftest import semua_teks


def _engine(folder: Path, peran: str, kode: str, unit: list[str], periode: str):
    kursor = buka_aktif(folder).kursor()
    return hitung.fetch_capaian(
        Akses(peran), kursor, hitung.fetch_pohon(kursor), [kode], unit, [parse_periode(periode)]
    )


TANPA_CONTOH = {"pelayanan_tepat_waktu", "iku_tercapai", "kasus_baru"}  # only ever imported


@pytest.mark.parametrize("kode", [k for k in registri() if k not in TANPA_CONTOH])
def test_the_table_shows_the_figures_of_the_engine(
    jalankan: Callable[..., AppTest], folder_data: dict[str, Path], kode: str
) -> None:
    ind = registri()[kode]
    spm = ind.agregasi == "kumulatif" and ind.bentuk != "jumlah"
    periode = "2026-TW2" if kode == "penilaian_tercatat" else "2026-06"  # the sample's appraisals are quarterly
    at = jalankan("unit-vs-target", unit="DINKES", indikator=kode, periode=periode, peran="evaluator")
    df = _engine(folder_data["sampel"], "evaluator", kode, ["1011119", "1011120"], "2026-06-kum" if spm else periode)
    harap = {n: tulis.angka(v, ind.desimal, "id") for n, v in zip(df["nama"], df["realisasi"], strict=True)}
    if len(df) > 1:
        tabel = at.dataframe[0].value
        kolom = next(k for k in tabel.columns if k.startswith("Realisasi"))
        assert dict(zip(tabel["Unit"], tabel[kolom], strict=True)) == harap
    else:
        assert next(iter(harap.values())) in semua_teks(at)


def test_a_unit_of_three_people_is_hidden_from_leadership_and_shown_to_the_personnel_office(
    jalankan: Callable[..., AppTest], folder_data: dict[str, Path]
) -> None:
    kursor = buka_aktif(folder_data["sampel"]).kursor()
    kecil = kursor.execute(
        "select unit from pegawai where berlaku_sampai >= 202610 group by unit having count(*) between 2 and 4 "
        "and unit like '13.71%'"
    ).fetchall()[0][0]
    for peran, tampak in (("pimpinan", False), ("kepegawaian", True)):
        df = _engine(folder_data["sampel"], peran, "ketepatan_skp", [kecil], "2026-05")
        assert df["realisasi"].notna().all() == tampak
        at = jalankan("unit-vs-target", unit=kecil, indikator="ketepatan_skp", periode="2026-05", peran=peran)
        assert ("disembunyikan" in semua_teks(at)) != tampak


def test_a_month_without_report_is_called_a_gap_on_the_page(jalankan: Callable[..., AppTest]) -> None:
    at = jalankan("unit-vs-target", data="satu_unit", periode="2025-04", unit="1011119")
    assert "tidak ada laporan" in semua_teks(at)


@pytest.mark.parametrize(
    ("rusak", "kunci"),
    [
        (lambda f: (f / "kinerja-000001.duckdb").unlink(), "tidak ditemukan"),
        (lambda f: (f / "AKTIF").write_text("entah apa"), "Penunjuk"),
        (lambda f: (f / "AKTIF").unlink(), "Penunjuk"),
        (lambda f: (f / "kinerja-000001.duckdb").write_bytes(b"bukan basis data" * 4096), "rusak"),
    ],
)
def test_a_store_that_cannot_be_read_gets_its_own_sentence(
    jalankan: Callable[..., AppTest], tmp_path: Path, rusak: Callable[[Path], object], kunci: str
) -> None:
    terbit.terbitkan_contoh(tmp_path)
    rusak(tmp_path)
    at = jalankan("ringkasan", data=tmp_path)
    assert not at.exception
    assert kunci in at.error[0].value
    assert str(tmp_path.name) not in at.error[0].value or kunci == "Penunjuk"


def test_a_unit_name_with_markup_is_shown_as_text(jalankan: Callable[..., AppTest], tmp_path: Path) -> None:
    from kinerja.domain.fakta import Fakta, HasilBaca
    from kinerja.domain.unit import Unit

    jahat = Unit("JAHAT", '![x](http://jahat/a.png) <img src=x onerror="1">', "puskesmas", "DINKES", "dinkes", 900)
    fakta = tuple(Fakta("spm_tb", "JAHAT", b, b, 1, 100) for b in (202405, 202406))
    hasil = HasilBaca("templat", "j.csv", "d" * 64, ("csv",), fakta, unit_baru=(jahat,))
    terbit.simpan(tmp_path, hasil, "uji")
    for halaman in ("ringkasan", "unit-vs-target", "tren", "paparan"):
        at = jalankan(halaman, data=tmp_path, unit="JAHAT", indikator="spm_tb")
        assert not at.exception
        for daftar in (at.title, at.subheader, at.markdown, at.caption):
            assert not any("](http" in str(e.value) for e in daftar)
        assert not any("<img" in g.proto.spec for g in at.get("plotly_chart"))
