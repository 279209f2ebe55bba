"""Names of employees on their way past the snapshots: kept in the notes with the batch that brought them."""

from __future__ import annotations

from pathlib import Path

from kinerja.catatan import mesin, nama
from kinerja.domain.akses import Akses, wajib
from kinerja.domain.errors import KinerjaError
from kinerja.domain.fakta import HasilBaca
from kinerja.indikator import terbit
from kinerja.store.koneksi import buka_aktif
from kinerja.store.tulis import sumber_muatan


def wajib_pegawai(akses: Akses, hasil: HasilBaca) -> None:
    """Raise ``AksesError`` where a list of employees is to be stored by somebody who keeps none."""
    if hasil.nama or hasil.tabel.get("pegawai"):
        wajib(akses, "impor_pegawai")


def simpan_nama(akses: Akses, folder: Path, hasil: HasilBaca, muatan: int, oleh: str, disetujui: str = "") -> None:
    """Keep the names of a stored batch; when that fails the batch is taken back and nothing is there."""
    if not hasil.nama:
        return
    try:
        nama.simpan_nama(akses, mesin.buka(folder), hasil.nama, muatan=muatan)
    except KinerjaError:
        terbit.batalkan(folder, muatan, oleh, disetujui=disetujui)
        raise


def batalkan(folder: Path, muatan: int, oleh: str, disetujui: str = "") -> int:
    """Number of the new snapshot without this batch. The names it brought go with it, whoever takes it back."""
    berpegawai = "pegawai" in sumber_muatan(buka_aktif(folder).kursor(), muatan)
    nomor = terbit.batalkan(folder, muatan, oleh, disetujui=disetujui)
    if berpegawai:
        nama.hapus_nama(Akses("kepegawaian"), mesin.buka(folder), muatan=muatan)
    return nomor
