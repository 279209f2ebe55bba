"""*Penilaian ASN*, the work queue: what is still to be done and what is asked, each with the reasons people gave."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import streamlit as st

from kinerja.catatan.alasan import fetch_alasan, simpan_alasan
from kinerja.domain.akses import boleh
from kinerja.domain.antrean import Antrean
from kinerja.domain.errors import CatatanError, KinerjaError
from kinerja.domain.umpan_balik import BATAS_TEKS, Alasan
from kinerja.i18n import format as tulis
from kinerja.i18n.masalah import teks_galat
from kinerja.kalimat.penilaian import sentence_antrean
from kinerja.ui import catat, gambar, sumber_asn
from kinerja.ui.aman import polos
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.samaran import Tirai
from kinerja.ui.teks import t

if TYPE_CHECKING:
    from kinerja.ui.penilaian import Bahan

_SEHALAMAN = 6
_BERTANYA = ":material/help:"
_IKON = {"belum_dinilai": ":material/schedule:", "jatuh_tempo": ":material/event_busy:"}


def tampil(lk: Lingkup, b: Bahan, tirai: Tirai) -> None:
    """The queue of the people shown, in the order of the units."""
    if b.antrean is None:
        kunci = "antrean_tenggat_tak_ada" if b.tenggat is None else "antrean_belum_berakhir"
        st.markdown(t(lk, f"penilaian.{kunci}"))
        return
    if not b.antrean:
        st.markdown(t(lk, "penilaian.antrean_kosong"))
        return
    judul = t(lk, "penilaian.antrean_judul", jumlah=tulis.angka(len(b.antrean), 0, lk.bahasa))
    batas = tulis.tanggal(b.tenggat, lk.bahasa) if b.tenggat else tulis.KOSONG
    with gambar.kartu("antrean", judul, t(lk, "penilaian.antrean_baca", tenggat=batas)):
        _diam(lk, b)
        if not boleh(lk.akses, "isi_alasan"):
            st.caption(t(lk, "penilaian.antrean_hanya_baca"))
        banyak = -(-len(b.antrean) // _SEHALAMAN)
        ke = st.pagination(banyak, key=f"halaman_antrean_{banyak}") if banyak > 1 else 1
        isi = b.antrean[(ke - 1) * _SEHALAMAN : ke * _SEHALAMAN]
        alasan = _alasan(lk, b, isi)
        for a in isi:
            _satu(lk, b, a, alasan.get((a.pegawai, a.jenis), ()), tirai)


def _diam(lk: Lingkup, b: Bahan) -> None:
    """Units from which nothing came in, said once and without blame."""
    for unit in b.diam:
        n = sum(a.unit == unit for a in b.antrean or ())
        if n:
            st.markdown(polos(t(lk, "penilaian.antrean_diam", unit=lk.isi.pohon.nama(unit), jumlah=n)))


def _alasan(lk: Lingkup, b: Bahan, isi: list[Antrean]) -> Mapping[tuple[str, str], tuple[Alasan, ...]]:
    orang = {a.pegawai for a in isi}
    try:
        return fetch_alasan(lk.akses, catat.mesin(lk), orang, b.periode, terlihat=frozenset(orang))
    except CatatanError as galat:
        st.warning(teks_galat(galat, lk.bahasa))
        return {}


def _satu(lk: Lingkup, b: Bahan, a: Antrean, alasan: tuple[Alasan, ...], tirai: Tirai) -> None:
    """One matter: who, what the numbers are, the reason that counts, a field for a new one, the older ones."""
    with st.container(border=True, key=f"antrean_{a.pegawai}_{a.jenis}", gap="xsmall"):
        kepala = f"**{polos(tirai.orang(lk, a.pegawai))}** · {polos(lk.isi.pohon.nama(a.unit))}"
        penilai = t(lk, "penilaian.antrean_penilai", penilai=tirai.orang(lk, a.penilai))
        st.markdown(f"{_IKON.get(a.jenis, _BERTANYA)} {kepala} · {t(lk, f'penilaian.jenis.{a.jenis}')}")
        st.markdown(polos(sentence_antrean(a, lk.bahasa).dalam(lk.bahasa)))
        st.caption(polos(penilai))
        for satu in alasan[:1]:
            st.markdown(f":material/check: **{t(lk, 'penilaian.antrean_sudah')}** · {_tulis(lk, satu, tirai)}")
        if len(alasan) > 1:
            with st.expander(t(lk, "penilaian.alasan_riwayat"), key=f"riwayat_{a.pegawai}_{a.jenis}"):
                st.markdown("\n".join(f"- {_tulis(lk, satu, tirai)}" for satu in alasan[1:]))
        if boleh(lk.akses, "isi_alasan") and a.pegawai != lk.akses.pegawai:
            _isian(lk, b, a)


def _tulis(lk: Lingkup, satu: Alasan, tirai: Tirai) -> str:
    oleh = satu.oleh if satu.oleh.isalpha() else tirai.orang(lk, satu.oleh)
    pada = tulis.waktu(satu.pada, lk.bahasa)
    return polos(t(lk, "penilaian.alasan_baris", pada=pada, oleh=oleh, alasan=" ".join(satu.alasan.split())))


def _isian(lk: Lingkup, b: Bahan, a: Antrean) -> None:
    kunci = f"{a.pegawai}_{a.jenis}_{b.periode.kode}"
    with st.form(f"form_alasan_{kunci}", border=False, clear_on_submit=True):
        isi = st.text_area(t(lk, "penilaian.alasan_label"), max_chars=BATAS_TEKS, height=68, key=f"alasan_{kunci}")
        tekan = st.form_submit_button(t(lk, "penilaian.alasan_simpan"), key=f"simpan_{kunci}")
    if tekan:
        _simpan(lk, b, a, str(isi or ""))


def _simpan(lk: Lingkup, b: Bahan, a: Antrean, isi: str) -> None:
    terlihat = sumber_asn.nilai(lk.akses, lk.isi, b.unit, b.periode)["pegawai"]
    try:
        simpan_alasan(
            lk.akses,
            catat.mesin(lk),
            a.pegawai,
            b.periode,
            a.jenis,
            isi,
            terlihat=frozenset(terlihat),
            pada=catat.kini(),
        )
    except KinerjaError as galat:
        st.error(teks_galat(galat, lk.bahasa))
        return
    catat.jejak(lk, "tulis", pegawai=a.pegawai, rincian=a.jenis)
    st.toast(t(lk, "penilaian.alasan_tersimpan"), icon=":material/check_circle:")
    st.rerun()
