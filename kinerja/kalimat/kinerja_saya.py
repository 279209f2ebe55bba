"""What is asked of a person next, and what their own figures say; never beside other people, never as a verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kinerja.domain.jp import KeadaanJp
from kinerja.domain.predikat import Ekspektasi, Predikat, tentukan_predikat
from kinerja.i18n import Bahasa, teks
from kinerja.i18n import format as tulis
from kinerja.kalimat.kalimat import Kalimat

_PALING = 6


@dataclass(frozen=True)
class Laporan:
    """One report that was not handed in: its month, its kind, the last day for it."""

    bulan: int
    jenis: str
    batas: date


@dataclass(frozen=True)
class Kabar:
    """The state of one feedback. ``batas``: last day to object, None unknown or no longer open."""

    dibaca: bool
    dijawab: bool
    batas: date | None = None
    langkah: str = ""
    tanggal_langkah: date | None = None


def list_berikutnya(
    laporan: Sequence[Laporan],
    tanpa_bukti: int,
    tanpa_realisasi: int,
    kabar: Sequence[Kabar],
    hari_ini: date,
    bahasa: Bahasa,
) -> list[Kalimat]:
    """What is asked next, nearest first: feedback, reports with their day, steps agreed on, evidence. At most six."""
    hasil = _umpan_balik(kabar, hari_ini, bahasa)
    belum = sorted((x for x in laporan if x.batas >= hari_ini), key=lambda x: (x.batas, x.jenis))
    lewat = sorted((x for x in laporan if x.batas < hari_ini), key=lambda x: (x.batas, x.jenis))
    hasil += [_laporan("kinerja_saya.berikut_laporan", x, hari_ini, bahasa) for x in belum[:2]]
    if lewat:
        hasil.append(Kalimat("kinerja_saya.berikut_lewat", {"jumlah": len(lewat), **_isi(lewat[-1], bahasa)}))
    if tanpa_realisasi:
        hasil.append(Kalimat("kinerja_saya.berikut_realisasi", {"jumlah": tanpa_realisasi}))
    if tanpa_bukti:
        hasil.append(Kalimat("kinerja_saya.berikut_bukti", {"jumlah": tanpa_bukti}))
    langkah = sorted(
        (k.tanggal_langkah, k.langkah)
        for k in kabar
        if k.dibaca and k.tanggal_langkah and k.tanggal_langkah >= hari_ini
    )
    hasil += [
        Kalimat("kinerja_saya.berikut_langkah", {"tanggal": tulis.tanggal(h, bahasa), "langkah": isi})
        for h, isi in langkah[:1]
    ]
    return hasil[:_PALING]


def _umpan_balik(kabar: Sequence[Kabar], hari_ini: date, bahasa: Bahasa) -> list[Kalimat]:
    belum = sum(not k.dibaca for k in kabar)
    hasil = [Kalimat("kinerja_saya.berikut_baca", {"jumlah": belum})] if belum else []
    jawab = [k for k in kabar if k.dibaca and not k.dijawab]
    batas = min((k.batas for k in jawab if k.batas and k.batas >= hari_ini), default=None)
    if batas:
        hasil.append(Kalimat("kinerja_saya.berikut_jawab_batas", {"jumlah": len(jawab), **_tanggal(batas, bahasa)}))
    elif jawab:
        hasil.append(Kalimat("kinerja_saya.berikut_jawab", {"jumlah": len(jawab)}))
    return hasil


def _laporan(kunci: str, x: Laporan, hari_ini: date, bahasa: Bahasa) -> Kalimat:
    return Kalimat(kunci, {**_isi(x, bahasa), "hari": (x.batas - hari_ini).days})


def _isi(x: Laporan, bahasa: Bahasa) -> dict[str, object]:
    jenis = teks(bahasa, f"kinerja_saya.laporan.{x.jenis}")
    return {"jenis": jenis, "bulan": tulis.bulan(x.bulan, bahasa), **_tanggal(x.batas, bahasa)}


def _tanggal(hari: date, bahasa: Bahasa) -> dict[str, object]:
    return {"tanggal": tulis.tanggal(hari, bahasa)}


def sentence_predikat(rating: tuple[Ekspektasi, Ekspektasi] | None, masa: str, bahasa: Bahasa) -> Kalimat:
    """The predikat and the two ratings that gave it."""
    if rating is None:
        return Kalimat("kinerja_saya.predikat_belum", {"periode": masa})
    hasil, perilaku = (teks(bahasa, f"umpan_balik.ekspektasi.{e}") for e in rating)
    isi = {"periode": masa, "predikat": kata_predikat(tentukan_predikat(*rating), bahasa)}
    return Kalimat("kinerja_saya.predikat", {**isi, "hasil": hasil, "perilaku": perilaku})


def kata_predikat(predikat: Predikat, bahasa: Bahasa) -> str:
    return teks(bahasa, f"penilaian.predikat.{predikat}")


def sentence_bulan(garis: Sequence[tuple[int, int, int]], bulan: int, bahasa: Bahasa) -> Kalimat:
    """Items reached over the months that have any; ``bulan``: months looked at, gaps counted."""
    ada = [b for b in garis if b[1]]
    if not ada:
        return Kalimat("kinerja_saya.bulan_kosong", {"bulan": bulan})
    isi: dict[str, object] = {
        "tercapai": tulis.angka(sum(b[2] for b in ada), 0, bahasa),
        "butir": tulis.angka(sum(b[1] for b in ada), 0, bahasa),
        "bulan": bulan,
        "kosong": bulan - len(ada),
    }
    return Kalimat("kinerja_saya.bulan_celah" if len(ada) < bulan else "kinerja_saya.bulan", isi)


def sentence_jp(k: KeadaanJp, tahun: int, bahasa: Bahasa) -> Kalimat:
    """Hours of the year against the minimum of a PNS, or as the right of a PPPK, who cannot fall short."""
    isi: dict[str, object] = {
        "jp": tulis.angka(k.jp, 0, bahasa),
        "batas": tulis.angka(k.batas, 0, bahasa),
        "kurang": tulis.angka(k.kurang, 0, bahasa),
        "tahun": tahun,
    }
    return Kalimat(f"kinerja_saya.jp_{k.arah}", isi)


def sentence_pita(jumlah: Sequence[tuple[Predikat, int]], bahasa: Bahasa) -> Kalimat:
    """How many of the unit's people have which predikat; nobody can be told from it."""
    isi = ", ".join(f"{kata_predikat(p, bahasa)} {tulis.angka(n, 0, bahasa)}" for p, n in jumlah if n)
    return Kalimat("kinerja_saya.pita", {"isi": isi, "n": tulis.angka(sum(n for _, n in jumlah), 0, bahasa)})
