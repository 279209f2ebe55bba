"""What one run over one file shares: the reference lists, the options, the growing result, the unit matcher."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePath

from kinerja.domain.fakta import Masalah
from kinerja.domain.periode import Periode
from kinerja.ingest.periode_judul import baca_judul
from kinerja.ingest.peta.waktu import periode_dari_nama
from kinerja.ingest.tipe import Opsi, Rujukan, Tampung, ringkas
from kinerja.ingest.unit_cocok import Pencocok


@dataclass
class Konteks:
    rujukan: Rujukan
    opsi: Opsi
    berkas: str = ""
    kemajuan: Callable[[float], None] | None = None
    hasil: Tampung = field(default_factory=Tampung)
    pencocok: Pencocok = field(init=False)
    tahun_ragu: dict[Periode, Masalah] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.pencocok = Pencocok(self.rujukan, self.opsi)

    def maju(self, bagian: float) -> None:
        """Tell whoever waits how much of the file has been read, 0 to 1."""
        if self.kemajuan:
            self.kemajuan(min(max(bagian, 0.0), 1.0))

    def periode_tabel(self, judul: tuple[str, ...], lembar: str) -> Periode | None:
        """The period of a printed table: from its title, or as given; None with the problem noted."""
        tertulis, diberi = baca_judul(judul), self.opsi.periode
        if diberi:
            return self.periode_dipilih(tertulis.periode, diberi, lembar)
        if tertulis.periode is None:
            self.catat_tanpa_periode(tertulis.ragu, lembar)
            return None
        return tertulis.periode if self.nama_sejalan(tertulis.periode, lembar) else None

    def periode_dipilih(self, tertulis: Periode | None, diberi: Periode, lembar: str) -> Periode | None:
        """What the person chose, unless the file says something else; a mere year in the title may be chosen from."""
        if tertulis is None or tertulis == diberi or (tertulis.panjang == 12 and tertulis.tahun == diberi.tahun):
            return diberi
        self.hasil.catat("masalah.periode_beda", lembar=lembar, berkas=tertulis.kode, pilihan=diberi.kode)
        return None

    def catat_tanpa_periode(self, ragu: str, lembar: str) -> None:
        if ragu:
            self.hasil.catat("masalah.periode_ragu", lembar=lembar, nilai=ragu)
        else:
            self.hasil.catat("masalah.periode_tak_ada", lembar=lembar)

    def nama_sejalan(self, periode: Periode, lembar: str) -> bool:
        """Do the sheet's and the file's name agree? A form copied from last month or year often keeps one of them.

        Another period in the sheet's name stops the reading, in the file's name it is a warning. A whole year is kept
        in mind: see ``ingat_tahun``.
        """
        if not self.lembar_sejalan(periode, lembar):
            return False
        if periode.panjang == 12:
            self.ingat_tahun(periode, lembar)
        self.berkas_sejalan(periode, lembar)
        return True

    def lembar_sejalan(self, periode: Periode, lembar: str) -> bool:
        """False, with the problem noted, where the sheet's name says another period."""
        lain = periode_dari_nama(lembar, (), periode)
        if lain is None or not _beda(periode, lain):
            return True
        self.hasil.catat("masalah.judul_lembar_beda", lembar=lembar, judul=periode.kode, nama=lain.kode)
        return False

    def berkas_sejalan(self, periode: Periode, lembar: str) -> None:
        """A warning where the file's name says another period; it may be that of printing or of the publication."""
        lain = periode_dari_nama(PurePath(self.berkas).stem, (), None)
        if lain and _beda(periode, lain):
            self.hasil.catat(
                "masalah.periode_nama_beda", "peringatan", lembar=lembar, isi=periode.kode, berkas=lain.kode
            )

    def ingat_tahun(self, periode: Periode, lembar: str) -> None:
        """Why figures of this whole year may be those of a part of it: asked only if there are such figures."""
        for nama in (lembar, PurePath(self.berkas).stem):
            lain = periode_dari_nama(nama, (), periode)
            if lain and lain.tahun == periode.tahun and lain.panjang < 12:
                args: dict[str, object] = {"nilai": periode.kode, "nama": ringkas(nama), "lain": lain.kode}
                self.tahun_ragu[periode] = Masalah("masalah.tahun_atau_bulan", lembar=lembar, args=args)
                return
        if periode.sampai > self.opsi.hari.year * 100 + self.opsi.hari.month:
            args = {"nilai": periode.kode}
            self.tahun_ragu[periode] = Masalah("masalah.tahun_berjalan", lembar=lembar, args=args)


def _beda(satu: Periode, lain: Periode) -> bool:
    """Two of one length that are not the same, or two of which neither holds the other."""
    if satu.panjang == lain.panjang:
        return satu != lain
    dalam, luar = sorted((satu, lain), key=lambda p: p.panjang)
    return not luar.dari <= dalam.dari <= dalam.sampai <= luar.sampai
