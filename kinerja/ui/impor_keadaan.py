"""Where one file stands: still to be read, refused, in need of an answer, ready, there already, or stored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, cast

import streamlit as st

from kinerja.domain.fakta import HasilBaca, Masalah
from kinerja.indikator.periksa import periksa
from kinerja.store.lokasi import folder_data
from kinerja.ui.impor_baca import antrean
from kinerja.ui.lingkup import Lingkup

Nama = Literal["menunggu", "dihentikan", "ditolak", "tanya", "siap", "ada", "tersimpan"]
TERKUNCI = "galat.periode_terkunci"
_SUDAH = frozenset({"galat.berkas_sudah_masuk", "galat.isi_sudah_ada"})
_TAK_TERBACA = frozenset(
    f"masalah.{n}"
    for n in [
        "tak_terbaca",
        "berkas_kosong",
        "terlalu_besar",
        "zip_entri",
        "zip_mengembang",
        "zip_lain",
        "makro",
        "rusak",
        "bersandi",
        "bukan_tabel",
        "halaman_web",
        "biner",
        "sandi_teks",
        "xml_berbahaya",
        "anak_waktu",
        "anak_memori",
        "anak_mati",
        "anak_tak_jalan",
        "kutip_terbuka",
        "isi_besar",
        "lembar_tak_ada",
        "besar_bukan_register",
        "tanpa_isi",
    ]
) | {"galat.kerja_mati"}
"""Problems of the file itself: no answer on the page can settle them."""


@dataclass(frozen=True)
class Keadaan:
    """``temuan``: what the check against the store and the file's own history found; ``muatan``: stored as."""

    nama: Nama
    temuan: tuple[Masalah, ...] = ()
    muatan: int = 0

    @property
    def bentrok(self) -> tuple[Masalah, ...]:
        """Conflicts with what is stored, of any kind."""
        return tuple(m for m in self.temuan if m.tingkat == "galat" and "jenis" in m.args)

    @property
    def galat(self) -> tuple[Masalah, ...]:
        """Errors that no correction settles."""
        return tuple(m for m in self.temuan if m.tingkat == "galat" and "jenis" not in m.args)

    @property
    def terkunci(self) -> Masalah | None:
        return next((m for m in self.temuan if m.alasan == TERKUNCI), None)


def tersimpan() -> dict[str, int]:
    """Files of this session that were stored → number of their batch."""
    return cast("dict[str, int]", st.session_state.setdefault("impor_tersimpan", {}))


def keadaan(lk: Lingkup, kode: str, hasil: HasilBaca | None) -> Keadaan:
    if kode in tersimpan():
        return Keadaan("tersimpan", muatan=tersimpan()[kode])
    if hasil is None:
        return Keadaan("dihentikan" if kode in antrean().henti else "menunggu")
    if not hasil.diterima or not hasil.baris:
        return Keadaan("ditolak" if tak_terbaca(hasil) else "tanya")
    temuan = _periksa(lk, kode, hasil)
    return Keadaan(_nilai(temuan), temuan)


def tak_terbaca(hasil: HasilBaca) -> bool:
    """Is it the file that is wrong, so that nothing on the page can help?"""
    return not hasil.jenis and any(m.alasan in _TAK_TERBACA for m in hasil.masalah)


def _nilai(temuan: Sequence[Masalah]) -> Nama:
    galat = [m for m in temuan if m.tingkat == "galat"]
    if any(m.alasan in _SUDAH for m in galat):
        return "ada"
    return "tanya" if galat or any(m.alasan == TERKUNCI for m in temuan) else "siap"


def _periksa(lk: Lingkup, kode: str, hasil: HasilBaca) -> tuple[Masalah, ...]:
    """The check against the store, once for each reading and snapshot."""
    simpanan = st.session_state.setdefault("impor_periksa", {})
    kunci = (antrean().bacaan[kode].kunci, lk.isi.nomor)
    if kode not in simpanan or simpanan[kode][0] != kunci:
        simpanan[kode] = (kunci, periksa(folder_data(), hasil))
    return cast("tuple[Masalah, ...]", simpanan[kode][1])
