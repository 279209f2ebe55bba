"""Zip archives and folders: which files come out, what is left out and named, and what is refused as a whole."""

from __future__ import annotations

import hashlib
import io
import stat
import struct
import zipfile
from pathlib import Path

import pytest
from bahan_ingest import csv_templat, ods, ods_tabel, xlsx, zip_dari

from kinerja.i18n import BAHASA, teks
from kinerja.ingest.arsip import berupa_arsip, buka_arsip, isi_folder
from kinerja.ingest.tipe import MAKS_ENTRI
from kinerja.ingest.tolak import BerkasDitolakError

CSV = csv_templat("2026-10;Puskesmas Pegambiran;spm_hipertensi;10;20;;").encode()
XLSX = xlsx({"Data": [["periode", "unit"], ["2026-10", "Puskesmas Pegambiran"]]})
ODS = ods(ods_tabel("Data", [["periode", "unit"]]))


def tulis(tmp_path: Path, isi: bytes, nama: str = "kumpulan.zip") -> Path:
    jalur = tmp_path / nama
    jalur.write_bytes(isi)
    return jalur


def ditolak(jalur: Path) -> BerkasDitolakError:
    with pytest.raises(BerkasDitolakError) as galat:
        buka_arsip(jalur, jalur.name)
    for bahasa in BAHASA:
        assert jalur.name in teks(bahasa, galat.value.kunci, **galat.value.args_kunci)
    return galat.value


def tandai_sandi(isi: bytes) -> bytes:
    hasil = bytearray(isi)
    for tanda, geser in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        struct.pack_into("<H", hasil, hasil.rfind(tanda) + geser, 1)
    return bytes(hasil)


def test_every_file_comes_out_with_its_bytes_and_a_name_for_showing(tmp_path: Path) -> None:
    jalur = tulis(tmp_path, zip_dari({"jan.csv": CSV, "2026/feb.xlsx": XLSX, "mar.ods": ODS, "surat.pdf": b"%PDF-1.7"}))
    assert buka_arsip(jalur, "kumpulan.zip").berkas == (
        ("jan.csv", CSV),
        ("2026/feb.xlsx", XLSX),
        ("mar.ods", ODS),
        ("surat.pdf", b"%PDF-1.7"),
    )


@pytest.mark.parametrize(("isi", "ya"), [(XLSX, False), (ODS, False), (CSV, False), (zip_dari({"a.csv": CSV}), True)])
def test_an_archive_is_told_by_its_content_and_a_workbook_is_none(tmp_path: Path, isi: bytes, ya: bool) -> None:
    assert berupa_arsip(tulis(tmp_path, isi, "laporan.xlsx")) is ya
    if not ya:
        assert ditolak(tulis(tmp_path, isi, "laporan.zip")).kunci == "masalah.arsip_bukan"


def test_a_missing_or_broken_file_is_no_archive(tmp_path: Path) -> None:
    assert not berupa_arsip(tmp_path / "tidak-ada.zip")
    assert not berupa_arsip(tulis(tmp_path, zip_dari({"a.csv": CSV})[:-30]))


def test_hidden_and_system_entries_links_and_folders_are_left_out_and_named(tmp_path: Path) -> None:
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as arsip:
        arsip.writestr("data/", "")
        for nama in (".DS_Store", "__MACOSX/._jan.csv", "data/Thumbs.db", "data/~$jan.xlsx", "desktop.ini"):
            arsip.writestr(nama, "x")
        tautan = zipfile.ZipInfo("data/tautan.csv")
        tautan.external_attr = (stat.S_IFLNK | 0o777) << 16
        arsip.writestr(tautan, "/etc/passwd")
        arsip.writestr("data/jan.csv", CSV)
    isi = buka_arsip(tulis(tmp_path, wadah.getvalue()), "kumpulan.zip")
    assert [n for n, _ in isi.berkas] == ["data/jan.csv"]
    assert {d.nama: d.alasan.removeprefix("dibuang.arsip_") for d in isi.dilewati} == {
        "data": "folder",
        ".DS_Store": "tersembunyi",
        "__MACOSX/._jan.csv": "tersembunyi",
        "data/Thumbs.db": "tersembunyi",
        "data/~$jan.xlsx": "tersembunyi",
        "desktop.ini": "tersembunyi",
        "data/tautan.csv": "tautan",
    }
    assert not any(d.berisi for d in isi.dilewati)


def test_an_archive_in_the_archive_is_not_opened_and_may_hold_data(tmp_path: Path) -> None:
    dalam = zip_dari({"apr.csv": CSV + b"\n"})
    isi = buka_arsip(tulis(tmp_path, zip_dari({"jan.csv": CSV, "lama.xlsx": dalam})), "kumpulan.zip")
    assert [n for n, _ in isi.berkas] == ["jan.csv"]
    assert [(d.nama, d.alasan, d.berisi) for d in isi.dilewati] == [("lama.xlsx", "dibuang.arsip_dalam", True)]


def test_of_two_equal_entries_the_second_is_named_with_its_twin(tmp_path: Path) -> None:
    isi = buka_arsip(tulis(tmp_path, zip_dari({"jan.csv": CSV, "salinan jan.csv": CSV})), "kumpulan.zip")
    (kembar,) = isi.dilewati
    assert (kembar.nama, kembar.args) == ("salinan jan.csv", {"lain": "jan.csv"})
    assert teks("id", kembar.alasan, **kembar.args) == "isinya sama dengan jan.csv"


NAMA_KELUAR = ["../../etc/passwd", "/etc/passwd", "C:\\etc\\passwd", "..\\etc\\passwd", "./etc//passwd"]


@pytest.mark.parametrize("nama", NAMA_KELUAR)
def test_a_name_never_leads_out_of_anywhere(tmp_path: Path, nama: str) -> None:
    ((sebut, isi),) = buka_arsip(tulis(tmp_path, zip_dari({nama: CSV})), "kumpulan.zip").berkas
    assert isi == CSV
    assert sebut.removeprefix("C:/") == "etc/passwd"
    assert list(tmp_path.iterdir()) == [tmp_path / "kumpulan.zip"], "nothing is unpacked anywhere"


def test_an_encrypted_entry_refuses_the_archive_and_is_named(tmp_path: Path) -> None:
    galat = ditolak(tulis(tmp_path, tandai_sandi(zip_dari({"gaji.csv": CSV}))))
    assert galat.kunci == "masalah.arsip_bersandi"
    assert galat.args_kunci["berkas"] == "gaji.csv"


def test_too_many_entries_refuse_the_archive(tmp_path: Path) -> None:
    banyak = zip_dari({f"{n}.csv": str(n) for n in range(MAKS_ENTRI)})
    assert len(buka_arsip(tulis(tmp_path, banyak), "kumpulan.zip").berkas) == MAKS_ENTRI
    lebih = zip_dari({f"{n}.csv": str(n) for n in range(MAKS_ENTRI + 1)})
    assert ditolak(tulis(tmp_path, lebih)).kunci == "masalah.arsip_entri"


def test_more_than_sixty_megabytes_in_sum_refuse_the_archive(tmp_path: Path) -> None:
    bagian = {f"{n}.csv": bytes([48 + n]) * (31 << 20) for n in range(2)}
    assert ditolak(tulis(tmp_path, zip_dari(bagian))).kunci == "masalah.arsip_besar"


def test_a_workbook_beyond_its_own_limit_refuses_the_archive_and_is_named(tmp_path: Path) -> None:
    galat = ditolak(tulis(tmp_path, zip_dari({"foto.xlsx": XLSX + b"\0" * (10 << 20)})))
    assert (galat.kunci, galat.args_kunci["berkas"]) == ("masalah.arsip_berkas_besar", "foto.xlsx")


def test_an_entry_that_lies_about_its_size_is_stopped(tmp_path: Path) -> None:
    """10 bytes in the directory, 70 MB in truth: nothing of it may be taken for the file."""
    isi = bytearray(zip_dari({"besar.csv": b"a;b\n" * (70 << 18)}))
    for tanda, geser in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        struct.pack_into("<I", isi, isi.rfind(tanda) + geser, 10)
    assert ditolak(tulis(tmp_path, bytes(isi))).kunci == "masalah.arsip_rusak"


def test_a_damaged_entry_and_an_empty_archive_are_refused(tmp_path: Path) -> None:
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w", zipfile.ZIP_STORED) as arsip:
        arsip.writestr("jan.csv", CSV)
    isi = bytearray(wadah.getvalue())
    isi[60] ^= 0xFF
    assert ditolak(tulis(tmp_path, bytes(isi))).kunci == "masalah.arsip_rusak"
    assert ditolak(tulis(tmp_path, zip_dari({}))).kunci == "masalah.arsip_kosong"
    assert ditolak(tulis(tmp_path, zip_dari({"kosong/": "", ".x": "1"}))).kunci == "masalah.arsip_kosong"


def test_a_folder_gives_its_files_by_name_and_names_the_rest(tmp_path: Path) -> None:
    (tmp_path / "lama").mkdir()
    (tmp_path / ".git").mkdir()
    for nama in ("mar.csv", "jan.csv", ".rahasia", "~$jan.xlsx", "lama/des.csv", ".git/isi.csv"):
        (tmp_path / nama).write_bytes(hashlib.sha256(nama.encode()).digest())
    berkas, dilewati = isi_folder(tmp_path)
    assert [b.name for b in berkas] == ["jan.csv", "mar.csv"]
    assert {d.nama: d.alasan for d in dilewati} == {
        ".git": "dibuang.arsip_tersembunyi",
        ".rahasia": "dibuang.arsip_tersembunyi",
        "lama": "dibuang.folder_dalam",
        "~$jan.xlsx": "dibuang.arsip_tersembunyi",
    }
    berkas, dilewati = isi_folder(tmp_path, sub=True)
    assert [str(b.relative_to(tmp_path)) for b in berkas] == ["jan.csv", "lama/des.csv", "mar.csv"]
    assert {d.nama for d in dilewati} == {".git", ".rahasia", "~$jan.xlsx"}
