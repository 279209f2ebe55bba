"""Every problem and every reason for leaving something out has its sentence in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kinerja.i18n import daftar_kunci
from kinerja.ingest import saring

PAKET = Path(saring.__file__).parent
RULES = [*PAKET.rglob("*.py"), *PAKET.parent.joinpath("indikator").glob("*.*")]
KODE = "".join(berkas.read_text(encoding="utf-8") for berkas in RULES)
DIPAKAI = set(re.findall(r'"((?:masalah|dibuang)\.[a-z0-9_]+)"', KODE)) | {
    f"dibuang.{jenis}" for jenis in saring.JENIS_DIBUANG
}


@pytest.mark.parametrize("bahasa", ["id", "en"])
def test_every_key_of_the_package_has_a_sentence_and_no_sentence_is_unused(bahasa: str) -> None:
    ada = {k for k in daftar_kunci(bahasa) if k.startswith(("masalah.", "dibuang."))}  # type: ignore[arg-type]
    assert ada == DIPAKAI


def test_both_languages_have_the_same_keys_and_placeholders() -> None:
    indonesia, inggris = daftar_kunci("id"), daftar_kunci("en")
    for kunci in DIPAKAI | {k for k in indonesia if k.startswith("templat.")}:
        assert set(re.findall(r"{(\w+)}", indonesia[kunci])) == set(re.findall(r"{(\w+)}", inggris[kunci])), kunci


def test_a_problem_says_what_to_do() -> None:
    """A sentence that asks for an action holds a second part: a full stop, a semicolon or a colon inside."""
    for kunci, kalimat in daftar_kunci("id").items():
        if kunci.startswith("masalah."):
            assert re.search(r"[.;:] \S", kalimat.rstrip(".")), (kunci, kalimat)
