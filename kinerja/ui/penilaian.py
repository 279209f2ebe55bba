"""*Penilaian ASN*: whose ratings, of which round, filtered how; what the parts of the page are given to show."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd
import streamlit as st

from kinerja.domain.akses import boleh, jangkauan
from kinerja.domain.ambang import cari_ambang
from kinerja.domain.antrean import Antrean, Nilai, susun_antrean
from kinerja.domain.errors import KinerjaError
from kinerja.domain.hari_kerja import Kalender, tenggat
from kinerja.domain.periode import Periode, periode_dari_bulan, periode_sebelumnya
from kinerja.domain.unit import turunan
from kinerja.i18n import format as tulis
from kinerja.kalimat.penilaian import Sel, hitung_tanya, list_pembuka
from kinerja.ui import catat, penilaian_antrean, penilaian_daftar, penilaian_gambar, samaran, sumber_asn
from kinerja.ui.aman import polos
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.teks import t


@dataclass(frozen=True)
class Bahan:
    """``jumlah`` counts the cells shown; ``nilai`` are the people in them, empty for whom only groups are shown.

    ``pegawai`` and ``dinilai`` are of what is shown; ``seunit``: everybody in the chosen unit. ``diam``: units from
    which no rating came. ``antrean`` None: not asked for, or the period is not over.
    """

    periode: Periode
    perorangan: bool
    unit: tuple[str, ...]
    nilai: pd.DataFrame
    jumlah: Mapping[Sel, int]
    pegawai: int
    dinilai: int
    seunit: int
    disembunyikan: bool
    diam: tuple[str, ...]
    antrean: list[Antrean] | None
    tenggat: date | None


def tampil(lk: Lingkup) -> None:
    """The whole page under its head."""
    periode, sebut = periode_nilai(lk)
    st.markdown(polos(sebut_masa(lk, periode, sebut)))
    units = turunan(lk.unit, lk.isi.pohon.anak)
    semua = menurut_unit(sumber_asn.nilai(lk.akses, lk.isi, units, periode), units)
    tirai = samaran.pasang(lk, "penilaian-asn", dict(zip(semua["pegawai"], semua["unit"], strict=True)))
    nilai = _saring(lk, semua)
    b = susun(lk, periode, nilai, perorangan=len(semua) > 0, hari_ini=catat.hari_ini())
    _pembuka(lk, b, terlihat=len(semua))
    if not boleh(lk.akses, "lihat_antrean"):
        penilaian_gambar.tampil(lk, b)
        return
    jumlah = tulis.angka(len(b.antrean or ()), 0, lk.bahasa)
    nama = [t(lk, "penilaian.tab_penilaian"), t(lk, "penilaian.tab_antrean", jumlah=jumlah)]
    kiri, kanan = st.tabs(nama, key="tab_penilaian")
    with kiri:
        penilaian_gambar.tampil(lk, b)
        if b.perorangan:
            penilaian_daftar.tampil(lk, b, tirai)
    with kanan:
        penilaian_antrean.tampil(lk, b, tirai)


def menurut_unit(nilai: pd.DataFrame, units: Sequence[str]) -> pd.DataFrame:
    """People in the official order of these units, then by code."""
    if nilai["unit"].nunique() < 2:
        return nilai
    letak = {u: n for n, u in enumerate(units)}
    urut = sorted(range(len(nilai)), key=[letak[u] for u in nilai["unit"].tolist()].__getitem__)
    hasil: pd.DataFrame = nilai.take(urut).reset_index(drop=True)
    return hasil


def periode_nilai(lk: Lingkup) -> tuple[Periode, str]:
    """The span of the ratings that are shown, and the key of the sentence that says why it is not the chosen period.

    A month has no round of its own where ratings are quarterly: its triwulan is shown. A year without ratings for the
    year shows its last triwulan, and is called that: a quarter's predikat is not the year's.
    """
    p = lk.dipilih
    if p.jenis in ("bulan", "kumulatif"):
        p = periode_dari_bulan(p.sampai, "triwulan")
    lalu = periode_sebelumnya(p)
    if p.jenis == "triwulan" and p.sampai > lk.isi.akhir and lalu.sampai >= lk.isi.awal:
        return ronde_terakhir(lk, lalu)[0], "masa_mundur"
    return ronde_terakhir(lk, p)


def ronde_terakhir(lk: Lingkup, periode: Periode) -> tuple[Periode, str]:
    """The one round of ratings that the chosen unit has in a period; the period where there are several, or none."""
    ada = sumber_asn.ronde(lk.isi, turunan(lk.unit, lk.isi.pohon.anak), periode)
    if len(ada) > 1:
        return periode, "masa_campur"
    if not ada or ada[0] == periode:
        return periode, "masa"
    return ada[0], "masa_terakhir"


def sebut_masa(lk: Lingkup, periode: Periode, kunci: str) -> str:
    """Whose round of ratings this is, and why it is not that of the chosen period."""
    dipilih = lk.dipilih
    if kunci == "masa_mundur":
        dipilih = periode_dari_bulan(dipilih.sampai, "triwulan")
    nama = {"periode": tulis.periode(periode, lk.bahasa), "dipilih": tulis.periode(dipilih, lk.bahasa)}
    return t(lk, f"penilaian.{kunci}", **nama)


def susun(lk: Lingkup, periode: Periode, nilai: pd.DataFrame, *, perorangan: bool, hari_ini: date) -> Bahan:
    """Everything the page shows: from these people, or from the distribution of the unit when not ``perorangan``."""
    units = turunan(lk.unit, lk.isi.pohon.anak)
    sebaran = sumber_asn.sebaran(lk.akses, lk.isi, {"": units}, periode)
    seunit = int(sebaran["pegawai"].max()) if len(sebaran) else 0
    jumlah = hitung_sel(nilai if perorangan else sebaran)
    akhir = akhir_bulan(periode.sampai)
    selesai = hari_ini > akhir and periode.sampai <= lk.isi.akhir
    batas = tenggat_menilai(sumber_asn.kalender(lk.akses, lk.isi), akhir)
    antrean = None
    if selesai and batas is not None and boleh(lk.akses, "lihat_antrean"):
        antrean = antrean_orang(nilai, akhir, batas, hari_ini, lk.akses.pegawai)
    return Bahan(
        periode=periode,
        perorangan=perorangan,
        unit=tuple(units),
        nilai=nilai,
        jumlah=jumlah,
        pegawai=len(nilai) if perorangan else seunit,
        dinilai=sum(jumlah.values()),
        seunit=seunit,
        disembunyikan=not perorangan and bool(sebaran["disembunyikan"].any()),
        diam=unit_diam(lk, units, periode) if selesai else (),
        antrean=antrean,
        tenggat=batas,
    )


def hitung_sel(df: pd.DataFrame) -> dict[Sel, int]:
    """People of each pair of ratings: rows of NILAI one by one, rows of SEBARAN by their ``n``."""
    hasil: Counter[Sel] = Counter()
    banyak = df["n"].tolist() if "n" in df else [1] * len(df)
    for h, p, n in zip(df["hasil_kerja"].tolist(), df["perilaku"].tolist(), banyak, strict=True):
        if h and p:
            hasil[h, p] += n
    return dict(hasil)


def antrean_orang(nilai: pd.DataFrame, akhir: date, batas: date, hari_ini: date, diri: str = "") -> list[Antrean]:
    """The work queue of these people but ``diri``. Only rows in which there can be something are read one by one."""
    angka = {k: nilai[k].to_numpy() for k in ("sampai", "butir", "tercapai", "tanpa_bukti")}
    capai = (angka["butir"] > 0) & (angka["butir"] == angka["tercapai"])
    calon = nilai[(angka["sampai"] == 0) | capai | (angka["tanpa_bukti"] > 0)]
    orang = (Nilai(*b) for b in calon.itertuples(index=False, name=None))
    return susun_antrean((n for n in orang if n.pegawai != diri), akhir, batas, hari_ini)


def unit_diam(lk: Lingkup, units: Sequence[str], periode: Periode) -> tuple[str, ...]:
    """Units with people from which no rating came in this round."""
    sebaran = sumber_asn.sebaran(lk.akses, lk.isi, {u: [u] for u in units}, periode)
    kosong = sebaran[(sebaran["hasil_kerja"] == "") & ~sebaran["disembunyikan"]]
    return () if len(kosong) == len(sebaran) > 1 else tuple(kosong["kelompok"])


def akhir_bulan(bulan: int) -> date:
    tahun, urut = divmod(bulan, 100)
    return date(tahun, urut, monthrange(tahun, urut)[1])


def tenggat_menilai(kalender: Kalender | None, akhir: date) -> date | None:
    """The day by which a period that ends on ``akhir`` is to be rated; None beyond the known calendar."""
    ambang = cari_ambang("evaluasi.dokumen", akhir.year * 100 + akhir.month)
    if kalender is None or ambang is None:
        return None
    try:
        return tenggat(akhir, int(ambang.nilai), kalender)
    except KinerjaError:
        return None


def _saring(lk: Lingkup, nilai: pd.DataFrame) -> pd.DataFrame:
    """The filters jabatan and status, for those who see people; for others a smaller group could tell too much."""
    if nilai.empty:
        return nilai
    kiri, kanan = st.columns([3, 1], gap="small")
    with kiri:
        jabatan = st.multiselect(
            t(lk, "penilaian.jabatan"),
            sorted(set(nilai["jabatan"].tolist()) - {""}),
            placeholder=t(lk, "penilaian.semua_jabatan"),
            select_all=False,
            key=f"jabatan_asn_{lk.unit}",
            persist_state="session",
        )
    with kanan:
        status = _pilih_status(lk, [s for s in ("PNS", "PPPK") if s in set(nilai["status"].tolist())])
    hasil = nilai[nilai["jabatan"].isin(jabatan)] if jabatan else nilai
    hasil = hasil[hasil["status"] == status] if status else hasil
    if len(hasil) < len(nilai):
        st.caption(t(lk, "penilaian.tersaring", n=tulis.angka(len(hasil), 0, lk.bahasa)))
    return hasil


def _pilih_status(lk: Lingkup, ada: list[str]) -> str:
    tulisan: Callable[[str], str] = lambda s: s or t(lk, "penilaian.semua_status")  # noqa: E731
    return str(
        st.selectbox(
            t(lk, "penilaian.status"),
            ["", *ada],
            format_func=tulisan,
            key=f"status_asn_{len(ada)}",
            persist_state="session",
        )
        or ""
    )


def _pembuka(lk: Lingkup, b: Bahan, *, terlihat: int) -> None:
    """What needs attention, and why no persons are shown where there are none."""
    nama = [lk.isi.pohon.nama(u) for u in b.diam]
    tanya = hitung_tanya(b.antrean or ())
    kalimat = list_pembuka(b.pegawai, b.dinilai, tanya, nama, b.periode, lk.bahasa)
    isi = [k.dalam(lk.bahasa) for k in kalimat]
    if b.disembunyikan:
        isi = [t(lk, "penilaian.buka_sembunyi")]
    elif terlihat and not b.pegawai:
        isi = [t(lk, "penilaian.daftar_kosong")]
    elif b.antrean is not None and not tanya and b.dinilai and b.perorangan:
        isi.append(t(lk, "penilaian.buka_tenang"))
    perlu = bool(tanya or b.diam or (b.antrean and b.dinilai < b.pegawai))
    with st.container(key="perhatian" if perlu else "tenang", gap="small"):
        st.markdown(f"**{polos(' '.join(isi))}**")
        st.caption(polos(_wewenang(lk, b, terlihat)))


def _wewenang(lk: Lingkup, b: Bahan, terlihat: int) -> str:
    if not lk.akses.dikenal:
        return t(lk, "penilaian.tanpa_akun")
    if jangkauan(lk.akses) == "tidak_ada":
        return t(lk, "penilaian.hanya_sebaran")
    if not terlihat:
        return t(lk, "penilaian.tidak_terlihat")
    n, semua = (tulis.angka(v, 0, lk.bahasa) for v in (terlihat, b.seunit))
    return t(lk, "penilaian.terlihat_semua" if terlihat >= b.seunit else "penilaian.terlihat", n=n, semua=semua)
