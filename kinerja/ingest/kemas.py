"""Values between this program and its own worker as JSON lines: a closed list of classes, so that nothing can be run.

The tables of a large file are written column by column, each distinct value once: a register gives a million cells.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import Any

from kinerja.domain.fakta import BarisTabel, Dibuang, Fakta, HasilBaca, Masalah, Pratinjau, TargetBaru
from kinerja.domain.indikator import Indikator, Teks
from kinerja.domain.periode import Periode
from kinerja.domain.umpan_balik import Nama
from kinerja.domain.unit import Unit
from kinerja.ingest.tipe import Opsi, Rujukan
from kinerja.store.kepegawaian import Tugas

_KELAS: Mapping[str, type[Any]] = {
    kelas.__name__: kelas
    for kelas in (
        *(Dibuang, Fakta, HasilBaca, Indikator, Masalah, Opsi, Periode, Pratinjau, Rujukan, TargetBaru, Teks, Unit),
        *(Nama, Tugas),
    )
}
_POTONG = 50_000


def kemas(nilai: object) -> Any:
    """``nilai`` as JSON can carry it. Raises ``TypeError`` for a class that is not on the list."""
    if nilai is None or isinstance(nilai, bool | int | float | str):
        return nilai
    if isinstance(nilai, list):
        return [kemas(satu) for satu in nilai]
    return _kemas_lain(nilai)


def _kemas_lain(nilai: object) -> dict[str, Any]:  # noqa: PLR0911 – one line a type
    match nilai:
        case date():
            return {"hari": nilai.isoformat()}
        case Decimal():
            return {"angka": str(nilai)}
        case bytes():
            return {"bita": nilai.hex()}
        case frozenset():
            return {"himpunan": [kemas(satu) for satu in sorted(nilai)]}
        case tuple() if type(nilai) is tuple:
            return {"deret": [kemas(satu) for satu in nilai]}
        case Mapping():
            return {"peta": [[kemas(kunci), kemas(isi)] for kunci, isi in nilai.items()]}
    nama = type(nilai).__name__
    if isinstance(nilai, tuple) and _KELAS.get(nama) is type(nilai):  # a NamedTuple
        return {"kelas": nama, "isi": [kemas(satu) for satu in nilai]}
    if not is_dataclass(nilai) or _KELAS.get(nama) is not type(nilai):
        raise TypeError(nama)
    return {"kelas": nama, "isi": [kemas(getattr(nilai, f.name)) for f in fields(nilai)]}


_BONGKAR: Mapping[str, Callable[[Any], Any]] = {
    "hari": date.fromisoformat,
    "angka": Decimal,
    "bita": bytes.fromhex,
    "himpunan": lambda isi: frozenset(bongkar(satu) for satu in isi),
    "deret": lambda isi: tuple(bongkar(satu) for satu in isi),
    "peta": lambda isi: {bongkar(kunci): bongkar(nilai) for kunci, nilai in isi},
}


def bongkar(isi: Any) -> Any:
    """The value back, equal to what was packed."""
    if isinstance(isi, list):
        return [bongkar(satu) for satu in isi]
    if not isinstance(isi, dict):
        return isi
    if "kelas" in isi:
        return _KELAS[isi["kelas"]](*(bongkar(satu) for satu in isi["isi"]))
    ((jenis, nilai),) = isi.items()
    return _BONGKAR[jenis](nilai)


def tulis_hasil(hasil: HasilBaca) -> Iterator[str]:
    """Lines that ``baca_hasil`` reads back: the tables piece by piece, then everything else."""
    for nama, baris in hasil.tabel.items():
        sisa = iter(baris)
        while potong := list(islice(sisa, _POTONG)):
            yield json.dumps({"tabel": nama, "kolom": [_kemas_kolom(k) for k in zip(*potong, strict=True)]}) + "\n"
    yield json.dumps({"hasil": kemas(replace(hasil, tabel={}))}) + "\n"


def _kemas_kolom(kolom: Sequence[object]) -> list[Any]:
    """Distinct values, and for every row which of them it has."""
    urut: dict[object, int] = {}
    letak = [urut.setdefault(nilai, len(urut)) for nilai in kolom]
    return [[kemas(nilai) for nilai in urut], letak]


def baca_hasil(baris: Iterable[str | bytes]) -> HasilBaca:
    """The result from its lines. Raises ``ValueError`` when the last one is missing."""
    tabel: dict[str, list[BarisTabel]] = {}
    for satu in baris:
        match json.loads(satu):
            case {"tabel": nama, "kolom": kolom}:
                tabel.setdefault(nama, []).extend(zip(*map(_bongkar_kolom, kolom), strict=True))
            case {"hasil": isi}:
                hasil: HasilBaca = bongkar(isi)
                return replace(hasil, tabel={nama: tuple(daftar) for nama, daftar in tabel.items()})
    raise ValueError


def _bongkar_kolom(kolom: tuple[list[Any], list[int]]) -> list[object]:
    nilai, letak = [bongkar(satu) for satu in kolom[0]], kolom[1]
    return [nilai[n] for n in letak]
