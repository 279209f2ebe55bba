"""*Satuan kerja* on screen: the list, the national register, and every change by a second click with a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from kinerja.domain.unit import BULAN_AKHIR, Unit
from kinerja.i18n import teks
from kinerja.indikator import satuan, terbit
from kinerja.store import queries, riwayat
from kinerja.store.koneksi import buka_aktif
from kinerja.store.lokasi import nomor_aktif
from tests.ui.bahan_mutu import LB, PG, angka, buka, simpan, tekan, tertulis, waktu

HALAMAN = "satuan-kerja"
KILANGAN = "1011118"


@pytest.fixture
def nyata(tmp_path: Path) -> Path:
    simpan(tmp_path, [angka(u, 202601, 9) for u in (LB, PG)], waktu(202602, 2))
    return tmp_path


def unit(folder: Path, kode: str) -> Unit:
    return next(u for u in queries.fetch_unit(buka_aktif(folder).kursor()) if u.kode == kode)


def tulis(at, kunci: str, isi: str):
    """Type into one of the boxes; their keys end with the number of the snapshot."""
    return next(t for t in at.text_input if t.key and t.key.startswith(f"satuan_{kunci}_")).set_value(isi).run()


def pilih(at, kunci: str, kode: str):
    """Choose a unit in one of the boxes; their keys end with the number of the snapshot."""
    kotak = next(s for s in at.selectbox if s.key and s.key.startswith(f"satuan_{kunci}_"))
    return kotak.set_value(kode).run()


def test_the_list_is_a_tree_with_kinds_codes_and_counts(nyata: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at = buka(monkeypatch, nyata, HALAMAN)
    assert "40 satuan kerja berlaku" in tertulis(at)
    assert "15 kelurahan" in tertulis(at)
    tabel = at.dataframe[0].value
    baris = {str(n).strip(): (len(n) - len(n.lstrip()), j) for n, j in zip(tabel["Nama"], tabel["Jenis"], strict=True)}
    assert baris["Wilayah Lubuk Begalung"] == (0, "wilayah")
    assert baris["Puskesmas Pegambiran"] == (2, "puskesmas")
    assert baris["Poli Umum Pegambiran"] == (3, "poli")
    assert tabel.set_index("Kode").loc[PG, "Kode register"] == PG


def test_the_list_can_be_searched_by_name_and_code(nyata: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at = buka(monkeypatch, nyata, HALAMAN)
    at.text_input(key="saring_satuan").set_value("pegambiran puskes").run()
    assert at.dataframe[0].value["Nama"].tolist() == ["Puskesmas Pegambiran"]
    at.text_input(key="saring_satuan").set_value("1011119").run()
    assert "Puskesmas Lubuk Begalung" in at.dataframe[0].value["Nama"].tolist()
    at.text_input(key="saring_satuan").set_value("bukan [apa](http://x)").run()
    assert "Tidak ada satuan kerja yang cocok" in tertulis(at)
    assert not any("](http" in str(c.value) for c in at.caption)


def test_with_sample_data_the_page_says_what_is_possible_and_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terbit.terbitkan_contoh(tmp_path)
    at = buka(monkeypatch, tmp_path, HALAMAN)
    assert "Selama masih data contoh, daftar ini hanya dapat dilihat" in tertulis(at)
    assert [b.key for b in at.button if b.key and b.key.startswith("ya_")] == ["ya_mulai_kosong"]
    at.text_input(key="cari_register").set_value("lubuk kilangan").run()
    assert f"Puskesmas Lubuk Kilangan · kode {KILANGAN} · kabupaten/kota 1371" in tertulis(at)
    assert not any(b.key == "ya_satuan_tambah" for b in at.button)


def test_an_office_may_begin_with_an_empty_store_to_set_up_its_units(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    terbit.terbitkan_contoh(tmp_path)
    at = tekan(buka(monkeypatch, tmp_path, HALAMAN), "mulai_kosong", nama="Sri")
    assert terbit.asal_data(tmp_path) == "nyata"
    assert "Tambah" in [t.label for t in at.tabs]
    assert riwayat.fetch_jejak(buka_aktif(tmp_path).kursor())[0][4] == "Sri"


def test_a_puskesmas_is_added_from_the_register(nyata: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at = buka(monkeypatch, nyata, HALAMAN)
    at.text_input(key="cari_register").set_value("lubuk 1371").run()
    assert "Sudah ada di daftar: Puskesmas Lubuk Begalung (1011119)." in tertulis(at)
    radio = at.radio[-1]
    assert radio.options[0] == f"Puskesmas Lubuk Kilangan · kode {KILANGAN} · kabupaten/kota 1371"
    radio.set_value(KILANGAN).run()
    assert "ditambahkan di bawah Dinas Kesehatan" in tertulis(at)
    semula = nomor_aktif(nyata)
    tekan(at, "satuan_tambah")
    assert nomor_aktif(nyata) == semula
    tekan(at, "satuan_tambah", nama="Sri")
    baru = unit(nyata, "PKM-LUBUK-KILANGAN")
    assert (baru.nama, baru.kode_resmi, baru.induk) == ("Puskesmas Lubuk Kilangan", KILANGAN, "DINKES")
    assert "Sudah ada di daftar" in tertulis(at)


def test_nothing_in_the_register_gets_a_sentence(nyata: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at = buka(monkeypatch, nyata, HALAMAN)
    at.text_input(key="cari_register").set_value("zzzz").run()
    assert teks("id", "satuan.register_kosong") in tertulis(at)
    at.text_input(key="cari_register").set_value("13").run()
    assert not at.exception


def test_a_unit_is_renamed_and_its_old_name_stays_known(nyata: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at = pilih(buka(monkeypatch, nyata, HALAMAN), "nama", PG)
    tulis(at, "nama_baru", "Puskesmas Pegambiran Baru")
    assert "Nama lama tetap dikenali di berkas" in tertulis(at)
    tekan(at, "satuan_nama", nama="Sri")
    assert unit(nyata, PG).nama == "Puskesmas Pegambiran Baru"
    assert queries.fetch_alias(buka_aktif(nyata).kursor())["pegambiran"] == PG


def test_a_name_that_is_taken_is_refused_with_a_sentence(nyata: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at = pilih(buka(monkeypatch, nyata, HALAMAN), "nama", PG)
    tulis(at, "nama_baru", "Puskesmas Lubuk Begalung")
    tekan(at, "satuan_nama", nama="Sri")
    assert "sudah dipakai unit Puskesmas Lubuk Begalung" in at.error[0].value
    assert unit(nyata, PG).nama == "Puskesmas Pegambiran"


def test_units_of_one_kind_are_merged_from_a_month_on(nyata: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    banuaran, tanjung = f"{PG}-P-BNR", f"{PG}-P-TJA"
    at = pilih(buka(monkeypatch, nyata, HALAMAN), "gabung", banuaran)
    penerus = next(s for s in at.selectbox if s.key and s.key.startswith("satuan_penerus_"))
    assert {"Pustu Tanjung Aur", "Pustu Koto Baru", "Pustu Kampung Baru"} == set(penerus.options)
    penerus.set_value(tanjung).run()
    at.selectbox(key="satuan_bulan_gabung").set_value(202603).run()
    assert "Pustu Banuaran berlaku sampai Februari 2026" in tertulis(at)
    tekan(at, "satuan_gabung", nama="Sri")
    assert (unit(nyata, banuaran).berlaku_sampai, unit(nyata, banuaran).penerus) == (202602, tanjung)
    tabel = at.dataframe[0].value
    baris = tabel[tabel["Kode"] == banuaran].iloc[0]
    assert (baris["Berlaku"], baris["Diteruskan oleh"]) == ("sampai Feb 2026", "Pustu Tanjung Aur")


def test_a_unit_is_closed_and_opened_again(nyata: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pustu = f"{PG}-P-BNR"
    at = pilih(buka(monkeypatch, nyata, HALAMAN), "tutup", pustu)
    at.selectbox(key="satuan_bulan_tutup").set_value(202606).run()
    tekan(at, "satuan_tutup", nama="Sri")
    assert unit(nyata, pustu).berlaku_sampai == 202606
    tekan(pilih(at, "buka", pustu), "satuan_buka", nama="Sri")
    assert unit(nyata, pustu).berlaku_sampai == BULAN_AKHIR


def test_a_unit_with_later_figures_cannot_be_closed(nyata: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for anak in [u.kode for u in queries.fetch_unit(buka_aktif(nyata).kursor()) if u.induk == PG]:
        satuan.tutup(nyata, anak, 202512, "Sri")
    at = pilih(buka(monkeypatch, nyata, HALAMAN), "tutup", PG)
    at.selectbox(key="satuan_bulan_tutup").set_value(202512).run()
    tekan(at, "satuan_tutup", nama="Sri")
    assert "masih memiliki angka" in at.error[0].value


def test_another_name_is_added_and_listed(nyata: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at = pilih(buka(monkeypatch, nyata, HALAMAN), "alias", PG)
    tulis(at, "nama_lain", "PKM Pgmbrn")
    tekan(at, "satuan_alias", nama="Sri")
    tabel = next(df.value for df in at.dataframe if "Nama lain" in df.value.columns)
    assert ["Puskesmas Pegambiran", "pgmbrn"] in tabel[["Unit", "Nama lain"]].values.tolist()


def test_only_the_data_manager_and_the_personnel_office_have_the_page(
    nyata: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    buka(monkeypatch, nyata, HALAMAN, peran="kepegawaian")
    with pytest.raises(ValueError, match="satuan_kerja"):
        buka(monkeypatch, nyata, HALAMAN, peran="evaluator")
