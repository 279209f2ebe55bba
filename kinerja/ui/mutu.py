"""*Mutu & riwayat*, first half: what has come in, and how punctually. Units in official order, nobody ranked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from itertools import groupby

import pandas as pd
import streamlit as st

from kinerja.charts.kelengkapan import KEADAAN, Sel, alt_kelengkapan, heatmap_kelengkapan, kata_sel
from kinerja.domain.periode import WIB, Periode, geser_bulan
from kinerja.i18n import format as tulis
from kinerja.indikator.registry import registri
from kinerja.ui import gambar, lapor, perbedaan, sumber
from kinerja.ui.aman import polos
from kinerja.ui.lapor import Lapor
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.navigasi import pergi
from kinerja.ui.teks import t

_MAKS_BARIS, _MAKS_SEMPIT, _SEBUT = 40, 15, 4
_TANDA = {"lapor": "●", "sebagian": "⊙", "belum": "○", "bukan_bulanan": "□", "tidak_berlaku": "–"}


def tampil(lk: Lingkup) -> None:
    """Completeness and punctuality of the chosen indikator, or of its whole group."""
    if lk.isi.kosong:
        _kartu_kata(lk, "kelengkapan", "mutu.tanpa_data")
        _kartu_kata(lk, "ketepatan", "mutu.tanpa_data_tepat")
        return
    masa = lapor.kolom(lk)
    kode = _pilih_kelompok(lk)
    isi = lapor.baca(lk, kode, masa)
    if not isi:
        _kartu_kata(lk, "kelengkapan", "mutu.tanpa_pelapor", unit=lk.isi.pohon.nama(lk.unit), indikator=_nama(lk, kode))
        return
    _kelengkapan(lk, kode, masa, isi)
    _ketepatan(lk, kode, masa[-1], isi)


def _kartu_kata(lk: Lingkup, nama: str, kunci: str, **args: object) -> None:
    with gambar.kartu(nama, t(lk, f"mutu.judul_{nama}")):
        st.markdown(polos(t(lk, kunci, **args)))


def _pilih_kelompok(lk: Lingkup) -> list[str]:
    """The chosen indikator alone, or all of its group; asked only where the group has more than one."""
    semua = lapor.sekelompok(lk)
    if len(semua) < 2:
        return [lk.indikator]
    kelompok = t(lk, f"kelompok.{registri()[lk.indikator].kelompok}")
    pilihan = {
        "satu": registri()[lk.indikator].nama.dalam(lk.bahasa),
        "semua": t(lk, "mutu.semua_kelompok", kelompok=kelompok, jumlah=len(semua)),
    }
    dipilih = st.radio(
        t(lk, "mutu.cakupan"),
        list(pilihan),
        format_func=pilihan.__getitem__,
        horizontal=True,
        key="mutu_cakupan",
        persist_state="session",
    )
    return semua if dipilih == "semua" else [lk.indikator]


def _nama(lk: Lingkup, kode: Sequence[str]) -> str:
    if len(kode) > 1:
        return t(lk, f"kelompok.{registri()[lk.indikator].kelompok}")
    return registri()[lk.indikator].nama.dalam(lk.bahasa)


def _kelengkapan(lk: Lingkup, kode: Sequence[str], masa: Sequence[Periode], isi: Sequence[Lapor]) -> None:
    hari = {} if lk.isi.contoh else {x.masuk: _masuk(lk, x.masuk) for x in isi if x.masuk}
    sel = lapor.per_sel(lk, isi, hari)
    bingkai = pd.DataFrame(_muat(sel, _MAKS_SEMPIT if lk.sempit else _MAKS_BARIS), columns=list(Sel._fields))
    keterangan = t(lk, "mutu.keterangan", indikator=_nama(lk, kode), unit=lk.isi.pohon.nama(lk.unit))
    with gambar.kartu("kelengkapan", _kalimat(lk, kode, masa[-1], sel), keterangan):
        fig = heatmap_kelengkapan(
            bingkai, bahasa=lk.bahasa, tema=gambar.tema(lk), sempit=lk.sempit, tahunan=not lk.isi.bulanan
        )
        gambar.lukis(
            "g_kelengkapan",
            fig,
            lk,
            alt_kelengkapan(bingkai, bahasa=lk.bahasa, tahunan=not lk.isi.bulanan),
            lambda c: pergi("unit-vs-target", unit=c[0]),
        )
        if len(bingkai) < len(sel):
            semua = len({s.unit for s in sel})
            st.caption(t(lk, "mutu.hanya_kurang", jumlah=bingkai["unit"].nunique(), semua=semua))
        ada = {s.keadaan for s in sel}
        st.caption(" · ".join(f"{_TANDA[k]} {t(lk, f'mutu.arti_{k}')}" for k in KEADAAN if k in ada))
        st.caption(t(lk, "mutu.ditunggu_kelompok" if len(kode) > 1 else "mutu.ditunggu"))
        _tabel_kelengkapan(lk, masa, sel)


def _masuk(lk: Lingkup, hari: date) -> str:
    return t(lk, "kelengkapan.masuk", tanggal=tulis.tanggal(hari, lk.bahasa))


def _muat(sel: Sequence[Sel], batas: int) -> Sequence[Sel]:
    """All rows, or of a long list those with something missing: as many as can be read."""
    units = list(dict.fromkeys(s.unit for s in sel))
    if len(units) <= batas:
        return sel
    kurang = {s.unit for s in sel if s.keadaan in ("belum", "sebagian")}
    tampak = set([u for u in units if u in kurang][:batas] or units[:batas])
    return [s for s in sel if s.unit in tampak]


def _kalimat(lk: Lingkup, kode: Sequence[str], akhir: Periode, sel: Sequence[Sel]) -> str:
    """Who has reported the last column, and who is still awaited, by name."""
    kini = [s for s in sel if s.bulan == akhir.sampai]
    wajib = [s for s in kini if s.wajib]
    belum = [s for s in wajib if s.keadaan != "lapor"]
    dasar = {"periode": tulis.periode(akhir, lk.bahasa), "indikator": _nama(lk, kode)}
    if not wajib:
        bukan = any(s.keadaan == "bukan_bulanan" for s in kini)
        return t(lk, "mutu.bukan_bulanan" if bukan else "mutu.tak_ditunggu", **dasar)
    if len(wajib) == 1:
        kunci = "mutu.satu_belum" if belum else "mutu.satu_lapor"
        return t(lk, kunci, **dasar, unit=_sebut(lk, belum) if belum else wajib[0].nama)
    if not belum:
        return t(lk, "mutu.semua_lapor", **dasar, wajib=len(wajib))
    return t(lk, "mutu.kurang", **dasar, ada=len(wajib) - len(belum), wajib=len(wajib), unit=_sebut(lk, belum))


def _sebut(lk: Lingkup, belum: Sequence[Sel]) -> str:
    """The first few by name, in official order, and how many more."""
    nama = [
        t(lk, "mutu.unit_sebagian", unit=s.nama, ada=s.ada, wajib=s.wajib) if s.keadaan == "sebagian" else s.nama
        for s in belum
    ]
    if len(nama) <= _SEBUT:
        return ", ".join(nama)
    return t(lk, "mutu.dan_lain", unit=", ".join(nama[:_SEBUT]), jumlah=len(nama) - _SEBUT)


def _tabel_kelengkapan(lk: Lingkup, masa: Sequence[Periode], sel: Sequence[Sel]) -> None:
    """The same in words, for those who cannot see the picture, newest column first."""
    kata = {(s.unit, s.bulan): kata_sel(s, lk.bahasa) for s in sel}
    nama = {s.unit: s.nama for s in sel}
    tabel = {t(lk, "tabel.unit"): list(nama.values())}
    for p in reversed(masa):
        tabel[tulis.periode(p, lk.bahasa, pendek=True)] = [kata[u, p.sampai] for u in nama]
    with st.expander(t(lk, "mutu.tabel"), icon=":material/table_rows:", key="rincian_kelengkapan"):
        st.dataframe(pd.DataFrame(tabel), hide_index=True, height="content" if len(nama) <= 40 else 600)


def _ketepatan(lk: Lingkup, kode: Sequence[str], akhir: Periode, isi: Sequence[Lapor]) -> None:
    """When the reports of the last month came in, beside the day they were due."""
    mulai, kini = sumber.mulai(lk.isi).astimezone(WIB).date(), datetime.now(WIB).date()
    setelan = t(lk, "mutu.setelan", hari=lapor.BATAS_HARI)
    alasan = _tak_dinilai(lk, mulai)
    if alasan:
        with gambar.kartu("ketepatan", t(lk, "mutu.judul_ketepatan"), setelan):
            st.markdown(polos(alasan))
        return
    baris = _baris_tepat(lk, isi, akhir, mulai, kini)
    with gambar.kartu("ketepatan", _kalimat_tepat(lk, akhir, baris), setelan):
        st.caption(t(lk, "mutu.keterangan", indikator=_nama(lk, kode), unit=lk.isi.pohon.nama(lk.unit)))
        if any(b[0] != "tidak_dinilai" or b[-1] != tulis.KOSONG for b in baris):
            perbedaan.tabel(lk, [b[1:] for b in baris], ("unit", "masuk", "batas", "selama"))


def _tak_dinilai(lk: Lingkup, mulai: date) -> str:
    if lk.isi.contoh:
        return t(lk, "mutu.tepat_contoh")
    if not lk.isi.bulanan:
        return t(lk, "mutu.tepat_tahunan")
    pertama = mulai.year * 100 + mulai.month
    pertama = geser_bulan(pertama, -1 if mulai.day <= lapor.BATAS_HARI else 0)
    if lk.periode.sampai < pertama:
        return t(lk, "mutu.tepat_lama", bulan=tulis.bulan(pertama, lk.bahasa), tanggal=tulis.tanggal(mulai, lk.bahasa))
    return ""


def _baris_tepat(
    lk: Lingkup, isi: Sequence[Lapor], akhir: Periode, mulai: date, kini: date
) -> list[tuple[str, str, str, str, str]]:
    """Rows of the table with the verdict before them: verdict, unit, came in, against the due day, over all months."""
    urut = {u: n for n, u in enumerate(lk.isi.pohon.units)}
    hasil: list[tuple[str, str, str, str, str]] = []
    for unit, milik in groupby(sorted(isi, key=lambda x: urut[x.unit]), key=lambda x: x.unit):
        bulan: dict[Periode, list[Lapor]] = {}
        for x in milik:
            bulan.setdefault(x.masa, []).append(x)
        nilai = {p: lapor.nilai_tepat(x, mulai, kini) for p, x in bulan.items()}
        dinilai = [n for n in nilai.values() if n in ("tepat", "setelah", "belum")]
        masuk = lapor.lengkap_pada(bulan[akhir])
        lewat = (masuk - lapor.batas_lapor(akhir)).days if masuk else 0
        hasil.append(
            (
                nilai[akhir],
                lk.isi.pohon.nama(unit),
                tulis.tanggal(masuk, lk.bahasa) if masuk else tulis.KOSONG,
                t(lk, f"mutu.tepat_{nilai[akhir]}", hari=lewat),
                t(lk, "mutu.dari_bulan", ada=dinilai.count("tepat"), jumlah=len(dinilai)) if dinilai else tulis.KOSONG,
            )
        )
    return hasil


def _kalimat_tepat(lk: Lingkup, akhir: Periode, baris: Sequence[tuple[str, ...]]) -> str:
    nilai = [b[0] for b in baris]
    dinilai = [n for n in nilai if n in ("tepat", "setelah", "belum")]
    args = {"periode": tulis.periode(akhir, lk.bahasa), "batas": tulis.tanggal(lapor.batas_lapor(akhir), lk.bahasa)}
    if "belum_jatuh_tempo" in nilai:
        masuk = nilai.count("tepat")
        return t(lk, "mutu.tepat_berjalan", **args, ada=masuk, jumlah=masuk + nilai.count("belum_jatuh_tempo"))
    if not dinilai:
        return t(lk, "mutu.tepat_tak_ada", **args)
    return t(lk, "mutu.tepat_kalimat", **args, ada=dinilai.count("tepat"), jumlah=len(dinilai))
