"""Kinerja Lubuk Begalung: unit performance of a kecamatan and its puskesmas against targets."""

__version__ = "0.1.0"
