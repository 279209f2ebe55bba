"""Who has reported and how punctually: gaps, first reports, longer spans, ends of units, the day due."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kinerja.domain.fakta import Fakta
from kinerja.domain.periode import bulan_antara
from kinerja.indikator import satuan
from kinerja.ui import lapor
from tests.ui.bahan_mutu import KUNJUNGAN, LB, PG, angka, lingkup, simpan, waktu

MULAI = date(2026, 4, 2)
HARI_INI = date(2026, 11, 24)


def keadaan(mp: pytest.MonkeyPatch, folder: Path, periode: str, indikator: list[str] | None = None, **lain: object):
    """(unit, month) → state, over the columns of the page."""
    lk = lingkup(mp, folder, periode, **lain)
    sel = lapor.per_sel(lk, lapor.baca(lk, indikator or [lk.indikator], lapor.kolom(lk)), {})
    return {(s.unit, s.bulan): s.keadaan for s in sel}


def test_a_missing_month_is_missing_but_nothing_is_due_before_the_first_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    isi = [angka(LB, b, 100) for b in (202601, 202602, 202604)] + [angka(PG, b, 90) for b in (202603, 202604)]
    simpan(tmp_path, isi, waktu(202605, 5))
    hasil = keadaan(monkeypatch, tmp_path, "2026-04")
    assert [hasil[LB, b] for b in bulan_antara(202601, 202604)] == ["lapor", "lapor", "belum", "lapor"]
    assert [hasil[PG, b] for b in bulan_antara(202601, 202604)] == ["tidak_berlaku"] * 2 + ["lapor"] * 2


def test_months_inside_a_quarterly_figure_are_not_monthly_and_an_unfinished_quarter_is_not_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tw = [Fakta("spm_tb", LB, a, a + 2, 10, 20) for a in (202601, 202607)]
    simpan(tmp_path, [*tw, *(angka(PG, b, 9) for b in range(202601, 202612))], waktu(202611, 20))
    hasil = keadaan(monkeypatch, tmp_path, "2026-11", ["spm_tb"])
    assert {hasil[LB, b] for b in (202601, 202602, 202603, 202607, 202609)} == {"bukan_bulanan"}
    assert {hasil[LB, b] for b in (202604, 202605, 202606)} == {"belum"}
    assert {hasil[LB, b] for b in (202610, 202611)} == {"bukan_bulanan"}


def test_nothing_is_due_from_a_unit_after_it_was_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    isi = [angka(u, b, 50) for u in (LB, PG) for b in (202601, 202602)] + [angka(LB, 202604, 50)]
    simpan(tmp_path, isi, waktu(202605, 5))
    assert keadaan(monkeypatch, tmp_path, "2026-04")[PG, 202603] == "belum"
    for unit in lingkup(monkeypatch, tmp_path, "2026-04").isi.pohon.anak[PG]:
        satuan.tutup(tmp_path, unit, 202602, "Sri")
    satuan.tutup(tmp_path, PG, 202602, "Sri")
    hasil = keadaan(monkeypatch, tmp_path, "2026-04")
    assert hasil[PG, 202602] == "lapor"
    assert hasil[PG, 202603] == hasil[PG, 202604] == "tidak_berlaku"
    assert hasil[LB, 202603] == "belum"


def test_a_group_is_complete_only_when_each_of_its_indikator_came_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dua = (KUNJUNGAN, "kunjungan_rawat_inap")
    isi = [angka(LB, b, 10, k) for k in dua for b in (202601, 202602)] + [angka(LB, 202603, 10)]
    simpan(tmp_path, isi, waktu(202604, 5))
    lk = lingkup(monkeypatch, tmp_path, "2026-03")
    sel = {s.bulan: s for s in lapor.per_sel(lk, lapor.baca(lk, dua, lapor.kolom(lk)), {})}
    assert lapor.sekelompok(lk) == list(dua)
    assert [sel[b].keadaan for b in (202602, 202603)] == ["lapor", "sebagian"]
    assert (sel[202603].ada, sel[202603].wajib) == (1, 2)


def test_a_store_of_yearly_figures_has_columns_of_years(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    isi = [Fakta("spm_tb", LB, t * 100 + 1, t * 100 + 12, 5, 9) for t in (2022, 2023, 2024)]
    isi += [Fakta("spm_tb", PG, t * 100 + 1, t * 100 + 12, 5, 9) for t in (2022, 2024)]
    simpan(tmp_path, isi, waktu(202502, 5))
    hasil = keadaan(monkeypatch, tmp_path, "2024", ["spm_tb"])
    assert {b for _, b in hasil} == {202212, 202312, 202412}
    assert [hasil[PG, b] for b in (202212, 202312, 202412)] == ["lapor", "belum", "lapor"]


def test_only_units_below_the_chosen_one_are_shown_in_official_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    simpan(tmp_path, [angka(u, 202601, 10) for u in (PG, LB)], waktu(202602, 5))
    assert [u for u, _ in keadaan(monkeypatch, tmp_path, "2026-01")] == [LB, PG]
    assert [u for u, _ in keadaan(monkeypatch, tmp_path, "2026-01", unit=PG)] == [PG]


def test_a_telephone_gets_six_months_and_never_a_month_before_the_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    simpan(tmp_path, [angka(LB, b, 10) for b in range(202601, 202611)], waktu(202611, 5))
    assert [p.sampai for p in lapor.kolom(lingkup(monkeypatch, tmp_path, "2026-10", sempit=True))] == list(
        range(202605, 202611)
    )
    assert lapor.kolom(lingkup(monkeypatch, tmp_path, "2026-10"))[0].dari == 202601


@pytest.mark.parametrize(
    ("pada", "harap"),
    [
        (waktu(202611, 10, 16), "tepat"),  # 23.00 WIB of the due day
        (waktu(202611, 10, 17), "setelah"),  # 00.00 WIB of the day after
        (waktu(202611, 3), "tepat"),
    ],
)
def test_a_report_is_punctual_to_the_end_of_the_tenth_day_in_wib(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pada, harap: str
) -> None:
    simpan(tmp_path, [angka(LB, 202609, 10)], waktu(202610, 2))
    simpan(tmp_path, [angka(LB, 202610, 10)], pada)
    lk = lingkup(monkeypatch, tmp_path, "2026-10")
    oktober = [x for x in lapor.baca(lk, [KUNJUNGAN], lapor.kolom(lk)) if x.masa.sampai == 202610]
    assert lapor.nilai_tepat(oktober, MULAI, HARI_INI) == harap


def test_a_correction_does_not_make_a_punctual_report_late(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    simpan(tmp_path, [angka(LB, 202610, 10)], waktu(202611, 5))
    simpan(tmp_path, [angka(LB, 202610, 12)], waktu(202612, 20), koreksi="salah ketik")
    lk = lingkup(monkeypatch, tmp_path, "2026-10")
    isi = lapor.baca(lk, [KUNJUNGAN], lapor.kolom(lk))
    assert isi[0].masuk == date(2026, 11, 5)
    assert lapor.nilai_tepat(isi, MULAI, HARI_INI) == "tepat"


def test_what_was_due_before_the_store_began_is_not_judged_and_a_running_month_is_not_late(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    simpan(tmp_path, [angka(LB, b, 10) for b in (202601, 202603)], waktu(202604, 2))
    lk = lingkup(monkeypatch, tmp_path, "2026-03")
    per_bulan = {x.masa.sampai: [x] for x in lapor.baca(lk, [KUNJUNGAN], lapor.kolom(lk))}
    assert lapor.nilai_tepat(per_bulan[202601], MULAI, HARI_INI) == "tidak_dinilai"
    assert lapor.nilai_tepat(per_bulan[202602], MULAI, HARI_INI) == "tidak_dinilai"  # due 10 March
    assert lapor.nilai_tepat(per_bulan[202603], MULAI, HARI_INI) == "tepat"
    assert lapor.nilai_tepat(per_bulan[202602], date(2026, 1, 1), date(2026, 3, 10)) == "belum_jatuh_tempo"
    assert lapor.nilai_tepat(per_bulan[202602], date(2026, 1, 1), date(2026, 3, 11)) == "belum"
