"""The page *Impor data*: the same reading and storing as the command line, with a preview before anything is stored."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import datetime
from functools import partial

import streamlit as st

from kinerja.domain.fakta import HasilBaca
from kinerja.i18n import format as tulis
from kinerja.indikator import terbit
from kinerja.store.lokasi import folder_data
from kinerja.ui import (
    impor_baca,
    impor_banyak,
    impor_berkas,
    impor_gaya,
    impor_hasil,
    impor_isian,
    impor_keadaan,
    impor_peta,
    impor_simpan,
    impor_unit,
    lingkup,
    sumber,
    templat_isi,
)
from kinerja.ui import riwayat as halaman_riwayat
from kinerja.ui.aman import polos
from kinerja.ui.impor_berkas import Berkas
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.navigasi import pergi
from kinerja.ui.teks import t

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_TERAKHIR = 3


def templat(lk: Lingkup) -> None:
    """Our own template to fill in, and what this store holds in the same layout."""
    impor_gaya.pasang()
    st.markdown(t(lk, "impor.pengantar"))
    with st.container(horizontal=True, key="templat"):
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


def alur(lk: Lingkup) -> None:
    """Choose, read, answer, store: one file with its details, several with a report and one of them opened."""
    unggahan = impor_berkas.pilih(lk)
    hasil = impor_baca.baca(lk, unggahan.berkas, impor_keadaan.tersimpan())
    if satu := unggahan.satu:
        if satu.kode in hasil:
            _berkas(lk, satu, hasil[satu.kode], satu=True)
        elif impor_isian.isian(satu.kode).memetakan:
            impor_peta.tampil(lk, satu)
    elif unggahan.berkas or unggahan.arsip:
        terbuka = impor_banyak.laporan(lk, unggahan, hasil)
        if terbuka and terbuka.kode in hasil:
            st.header(polos(terbuka.nama), anchor=False, divider="gray")
            _berkas(lk, terbuka, hasil[terbuka.kode], satu=False)
        elif terbuka and impor_isian.isian(terbuka.kode).memetakan:
            impor_peta.tampil(lk, terbuka)


def _berkas(lk: Lingkup, berkas: Berkas, hasil: HasilBaca, *, satu: bool) -> None:
    """One file from what was recognised to the button that stores it."""
    memetakan = impor_isian.isian(berkas.kode).memetakan
    if not memetakan and impor_peta.perlu(hasil):
        impor_peta.mulai(lk, berkas, hasil)
    if memetakan:
        impor_peta.tampil(lk, berkas)
    else:
        impor_peta.dikenali(lk, berkas, hasil)
    with impor_peta.langkah_akhir(lk) if memetakan else nullcontext():
        _hasil(lk, berkas, hasil, satu=satu)


def _hasil(lk: Lingkup, berkas: Berkas, hasil: HasilBaca, *, satu: bool) -> None:
    """What was read, what is asked, and the button."""
    k = impor_keadaan.keadaan(lk, berkas.kode, hasil)
    impor_hasil.ringkasan(lk, hasil)
    if not impor_isian.isian(berkas.kode).memetakan:
        impor_isian.tanya(lk, berkas.kode, hasil)
    impor_unit.tanya(lk, berkas.kode, hasil)
    impor_hasil.masalah(lk, hasil, [m for m in k.temuan if k.nama != "ada" and m not in (*k.bentrok, k.terkunci)])
    impor_hasil.pratinjau(lk, hasil)
    nama_peta = impor_peta.ingat(lk, berkas, hasil)
    impor_simpan.tampil(lk, berkas, hasil, k, nama_peta, satu=satu)


def riwayat(lk: Lingkup) -> None:
    """The last batches with who, when, file and rows; each can be undone. All others are a click away."""
    st.header(t(lk, "impor.riwayat"), anchor=False)
    semua = sumber.muatan(lk.isi)
    if not semua:
        st.caption(t(lk, "impor.riwayat_kosong"))
    for muatan, jenis, berkas, _, _, oleh, pada, baris in semua[:_TERAKHIR]:
        with st.container(border=True, horizontal=True, vertical_alignment="center", key=f"muatan_{muatan}"):
            kapan = tulis.waktu(datetime.fromisoformat(pada), lk.bahasa)
            kata = [] if berkas.startswith("contoh:") else [halaman_riwayat.tata_letak(lk, jenis)]
            isi = (halaman_riwayat.berkas(lk, berkas), *kata, oleh, kapan)
            jumlah = t(lk, "impor.baris", jumlah=tulis.angka(baris, 0, lk.bahasa))
            st.markdown(f"**{muatan}** · {' · '.join(map(polos, (*isi, jumlah)))}")
            if not lk.isi.contoh:
                halaman_riwayat.batalkan(
                    lk, muatan, berkas, jumlah, terkunci=bool(sumber.riwayat_data(lk.isi).terkunci)
                )
    with st.container(horizontal=True, key="riwayat_lain"):
        st.button(
            t(lk, "impor.riwayat_semua", jumlah=len(semua)),
            key="ke_riwayat",
            icon=":material/history:",
            on_click=pergi,
            args=("mutu-riwayat",),
        )
        if not lk.isi.contoh:
            st.button(
                t(lk, "impor.kembali_contoh"), key="kembali_contoh", disabled=bool(semua), on_click=_kembali_contoh
            )


def _kembali_contoh() -> None:
    """A callback: the scope may only be reset before its fields are drawn again."""
    terbit.terbitkan_contoh(folder_data())
    lingkup.ulang()
