"""Penilaian ASN: the nine cells, the distribution beside the pattern, the people of a cell, the work queue."""

from kinerja.ui import kepala, penilaian

lk = kepala.buka("penilaian-asn", ("unit", "periode"))
penilaian.tampil(lk)
