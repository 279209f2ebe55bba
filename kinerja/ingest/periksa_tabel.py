"""Days and months of table rows held against today: what has not happened cannot have been measured.

A plan may lie ahead: an SKP item without a result, an iku without one, a rencana handed in early. A TMT may lie less
than three months ahead. Every other row of a time to come is refused where it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from types import MappingProxyType

from kinerja.domain.fakta import KOLOM_TABEL, Tingkat, kolom_masa
from kinerja.domain.periode import geser_bulan, rentang, selisih_bulan
from kinerja.domain.unit import BULAN_AWAL
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.periksa_orang import periksa_orang

Baris = Mapping[str, object]
Temuan = tuple[str, Tingkat, dict[str, object]]
_TMT_DEPAN, _SEBELUM, _SESUDAH = 3, 12, 12
"""Months a TMT may lie ahead, a plan may precede its month, and a deadline may follow it."""


def periksa_tabel(konteks: Konteks) -> None:
    """Note every row whose time cannot be; in a table that keeps no place of its rows only the first."""
    periksa_orang(konteks)
    _kosongkan_nol(konteks)
    hari, hasil = konteks.opsi.hari, konteks.hasil
    for nama, baris in hasil.tabel.items():
        kolom, letak = KOLOM_TABEL[nama], hasil.letak.get(nama, ())
        uji = _UJI.get(nama, _terjadi if kolom_masa(nama) else _bebas)
        for n, isi in enumerate(baris):
            ada = False
            for alasan, tingkat, args in uji(dict(zip(kolom, isi, strict=True)), hari):
                di = letak[n] if len(letak) == len(baris) else ("", None)
                hasil.catat(alasan, tingkat, di[0], di[1], "", "", **args)
                ada = ada or tingkat == "galat"
            if ada and len(letak) != len(baris):
                break


def _kosongkan_nol(konteks: Konteks) -> None:
    """A zero in a month to come is what a formula left, and no result: blank, and told once with its number."""
    kini = _bulan(konteks.opsi.hari)
    jumlah = 0
    for nama in ("skp_butir", "iku"):
        tabel, di = konteks.hasil.tabel.get(nama, []), KOLOM_TABEL[nama].index("realisasi_e4")
        for n, isi in enumerate(tabel):
            if isi[di] == 0 and _masa(dict(zip(KOLOM_TABEL[nama], isi, strict=True)))[0] > kini:
                tabel[n] = (*isi[:di], None, *isi[di + 1 :])
                jumlah += 1
    if jumlah:
        konteks.hasil.catat("masalah.realisasi_nol_depan", "info", "", None, "", "", jumlah=jumlah)


def _bulan(hari: date) -> int:
    return hari.year * 100 + hari.month


def _sebut(hari: date) -> str:
    return hari.strftime("%d-%m-%Y")


def _bebas(baris: Baris, hari: date) -> Iterator[Temuan]:  # noqa: ARG001 - every test is asked with both
    """A table that tells no time."""
    return iter(())


def _masa(baris: Baris) -> tuple[int, int]:
    if "bulan" in baris:
        return int(str(baris["bulan"])), int(str(baris["bulan"]))
    return int(str(baris["dari"])), int(str(baris["sampai"]))


def _terjadi(baris: Baris, hari: date) -> Iterator[Temuan]:
    """Something that happened on a day, or in months: neither may begin after today."""
    tanggal, masa = baris.get("tanggal"), _masa(baris)
    if isinstance(tanggal, date) and tanggal > hari:
        yield "masalah.depan_tanggal", "galat", {"tanggal": _sebut(tanggal), "hari": _sebut(hari)}
    elif masa[0] > _bulan(hari):
        yield "masalah.depan_periode", "galat", {"periode": rentang(*masa).kode, "hari": _sebut(hari)}


def _rating(baris: Baris, hari: date) -> Iterator[Temuan]:
    """A rating of a period that has begun; before its last day it can only be provisional."""
    masa = _masa(baris)
    if masa[0] > _bulan(hari):
        yield from _terjadi(baris, hari)
    elif masa[1] >= _bulan(hari) and (akhir := _hari_akhir(masa[1])) > hari:
        yield "masalah.rating_dini", "peringatan", {"periode": rentang(*masa).kode, "akhir": _sebut(akhir)}


def _hari_akhir(bulan: int) -> date:
    berikut = geser_bulan(bulan, 1)
    return date(berikut // 100, berikut % 100, 1) - timedelta(days=1)


def _hasil_saja(baris: Baris, hari: date) -> Iterator[Temuan]:
    """A target may lie ahead, a result may not."""
    return _terjadi(baris, hari) if baris["realisasi_e4"] is not None else iter(())


def _pegawai(baris: Baris, hari: date) -> Iterator[Temuan]:
    dari = int(str(baris["berlaku_dari"]))
    jarak = 0 if dari == BULAN_AWAL else selisih_bulan(_bulan(hari), dari)
    if jarak > 0:
        args: dict[str, object] = {"bulan": rentang(dari, dari).kode, "hari": _sebut(hari)}
        if jarak > _TMT_DEPAN:  # the first of the third month is less than three months ahead
            yield "masalah.tmt_jauh", "galat", args
        else:
            yield "masalah.tmt_depan", "info", args


def _laporan(baris: Baris, hari: date) -> Iterator[Temuan]:
    """A report is handed in after its month began, a plan up to a year before; its deadline lies about there."""
    bulan, lapor, batas = int(str(baris["bulan"])), baris["lapor"], baris["batas"]
    awal = geser_bulan(bulan, -_SEBELUM) if baris["jenis"] == "rencana" else bulan
    args: dict[str, object] = {"periode": rentang(bulan, bulan).kode, "hari": _sebut(hari)}
    if isinstance(lapor, date):
        args["tanggal"] = _sebut(lapor)
        if lapor > hari:
            yield "masalah.depan_tanggal", "galat", args
        elif _bulan(lapor) < awal:
            yield "masalah.lapor_sebelum", "galat", args
    if isinstance(batas, date):
        args = {**args, "tanggal": _sebut(batas)}
        if _bulan(batas) < awal:
            yield "masalah.batas_sebelum", "galat", args
        elif _bulan(batas) > geser_bulan(bulan, _SESUDAH):
            yield "masalah.batas_jauh", "peringatan", args


_UJI: Mapping[str, Callable[[Baris, date], Iterator[Temuan]]] = MappingProxyType(
    {
        "skp_penilaian": _rating,
        "skp_perilaku": _rating,
        "predikat_organisasi": _rating,
        "skp_butir": _hasil_saja,
        "iku": _hasil_saja,
        "pegawai": _pegawai,
        "laporan_skp": _laporan,
    }
)
"""Table → what its time must keep to; others tell of things that happened."""
