"""Frames of shape CAPAIAN for tests, invented: nothing here is a measured figure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pandas as pd

from kinerja.domain.capaian import compute_capaian, compute_status
from kinerja.domain.indikator import Indikator
from kinerja.domain.periode import geser_bulan, parse_periode
from kinerja.domain.shapes import CAPAIAN
from kinerja.indikator.registry import registri

KUNJUNGAN = registri()["kunjungan_rawat_jalan"]
IKM = registri()["ikm"]
SKP = registri()["ketepatan_skp"]
NAMA = {
    "PKM-LB": "Puskesmas Lubuk Begalung",
    "PKM-PG": "Puskesmas Pegambiran",
    "KEL-01": "Kelurahan Cangkeh Nan XX",
    "KEL-04": "Kelurahan Tanjung Saba Pitameh Nan XX",
    "KEL-10": "Kelurahan Parak Laweh Pulau Aia Nan XX",
    "SEKSI-TRANTIB": "Seksi Ketenteraman dan Ketertiban Umum",
    "SEKRETARIAT": "Sekretariat",
}
TURUN = replace(KUNJUNGAN, kode="waktu_tunggu", arah="turun")


def row(
    realisasi: float | None,
    target: float | None,
    *,
    ind: Indikator = KUNJUNGAN,
    unit: str = "PKM-LB",
    periode: str = "2026-10",
    nama: str | None = None,
    bawah: float | None = None,
    atas: float | None = None,
    n: int | None = None,
    ada: int = 1,
    wajib: int = 1,
    alasan: str = "",
) -> dict[str, object]:
    """One row as the engine would compute it."""
    masa = parse_periode(periode)
    hasil = compute_capaian(realisasi, target, ind.arah)
    mencakup = bawah is not None and atas is not None and target is not None and bawah <= target <= atas
    return {
        "indikator": ind.kode,
        "unit": unit,
        "nama": NAMA.get(unit, unit) if nama is None else nama,
        "periode": periode,
        "dari": masa.dari,
        "sampai": masa.sampai,
        "pembilang": None if realisasi is None else round(realisasi),
        "penyebut": None,
        "n": n,
        "realisasi": realisasi,
        "target": target,
        "capaian": hasil.nilai,
        "bawah": bawah,
        "atas": atas,
        "status": compute_status(hasil.nilai, hasil.alasan, pasti=ada >= wajib and not mencakup),
        "alasan": alasan or hasil.alasan,
        "ada": ada,
        "wajib": wajib,
    }


def frame(rows: Sequence[Mapping[str, object]]) -> pd.DataFrame:
    """Rows as a frame with the dtypes of CAPAIAN."""
    return pd.DataFrame(list(rows), columns=list(CAPAIAN)).astype(CAPAIAN)


def bulanan(
    isi: Sequence[float | None],
    target: float | Sequence[float | None] | None,
    *,
    dari: int = 202601,
    ind: Indikator = KUNJUNGAN,
    unit: str = "PKM-LB",
    tidak_lengkap: Sequence[int] = (),
) -> pd.DataFrame:
    """One unit by month from ``dari``; None in ``isi``: no row at all for that month."""
    sasaran = list(target) if isinstance(target, (list, tuple)) else [target] * len(isi)
    bulan = [geser_bulan(dari, i) for i in range(len(isi))]
    return frame(
        [
            row(v, t, ind=ind, unit=unit, periode=f"{b // 100}-{b % 100:02d}", ada=0 if b in tidak_lengkap else 1)
            for b, v, t in zip(bulan, isi, sasaran, strict=True)
            if v is not None
        ]
    )


def jejak(gambar: Mapping[str, Any], i: int) -> dict[str, Any]:
    """Trace ``i`` of a figure."""
    isi: dict[str, Any] = gambar["data"][i]
    return isi


def tulisan(gambar: Mapping[str, Any]) -> list[str]:
    """Every text of a figure that people can read without touching it."""
    data = [t for j in gambar["data"] for t in j.get("text", [])]
    return data + [a["text"] for a in gambar["layout"].get("annotations", [])]
