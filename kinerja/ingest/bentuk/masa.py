"""The period of a row about people: one that a figure may have, and not another month than its sheet is named by."""

from __future__ import annotations

from kinerja.domain.periode import LAMA, Periode
from kinerja.ingest.periode_teks import periode_dari_judul
from kinerja.ingest.peta.terap import PembacaPeta
from kinerja.ingest.peta.waktu import periode_dari_nama


class Masa:
    """Periods of one sheet. A sheet "Feb" with "Januari" inside was copied and not finished: that is asked, once."""

    def __init__(self, pembaca: PembacaPeta) -> None:
        self.pembaca = pembaca
        self._sah: dict[Periode, Periode | None] = {}

    def periode(self, nomor: int) -> Periode | None:
        """The period of this row; None with the problem noted, once for each period."""
        masa = self.pembaca.periode(nomor)
        if masa is None:
            return None
        if masa not in self._sah:
            self._sah[masa] = masa if self._boleh(nomor, masa) else None
        return self._sah[masa]

    def _boleh(self, nomor: int, masa: Periode) -> bool:
        if masa.jenis == "kumulatif" or masa.panjang not in LAMA:
            self.pembaca.catat("masalah.periode_kumulatif", nomor)
            return False
        lain = self._nama_lain(masa)
        if lain is not None:
            self.pembaca.catat("masalah.bulan_lembar_beda", nomor, lembar_menyebut=lain.kode, baris_menyebut=masa.kode)
        return lain is None

    def _nama_lain(self, masa: Periode) -> Periode | None:
        """The month the sheet's name or its title says, when it is another one than the row's."""
        peta, lembar = self.pembaca.peta, self.pembaca.lembar
        disebut = [periode_dari_nama(lembar.nama, (), masa)]
        if peta.periode.dari == "lembar":
            disebut.append(periode_dari_judul(self.pembaca.judul))
        return next((p for p in disebut if p and p.panjang == 1 and p != masa and masa.panjang == 1), None)
