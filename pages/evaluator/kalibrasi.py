"""Kalibrasi, for moderators only: ratings beside results, shrunken and with intervals, and a test between units."""

from kinerja.ui import kalibrasi, kepala

lk = kepala.buka("kalibrasi", ("periode",))
kalibrasi.tampil(lk)
