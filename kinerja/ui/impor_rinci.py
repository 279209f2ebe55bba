"""How one column is read: number style, order of days, zero, sex, rows to keep, words explained; raw beside parsed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Any, get_args

import pandas as pd
import streamlit as st

from kinerja.domain.fakta import Masalah
from kinerja.i18n import format as tulis
from kinerja.i18n.format import KOSONG
from kinerja.ingest.angka import Gaya, Jenis, baca_angka
from kinerja.ingest.peta.model import KolomPeta, isi_kolom
from kinerja.ingest.tipe import huruf_kolom, ringkas
from kinerja.ui.aman import polos
from kinerja.ui.impor_contoh import HARI, Contoh, Lihat
from kinerja.ui.impor_kata import kode_kata, nama_kata
from kinerja.ui.impor_susunan import MAKS_BARIS, Susunan, atur_kolom
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.teks import kalimat_masalah, t

_TAMPIL, _MAKS_KATA, _MAKS_SARING = 10, 20, 60
_BERJK = ("pembilang", "penyebut", "kurang")
GAYA = ("", "id", "en")
TANGGAL = ("", "dmy", "mdy")
NOL = ("nihil", "kosong")
JK = ("", "L", "P")


def ada(s: Susunan, kolom: KolomPeta) -> bool:
    """Is there anything to set about how this column is read?"""
    isi = isi_kolom(s.peta.bentuk, kolom.isi)
    hari = kolom.isi in HARI and s.peta.bentuk != "angka"
    return bool(isi and isi.angka) or hari or kolom.isi == "saring" or bool(kode_kata(s.peta.bentuk, kolom.isi))


def pertanyaan(lk: Lingkup, m: Masalah, kolom: KolomPeta) -> str:
    """What cannot be decided about a column, as it can be answered here: a number with both its readings."""
    contoh = str(m.args.get("contoh", ""))
    if m.alasan not in ("masalah.angka_ragu", "masalah.angka_campur"):
        return kalimat_masalah(lk, m)
    jenis: Jenis = "desimal"
    baca = {g: baca_angka(contoh, jenis, g).nilai for g in get_args(Gaya)}
    bacaan = {g: KOSONG if n is None else tulis.angka(float(n), _desimal(n), lk.bahasa) for g, n in baca.items()}
    return t(lk, "peta.ragu", contoh=contoh, huruf=huruf_kolom(kolom.kolom), id=bacaan["id"], en=bacaan["en"])


def _desimal(nilai: Decimal) -> int:
    return max(0, -int(nilai.normalize().as_tuple().exponent))


def tampil(
    lk: Lingkup, s: Susunan, lihat: Lihat, kolom: KolomPeta, contoh: Sequence[Contoh], *, ragu: bool = False
) -> None:
    """The settings that this meaning has, and ten rows; what could not be read is listed with its reason."""
    isi = isi_kolom(s.peta.bentuk, kolom.isi)
    with st.container(horizontal=True, gap="medium"):
        if isi and isi.angka:
            _pilih(lk, s, kolom, "gaya", GAYA, kolom.gaya)
            _pilih(lk, s, kolom, "nol", NOL, kolom.nol)
        if kolom.isi in HARI and s.peta.bentuk != "angka":
            _pilih(lk, s, kolom, "tanggal", TANGGAL, kolom.tanggal)
        if kolom.isi in _BERJK and s.peta.bentuk == "angka" and not s.peta.satu("jk"):
            _pilih(lk, s, kolom, "jk", JK, kolom.jk)
    if kolom.isi == "saring":
        _saring(lk, s, kolom)
    if kode_kata(s.peta.bentuk, kolom.isi) and not s.tertutup(kolom.kolom):
        _kata(lk, s, lihat, kolom)
    if contoh:
        _tabel(lk, contoh, ragu=ragu)


def _pilih(lk: Lingkup, s: Susunan, kolom: KolomPeta, nama: str, pilihan: Sequence[str], kini: str) -> None:
    kunci = s.kunci(f"{nama}_{kolom.kolom}")
    st.segmented_control(
        t(lk, f"peta.atur_{nama}"),
        pilihan,
        default=kini,
        required=True,
        format_func=lambda p: t(lk, f"peta.{nama}_{p or 'otomatis'}"),
        key=kunci,
        on_change=_ubah,
        args=(s, kolom.kolom, nama, kunci, str),
    )


def _saring(lk: Lingkup, s: Susunan, kolom: KolomPeta) -> None:
    kunci = s.kunci(f"hanya_{kolom.kolom}")
    ada = list(dict.fromkeys([*kolom.hanya, *map(ringkas, s.kepala.contoh(kolom.kolom, MAKS_BARIS))]))[:_MAKS_SARING]
    st.multiselect(
        t(lk, "peta.atur_hanya"),
        ada,
        default=list(kolom.hanya),
        placeholder=t(lk, "peta.hanya_semua"),
        key=kunci,
        on_change=_ubah,
        args=(s, kolom.kolom, "hanya", kunci, tuple),
    )


def _kata(lk: Lingkup, s: Susunan, lihat: Lihat, kolom: KolomPeta) -> None:
    """Words of the column and what each stands for; left alone, the reader takes the words it knows."""
    ada = lihat.kata(kolom, _MAKS_KATA)
    if not ada or len(ada) > _MAKS_KATA:
        return
    st.markdown(t(lk, "peta.atur_arti"))
    kode = ["", *kode_kata(s.peta.bentuk, kolom.isi)]
    for ke, satu in enumerate(ada):
        kini = kolom.arti.get(satu, "")
        kunci = s.kunci(f"arti_{kolom.kolom}_{ke}")
        st.selectbox(
            polos(satu),
            kode,
            index=kode.index(kini) if kini in kode else 0,
            format_func=lambda k: nama_kata(lk, kolom.isi, k) if k else t(lk, "peta.arti_otomatis"),
            key=kunci,
            on_change=_ubah_arti,
            args=(s, kolom.kolom, satu, kunci),
        )


def _tabel(lk: Lingkup, contoh: Sequence[Contoh], *, ragu: bool) -> None:
    """Ten rows raw beside parsed; then every cell that cannot be decided."""
    salah = [c for c in contoh if c.alasan]
    baris = [[str(c.baris), c.mentah, c.terbaca or ("?" if c.alasan or ragu else "")] for c in contoh[:_TAMPIL]]
    kolom = [t(lk, f"peta.contoh_{n}") for n in ("baris", "mentah", "terbaca")]
    st.dataframe(pd.DataFrame(baris, columns=kolom), hide_index=True, height="content", width="stretch")
    if salah:
        isi = (Masalah(c.alasan, baris=c.baris, args={"nilai": c.mentah}) for c in salah[:_TAMPIL])
        st.markdown("\n".join(f"- {_letak(lk, m)}: {polos(_kalimat(lk, m))}" for m in isi))
    if len(salah) > _TAMPIL:
        st.caption(t(lk, "peta.sel_tanya_lagi", jumlah=len(salah) - _TAMPIL))


def _letak(lk: Lingkup, m: Masalah) -> str:
    return f"**{t(lk, 'cli.baris', isi=m.baris)}**"


def _kalimat(lk: Lingkup, m: Masalah) -> str:
    """The sentence of a cell; one that needs more than the cell itself is told by the reading below."""
    try:
        return kalimat_masalah(lk, m)
    except (KeyError, IndexError):
        return t(lk, "peta.sel_tak_terbaca", nilai=m.args["nilai"])


def _ubah(s: Susunan, nomor: int, nama: str, kunci: str, jenis: Callable[[Any], Any]) -> None:
    sah, isi = s.jawaban(kunci)
    if sah:
        atur_kolom(s, nomor, **{nama: jenis(isi or "")})


def _ubah_arti(s: Susunan, nomor: int, kata: str, kunci: str) -> None:
    lama: Mapping[str, str] = s.kolom(nomor).arti
    sah, kode = s.jawaban(kunci)
    if sah:
        atur_kolom(s, nomor, arti={k: v for k, v in {**lama, kata: str(kode or "")}.items() if v})
