"""Frame to figure, pure: plain dicts of JSON types that ``st.plotly_chart`` takes as they are.

Every figure function takes a frame first and everything else by name; its sibling ``alt_…`` returns the sentence
for people who hear the page.
"""

from kinerja.charts.alt import (
    alt_bars_bulan,
    alt_bars_capaian,
    alt_dots_unsur,
    alt_heatmap_capaian,
    alt_line_tren,
    alt_points_target,
)
from kinerja.charts.bulan import bars_bulan
from kinerja.charts.capaian import bars_capaian
from kinerja.charts.config import konfigurasi
from kinerja.charts.peta import heatmap_capaian
from kinerja.charts.spark import spark
from kinerja.charts.theme import GELAP, TERANG, Gambar, NamaUkuran, Tema
from kinerja.charts.titik import points_target
from kinerja.charts.tren import line_tren
from kinerja.charts.unsur import dots_unsur

__all__ = [
    "GELAP",
    "TERANG",
    "Gambar",
    "NamaUkuran",
    "Tema",
    "alt_bars_bulan",
    "alt_bars_capaian",
    "alt_dots_unsur",
    "alt_heatmap_capaian",
    "alt_line_tren",
    "alt_points_target",
    "bars_bulan",
    "bars_capaian",
    "dots_unsur",
    "heatmap_capaian",
    "konfigurasi",
    "line_tren",
    "points_target",
    "spark",
]
