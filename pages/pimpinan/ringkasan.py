"""Ringkasan: what needs attention first, then the picture, then the detail."""

import streamlit as st

from kinerja.ui import ambil, gambar, kartu, kepala, panel, perhatian

lk = kepala.buka("ringkasan", ("indikator", "unit", "periode", "banding"))
dua = ambil.semua(lk)
perhatian.tampil(dua, lk)

deret = ambil.deret(lk, [*ambil.KARTU, lk.indikator], [lk.unit])
unit = ambil.per_unit(lk, dua, lk.indikator)
kartu.baris(lk, dua, deret, unit)

kiri, kanan = st.columns([3, 2])
with kiri:
    panel.tren(lk, ambil.utama(lk, dua), ambil.satu(deret, lk.indikator, lk.unit))
with kanan:
    panel.unit(lk, ambil.urut_capaian(unit[0]))

panel.peta(lk, dua)
gambar.rincian(lk, "ringkasan", unit[0])
