"""Satu halaman satu unit: ratings, visits, IKM, training hours and adoption of one unit side by side."""

from kinerja.ui import kepala, satu_unit

lk = kepala.buka("satu-unit", ("unit", "periode"))
satu_unit.tampil(lk)
