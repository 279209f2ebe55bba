"""Reading files that people have: what they are, what they say, what is wrong with them.

``baca_berkas`` reads one file, ``tulis_templat`` writes the workbook that it reads best. Nothing here stores.
"""

from kinerja.ingest.baca import baca_berkas
from kinerja.ingest.kenali import JENIS
from kinerja.ingest.tipe import Opsi, Rujukan
from kinerja.ingest.tulis import BarisTemplat, tulis_templat

__all__ = ["JENIS", "BarisTemplat", "Opsi", "Rujukan", "baca_berkas", "tulis_templat"]
