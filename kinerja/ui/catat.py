"""The database of what people write, for pages: its engine, its clock, who looked at whose data, names, deadlines."""

from __future__ import annotations

import os
import threading
from datetime import UTC, date, datetime

from kinerja.catatan import contoh
from kinerja.catatan.jejak import Tindakan, catat_akses
from kinerja.catatan.mesin import Mesin, alamat, buka
from kinerja.catatan.nama import fetch_nama
from kinerja.domain.akses import boleh
from kinerja.domain.ambang import Ambang, cari_ambang
from kinerja.domain.errors import CatatanError, KinerjaError
from kinerja.domain.hari_kerja import tenggat
from kinerja.domain.periode import WIB
from kinerja.store.lokasi import folder_data
from kinerja.ui import catat_contoh, sumber_asn
from kinerja.ui.lingkup import Lingkup

_siap: set[tuple[int, str, bool]] = set()
_gembok = threading.Lock()


def kini() -> datetime:
    """Now, UTC: the one clock of everything that is written on pages."""
    return datetime.now(UTC)


def hari_ini() -> date:
    """The office's today."""
    return kini().astimezone(WIB).date()


def mesin(lk: Lingkup) -> Mesin:
    """The engine of this process. Raises ``CatatanError`` where the database cannot be reached.

    Beside sample data it holds synthetic feedback, sown once; beside real data none.
    """
    folder = folder_data()
    hasil = buka(folder)
    tanda = (os.getpid(), alamat(folder).render_as_string(hide_password=True), lk.isi.contoh)
    with _gembok:
        if tanda not in _siap:
            _sesuaikan(lk, hasil)
            _siap.add(tanda)
            _siap.discard((*tanda[:2], not lk.isi.contoh))
    return hasil


def _sesuaikan(lk: Lingkup, hasil: Mesin) -> None:
    if lk.isi.contoh:
        contoh.isi_contoh(hasil, catat_contoh.calon(lk.isi))
    else:
        contoh.hapus_contoh(hasil)


def jejak(lk: Lingkup, tindakan: Tindakan, pegawai: str = "", unit: str = "", rincian: str = "") -> None:
    """Note what the viewer did with the data of a person or of a unit's people; figures are shown even without it."""
    try:
        catat_akses(lk.akses, mesin(lk), tindakan, pegawai=pegawai, unit=unit, rincian=rincian, pada=kini())
    except CatatanError:
        return


def nama(lk: Lingkup, kode: str) -> str:
    """The name of a person this viewer may see by name; else the code."""
    if lk.isi.contoh or not boleh(lk.akses, "lihat_nama"):  # the sample has no names
        return kode
    try:
        if not sumber_asn.boleh_lihat(lk.akses, lk.isi, kode):
            return kode
        ada = fetch_nama(lk.akses, mesin(lk), [kode]).get(kode)
    except CatatanError:
        return kode
    return f"{ada.nama} ({kode})" if ada else kode


def ambang_keberatan(hari: date) -> Ambang | None:
    """The row that says within how many working days one may object."""
    return cari_ambang("evaluasi.dokumen", hari.year * 100 + hari.month)


def batas_keberatan(lk: Lingkup, dibuat: datetime) -> date | None:
    """Last day to object to feedback sent at ``dibuat``; None where the calendar does not reach so far."""
    hari = dibuat.astimezone(WIB).date()
    ambang, kalender = ambang_keberatan(hari), sumber_asn.kalender(lk.akses, lk.isi)
    if ambang is None or kalender is None:
        return None
    try:
        return tenggat(hari, int(ambang.nilai), kalender)
    except KinerjaError:
        return None
