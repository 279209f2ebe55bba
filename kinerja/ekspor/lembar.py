"""The two sheets of a workbook: figures with their chart, and how they came about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.chart_bar import ChartBar
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from kinerja.charts.theme import TERANG, warna_status
from kinerja.domain.indikator import Indikator
from kinerja.ekspor.tabel import KOLOM, Isi, Tabel
from kinerja.i18n import Bahasa, teks

Gaya = dict[str, Format]
LEBAR_MAKSIMUM = 46  # characters
BARIS_GAMBAR = 40  # more bars than that cannot be read
_BULAT, _BERDESIMAL = {"pembilang", "penyebut", "n"}, {"realisasi", "target", "bawah", "atas"}
_CAPAIAN = KOLOM.index("capaian")


class Lembar(Worksheet):  # type: ignore[misc]
    """A worksheet that writes every digit of a float; XlsxWriter itself stops at 16, so 0.1 + 0.2 would change."""

    def _xml_number_element(self, number: float, attributes: Sequence[tuple[str, object]] = ()) -> None:
        sifat = "".join(f' {nama}="{isi}"' for nama, isi in attributes)
        self.fh.write(f"<c{sifat}><v>{number!r}</v></c>")


def buat_gaya(buku: Workbook) -> Gaya:
    """Cell formats by name; number formats are added by ``format_angka``."""
    ciri: dict[str, dict[str, Any]] = {
        "judul": {"bold": True, "font_size": 15, "font_color": TERANG.tercapai},
        "redup": {"font_color": TERANG.redup},
        "contoh": {"bold": True, "font_color": TERANG.belum},
        "kepala": {"bold": True, "bg_color": TERANG.pita, "bottom": 1, "text_wrap": True, "valign": "top"},
        "tebal": {"bold": True, "valign": "top"},
        "teks": {"valign": "top"},
        "bungkus": {"text_wrap": True, "valign": "top"},
    }
    return {nama: buku.add_format(isi) for nama, isi in ciri.items()}


def format_angka(desimal: int, satuan: str) -> str:
    """Excel's number format, with the sign of percent and per mil as mere letters: the value is already percent."""
    pola = "#,##0" + ("." + "0" * desimal if desimal else "")
    return f'{pola}"{satuan}"' if satuan in ("%", "‰") else pola


def tulis_capaian(
    buku: Workbook,
    lembar: Worksheet,
    gaya: Gaya,
    tabel: Tabel,
    judul: str,
    keterangan: Sequence[tuple[str, str]],
    indikator: Mapping[str, Indikator],
    bahasa: Bahasa,
    *,
    contoh: bool,
) -> None:
    """Title, filters and stamp, then the table with filter buttons and frozen header, then its chart."""
    saringan = " · ".join(f"{nama}: {isi}" for nama, isi in keterangan)
    kepala = _tulis_kepala(lembar, gaya, judul, saringan, bahasa, contoh=contoh) + 1
    for i, isi in enumerate(tabel.isi, start=kepala + 1):
        ind = indikator[tabel.baris[i - kepala - 1].indikator]
        _tulis_baris(buku, lembar, gaya, i, isi, ind, bahasa)
    akhir = kepala + max(len(tabel.isi), 1)
    kolom = [{"header": nama, "header_format": gaya["kepala"]} for nama in tabel.kepala]
    gaya_tabel = {"name": "Capaian", "style": "Table Style Light 1", "columns": kolom}
    lembar.add_table(kepala, 0, akhir, len(KOLOM) - 1, gaya_tabel)
    lembar.freeze_panes(kepala + 1, 1)
    for j, nama in enumerate(tabel.kepala):
        lembar.set_column(j, j, _lebar([nama, *(baris[j] for baris in tabel.isi)]))
    _atur_cetak(lembar, bahasa)
    lembar.repeat_rows(kepala)
    gambar = _gambar(buku, lembar.name, tabel, kepala, bahasa)
    if gambar is not None:
        lembar.insert_chart(kepala, len(KOLOM) + 1, gambar)


def _tulis_kepala(lembar: Worksheet, gaya: Gaya, judul: str, saringan: str, bahasa: Bahasa, *, contoh: bool) -> int:
    """Title and lines under it; returns the first free row."""
    lembar.write_string(0, 0, judul, gaya["judul"])
    lembar.write_string(1, 0, saringan, gaya["redup"])
    if contoh:
        lembar.write_string(2, 0, teks(bahasa, "ekspor.contoh"), gaya["contoh"])
    return 3 if contoh else 2


def _tulis_baris(
    buku: Workbook, lembar: Worksheet, gaya: Gaya, i: int, isi: Sequence[Isi], ind: Indikator, bahasa: Bahasa
) -> None:
    for j, (kunci, v) in enumerate(zip(KOLOM, isi, strict=True)):
        if isinstance(v, str):
            lembar.write_string(i, j, v)
        elif v is not None:
            lembar.write_number(i, j, v, _gaya_angka(buku, gaya, kunci, ind, bahasa))


def _gaya_angka(buku: Workbook, gaya: Gaya, kunci: str, ind: Indikator, bahasa: Bahasa) -> Format:
    if kunci in _BULAT:
        pola = format_angka(0, "")
    elif kunci in _BERDESIMAL:
        pola = format_angka(ind.desimal, ind.satuan.dalam(bahasa))
    else:
        pola = format_angka(1, "")
    if pola not in gaya:
        gaya[pola] = buku.add_format({"num_format": pola})
    return gaya[pola]


def _lebar(isi: Sequence[Isi]) -> int:
    """Width of a column in characters: figures are rounded on the screen and need 12 at most."""
    return min(max(len(v) if isinstance(v, str) else 12 for v in isi) + 2, LEBAR_MAKSIMUM)


def _atur_cetak(lembar: Worksheet, bahasa: Bahasa) -> None:
    lembar.set_landscape()
    lembar.set_paper(9)  # A4
    lembar.fit_to_pages(1, 0)
    lembar.set_footer(f"&C{teks(bahasa, 'ekspor.kaki')}")
    lembar.hide_gridlines(2)


def _kunci_gambar(tabel: Tabel) -> int | None:
    """The column whose words tell all rows apart: unit, indikator or periode; None when no single one does."""
    for kunci in ("unit", "indikator", "periode"):
        j = KOLOM.index(kunci)
        if len({isi[j] for isi in tabel.isi}) == len(tabel.isi):
            return j
    return None


def _gambar(buku: Workbook, lembar: str, tabel: Tabel, kepala: int, bahasa: Bahasa) -> ChartBar | None:
    """Capaian as native bars, coloured by status; None for tables that no bar chart can show readably."""
    kunci, banyak = _kunci_gambar(tabel), len(tabel.isi)
    if kunci is None or not 0 < banyak <= BARIS_GAMBAR or all(b.capaian is None for b in tabel.baris):
        return None
    gambar: ChartBar = buku.add_chart({"type": "bar"})
    gambar.add_series(
        {
            "name": teks(bahasa, "ekspor.kolom.capaian"),
            "categories": [lembar, kepala + 1, kunci, kepala + banyak, kunci],
            "values": [lembar, kepala + 1, _CAPAIAN, kepala + banyak, _CAPAIAN],
            "points": [{"fill": {"color": warna_status(TERANG, b.status)}} for b in tabel.baris],
            "data_labels": {"value": True, "num_format": "#,##0.0"},
            "gap": 45,
        }
    )
    gambar.set_title({"name": teks(bahasa, "ekspor.gambar"), "name_font": {"size": 12}, "overlay": False})
    gambar.set_legend({"none": True})
    gambar.set_y_axis({"reverse": True})
    gambar.set_x_axis(
        {"min": 0, "major_gridlines": {"visible": True, "line": {"color": TERANG.kisi}}, "num_format": "0"}
    )
    gambar.set_size({"width": 620, "height": 120 + 26 * banyak})
    return gambar


def tulis_metode(
    lembar: Worksheet,
    gaya: Gaya,
    indikator: Sequence[Indikator],
    judul: str,
    keterangan: Sequence[tuple[str, str]],
    bahasa: Bahasa,
    *,
    contoh: bool,
) -> None:
    """What was filtered, how statuses are called, and per indikator formula, unit and legal basis."""
    baris = _tulis_kepala(lembar, gaya, judul, teks(bahasa, "ekspor.lembar.metode"), bahasa, contoh=contoh) + 1
    for nama, isi in (*keterangan, *_aturan(bahasa)):
        lembar.write_string(baris, 0, nama, gaya["tebal"])
        lembar.write_string(baris, 1, isi, gaya["teks"])
        baris += 1
    kolom = ("indikator", "kode", "satuan", "arah", "rumus", "cara_baca", "dasar_hukum")
    for j, kunci in enumerate(kolom):
        lembar.write_string(baris + 1, j, teks(bahasa, f"ekspor.metode.{kunci}"), gaya["kepala"])
    for i, ind in enumerate(indikator, start=baris + 2):
        for j, isi in enumerate(_isi_metode(ind, bahasa)):
            lembar.write_string(i, j, isi, gaya["bungkus"])
    for j, luas in enumerate((34, 22, 12, 18, 52, 60, 52)):
        lembar.set_column(j, j, luas)
    _atur_cetak(lembar, bahasa)


def _aturan(bahasa: Bahasa) -> list[tuple[str, str]]:
    return [
        (teks(bahasa, f"ekspor.aturan.{k}.nama"), teks(bahasa, f"ekspor.aturan.{k}.isi")) for k in ("capaian", "status")
    ]


def _isi_metode(ind: Indikator, bahasa: Bahasa) -> list[str]:
    return [
        ind.nama.dalam(bahasa),
        ind.kode,
        ind.satuan.dalam(bahasa),
        teks(bahasa, f"ekspor.arah.{ind.arah}"),
        ind.rumus.dalam(bahasa),
        ind.cara_baca.dalam(bahasa),
        ind.dasar_hukum.dalam(bahasa),
    ]
