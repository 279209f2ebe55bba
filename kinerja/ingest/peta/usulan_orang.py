"""The rough proposal for sheets about employees, their units' predicates and support: by the words of the header.

The same words by which ``ingest.bentuk`` recognises these sheets, but a column may be missing: it is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from kinerja.domain.perilaku import baca_nilai
from kinerja.ingest.bentuk import butir, gelombang, kegiatan, organisasi, pegawai, perilaku
from kinerja.ingest.bentuk.judul_kolom import Judul
from kinerja.ingest.peta.kisi import Kepala
from kinerja.ingest.peta.model import Bentuk, KolomPeta, isi_kolom
from kinerja.ingest.tipe import teks_sel

_KOLOM: Mapping[Bentuk, Mapping[str, tuple[re.Pattern[str], ...]]] = MappingProxyType(
    {
        "gelombang": gelombang.KOLOM,
        "perilaku": perilaku.KOLOM,
        "kegiatan": kegiatan.KOLOM,
        "butir": butir.KOLOM,
        "organisasi": organisasi.KOLOM,
        "pegawai": pegawai.KOLOM,
    }
)
_INTI: Mapping[Bentuk, tuple[frozenset[str], ...]] = MappingProxyType(
    {
        "gelombang": (frozenset({"nip", "nama"}), frozenset({"gelombang"}), frozenset({"cara", "judul"})),
        "perilaku": (frozenset({"nip", "nama"}), frozenset({"nilai", "jenis"})),
        "kegiatan": (frozenset({"jenis"}), frozenset({"tanggal"})),
        "butir": (frozenset({"nip", "nama"}), frozenset({"butir"}), frozenset({"target", "realisasi"})),
        "organisasi": (frozenset({"unit"}), frozenset({"predikat"})),
        "pegawai": (frozenset({"nip", "nama"}), frozenset({"jabatan"}), frozenset({"status", "penilai", "tmt"})),
    }
)
"""Shape → columns without which it is not proposed; of each set one is enough."""
BENTUK_ORANG: tuple[Bentuk, ...] = tuple(_KOLOM)
"""In the order in which they are asked, the most telling words first."""


def usul_orang(kepala: Kepala, bentuk: Sequence[Bentuk] = BENTUK_ORANG) -> tuple[Bentuk, dict[int, KolomPeta]] | None:
    """The first of these shapes whose telling columns the header has, and its columns by number; None for none."""
    for satu in bentuk:
        kolom = kolom_orang(kepala, satu)
        ada = {k.isi for k in kolom.values()}
        if all(pilihan & ada for pilihan in _INTI[satu]) and _isinya(satu, kepala, kolom.values()):
            return satu, kolom
    return None


def kolom_orang(kepala: Kepala, bentuk: Bentuk) -> dict[int, KolomPeta]:
    """The columns of ``BENTUK_ORANG`` that the header has words for, by number."""
    return {k.kolom: k for k in _kolom(bentuk, Judul(kepala)) if isi_kolom(bentuk, k.isi)}


def _kolom(bentuk: Bentuk, judul: Judul) -> Iterator[KolomPeta]:
    """Special columns first, so that plain words do not take them."""
    if bentuk == "perilaku":
        yield from _nilai(judul)
    if bentuk == "pegawai":
        yield from pegawai.kolom_penilai(judul)
    peran = [k for isi, pola in _KOLOM[bentuk].items() if (k := _ambil(judul, isi, pola))]
    tanpa_butir = bentuk == "butir" and all(k.isi != "butir" for k in peran)
    for k in peran:  # where only the plan stands, it is what was promised
        yield replace(k, isi="butir") if tanpa_butir and k.isi == "rencana" else k
    yield from judul.orang()
    yield from judul.unit()
    yield from judul.waktu()


def _ambil(judul: Judul, isi: str, pola: Iterable[re.Pattern[str]]) -> KolomPeta | None:
    """The first free column with any of these words that is not empty and not about a superior."""
    for satu in pola:
        if ada := judul.cocok(satu, uji=bool, sendiri=True):
            return judul.kolom(ada[0], isi)
    return None


def _nilai(judul: Judul) -> list[KolomPeta]:
    """Columns named by BerAKHLAK values, at least two of them."""
    kode = {n: v for n, jalur in enumerate(judul.kepala.jalur) if jalur and (v := baca_nilai(jalur[-1]))}
    terisi = {n: v for n, v in kode.items() if judul.contoh(n)}
    return [judul.kolom(n, "nilai", v) for n, v in terisi.items()] if len(set(terisi.values())) >= 2 else []


def _isinya(bentuk: Bentuk, kepala: Kepala, kolom: Iterable[KolomPeta]) -> bool:
    """Where the words alone could mean something else, the cells must agree; persons are no predicate of a unit."""
    teks = {k.isi: [teks_sel(s) for s in kepala.contoh(k.kolom)] for k in kolom}
    if bentuk == "kegiatan":
        return any(map(kegiatan.jenis_kegiatan, teks["jenis"]))
    if bentuk == "organisasi":
        return any(map(organisasi.baca_predikat_organisasi, teks["predikat"])) and not Judul(kepala).orang()
    if bentuk == "perilaku" and "jenis" in teks:
        return "nilai" in teks and any(map(baca_nilai, teks["jenis"]))
    return True
