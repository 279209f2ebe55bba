"""The unit master: search in the national register, add, rename, merge, close, and remember other names.

Every change is a new snapshot with its line in the trail. Figures stay where they were reported. While the store still
holds sample data everything here is refused: see ``toko.ubah_nyata``.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

from kinerja import contoh
from kinerja.domain.errors import KinerjaError
from kinerja.domain.periode import geser_bulan, rentang
from kinerja.domain.unit import BULAN_AKHIR, Unit, normalkan_nama
from kinerja.indikator.orang import tolak_bernomor
from kinerja.indikator.registry import registri
from kinerja.indikator.toko import INDUK_UNIT_BARU, Koneksi, bangun_mart, kini, ubah_nyata
from kinerja.store import ganti, mart, queries, tulis

_REGISTER = Path(contoh.__file__).parent / "satu_data_puskesmas.csv"
_KABKOTA = Path(contoh.__file__).parent / "satu_data_kabkota.csv"
_ROMAWI = re.compile(r"[IVX]+")
Units = dict[str, Unit]


@dataclass(frozen=True)
class PuskesmasResmi:
    """One row of the national register (2022); all codes are text."""

    kode_kab: str
    kode: str
    nama: str


@cache
def register() -> tuple[PuskesmasResmi, ...]:
    """The national register of puskesmas, 10,292 rows; read once."""
    with _REGISTER.open(encoding="utf-8", newline="") as berkas:
        return tuple(
            PuskesmasResmi(b["kode_kab"], b["kode"], f"Puskesmas {_judul(b['nama'])}") for b in csv.DictReader(berkas)
        )


@cache
def kabkota() -> dict[str, str]:
    """Code of 4 digits → "KABUPATEN X" or "KOTA X", all 514 of the country."""
    with _KABKOTA.open(encoding="utf-8", newline="") as berkas:
        return {b["kode_kab"]: b["nama"] for b in csv.DictReader(berkas)}


@cache
def _kab_puskesmas() -> dict[str, str]:
    return {p.kode: p.kode_kab for p in register()}


def kabkota_unit(units: Iterable[Unit]) -> dict[str, str]:
    """Unit → the kabupaten or kota it lies in, for units with a code of the national register or of an area."""
    resmi, semua = _kab_puskesmas(), kabkota()
    hasil = {}
    for u in units:
        kab = resmi.get(u.kode_resmi or u.kode) or u.kode[:5].replace(".", "")  # 13.71.06.1011: a kelurahan
        if kab in semua:
            hasil[u.kode] = semua[kab]
    return hasil


def cari(teks: str, batas: int = 20) -> list[PuskesmasResmi]:
    """Rows that hold every word of ``teks``, the closest names first.

    A word matches the beginning of a word of the name; digits match the beginning of the code or of the kabupaten.
    """
    kata = [k for k in re.findall(r"[a-z0-9]+", teks.lower()) if k != "puskesmas"]
    if not kata:
        return []
    hasil = [p for p in register() if all(_cocok(k, p) for k in kata)]
    utuh = " ".join(kata)
    return sorted(hasil, key=lambda p: (_polos(p.nama) != utuh, not _polos(p.nama).startswith(utuh), p.kode))[:batas]


def _cocok(kata: str, p: PuskesmasResmi) -> bool:
    if kata.isdigit() and (p.kode.startswith(kata) or p.kode_kab == kata):
        return True
    return any(bagian.startswith(kata) for bagian in _polos(p.nama).split())


def _polos(nama: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", nama.lower().removeprefix("puskesmas ")))


def _judul(nama: str) -> str:
    """LUBUK BEGALUNG → Lubuk Begalung; Roman numerals stay capitals."""
    return " ".join(k if _ROMAWI.fullmatch(k) else k.capitalize() for k in nama.split())


def tambah(folder: Path, kode_resmi: str, oleh: str, pada: datetime | None = None) -> str:
    """Kode of a puskesmas that was added from the register under ``DINKES``.

    Raises ``KinerjaError`` when the code is not in the register, or the puskesmas is there, by code or by name.
    """
    resmi = next((p for p in register() if p.kode == kode_resmi.strip()), None)
    if resmi is None:
        raise KinerjaError("galat.kode_resmi", kode=kode_resmi)
    kode = ""

    def ubah(koneksi: Koneksi, units: Units) -> str:
        nonlocal kode
        ada = next((u for u in units.values() if resmi.kode in (u.kode, u.kode_resmi)), None)
        if ada:
            raise KinerjaError("galat.satuan_ada", nama=ada.nama, kode=ada.kode)
        _tolak_nama(koneksi, units, resmi.nama, "puskesmas", "")
        kode = _kode_baru(units, resmi.nama)
        urutan = max(u.urutan for u in units.values()) + 1
        unit = Unit(kode, resmi.nama, "puskesmas", INDUK_UNIT_BARU, "dinkes", urutan, kode_resmi=resmi.kode)
        tulis.insert_unit(koneksi, [unit])
        mart.rebuild_silsilah(koneksi)
        return f"{resmi.nama} ({resmi.kode})"

    _terbitkan(folder, "tambah_unit", lambda: kode, ubah, oleh, pada)
    return kode


def _kode_baru(units: Units, nama: str) -> str:
    """PKM-LUBUK-BEGALUNG, as reading a file makes it; with a number when that is taken."""
    dasar = "PKM-" + "-".join(_polos(nama).upper().split())[:40].strip("-")
    kode, urut = dasar, 2
    while kode in units:
        kode, urut = f"{dasar}-{urut}", urut + 1
    return kode


def ganti_nama(folder: Path, kode: str, nama: str, oleh: str, pada: datetime | None = None) -> int:
    """Number of a new snapshot where the unit bears another name; the old one stays known as an alias."""
    baru = " ".join(nama.split())

    def ubah(koneksi: Koneksi, units: Units) -> str:
        lama = _unit(units, kode)
        tolak_bernomor(baru)
        if not normalkan_nama(baru):
            raise KinerjaError("galat.nama_kosong")
        if baru == lama.nama:
            raise KinerjaError("galat.satuan_ada", nama=lama.nama, kode=kode)
        _tolak_nama(koneksi, units, baru, lama.jenis, kode)
        tulis.insert_alias(koneksi, {lama.nama: kode})
        koneksi.execute("update unit set nama = ? where kode = ?", [baru, kode])
        return f"{lama.nama} → {baru}"

    return _terbitkan(folder, "ganti_nama", lambda: kode, ubah, oleh, pada)


def gabung(folder: Path, kode: str, ke: str, mulai_bulan: int, oleh: str, pada: datetime | None = None) -> int:
    """Number of a new snapshot where ``kode`` ends before ``mulai_bulan`` and ``ke`` takes over its work.

    Figures and names of the old unit stay its own; a later file that names it is refused and told the successor.
    """
    akhir = geser_bulan(_bulan(mulai_bulan), -1)

    def ubah(koneksi: Koneksi, units: Units) -> str:
        lama, baru = _unit(units, kode), _unit(units, ke)
        if kode == ke or baru.jenis != lama.jenis or not baru.berlaku_dari <= mulai_bulan <= baru.berlaku_sampai:
            raise KinerjaError("galat.gabung_ke", lama=lama.nama, baru=baru.nama)
        _tutup(koneksi, units, lama, akhir)
        koneksi.execute("update unit set penerus = ? where kode = ?", [ke, kode])
        return f"{ke} {rentang(mulai_bulan, mulai_bulan).kode}"

    return _terbitkan(folder, "gabung", lambda: kode, ubah, oleh, pada, ulang=True)


def tutup(folder: Path, kode: str, akhir_bulan: int, oleh: str, pada: datetime | None = None) -> int:
    """Number of a new snapshot where the unit exists to ``akhir_bulan`` (YYYYMM) and no longer."""
    _bulan(akhir_bulan)

    def ubah(koneksi: Koneksi, units: Units) -> str:
        _tutup(koneksi, units, _unit(units, kode), akhir_bulan)
        return rentang(akhir_bulan, akhir_bulan).kode

    return _terbitkan(folder, "tutup_unit", lambda: kode, ubah, oleh, pada, ulang=True)


def buka_kembali(folder: Path, kode: str, oleh: str, pada: datetime | None = None) -> int:
    """Number of a new snapshot where a closed or merged unit goes on: the way back from a mistake."""

    def ubah(koneksi: Koneksi, units: Units) -> str:
        if _unit(units, kode).berlaku_sampai == BULAN_AKHIR:
            raise KinerjaError("galat.satuan_terbuka", nama=units[kode].nama)
        koneksi.execute("update unit set berlaku_sampai = ?, penerus = '' where kode = ?", [BULAN_AKHIR, kode])
        return ""

    return _terbitkan(folder, "buka_unit", lambda: kode, ubah, oleh, pada, ulang=True)


def jawab_alias(folder: Path, nama: str, kode: str, oleh: str, pada: datetime | None = None) -> int:
    """Number of a new snapshot that knows ``nama`` as another name of the unit. A later answer replaces an earlier one.

    Raises ``KinerjaError`` when it is the official name of another unit: that one would go on winning.
    """

    def ubah(koneksi: Koneksi, units: Units) -> str:
        _unit(units, kode)
        tolak_bernomor(nama)
        kunci = normalkan_nama(nama)
        if not kunci:
            raise KinerjaError("galat.nama_kosong")
        lain = next((u for u in units.values() if normalkan_nama(u.nama) == kunci and u.kode != kode), None)
        if lain:
            raise KinerjaError("galat.satuan_ada", nama=lain.nama, kode=lain.kode)
        lama = queries.fetch_alias(koneksi).get(kunci, "")
        koneksi.execute("insert or replace into unit_alias values (?, ?, 0)", [kunci, kode])
        return f"{kunci}: {lama} → {kode}" if lama else kunci

    return _terbitkan(folder, "jawab_alias", lambda: kode, ubah, oleh, pada)


def _terbitkan(
    folder: Path,
    tindakan: str,
    objek: Callable[[], str],
    ubah: Callable[[Koneksi, Units], str],
    oleh: str,
    pada: datetime | None,
    *,
    ulang: bool = False,
) -> int:
    """``ubah`` gets the units and gives the details for the trail; ``ulang``: completeness changes in every mart."""

    def semua(koneksi: Koneksi) -> None:
        rincian = ubah(koneksi, {u.kode: u for u in queries.fetch_unit(koneksi)})
        ganti.insert_jejak(koneksi, tindakan, objek(), rincian, oleh, kini(pada))
        if ulang:
            bangun_mart(koneksi, registri().values())

    return ubah_nyata(folder, semua, pada)


def _unit(units: Units, kode: str) -> Unit:
    if kode not in units:
        raise KinerjaError("galat.satuan_tak_ada", kode=kode)
    return units[kode]


def _bulan(bulan: int) -> int:
    if not 1 <= bulan % 100 <= 12 or not 1900 <= bulan // 100 <= 9998:
        raise KinerjaError("galat.bulan", nilai=str(bulan))
    return bulan


def _tolak_nama(koneksi: Koneksi, units: Units, nama: str, jenis: str, kecuali: str) -> None:
    """A name that already stands for another unit, officially or as an alias, would be read as that one."""
    kunci = normalkan_nama(nama)
    pemilik = {u.kode for u in units.values() if normalkan_nama(u.nama) == kunci and u.jenis == jenis}
    if alias := queries.fetch_alias(koneksi).get(kunci):
        pemilik.add(alias)
    for lain in sorted(pemilik - {kecuali}):
        raise KinerjaError("galat.satuan_ada", nama=units[lain].nama, kode=lain)


def _tutup(koneksi: Koneksi, units: Units, unit: Unit, akhir: int) -> None:
    """Set the last month, unless something still hangs on the months after it."""
    if unit.induk is None or unit.kode == INDUK_UNIT_BARU:
        raise KinerjaError("galat.satuan_pokok", nama=unit.nama)
    if not unit.berlaku_dari <= akhir < BULAN_AKHIR:
        raise KinerjaError("galat.bulan", nilai=str(akhir))
    anak = [u.nama for u in units.values() if u.induk == unit.kode and u.berlaku_sampai > akhir]
    if anak:
        raise KinerjaError("galat.satuan_beranak", nama=unit.nama, anak=", ".join(anak[:3]), jumlah=len(anak))
    terakhir = queries.fetch_bulan_akhir_unit(koneksi, unit.kode)
    if terakhir is not None and terakhir > akhir:
        raise KinerjaError("galat.satuan_berangka", nama=unit.nama, bulan=rentang(terakhir, terakhir).kode)
    koneksi.execute("update unit set berlaku_sampai = ? where kode = ?", [akhir, unit.kode])
