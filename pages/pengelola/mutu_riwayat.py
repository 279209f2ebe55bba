"""Mutu & riwayat: who has reported, how punctually, and everything that happened to the data."""

from kinerja.ui import kepala, mutu, riwayat

lk = kepala.buka("mutu-riwayat", ("indikator", "unit", "periode"), tanpa_data=True)
mutu.tampil(lk)
riwayat.tampil(lk)
