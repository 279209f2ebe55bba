"""The language of a request, read from its address."""

from __future__ import annotations

from urllib.parse import parse_qs

from kinerja.i18n import BAHASA, Bahasa


def pilih_bahasa(nilai: str | None) -> Bahasa:
    """The language that ``nilai`` of ``?bahasa=`` names; Indonesian for anything else."""
    dicari = (nilai or "").lower()
    return next((bahasa for bahasa in BAHASA if bahasa == dicari), "id")


def bahasa_permintaan(query: bytes) -> Bahasa:
    """The language of an HTTP request, from its raw query string."""
    return pilih_bahasa(parse_qs(query.decode("latin-1")).get("bahasa", [None])[-1])
