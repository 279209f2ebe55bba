"""Words of a visit register → codes of the table *kunjungan*: '' for a blank, None for a word to ask about."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from kinerja.ingest.angka import sel_kosong
from kinerja.ingest.bentuk.orang import teks_aman
from kinerja.ingest.bentuk.register_umur import UMUR, baca_umur
from kinerja.ingest.peta.baris_kata import baris_total
from kinerja.ingest.tipe import Sel, teks_sel

Baca = Callable[[Sel], str | None]
PANJANG_POLI = 60

_LAKI = frozenset(("l", "lk", "laki", "lakilaki", "pria", "male", "m"))
_PEREMPUAN = frozenset(("p", "pr", "perempuan", "wanita", "female", "f"))
_BARU = frozenset(("baru", "pertama", "b", "br", "new"))
_LAMA = frozenset(("lama", "kontrol", "l", "lm", "ulang", "ulangan", "lanjutan", "old"))
_PENGANTAR = frozenset(("pasien", "kunjungan", "kunj"))
_BPJS = frozenset(("bpjs", "jkn", "kis", "pbi", "nonpbi"))
_UMUM = frozenset(("umum", "tunai", "bayar", "mandiri", "cash", "pribadi", "sendiri"))
_LAIN = frozenset(
    (
        *("asuransi", "gratis", "bebas", "lain", "lainnya", "askes", "jamkesda", "jamkesmas", "jampersal", "sktm"),
        *("jamsostek", "jasa", "raharja", "ketenagakerjaan", "perusahaan", "dinas", "swasta", "inhealth", "taspen"),
    )
)
_TIDAK = frozenset(("tidak", "tanpa", "bebas"))
_ISIAN_BAYAR = frozenset(("pasien", "peserta", "biaya", "secara", "cara", "non"))
_LUAR = re.compile(
    r"\b(?:luar gedung|posyandu|puskel|pusling|puskesmas keliling|kunjungan rumah|home ?visit|home ?care)\b"
)
_DALAM = re.compile(r"\bdalam gedung\b")
_GEDUNG: Mapping[str, str] = MappingProxyType({"dalam": "dalam", "dg": "dalam", "luar": "luar", "lg": "luar"})
_INAP = re.compile(r"\b(?:(?:rawat)?inap|ranap)\b")
_JALAN = re.compile(r"\b(?:rawat ?jalan|rajal|r jalan)\b")
_LAYANAN: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("inap", "ri"), "rawat_inap"),
        **dict.fromkeys(("jalan", "rj", "igd", "ugd", "gawat darurat"), "rawat_jalan"),
    }
)
_SINGKATAN = frozenset(
    (
        *("kia", "ugd", "igd", "iva", "anc", "usg", "poned", "ims", "hiv", "aids", "bpu", "imt", "ispa", "mcu", "ukp"),
        *("ukm", "ukgs", "uks", "odgj", "iud", "pitc"),
    )
)
"""Capitals in the name of a poli; words without a vowel (KB, MTBS, PKPR) are written so anyway."""


def kata(sel: Sel) -> str:
    """The cell in small letters and digits, single blanks."""
    return re.sub(r"[\W_]+", " ", teks_sel(sel).lower()).strip()


def _semua(token: list[str], *pilihan: tuple[frozenset[str], str]) -> str | None:
    """The code of the one set that holds all of these words."""
    return next((kode for himpunan, kode in pilihan if token and himpunan.issuperset(token)), None)


def baca_jk(sel: Sel) -> str | None:
    """L or P. A bare 1 or 2 is asked about: offices number the sexes either way."""
    if sel_kosong(sel):
        return ""
    return _semua(re.findall(r"[^\W\d_]+", teks_sel(sel).lower()), (_LAKI, "L"), (_PEREMPUAN, "P"))


def baca_pasien(sel: Sel) -> str | None:
    """New or known patient. A new *case* is something else, so that word is asked about."""
    if sel_kosong(sel):
        return ""
    token = [t for t in kata(sel).split() if t not in _PENGANTAR]
    return _semua(token, (_BARU, "baru"), (_LAMA, "lama"))


def baca_bayar(sel: Sel) -> str | None:
    """bpjs, umum, lain. "Non BPJS" only says who does not pay, so it is asked about."""
    if sel_kosong(sel):
        return ""
    teks = re.sub(r"\bnon ?pbi\b", "nonpbi", kata(sel))
    token = re.sub(r"\b(?:non|bukan) ?(?:bpjs|jkn|kis|pbi)\b", "non", teks).split()
    if _TIDAK.intersection(token) and not _BPJS.intersection(token):
        return "lain" if {"bayar", "biaya"}.intersection(token) else None
    if "ketenagakerjaan" in token:
        return "lain"
    bpjs, umum, lain = (himpunan.intersection(token) for himpunan in (_BPJS, _UMUM, _LAIN))
    if bpjs and not lain and umum <= {"mandiri"}:
        return "bpjs"
    if umum and not bpjs and (_UMUM | _ISIAN_BAYAR).issuperset(token):
        return "umum"
    return "lain" if lain and not bpjs and not umum else None


def baca_gedung(sel: Sel) -> str | None:
    if sel_kosong(sel):
        return ""
    return _GEDUNG.get(kata(sel)) or gedung_poli(teks_sel(sel)) or None


def baca_layanan(sel: Sel) -> str | None:
    if sel_kosong(sel):
        return ""
    return _LAYANAN.get(kata(sel)) or layanan_poli(teks_sel(sel)) or None


def gedung_poli(teks: str) -> str:
    """What the name of a poli says of the place: 'luar', 'dalam', or '' for nothing."""
    polos = kata(teks)
    return "luar" if _LUAR.search(polos) else "dalam" if _DALAM.search(polos) else ""


def layanan_poli(teks: str) -> str:
    """What the name of a poli says of the kind of care, '' for nothing or for both."""
    polos = kata(teks)
    inap, jalan = _INAP.search(polos), _JALAN.search(polos)
    if bool(inap) == bool(jalan):
        return ""
    return "rawat_inap" if inap else "rawat_jalan"


def baca_poli(sel: Sel) -> str | None:
    """The name of a poli in one spelling: "POLI UMUM" and "poli umum" are the same. None for what cannot be a name."""
    if sel_kosong(sel):
        return ""
    if not isinstance(sel, str) or len(sel.strip()) > PANJANG_POLI or baris_total([sel], lambda _: False):
        return None
    teks = teks_aman(sel, PANJANG_POLI)
    if not re.search(r"[^\W\d_]", teks) or (_INAP.search(kata(teks)) and _JALAN.search(kata(teks))):
        return None
    return re.sub(r"[^\W\d_]+", _huruf, teks)


def _huruf(cocok: re.Match[str]) -> str:
    satu = cocok[0].lower()
    singkat = satu in _SINGKATAN or (len(satu) > 1 and not re.search(r"[aeiou]", satu))
    return satu.upper() if singkat else satu.capitalize()


KODE: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "umur": UMUR,
        "jk": ("", "L", "P"),
        "pasien": ("", "baru", "lama"),
        "bayar": ("", "bpjs", "umum", "lain"),
        "gedung": ("", "dalam", "luar"),
        "layanan": ("", "rawat_jalan", "rawat_inap"),
    }
)
"""Codes of every dimension with a closed list, '' first."""
BACA: Mapping[str, Baca] = MappingProxyType(
    {
        "umur": baca_umur,
        "jk": baca_jk,
        "pasien": baca_pasien,
        "bayar": baca_bayar,
        "gedung": baca_gedung,
        "layanan": baca_layanan,
    }
)
_LEGENDA = re.compile(r"(?<![0-9])([0-9])\s*[=:.)\-]?\s*([A-Z][A-Z \-]*)")


def legenda(judul: str, baca: Baca) -> dict[str, str]:
    """What a header says of its numbers: "JENIS KELAMIN (1 = LAKI-LAKI, 2 = PEREMPUAN)" → {"1": "L", "2": "P"}."""
    return {angka: kode for angka, teks in _LEGENDA.findall(judul.upper()) if (kode := baca(teks.strip()))}
