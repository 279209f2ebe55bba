"""What one run over one file shares: the reference lists, the options, the growing result, the unit matcher."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from kinerja.domain.periode import Periode
from kinerja.ingest.periode_teks import periode_dari_judul
from kinerja.ingest.tipe import Opsi, Rujukan, Tampung
from kinerja.ingest.unit_cocok import Pencocok


@dataclass
class Konteks:
    rujukan: Rujukan
    opsi: Opsi
    berkas: str = ""
    kemajuan: Callable[[float], None] | None = None
    hasil: Tampung = field(default_factory=Tampung)
    pencocok: Pencocok = field(init=False)

    def __post_init__(self) -> None:
        self.pencocok = Pencocok(self.rujukan, self.opsi)

    def maju(self, bagian: float) -> None:
        """Tell whoever waits how much of the file has been read, 0 to 1."""
        if self.kemajuan:
            self.kemajuan(min(max(bagian, 0.0), 1.0))

    def periode_tabel(self, judul: tuple[str, ...], lembar: str) -> Periode | None:
        """The period of a printed table: from its title, or as given; None with the problem noted."""
        tertulis, diberi = periode_dari_judul(judul), self.opsi.periode
        if tertulis and diberi and tertulis != diberi:
            self.hasil.catat("masalah.periode_beda", lembar=lembar, berkas=tertulis.kode, pilihan=diberi.kode)
            return None
        if not tertulis and not diberi:
            self.hasil.catat("masalah.periode_tak_ada", lembar=lembar)
        return tertulis or diberi
