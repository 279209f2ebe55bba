"""The files a command names: single ones, those of folders and of zip archives, in an order that is always the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kinerja.domain.errors import KinerjaError
from kinerja.ingest import arsip
from kinerja.ingest.arsip import Dilewati
from kinerja.ingest.container import sidik
from kinerja.ingest.tolak import BerkasDitolakError


@dataclass(frozen=True)
class Masuk:
    """One file to be read. ``nama`` is for showing; ``wadah``: the archive or folder it came from, '' for none."""

    nama: str
    jalur: Path
    wadah: str = ""


@dataclass
class Kumpulan:
    """``tunggal``: exactly one ordinary file was named, so its report stands alone."""

    tunggal: bool
    berkas: list[Masuk] = field(default_factory=list)
    dilewati: list[tuple[str, Dilewati]] = field(default_factory=list)
    galat: list[tuple[str, KinerjaError]] = field(default_factory=list)


def kumpulkan(jalur: Iterable[Path], ruang: Path, *, sub: bool) -> Kumpulan:
    """All files that the paths stand for; entries of archives are written into ``ruang`` under names of our own.

    Sorted by name and content, so that the order in which they were typed changes nothing; of equal files the first
    is taken. Raises nothing: a path that is no file stands in ``galat``.
    """
    daftar = list(jalur)
    kumpulan = Kumpulan(tunggal=len(daftar) == 1 and daftar[0].is_file() and not arsip.berupa_arsip(daftar[0]))
    ada: list[Masuk] = []
    for satu in sorted(daftar):
        try:
            ada += _isi(kumpulan, satu, ruang, sub=sub)
        except OSError:
            kumpulan.galat.append((str(satu), KinerjaError("masalah.tak_terbaca")))
    kumpulan.berkas = list(_tanpa_kembar(kumpulan, ada))
    return kumpulan


def _isi(kumpulan: Kumpulan, jalur: Path, ruang: Path, *, sub: bool) -> list[Masuk]:
    if jalur.is_file():
        return _satu(kumpulan, jalur, jalur.name, "", ruang)
    if not jalur.is_dir():
        kumpulan.galat.append((str(jalur), KinerjaError("galat.berkas_tak_ada", berkas=str(jalur))))
        return []
    isi, dilewati = arsip.isi_folder(jalur, sub=sub)
    kumpulan.dilewati += [(jalur.name, d) for d in dilewati]
    if not isi:
        kumpulan.galat.append((str(jalur), KinerjaError("galat.folder_kosong", folder=str(jalur))))
    return [m for b in isi for m in _satu(kumpulan, b, str(b.relative_to(jalur)), jalur.name, ruang)]


def _satu(kumpulan: Kumpulan, jalur: Path, nama: str, wadah: str, ruang: Path) -> list[Masuk]:
    if not arsip.berupa_arsip(jalur):
        return [Masuk(nama, jalur, wadah)]
    try:
        isi = arsip.buka_arsip(jalur, jalur.name)
    except BerkasDitolakError as galat:
        kumpulan.galat.append((nama, galat))
        return []
    kumpulan.dilewati += [(jalur.name, d) for d in isi.dilewati]
    hasil = []
    for sebut, bita in isi.berkas:
        tujuan = ruang / str(len(list(ruang.iterdir())))
        tujuan.write_bytes(bita)
        hasil.append(Masuk(sebut, tujuan, jalur.name))
    return hasil


def _tanpa_kembar(kumpulan: Kumpulan, ada: Iterable[Masuk]) -> Iterator[Masuk]:
    dikenal: dict[str, str] = {}
    for jejak, masuk in sorted(((sidik(m.jalur), m) for m in ada), key=lambda b: (b[1].nama, b[0], b[1].wadah)):
        if jejak and jejak in dikenal:
            alasan = Dilewati(masuk.nama, "dibuang.arsip_kembar", args={"lain": dikenal[jejak]})
            kumpulan.dilewati.append((masuk.wadah, alasan))
            continue
        dikenal[jejak] = masuk.nama
        yield masuk
