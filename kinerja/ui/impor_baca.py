"""Reading what was chosen, one file after the other in a worker process, so that the page stays usable for everybody.

A run waits a moment: most files are read by then. For the others it draws a bar that moves by itself, and a button.
"""

from __future__ import annotations

import hashlib
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

import streamlit as st

from kinerja import ingest
from kinerja.domain.errors import KinerjaError
from kinerja.domain.fakta import HasilBaca, Masalah
from kinerja.indikator import terbit
from kinerja.ingest import kerja
from kinerja.ingest.kerja import Tugas
from kinerja.store.lokasi import folder_data
from kinerja.ui.aman import polos
from kinerja.ui.impor_berkas import Berkas
from kinerja.ui.impor_isian import lupakan_selain, opsi
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.teks import t

_SABAR, _LANGKAH, _DETAK = 1.2, 0.03, 0.4  # seconds: a run's patience, between two looks, between two of the bar


@dataclass
class Bacaan:
    """One file on its way: what it is read with, the worker, and in the end the result."""

    nama: str
    kunci: str
    tugas: Tugas
    hasil: HasilBaca | None = None

    def lihat(self) -> bool:
        """Is it done? A worker that died leaves a result that says so."""
        if self.hasil is None and self.tugas.selesai():
            try:
                self.hasil = self.tugas.hasil()
            except KinerjaError as galat:
                self.hasil = HasilBaca("", self.nama, "", (), masalah=(Masalah(galat.kunci, args=galat.args_kunci),))
        return self.hasil is not None


@dataclass
class Antrean:
    """Files of this session, read one at a time. ``tetap``: files stored already, which are not read again."""

    berkas: tuple[Berkas, ...] = ()
    kunci: dict[str, str] = field(default_factory=dict)
    bacaan: dict[str, Bacaan] = field(default_factory=dict)
    henti: set[str] = field(default_factory=set)
    rujukan: ingest.Rujukan | None = None

    def hasil(self) -> dict[str, HasilBaca]:
        return {k: b.hasil for k, b in self.bacaan.items() if b.hasil is not None}

    def menunggu(self) -> list[Berkas]:
        """Files without a result that nobody stopped."""
        ada = self.hasil()
        return [b for b in self.berkas if b.kode not in ada and b.kode not in self.henti]

    def maju(self) -> bool:
        """Look at the worker, start the next file; True when there is nothing left to do."""
        berjalan = [b for b in self.bacaan.values() if not b.lihat()]
        sisa = self.menunggu()
        if not berjalan and sisa and self.rujukan:
            self.bacaan[sisa[0].kode] = _mulai(sisa[0], self.rujukan, self.kunci[sisa[0].kode])
        return not sisa

    def tunggu(self, detik: float) -> bool:
        """True when everything was read within so many seconds."""
        akhir = time.monotonic() + detik
        while not self.maju():
            if time.monotonic() >= akhir:
                return False
            time.sleep(_LANGKAH)
        return True

    def hentikan(self) -> None:
        """Stop the worker and forget the queue; what is read stays."""
        for berkas in self.menunggu():
            self.henti.add(berkas.kode)
            if satu := self.bacaan.pop(berkas.kode, None):
                satu.tugas.batalkan()

    def lanjutkan(self) -> None:
        self.henti.clear()


def _mulai(berkas: Berkas, rujukan: ingest.Rujukan, kunci: str) -> Bacaan:
    with tempfile.TemporaryDirectory(prefix="kinerja-") as folder:
        jalur = Path(folder) / "unggahan"  # the name a person gave is text, never a path
        jalur.write_bytes(berkas.isi)
        return Bacaan(berkas.nama, kunci, kerja.mulai(jalur, berkas.nama, rujukan, opsi(berkas.kode)))


def antrean() -> Antrean:
    return cast("Antrean", st.session_state.setdefault("impor_antrean", Antrean()))


def baca(lk: Lingkup, berkas: Sequence[Berkas], tetap: Mapping[str, object]) -> dict[str, HasilBaca]:
    """Results by kode, as far as they are there; draws the progress of the rest.

    A file is read again when an answer about it changes, or the units and layouts it is read against.
    """
    a = antrean()
    lupakan_selain([b.kode for b in berkas])
    rujukan, sidik = rujukan_kini(lk)
    a.berkas, a.rujukan = tuple(berkas), rujukan
    a.kunci = {b.kode: f"{opsi(b.kode)!r} {sidik}" for b in berkas}
    for kode in list(a.bacaan):
        basi = kode not in a.kunci or (a.bacaan[kode].kunci != a.kunci[kode] and kode not in tetap)
        if basi:
            a.bacaan.pop(kode).tugas.batalkan()
    a.henti &= set(a.kunci)
    membaca = bool(berkas) and not a.tunggu(_SABAR)
    with st.container(key="baca"):
        # Always drawn: a fragment that vanishes may still be asked to run, and Streamlit then forgets all widgets.
        st.fragment(_kemajuan, run_every=_DETAK if membaca else None)(lk, membaca=membaca)
    if a.henti:
        _dihentikan(lk, len(a.henti))
    return a.hasil()


def rujukan_kini(lk: Lingkup) -> tuple[ingest.Rujukan, str]:
    """What files are read against, and a fingerprint of it: another snapshot with the same lists is no reason to read
    everything again."""
    simpanan = st.session_state.get("impor_rujukan")
    if not simpanan or simpanan[0] != lk.isi.nomor:
        rujukan = ingest.Rujukan(**terbit.rujukan(folder_data()))
        isi = repr((rujukan.units, sorted(rujukan.alias.items()), sorted(rujukan.tata_letak.items())))
        simpanan = (lk.isi.nomor, rujukan, hashlib.sha256(isi.encode()).hexdigest()[:16])
        st.session_state["impor_rujukan"] = simpanan
    return simpanan[1], simpanan[2]


def _kemajuan(lk: Lingkup, *, membaca: bool) -> None:
    """The bar of the file that is read now; it looks again by itself and brings the page back at the end."""
    if not membaca:
        return
    a = antrean()
    if a.maju():
        st.rerun()
    sisa, semua = a.menunggu(), len(a.berkas) - len(a.henti)
    sudah = semua - len(sisa)
    kini = a.bacaan.get(sisa[0].kode)
    bagian = (kini.tugas.kemajuan() if kini else None) or 0.0  # None: a spreadsheet cannot tell
    kunci = "impor.membaca" if semua == 1 else "impor.membaca_banyak"
    with st.container(border=True, key="kemajuan_baca"):
        teks = t(lk, kunci, berkas=polos(sisa[0].nama), ke=sudah + 1, semua=semua)
        st.progress((sudah + bagian) / max(semua, 1), text=teks)
        st.button(t(lk, "impor.hentikan"), icon=":material/stop_circle:", key="impor_hentikan", on_click=a.hentikan)


def _dihentikan(lk: Lingkup, jumlah: int) -> None:
    with st.container(border=True, key="baca_dihentikan", horizontal=True, vertical_alignment="center"):
        st.markdown(t(lk, "impor.dihentikan", jumlah=jumlah))
        st.button(
            t(lk, "impor.lanjutkan"), icon=":material/play_circle:", key="impor_lanjutkan", on_click=antrean().lanjutkan
        )
