"""Tren: any indikator over time, several units, the path of the target, last year."""

from kinerja.ui import ambil, gambar, kepala, panel, saringan

lk = kepala.buka("tren", ("indikator", "unit", "periode"))
pilihan = saringan.beberapa_unit(lk, ambil.unit_banding(lk, lk.indikator))
units = pilihan or [lk.unit]
deret = ambil.deret(lk, [lk.indikator], units, bulan=36)

if len(units) > 1:
    panel.beberapa(lk, deret)
else:
    lalu = ambil.tahun_lalu(lk, units) if saringan.saklar(lk, "tahun_lalu") else None
    panel.tren(lk, ambil.kini(lk, units), deret, lalu=lalu)
    panel.lintasan(lk, ambil.kumulatif(lk, units))
gambar.rincian(lk, "tren", deret, dengan_periode=True)
