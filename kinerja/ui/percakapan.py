"""Feedback that was sent, with its answers: read by both sides; each side has the forms that belong to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

import streamlit as st

from kinerja.catatan.tanggapan import ajukan_keberatan, balas, jawab
from kinerja.catatan.umpan_balik import tandai_dibaca
from kinerja.domain.akses import boleh
from kinerja.domain.errors import KinerjaError
from kinerja.domain.periode import rentang
from kinerja.domain.umpan_balik import BATAS_TEKS, KeadaanUmpanBalik, UmpanBalik
from kinerja.i18n import format as tulis
from kinerja.i18n.masalah import teks_galat
from kinerja.ui import catat, gambar, sumber_asn, umpan_tulis
from kinerja.ui.aman import polos
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.teks import t


def keadaan(u: UmpanBalik) -> KeadaanUmpanBalik:
    """State of one feedback; an objection stays visible."""
    jenis = {x.jenis for x in u.tanggapan}
    if "keberatan" in jenis:
        return "keberatan"
    if "jawaban" in jenis:
        return "dijawab"
    return "dibaca" if u.dibaca else "terkirim"


def daftar(lk: Lingkup, isi: Sequence[UmpanBalik], nama: str, *, disamarkan: bool = False) -> None:
    """Feedback of one person, newest first. ``nama``: how the person is called on this screen.

    ``disamarkan``: on a shared screen, where the writer is not named either.
    """
    diri = bool(lk.akses.pegawai) and all(u.isi.pegawai == lk.akses.pegawai for u in isi)
    judul = t(lk, "umpan_tulis.riwayat", n=len(isi)) if isi else t(lk, "umpan_tulis.riwayat_kosong")
    with gambar.kartu("riwayat_umpan_balik", judul, t(lk, f"umpan_tulis.riwayat_{'baca' if isi else 'kosong_baca'}")):
        for u in isi:
            _satu(lk, u, nama, diri=diri, disamarkan=disamarkan)


def _penulis(lk: Lingkup, kode: str, *, disamarkan: bool) -> str:
    return t(lk, "penilaian.tersamar") if disamarkan else catat.nama(lk, kode)


def _satu(lk: Lingkup, u: UmpanBalik, nama: str, *, diri: bool, disamarkan: bool) -> None:
    masa = tulis.periode(rentang(u.isi.dari, u.isi.sampai), lk.bahasa)
    kepala = t(
        lk,
        "umpan_tulis.kepala",
        periode=masa,
        pada=tulis.waktu(u.dibuat, lk.bahasa),
        keadaan=t(lk, f"keadaan_umpan_balik.{keadaan(u)}"),
    )
    with st.container(border=True, key=f"umpan_{u.id}"):
        st.markdown(f"**{polos(kepala)}**")
        if diri and u.dibaca is None:
            st.button(
                t(lk, "umpan_tulis.buka"),
                key=f"baca_{u.id}",
                type="primary",
                icon=":material/drafts:",
                on_click=_baca,
                args=(lk, u.id),
            )
            return
        if u.contoh and lk.bahasa != "id":  # what people wrote is never translated
            st.caption(t(lk, "umpan_tulis.bahasa_asli"))
        umpan_tulis.rangka(lk, u.isi)
        kunci = "penulis_tersamar" if disamarkan else "dari_siapa"
        st.caption(polos(t(lk, f"umpan_tulis.{kunci}", penilai=catat.nama(lk, u.oleh))))
        for x in u.tanggapan:
            siapa = nama if x.oleh == u.isi.pegawai else _penulis(lk, x.oleh, disamarkan=disamarkan)
            kata = f"{t(lk, f'tanggapan.{x.jenis}')} · {siapa} · {tulis.waktu(x.pada, lk.bahasa)}"
            st.markdown(f"**{polos(kata)}**  \n{polos(x.isi)}")
        if diri:
            _untuk_diri(lk, u)
        elif _boleh_balas(lk, u):
            _form(lk, u.id, "balasan", lambda teks: _balas(lk, u, teks))


def _baca(lk: Lingkup, nomor: int) -> None:
    try:
        tandai_dibaca(lk.akses, catat.mesin(lk), nomor, pada=catat.kini())
    except KinerjaError as galat:
        st.toast(teks_galat(galat, lk.bahasa))


def _untuk_diri(lk: Lingkup, u: UmpanBalik) -> None:
    mesin = catat.mesin(lk)
    _form(lk, u.id, "jawaban", lambda teks: jawab(lk.akses, mesin, u.id, teks, pada=catat.kini()))
    if keadaan(u) == "keberatan":
        _tak_terkirim(lk, u)
        return
    batas = catat.batas_keberatan(lk, u.dibuat)
    if batas is not None and batas < catat.hari_ini():
        st.caption(t(lk, "umpan_tulis.batas_lewat", tanggal=tulis.tanggal(batas, lk.bahasa)))
        return
    sampai = batas or catat.hari_ini()  # a calendar that was not completed takes nobody's right away

    def ajukan(teks: str) -> object:
        return ajukan_keberatan(lk.akses, mesin, u.id, teks, batas=sampai, pada=catat.kini())

    _form(lk, u.id, "keberatan", ajukan, keterangan_batas(lk, u, batas))


def _tak_terkirim(lk: Lingkup, u: UmpanBalik) -> None:
    """What was being written here while the one objection went out of another window: shown, never lost unsaid."""
    kunci = f"isi_keberatan_{u.id}"
    tulisan = str(st.session_state.get(kunci) or "").strip()
    if tulisan and not st.session_state.get(f"{kunci}_terkirim"):
        st.warning(f"{t(lk, 'umpan_tulis.keberatan_lain')}\n\n{polos(tulisan)}", icon=":material/info:")


def keterangan_batas(lk: Lingkup, u: UmpanBalik, batas: date | None) -> str:
    """The last day to object, how it is counted, and how sure that rule is."""
    ambang = catat.ambang_keberatan(u.dibuat.date())
    if batas is None or ambang is None:
        return t(lk, "umpan_tulis.batas_tak_ada")
    isi = t(lk, "umpan_tulis.batas", tanggal=tulis.tanggal(batas, lk.bahasa), hari=int(ambang.nilai))
    return f"{isi} {t(lk, f'umpan_tulis.bukti_{ambang.bukti}', peraturan=ambang.peraturan)}"


def _boleh_balas(lk: Lingkup, u: UmpanBalik) -> bool:
    if not boleh(lk.akses, "tulis_umpan_balik"):
        return False
    return keadaan(u) == "keberatan" or u.isi.pegawai in sumber_asn.dinilai(lk.akses, lk.isi)


def _balas(lk: Lingkup, u: UmpanBalik, teks: str) -> object:
    dinilai, terlihat = sumber_asn.dinilai(lk.akses, lk.isi), sumber_asn.terlihat(lk.akses, lk.isi)
    return balas(lk.akses, catat.mesin(lk), u.id, teks, dinilai=dinilai, terlihat=terlihat, pada=catat.kini())


def _form(lk: Lingkup, nomor: int, jenis: str, simpan: Callable[[str], object], keterangan: str = "") -> None:
    """One text and its button, folded."""
    with st.expander(t(lk, f"umpan_tulis.tulis_{jenis}"), key=f"{jenis}_{nomor}"):
        if keterangan:
            st.caption(polos(keterangan))
        kunci = f"isi_{jenis}_{nomor}"
        if st.session_state.pop(f"{kunci}_terkirim", False):
            st.session_state[kunci] = ""  # only a value that is set empties the field on the screen
        st.text_area(t(lk, f"tanggapan.{jenis}"), key=kunci, max_chars=BATAS_TEKS, persist_state="session")
        tekan = st.button(t(lk, f"umpan_tulis.kirim_{jenis}"), key=f"kirim_{jenis}_{nomor}")
    if tekan:
        try:
            simpan(str(st.session_state.get(kunci) or ""))
        except KinerjaError as galat:
            st.error(teks_galat(galat, lk.bahasa))
            return
        st.session_state[f"{kunci}_terkirim"] = True
        st.toast(t(lk, "umpan_tulis.tersimpan"), icon=":material/check_circle:")
        st.rerun()
