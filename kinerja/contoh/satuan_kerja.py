"""The unit master: official names of public bodies, two reporting lines, and the other spellings met in files.

Names and codes of the kelurahan: Kepmendagri 300.2.2-2430/2025. Codes of the puskesmas: national register of
puskesmas. Which pustu belongs to which puskesmas, and the list of poli and seksi, is UNVERIFIED sample data.
"""

from __future__ import annotations

from collections.abc import Iterator

from kinerja.domain.unit import Jalur, Unit, normalkan_nama

Baris = tuple[str, str, str, str | None, Jalur]

KODE_KECAMATAN = "13.71.06"

_KELURAHAN = (
    "Cangkeh Nan XX",
    "Kampung Baru Nan XX",
    "Tanah Sirah Piai Nan XX",
    "Tanjung Saba Pitameh Nan XX",
    "Lubuk Begalung Nan XX",
    "Gurun Laweh Nan XX",
    "Tanjung Aua Nan XX",
    "Koto Baru Nan XX",
    "Banuaran Nan XX",
    "Parak Laweh Pulau Aia Nan XX",
    "Batung Taba Nan XX",
    "Pegambiran Ampalu Nan XX",
    "Pampangan Nan XX",
    "Gates Nan XX",
    "Kampung Jua Nan XX",
)
_SEKSI = (
    ("KEC-PEM", "Seksi Pemerintahan"),
    ("KEC-TRB", "Seksi Ketenteraman dan Ketertiban Umum"),
    ("KEC-PEL", "Seksi Pelayanan Umum"),
    ("KEC-SOS", "Seksi Kesejahteraan Sosial"),
    ("KEC-PMB", "Seksi Pemberdayaan Masyarakat"),
)
_PUSKESMAS = (
    ("1011119", "Lubuk Begalung", (("P-KTB", "Koto Baru"), ("P-KPB", "Kampung Baru"))),
    ("1011120", "Pegambiran", (("P-BNR", "Banuaran"), ("P-TJA", "Tanjung Aur"))),
)
_POLI = (
    ("UMUM", "Poli Umum"),
    ("GIGI", "Poli Gigi"),
    ("KIA", "Poli KIA & KB"),
    ("LANSIA", "Poli Lansia"),
    ("UGD", "UGD/Tindakan"),
)
_EJAAN = {
    "Cengkeh": 1001,
    "Cengkeh Nan XX": 1001,
    "Kp. Baru": 1002,
    "Kp. Baru Nan XX": 1002,
    "Pitameh Tanjung Saba": 1004,
    "Pitameh Tanjung Saba Nan XX": 1004,
    "Tanjung Saba Pitamen": 1004,
    "Tanjung Saba Pitamen Nan XX": 1004,
    "Tanjung Aur": 1007,
    "Tanjung Aur Nan XX": 1007,
    "Tj. Aua": 1007,
    "Tj. Aua Nan XX": 1007,
    "Parak Laweh Pulau Air": 1010,
    "Parak Laweh Pulau Air Nan XX": 1010,
    "Batang Taba": 1011,
    "Batang Taba Nan XX": 1011,
    "Pagambiran Ampalu": 1012,
    "Pagambiran Ampalu Nan XX": 1012,
    "Pengambiran Ampalu": 1012,
    "Pengambiran Ampalu Nan XX": 1012,
    "Pegambiran Ampulu": 1012,
    "Pegambiran Ampulu Nan XX": 1012,
    "Kp. Jua": 1015,
    "Kp. Jua Nan XX": 1015,
}
_TANPA_SINGKATAN = ("Lubuk Begalung Nan XX", "Gurun Laweh Nan XX")
"""Without "Nan XX" these are other places: the puskesmas, and a kelurahan of Kecamatan Nanggalo."""


def _kode_kelurahan(urut: int) -> str:
    return f"{KODE_KECAMATAN}.{urut}"


def _baris_kecamatan() -> Iterator[Baris]:
    yield "KEC", "Kecamatan Lubuk Begalung", "kecamatan", "WIL", "kecamatan"
    yield "KEC-SEK", "Sekretariat Kecamatan", "sekretariat", "KEC", "kecamatan"
    for kode, nama in _SEKSI:
        yield kode, nama, "seksi", "KEC", "kecamatan"
    for urut, nama in enumerate(_KELURAHAN, start=1001):
        yield _kode_kelurahan(urut), f"Kelurahan {nama}", "kelurahan", "KEC", "kecamatan"


def _baris_dinkes() -> Iterator[Baris]:
    yield "DINKES", "Dinas Kesehatan", "dinas", "WIL", "dinkes"
    for kode, tempat, pustu in _PUSKESMAS:
        yield kode, f"Puskesmas {tempat}", "puskesmas", "DINKES", "dinkes"
        for akhiran, nama in _POLI:
            yield f"{kode}-{akhiran}", f"{nama} {tempat}", "poli", kode, "dinkes"
        for akhiran, nama in pustu:
            yield f"{kode}-{akhiran}", f"Pustu {nama}", "pustu", kode, "dinkes"


def _susun_unit() -> tuple[Unit, ...]:
    puncak: Baris = ("WIL", "Wilayah Lubuk Begalung", "wilayah", None, "wilayah")
    return tuple(
        Unit(*baris, urutan=urutan) for urutan, baris in enumerate([puncak, *_baris_kecamatan(), *_baris_dinkes()], 1)
    )


def _susun_alias() -> dict[str, str]:
    """Normalised spelling → kode. A bare "Pagambiran" is the puskesmas: so the national register writes it."""
    singkat = {
        nama.removesuffix(" Nan XX"): urut
        for urut, nama in enumerate(_KELURAHAN, start=1001)
        if nama not in _TANPA_SINGKATAN
    }
    kelurahan = {nama: _kode_kelurahan(urut) for nama, urut in (singkat | _EJAAN).items()}
    lain = {"Pagambiran": "1011120", "Kec. Lubuk Begalung": "KEC", "Dinas Kesehatan Kota Padang": "DINKES"}
    return {normalkan_nama(nama): kode for nama, kode in (kelurahan | lain).items()}


SATUAN_KERJA: tuple[Unit, ...] = _susun_unit()
"""Every unit in official order, parents before children."""

ALIAS: dict[str, str] = _susun_alias()
"""Other spelling, passed through ``normalkan_nama`` → kode. Official names are not repeated here."""
