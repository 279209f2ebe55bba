"""When figures are there already: old beside new, and the choice between a correction and a second source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

import streamlit as st

from kinerja.domain.akses import boleh_sel_kecil
from kinerja.domain.fakta import KOLOM_TABEL, HasilBaca
from kinerja.domain.periode import rentang
from kinerja.domain.unit import selalu
from kinerja.i18n import format as tulis
from kinerja.indikator import terbit
from kinerja.indikator.orang import dua_orang
from kinerja.indikator.registry import registri
from kinerja.indikator.temuan import ULANGAN
from kinerja.indikator.terbit import Beda
from kinerja.kalimat.capaian import nilai_satuan
from kinerja.store.lokasi import folder_data
from kinerja.ui import impor_hasil, perbedaan
from kinerja.ui.aman import polos
from kinerja.ui.impor_baca import antrean
from kinerja.ui.impor_keadaan import Keadaan
from kinerja.ui.konfirmasi import nama_bersih
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.teks import kalimat_masalah, t

_MAKS, _MAKS_KARTU = 500, 30
_DIKALI = frozenset({"target", "iku"})
_TAK_TERKOREKSI = frozenset({"tumpang", "berkas"})


@dataclass(frozen=True)
class Cara:
    """How a file is to be stored. ``kurang``: catalog key of what is still missing, '' when nothing is."""

    oleh: str
    koreksi: str = ""
    pembanding: bool = False
    disetujui: str = ""
    kurang: str = ""


def tanya(lk: Lingkup, kode: str, hasil: HasilBaca, k: Keadaan) -> Cara:
    """Draw what has to be decided before this file can be stored, and return the decision."""
    if not k.bentrok and k.terkunci is None:
        return Cara(lk.akses.peran)
    pilihan, alasan = "", ""
    if k.bentrok:
        with st.container(border=True, key="koreksi"):
            pilihan, alasan = _koreksi(lk, kode, hasil, k)
    oleh, kedua = "", ""
    with st.container(border=True, key="dua_nama"):
        if k.terkunci:
            st.markdown(f":material/lock: **{polos(kalimat_masalah(lk, k.terkunci))}**")
        oleh, kedua = _orang(lk, kode, k)
    kurang = _kurang(k, pilihan, alasan, oleh, kedua)
    if oleh:
        st.session_state["nama_pelaku"] = oleh
    return Cara(oleh, alasan if pilihan == "koreksi" else "", pilihan == "pembanding", kedua, kurang)


def _kurang(k: Keadaan, pilihan: str, alasan: str, oleh: str, kedua: str) -> str:
    if k.bentrok and not pilihan:
        return "impor.kurang_pilihan"
    if pilihan == "koreksi" and not alasan.strip():
        return "impor.kurang_alasan"
    if not oleh:
        return "impor.kurang_nama"
    if k.terkunci and not dua_orang(oleh, kedua):
        return "impor.kurang_kedua"
    return ""


def _koreksi(lk: Lingkup, kode: str, hasil: HasilBaca, k: Keadaan) -> tuple[str, str]:
    """The differences, the choice ('' for none yet) and the reason."""
    beda = _beda(lk, kode, hasil)
    keras = [m for m in k.bentrok if m.args["jenis"] in _TAK_TERKOREKSI]
    st.markdown(f"#### {t(lk, 'impor.sudah_ada_beda' if beda else 'impor.sudah_ada_bagian')}")
    sama = sum(int(str(m.args["jumlah"])) for m in k.temuan if m.alasan == ULANGAN)
    st.caption(t(lk, "impor.sudah_ada_jumlah", beda=len(beda), sama=sama))
    _tabel(lk, beda)
    if keras:
        st.markdown(t(lk, "impor.tak_terkoreksi"))
        impor_hasil.daftar(lk, keras)
    boleh = ["pembanding"] if keras else ["koreksi", "pembanding"]
    pilihan = st.radio(
        t(lk, "impor.cara_simpan"),
        boleh,
        index=None,
        format_func=lambda p: t(lk, f"impor.sebagai_{p}"),
        captions=[t(lk, f"impor.sebagai_{p}_arti") for p in boleh],
        key=f"impor_cara_{kode}",
    )
    alasan = ""
    if pilihan == "koreksi":
        alasan = st.text_input(
            t(lk, "impor.alasan"),
            placeholder=t(lk, "impor.alasan_contoh"),
            max_chars=200,
            key=f"impor_alasan_{kode}",
        )
    return pilihan or "", alasan or ""


def _orang(lk: Lingkup, kode: str, k: Keadaan) -> tuple[str, str]:
    """The name of who stores, and of the second person where a closed month is touched."""
    kiri, kanan = st.columns(2)
    with kiri:
        oleh = st.text_input(
            t(lk, "impor.nama_anda"),
            value=str(st.session_state.get("nama_pelaku", "")),
            max_chars=60,
            key=f"impor_nama_{kode}",
        )
    if k.terkunci is None:
        return nama_bersih(oleh or ""), ""
    with kanan:
        kedua = st.text_input(
            t(lk, "impor.disetujui"), max_chars=60, key=f"impor_kedua_{kode}", help=t(lk, "impor.disetujui_bantuan")
        )
    return nama_bersih(oleh or ""), nama_bersih(kedua or "")


def _beda(lk: Lingkup, kode: str, hasil: HasilBaca) -> tuple[Beda, ...]:
    """Asked of the store once for each reading and snapshot."""
    simpanan = st.session_state.setdefault("impor_beda", {})
    kunci = (antrean().bacaan[kode].kunci, lk.isi.nomor)
    if kode not in simpanan or simpanan[kode][0] != kunci:
        simpanan[kode] = (kunci, terbit.beda(folder_data(), hasil))
    return cast("tuple[Beda, ...]", simpanan[kode][1])


def _tabel(lk: Lingkup, beda: Sequence[Beda]) -> None:
    """A table, on a telephone one line a figure."""
    if not beda:
        return
    baris = [_baris(lk, b) for b in beda[:_MAKS]]
    if lk.sempit:
        isi = [f"- **{polos(u)}** · {polos(p)} · {polos(i)}: {lama} → **{baru}**" for u, p, i, lama, baru in baris]
        st.markdown("\n".join(isi[:_MAKS_KARTU]))
    else:
        perbedaan.tabel(lk, baris, ("unit", "periode", "indikator", "lama", "baru"), ("lama", "baru"))
    tampil = min(len(beda), _MAKS_KARTU if lk.sempit else _MAKS)
    if len(beda) > tampil:
        st.caption(t(lk, "impor.beda_lagi", jumlah=len(beda) - tampil))


def _baris(lk: Lingkup, b: Beda) -> list[str]:
    ind = registri().get(b.isi)
    nama = ind.nama.dalam(lk.bahasa) if ind else t(lk, f"impor.isi_{b.isi}")
    if b.tabel == "target" and ind:
        nama = t(lk, "perbedaan.target", indikator=nama)
    rinci = " · ".join(x for x in (nama, b.rinci, b.jk) if x)
    sisi = [_sisi(lk, b, *s) for s in ((b.lama, b.lama_penyebut), (b.baru, b.baru_penyebut))]
    masa = tulis.KOSONG if selalu(b.dari, b.sampai) else tulis.periode(rentang(b.dari, b.sampai), lk.bahasa)
    return [lk.isi.pohon.nama(b.unit), masa, rinci, *sisi]


def _sisi(lk: Lingkup, b: Beda, nilai: int | None, penyebut: int | None) -> str:
    """One figure in words; hidden where few people stand behind it."""
    ind = registri().get(b.isi)
    if nilai is None:
        return t(lk, "perbedaan.tidak_ada")
    orang = "pegawai" in KOLOM_TABEL.get(b.tabel, ())  # a row is about one employee; units and support are no secret
    sedikit = orang or (ind is not None and ind.n_minimum > 0)
    if sedikit and not boleh_sel_kecil(lk.akses, "pegawai" if orang or ind is None else ind.n_arti):
        return t(lk, "perbedaan.disembunyikan")
    if b.tabel in _DIKALI:
        isi = nilai / 1e4
        return nilai_satuan(isi, ind, lk.bahasa) if ind else tulis.angka(isi, 2, lk.bahasa)
    if ind and ind.bentuk == "jumlah":
        return nilai_satuan(nilai, ind, lk.bahasa)
    dua = [tulis.angka(n, 0, lk.bahasa) for n in (nilai, penyebut) if n is not None]
    return t(lk, "perbedaan.dari", a=dua[0], b=dua[1]) if len(dua) == 2 else dua[0]
