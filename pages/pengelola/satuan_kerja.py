"""Satuan kerja: the unit master, the national register, renaming, merging and closing."""

from kinerja.ui import kepala, satuan

lk = kepala.buka("satuan-kerja", ())
satuan.tampil(lk)
