"""Kinerja saya: own targets and results, the predikat and where it comes from, feedback, hours, who looked."""

from kinerja.ui import kepala, kinerja_saya

lk = kepala.buka("kinerja-saya", ("periode",))
kinerja_saya.tampil(lk)
