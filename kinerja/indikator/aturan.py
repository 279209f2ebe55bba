"""The kinds of validation rules and what each of them asks. Which rules there are stands in ``aturan_periksa.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path
from statistics import median
from types import MappingProxyType
from typing import Any

from kinerja.domain.errors import DefinisiError
from kinerja.domain.fakta import KOLOM_TABEL, Masalah
from kinerja.domain.periode import rentang, selisih_bulan
from kinerja.indikator import aturan_orang
from kinerja.indikator.aturan_bahan import Angka, Aturan, Bahan, nilai_angka
from kinerja.indikator.registry import registri

_BERKAS = Path(__file__).parent / "aturan_periksa.toml"
_UMUM = {"kode", "jenis", "tingkat", "teks"}
_TAHUN = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_WADAH = ("wilayah", "kecamatan", "dinas")


@cache
def baca_aturan() -> tuple[Aturan, ...]:
    """The rules shipped with the program; read once."""
    return parse_aturan(tomllib.loads(_BERKAS.read_text(encoding="utf-8")))


def parse_aturan(isi: Mapping[str, Any]) -> tuple[Aturan, ...]:
    """The rules of a file. Raises ``DefinisiError`` naming what is missing, unknown or wrong."""
    hasil = []
    for satu in isi["aturan"]:
        if satu.get("jenis") not in JENIS:
            raise DefinisiError("galat.definisi_nilai", berkas=_BERKAS.name, nama="jenis", nilai=satu.get("jenis"))
        for kunci in sorted((_UMUM | ISI[satu["jenis"]]) ^ satu.keys()):
            raise DefinisiError("galat.definisi_kunci", berkas=_BERKAS.name, nama=kunci)
        if satu["tingkat"] not in ("galat", "peringatan", "info"):
            raise DefinisiError("galat.definisi_nilai", berkas=_BERKAS.name, nama="tingkat", nilai=satu["tingkat"])
        khusus = {k: v for k, v in satu.items() if k not in _UMUM}
        hasil.append(Aturan(**{k: satu[k] for k in _UMUM}, isi=MappingProxyType(khusus)))
    return tuple(hasil)


def _pecahan(aturan: Aturan, bahan: Bahan) -> Iterator[Masalah]:
    """Numerators larger than their denominator allows, unless reading said so already."""
    sudah = {(m.args.get("terlayani"), m.args.get("sasaran")) for m in bahan.hasil.masalah}
    for f in bahan.hasil.fakta:
        ind = registri()[f.indikator]
        batas = aturan.isi["batas"].get(str(ind.skala))
        if ind.bentuk == "jumlah" or ind.agregasi not in aturan.isi["agregasi"] or batas is None:
            continue
        if ind.kode in aturan.isi["boleh_lebih"] or f.penyebut is None or f.pembilang <= batas * f.penyebut:
            continue
        if (f.pembilang, f.penyebut) not in sudah:
            a = Angka(ind, f.unit, f.dari, f.sampai, f.pembilang, f.penyebut)
            yield _masalah(aturan, bahan, a, pembilang=f.pembilang, penyebut=f.penyebut)


def _rentang(aturan: Aturan, bahan: Bahan) -> Iterator[Masalah]:
    """Figures outside what is plausible for their unit of measure; counts per month. Units that hold others may."""
    for a in bahan.angka:
        nilai = a.nilai
        if nilai is None or a.ind.satuan.id != aturan.isi["satuan"]:
            continue
        jumlah = a.ind.bentuk == "jumlah"
        if jumlah and (a.unit not in bahan.units or bahan.units[a.unit].jenis in _WADAH):
            continue
        if not aturan.isi["bawah"] <= (nilai / a.lama if jumlah else nilai) <= aturan.isi["atas"]:
            yield _masalah(
                aturan, bahan, a, nilai=round(nilai, a.ind.desimal), satuan=a.ind.satuan.id, atas=aturan.isi["atas"]
            )


def _kolom(aturan: Aturan, bahan: Bahan) -> Iterator[Masalah]:
    """Values of one column of a table that are outside what is plausible: one problem, with the worst of them."""
    tabel, kolom = aturan.isi["tabel"], aturan.isi["kolom"]
    letak = KOLOM_TABEL[tabel].index(kolom)
    isi = [int(str(b[letak])) for b in bahan.hasil.tabel.get(tabel, ()) if b[letak] is not None]
    luar = [n for n in isi if not aturan.isi["bawah"] <= n <= aturan.isi["atas"]]
    if luar:
        batas = {"bawah": aturan.isi["bawah"], "atas": aturan.isi["atas"]}
        args: dict[str, object] = {"kolom": kolom, "jumlah": len(luar), "nilai": max(luar), **batas}
        yield Masalah(aturan.teks, aturan.tingkat, kolom=kolom, args=args)


def _lonjakan(aturan: Aturan, bahan: Bahan) -> Iterator[Masalah]:
    """Figures far from the median of the unit's own earlier spans, by factor and by size."""
    deret: dict[tuple[str, str, int], list[tuple[int, float]]] = {}
    for kode, dulu in bahan.riwayat.items():
        for (unit, dari, sampai), (p, q) in dulu.items():
            if (lampau := nilai_angka(registri()[kode], p, q)) is not None:
                deret.setdefault((kode, unit, selisih_bulan(dari, sampai) + 1), []).append((sampai, lampau))
    for a in bahan.angka:
        lalu = [n for sampai, n in deret.get((a.ind.kode, a.unit, a.lama), ()) if sampai < a.dari]
        if a.nilai is None or len(lalu) < aturan.isi["riwayat"]:
            continue
        biasa, kali = median(lalu), aturan.isi["kali"]
        minimal = aturan.isi["minimal"]["jumlah" if a.ind.bentuk == "jumlah" else "rasio"]
        jauh = a.nilai >= kali * biasa or a.nilai * kali <= biasa
        if jauh and abs(a.nilai - biasa) >= minimal:
            d = a.ind.desimal
            yield _masalah(aturan, bahan, a, nilai=round(a.nilai, d), biasa=round(biasa, d), jumlah=len(lalu))


def _berulang(aturan: Aturan, bahan: Bahan) -> Iterator[Masalah]:
    """Most figures equal to those of the same months one year earlier: last year's table sent again."""
    for kode, dulu in bahan.riwayat.items():
        pasang = [
            ((a.pembilang, a.penyebut), dulu[lalu])
            for a in bahan.angka
            if a.ind.kode == kode and (lalu := (a.unit, a.dari - 100, a.sampai - 100)) in dulu
        ]
        sama = sum(kini == lama and kini[0] > 0 for kini, lama in pasang)
        if len(pasang) >= aturan.isi["paling_sedikit"] and sama >= aturan.isi["bagian"] * len(pasang):
            args: dict[str, object] = {"indikator": registri()[kode].nama.id, "sama": sama, "jumlah": len(pasang)}
            yield Masalah(aturan.teks, aturan.tingkat, args=args)


def _tahun(aturan: Aturan, bahan: Bahan) -> Iterator[Masalah]:
    """Years in the names of file and sheets, none of which is a year of the data."""
    nama = (bahan.hasil.berkas, *bahan.hasil.lembar)
    disebut = {int(t) for teks in nama for t in _TAHUN.findall(teks)}
    rentang_data = [(a.dari, a.sampai) for a in bahan.angka] + [(t.dari, t.sampai) for t in bahan.hasil.target]
    tahun = {t for dari, sampai in rentang_data for t in range(dari // 100, sampai // 100 + 1)}
    if disebut and tahun and not disebut & tahun:
        args: dict[str, object] = {
            "disebut": ", ".join(map(str, sorted(disebut))),
            "tahun": ", ".join(map(str, sorted(tahun))),
        }
        yield Masalah(aturan.teks, aturan.tingkat, args=args)


def _dua_sumber(aturan: Aturan, bahan: Bahan) -> Iterator[Masalah]:
    """A figure reported as a sum beside the register it is counted from, in one file."""
    for b in bahan.temuan:
        if b.jenis == "berkas" and b.tabel != b.lain_tabel:
            a = Angka(registri()[b.isi], b.unit, b.dari, b.sampai, 0, None)
            lain_periode = rentang(b.lain_dari, b.lain_sampai).kode
            yield _masalah(aturan, bahan, a, lain=bahan.nama(b.lain_unit), lain_periode=lain_periode)


def _bagian(aturan: Aturan, bahan: Bahan) -> Iterator[Masalah]:
    """A total beside its parts: which one is it to be, and do they agree?"""
    nilai = {(a.ind.kode, a.unit, a.dari, a.sampai): a for a in bahan.angka}
    bawah: dict[tuple[str, str, int, int], set[str]] = {}
    for b in bahan.temuan:
        if b.jenis == "berkas" and b.tabel == b.lain_tabel and b.unit != b.lain_unit:
            naik = _di_atas(bahan, b.unit, b.lain_unit)
            atas, satu = (b.unit, b.lain_unit) if naik else (b.lain_unit, b.unit)
            masa = (b.dari, b.sampai) if naik else (b.lain_dari, b.lain_sampai)
            bawah.setdefault((b.isi, atas, *masa), set()).add(satu)
    for kunci, anak in bawah.items():
        a = nilai[kunci]
        isi = [x.pembilang for x in bahan.angka if x.ind is a.ind and x.unit in anak and a.dari <= x.dari <= a.sampai]
        yield _masalah(aturan, bahan, a, nilai=a.pembilang, bagian=sum(isi), jumlah=len(anak))


def _sisa_hari(aturan: Aturan, bahan: Bahan) -> Iterator[Masalah]:
    """Days of a register that a correcting register lacks: they would go on counting."""
    for _, unit, dari, sampai, muatan, hari in bahan.sisa:
        periode = rentang(dari, sampai).kode
        args: dict[str, object] = {"unit": bahan.nama(unit), "periode": periode, "muatan": str(muatan), "jumlah": hari}
        yield Masalah(aturan.teks, aturan.tingkat, nilai=bahan.nama(unit), args=args)


def _jk_sebagian(aturan: Aturan, bahan: Bahan) -> Iterator[Masalah]:
    """One sex alone in the place of both together."""
    for kode, unit, dari, sampai, jk, lama in bahan.jk_sebagian:
        a = Angka(registri()[kode], unit, dari, sampai, 0, None)
        yield _masalah(aturan, bahan, a, jk=jk, lama=lama)


def _di_atas(bahan: Bahan, atas: str, bawah: str) -> bool:
    induk = bahan.units[bawah].induk if bawah in bahan.units else None
    return induk is not None and (induk == atas or _di_atas(bahan, atas, induk))


def _masalah(aturan: Aturan, bahan: Bahan, a: Angka, **args: object) -> Masalah:
    return Masalah(aturan.teks, aturan.tingkat, nilai=bahan.nama(a.unit), args=bahan.sebut(a, **args))


JENIS: Mapping[str, Callable[[Aturan, Bahan], Iterator[Masalah]]] = MappingProxyType(
    {
        "pecahan": _pecahan,
        "rentang": _rentang,
        "kolom": _kolom,
        "lonjakan": _lonjakan,
        "berulang": _berulang,
        "tahun": _tahun,
        "dua_sumber": _dua_sumber,
        "bagian": _bagian,
        "sisa_hari": _sisa_hari,
        "jk_sebagian": _jk_sebagian,
        **aturan_orang.JENIS,
    }
)
ISI: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "pecahan": frozenset({"agregasi", "boleh_lebih", "batas"}),
        "rentang": frozenset({"satuan", "bawah", "atas"}),
        "kolom": frozenset({"tabel", "kolom", "bawah", "atas"}),
        "lonjakan": frozenset({"riwayat", "kali", "minimal"}),
        "berulang": frozenset({"paling_sedikit", "bagian"}),
        "tahun": frozenset(),
        "dua_sumber": frozenset(),
        "bagian": frozenset(),
        "sisa_hari": frozenset(),
        "jk_sebagian": frozenset(),
        **dict.fromkeys(aturan_orang.JENIS, frozenset({"tabel"})),
    }
)
"""Kind of rule → the keys it needs beside kode, jenis, tingkat and teks."""
