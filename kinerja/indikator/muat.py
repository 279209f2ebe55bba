"""What happens to a file inside the transaction that stores it: refuse, or insert, correct, remember, write down."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import duckdb

from kinerja.domain.errors import KinerjaError
from kinerja.domain.fakta import KOLOM_TABEL, HasilBaca, Masalah
from kinerja.domain.periode import LAMA, rentang, selisih_bulan
from kinerja.domain.samar import samarkan
from kinerja.indikator.orang import tolak_bernomor, tolak_tanpa_dua_orang
from kinerja.indikator.periksa import periksa_aturan
from kinerja.indikator.registry import registri
from kinerja.indikator.temuan import SudahAdaError, masalah_bentrok, pisah_ulangan, sebut_muatan, tolak
from kinerja.store import bentrok, ganti, mart, queries, tulis

Koneksi = duckdb.DuckDBPyConnection
MAKS_CATATAN = 50
_ALASAN_MINIMUM = 5
_LEMBAR_PETA = re.compile(r"(?m)^lembar = .*\n")
_DERET_DIGIT = re.compile(r"[0-9](?:[ .-]?[0-9]){14,}")


@dataclass(frozen=True)
class Cara:
    """How a file is to be stored, as a person said. ``koreksi``: the reason, '' for an ordinary import."""

    oleh: str
    pada: str
    koreksi: str = ""
    disetujui: str = ""
    pembanding: bool = False
    nama_peta: str = ""
    sidik_kunci: str = ""


def alasan_koreksi(teks: str) -> str:
    """The reason, one line, without long numbers: they may be somebody's. Raises when it says nothing."""
    if not teks:
        return ""
    alasan = _DERET_DIGIT.sub(lambda cocok: f"{cocok[0][:4]}…", " ".join(teks.split()))
    if len(alasan) < _ALASAN_MINIMUM:
        raise KinerjaError("galat.alasan_pendek")
    return alasan


def masukkan(koneksi: Koneksi, hasil: HasilBaca, alias: Mapping[str, str], cara: Cara) -> int:
    """Number of the batch. Raises ``KinerjaError`` or ``ImporError``; then nothing of the transaction stays."""
    tolak_berkas_sama(koneksi, hasil)
    _tolak_yang_tak_terbaca(hasil)
    nomor = tulis.nomor_muatan_baru(koneksi)
    _tanam_unit(koneksi, hasil, alias, nomor)
    bentrok.tampung(koneksi, hasil, registri().values())
    catatan, berlanjut = _adili(koneksi, hasil, cara)
    kedua = tolak_tanpa_dua_orang(ganti.terkunci_baru(koneksi), cara.oleh, cara.disetujui)
    tulis.insert_isi(koneksi, nomor, hasil, digantikan=-1 if cara.pembanding else 0)
    if cara.koreksi:
        _koreksi(koneksi, nomor, cara, kedua)
    elif berlanjut:
        ganti.tandai(koneksi, nomor)
    _ingat_kunci(koneksi, hasil, cara)
    if cara.nama_peta and hasil.peta:
        _ingat_peta(koneksi, hasil.peta, cara)
    _catat_muatan(koneksi, nomor, hasil, cara, catatan, kedua)
    return nomor


def tolak_berkas_sama(koneksi: Koneksi, hasil: HasilBaca) -> None:
    serupa = tulis.muatan_serupa(koneksi, hasil.sha256, hasil.lembar)
    if serupa:
        raise KinerjaError(
            "galat.berkas_sudah_masuk", muatan=serupa[0], oleh=serupa[1], pada=datetime.fromisoformat(serupa[2])
        )


def _tolak_yang_tak_terbaca(hasil: HasilBaca) -> None:
    """What the marts could never show must not be stored: averages given as sums, spans that are no period."""
    for f in hasil.fakta:
        if registri()[f.indikator].bentuk == "rerata_rasio":
            raise KinerjaError("galat.indikator_rerata", indikator=f.indikator)
    masa = {(f.indikator, f.dari, f.sampai) for f in hasil.fakta}
    for nama, baris in hasil.tabel.items():
        if "dari" in KOLOM_TABEL[nama]:
            dari, sampai = (KOLOM_TABEL[nama].index(k) for k in ("dari", "sampai"))
            masa |= {(nama, int(str(b[dari])), int(str(b[sampai]))) for b in baris}
    for isi, awal, akhir in sorted(masa):
        if selisih_bulan(awal, akhir) + 1 not in LAMA:
            raise KinerjaError("galat.lama_periode", indikator=isi, periode=rentang(awal, akhir).kode)


def _tanam_unit(koneksi: Koneksi, hasil: HasilBaca, alias: Mapping[str, str], nomor: int) -> None:
    """New units and names. Since the file was read another one may have brought the unit, or taken it away."""
    tolak_bernomor(*alias, *(u.nama for u in hasil.unit_baru))
    ada = {u.kode for u in queries.fetch_unit(koneksi)}
    baru = [u for u in hasil.unit_baru if u.kode not in ada]
    hilang = sorted(({*hasil.unit, *alias.values()} - ada) - {u.kode for u in baru})
    if hilang:
        raise KinerjaError("galat.unit_hilang", kode=", ".join(hilang))
    tulis.insert_unit(koneksi, baru, nomor)
    tulis.insert_alias(koneksi, alias, nomor)
    if baru:
        mart.rebuild_silsilah(koneksi)


def _adili(koneksi: Koneksi, hasil: HasilBaca, cara: Cara) -> tuple[list[Masalah], bool]:
    """Warnings to be kept with the batch, and whether it repeats what is there with equal values.

    Raises when the file may not be stored in this way.
    """
    temuan = bentrok.cari(koneksi)
    sama = bentrok.semua_sama(koneksi)
    catatan = [m for m in periksa_aturan(koneksi, hasil) if m.tingkat == "peringatan"]
    if cara.pembanding:
        return catatan, False
    berlanjut = bentrok.berlanjut(temuan) and not sama
    lawan = [] if berlanjut else temuan
    if cara.koreksi and not sama:
        lawan = [b for b in temuan if b.jenis in ("tumpang", "berkas")]
        if not lawan and not any(b.jenis in ("sama", "beda") for b in temuan):
            raise KinerjaError("galat.tak_ada_yang_dikoreksi")
    if sama or lawan:
        lawan, ulangan = (lawan, []) if sama else pisah_ulangan(lawan)
        masalah = masalah_bentrok(koneksi, lawan, {u.kode: u.nama for u in hasil.unit_baru})
        raise SudahAdaError(masalah, sebut_muatan(temuan)) if sama else tolak(masalah, ulangan)
    return catatan, berlanjut


def _koreksi(koneksi: Koneksi, nomor: int, cara: Cara, kedua: str) -> None:
    baris = ganti.tandai(koneksi, nomor)
    ganti.insert_koreksi(koneksi, nomor, cara.koreksi, cara.oleh, kedua, cara.pada, baris)


def _ingat_kunci(koneksi: Koneksi, hasil: HasilBaca, cara: Cara) -> None:
    """Codes of employees made with another key than those that are stored would make everybody somebody new."""
    if not berpegawai(hasil):
        return
    dikenal = queries.fetch_meta(koneksi).get("sidik_kunci")
    if dikenal not in (None, cara.sidik_kunci):
        raise KinerjaError("galat.kunci_pegawai_beda")
    koneksi.execute("insert or replace into meta values ('sidik_kunci', ?)", [cara.sidik_kunci])


def berpegawai(hasil: HasilBaca) -> bool:
    """Does the file hold codes of employees?"""
    letak = {nama: kolom.index("pegawai") for nama, kolom in KOLOM_TABEL.items() if "pegawai" in kolom}
    return any(b[letak[nama]] for nama, isi in hasil.tabel.items() if nama in letak for b in isi)


def _ingat_peta(koneksi: Koneksi, peta: str, cara: Cara) -> None:
    """The layout is known again by its header; what the sheet was called may be a person, and is not kept."""
    nama = samarkan(cara.nama_peta)
    sidik = str(tomllib.loads(peta).get("sidik", "")) or f"nama:{nama}"
    ganti.simpan_tata_letak(koneksi, sidik, nama, _LEMBAR_PETA.sub("", peta, count=1), cara.oleh, cara.pada)


def total_fakta(hasil: HasilBaca) -> dict[str, dict[str, int]]:
    """Per indikator the sums of what the file brings: pembilang, penyebut."""
    total: dict[str, dict[str, int]] = {}
    for f in hasil.fakta:
        isi = total.setdefault(f.indikator, {"pembilang": 0, "penyebut": 0})
        isi["pembilang"] += f.pembilang
        isi["penyebut"] += f.penyebut or 0
    return total


def _isian(nilai: object) -> int | float | str:
    """What fills a sentence, as JSON knows it: quantities stay quantities, to be written in either language."""
    return nilai if isinstance(nilai, int | float) else samarkan(str(nilai))


def _ringkasan(hasil: HasilBaca, cara: Cara, catatan: list[Masalah], kedua: str) -> str:
    """JSON of what came in, what was left out, what is to be looked at, and who agreed."""
    peringatan = [m for m in hasil.masalah if m.tingkat == "peringatan"]
    peringatan += [m for m in catatan if m not in peringatan]
    isi: dict[str, object] = {
        **total_fakta(hasil),
        "tabel": {nama: len(baris) for nama, baris in hasil.tabel.items() if baris},
        "dibuang": dict(sorted(Counter(d.alasan for d in hasil.dibuang).items())),
        "peringatan": [
            {
                "kunci": m.alasan,
                "lembar": samarkan(m.lembar),
                "baris": m.baris,
                "args": {k: _isian(v) for k, v in m.args.items()},
            }
            for m in peringatan[:MAKS_CATATAN]
        ],
        "pembanding": cara.pembanding,
        "disetujui": kedua,
    }
    return json.dumps(isi, ensure_ascii=False)


def _catat_muatan(
    koneksi: Koneksi, nomor: int, hasil: HasilBaca, cara: Cara, catatan: list[Masalah], kedua: str
) -> None:
    tulis.insert_muatan(
        koneksi,
        {
            "muatan": nomor,
            "jenis": hasil.jenis,
            "berkas": samarkan(hasil.berkas),
            "sha256": hasil.sha256,
            "lembar": "\n".join(map(samarkan, hasil.lembar)),
            "oleh": cara.oleh,
            "pada": cara.pada,
            "baris": hasil.baris,
            "ringkasan": _ringkasan(hasil, cara, catatan, kedua),
        },
    )
