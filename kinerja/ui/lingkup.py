"""What a page is about: viewer, language, unit, period, comparison, indikator. The URL holds it, in neutral codes.

Bound widgets put the shown text into the URL, and a translated label would make a shared link open something else.
So every part has a hidden bound field with the code, and a visible widget (``saringan``) that writes into it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import streamlit as st

from kinerja.contoh import kisah
from kinerja.domain.akses import PERAN, Akses, Peran
from kinerja.domain.errors import KinerjaError
from kinerja.domain.indikator import Indikator
from kinerja.domain.periode import (
    JENIS_PERIODE,
    JenisPeriode,
    Periode,
    parse_periode,
    periode_dari_bulan,
    periode_sebelumnya,
    periode_tahun_lalu,
    potong,
)
from kinerja.i18n import Bahasa
from kinerja.indikator.registry import registri
from kinerja.store.asn_persona import Persona
from kinerja.ui.sumber import Isi

BAGIAN = ("unit", "periode", "banding", "indikator", "bahasa", "peran", "sebagai", "orang", "slide")
BANDING = ("lalu", "tahun-lalu")


@dataclass(frozen=True)
class Lingkup:
    """Everything a page needs to know to choose, get and show."""

    akses: Akses
    bahasa: Bahasa
    gelap: bool
    sempit: bool  # a telephone, as far as the browser says
    isi: Isi
    unit: str
    dipilih: Periode
    banding: str
    indikator: str
    slide: int

    @property
    def periode(self) -> Periode:
        """The chosen period up to the last month with data."""
        return potong(self.dipilih, self.isi.akhir, self.isi.awal if self.isi.bulanan else 0)

    def periode_untuk(self, ind: Indikator) -> Periode:
        """The period as this indikator is read: a service with a yearly sasaran always from January on."""
        if ind.agregasi == "kumulatif" and ind.bentuk != "jumlah" and self.isi.bulanan:
            return potong(periode_dari_bulan(self.periode.sampai, "kumulatif"), self.isi.akhir, self.isi.awal)
        return self.periode

    def pembanding_untuk(self, ind: Indikator) -> Periode:
        """What a figure is compared with. A period that runs on is compared with the same months a year before."""
        p = self.periode_untuk(ind)
        if (p.dari, p.sampai) != (self.periode.dari, self.periode.sampai) and self.banding != "tahun-lalu":
            return periode_sebelumnya(p)
        if self.banding == "tahun-lalu" or p.jenis in ("tahun", "kumulatif") or p != self.dipilih:
            return periode_tahun_lalu(p)
        return periode_sebelumnya(p)


def pasang_kolom() -> None:
    """Draw the hidden bound fields, once per run, before anything reads them."""
    with st.container(key="kolom_tautan"):
        for nama in BAGIAN:
            st.text_input(nama, key=nama, bind="query-params", label_visibility="collapsed")


def isi_tautan(nama: str) -> str:
    """One part of the scope as the address has it; '' where it stands there twice, for then nobody meant one."""
    return str(st.session_state.get(nama) or "") if len(st.query_params.get_all(nama)) < 2 else ""


def bahasa_kini() -> Bahasa:
    return "en" if isi_tautan("bahasa") == "en" else "id"


def peran_kini() -> Peran:
    pilihan = isi_tautan("peran")
    return next((p for p in PERAN if p == pilihan), PERAN[0])


_AWAL: Mapping[Peran, str] = MappingProxyType(
    {"evaluator": kisah.UNIT_BIASA, "pimpinan": "KEC", "pegawai": f"{kisah.PUSKESMAS_PEGAMBIRAN}-UMUM"}
)
"""Role → unit of the employee of the sample whose view it opens with."""


def daftar_sebagai(isi: Isi, peran: Peran) -> list[Persona]:
    """Employees of the sample as whom a role may be tried: heads for those who rate, anybody for pegawai."""
    if peran not in _AWAL:
        return []
    return [p for p in isi.persona.values() if peran == "pegawai" or p.penilai]


def sebagai_kini(isi: Isi, peran: Peran) -> Persona | None:
    """The chosen employee; the role's default for a code that is unknown or no head."""
    calon = {p.pegawai: p for p in daftar_sebagai(isi, peran)}
    pilihan = calon.get(isi_tautan("sebagai"))
    awal = [p for p in calon.values() if p.unit == _AWAL[peran] and (peran != "pegawai" or not p.penilai)]
    return pilihan or next(iter([*awal, *calon.values()]), None)


def akses_kini(isi: Isi) -> Akses:
    """The viewer. Over real data a role is only chosen, so it reaches nobody until there are accounts."""
    peran = peran_kini()
    orang = sebagai_kini(isi, peran)
    if orang is None:
        return Akses(peran, unit=isi.pohon.akar, dikenal=isi.contoh)
    return Akses(peran, unit=orang.unit, pegawai=orang.pegawai)


def atur(**nilai: str) -> None:
    """Set parts of the scope; for callbacks only (the URL follows)."""
    for nama, isi in nilai.items():
        st.session_state[nama] = isi


def ulang() -> None:
    """Back to the starting view; language and role stay."""
    atur(unit="", periode="", banding="", indikator="", slide="")


def periode_awal(isi: Isi) -> Periode:
    """The period a page opens with: the last month with data, or the last year where only years are reported."""
    return periode_dari_bulan(isi.akhir, "bulan" if isi.bulanan else "tahun")


def _periode(isi: Isi, kode: str) -> Periode:
    try:
        p = parse_periode(kode)
    except KinerjaError:
        return periode_awal(isi)
    return p if p.dari <= isi.akhir and p.sampai >= isi.awal else periode_awal(isi)


def jenis_periode(isi: Isi) -> tuple[JenisPeriode, ...]:
    return JENIS_PERIODE if isi.bulanan else ("tahun",)


def indikator_berdata(isi: Isi) -> list[str]:
    return [k for k in registri() if isi.pohon.berdata.get(k)]


def unit_berdata(isi: Isi) -> set[str]:
    return {u for daftar in isi.pohon.berdata.values() for u in daftar}


def baca(isi: Isi) -> Lingkup:
    """The scope of this run. What the client sent is checked here: an unknown code means the default."""
    keadaan = {nama: isi_tautan(nama) for nama in BAGIAN}
    ada = indikator_berdata(isi)
    return Lingkup(
        akses=akses_kini(isi),
        bahasa=bahasa_kini(),
        gelap=st.context.theme.type == "dark",
        sempit="Mobi" in (st.context.headers.get("User-Agent") or ""),
        isi=isi,
        unit=keadaan["unit"] if keadaan["unit"] in unit_berdata(isi) else isi.pohon.akar,
        dipilih=_periode(isi, keadaan["periode"]) if not isi.kosong else Periode(190001, 190001, "bulan"),
        banding=keadaan["banding"] if keadaan["banding"] in BANDING else BANDING[0],
        indikator=keadaan["indikator"] if keadaan["indikator"] in ada else (ada[0] if ada else next(iter(registri()))),
        slide=int(keadaan["slide"]) if keadaan["slide"].isdecimal() else 1,
    )
