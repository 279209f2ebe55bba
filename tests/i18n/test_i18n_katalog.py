"""The catalogs: the same keys and placeholders in both languages, and no key used that does not exist."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from kinerja.i18n import BAHASA, daftar_kunci, teks

AKAR = Path(__file__).resolve().parents[2]
ID, EN = daftar_kunci("id"), daftar_kunci("en")
GALAT = re.compile(r"(?:Kinerja|Store|Catatan|Akses|Definisi|BerkasDitolak)Error")
POLA_KUNCI = re.compile(r"[a-z_]+(?:\.[a-z0-9_\-]+)+")


def placeholder(isi: str) -> set[str]:
    return {nama for _, nama, _, _ in Formatter().parse(isi) if nama is not None}


def _nama(f: ast.expr) -> str:
    return f.id if isinstance(f, ast.Name) else f.attr if isinstance(f, ast.Attribute) else ""


def kunci_dalam(panggilan: ast.Call) -> ast.expr | None:
    """The argument that is a catalog key, if this call takes one."""
    nama, letak = _nama(panggilan.func), panggilan.args
    if nama in ("teks", "t") and len(letak) > 1:
        return letak[1]
    if (nama in ("Kalimat", "Masalah", "catat") or GALAT.fullmatch(nama)) and letak:
        return letak[0]
    if nama in ("buang", "Dibuang") and len(letak) > 4:
        return letak[4]
    return None


def pakai_kunci(sumber: str) -> Iterator[tuple[str, ast.Call]]:
    """Every literal catalog key of a source with the call it stands in; both arms of an ``a if x else b``."""
    for s in ast.walk(ast.parse(sumber)):
        kunci = kunci_dalam(s) if isinstance(s, ast.Call) else None
        calon = [kunci.body, kunci.orelse] if isinstance(kunci, ast.IfExp) else [kunci]
        for c in calon:
            if isinstance(s, ast.Call) and isinstance(c, ast.Constant) and isinstance(c.value, str):
                yield c.value, s


def pola_kunci(sumber: str) -> Iterator[re.Pattern[str]]:
    """Every catalog key written as an f-string, as the pattern of keys it may become."""
    for s in ast.walk(ast.parse(sumber)):
        kunci = kunci_dalam(s) if isinstance(s, ast.Call) else None
        if isinstance(kunci, ast.JoinedStr):
            bagian = [re.escape(str(v.value)) if isinstance(v, ast.Constant) else r"[\w\-.]+" for v in kunci.values]
            yield re.compile("".join(bagian))


def isian_kurang(panggilan: ast.Call, kunci: str) -> set[str]:
    """Placeholders of the text that a ``teks``/``t`` call does not fill; unknown when it passes ``**args``."""
    if _nama(panggilan.func) not in ("teks", "t") or any(k.arg is None for k in panggilan.keywords):
        return set()
    return placeholder(ID[kunci]) - {k.arg for k in panggilan.keywords if k.arg}


SUMBER = [*sorted((AKAR / "kinerja").rglob("*.py")), *sorted((AKAR / "pages").rglob("*.py")), AKAR / "app.py"]
berkas = pytest.mark.parametrize("jalur", SUMBER, ids=lambda p: str(p.relative_to(AKAR)))


def test_both_languages_have_the_same_keys() -> None:
    assert ID.keys() == EN.keys()
    assert len(ID) > 200


def test_both_languages_have_the_same_placeholders() -> None:
    beda = {k: (placeholder(ID[k]), placeholder(EN[k])) for k in ID if placeholder(ID[k]) != placeholder(EN[k])}
    assert beda == {}


def test_no_text_is_empty_and_none_still_stands_in_the_other_language() -> None:
    """Long sentences that are equal in both languages were never translated."""
    kosong = [k for katalog in (ID, EN) for k, isi in katalog.items() if not isi.strip()]
    assert kosong == []
    sama = {k for k in ID if ID[k] == EN[k] and len(re.findall(r"[^\W\d_]{3,}", re.sub(r"{\w+}", "", ID[k]))) > 3}
    assert sama == set()


def test_the_catalogs_of_both_languages_lie_in_files_of_the_same_name() -> None:
    folder = AKAR / "kinerja" / "i18n"
    nama = {b: {f.name for f in (folder / b).glob("*.toml")} for b in BAHASA}
    assert nama["id"] == nama["en"]


@berkas
def test_every_key_used_in_the_code_exists(jalur: Path) -> None:
    sumber = jalur.read_text(encoding="utf-8")
    assert [k for k, _ in pakai_kunci(sumber) if k not in ID] == []


@berkas
def test_every_key_composed_in_the_code_can_become_one_that_exists(jalur: Path) -> None:
    sumber = jalur.read_text(encoding="utf-8")
    assert [p.pattern for p in pola_kunci(sumber) if not any(p.fullmatch(k) for k in ID)] == []


@berkas
def test_every_text_gets_all_its_placeholders(jalur: Path) -> None:
    sumber = jalur.read_text(encoding="utf-8")
    kurang = {k: isian_kurang(p, k) for k, p in pakai_kunci(sumber) if k in ID}
    assert {k: v for k, v in kurang.items() if v} == {}


def test_every_reason_of_a_figure_has_a_text_although_only_data_names_it() -> None:
    kata = ["tanpa_data", "tanpa_target", "target_nol", "sedikit_orang", "sedikit_responden"]
    assert {f"alasan.{k}" for k in kata} <= ID.keys()
    assert {f"status.{k}" for k in ("tercapai", "mendekati", "belum", "tak_pasti", *kata[:2])} <= ID.keys()


def test_the_checks_can_fail() -> None:
    assert [k for k, _ in pakai_kunci('teks(b, "a.b"); t(lk, "c.d"); Kalimat("e.f"); StoreError("g.h")')] == [
        "a.b",
        "c.d",
        "e.f",
        "g.h",
    ]
    assert [k for k, _ in pakai_kunci('teks(b, "a.b" if x else "c.d")')] == ["a.b", "c.d"]
    (pola,) = pola_kunci('teks(b, f"kalimat.zzz_{x}")')
    assert not any(pola.fullmatch(k) for k in ID)
    ((kunci, panggilan),) = pakai_kunci('teks(b, "galat.periode")')
    assert isian_kurang(panggilan, kunci) == {"nilai"}
    assert placeholder("{a} dan {b}") == {"a", "b"}


@pytest.mark.parametrize("bahasa", BAHASA)
def test_an_unknown_key_is_an_error_and_not_an_empty_text(bahasa: str) -> None:
    with pytest.raises(KeyError):
        teks(bahasa, "galat.tidak_pernah_ada")


@pytest.mark.parametrize("bahasa", BAHASA)
def test_every_text_can_be_filled(bahasa: str) -> None:
    for kunci, isi in daftar_kunci(bahasa).items():
        args = dict.fromkeys(placeholder(isi), "7")
        assert "{" not in teks(bahasa, kunci, **args), kunci
