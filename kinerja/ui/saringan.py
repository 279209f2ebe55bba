"""The visible filters: labels in the reader's language, codes underneath (see ``lingkup``)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from kinerja.domain.akses import PERAN
from kinerja.domain.periode import JenisPeriode, Periode, daftar_periode, periode_dari_bulan
from kinerja.domain.unit import turunan
from kinerja.i18n import Bahasa, teks
from kinerja.i18n import format as tulis
from kinerja.indikator.registry import registri
from kinerja.ui import lingkup
from kinerja.ui.lingkup import BANDING, Lingkup
from kinerja.ui.sumber import Isi


def pilih(
    bagian: str,
    label: str,
    pilihan: Sequence[str],
    kini: str,
    tulisan: Callable[[str], str],
    setelah: Callable[[str], None] | None = None,
) -> None:
    """A selectbox over codes that writes the chosen code into the scope."""
    kunci = f"pilih_{bagian}"
    st.session_state[kunci] = kini

    def ubah() -> None:
        kode = str(st.session_state[kunci])
        if setelah is None:
            lingkup.atur(**{bagian: kode})
        else:
            setelah(kode)

    st.selectbox(label, pilihan, key=kunci, format_func=tulisan, on_change=ubah)


def unit(lk: Lingkup) -> None:
    """Any level of the tree that has data, parents before what they hold."""
    pohon = lk.isi.pohon
    ada = lingkup.unit_berdata(lk.isi) | {pohon.akar}
    pilihan = [u for u in turunan(pohon.akar, pohon.anak) if u in ada]

    def tulisan(kode: str) -> str:
        if kode == pohon.akar:
            return teks(lk.bahasa, "saringan.semua_unit")
        return pohon.nama(kode)

    pilih("unit", teks(lk.bahasa, "saringan.unit"), pilihan, lk.unit, tulisan)


def periode(lk: Lingkup) -> None:
    """Two boxes: the kind of period, and which one; newest first."""
    jenis, periode_ = st.columns([2, 3], gap="small")
    with jenis:
        pilih(
            "jenis",
            teks(lk.bahasa, "saringan.jenis_periode"),
            lingkup.jenis_periode(lk.isi),
            lk.dipilih.jenis,
            lambda j: teks(lk.bahasa, f"saringan.jenis_{j}"),
            lambda j: lingkup.atur(periode=_setara(lk, j).kode),
        )
    with periode_:
        semua = {p.kode: p for p in reversed(daftar_periode(lk.isi.awal, lk.isi.akhir, lk.dipilih.jenis))}
        pilih(
            "periode",
            teks(lk.bahasa, "saringan.periode"),
            list(semua),
            lk.dipilih.kode,
            lambda kode: tulis.periode(semua[kode], lk.bahasa),
        )


def _setara(lk: Lingkup, jenis: str) -> Periode:
    """The period of another kind that holds the last month of the present one, within the data."""
    macam: JenisPeriode = next(j for j in lingkup.jenis_periode(lk.isi) if j == jenis)
    return periode_dari_bulan(min(lk.dipilih.sampai, lk.isi.akhir), macam)


def banding(lk: Lingkup) -> None:
    pilih(
        "banding",
        teks(lk.bahasa, "saringan.banding"),
        BANDING,
        lk.banding,
        lambda b: teks(lk.bahasa, f"saringan.banding_{b.replace('-', '_')}"),
    )


def indikator(lk: Lingkup) -> None:
    pilih(
        "indikator",
        teks(lk.bahasa, "saringan.indikator"),
        lingkup.indikator_berdata(lk.isi),
        lk.indikator,
        lambda kode: registri()[kode].nama.dalam(lk.bahasa),
    )


def bahasa(kini: Bahasa) -> None:
    """Indonesian or English, in their own names."""
    st.session_state["pilih_bahasa"] = kini
    nama = {"id": "Indonesia", "en": "English"}
    st.segmented_control(
        teks(kini, "saringan.bahasa"),
        list(nama),
        key="pilih_bahasa",
        format_func=nama.__getitem__,
        required=True,
        on_change=lambda: lingkup.atur(bahasa=st.session_state["pilih_bahasa"] or kini),
    )


def peran(kini: Bahasa) -> None:
    """Role switcher of the sample mode: shows what each role sees; nothing real is behind it."""
    pilih(
        "peran",
        teks(kini, "saringan.peran"),
        PERAN,
        lingkup.peran_kini(),
        lambda p: teks(kini, f"peran.{p}"),
        lambda p: lingkup.atur(peran=p, sebagai=""),
    )


def sebagai(kini: Bahasa, isi: Isi) -> None:
    """Which employee of the sample the role is tried as; absent where a role is nobody in particular."""
    daftar = {p.pegawai: p for p in lingkup.daftar_sebagai(isi, lingkup.peran_kini())}
    orang = lingkup.sebagai_kini(isi, lingkup.peran_kini())
    if orang is not None:
        pilih(
            "sebagai",
            teks(kini, "saringan.sebagai"),
            list(daftar),
            orang.pegawai,
            lambda k: f"{daftar[k].jabatan} · {isi.pohon.nama(daftar[k].unit)} ({k})",
        )


def beberapa_unit(lk: Lingkup, pilihan: Sequence[str]) -> list[str]:
    """Up to five units to draw together; none chosen means the unit of the head alone."""
    return st.multiselect(
        teks(lk.bahasa, "saringan.bandingkan"),
        list(pilihan),
        format_func=lk.isi.pohon.nama,
        max_selections=5,
        placeholder=teks(lk.bahasa, "saringan.bandingkan_petunjuk"),
        key=f"beberapa_{lk.unit}_{lk.indikator}",
        persist_state="session",
    )


def saklar(lk: Lingkup, nama: str, *, mati: bool = False) -> bool:
    """A switch of one page; kept while the session lasts."""
    return st.toggle(teks(lk.bahasa, f"saringan.{nama}"), key=f"saklar_{nama}", persist_state="session", disabled=mati)
