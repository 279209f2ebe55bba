"""Where pages get their frames: the only caches. Keys are scalars; the snapshot number is in every one of them.

Results are shared between sessions, so callers get a shallow copy: pandas copies a column when someone writes to it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from kinerja.domain.akses import Akses, Peran, setara_angka
from kinerja.domain.periode import JenisPeriode, Periode, bulan_antara
from kinerja.domain.sensor_masa import TutupMasa
from kinerja.indikator import hitung
from kinerja.indikator.hitung import Pohon
from kinerja.indikator.registry import registri
from kinerja.kalimat.capaian import Baris, baca_baris
from kinerja.store import asn as asn_toko
from kinerja.store import queries, riwayat
from kinerja.store.asn_persona import Persona, fetch_persona
from kinerja.store.koneksi import Pembaca, buka_aktif
from kinerja.store.koreksi import NilaiKoreksi, fetch_nilai_koreksi
from kinerja.store.lokasi import folder_data

_Kunci = tuple[int, int, JenisPeriode]


@dataclass(frozen=True)
class Isi:
    """What one snapshot holds, read once."""

    nomor: int
    contoh: bool
    pohon: Pohon
    awal: int  # first and last month with data, YYYYMM; 0 in an empty store
    akhir: int
    bulanan: bool
    peristiwa: tuple[tuple[int, str, str, str, str], ...]
    persona: Mapping[str, Persona]  # code → who can be tried out; empty without sample data

    @property
    def kosong(self) -> bool:
        return self.akhir == 0


def buka() -> Isi:
    """The active snapshot. Raises ``StoreError`` with its own sentence when it cannot be read."""
    return _isi(buka_aktif(folder_data()).nomor)


def _pembaca(nomor: int) -> Pembaca:
    pembaca = buka_aktif(folder_data())
    if pembaca.nomor != nomor:  # an import between two reads of one run: the next click shows it whole
        st.rerun()
    return pembaca


@st.cache_resource(max_entries=4, show_spinner=False)
def _isi(nomor: int) -> Isi:
    pembaca = _pembaca(nomor)
    rentang = queries.fetch_rentang(pembaca.kursor()) or (0, 0)
    contoh = queries.fetch_meta(pembaca.kursor()).get("asal") == "contoh"
    return Isi(
        nomor=nomor,
        contoh=contoh,
        persona={p.pegawai: p for p in fetch_persona(pembaca.kursor())} if contoh else {},
        pohon=hitung.fetch_pohon(pembaca.kursor()),
        awal=rentang[0],
        akhir=rentang[1],
        bulanan=queries.fetch_bulanan(pembaca.kursor()),
        peristiwa=tuple(queries.fetch_peristiwa(pembaca.kursor())),
    )


def capaian(
    akses: Akses, isi: Isi, indikator: Sequence[str], unit: Sequence[str], periode: Sequence[Periode]
) -> pd.DataFrame:
    """Figures this viewer may see; columns see ``domain.shapes.CAPAIAN``, and ``dikoreksi`` (see ``tandai``)."""
    kunci = tuple((p.dari, p.sampai, p.jenis) for p in periode)
    return _capaian(isi.nomor, setara_angka(akses).peran, tuple(indikator), tuple(unit), kunci).copy(deep=False)


@st.cache_resource(max_entries=600, show_spinner=False)
def _capaian(
    nomor: int,
    peran: Peran,
    indikator: tuple[str, ...],
    unit: tuple[str, ...],
    periode: tuple[_Kunci, ...],
) -> pd.DataFrame:
    kursor, pohon, tutup = _pembaca(nomor).kursor(), _isi(nomor).pohon, partial(_tutup, nomor)
    df = hitung.fetch_capaian(Akses(peran), kursor, pohon, indikator, unit, [Periode(*p) for p in periode], tutup)
    return tandai(df, _dikoreksi(nomor))


@st.cache_resource(max_entries=100, show_spinner=False)
def _tutup(nomor: int, kode: str, tahun: int) -> TutupMasa:
    return hitung.fetch_tutup(_pembaca(nomor).kursor(), _isi(nomor).pohon, kode, tahun)


Koreksi = Mapping[tuple[str, str], Sequence[tuple[int, int]]]
"""(indikator, unit) → spans of months whose data, of the unit or of one below it, were corrected."""


def tandai(df: pd.DataFrame, koreksi: Koreksi) -> pd.DataFrame:
    """``df`` with the column ``dikoreksi``: does the figure rest on data that were corrected after they came in?"""
    kolom = (df[k].tolist() for k in ("indikator", "unit", "dari", "sampai"))
    tanda = [
        any(dari <= akhir and awal <= sampai for awal, akhir in koreksi.get((kode, unit), ()))
        for kode, unit, dari, sampai in zip(*kolom, strict=True)
    ]
    return df.assign(dikoreksi=pd.Series(tanda, index=df.index, dtype=bool) & df["realisasi"].notna())


@st.cache_resource(max_entries=4, show_spinner=False)
def _dikoreksi(nomor: int) -> Koreksi:
    if not riwayat.fetch_koreksi(_pembaca(nomor).kursor()):  # spares reading every fact table
        return {}
    pohon, hasil = _isi(nomor).pohon, dict[tuple[str, str], list[tuple[int, int]]]()
    for kode, unit, dari, sampai in sorted(riwayat.fetch_dikoreksi(_pembaca(nomor).kursor(), registri().values())):
        atas: str | None = unit
        while atas is not None:
            hasil.setdefault((kode, atas), []).append((dari, sampai))
            atas = pohon.units[atas].induk
    return hasil


@dataclass(frozen=True)
class Dua:
    """The same figures in the period and in the comparison period, as frames and as rows."""

    kini: pd.DataFrame
    dulu: pd.DataFrame
    baris_kini: tuple[Baris, ...]
    baris_dulu: tuple[Baris, ...]

    def satu(self, indikator: str, unit: str) -> tuple[Baris | None, Baris | None]:
        """One figure now and then; None where there is no row."""
        kunci = (indikator, unit)
        return tuple(  # type: ignore[return-value]
            next((b for b in baris if (b.indikator, b.unit) == kunci), None)
            for baris in (self.baris_kini, self.baris_dulu)
        )


Pasangan = tuple[tuple[str, ...], Periode, Periode]
"""Indikator that are read for the same period and comparison period."""


def dua(akses: Akses, isi: Isi, unit: Sequence[str], pasangan: Sequence[Pasangan]) -> Dua:
    """Figures of all ``pasangan`` for all units, in one read; shared, so treat the frames as read-only."""
    kunci = tuple((kode, _kunci(kini), _kunci(dulu)) for kode, kini, dulu in pasangan)
    return _dua(isi.nomor, setara_angka(akses).peran, tuple(unit), kunci)


def _kunci(p: Periode) -> _Kunci:
    return p.dari, p.sampai, p.jenis


@st.cache_resource(max_entries=300, show_spinner=False)
def _dua(
    nomor: int,
    peran: Peran,
    unit: tuple[str, ...],
    pasangan: tuple[tuple[tuple[str, ...], _Kunci, _Kunci], ...],
) -> Dua:
    kode = tuple(k for daftar, _, _ in pasangan for k in daftar)
    periode = tuple(dict.fromkeys(p for _, kini, dulu in pasangan for p in (kini, dulu)))
    df = _capaian(nomor, peran, kode, unit, periode)
    milik = {k: (Periode(*kini).kode, Periode(*dulu).kode) for daftar, kini, dulu in pasangan for k in daftar}
    letak = [milik[k] for k in df["indikator"]]
    kini, dulu = (
        df[[p == dua_kode[n] for p, dua_kode in zip(df["periode"], letak, strict=True)]].reset_index(drop=True)
        for n in (0, 1)
    )
    return Dua(kini, dulu, tuple(baca_baris(kini)), tuple(baca_baris(dulu)))


def unsur(akses: Akses, isi: Isi, unit: str, periode: Periode, pembanding: Periode) -> pd.DataFrame:
    """The unsur of the IKM of one unit; columns see ``hitung.fetch_unsur``."""
    kursor, tutup = _pembaca(isi.nomor).kursor(), partial(_tutup, isi.nomor)
    return hitung.fetch_unsur(akses, kursor, isi.pohon, unit, periode, pembanding, tutup)


def muatan(isi: Isi) -> list[tuple[int, str, str, str, str, str, str, int]]:
    """Batches of this snapshot, newest first; read fresh, it is one small query."""
    return queries.fetch_muatan(_pembaca(isi.nomor).kursor())


def ambang(isi: Isi) -> list[tuple[str, str, int, int, int, str]]:
    """Regulation thresholds: aturan, indikator, nilai × 10,000, valid from, valid to, regulation."""
    return queries.fetch_ambang(_pembaca(isi.nomor).kursor())


def mulai(isi: Isi) -> datetime:
    """When this store was begun, aware."""
    return datetime.fromisoformat(queries.fetch_meta(_pembaca(isi.nomor).kursor())["dibuat"])


def rentang_lapor(isi: Isi, kode: str) -> Mapping[str, tuple[tuple[int, int], ...]]:
    """Unit → spans of months it has reported figures of one indikator for, oldest first."""
    return _rentang_lapor(isi.nomor, kode)


@st.cache_resource(max_entries=80, show_spinner=False)
def _rentang_lapor(nomor: int, kode: str) -> Mapping[str, tuple[tuple[int, int], ...]]:
    hasil: dict[str, list[tuple[int, int]]] = {}
    for unit, dari, sampai in sorted(riwayat.fetch_riwayat(_pembaca(nomor).kursor(), kode)):
        hasil.setdefault(unit, []).append((dari, sampai))
    return {unit: tuple(isi) for unit, isi in hasil.items()}


def kelengkapan(isi: Isi, kode: str, awal: int, akhir: int) -> tuple[riwayat.Kelengkapan, ...]:
    """Which units that report this indikator have reported which month, and when the report came in."""
    return _kelengkapan(isi.nomor, kode, awal, akhir)


@st.cache_resource(max_entries=400, show_spinner=False)
def _kelengkapan(nomor: int, kode: str, awal: int, akhir: int) -> tuple[riwayat.Kelengkapan, ...]:
    units = _isi(nomor).pohon.units
    pelapor = [units[u] for u in units if u in _rentang_lapor(nomor, kode)]
    kursor = _pembaca(nomor).kursor()
    return tuple(riwayat.fetch_kelengkapan(kursor, [registri()[kode]], pelapor, bulan_antara(awal, akhir)))


@dataclass(frozen=True)
class Riwayat:
    """What happened to the data of one snapshot, read once."""

    ringkasan: Mapping[int, str]  # batch → JSON of what came in and what was left out
    pembatalan: Sequence[tuple[int, str, str, int, str, str, str]]
    koreksi: Sequence[riwayat.Koreksi]
    nilai: Sequence[NilaiKoreksi]
    pembanding: Sequence[riwayat.Pembanding]
    pertanyaan: Sequence[riwayat.Pertanyaan]
    terkunci: Sequence[tuple[int, str, str]]
    jejak: Sequence[tuple[int, str, str, str, str, str]]


def riwayat_data(isi: Isi) -> Riwayat:
    """Batches, corrections, second sources, open questions, locked months and changes of units."""
    return _riwayat(isi.nomor)


@st.cache_resource(max_entries=4, show_spinner=False)
def _riwayat(nomor: int) -> Riwayat:
    pembaca, semua = _pembaca(nomor), registri().values()
    muatan = [m[0] for m in queries.fetch_muatan(pembaca.kursor())]
    koreksi = riwayat.fetch_koreksi(pembaca.kursor())
    return Riwayat(
        ringkasan={m: queries.fetch_ringkasan_muatan(pembaca.kursor(), m) or "{}" for m in muatan},
        pembatalan=riwayat.fetch_pembatalan(pembaca.kursor()),
        koreksi=koreksi,
        nilai=fetch_nilai_koreksi(pembaca.kursor(), semua) if koreksi else (),
        pembanding=riwayat.fetch_pembanding(pembaca.kursor(), semua),
        pertanyaan=riwayat.fetch_pertanyaan(pembaca.kursor()),
        terkunci=riwayat.fetch_terkunci(pembaca.kursor()),
        jejak=riwayat.fetch_jejak(pembaca.kursor()),
    )


def alias(isi: Isi) -> Mapping[str, str]:
    """Other name, as it is matched → kode of the unit."""
    return queries.fetch_alias(_pembaca(isi.nomor).kursor())


Siapa = tuple[Peran, str, str, bool]
"""An ``Akses`` as a cache key."""


def asn(akses: Akses, isi: Isi, nama: str, *kunci: object) -> Any:
    """What ``store.asn.fetch_<nama>`` reads for this viewer, kept; ``sumber_asn`` has it with names and types."""
    return _asn(isi.nomor, (akses.peran, akses.unit, akses.pegawai, akses.dikenal), nama, kunci)


@st.cache_resource(max_entries=600, show_spinner=False, hash_funcs={Periode: _kunci})
def _asn(nomor: int, siapa: Siapa, nama: str, kunci: tuple[object, ...]) -> Any:
    baca = getattr(asn_toko, nama if nama == "boleh_lihat" else f"fetch_{nama}")
    isi = [dict(k) if n == 0 and nama in _BERKELOMPOK else k for n, k in enumerate(kunci)]  # type: ignore[call-overload]
    if nama == "nilai":
        isi.append(putaran(nomor, kunci[1]))  # type: ignore[arg-type]
    elif nama in _DASAR:
        isi.append(_asn(nomor, siapa, _DASAR[nama], kunci[1:]))
    return baca(Akses(*siapa), _pembaca(nomor).kursor(), *isi)


_BERKELOMPOK = ("sebaran", "kepatuhan")
_DASAR = {"sebaran": "tutup", "kepatuhan": "lapor_unit", "jp_sebaran": "jam_unit", "judul": "judul_unit"}
"""Reading of groups → the reading of all units that it folds, kept for every choice of units."""


@st.cache_resource(max_entries=100, show_spinner=False, hash_funcs={Periode: _kunci})
def putaran(nomor: int, periode: Periode) -> asn_toko.Putaran:
    return asn_toko.fetch_putaran(_pembaca(nomor).kursor(), periode)
