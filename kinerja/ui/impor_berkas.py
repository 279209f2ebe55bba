"""The files of one upload: single ones and those inside a ZIP. Their bytes stay in memory, nothing is unpacked."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from kinerja.domain.fakta import Masalah
from kinerja.ingest.arsip import Dilewati, IsiArsip, berupa_arsip, buka_arsip
from kinerja.ingest.tolak import BerkasDitolakError
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.teks import t

JENIS = ["xlsx", "xls", "ods", "csv", "txt", "tsv", "zip"]
_ZIP = b"PK"


@dataclass(frozen=True)
class Berkas:
    """One file to read. ``kode`` is its name within the session: keys of widgets and answers are made of it."""

    kode: str
    nama: str
    isi: bytes = field(repr=False)


@dataclass(frozen=True)
class Unggahan:
    """What was chosen. ``ditolak``: archives that could not be opened; ``dilewati``: entries of archives left out."""

    berkas: tuple[Berkas, ...] = ()
    ditolak: tuple[tuple[str, Masalah], ...] = ()
    dilewati: tuple[Dilewati, ...] = ()
    arsip: bool = False

    @property
    def satu(self) -> Berkas | None:
        """The only file, when there is but one and nothing else to tell."""
        return self.berkas[0] if len(self.berkas) == 1 and not self.arsip else None


def pilih(lk: Lingkup) -> Unggahan:
    """Draw the field and return what is chosen in it."""
    unggahan = st.file_uploader(t(lk, "impor.pilih"), type=JENIS, accept_multiple_files=True, key=_kunci())
    return susun(unggahan)


def _kunci() -> str:
    """A fresh field after each stored file: the old file must not be offered again."""
    return f"unggah_{st.session_state.get('impor_ke', 0)}"


def kosongkan() -> None:
    """For callbacks: forget the chosen files."""
    st.session_state["impor_ke"] = st.session_state.get("impor_ke", 0) + 1


def susun(unggahan: Sequence[UploadedFile]) -> Unggahan:
    """The files in the order chosen; an archive stands for what is in it and is opened once."""
    lama: dict[str, IsiArsip | Masalah | None] = st.session_state.get("impor_arsip", {})
    arsip = {u.file_id: lama[u.file_id] if u.file_id in lama else _buka(u) for u in unggahan}
    st.session_state["impor_arsip"] = arsip
    berkas: list[Berkas] = []
    ditolak: list[tuple[str, Masalah]] = []
    dilewati: list[Dilewati] = []
    for u in unggahan:
        match arsip[u.file_id]:
            case None:
                berkas.append(Berkas(u.file_id, u.name, u.getvalue()))
            case Masalah() as masalah:
                ditolak.append((u.name, masalah))
            case isi:
                berkas += [Berkas(f"{u.file_id}_{n}", nama, b) for n, (nama, b) in enumerate(isi.berkas)]
                dilewati += isi.dilewati
    return Unggahan(tuple(berkas), tuple(ditolak), tuple(dilewati), arsip=any(arsip.values()))


def _buka(unggahan: UploadedFile) -> IsiArsip | Masalah | None:
    """What is in an archive, or why it cannot be opened; None for a file that is none."""
    isi = unggahan.getvalue()
    if not isi.startswith(_ZIP):
        return None
    with tempfile.TemporaryDirectory(prefix="kinerja-") as folder:
        jalur = Path(folder) / "unggahan"  # the name a person gave is text, never a path
        jalur.write_bytes(isi)
        if not berupa_arsip(jalur):
            return None
        try:
            return buka_arsip(jalur, unggahan.name)
        except BerkasDitolakError as galat:
            return Masalah(galat.kunci, args=galat.args_kunci)
