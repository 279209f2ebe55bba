"""People of a file held against the list of employees: who is not on it, who rates whom in a circle, what is missing.

The list is the stored one with what this file brings. Each is told at the row where it stands first, a person once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kinerja.domain.fakta import KOLOM_TABEL, Tingkat, kolom_masa
from kinerja.domain.perilaku import NILAI
from kinerja.domain.periode import rentang
from kinerja.ingest.konteks import Konteks
from kinerja.store.kepegawaian import Tugas

_TABEL = ("skp_penilaian", "skp_perilaku", "skp_butir", "laporan_skp", "pelatihan", "gelombang")
_BERNILAI = ("skp_penilaian", "pegawai")
Daftar = Mapping[str, Sequence[Tugas]]


def periksa_orang(konteks: Konteks) -> None:
    """Note what the list of employees and the ratings themselves say against the rows of this file."""
    daftar = _daftar(konteks)
    if daftar and not any(m.alasan == "masalah.kunci_nama" for m in konteks.hasil.masalah):
        _tak_terdaftar(konteks, daftar)
        _penilai_tak_terdaftar(konteks, daftar)
    for tabel in _BERNILAI:
        _melingkar(konteks, tabel, daftar if tabel == "pegawai" else {})
    if not any(m.tingkat == "galat" for m in konteks.hasil.masalah):  # a refused rating is no missing one
        _perilaku_kurang(konteks)


def _daftar(konteks: Konteks) -> Daftar:
    berkas: dict[str, list[Tugas]] = {}
    for kode, unit, _, _, penilai, dari, sampai in konteks.hasil.tabel.get("pegawai", ()):
        berkas.setdefault(str(kode), []).append(Tugas(str(unit), str(penilai), int(str(dari)), int(str(sampai))))
    return {**konteks.rujukan.tugas, **berkas}


def _baris(konteks: Konteks, tabel: str) -> Iterator[tuple[int, Mapping[str, object]]]:
    for n, isi in enumerate(konteks.hasil.tabel.get(tabel, ())):
        yield n, dict(zip(KOLOM_TABEL[tabel], isi, strict=True))


def _catat(konteks: Konteks, tabel: str, n: int, alasan: str, tingkat: Tingkat, **args: object) -> None:
    letak = konteks.hasil.letak.get(tabel, [])
    lembar, baris = letak[n] if n < len(letak) else ("", None)
    konteks.hasil.catat(alasan, tingkat, lembar, baris, "", "", **args)


def _nama(konteks: Konteks, kode: str) -> str:
    unit = konteks.pencocok.unit(kode)
    return unit.nama if unit else kode


def _tak_terdaftar(konteks: Konteks, daftar: Daftar) -> None:
    """Somebody whom the list does not know, in a unit that it does know; a unit it does not know is told once."""
    unit_ada = {t.unit for tugas in daftar.values() for t in tugas}
    sudah: set[str] = set()
    for tabel in _TABEL:
        for n, baris in _baris(konteks, tabel):
            pegawai, unit = str(baris["pegawai"]), str(baris["unit"])
            if not pegawai or pegawai in daftar:
                continue
            kunci = pegawai if unit in unit_ada else unit
            if kunci in sudah:
                continue
            sudah.add(kunci)
            if unit in unit_ada:
                _catat(konteks, tabel, n, "masalah.pegawai_tak_terdaftar", "peringatan")
            else:
                _catat(konteks, tabel, n, "masalah.unit_tanpa_daftar", "info", unit=_nama(konteks, unit))


def _penilai_tak_terdaftar(konteks: Konteks, daftar: Daftar) -> None:
    sudah = {""}
    for tabel in _BERNILAI:
        for n, baris in _baris(konteks, tabel):
            penilai = str(baris["penilai"])
            if penilai not in daftar and penilai not in sudah:
                sudah.add(penilai)
                _catat(konteks, tabel, n, "masalah.penilai_tak_terdaftar", "peringatan")


def _melingkar(konteks: Konteks, tabel: str, daftar: Daftar) -> None:
    """People who rate each other at the same time, directly or by way of others."""
    dari_siapa: dict[str, list[tuple[str, int, int, int]]] = {}
    masa = ("berlaku_dari", "berlaku_sampai") if tabel == "pegawai" else kolom_masa(tabel) or ("dari", "sampai")
    for n, baris in _baris(konteks, tabel):
        dari, sampai = (int(str(baris[k])) for k in masa)
        if baris["penilai"]:
            dari_siapa.setdefault(str(baris["pegawai"]), []).append((str(baris["penilai"]), dari, sampai, n))
    berkas = set(dari_siapa)
    for kode, tugas in daftar.items():
        if kode not in berkas:
            dari_siapa[kode] = [(t.penilai, t.dari, t.sampai, -1) for t in tugas if t.penilai]
    dilapor: set[frozenset[str]] = set()
    for kode in sorted(berkas):
        for penilai, dari, sampai, n in dari_siapa[kode]:
            jejak = _jejak(dari_siapa, kode, penilai, dari, sampai)
            if jejak and frozenset(jejak) not in dilapor:
                dilapor.add(frozenset(jejak))
                lain = [str(konteks.hasil.letak[tabel][i][1]) for i in jejak.values() if i >= 0 and i != n]
                baris_ini = str(konteks.hasil.letak[tabel][n][1])
                _catat(konteks, tabel, n, "masalah.penilai_melingkar", "galat", daftar=", ".join([baris_ini, *lain]))


def _jejak(
    dari_siapa: Mapping[str, Sequence[tuple[str, int, int, int]]], awal: str, kini: str, dari: int, sampai: int
) -> dict[str, int]:
    """The people of the circle through ``awal`` → their rows (-1: of the stored list); {} without one."""
    jejak = {awal: -1}
    while kini != awal:
        if kini in jejak:
            return {}
        atas = next((x for x in dari_siapa.get(kini, ()) if x[1] <= sampai and dari <= x[2]), None)
        if atas is None:
            return {}
        jejak[kini] = atas[3]
        kini = atas[0]
    return jejak


def _perilaku_kurang(konteks: Konteks) -> None:
    """People of whom some of the seven values are not rated; a value nobody is rated on is told once."""
    ada: dict[tuple[str, int, int], set[str]] = {}
    pertama: dict[tuple[str, int, int], tuple[str, int]] = {}
    for tabel in ("skp_perilaku", "skp_penilaian"):
        for n, baris in _baris(konteks, tabel):
            kunci = (str(baris["pegawai"]), int(str(baris["dari"])), int(str(baris["sampai"])))
            pertama.setdefault(kunci, (tabel, n))
            ada.setdefault(kunci, set()).update([str(baris["nilai"])] if tabel == "skp_perilaku" else [])
    semua = {nilai for isi in ada.values() for nilai in isi}
    if not semua:
        return
    if luput := [nilai for nilai in NILAI if nilai not in semua]:
        konteks.hasil.catat("masalah.perilaku_luput", "peringatan", "", None, "", "", daftar=_sebut(luput))
    for kunci, isi in ada.items():
        if kurang := [nilai for nilai in NILAI if nilai in semua - isi]:
            tabel, n = pertama[kunci]
            args: dict[str, object] = {
                "periode": rentang(*kunci[1:]).kode,
                "daftar": _sebut(kurang),
                "jumlah": len(isi),
            }
            _catat(konteks, tabel, n, "masalah.perilaku_kurang", "peringatan", **args)


def _sebut(nilai: Sequence[str]) -> str:
    return ", ".join(n.replace("_", " ").title() for n in nilai)
