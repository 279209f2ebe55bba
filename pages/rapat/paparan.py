"""Paparan: chrome-free, large type, arrow keys, one message per slide, from the same frames as the pages."""

from kinerja.ui import ambil, kepala, slide

lk = kepala.lingkup_saja()
dua = ambil.semua(lk)
daftar = slide.susun(lk, dua)
slide.tampil(lk, daftar)
