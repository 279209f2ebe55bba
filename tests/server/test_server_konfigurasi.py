"""Every server setting, and the contrast of every colour of the theme."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from tests.alat import AKAR

STATIS = AKAR / "kinerja" / "server" / "static"
ISI: dict[str, Any] = tomllib.loads((AKAR / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
TEMA = ISI["theme"]
MODUS = ("light", "dark")
WARNA = ("red", "orange", "yellow", "green", "blue", "violet", "gray")
RANGKAP = 0.6
"""Streamlit draws a caption at 60 % of the text colour."""


def _linear(kanal: float) -> float:
    kanal /= 255
    return kanal / 12.92 if kanal <= 0.04045 else ((kanal + 0.055) / 1.055) ** 2.4


def _rgb(warna: str) -> tuple[float, ...]:
    assert len(warna) == 7, warna
    return tuple(float(int(warna[i : i + 2], 16)) for i in (1, 3, 5))


def _terang(rgb: tuple[float, ...]) -> float:
    return sum(bobot * _linear(kanal) for bobot, kanal in zip((0.2126, 0.7152, 0.0722), rgb, strict=True))


def kontras(satu: str, dua: str, rangkap: float = 1.0) -> float:
    """WCAG contrast of ``satu``, at opacity ``rangkap``, on ``dua``."""
    atas, bawah = _rgb(satu), _rgb(dua)
    campur = tuple(rangkap * a + (1 - rangkap) * b for a, b in zip(atas, bawah, strict=True))
    terang = sorted((_terang(campur), _terang(bawah)))
    return (terang[1] + 0.05) / (terang[0] + 0.05)


def test_the_contrast_formula_gives_the_known_values() -> None:
    assert kontras("#000000", "#ffffff") == pytest.approx(21)
    assert kontras("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


def test_the_server_settings_are_exactly_these() -> None:
    assert {nama: isi for nama, isi in ISI.items() if nama != "theme"} == {
        "server": {
            "address": "127.0.0.1",
            "headless": True,
            "allowedHosts": ["127.0.0.1", "localhost", "::1"],
            "enableCORS": True,
            "enableXsrfProtection": True,
            "maxUploadSize": 120,  # as ingest.tipe.MAKS_TEKS: a register of a million visits has 70 to 110 MB
            "maxMessageSize": 50,
            "maxCacheDataSize": "128mb",
            "disconnectedSessionTTL": 30,
            "enableStaticServing": True,
            "fileWatcherType": "none",
        },
        "browser": {"gatherUsageStats": False},
        "client": {
            "showErrorDetails": "none",
            "showErrorLinks": False,
            "toolbarMode": "viewer",
            "disableDataExport": True,
        },
        "runner": {"magicEnabled": False, "postScriptGC": False},
        "logger": {"hideWelcomeMessage": True},
    }


@pytest.mark.parametrize("modus", MODUS)
@pytest.mark.parametrize("dasar", ["backgroundColor", "secondaryBackgroundColor"])
def test_text_captions_and_links_are_readable(modus: str, dasar: str) -> None:
    for tema in (TEMA[modus], TEMA[modus]["sidebar"]):
        assert kontras(tema["textColor"], tema[dasar]) >= 7
        assert kontras(tema["textColor"], tema[dasar], RANGKAP) >= 4.5
        assert kontras(tema["linkColor"], tema[dasar]) >= 4.5


@pytest.mark.parametrize("modus", MODUS)
def test_the_primary_colour_carries_white_text_and_shows_as_a_mark(modus: str) -> None:
    utama = TEMA[modus]["primaryColor"]
    assert kontras("#ffffff", utama) >= 4.5
    assert kontras(utama, TEMA[modus]["backgroundColor"]) >= 3
    assert kontras(utama, TEMA[modus]["secondaryBackgroundColor"]) >= 3
    sisi = TEMA[modus]["sidebar"]
    assert kontras(sisi["primaryColor"], sisi["backgroundColor"]) >= 4.5


@pytest.mark.parametrize("modus", MODUS)
@pytest.mark.parametrize("warna", WARNA)
def test_coloured_messages_are_readable_and_their_marks_visible(modus: str, warna: str) -> None:
    tema = TEMA[modus]
    teks = tema[f"{warna}TextColor"]
    assert kontras(teks, tema[f"{warna}BackgroundColor"]) >= 4.5
    assert kontras(teks, tema["backgroundColor"]) >= 4.5
    assert kontras(tema[f"{warna}Color"], tema["backgroundColor"]) >= 3


@pytest.mark.parametrize("modus", MODUS)
def test_tables_have_a_readable_header(modus: str) -> None:
    tema = TEMA[modus]
    assert kontras(tema["dataframeHeaderTextColor"], tema["dataframeHeaderBackgroundColor"]) >= 4.5


@pytest.mark.parametrize("modus", MODUS)
def test_every_series_is_visible_on_the_page(modus: str) -> None:
    for warna in TEMA[modus]["chartCategoricalColors"]:
        assert kontras(warna, TEMA[modus]["backgroundColor"]) >= 3, warna


@pytest.mark.parametrize("modus", MODUS)
@pytest.mark.parametrize("skala", ["chartSequentialColors", "chartDivergingColors"])
def test_colour_scales_have_the_ten_steps_streamlit_wants(modus: str, skala: str) -> None:
    warna = TEMA[modus][skala]
    assert len(set(warna)) == 10
    assert all(_rgb(isi) for isi in warna)


@pytest.mark.parametrize("modus", MODUS)
def test_a_sequential_scale_only_ever_goes_one_way(modus: str) -> None:
    terang = [_terang(_rgb(warna)) for warna in TEMA[modus]["chartSequentialColors"]]
    assert terang in (sorted(terang), sorted(terang, reverse=True))


@pytest.mark.parametrize("modus", MODUS)
def test_page_and_charts_share_their_colours(modus: str) -> None:
    from kinerja.charts.theme import GELAP, TERANG

    grafik = {"light": TERANG, "dark": GELAP}[modus]
    tema = TEMA[modus]
    assert tema["backgroundColor"] == grafik.permukaan
    assert tuple(tema["chartCategoricalColors"][: len(grafik.kategori)]) == grafik.kategori
    assert (tema["chartDivergingColors"][0], tema["chartDivergingColors"][-1]) == (
        grafik.divergen[0],
        grafik.divergen[-1],
    )


def test_the_person_can_choose_light_or_dark() -> None:
    assert "base" not in TEMA
    assert {"light", "dark"} <= TEMA.keys()


def test_sizes_and_weights_are_those_of_the_design() -> None:
    assert TEMA["baseFontSize"] == 15
    assert TEMA["headingFontSizes"][:3] == ["1.75rem", "1.25rem", "1.05rem"]
    assert TEMA["headingFontWeights"][:3] == [700, 650, 650]
    assert TEMA["baseRadius"] == "8px"
    assert TEMA["font"].startswith("Plus Jakarta Sans, Noto Sans")


def test_the_typeface_is_ours_with_its_licence() -> None:
    for huruf in TEMA["fontFaces"]:
        berkas = STATIS / huruf["url"].removeprefix("app/static/")
        assert berkas.read_bytes()[:4] == b"wOF2"
        assert huruf["family"] == "Plus Jakarta Sans"
        assert huruf["weight"] == "200 800"
    lisensi = (STATIS / "fonts" / "PlusJakartaSans-OFL.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in lisensi


def test_no_setting_points_outside_this_computer() -> None:
    assert "://" not in (AKAR / ".streamlit" / "config.toml").read_text(encoding="utf-8")
    lambang = (STATIS / "favicon.svg").read_text(encoding="utf-8")
    assert lambang.count("://") == 1  # the SVG namespace, which nobody fetches


def test_requirements_are_pinned() -> None:
    for nama in ("requirements.txt", "requirements-dev.txt"):
        baris = (AKAR / nama).read_text(encoding="utf-8").splitlines()
        longgar = [isi for isi in baris if isi and not isi.startswith(("#", "-r ")) and "==" not in isi]
        assert longgar == []
