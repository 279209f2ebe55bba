"""Unit vs target: points against targets, table, export of exactly what is filtered, drill-down to months."""

from kinerja.ui import ambil, gambar, kepala, panel, unduh
from kinerja.ui.teks import t

lk = kepala.buka("unit-vs-target", ("indikator", "unit", "periode", "banding"))
dua = ambil.semua(lk)
unit = ambil.urut_capaian(ambil.per_unit(lk, dua, lk.indikator)[0])

if len(unit) > 1:
    panel.titik(lk, unit)
    with gambar.kartu("tabel", t(lk, "tabel.judul")):
        gambar.tabel_capaian(unit, lk)
        unduh.tombol(lk, "unit-vs-target", unit)

deret = ambil.deret(lk, [lk.indikator], [lk.unit])
panel.bulan(lk, ambil.utama(lk, dua), deret)
gambar.rincian(lk, "unit-bulan", deret, dengan_periode=True)
