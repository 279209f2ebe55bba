"""Old values beside new ones: what a correction would change, and what one has changed."""

from __future__ import annotations

from kinerja.cli.laporan import Isi, Sebutan
from kinerja.domain.periode import rentang
from kinerja.domain.unit import selalu
from kinerja.i18n import format as tulis
from kinerja.i18n import teks
from kinerja.indikator.terbit import Beda
from kinerja.store.koreksi import NilaiKoreksi

_E4 = 10_000


def beda_json(b: Beda, sebutan: Sebutan) -> Isi:
    """One difference between a file and the store, with codes and names."""
    skala = _E4 if b.tabel in ("target", "iku") else 1
    return {
        "tabel": b.tabel,
        "indikator": b.isi,
        "nama": sebutan.indikator(b.isi),
        "unit": b.unit,
        "nama_unit": sebutan.nama(b.unit),
        "periode": "" if selalu(b.dari, b.sampai) else rentang(b.dari, b.sampai).kode,
        "jk": b.jk,
        "rinci": b.rinci,
        "lama": _skala(b.lama, skala),
        "lama_penyebut": _skala(b.lama_penyebut, skala),
        "baru": _skala(b.baru, skala),
        "baru_penyebut": _skala(b.baru_penyebut, skala),
        "muatan": b.muatan,
    }


def koreksi_json(n: NilaiKoreksi, sebutan: Sebutan) -> Isi:
    """One figure that a batch has corrected."""
    skala = _E4 if n.target else 1
    return {
        "tabel": "target" if n.target else "fakta",
        "indikator": n.indikator,
        "nama": sebutan.indikator(n.indikator),
        "unit": n.unit,
        "nama_unit": sebutan.nama(n.unit),
        "periode": rentang(n.dari, n.sampai).kode,
        "lama": _skala(n.lama, skala),
        "lama_penyebut": n.lama_penyebut,
        "baru": _skala(n.baru, skala),
        "baru_penyebut": n.baru_penyebut,
    }


def _skala(nilai: int | None, skala: int) -> int | float | None:
    return nilai if nilai is None or skala == 1 else nilai / skala


def baris_beda(b: Beda, sebutan: Sebutan) -> str:
    return _baris("cli.beda", beda_json(b, sebutan), sebutan)


def baris_koreksi(n: NilaiKoreksi, sebutan: Sebutan) -> str:
    return _baris("cli.koreksi_baris", koreksi_json(n, sebutan), sebutan)


def _baris(kunci: str, isi: Isi, sebutan: Sebutan) -> str:
    bahasa = sebutan.bahasa
    apa = " · ".join(str(isi[k]) for k in ("nama", "rinci", "jk") if isi.get(k))
    if isi["tabel"] == "target":
        apa = teks(bahasa, "cli.beda_target", isi=apa)
    sisi = {k: _tulis(isi[k], isi[f"{k}_penyebut"], sebutan) for k in ("lama", "baru")}
    return teks(bahasa, kunci, unit=isi["nama_unit"], apa=apa, periode=isi["periode"], muatan=isi.get("muatan"), **sisi)


def _tulis(nilai: object, penyebut: object, sebutan: Sebutan) -> str:
    def satu(isi: object) -> str:
        angka = isi if isinstance(isi, int | float) else None
        desimal = 2 if isinstance(isi, float) and not isi.is_integer() else 0
        return tulis.angka(angka, desimal, sebutan.bahasa)

    return satu(nilai) if penyebut is None else f"{satu(nilai)} / {satu(penyebut)}"
