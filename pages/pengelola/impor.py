"""Impor data: choose, preview raw beside parsed, problems, confirm, history, undo."""

from kinerja.ui import impor, impor_unit, kepala

lk = kepala.buka("impor", ())
impor.templat(lk)
berkas = impor.pilih_berkas(lk)
if berkas is not None:
    hasil = impor.baca(lk, berkas)
    impor.ringkasan(lk, hasil)
    impor_unit.tanya(lk, hasil)
    impor.masalah(lk, hasil)
    impor.pratinjau(lk, hasil)
    impor.simpan(lk, hasil)
impor.riwayat(lk)
