"""Definisi indikator: meaning, formula, legal basis, owner, how to read."""

from kinerja.ui import definisi, kepala, lingkup

lk = kepala.buka("definisi", ())
for kelompok, daftar in definisi.per_kelompok():
    definisi.judul(lk, kelompok)
    for ind in daftar:
        definisi.tampil(lk, ind, berdata=ind.kode in lingkup.indikator_berdata(lk.isi))
definisi.aturan(lk)
