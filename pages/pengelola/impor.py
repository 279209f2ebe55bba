"""Impor data: choose, preview raw beside parsed, answers, mapping, confirm; the last batches and their undo."""

from kinerja.ui import impor, kepala

lk = kepala.buka("impor", ())
impor.templat(lk)
impor.alur(lk)
impor.riwayat(lk)
