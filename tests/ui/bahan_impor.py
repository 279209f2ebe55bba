"""Files of a layout nobody knows, and the page *Impor data* run by AppTest as a person would use it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import openpyxl
from streamlit.testing.v1 import AppTest

from kinerja.i18n import teks
from kinerja.store.koneksi import buka_aktif

AKAR = Path(__file__).resolve().parents[2]
ROUTER = AKAR / "kinerja" / "server" / "router.py"
HALAMAN = "../../pages/pengelola/impor.py"
LB, PG = "1011119", "1011120"
NAMA = {LB: "Puskesmas Lubuk Begalung", PG: "Puskesmas Pegambiran"}
PETUGAS = "Siti Aminah"
Angka = Mapping[str, tuple[int, int]]
OKT: Angka = {LB: (1075, 2065), PG: (2364, 1029)}
NOV: Angka = {LB: (915, 1087), PG: (973, 1639)}


def rekap(bulan: str, angka: Angka, nama: Mapping[str, str] = NAMA) -> bytes:
    """Two title lines, two header rows with odd names, a row of totals, a note, a column of names of persons."""
    baris: list[list[Any]] = [["REKAP ORANG DILAYANI"], ["DINAS KESEHATAN KOTA PADANG"], []]
    baris.append(["No", "Tempat", "Bln", "Thn", "Org dilayani", None, None, "Petugas", "Ket"])
    baris.append([None, None, None, None, "L", "P", "Total"])
    for ke, (unit, (laki, perempuan)) in enumerate(angka.items(), 1):
        baris.append([ke, nama[unit], bulan, 2026, laki, perempuan, laki + perempuan, PETUGAS])
    laki, perempuan = (sum(a[n] for a in angka.values()) for n in (0, 1))
    baris += [[None, "JUMLAH", None, None, laki, perempuan, laki + perempuan], [], [None, "Sumber: laporan puskesmas"]]
    gabung = ("A4:A5", "B4:B5", "C4:C5", "D4:D5", "E4:G4", "H4:H5", "I4:I5")
    return xlsx(f"{bulan} 2026", baris, gabung)


def xlsx(lembar: str, baris: Sequence[Sequence[Any]], gabung: Sequence[str] = ()) -> bytes:
    buku = openpyxl.Workbook()
    halaman = buku.active
    assert halaman is not None
    halaman.title = lembar
    for isi in baris:
        halaman.append(list(isi))
    for rentang in gabung:
        halaman.merge_cells(rentang)
    wadah = io.BytesIO()
    buku.save(wadah)
    return wadah.getvalue()


def xlsx_banyak(lembar: Mapping[str, Sequence[Sequence[Any]]]) -> bytes:
    buku = openpyxl.Workbook()
    del buku["Sheet"]
    for nama, baris in lembar.items():
        halaman = buku.create_sheet(nama)
        for isi in baris:
            halaman.append(list(isi))
    wadah = io.BytesIO()
    buku.save(wadah)
    return wadah.getvalue()


def arsip(isi: Mapping[str, bytes]) -> bytes:
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as z:
        for nama, bita in isi.items():
            z.writestr(nama, bita)
    return wadah.getvalue()


def fakta(folder: Path) -> set[tuple[str, str, int, int, str, int]]:
    """Figures that count: indikator, unit, dari, sampai, jk, pembilang."""
    kursor = buka_aktif(folder).kursor()
    return set(
        kursor.execute("select indikator, unit, dari, sampai, jk, pembilang from fakta where digantikan = 0").fetchall()
    )


def diharapkan(bulan: int, angka: Angka) -> set[tuple[str, str, int, int, str, int]]:
    return {
        ("kunjungan_rawat_jalan", unit, bulan, bulan, jk, n)
        for unit, dua in angka.items()
        for jk, n in zip("LP", dua, strict=True)
    }


class Layar:
    """One session on the page."""

    def __init__(self, folder: Path, bahasa: str = "id") -> None:
        self.folder, self.bahasa = folder, bahasa
        self.at = AppTest.from_file(str(ROUTER), default_timeout=60)
        self.at.query_params["bahasa"] = bahasa
        self.at.run()
        self.at.switch_page(HALAMAN)
        self.jalan()

    def jalan(self) -> Layar:
        self.at.run()
        assert not self.at.exception, self.at.exception
        return self

    def unggah(self, isi: Mapping[str, bytes]) -> Layar:
        """Choose these files and wait until they are read."""
        self.at.file_uploader[0].set_value([(n, b, "application/octet-stream") for n, b in isi.items()])
        return self.baca()

    def baca(self) -> Layar:
        """Run until nothing is being read."""
        for _ in range(60):
            self.jalan()
            if not any(b.key == "impor_hentikan" for b in self.at.button):
                return self
        raise AssertionError("still reading")

    def tekan(self, kunci: str) -> Layar:
        self.tombol(kunci).click()
        return self.baca()

    def tombol(self, kunci: str) -> Any:
        return next(b for b in self.at.button if b.key == kunci)

    def ada(self, kunci: str) -> bool:
        return any(b.key == kunci for b in self.at.button)

    def _cari(self, jenis: str, akhir: str) -> Any:
        ada = [w for w in getattr(self.at, jenis) if w.key and (w.key == akhir or w.key.endswith(f"_{akhir}"))]
        assert len(ada) == 1, (akhir, [w.key for w in getattr(self.at, jenis)])
        return ada[0]

    def pilih(self, akhir: str, nilai: Any, jenis: str = "selectbox") -> Layar:
        """Set the widget whose key ends so."""
        self._cari(jenis, akhir).set_value(nilai)
        return self.baca()

    def nilai(self, akhir: str, jenis: str = "selectbox") -> Any:
        return self._cari(jenis, akhir).value

    def isi(self) -> str:
        """Every text on the page, those in tables included."""
        at = self.at
        jenis = (at.title, at.header, at.subheader, at.markdown, at.caption, at.error, at.warning, at.info)
        kata = [str(e.value) for daftar in jenis for e in daftar] + [e.label for e in at.expander]
        return "\n".join([*kata, *(d.value.to_csv() for d in at.dataframe), *(str(b.label) for b in at.button)])

    def teks(self, kunci: str, **args: object) -> str:
        return teks("en" if self.bahasa == "en" else "id", kunci, **args)
