"""A mapping as text that a person can read, keep and edit: rows and columns as the spreadsheet program names them."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, cast

from kinerja.ingest.peta.model import BENTUK, DARI, Asal, BarisPeta, KolomPeta, Peta, isi_kolom
from kinerja.ingest.tipe import huruf_kolom
from kinerja.ingest.tolak import BerkasDitolakError

_ATAS = {"bentuk", "nama", "lembar", "sidik", "kepala", "awal", "akhir", "periode", "unit", "sempit", "kolom", "baris"}
_KOLOM = {"kolom", "isi", "judul", "kode", "jk", "gaya", "tanggal", "nol", "hanya", "arti"}
_BARIS = {"label", "indikator", "peran", "kolom"}
_PILIHAN = {
    "jk": ("", "L", "P"),
    "gaya": ("", "id", "en"),
    "tanggal": ("", "dmy", "mdy", "ymd"),
    "nol": ("nihil", "kosong"),
    "peran": ("pembilang", "penyebut", "target"),
}


def tulis_peta(peta: Peta) -> str:
    """TOML that ``baca_peta`` reads back to an equal mapping."""
    baris = [f"bentuk = {_nilai(peta.bentuk)}"]
    baris += [f"{n} = {_nilai(getattr(peta, n))}" for n in ("nama", "lembar", "sidik") if getattr(peta, n)]
    baris += [f"kepala = {_nilai([n + 1 for n in peta.kepala])}", f"awal = {peta.awal + 1}"]
    if peta.akhir is not None:
        baris.append(f"akhir = {peta.akhir + 1}")
    for nama, asal in (("periode", peta.periode), ("unit", peta.unit)):
        nilai = f", nilai = {_nilai(asal.nilai)}" if asal.nilai else ""
        baris.append(f"{nama} = {{ dari = {_nilai(asal.dari)}{nilai} }}")
    if peta.sempit:
        baris.append(f"sempit = {_nilai(list(peta.sempit))}")
    for kolom in peta.kolom:
        baris += ["", "[[kolom]]", *_baris_kolom(kolom)]
    for satu in peta.baris:
        huruf = [huruf_kolom(k) for k in satu.kolom]
        baris += ["", "[[baris]]", f"label = {_nilai(satu.label)}", f"indikator = {_nilai(satu.indikator)}"]
        baris += [f"peran = {_nilai(satu.peran)}", f"kolom = {_nilai(huruf)}"]
    return "\n".join(baris) + "\n"


def _baris_kolom(kolom: KolomPeta) -> Iterator[str]:
    yield f"kolom = {_nilai(huruf_kolom(kolom.kolom))}"
    yield f"isi = {_nilai(kolom.isi)}"
    for nama in ("judul", "kode", "jk", "gaya", "tanggal"):
        if isi := getattr(kolom, nama):
            yield f"{nama} = {_nilai(isi)}"
    if kolom.nol != "nihil":
        yield f"nol = {_nilai(kolom.nol)}"
    if kolom.hanya:
        yield f"hanya = {_nilai(list(kolom.hanya))}"
    if kolom.arti:
        yield "arti = { " + ", ".join(f"{_nilai(k)} = {_nilai(v)}" for k, v in kolom.arti.items()) + " }"


def _nilai(isi: object) -> str:
    """JSON strings and lists of them are TOML too, once DEL is escaped."""
    return json.dumps(isi, ensure_ascii=False).replace("\x7f", "\\u007f")


def baca_peta(teks: str) -> Peta:
    """The mapping. Raises ``BerkasDitolakError`` (``masalah.peta_*``) naming the key that is wrong."""
    try:
        isi = tomllib.loads(teks)
    except tomllib.TOMLDecodeError as galat:
        raise BerkasDitolakError("masalah.peta_toml", sebab=str(galat)) from None
    _kunci(isi, _ATAS)
    bentuk = isi.get("bentuk")
    if bentuk not in BENTUK:
        raise BerkasDitolakError("masalah.peta_isian", nama="bentuk", nilai=str(bentuk), ada=", ".join(BENTUK))
    try:
        peta = Peta(
            bentuk=bentuk,
            awal=int(isi.get("awal", 1)) - 1,
            kepala=tuple(int(n) - 1 for n in isi.get("kepala", ())),
            akhir=int(isi["akhir"]) - 1 if isi.get("akhir") else None,
            kolom=tuple(_kolom(k) for k in isi.get("kolom", ())),
            baris=tuple(_baris(b) for b in isi.get("baris", ())),
            periode=_asal(isi.get("periode", {})),
            unit=_asal(isi.get("unit", {})),
            sempit=tuple(map(str, isi.get("sempit", ()))),
            **{n: str(isi.get(n, "")) for n in ("lembar", "nama", "sidik")},
        )
    except (TypeError, ValueError, AttributeError, KeyError, OverflowError) as galat:
        raise BerkasDitolakError("masalah.peta_toml", sebab=type(galat).__name__) from None
    _periksa(peta)
    return peta


def _periksa(peta: Peta) -> None:
    if peta.awal < 0 or any(n < 0 for n in peta.kepala):
        raise BerkasDitolakError("masalah.peta_isian", nama="awal", nilai=str(peta.awal + 1), ada="1, 2, 3 …")
    for kolom in peta.kolom:
        isi = isi_kolom(peta.bentuk, kolom.isi)
        if isi is None:
            raise BerkasDitolakError("masalah.peta_isian", nama="isi", nilai=kolom.isi, ada=peta.bentuk)
        if not isi.ganda and len(peta.semua(kolom.isi)) > 1:
            raise BerkasDitolakError("masalah.peta_ganda", isi=kolom.isi)


def _kolom(isi: Mapping[str, Any]) -> KolomPeta:
    _kunci(isi, _KOLOM)
    _pilihan(isi)
    teks = {n: str(isi[n]) for n in ("judul", "kode", "jk", "gaya", "tanggal", "nol") if n in isi}
    return KolomPeta(
        kolom=indeks_kolom(isi["kolom"]),
        isi=str(isi["isi"]),
        hanya=tuple(map(str, isi.get("hanya", ()))),
        arti={str(k): str(v) for k, v in isi.get("arti", {}).items()},
        **cast("dict[str, Any]", teks),
    )


def _baris(isi: Mapping[str, Any]) -> BarisPeta:
    _kunci(isi, _BARIS)
    _pilihan(isi)
    kolom = tuple(indeks_kolom(k) for k in isi.get("kolom", ()))
    return BarisPeta(str(isi["label"]), str(isi["indikator"]), isi.get("peran", "pembilang"), kolom)


def _asal(isi: Mapping[str, Any]) -> Asal:
    _kunci(isi, {"dari", "nilai"})
    dari = isi.get("dari", "kolom")
    if dari not in DARI:
        raise BerkasDitolakError("masalah.peta_isian", nama="dari", nilai=str(dari), ada=", ".join(DARI))
    return Asal(dari, str(isi.get("nilai", "")))


def _kunci(isi: Iterable[str], boleh: set[str]) -> None:
    for kunci in isi:
        if kunci not in boleh:
            raise BerkasDitolakError("masalah.peta_isian", nama=kunci, nilai="", ada=", ".join(sorted(boleh)))


def _pilihan(isi: Mapping[str, Any]) -> None:
    for nama, pilihan in _PILIHAN.items():
        if isi.get(nama, pilihan[0]) not in pilihan:
            raise BerkasDitolakError("masalah.peta_isian", nama=nama, nilai=str(isi[nama]), ada=", ".join(pilihan))


def indeks_kolom(huruf: str | int) -> int:
    """Index from 0 of a column given by letters (AB) or by number from 1."""
    if isinstance(huruf, int) and not isinstance(huruf, bool) and huruf > 0:
        return huruf - 1
    if not isinstance(huruf, str) or not huruf.isascii() or not huruf.isalpha() or len(huruf) > 3:
        raise ValueError(huruf)
    indeks = 0
    for satu in huruf.upper():
        indeks = indeks * 26 + ord(satu) - 64
    return indeks - 1
