"""The store's one secret: the key by which numbers of employees become internal codes. Never inside a snapshot."""

from __future__ import annotations

import os
import secrets
from hashlib import sha256
from pathlib import Path

from kinerja.domain.errors import StoreError

BERKAS = "kunci-pegawai"
_PANJANG = 32


def garam(folder: Path) -> bytes:
    """32 random bytes, the same for ever after: made once, readable by the owner only.

    A file of another size is refused, never replaced: with another key everybody would be somebody new.
    """
    jalur = folder / BERKAS
    if not jalur.exists():
        _buat(jalur)
    isi = jalur.read_bytes()
    if len(isi) != _PANJANG:
        raise StoreError("galat.kunci_pegawai_rusak", berkas=str(jalur))
    return isi


def sidik_garam(folder: Path) -> str:
    """What a store keeps of the key, to notice that it was lost: it tells nothing about the key."""
    return sha256(b"sidik\n" + garam(folder)).hexdigest()[:16]


def _buat(jalur: Path) -> None:
    """Written whole under a name of its own, then linked: of two who begin at once exactly one wins, for both."""
    jalur.parent.mkdir(parents=True, exist_ok=True)
    sementara = jalur.with_name(f"{BERKAS}.{os.getpid()}.{secrets.token_hex(4)}")
    try:
        berkas = os.open(sementara, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(berkas, "wb") as isi:
            isi.write(secrets.token_bytes(_PANJANG))
            isi.flush()
            os.fsync(isi.fileno())
        os.link(sementara, jalur)
    except FileExistsError:
        return
    except OSError as galat:
        raise StoreError("galat.store_tulis") from galat
    finally:
        sementara.unlink(missing_ok=True)
