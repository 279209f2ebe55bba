"""Reading the words of a command line, in the reader's language: argparse's own sentences too."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import NoReturn

from kinerja.i18n import Bahasa, daftar_kunci, teks

_AWALAN = "cli.argparse."


class PemakaianError(Exception):
    """The command line was wrong; ``pakai`` is how the command is used."""

    def __init__(self, pesan: str, pakai: str) -> None:
        super().__init__(pesan)
        self.pesan = pesan
        self.pakai = pakai


class Pengurai(argparse.ArgumentParser):
    """A parser that raises ``PemakaianError`` where argparse would end the process."""

    def error(self, message: str) -> NoReturn:
        raise PemakaianError(message, self.format_usage())


def bahasa_dari(argv: Sequence[str]) -> Bahasa:
    """The language asked for, before anything is parsed: the sentence of a wrong command needs it as well."""
    for n, kata in enumerate(argv):
        if kata == "--bahasa=en" or (kata == "--bahasa" and argv[n + 1 : n + 2] == ["en"]):
            return "en"
    return "id"


@contextmanager
def berbahasa(bahasa: Bahasa) -> Iterator[None]:
    """Within this, argparse speaks ``bahasa``.

    It looks its sentences up under two names of its own module, and there is no other way in: a gettext domain would
    need compiled catalogs and the reader's locale settings.
    """
    kamus = {isi: teks(bahasa, kunci) for kunci, isi in daftar_kunci("en").items() if kunci.startswith(_AWALAN)}
    dalam = vars(argparse)
    asli = {nama: dalam[nama] for nama in ("_", "ngettext")}
    dalam["_"] = lambda pesan: kamus.get(pesan, pesan)
    dalam["ngettext"] = lambda satu, banyak, jumlah: kamus.get(banyak, satu if jumlah == 1 else banyak)
    try:
        yield
    finally:
        dalam.update(asli)
