"""Pelatihan: hours against duty and right, titles, workshops on an indikator's line, changes of participants."""

from kinerja.ui import kepala, pelatihan, pelatihan_dampak

lk = kepala.buka("pelatihan", ("indikator", "unit", "periode"))
pelatihan.tampil(lk)
pelatihan.judul(lk)
pelatihan_dampak.garis(lk)
pelatihan_dampak.peserta(lk)
