"""The page *Impor data*: the same reading and storing as the command line, with a preview before anything is stored."""

from __future__ import annotations

import tempfile
from datetime import datetime
from functools import partial
from pathlib import Path

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from kinerja import ingest
from kinerja.domain.akses import boleh_tulis
from kinerja.domain.errors import AksesError, ImporError, KinerjaError
from kinerja.domain.fakta import HasilBaca, Masalah
from kinerja.domain.periode import Periode, parse_periode
from kinerja.i18n import format as tulis
from kinerja.i18n.masalah import teks_galat, teks_masalah
from kinerja.indikator import terbit
from kinerja.indikator.registry import registri
from kinerja.kalimat.capaian import nilai_satuan
from kinerja.store.lokasi import folder_data
from kinerja.ui import impor_unit, lingkup, sumber, templat_isi
from kinerja.ui.aman import polos
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.teks import t

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_TAMPIL = 200


def templat(lk: Lingkup) -> None:
    """Our own template to fill in, and what this store holds in the same layout."""
    st.markdown(t(lk, "impor.pengantar"))
    with st.container(horizontal=True):
        for nama, isi in (("templat", templat_isi.templat_kosong), ("isi", templat_isi.templat_berisi)):
            st.download_button(
                t(lk, f"impor.{nama}"),
                data=partial(isi, lk.bahasa),
                file_name=f"{nama}-kinerja.xlsx",
                mime=_XLSX,
                icon=":material/download:",
                on_click="ignore",
                key=f"unduh_{nama}",
            )


def pilih_berkas(lk: Lingkup) -> UploadedFile | None:
    """The chosen file, and for files without one the period typed beside it."""
    kiri, kanan = st.columns([3, 1])
    with kiri:
        berkas = st.file_uploader(t(lk, "impor.pilih"), type=["csv", "xlsx", "xls", "ods", "txt"], key=_kunci_unggah())
    with kanan:
        st.text_input(
            t(lk, "impor.periode"),
            placeholder="2025 · 2025-12",
            key="impor_periode",
            help=t(lk, "impor.periode_bantuan"),
        )
    return berkas


def _kunci_unggah() -> str:
    """A fresh uploader after each stored file: the old file must not be offered again."""
    return f"unggah_{st.session_state.get('impor_ke', 0)}"


def baca(lk: Lingkup, berkas: UploadedFile) -> HasilBaca:
    """What was read from the file; read again when the answers about units change."""
    opsi = ingest.Opsi(
        jenis=None,
        lembar=(),
        periode=_periode(lk),
        unit_baru="tambahkan" if st.session_state.get("impor_tambah") else "tolak",
        alias_baru=impor_unit.jawaban(berkas.file_id),
    )
    kunci = (berkas.file_id, repr(opsi), lk.isi.nomor)
    if st.session_state.get("impor_kunci") != kunci:
        st.session_state["impor_hasil"] = _baca(berkas, opsi)
        st.session_state["impor_kunci"] = kunci
    hasil: HasilBaca = st.session_state["impor_hasil"]
    return hasil


def _baca(berkas: UploadedFile, opsi: ingest.Opsi) -> HasilBaca:
    units, alias = terbit.rujukan_unit(folder_data())
    rujukan = ingest.Rujukan(tuple(units), alias, registri(), terbit.INDUK_UNIT_BARU)
    with tempfile.TemporaryDirectory(prefix="kinerja-") as folder:
        jalur = Path(folder) / "unggahan"  # the name a person gave is text, never a path
        jalur.write_bytes(berkas.getvalue())
        return ingest.baca_berkas(jalur, berkas.name, rujukan, opsi)


def _periode(lk: Lingkup) -> Periode | None:
    kode = str(st.session_state.get("impor_periode") or "").strip()
    if not kode:
        return None
    try:
        return parse_periode(kode)
    except KinerjaError as galat:
        st.warning(t(lk, galat.kunci, **galat.args_kunci))
        return None


def ringkasan(lk: Lingkup, hasil: HasilBaca) -> None:
    """One sentence on what the file holds, and the sum of every indikator in it."""
    units = {f.unit for f in hasil.fakta} | {x.unit for x in hasil.target}
    if not hasil.fakta and not hasil.target:
        return
    st.subheader(
        t(lk, "impor.terbaca", jumlah=tulis.angka(len(hasil.fakta) + len(hasil.target), 0, lk.bahasa), unit=len(units)),
        anchor=False,
    )
    for kode, total in terbit.total_fakta(hasil).items():
        ind = registri()[kode]
        isi = tulis.angka(total["pembilang"], 0, lk.bahasa)
        if ind.bentuk == "jumlah":
            isi = nilai_satuan(total["pembilang"], ind, lk.bahasa)
        elif total["penyebut"]:
            isi += f" / {tulis.angka(total['penyebut'], 0, lk.bahasa)}"
        st.markdown(f"- {polos(ind.nama.dalam(lk.bahasa))}: **{isi}**")


def masalah(lk: Lingkup, hasil: HasilBaca) -> None:
    """All problems at once, each with where, what and what to do; and what was left out, with the reason."""
    galat = [m for m in hasil.masalah if m.tingkat == "galat"]
    lain = [m for m in hasil.masalah if m.tingkat != "galat"]
    if galat:
        st.error(t(lk, "impor.ada_galat", jumlah=len(galat)), icon=":material/error:")
        _tabel_masalah(lk, galat)
    if lain:
        with st.expander(t(lk, "impor.periksa", jumlah=len(lain)), icon=":material/info:"):
            _tabel_masalah(lk, lain)
    if hasil.dibuang:
        with st.expander(t(lk, "impor.dibuang", jumlah=len(hasil.dibuang)), icon=":material/filter_alt:"):
            baris = [[d.lembar, d.letak, d.isi, t(lk, d.alasan)] for d in hasil.dibuang[:_TAMPIL]]
            _tabel(lk, baris, ("lembar", "letak", "isi", "alasan"))


def _tabel_masalah(lk: Lingkup, daftar: list[Masalah]) -> None:
    """A list, not a table: the advice stands at the end of the sentence and must not be cut off."""
    st.markdown("\n".join(f"- {_letak(lk, m)}{polos(teks_masalah(m, lk.bahasa))}" for m in daftar[:_TAMPIL]))


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


def simpan(lk: Lingkup, hasil: HasilBaca) -> None:
    """Confirm: stores everything or nothing."""
    siap = hasil.diterima and bool(hasil.fakta or hasil.target)
    if siap and lk.isi.contoh:
        st.info(t(lk, "impor.ganti_contoh"), icon=":material/info:")
    if not st.button(t(lk, "impor.simpan"), type="primary", disabled=not siap, key="impor_simpan"):
        return
    if not boleh_tulis(lk.akses):
        raise AksesError("galat.akses")
    try:
        with st.spinner(t(lk, "impor.menyimpan")):
            nomor = terbit.simpan(folder_data(), hasil, lk.akses.peran, impor_unit.jawaban_tersimpan())
    except ImporError as galat:
        st.error(teks_galat(galat, lk.bahasa))
        _tabel_masalah(lk, list(galat.masalah))
        return
    except KinerjaError as galat:
        st.error(teks_galat(galat, lk.bahasa))
        return
    st.session_state["impor_ke"] = st.session_state.get("impor_ke", 0) + 1
    st.toast(t(lk, "impor.tersimpan", muatan=nomor), icon=":material/check_circle:")
    st.rerun()


def riwayat(lk: Lingkup) -> None:
    """Batches with who, when, file and rows; each can be undone."""
    st.header(t(lk, "impor.riwayat"), anchor=False)
    daftar = sumber.muatan(lk.isi)
    if not daftar:
        st.caption(t(lk, "impor.riwayat_kosong"))
    for muatan, jenis, berkas, _, _, oleh, pada, baris in daftar:
        with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"muatan_{muatan}"):
            kapan = tulis.waktu(datetime.fromisoformat(pada), lk.bahasa)
            st.markdown(
                f"**{muatan}** · {polos(berkas)} · {polos(jenis)} · {polos(oleh)} · {polos(kapan)} · "
                + t(lk, "impor.baris", jumlah=tulis.angka(baris, 0, lk.bahasa))
            )
            if not lk.isi.contoh and st.button(t(lk, "impor.batalkan"), key=f"batal_{muatan}", icon=":material/undo:"):
                _batalkan(lk, muatan)
    if not lk.isi.contoh:
        st.button(t(lk, "impor.kembali_contoh"), key="kembali_contoh", disabled=bool(daftar), on_click=_kembali_contoh)


def _kembali_contoh() -> None:
    """A callback: the scope may only be reset before its fields are drawn again."""
    terbit.terbitkan_contoh(folder_data())
    lingkup.ulang()


def _batalkan(lk: Lingkup, muatan: int) -> None:
    if not boleh_tulis(lk.akses):
        raise AksesError("galat.akses")
    terbit.batalkan(folder_data(), muatan, lk.akses.peran)
    st.toast(t(lk, "impor.dibatalkan", muatan=muatan), icon=":material/undo:")
    st.rerun()
