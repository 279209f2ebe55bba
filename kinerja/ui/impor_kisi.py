"""The sheet as it stands, with its header and its rows marked: picked by clicking rows, or by typing their numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from kinerja.ingest.konteks import Konteks
from kinerja.ingest.tipe import berisi, huruf_kolom, ringkas
from kinerja.ui import gambar
from kinerja.ui.impor_contoh import Lihat
from kinerja.ui.impor_susunan import Susunan, atur_akhir, atur_awal, atur_kepala
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.teks import t

TUTUP = "•••"
_SEHALAMAN, _PENDEK, _TINGGI, _TINGGI_SEMPIT, _TINGGI_BARIS = 40, 13, 460, 340, 32
_PANJANG = 40


def tampil(lk: Lingkup, s: Susunan, lihat: Lihat, konteks: Konteks) -> None:
    """Step two: the grid, three buttons for the chosen rows, and the same as numbers."""
    st.caption(t(lk, "peta.kisi_cara"))
    dari = _halaman(s)
    kunci = s.kunci(f"kisi_{dari}")
    st.dataframe(
        _kisi(lk, s, lihat, dari),
        key=kunci,
        on_select="rerun",
        selection_mode="multi-row",
        height="content" if len(s.lembar.baris) <= _PENDEK else _TINGGI_SEMPIT if lk.sempit else _TINGGI,
        row_height=_TINGGI_BARIS,
        column_config=_lebar(lk, s),
        alt=t(lk, "peta.kisi_alt"),
    )
    pilihan = [dari + n for n in _terpilih(kunci)]
    _tombol(lk, s, pilihan, konteks)
    _angka(lk, s, konteks)


def _halaman(s: Susunan) -> int:
    """First row of the page that is shown."""
    banyak = -(-len(s.lembar.baris) // _SEHALAMAN)
    ke = st.pagination(banyak, key=f"peta_halaman_{s.kode}") if banyak > 1 else 1
    return (ke - 1) * _SEHALAMAN


def _terpilih(kunci: str) -> list[int]:
    keadaan: Any = st.session_state.get(kunci)
    return sorted(keadaan.selection.rows) if keadaan else []


def _kisi(lk: Lingkup, s: Susunan, lihat: Lihat, dari: int) -> Styler:
    """Rows as texts with their number, what each row is, and cells about persons covered."""
    nomor = range(dari, min(dari + _SEHALAMAN, len(s.lembar.baris)))
    buang = lihat.dibuang
    peran = {n: _peran(s, n, buang) for n in nomor}
    tutup = [s.tutup_dari(k) for k in range(s.lebar)]
    df = pd.DataFrame(
        [[_kata(lk, peran[n]), *(_sel(s, n, k, tutup[k]) for k in range(s.lebar))] for n in nomor],
        columns=[t(lk, "peta.kolom_peran"), *(huruf_kolom(k) for k in range(s.lebar))],
        index=pd.Index([str(s.lembar.nomor(n)) for n in nomor], name=t(lk, "peta.kolom_baris")),
    )
    rupa = _rupa(lk)
    gaya = [rupa.get(peran[n].partition(".")[0], "") for n in nomor]
    return df.style.apply(lambda _: gaya, axis=0)


def _lebar(lk: Lingkup, s: Susunan) -> dict[Any, Any]:
    peran = t(lk, "peta.kolom_peran")
    kolom = {k: huruf_kolom(k) for k in range(s.lebar)}
    isi = {n: st.column_config.TextColumn(n, width=_piksel(s, k)) for k, n in kolom.items()}
    return {peran: st.column_config.TextColumn(peran, pinned=not lk.sempit, width=120), **isi}


def _piksel(s: Susunan, kolom: int) -> int:
    """Wide enough for the header and the first rows of data; a title above the table may run out of sight."""
    mulai = s.peta.kepala[0] if s.peta.kepala else s.peta.awal
    isi = (ringkas(s.lembar.sel(n, kolom), _PANJANG) for n in range(mulai, min(len(s.lembar.baris), mulai + 15)))
    return min(max(56, 8 * max(map(len, isi), default=0) + 24), 280)


def _peran(s: Susunan, nomor: int, buang: dict[int, str]) -> str:
    """What a row is: judul, awal, akhir, data, buang, atas, bawah, kosong; 'buang.<reason>' for rows left out."""
    peta, isi = s.peta, "data" if any(map(berisi, s.lembar.baris[nomor])) else "kosong"
    if nomor < peta.awal:
        return "judul" if nomor in peta.kepala else "atas"
    if peta.akhir is not None and nomor > peta.akhir:
        return "bawah"
    if alasan := buang.get(s.lembar.nomor(nomor)):
        return f"buang.{alasan}"
    return {peta.akhir: "akhir", peta.awal: "awal"}.get(nomor, isi)


def _kata(lk: Lingkup, peran: str) -> str:
    return "" if peran == "kosong" else t(lk, f"peta.peran_{peran.partition('.')[0]}")


def _rupa(lk: Lingkup) -> dict[str, str]:
    """Style of a row by what it is; the first column says the same in words."""
    tema = gambar.tema(lk)
    redup = f"color: {tema.redup}"
    return {
        "judul": f"background-color: {tema.netral}; color: {tema.tinta}; font-weight: bold",
        "awal": f"background-color: {tema.pita}; color: {tema.tinta}",
        "akhir": f"background-color: {tema.pita}; color: {tema.tinta}",
        **dict.fromkeys(("atas", "bawah", "buang"), redup),
    }


def _sel(s: Susunan, nomor: int, kolom: int, tutup: int | None) -> str:
    """The cell as text; of a column about persons only what stands above its cells."""
    sel = s.lembar.sel(nomor, kolom)
    if tutup is not None and nomor >= tutup and berisi(sel):
        return TUTUP
    return ringkas(sel, _PANJANG)


def _tombol(lk: Lingkup, s: Susunan, pilihan: Sequence[int], konteks: Konteks) -> None:
    """What the chosen rows are to be."""
    sebut = ", ".join(str(s.lembar.nomor(n)) for n in pilihan[:6])
    st.caption(t(lk, "peta.terpilih", baris=sebut) if pilihan else t(lk, "peta.belum_terpilih"))
    with st.container(horizontal=True, key="peta_tombol_kisi"):
        for nama, ikon, lakukan, isian in (
            ("judul", ":material/title:", atur_kepala, (s, list(pilihan), konteks)),
            ("awal", ":material/first_page:", atur_awal, (s, min(pilihan, default=0))),
            ("akhir", ":material/last_page:", atur_akhir, (s, max(pilihan, default=0))),
        ):
            st.button(
                t(lk, f"peta.jadikan_{nama}"),
                icon=ikon,
                key=f"peta_jadikan_{nama}",
                disabled=not pilihan,
                on_click=lakukan,
                args=isian,
            )


def _angka(lk: Lingkup, s: Susunan, konteks: Konteks) -> None:
    """The same by keyboard."""
    with st.container(key="peta_angka_kisi", horizontal=True):
        for nama, isi in _nomor(s).items():
            st.number_input(
                t(lk, f"peta.nomor_{nama}"),
                min_value=1,
                max_value=max(s.jumlah, 1),
                value=None if isi is None else isi + 1,
                step=1,
                placeholder=t(lk, "peta.tanpa_judul" if nama.startswith("judul") else "peta.sampai_akhir"),
                key=s.kunci(nama),
                on_change=_diketik,
                args=(s, nama, konteks),
                width=150 if lk.sempit else 220,
            )


def _diketik(s: Susunan, nama: str, konteks: Konteks) -> None:
    sah, ditulis = s.jawaban(s.kunci(nama))
    baris = None if ditulis is None else int(ditulis) - 1
    if not sah or baris == _nomor(s)[nama]:
        return
    match nama:
        case "awal" if baris is not None:
            atur_awal(s, baris)
        case "akhir":
            atur_akhir(s, baris)
        case "judul_dari" | "judul_sampai":
            lain = s.peta.kepala[-1 if nama == "judul_dari" else 0] if s.peta.kepala else baris
            dua = [baris, lain] if baris is not None and lain is not None else []
            atur_kepala(s, _urut(dua, nama), konteks)


def _nomor(s: Susunan) -> dict[str, int | None]:
    """Field → row from 0, None for none."""
    kepala = s.peta.kepala
    dari, sampai = (kepala[0], kepala[-1]) if kepala else (None, None)
    return {"judul_dari": dari, "judul_sampai": sampai, "awal": s.peta.awal, "akhir": s.peta.akhir}


def _urut(dua: Sequence[int], nama: str) -> list[int]:
    """The two ends of the header; the one typed last wins where they cross."""
    if not dua:
        return []
    baris, lain = dua
    cocok = baris <= lain if nama == "judul_dari" else baris >= lain
    return [baris, lain] if cocok else [baris]
