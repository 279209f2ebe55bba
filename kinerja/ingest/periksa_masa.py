"""What a file says about time, judged when all of it is read: months to come, zeros nobody filled in, whole years."""

from __future__ import annotations

from kinerja.domain.fakta import KOLOM_TABEL, Fakta, TargetBaru, kolom_masa
from kinerja.domain.periode import rentang
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.tipe import Tampung


def periksa_masa_depan(konteks: Konteks) -> None:
    """A figure that begins after today is a slip of the year: it would be the last month of every page.

    The zeros that a formula leaves in the months to come of a yearly recap are blanks; they are named and left out.
    So are those of the running month, where the recap has counts in the months before it and only zeros in this.
    """
    bulan = konteks.opsi.hari.year * 100 + konteks.opsi.hari.month
    semua = konteks.hasil.fakta
    salah = next((f for f in semua if f.dari > bulan and f.pembilang), None)
    if salah is not None:
        kode = rentang(salah.dari, salah.sampai).kode
        konteks.hasil.catat("masalah.masa_depan", nilai=kode, periode=kode)
        return
    nihil = _hanya_nol(semua, bulan)
    kosong = [f for f in semua if f.dari > bulan or (f.dari == f.sampai == bulan and f.indikator in nihil)]
    if kosong:
        dibuang = set(map(id, kosong))
        semua[:] = [f for f in semua if id(f) not in dibuang]
        kode = rentang(kosong[0].dari, kosong[0].sampai).kode
        konteks.hasil.catat("masalah.nol_masa_depan", "info", nilai=kode, periode=kode, jumlah=len(kosong))


def _hanya_nol(fakta: list[Fakta], bulan: int) -> set[str]:
    """Indikator with counts before this month and nothing but zeros in it."""
    isi = {f.indikator for f in fakta if f.dari == f.sampai == bulan and f.pembilang}
    dulu = {f.indikator for f in fakta if f.sampai < bulan and f.pembilang}
    return dulu - isi


def periksa_nol(konteks: Konteks) -> None:
    """The last month over in which every unit has a zero, where the month before had counts: perhaps not filled in."""
    bulan = konteks.opsi.hari.year * 100 + konteks.opsi.hari.month
    isi: dict[str, dict[int, dict[str, int]]] = {}
    for f in konteks.hasil.fakta:
        ind = konteks.rujukan.indikator.get(f.indikator)
        if f.dari == f.sampai < bulan and ind is not None and ind.bentuk == "jumlah":
            unit = isi.setdefault(f.indikator, {}).setdefault(f.dari, {})
            unit[f.unit] = unit.get(f.unit, 0) + f.pembilang
    for kode, per_bulan in isi.items():
        akhir = max(per_bulan)
        dulu = max((b for b in per_bulan if b < akhir), default=0)
        if len(per_bulan[akhir]) > 1 and dulu and not any(per_bulan[akhir].values()) and any(per_bulan[dulu].values()):
            konteks.hasil.catat(
                "masalah.nol_semua_unit", "peringatan", indikator=kode, periode=rentang(akhir, akhir).kode
            )


def periksa_tahun(konteks: Konteks) -> None:
    """Figures of a whole year, where only the title said so and the year is not over, or a name tells a month."""
    ada = {(dari, sampai) for _, dari, sampai in masa_unit(konteks.hasil)}
    konteks.hasil.masalah += [m for p, m in konteks.tahun_ragu.items() if (p.dari, p.sampai) in ada]


def masa_unit(hasil: Tampung) -> set[tuple[str, int, int]]:
    """Unit and span of every figure, target and row of a table."""
    semua: list[Fakta | TargetBaru] = [*hasil.fakta, *hasil.target]
    masa = {(satu.unit, satu.dari, satu.sampai) for satu in semua}
    for nama, baris in hasil.tabel.items():
        kolom, bulan = KOLOM_TABEL[nama], kolom_masa(nama)
        if bulan is None:
            continue
        unit, dari, sampai = (kolom.index(k) for k in ("unit", *bulan))
        masa |= {(str(b[unit]), int(str(b[dari])), int(str(b[sampai]))) for b in baris}
    return masa
