"""Umpan balik: who still waits for feedback, one person's facts, the composer, and what was said so far."""

from kinerja.ui import kepala, umpan_balik

lk = kepala.buka("umpan-balik", ("unit", "periode"))
umpan_balik.tampil(lk)
