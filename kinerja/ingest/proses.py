"""The parent's side of the child process: start it, collect its sheets, say in words how it ended."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from kinerja.domain.fakta import Masalah
from kinerja.ingest.tipe import Lembar, Sel, SelGalat, SelPersen
from kinerja.ingest.tolak import BerkasDitolakError

BATAS_DETIK = 60.0
_AKAR = Path(__file__).resolve().parents[2]


@dataclass
class BacaanAnak:
    """Sheets that were read, names of all, names of hidden ones, and what the child refused."""

    lembar: list[Lembar] = field(default_factory=list)
    semua: list[str] = field(default_factory=list)
    tersembunyi: list[str] = field(default_factory=list)
    masalah: list[Masalah] = field(default_factory=list)


def baca_di_anak(isi: bytes, jenis: str, lembar: tuple[str, ...], batas: float = BATAS_DETIK) -> BacaanAnak:
    """The workbook's sheets. Raises ``BerkasDitolakError`` when the child dies, takes too long or too much memory.

    The checked bytes are handed over in a file of our own, so nobody can swap them between check and reading.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="kinerja-impor-") as folder:
            salinan = Path(folder) / f"berkas.{jenis}"
            salinan.write_bytes(isi)
            return _jalankan([jenis, str(salinan), *lembar], batas)
    except OSError:  # disk full, or no further process allowed
        raise BerkasDitolakError("masalah.anak_tak_jalan") from None


def _jalankan(argumen: list[str], batas: float) -> BacaanAnak:
    perintah = [sys.executable, "-P", "-B", "-m", "kinerja.ingest.anak", *argumen]
    with subprocess.Popen(  # noqa: S603 - own interpreter, own module; the file is named, never run
        perintah, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_lingkungan()
    ) as anak:
        habis = threading.Event()

        def hentikan() -> None:
            habis.set()
            anak.kill()

        jam = threading.Timer(batas, hentikan)
        jam.start()
        try:
            assert anak.stdout is not None  # noqa: S101 - PIPE was asked for
            hasil, selesai = _kumpulkan(anak.stdout)
            if not selesai:
                anak.wait()  # its own exit code tells why; the timer still bounds the wait
        finally:
            jam.cancel()
            anak.kill()  # no-op for one that has ended
    if not selesai:
        raise BerkasDitolakError(_sebab(habis.is_set(), anak.returncode))
    return hasil


def _lingkungan() -> dict[str, str]:
    """Nothing of the server's environment but what an interpreter needs to start: no secrets."""
    boleh = ("PATH", "SYSTEMROOT", "TEMP", "TMP", "VIRTUAL_ENV")
    tetap = {"PYTHONPATH": str(_AKAR), "PYTHONIOENCODING": "ascii", "OPENBLAS_NUM_THREADS": "1"}
    return {nama: os.environ[nama] for nama in boleh if nama in os.environ} | tetap


def _sebab(habis: bool, kode: int | None) -> str:
    """The catalog key of how the child ended; on Unix a negative code is the signal that killed it."""
    match kode:
        case _ if habis:
            return "masalah.anak_waktu"
        case -24 | -9:  # SIGXCPU, or the kernel
            return "masalah.anak_waktu" if kode == -24 else "masalah.anak_memori"
        case -6:  # abort: an allocation a library cannot survive
            return "masalah.anak_memori"
        case int() if kode < 0:
            return "masalah.anak_mati"
        case _:
            return "masalah.rusak"


def _kumpulkan(aliran: Iterable[bytes]) -> tuple[BacaanAnak, bool]:
    """What the child has told, and whether it came to its end."""
    hasil = BacaanAnak()
    for baris in aliran:
        try:
            pesan = json.loads(baris)
        except ValueError:  # cut off by the end of the child
            return hasil, False
        if isinstance(pesan, list):
            _tambah_baris(hasil.lembar[-1].baris, pesan)
        elif "selesai" in pesan:
            return hasil, True
        else:
            _terima(hasil, pesan)
    return hasil, False


def _terima(hasil: BacaanAnak, pesan: dict[str, Any]) -> None:
    """Raises ``BerkasDitolakError`` when the whole file is refused; a refused sheet takes its rows with it."""
    match pesan:
        case {"galat": kunci, "args": args, "lembar": nama}:
            if hasil.lembar and hasil.lembar[-1].nama == nama:
                hasil.lembar.pop()
            hasil.masalah.append(Masalah(kunci, lembar=nama, args=args))
        case {"galat": kunci, "args": args}:
            raise BerkasDitolakError(kunci, **args)
        case {"peringatan": kunci, "args": args, "lembar": nama}:
            hasil.masalah.append(Masalah(kunci, "peringatan", nama, args=args))
        case {"lembar": nama}:
            hasil.lembar.append(Lembar(nama, []))
        case {"gabung": gabung}:
            hasil.lembar[-1] = replace(hasil.lembar[-1], gabung=tuple(tuple(g) for g in gabung))
        case {"semua": semua}:
            hasil.semua = semua
        case {"tersembunyi": nama}:
            hasil.tersembunyi.append(nama)


def _tambah_baris(baris: list[list[Sel]], pesan: list[Any]) -> None:
    nomor, *isi = pesan
    baris.extend([] for _ in range(nomor - len(baris)))
    baris.append([_sel(nilai) if isinstance(nilai, dict) else nilai for nilai in isi])


def _sel(nilai: dict[str, Any]) -> Sel:
    match nilai:
        case {"d": tanggal}:
            return date.fromisoformat(tanggal)
        case {"p": persen}:
            return SelPersen(persen)
    return SelGalat(nilai["g"])
