"""*Sosialisasi & kepatuhan*: how the way of working comes in, unit by unit, and the support that goes with it."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from kinerja.charts.adopsi import UKUR, Dukung, line_adopsi
from kinerja.charts.kepatuhan import Sel, alt_kepatuhan, heatmap_kepatuhan, kata_keadaan
from kinerja.domain.akses import boleh
from kinerja.domain.periode import bulan_antara
from kinerja.i18n import format as tulis
from kinerja.kalimat.kepatuhan import Bulanan, cari_perlu, sentence_adopsi, sentence_kisi
from kinerja.ui import gambar, kelompok_asn, kepatuhan_dukung, sumber, sumber_asn
from kinerja.ui.kelompok_asn import SEMUA
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.navigasi import pergi
from kinerja.ui.teks import t

_BULAN, _BULAN_SEMPIT, _KURVA, _KURVA_SEMPIT = 12, 6, 24, 15
_MUAT = 40
Isi = Mapping[str, Mapping[int, Bulanan]]
"""Group → month → its figures."""


def tampil(lk: Lingkup) -> None:
    """Support first, then the curve of the chosen unit, then units × months."""
    kel = kelompok_asn.kelompok(lk)
    isi = baca(lk, kel)
    if not any(isi.values()):
        with gambar.kartu("kepatuhan", t(lk, "dukungan.kepatuhan_judul")):
            st.markdown(t(lk, "dukungan.tanpa_laporan"))
        kepatuhan_dukung.daftar(lk, kel)
        return
    bagian = {k: v for k, v in isi.items() if k != SEMUA and v}
    akhir = min(lk.periode.sampai, _terakhir(lk))
    perlu = cari_perlu({k: v for k, v in bagian.items() if lk.isi.pohon.units[k].berlaku_sampai >= akhir}, akhir)
    if boleh(lk.akses, "lihat_pendukung") or lk.akses.peran in ("pengelola", "pimpinan"):
        kepatuhan_dukung.perlu(lk, kel, perlu, akhir)
    kurva(lk, isi.get(SEMUA, {}))
    _kisi(lk, kel, bagian, akhir)
    kepatuhan_dukung.daftar(lk, kel)


def _terakhir(lk: Lingkup) -> int:
    """The last month for which anybody has reported: later ones are not awaited yet."""
    semua = sumber.rentang_lapor(lk.isi, "ketepatan_skp").values()
    return max((sampai for masa in semua for _, sampai in masa), default=lk.isi.akhir)


def baca(lk: Lingkup, kel: Mapping[str, list[str]]) -> dict[str, dict[int, Bulanan]]:
    """Every group's months up to the end of the period; read once for all periods."""
    df = sumber_asn.kepatuhan(lk.akses, lk.isi, kel, lk.isi.awal, lk.isi.akhir)
    df = df[df["bulan"].to_numpy() <= lk.periode.sampai]
    angka = df[["tepat", "masuk"]].fillna(0).astype("int64")
    jumlah: dict[str, dict[int, dict[str, tuple[int, int, int, bool]]]] = {k: {} for k in kel}
    kolom = (df["kelompok"], df["bulan"], df["jenis"], df["wajib"], angka["tepat"], angka["masuk"], df["disembunyikan"])
    for k, bulan, jenis, wajib, tepat, masuk, tutup in zip(*(c.tolist() for c in kolom), strict=True):
        jumlah[k].setdefault(bulan, {})[jenis] = (wajib, tepat, masuk, tutup)
    return {k: {b: _bulanan(b, j) for b, j in v.items()} for k, v in jumlah.items()}


def _bulanan(bulan: int, jenis: Mapping[str, tuple[int, int, int, bool]]) -> Bulanan:
    kosong = (0, 0, 0, False)
    bukti, umpan = jenis.get("bukti", kosong), jenis.get("umpan_balik", kosong)
    wajib, tepat, masuk = (sum(j[i] for j in jenis.values()) for i in range(3))
    tertutup = any(j[3] for j in jenis.values())
    return Bulanan(bulan, wajib, tepat, masuk, bukti[2], bukti[0], umpan[2], umpan[0], tertutup)


def kurva(lk: Lingkup, isi: Mapping[int, Bulanan], *, tinggi: int = 230, ringkas: bool = False) -> None:
    """The three measures of the chosen unit; support on the same axis, unless it is drawn small."""
    masa = kelompok_asn.masa(lk, (_BULAN if ringkas else _KURVA) if not lk.sempit else _KURVA_SEMPIT)
    garis = {u: {b: p for b, x in isi.items() if (p := x.persen(u)) is not None} for u in UKUR}
    judul = sentence_adopsi(isi, lk.periode.sampai, tulis.bulan(lk.periode.sampai, lk.bahasa), lk.bahasa)
    teks_ = judul.dalam(lk.bahasa)
    kebijakan = [
        (b, t(lk, "dukungan.kebijakan")) for b, jenis, *_ in lk.isi.peristiwa if jenis == "kebijakan"
    ]  # fmt: skip
    fig = line_adopsi(
        garis,
        masa,
        bahasa=lk.bahasa,
        tema=gambar.tema(lk),
        dukungan=[] if ringkas else dukungan(lk),
        kebijakan=kebijakan,
        tinggi=tinggi,
        lajur=not ringkas,
        sempit=lk.sempit,
    )
    if ringkas:
        gambar.lukis("g_adopsi", fig, lk, teks_)
        return
    with gambar.kartu("adopsi", teks_, t(lk, "dukungan.kurva_baca", unit=lk.isi.pohon.nama(lk.unit))):
        gambar.lukis("g_adopsi", fig, lk, teks_)
        st.caption(t(lk, "dukungan.kurva_jalur"))


def dukungan(lk: Lingkup) -> list[Dukung]:
    """Support of the chosen unit and those below it, by month and kind."""
    hasil: dict[tuple[int, str], list[str]] = {}
    for k in kepatuhan_dukung.kegiatan(lk):
        hasil.setdefault((k.bulan, k.jenis), []).append(f"{k.topik} ({lk.isi.pohon.nama(k.unit)})")
    return [Dukung(bulan, jenis, len(k), "; ".join(dict.fromkeys(k))) for (bulan, jenis), k in sorted(hasil.items())]


def _kisi(lk: Lingkup, kel: Mapping[str, list[str]], isi: Isi, akhir: int) -> None:
    """Units × months of one measure; which, the reader chooses."""
    b = lk.bahasa
    periode = tulis.bulan(akhir, b)
    nama = {k: kelompok_asn.nama(lk, k, kel[k]) for k in isi}
    belum = [nama[k] for k, v in isi.items() if akhir not in v]
    judul = sentence_kisi(len(isi) - len(belum), len(isi), belum, periode).dalam(b)
    with gambar.kartu("kisi", judul, t(lk, "dukungan.kisi_baca")):
        ukur = st.segmented_control(
            t(lk, "dukungan.pilih_ukur"),
            list(UKUR),
            format_func=lambda u: t(lk, f"dukungan.ukur_{u}"),
            key="kepatuhan_ukur",
            default=UKUR[0],
            required=True,
        )
        sel = susun_sel(lk, isi, nama, ukur or UKUR[0], akhir)
        muat = sel[: _MUAT * (_BULAN_SEMPIT if lk.sempit else _BULAN)]
        fig = heatmap_kepatuhan(muat, bahasa=b, tema=gambar.tema(lk), sempit=lk.sempit)
        gambar.lukis("g_kisi", fig, lk, alt_kepatuhan(sel, bahasa=b), lambda c: pergi("kepatuhan", unit=c[0]))
        st.caption(t(lk, "dukungan.kisi_tanda"))
        _tabel(lk, sel)


def susun_sel(lk: Lingkup, isi: Isi, nama: Mapping[str, str], ukur: str, akhir: int) -> list[Sel]:
    """Cells of all groups; a month without reports after the first one is a gap and never 0 percent."""
    awal, _ = kelompok_asn.masa(lk, _BULAN_SEMPIT if lk.sempit else _BULAN)
    hasil = []
    for k, bulan in isi.items():
        pertama = min(bulan)
        for m in bulan_antara(awal, akhir):
            x = bulan.get(m)
            if x is None:
                keadaan = "belum" if m > pertama else "tidak_berlaku"
                hasil.append(Sel(k, nama[k], m, keadaan, 0.0, 0, 0))
                continue
            persen = x.persen(ukur)
            atas = {"tepat": (x.tepat, x.wajib), "bukti": (x.bukti, x.wajib_bukti)}.get(
                ukur, (x.umpan_balik, x.wajib_umpan_balik)
            )
            keadaan = "tertutup" if x.tertutup else "tidak_berlaku" if persen is None else "ada"
            hasil.append(Sel(k, nama[k], m, keadaan, persen or 0.0, *atas))
    return hasil


def _tabel(lk: Lingkup, sel: list[Sel]) -> None:
    kata = {(s.unit, s.bulan): kata_keadaan(s, lk.bahasa) if s.keadaan != "tidak_berlaku" else "" for s in sel}
    nama = {s.unit: s.nama for s in sel}
    tabel = {t(lk, "tabel.unit"): list(nama.values())}
    for m in sorted({s.bulan for s in sel}, reverse=True):
        tabel[tulis.bulan(m, lk.bahasa, pendek=True)] = [kata[u, m] for u in nama]
    with st.expander(t(lk, "kalibrasi.tabel"), icon=":material/table_rows:", key="rincian_kisi"):
        st.dataframe(pd.DataFrame(tabel), hide_index=True, height="content" if len(nama) <= 40 else 600)
