"""What was read from one file: one sentence with its sums, the problems, what was left out, raw beside parsed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd
import streamlit as st

from kinerja.domain.fakta import KOLOM_TABEL, HasilBaca, Masalah, kolom_masa
from kinerja.domain.periode import rentang
from kinerja.i18n import format as tulis
from kinerja.indikator import terbit
from kinerja.indikator.registry import registri
from kinerja.kalimat.capaian import nilai_satuan
from kinerja.ui.aman import polos
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.teks import kalimat_masalah, t

_TAMPIL = 200
_ARTI_ANGKA = frozenset(
    f"masalah.{nama}"
    for nama in (
        *("judul_sempit_peta", "judul_pasien_baru", "periode_nama_beda", "nol_semua_unit", "rincian_dijumlahkan"),
        *("rincian_tunggal", "rincian_kurang", "rincian_induk", "rincian_sub_beda"),
    )
)
"""Notes about what the figures mean or whose time they are: open, for they are read before storing."""
_MENONJOL = frozenset(f"masalah.lembar_{n}" for n in ("beda_kepala", "di_luar_peta", "beda_unit", "beda_periode"))
"""Sheets that were left out although they look like the mapped one: never folded away."""
_TABEL = (
    *("kunjungan", "responden", "pegawai", "skp_butir", "skp_penilaian", "skp_perilaku", "laporan_skp"),
    *("predikat_organisasi", "pelatihan", "gelombang", "kegiatan", "iku"),
)


def ringkasan(lk: Lingkup, hasil: HasilBaca) -> None:
    """One sentence on what the file holds, the months it is about, and the sum of every indikator in it."""
    if not hasil.baris:
        return
    jumlah = tulis.angka(len(hasil.fakta) + len(hasil.target) or _baris_tabel(hasil), 0, lk.bahasa)
    kunci = "impor.terbaca" if hasil.fakta or hasil.target else "impor.terbaca_baris"
    st.subheader(t(lk, kunci, jumlah=jumlah, unit=tulis.angka(len(hasil.unit), 0, lk.bahasa)), anchor=False)
    if masa := masa_hasil(lk, hasil):
        st.caption(masa)
    st.markdown("\n".join(f"- {isi}" for isi in (*_angka(lk, hasil), *_tabel_isi(lk, hasil))))


def _baris_tabel(hasil: HasilBaca) -> int:
    """Rows of tables as a person counts them: answers go with their respondents."""
    return sum(len(isi) for nama, isi in hasil.tabel.items() if nama != "jawaban")


def masa_hasil(lk: Lingkup, hasil: HasilBaca) -> str:
    """The months the file is about, in words; '' for none."""
    masa = {(f.dari, f.sampai) for f in hasil.fakta} | {(x.dari, x.sampai) for x in hasil.target}
    for nama, isi in hasil.tabel.items():
        letak = [KOLOM_TABEL[nama].index(k) for k in kolom_masa(nama) or ()]
        if not letak:
            continue
        masa |= {(int(str(b[letak[0]])), int(str(b[letak[1]]))) for b in isi}
    if not masa:
        return ""
    return tulis.periode(rentang(min(d for d, _ in masa), max(s for _, s in masa)), lk.bahasa)


def _angka(lk: Lingkup, hasil: HasilBaca) -> Iterator[str]:
    for kode, total in terbit.total_fakta(hasil).items():
        ind = registri()[kode]
        isi = tulis.angka(total["pembilang"], 0, lk.bahasa)
        if ind.bentuk == "jumlah":
            isi = nilai_satuan(total["pembilang"], ind, lk.bahasa)
        elif total["penyebut"]:
            isi += f" / {tulis.angka(total['penyebut'], 0, lk.bahasa)}"
        yield f"{polos(ind.nama.dalam(lk.bahasa))}: **{isi}**"
    if hasil.target:
        yield t(lk, "impor.jumlah_target", jumlah=tulis.angka(len(hasil.target), 0, lk.bahasa))


def _tabel_isi(lk: Lingkup, hasil: HasilBaca) -> Iterator[str]:
    """Visits are counted, of everything else the rows."""
    for nama in _TABEL:
        if isi := hasil.tabel.get(nama):
            letak = KOLOM_TABEL[nama].index("jumlah") if nama == "kunjungan" else None
            jumlah = len(isi) if letak is None else sum(int(str(b[letak])) for b in isi)
            yield t(lk, f"impor.jumlah_{nama}", jumlah=tulis.angka(jumlah, 0, lk.bahasa))


def masalah(lk: Lingkup, hasil: HasilBaca, lain: Sequence[Masalah] = ()) -> None:
    """All problems at once, each with where, what and what to do; and what was left out, with the reason.

    ``lain``: what the check against the store adds.
    """
    galat = [m for m in (*hasil.masalah, *lain) if m.tingkat == "galat"]
    catatan = [m for m in (*hasil.masalah, *lain) if m.tingkat != "galat"]
    if galat:
        st.error(t(lk, "impor.ada_galat", jumlah=len(galat)), icon=":material/error:")
        daftar(lk, galat)
    if menonjol := [m for m in catatan if m.alasan in _MENONJOL]:
        with st.container(border=True, key="lembar_tertinggal"):
            st.markdown(f":material/warning: **{t(lk, 'impor.lembar_tertinggal', jumlah=len(menonjol))}**")
            daftar(lk, menonjol)
    if catatan := [m for m in catatan if m.alasan not in _MENONJOL]:
        terbuka = any(m.alasan in _ARTI_ANGKA for m in catatan)
        with st.expander(t(lk, "impor.periksa", jumlah=len(catatan)), icon=":material/info:", expanded=terbuka):
            daftar(lk, catatan)
    if hasil.dibuang:
        with st.expander(t(lk, "impor.dibuang", jumlah=len(hasil.dibuang)), icon=":material/filter_alt:"):
            baris = [[d.lembar, d.letak, d.isi, t(lk, d.alasan)] for d in hasil.dibuang[:_TAMPIL]]
            _tabel(lk, baris, ("lembar", "letak", "isi", "alasan"))


def daftar(lk: Lingkup, isi: Sequence[Masalah]) -> None:
    """A list, not a table: the advice stands at the end of the sentence and must not be cut off."""
    st.markdown("\n".join(f"- {_letak(lk, m)}{polos(kalimat_masalah(lk, m))}" for m in isi[:_TAMPIL]))


def _letak(lk: Lingkup, m: Masalah) -> str:
    bagian = (("lembar", m.lembar), ("baris", m.baris), ("kolom", m.kolom))
    letak = ", ".join(polos(t(lk, f"cli.{nama}", isi=isi)) for nama, isi in bagian if isi)
    return f"**{letak}**: " if letak else ""


def _tabel(lk: Lingkup, baris: list[list[str]], kolom: tuple[str, ...]) -> None:
    df = pd.DataFrame(baris, columns=[t(lk, f"impor.kolom_{k}") for k in kolom])
    berisi = [k for k in df.columns if df[k].astype(bool).any()]
    lebar = st.column_config.TextColumn(t(lk, "impor.kolom_alasan"), width="large")
    st.dataframe(
        df[berisi],
        hide_index=True,
        height="content" if len(df) <= 10 else 400,
        column_config={t(lk, "impor.kolom_alasan"): lebar},
    )


def pratinjau(lk: Lingkup, hasil: HasilBaca) -> None:
    """Raw beside parsed, so a wrong reading of a number is seen before it is stored."""
    for p in hasil.pratinjau:
        with st.expander(t(lk, "impor.pratinjau", lembar=p.lembar or hasil.berkas), icon=":material/preview:"):
            mentah, terbaca = st.columns(2)
            for wadah, judul, isi in ((mentah, "impor.mentah", p.mentah), (terbaca, "impor.hasil_baca", p.terbaca)):
                with wadah:
                    st.caption(t(lk, judul))
                    kolom = [f"{n + 1}. {j}" for n, j in enumerate(p.judul)]  # headers repeat; columns must not
                    st.dataframe(pd.DataFrame(list(isi), columns=kolom), hide_index=True, height="content")
