"""People, viewers and a feedback for the tests of what people write."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from kinerja.domain.akses import Akses
from kinerja.domain.periode import parse_periode
from kinerja.domain.umpan_balik import IsiUmpanBalik

PADA = datetime(2026, 10, 12, 3, 0, tzinfo=UTC)
"""10.00 in Padang."""
TW3 = parse_periode("2026-TW3")
ANI, BUDI, KEPALA, CAMAT, LAIN = "P-ani", "P-budi", "P-kepala", "P-camat", "P-lain"

PEGAWAI = Akses("pegawai", "K1", ANI)
PENILAI = Akses("evaluator", "K1", KEPALA)
ATASAN = Akses("evaluator", "KEC", CAMAT)
PIMPINAN = Akses("pimpinan", "K1", KEPALA)
KEPEGAWAIAN = Akses("kepegawaian")
PENGELOLA = Akses("pengelola")
PENYAJI = Akses("penyaji")
ASING = Akses("tamu", "K1", ANI)  # type: ignore[arg-type]
DINILAI = frozenset({ANI, BUDI})
TERLIHAT = frozenset({ANI, BUDI, KEPALA})

ISI = IsiUmpanBalik(
    pegawai=ANI,
    unit="K1",
    dari=202607,
    sampai=202609,
    fakta="Dari 9 butir pada Triwulan III 2026, 7 mencapai target.",
    saran="Mohon bukti diunggah bersama realisasi.",
    indikator="Surat selesai tepat waktu",
    perilaku="akuntabel",
    langkah="Bukti tiap tanggal 5.",
    tanggal_langkah=date(2026, 11, 5),
)


def isi(**ganti: object) -> IsiUmpanBalik:
    return replace(ISI, **ganti)  # type: ignore[arg-type]
