"""Names of what a mapping knows: kinds of content, meanings of columns, codes; in the reader's language."""

from __future__ import annotations

from collections.abc import Sequence

from kinerja.domain.perilaku import NILAI
from kinerja.domain.pola import PREDIKAT_ORGANISASI
from kinerja.i18n import daftar_kunci
from kinerja.indikator.registry import registri
from kinerja.ingest.bentuk import gelombang, kegiatan
from kinerja.ingest.bentuk.butir import ASPEK
from kinerja.ingest.bentuk.pelaporan import JENIS
from kinerja.ingest.bentuk.unsur import UNSUR
from kinerja.ingest.peta.model import Bentuk
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.teks import t

_RATING = ("di atas ekspektasi", "sesuai ekspektasi", "di bawah ekspektasi")
KATA: dict[str, tuple[str, ...]] = {
    "jk": ("L", "P"),
    "bayar": ("bpjs", "umum", "lain"),
    "pasien": ("baru", "lama"),
    "gedung": ("dalam", "luar"),
    "layanan": ("rawat_jalan", "rawat_inap"),
    "unsur": ("1", "2", "3", "4", "0"),
    "hasil_kerja": _RATING,
    "perilaku": _RATING,
    "jenis": JENIS,
    "arah": ("naik", "turun"),
    "status": ("PNS", "PPPK"),
    "aspek": ASPEK,
    "cara": gelombang.CARA,
}
"""Meaning of a column → codes that a word in it may be explained by."""
_HANYA: dict[str, Bentuk] = {"layanan": "register", "jenis": "pelaporan"}
_KHUSUS: dict[tuple[Bentuk, str], tuple[str, ...]] = {
    ("perilaku", "jenis"): NILAI,
    ("perilaku", "nilai"): _RATING,
    ("penilaian", "nilai"): _RATING,
    ("kegiatan", "jenis"): kegiatan.JENIS,
    ("organisasi", "predikat"): PREDIKAT_ORGANISASI,
}
"""The same where the kind of content decides what the words mean."""


def nama_bentuk(lk: Lingkup, bentuk: str) -> str:
    return t(lk, f"peta.bentuk_{bentuk}")


def nama_isi(lk: Lingkup, bentuk: str, isi: str) -> str:
    """What a column means, in the words of its kind of content where they differ."""
    khusus = f"peta.isi_{bentuk}_{isi}"
    return t(lk, khusus) if khusus in daftar_kunci(lk.bahasa) else t(lk, f"peta.isi_{isi}")


def pilihan_kode(jenis: str, isi: str) -> list[str]:
    """Codes that may stand beside a meaning."""
    if jenis == "unsur":
        return list(UNSUR)
    if jenis == "laporan":
        return list(JENIS)
    if jenis == "nilai":
        return list(NILAI)
    return [k for k, ind in registri().items() if isi == "target" or ind.bentuk != "rerata_rasio"]


def nama_kode(lk: Lingkup, jenis: str, kode: str) -> str:
    if jenis == "unsur":
        return t(lk, f"unsur.{kode}")
    if jenis == "laporan":
        return t(lk, f"peta.laporan_{kode}")
    if jenis == "nilai":
        return t(lk, f"peta.kata_{kode}")
    return registri()[kode].nama.dalam(lk.bahasa) if kode in registri() else kode


def kode_kata(bentuk: Bentuk, isi: str) -> Sequence[str]:
    """Codes that words of a column with this meaning may stand for; () where words are taken as they are."""
    if isi == "indikator":
        return (*pilihan_kode("indikator", "pembilang"), "abaikan")
    if (bentuk, isi) in _KHUSUS:
        return _KHUSUS[bentuk, isi]
    return KATA.get(isi, ()) if _HANYA.get(isi, bentuk) == bentuk else ()


def nama_kata(lk: Lingkup, isi: str, kode: str) -> str:
    """A code that explains a word, in words itself."""
    if isi == "indikator":
        return t(lk, "peta.kata_abaikan") if kode == "abaikan" else nama_kode(lk, "indikator", kode)
    if isi == "jenis" and kode in JENIS:
        return nama_kode(lk, "laporan", kode)
    return t(lk, f"peta.kata_{kode.replace(' ', '_')}")
