"""Sosialisasi & kepatuhan: adoption of the way of working, and the support that units get."""

from kinerja.ui import kepala, kepatuhan

lk = kepala.buka("kepatuhan", ("unit", "periode"))
kepatuhan.tampil(lk)
