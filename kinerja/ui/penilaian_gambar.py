"""*Penilaian ASN*, pictures: the nine cells, the distribution beside the organisation's pattern with its clauses."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import streamlit as st

from kinerja.catatan.setelan import fetch_setelan, simpan_setelan
from kinerja.charts.predikat import alt_bars_predikat, alt_matrix_predikat, bars_predikat, matrix_predikat
from kinerja.domain.akses import boleh
from kinerja.domain.errors import CatatanError, KinerjaError
from kinerja.domain.pola import PREDIKAT_ORGANISASI, Pasal, PredikatOrganisasi, kelompok_kecil, periksa_pola, pola_baku
from kinerja.domain.predikat import EKSPEKTASI, Predikat
from kinerja.domain.unit import turunan
from kinerja.i18n import format as tulis
from kinerja.i18n.masalah import teks_galat
from kinerja.kalimat.penilaian import Sel, hitung_predikat, list_pasal, sentence_matriks, sentence_pola
from kinerja.ui import catat, gambar, sumber_asn
from kinerja.ui.aman import polos
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.teks import t

if TYPE_CHECKING:
    from kinerja.ui.penilaian import Bahan

TINGKAT = ("unit", "induk", "seluruh")
_SETELAN = "pola.tingkat"
_SEL = "sel_asn"


def tampil(lk: Lingkup, b: Bahan) -> None:
    """Matrix left, distribution right, the clauses of the guide below."""
    tingkat = tingkat_pola(lk)
    kiri, kanan = st.columns(2, gap="small")
    with kiri:
        _matriks(lk, b)
    with kanan:
        pasal = _sebaran(lk, b, tingkat)
    if pasal:
        with gambar.kartu("pasal", t(lk, "penilaian.pasal_judul"), t(lk, "penilaian.pola_pedoman")):
            _pasal(lk, pasal)
            _tingkat(lk, tingkat)


def sel_dipilih() -> Sel | None:
    """The chosen cell; None for all of them."""
    hasil, _, perilaku = str(st.session_state.get(_SEL) or "").partition("|")
    if hasil in EKSPEKTASI and perilaku in EKSPEKTASI:
        return hasil, perilaku
    return None


def pilih_sel(kode: str) -> None:
    """For callbacks: show the people of this cell ("hasil|perilaku"), or of all of them ('')."""
    st.session_state[_SEL] = kode


def _matriks(lk: Lingkup, b: Bahan) -> None:
    if b.disembunyikan:
        with gambar.kartu("matriks", t(lk, "penilaian.matriks_sembunyi")):
            st.markdown(polos(t(lk, "penilaian.buka_sembunyi")))
        return
    judul = sentence_matriks(b.jumlah, lk.bahasa).dalam(lk.bahasa)
    baca = t(lk, "penilaian.matriks_baca") + (f" {t(lk, 'penilaian.matriks_klik')}" if b.perorangan else "")
    fig = matrix_predikat(
        b.jumlah,
        bahasa=lk.bahasa,
        tema=gambar.tema(lk),
        dipilih=sel_dipilih() if b.perorangan else None,
        sempit=lk.sempit,
    )
    with gambar.kartu("matriks", judul, baca):
        alt = f"{judul}. {alt_matrix_predikat(b.jumlah, bahasa=lk.bahasa)}"
        pilih = (lambda c: pilih_sel(f"{c[0]}|{c[1]}")) if b.perorangan and b.jumlah else None
        gambar.lukis("g_matriks", fig, lk, alt, pilih)


def tempat_pola(lk: Lingkup, tingkat: str) -> str:
    """The unit whose people are held against the pattern, for this level of application."""
    pohon = lk.isi.pohon
    if tingkat == "seluruh":
        return pohon.akar
    kode: str | None = lk.unit
    while tingkat == "induk" and kode is not None:
        if pohon.units[kode].jenis in ("kecamatan", "puskesmas"):
            return kode
        kode = pohon.units[kode].induk
    return lk.unit


def tingkat_pola(lk: Lingkup) -> str:
    """The level set by kepegawaian; the chosen unit where nothing was set, or the notes cannot be read."""
    try:
        nilai = fetch_setelan(lk.akses, catat.mesin(lk)).get(_SETELAN, TINGKAT[0])
    except CatatanError:
        return TINGKAT[0]
    return nilai if nilai in TINGKAT else TINGKAT[0]


def _sebaran(lk: Lingkup, b: Bahan, tingkat: str) -> list[Pasal]:
    """The card of the distribution; gives the clauses that it was held against."""
    tempat = tempat_pola(lk, tingkat)
    df = sumber_asn.sebaran(lk.akses, lk.isi, {"": turunan(tempat, lk.isi.pohon.anak)}, b.periode)
    jumlah: dict[Predikat, int] = {}
    tertutup = bool(df["disembunyikan"].any())
    if not tertutup:
        ada = df[df["hasil_kerja"] != ""]
        baris = zip(ada["hasil_kerja"], ada["perilaku"], ada["n"], strict=True)
        jumlah = hitung_predikat({cast("Sel", (h, p)): int(n) for h, p, n in baris})
    organisasi = predikat_organisasi(lk, b, tempat)
    n = sum(jumlah.values())
    pasal = periksa_pola(organisasi, jumlah, b.periode.sampai) if organisasi and n else []
    judul = sentence_pola(pasal, organisasi, n).dalam(lk.bahasa)
    with gambar.kartu(
        "sebaran", t(lk, "penilaian.matriks_sembunyi") if tertutup else judul, _baca(lk, tempat, n, pasal)
    ):
        if n:
            pola = pola_baku(organisasi) if organisasi and pasal else None
            fig = bars_predikat(jumlah, pola, bahasa=lk.bahasa, tema=gambar.tema(lk), sempit=lk.sempit)
            gambar.lukis("g_sebaran", fig, lk, f"{judul}. {alt_bars_predikat(jumlah, bahasa=lk.bahasa)}")
        if not pasal:
            _tingkat(lk, tingkat)
    return pasal


def predikat_organisasi(lk: Lingkup, b: Bahan, unit: str) -> PredikatOrganisasi | None:
    kode = sumber_asn.predikat_organisasi(lk.akses, lk.isi, unit, b.periode)
    return next((p for p in PREDIKAT_ORGANISASI if p == kode), None)


def _baca(lk: Lingkup, tempat: str, n: int, pasal: list[Pasal]) -> str:
    if not n:
        return lk.isi.pohon.nama(tempat)
    kunci = "penilaian.pola_kelompok" if pasal else "penilaian.pola_kelompok_polos"
    return t(lk, kunci, kelompok=lk.isi.pohon.nama(tempat), n=tulis.angka(n, 0, lk.bahasa))


def _pasal(lk: Lingkup, pasal: list[Pasal]) -> None:
    """The clauses one by one, each with a word for its state, and the warning for a small group."""
    if kelompok_kecil(pasal[0].n):
        st.caption(f":material/info: {polos(t(lk, 'penilaian.pola_peringatan'))}")
    baris = []
    for p, kalimat in list_pasal(pasal, lk.bahasa):
        keadaan = "lunak" if p.lunak else "terpenuhi" if p.terpenuhi else "belum"
        baris.append(f"- **{t(lk, f'penilaian.pasal_{keadaan}')}** · {polos(kalimat)}")
    st.markdown("\n".join(baris))


def _tingkat(lk: Lingkup, tingkat: str) -> None:
    st.caption(polos(t(lk, "penilaian.pola_tingkat", tingkat=t(lk, f"penilaian.tingkat.{tingkat}"))))
    if not boleh(lk.akses, "atur_pola"):
        return
    with st.popover(t(lk, "penilaian.pola_atur"), icon=":material/tune:"), st.form("form_pola", border=False):
        st.caption(t(lk, "penilaian.pola_atur_baca"))
        pilihan = st.selectbox(
            t(lk, "penilaian.pola_atur_label"),
            TINGKAT,
            index=TINGKAT.index(tingkat),
            format_func=lambda k: t(lk, f"penilaian.tingkat.{k}"),
            key="pilih_tingkat_pola",
        )
        tekan = st.form_submit_button(t(lk, "penilaian.pola_atur_simpan"), type="primary", key="simpan_pola")
    if tekan:
        _simpan(lk, str(pilihan))


def _simpan(lk: Lingkup, tingkat: str) -> None:
    try:
        simpan_setelan(lk.akses, catat.mesin(lk), _SETELAN, tingkat, pada=catat.kini())
    except KinerjaError as galat:
        st.error(teks_galat(galat, lk.bahasa))
        return
    st.toast(t(lk, "penilaian.pola_atur_selesai"), icon=":material/check_circle:")
    st.rerun()
