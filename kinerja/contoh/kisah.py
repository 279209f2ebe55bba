"""The planted stories: unit, month and size of everything that was put into the sample on purpose.

``data/contoh/CERITA.md`` tells them to people; the tests find each of them again in the finished tables.
"""

from __future__ import annotations

from datetime import date

import numpy as np

from kinerja.contoh.dasar import Bulat, Pecahan

PUSKESMAS_LUBEG, PUSKESMAS_PEGAMBIRAN = "1011119", "1011120"

KEBIJAKAN_MULAI = date(2025, 7, 1)
KEBIJAKAN_TERASA = 202509
NAIK_KETEPATAN, NAIK_CAPAIAN = 0.65, 0.45
"""Shift on the logit scale once the policy is felt."""

KIA_TURUN_UNIT, KIA_TURUN_MULAI, KIA_TURUN_FAKTOR = "1011119-KIA", 202608, 0.72
"""0.72 × a year's growth of 1.04: a quarter below the same months of the year before."""

WAKTU_LUBEG = 2.9
WAKTU_PEGAMBIRAN_LAMA, WAKTU_PEGAMBIRAN_BARU = 3.0, 3.3
LOKAKARYA = date(2026, 3, 4)
WAKTU_NAIK_MULAI = 202604

UNIT_PENILAI_LUNAK = "13.71.06.1005"
LUNAK = 1.75
"""Added to the standardised score of every hasil kerja that this unit's head gives."""

UNIT_BERHENTI_SKP, BERHENTI_SKP_MULAI = "13.71.06.1014", 202607
PUSTU_BERHENTI, PUSTU_BERHENTI_MULAI = "1011120-P-BNR", 202609

UNIT_TIGA_ORANG = "13.71.06.1015"

HIPERTENSI_UNIT, HIPERTENSI_TAHUN = PUSKESMAS_PEGAMBIRAN, 2025

UNIT_BIASA = "13.71.06.1011"
POLI_BIASA = "1011120-LANSIA"

UNIT_SEDIKIT_RESPONDEN, SEDIKIT_RESPONDEN = "13.71.06.1004", {202607: 3, 202608: 2, 202609: 2}

JUDUL_UNDIAN = "Pelatihan menulis rencana aksi yang terukur"
UNDIAN = (date(2026, 3, 11), date(2026, 9, 9))
UNDIAN_JP, UNDIAN_PESERTA = 8, 40
"""A training for people of the kelurahan in two batches, drawn by lot. It changes nothing."""

JUDUL_BELUM_SELESAI = "Pelatihan pelayanan publik bagi petugas garda depan"
BELUM_SELESAI = date(2026, 9, 22)
BELUM_SELESAI_UNIT = ("KEC-PEL", "KEC-SOS", "KEC-TRB")
BELUM_SELESAI_JP = 20
"""Begun, never finished: no hours were recorded for anybody, so that people stay below their 20 JP."""

PREDIKAT_KELIRU = (202601, 202604, 202607)
"""In each of these quarters one person, di atas in hasil kerja and sesuai in perilaku, was printed Sangat Baik."""

TRIWULAN_PERILAKU = 202607
"""The one quarter in which the seven BerAKHLAK behaviours were rated one by one."""

KUNJUNGAN_HILANG = (("1011120-P-TJA", 202404), ("1011119-P-KPB", 202411), ("1011119-P-KTB", 202507))
SKP_HILANG = (("13.71.06.1008", 202412),)
FAKTA_HILANG = (("angka_kontak", "1011120", 202502), ("spm_odgj_berat", "1011119", 202408))
"""Monthly reports that never came: a gap, not a zero."""


def kuat_kebijakan(bulan: Bulat) -> Pecahan:
    """How much of the policy's effect is there in each month (YYYYMM): 0 before, a little first, then all of it."""
    tahap = [bulan >= KEBIJAKAN_TERASA, bulan == KEBIJAKAN_TERASA - 1]
    return np.asarray(np.select(tahap, [1.0, 0.3], 0.0), dtype=np.float64)


def tidak_lapor_skp(unit: str, bulan: int) -> bool:
    """True where no SKP report exists: the kelurahan that stopped, and the single missing months."""
    return (unit, bulan) in SKP_HILANG or (unit == UNIT_BERHENTI_SKP and bulan >= BERHENTI_SKP_MULAI)
