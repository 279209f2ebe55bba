"""Internal codes of employees. A NIP holds birth date and sex, so only a keyed hash of it is ever stored."""

from __future__ import annotations

import hmac
import re
from hashlib import sha256

from kinerja.domain.errors import KinerjaError

_KATA = 3
_GELAR = re.compile(r"^(?:(?:dr|drg|drs|dra|ir|prof|apt|ns|h|hj|bd)\.\s*)+")


def kode_pegawai(garam: bytes, nomor: str) -> str:
    """'P-' and 12 hexadecimal digits for an employee's number; blanks and dots in it make no difference.

    Raises ``KinerjaError('masalah.garam_tak_ada')`` without the store's secret: an unkeyed hash of a NIP is no secret.
    """
    return _kode(garam, re.sub(r"[^0-9]+", "", nomor))


def kode_nama(garam: bytes, nama: str, unit: str) -> str:
    """The same for somebody known by name only: the name without titles, within one unit."""
    return _kode(garam, f"nama\n{polos_nama(nama)}\n{unit}")


def sandi_nama(garam: bytes, nama: str) -> frozenset[str]:
    """The words of a name, each as a code of its own: enough to see that two names differ, and not to read one."""
    kata = polos_nama(nama).split() if garam else []
    return frozenset(_kode(garam, f"kata\n{k}") for k in kata if len(k) >= _KATA)


def polos_nama(nama: str) -> str:
    """The name for matching: lower case, without degrees behind a comma and titles in front, single blanks."""
    depan = _GELAR.sub("", " ".join(nama.lower().split(",")[0].split()))
    return re.sub(r"[^\w]+", " ", depan).strip()


def _kode(garam: bytes, isi: str) -> str:
    if not garam:
        raise KinerjaError("masalah.garam_tak_ada")
    return f"P-{hmac.new(garam, isi.encode(), sha256).hexdigest()[:12]}"
