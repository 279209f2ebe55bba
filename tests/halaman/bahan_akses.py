"""The sample as if it were real, with accounts, names and feedback; and everything a page sends to the browser.

Every text that people wrote carries the code of whom it is about, so one search finds names, feedback and reasons.
"""

from __future__ import annotations

import re
import shutil
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import duckdb
from sqlalchemy import insert
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from kinerja.catatan import mesin
from kinerja.catatan.tabel import ALASAN_ANTREAN, NAMA_PEGAWAI, TANGGAPAN, UMPAN_BALIK
from kinerja.domain.akses import Akses
from kinerja.domain.antrean import JENIS_ANTREAN
from kinerja.indikator.registry import registri
from kinerja.indikator.toko import bangun_mart
from kinerja.store import snapshot
from tests.halaman.conftest import ROUTER
from tests.pelihat import MATRIKS

KODE = re.compile(r"ASN-\d{4}")
TW3, BULAN, TIGA_ORANG = "2026-TW3", 202609, "13.71.06.1015"


def tabel_halaman() -> dict[tuple[str, str], str]:
    """(page, viewer) → whom it may show there, as ``akses.md`` has it."""
    bagian = MATRIKS.read_text(encoding="utf-8").split("\n## Pages")[1].split("\n## ")[0]
    baris = [[s.strip() for s in b.strip("|").split("|")] for b in bagian.splitlines() if b.startswith("|")]
    return {(h, siapa): isi for h, *sel in baris[2:] for siapa, isi in zip(baris[0][1:], sel, strict=True)}


class Orang:
    """Who is whose, from the list of employees alone and in no code of the program."""

    def __init__(self, jalur: Path) -> None:
        with duckdb.connect(str(jalur), read_only=True) as k:
            dinas = "digantikan = 0 and berlaku_dari <= 202609 and berlaku_sampai >= 202607"
            self.baris = k.execute(f"select pegawai, unit, penilai from pegawai where {dinas}").fetchall()
            self.jalur = dict(k.execute("select kode, jalur from unit").fetchall())
            self.induk = dict(k.execute("select kode, induk from unit").fetchall())
        self.semua = frozenset(b[0] for b in self.baris)

    def atas(self, unit: str | None) -> Iterator[str]:
        while unit:
            yield unit
            unit = self.induk[unit]

    def boleh(self, akses: Akses, siapa: str) -> frozenset[str]:
        """Whom ``siapa`` (a word of the matrix) means for this viewer."""
        match siapa:
            case "diri":
                return frozenset({akses.pegawai})
            case "unit":
                jalur = self.jalur[akses.unit]
                milik = {p for p, u, _ in self.baris if akses.unit in self.atas(u) and self.jalur[u] == jalur}
                return frozenset({akses.pegawai, *milik})
            case "rantai":
                hasil = {akses.pegawai}
                while tambah := {p for p, _, oleh in self.baris if oleh in hasil} - hasil:
                    hasil |= tambah
                return frozenset(hasil)
            case "semua":
                return self.semua
        return frozenset()

    def penilai(self, pegawai: str) -> frozenset[str]:
        return frozenset(oleh for p, _, oleh in self.baris if p == pegawai)


_UBAH = (
    "update skp_penilaian set hasil_kerja = 'di_bawah', perilaku = 'di_bawah', predikat = 'sangat_kurang'",
    "update skp_perilaku set ekspektasi = 'di_bawah'",
    "update skp_butir set realisasi_e4 = target_e4 // 2, bukti = 0",
    "update laporan_skp set tepat = 0, lapor = null",
    "update pelatihan set jp = 60, peserta = peserta + 2",
)


def buat_nyata(contoh: Path, folder: Path, *, ubah: bool = False) -> Path:
    """The sample called real, with notes about everybody; ``ubah``: three people of one kelurahan did everything else.

    Returns the file of the snapshot.
    """
    shutil.copytree(contoh, folder, dirs_exist_ok=True)
    for sisa in folder.glob("catatan.sqlite*"):
        sisa.unlink()

    def kerja(k: duckdb.DuckDBPyConnection) -> None:
        k.execute("update meta set nilai = 'nyata' where kunci = 'asal'")
        for perintah in _UBAH if ubah else ():
            k.execute(f"{perintah} where unit = ?", [TIGA_ORANG])
        if ubah:
            bangun_mart(k, [i for i in registri().values() if i.kelompok == "asn"])

    nomor = snapshot.publish(folder, kerja, lambda _: None)
    jalur = folder / f"kinerja-{nomor:06d}.duckdb"
    _tulis_catatan(folder, Orang(jalur))
    return jalur


def _tulis_catatan(folder: Path, orang: Orang) -> None:
    pada = datetime(2026, 10, 20, 3, tzinfo=UTC)
    with mesin.buka(folder).begin() as k:
        for n, (p, unit, oleh) in enumerate(orang.baris, 1):
            masa = {"pegawai": p, "dari": 202607, "sampai": BULAN}
            nama = {"pegawai": p, "muatan": 3, "nama": f"Nama dari {p}", "nip_akhir": "1234"}
            kata = {"fakta": f"Fakta {p}.", "saran": f"Saran {p}.", "langkah": f"Langkah {p}.", "indikator": ""}
            tulis = {"penilai": oleh, "oleh": oleh, "dibuat": pada, "dibaca": pada, "contoh": False, "perilaku": ""}
            k.execute(insert(NAMA_PEGAWAI).values(nama))
            k.execute(insert(UMPAN_BALIK).values(masa | kata | tulis | {"id": n, "unit": unit}))
            jawab = {"umpan_balik": n, "jenis": "jawaban", "isi": f"Jawaban {p}.", "oleh": p, "pada": pada}
            k.execute(insert(TANGGAPAN).values(jawab))
            for jenis in JENIS_ANTREAN:
                isi = {"jenis": jenis, "alasan": f"Alasan {p}.", "oleh": "kepegawaian", "pada": pada}
                k.execute(insert(ALASAN_ANTREAN).values(masa | isi))
    mesin.tutup()


def buka_langsung(halaman: str, tautan: dict[str, str], keadaan: dict[str, Any] | None = None) -> AppTest:
    """What the browser gets that asks for this page by its address, never having been anywhere else."""
    at = AppTest.from_file(str(ROUTER), default_timeout=60)
    for nama, nilai in tautan.items():
        at.query_params[nama] = nilai
    for nama, nilai in (keadaan or {}).items():
        at.session_state[nama] = nilai
    at._page_hash = "" if halaman == "ringkasan" else calc_hash(halaman)
    return at.run()


def kiriman(at: AppTest) -> str:
    """Everything of a page: texts, tables, figures, choices, keys."""
    bagian = [simpul.proto.SerializeToString() for simpul in at._tree if getattr(simpul, "proto", None) is not None]
    return "\n".join(b.decode("utf-8", "replace") for b in bagian)


def tampak(at: AppTest) -> str:
    """What of it can be seen: all but the identifiers of the elements, and the address that the reader typed."""
    hasil: list[str] = []
    for simpul in at._tree:
        proto = getattr(simpul, "proto", None)
        if proto is not None and getattr(simpul, "key", None) not in ("orang", "sebagai"):
            _baca(proto, hasil)
    return "\n".join(hasil)


def _baca(proto: Any, hasil: list[str]) -> None:
    for bidang, isi in proto.ListFields():
        if bidang.name in ("id", "form_id", "user_key"):
            continue
        for satu in isi if bidang.is_repeated and not isinstance(isi, (str, bytes)) else [isi]:
            if hasattr(satu, "ListFields"):
                _baca(satu, hasil)
            elif isinstance(satu, bytes):
                hasil.append(satu.decode("utf-8", "replace"))
            elif isinstance(satu, str):
                hasil.append(satu)


def isi_berkas(isi: bytes) -> str:
    """The text of a file that was downloaded, unpacked where it is a workbook."""
    if not isi.startswith(b"PK"):
        return isi.decode("utf-8")
    with zipfile.ZipFile(BytesIO(isi)) as arsip:
        return "\n".join(arsip.read(n).decode("utf-8", "replace") for n in arsip.namelist() if n.startswith("xl/"))
