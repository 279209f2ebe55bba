"""Pages by audience, registered only for roles that may see them; language, role and privacy in the sidebar."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from kinerja.domain.akses import Akses, boleh_halaman
from kinerja.domain.errors import StoreError
from kinerja.i18n import Bahasa, teks
from kinerja.ui import gaya, lingkup, saringan, sumber
from kinerja.ui.sumber import Isi

_PAGES = Path(__file__).resolve().parents[2] / "pages"


@dataclass(frozen=True)
class Halaman:
    kode: str
    berkas: str
    bagian: str
    ikon: str


HALAMAN = (
    Halaman("ringkasan", "pimpinan/ringkasan.py", "pimpinan", ":material/dashboard:"),
    Halaman("tren", "pimpinan/tren.py", "pimpinan", ":material/show_chart:"),
    Halaman("satu-unit", "pimpinan/satu_unit.py", "pimpinan", ":material/article:"),
    Halaman("unit-vs-target", "evaluator/unit_vs_target.py", "evaluasi", ":material/track_changes:"),
    Halaman("penilaian-asn", "evaluator/penilaian_asn.py", "evaluasi", ":material/grid_view:"),
    Halaman("kalibrasi", "evaluator/kalibrasi.py", "evaluasi", ":material/balance:"),
    Halaman("umpan-balik", "evaluator/umpan_balik.py", "evaluasi", ":material/forum:"),
    Halaman("kinerja-saya", "pegawai/kinerja_saya.py", "pegawai", ":material/person:"),
    Halaman("pelatihan", "kebijakan/pelatihan.py", "kebijakan", ":material/school:"),
    Halaman("kepatuhan", "kebijakan/kepatuhan.py", "kebijakan", ":material/campaign:"),
    Halaman("paparan", "rapat/paparan.py", "rapat", ":material/slideshow:"),
    Halaman("impor", "pengelola/impor.py", "data", ":material/upload_file:"),
    Halaman("mutu-riwayat", "pengelola/mutu_riwayat.py", "data", ":material/history:"),
    Halaman("satuan-kerja", "pengelola/satuan_kerja.py", "data", ":material/account_tree:"),
    Halaman("definisi", "kebijakan/definisi.py", "data", ":material/menu_book:"),
)


def jalankan() -> None:
    """Draw what every page shares and run the chosen page. A store that cannot be read gets its own page."""
    st.set_page_config(page_title=teks(lingkup.bahasa_kini(), "produk.nama"), layout="wide", page_icon=str(gaya.IKON))
    lingkup.pasang_kolom()
    b = lingkup.bahasa_kini()
    halaman = {h.kode: _daftarkan(h, b) for h in HALAMAN if boleh_halaman(Akses(lingkup.peran_kini()), h.kode)}
    bagian: dict[str, list[StreamlitPage]] = {}
    for h in HALAMAN:
        if h.kode in halaman:
            bagian.setdefault(teks(b, f"bagian.{h.bagian}"), []).append(halaman[h.kode])
    terpilih = st.navigation(bagian, expanded=True)
    gaya.pasang(b, layar_penuh=terpilih.url_path == "paparan")
    try:
        _bilah(b, sumber.buka())
    except StoreError as galat:
        st.title(teks(b, "halaman.data_bermasalah"), anchor=False)
        st.error(teks(b, galat.kunci, **galat.args_kunci), icon=":material/error:")
        st.button(teks(b, "kepala.coba_lagi"))
        return
    terpilih.run()


def _daftarkan(h: Halaman, b: Bahasa) -> StreamlitPage:
    return st.Page(
        _PAGES / h.berkas,
        title=teks(b, f"halaman.{h.kode}"),
        icon=h.ikon,
        url_path=None if h.kode == "ringkasan" else h.kode,
        default=h.kode == "ringkasan",
    )


def _bilah(b: Bahasa, isi: Isi) -> None:
    with st.sidebar, st.container(key="bilah"):
        saringan.bahasa(b)
        saringan.peran(b)
        saringan.sebagai(b, isi)
        st.caption(teks(b, "produk.mode_contoh" if isi.contoh else "produk.tanpa_akun"))


def pergi(kode: str, **nilai: str) -> None:
    """For callbacks: set parts of the scope and open a page. All other filters stay."""
    lingkup.atur(**nilai)
    h = next(h for h in HALAMAN if h.kode == kode)
    st.switch_page(_PAGES / h.berkas, query_params={})
