"""What a person answered about one file: period, unit, names of units, the mapping. Kept while it is chosen."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import cast

import streamlit as st

from kinerja import ingest
from kinerja.domain.errors import KinerjaError
from kinerja.domain.fakta import HasilBaca
from kinerja.domain.periode import Periode, parse_periode
from kinerja.i18n import format as tulis
from kinerja.ingest.periode_teks import periode_dari_sel
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.teks import t

_TANYA_PERIODE = frozenset({"masalah.periode_tak_ada", "masalah.periode_beda"})
_TANYA_UNIT = frozenset({"masalah.unit_tak_disebut"})


@dataclass
class Isian:
    """``alias``: name in the file → kode of the unit. ``peta``: TOML to read by; ``memetakan``: its steps are open.

    ``lembar``: the sheets to read by it, () for all that fit.
    """

    periode: str = ""
    unit: str = ""
    tambah: bool = False
    alias: dict[str, str] = field(default_factory=dict)
    peta: str = ""
    memetakan: bool = False
    lembar: tuple[str, ...] = ()


def isian(kode: str) -> Isian:
    semua = cast("dict[str, Isian]", st.session_state.setdefault("impor_isian", {}))
    return semua.setdefault(kode, Isian())


def lupakan_selain(kode: Collection[str]) -> None:
    """Drop the answers about files that are no longer chosen."""
    semua = cast("dict[str, Isian]", st.session_state.get("impor_isian", {}))
    st.session_state["impor_isian"] = {k: isi for k, isi in semua.items() if k in kode}


def opsi(kode: str) -> ingest.Opsi:
    """The answers as the reader takes them."""
    jawab = isian(kode)
    return ingest.Opsi(
        lembar=jawab.lembar,
        periode=periode_ditulis(jawab.periode),
        unit_baru="tambahkan" if jawab.tambah else "tolak",
        alias_baru=dict(jawab.alias),
        peta=jawab.peta,
        unit=jawab.unit,
    )


def periode_ditulis(teks: str) -> Periode | None:
    """A kode or a period in words; None for nothing, and for what is none."""
    teks = teks.strip()
    try:
        return parse_periode(teks) if teks else None
    except KinerjaError:
        return periode_dari_sel(teks)


def tanya(lk: Lingkup, kode: str, hasil: HasilBaca) -> None:
    """Fields for what the file does not say: open when it is asked, else folded away."""
    alasan = {m.alasan for m in hasil.masalah}
    perlu = bool(alasan & (_TANYA_PERIODE | _TANYA_UNIT))
    jawab = isian(kode)
    if perlu or jawab.periode or jawab.unit:
        with st.container(border=True, key="isian_berkas"):
            st.markdown(f"**{t(lk, 'impor.isian_perlu' if perlu else 'impor.isian')}**")
            _kolom(lk, kode)
    elif hasil.jenis and not hasil.diterima:
        with st.expander(t(lk, "impor.isian"), icon=":material/edit_calendar:", key="isian_berkas"):
            _kolom(lk, kode)


def _kolom(lk: Lingkup, kode: str) -> None:
    kiri, kanan = st.columns(2)
    with kiri:
        tanya_periode(lk, kode)
    with kanan:
        tanya_unit(lk, kode)


def tanya_periode(lk: Lingkup, kode: str) -> None:
    """The period of the whole file, with what is understood written below."""
    kunci = f"impor_periode_{kode}"
    ditulis = st.text_input(
        t(lk, "impor.periode"),
        value=isian(kode).periode,
        placeholder=t(lk, "impor.periode_contoh"),
        key=kunci,
        help=t(lk, "impor.periode_bantuan"),
        on_change=_catat_teks,
        args=(kode, "periode", kunci),
    )
    if ditulis and ditulis.strip():
        terbaca = periode_ditulis(ditulis)
        if terbaca:
            st.caption(t(lk, "impor.periode_terbaca", periode=tulis.periode(terbaca, lk.bahasa)))
        else:
            st.warning(t(lk, "galat.periode", nilai=ditulis.strip()), icon=":material/edit_calendar:")


def tanya_unit(lk: Lingkup, kode: str) -> None:
    """The unit of the whole file."""
    kunci = f"impor_unit_{kode}"
    pilihan = ["", *lk.isi.pohon.units]
    kini = isian(kode).unit
    st.selectbox(
        t(lk, "impor.unit"),
        pilihan,
        index=pilihan.index(kini) if kini in pilihan else 0,
        format_func=lambda k: lk.isi.pohon.nama(k) if k else t(lk, "impor.unit_dari_berkas"),
        key=kunci,
        on_change=_catat_teks,
        args=(kode, "unit", kunci),
    )


def _catat_teks(kode: str, nama: str, kunci: str) -> None:
    setattr(isian(kode), nama, str(st.session_state.get(kunci) or ""))
