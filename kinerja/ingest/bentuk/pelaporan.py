"""Reports of the SKP and their deadlines: a column of days for each kind of report, or one row a report.

On time means handed in by the deadline. Without a deadline, or with "Selesai" instead of a day, nothing can be said:
that is asked. A blank day after its deadline counts as not handed in, and the number of such cells is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from kinerja.domain.periode import Periode
from kinerja.ingest.bentuk.judul_kolom import Judul, asal_periode, calon_kepala, isi_baris
from kinerja.ingest.bentuk.masa import Masa
from kinerja.ingest.bentuk.orang import Ganda, Orang, catat_kolom, pratinjau_orang
from kinerja.ingest.bentuk.satu_unit import SatuUnit
from kinerja.ingest.bentuk.tanggal_sel import KolomHari, sebuah_hari, tanggal_kosong
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.peta.kisi import Kepala
from kinerja.ingest.peta.model import KolomPeta, Peta
from kinerja.ingest.peta.terap import PembacaPeta
from kinerja.ingest.tipe import Lembar, Sel, teks_sel

JENIS = ("rencana", "realisasi", "bukti", "umpan_balik")
_JENIS = {
    "rencana": re.compile(r"\b(?:RENCANA|PERENCANAAN)\b"),
    "realisasi": re.compile(r"\bREALISASI\b"),
    "bukti": re.compile(r"\b(?:BUKTI|EVIDEN|EVIDENCE)\b"),
    "umpan_balik": re.compile(r"\b(?:UMPAN ?BALIK|FEEDBACK)\b"),
}
_BATAS = re.compile(r"(?:TANGGAL |TGL )?(?:BATAS|TENGGAT|DEADLINE|JATUH TEMPO)(?: .{1,40})?|DUE DATE")
_KOLOM_JENIS = re.compile(r"JENIS(?: (?:LAPORAN|PELAPORAN|DOKUMEN|SKP))*|LAPORAN|DOKUMEN|TAHAP(?:AN)?")
_LAPOR = re.compile(
    r"(?:TANGGAL|TGL|WAKTU)(?: (?:DI)?(?:LAPOR|LAPORAN|PELAPORAN|LAPORKAN|MASUK|KIRIM|ISI|PENGISIAN|SUBMIT|TERIMA|"
    r"SERAHKAN|PENYERAHAN|PENGIRIMAN)(?: .{1,30})?)?|DILAPORKAN|DISERAHKAN|DIKIRIM"
)
_BELUM = re.compile(
    r"belum(?: (?:lapor|melapor|ada|masuk|selesai|diisi|dilaporkan))?|kosong|tidak (?:ada|lapor|melapor)"
)
_STATUS = re.compile(
    r"selesai|sudah(?: .{1,20})?|ada|kosong|lengkap|ya|ok|v|x|√|✓|✔|tepat(?: waktu)?|terlambat|telat|tidak|belum.*"
)


def jenis_laporan(teks: str) -> str:
    """The one kind of report a text names; '' for none or two."""
    ada = [kode for kode, pola in _JENIS.items() if pola.search(re.sub(r"[^A-Z]+", " ", teks.upper()))]
    return ada[0] if len(ada) == 1 else ""


def usul(kepala: Kepala, konteks: Konteks) -> Peta | None:
    """The mapping of a sheet with a person and days of reports, by kind side by side or one a row."""
    for judul in calon_kepala(kepala):
        batas = judul.ambil("batas", _BATAS)
        jenis = judul.ambil("jenis", _KOLOM_JENIS, uji=lambda contoh: any(jenis_laporan(teks_sel(s)) for s in contoh))
        lapor = _kolom_panjang(judul) if jenis else _kolom_lebar(judul)
        orang = judul.orang() if lapor else ()
        if not orang:
            continue
        asal, waktu = asal_periode(judul.kepala, konteks, judul.waktu())
        kolom = tuple(k for k in (*orang, *judul.unit(), *waktu, jenis, batas, *lapor) if k)
        return Peta("pelaporan", judul.kepala.awal, judul.kepala.kepala, kolom=kolom, periode=asal)
    return None


def _kolom_panjang(judul: Judul) -> tuple[KolomPeta, ...]:
    kolom = judul.ambil("lapor", _LAPOR, uji=_hari_atau_status)
    return (kolom,) if kolom else ()


def _kolom_lebar(judul: Judul) -> tuple[KolomPeta, ...]:
    """One column for each kind of report; none when two columns name the same kind."""
    kode = {
        n: jenis
        for n, jalur in enumerate(judul.kepala.jalur)
        if n not in judul.diambil
        and (jenis := jenis_laporan(" ".join(jalur)))
        and not re.search(r"\b(?:BATAS|TENGGAT|DEADLINE)\b", " ".join(jalur))
        and (not judul.contoh(n) or _hari_atau_status(judul.contoh(n)))
    }
    if len(set(kode.values())) < len(kode) or not any(map(judul.contoh, kode)):
        return ()
    return tuple(judul.kolom(n, "lapor", jenis) for n, jenis in kode.items())


def _hari_atau_status(contoh: Sequence[Sel]) -> bool:
    """Are the filled cells days, or the words people put instead of them?"""
    isi = [s for s in contoh if not tanggal_kosong(s)]
    ya = [s for s in isi if sebuah_hari(s) or _STATUS.fullmatch(_kata(s))]
    return bool(isi) and 2 * len(ya) >= len(isi)


def _kata(sel: Sel) -> str:
    return " ".join(teks_sel(sel).lower().split()).strip(" .")


def proses(konteks: Konteks, lembar: Lembar, peta: Peta) -> None:
    """Read every report that was due."""
    pembaca = PembacaPeta(konteks, lembar, peta)
    baris = [n for n in pembaca.baris() if not _bawah_tabel(pembaca, n)]
    orang, batas = Orang(pembaca), peta.satu("batas")
    kolom = _kolom_sah(pembaca, baris)
    if not orang.ada:
        pembaca.catat("masalah.orang_tak_ada")
    if batas is None:
        pembaca.catat("masalah.batas_tak_ada")
    if not orang.ada or batas is None or not kolom:
        return
    catat_kolom(pembaca)
    _Baca(pembaca, orang, batas, kolom).semua(baris)


def _bawah_tabel(pembaca: PembacaPeta, nomor: int) -> bool:
    """A signature or a note below the table."""
    if isi_baris(pembaca.lembar, nomor) > 2:
        return False
    lembar = pembaca.lembar
    pembaca.konteks.hasil.buang("baris", lembar.nama, str(lembar.nomor(nomor)), "", "dibuang.bawah_tabel")
    return True


def _kolom_sah(pembaca: PembacaPeta, baris: Sequence[int]) -> list[KolomPeta]:
    """The columns of days that can be read; every other one is noted."""
    return [k for k in _lapor(pembaca) if _periksa_kolom(pembaca, k, baris)]


def _lapor(pembaca: PembacaPeta) -> tuple[KolomPeta, ...]:
    kolom = pembaca.peta.semua("lapor")
    if not kolom:
        pembaca.catat("masalah.lapor_tak_ada")
    return kolom


def _periksa_kolom(pembaca: PembacaPeta, kolom: KolomPeta, baris: Sequence[int]) -> bool:
    if not kolom.kode and pembaca.peta.satu("jenis") is None:
        pembaca.catat("masalah.laporan_tanpa_jenis", None, kolom, daftar=", ".join(JENIS))
        return False
    if kolom.kode and kolom.kode not in JENIS:
        pembaca.catat("masalah.laporan_jenis_salah", None, kolom, kode=kolom.kode, daftar=", ".join(JENIS))
        return False
    isi = {n: _kata(pembaca.sel(n, kolom)) for n in baris}
    status = next((n for n, kata in isi.items() if _STATUS.fullmatch(kata) and not _BELUM.fullmatch(kata)), None)
    if status is not None:
        pembaca.catat("masalah.lapor_tanpa_tanggal", status, kolom)
        return False
    if baris and all(tanggal_kosong(pembaca.sel(n, kolom)) for n in baris):
        pembaca.catat("masalah.lapor_kosong_semua", None, kolom, "peringatan")
        return False
    return True


class _Baca:
    """The reports of one sheet on their way into the table."""

    def __init__(self, pembaca: PembacaPeta, orang: Orang, batas: KolomPeta, kolom: Sequence[KolomPeta]) -> None:
        self.pembaca, self.orang, self.kolom, self.batas = pembaca, orang, kolom, batas
        self.masa = Masa(pembaca)
        self.hari: dict[int, KolomHari] = {}
        self.tabel = pembaca.konteks.hasil.tabel.setdefault("laporan_skp", [])
        self.ganda = Ganda(pembaca, [((b[0], b[2], b[3]), str(b[1])) for b in self.tabel])
        self.satu_unit = SatuUnit(pembaca, "laporan_skp")
        self.kosong: dict[int, int] = {}
        self.belum = 0
        self.tampak: list[tuple[int, dict[int, str]]] = []

    def semua(self, baris: Sequence[int]) -> None:
        isi = [n for n in baris if not self._kosong_semua(n)]
        masa = self._masa_lapor
        self.hari = {k.kolom: KolomHari(self.pembaca, k, isi, bebas=True, masa=masa) for k in self._kolom_hari()}
        for nomor in isi:
            self._satu(nomor)
        for kolom in self.kolom:
            if jumlah := self.kosong.get(kolom.kolom):
                self.pembaca.catat("masalah.lapor_kosong", None, kolom, "peringatan", jumlah=jumlah)
        if self.belum:
            lembar = self.pembaca.lembar.nama
            self.pembaca.konteks.hasil.buang("baris", lembar, "", str(self.belum), "dibuang.belum_jatuh_tempo")
        pratinjau_orang(self.pembaca, self.tampak)

    def _masa_lapor(self, nomor: int) -> Periode | None:
        """The month the row reports on; None where it may be a plan, which is handed in before its month."""
        kolom = self.pembaca.peta.satu("jenis")
        rencana = kolom is None or jenis_laporan(_kata(self.pembaca.sel(nomor, kolom))) == "rencana"
        return None if rencana else self.masa.periode(nomor)

    def _kolom_hari(self) -> Iterator[KolomPeta]:
        yield self.batas
        yield from self.kolom

    def _kosong_semua(self, nomor: int) -> bool:
        """A row of nobody: neither a person nor a day."""
        if self.orang.terisi(nomor) or any(not tanggal_kosong(self.pembaca.sel(nomor, k)) for k in self._kolom_hari()):
            return False
        lembar = self.pembaca.lembar
        self.pembaca.konteks.hasil.buang("baris", lembar.nama, str(lembar.nomor(nomor)), "", "dibuang.bawah_tabel")
        return True

    def _satu(self, nomor: int) -> None:
        masa, unit = self.masa.periode(nomor), self.pembaca.unit(nomor)
        pegawai = self.orang.kode(nomor, unit) if unit or self.orang.nip else ""
        batas = self.hari[self.batas.kolom].hari(nomor)
        if tanggal_kosong(self.pembaca.sel(nomor, self.batas)):
            self.pembaca.catat("masalah.batas_kosong", nomor, self.batas)
        if masa and masa.panjang > 1:
            self.pembaca.catat("masalah.laporan_bukan_bulan", nomor, periode=masa.kode)
        if not (masa and masa.panjang == 1 and unit and pegawai and batas):
            return
        if not self.satu_unit.periksa(nomor, pegawai, masa, unit):
            return
        terbaca = {"nip": pegawai, "nama": pegawai, "unit": unit, "batas": batas.isoformat()}
        terbaca |= dict.fromkeys(("periode", "bulan", "tahun"), masa.kode)
        tampak = {k.kolom: terbaca.get(k.isi, "") for k in self.pembaca.peta.kolom}
        for kolom in self.kolom:
            tampak[kolom.kolom] = self._laporan(nomor, kolom, (pegawai, unit, masa.dari), batas)
        self.tampak.append((nomor, tampak))

    def _laporan(self, nomor: int, kolom: KolomPeta, siapa: tuple[str, str, int], batas: date) -> str:
        """One report into the table; returns how it was read."""
        jenis = kolom.kode or self._jenis(nomor)
        sel = self.pembaca.sel(nomor, kolom)
        belum = _BELUM.fullmatch(_kata(sel)) is not None
        lapor = None if belum else self.hari[kolom.kolom].hari(nomor)
        if not jenis or (lapor is None and not belum and not tanggal_kosong(sel)):
            return ""
        if lapor is None and batas >= self.pembaca.konteks.opsi.hari:
            self.belum += 1
            return ""
        pegawai, unit, bulan = siapa
        if not self.ganda.periksa(nomor, (pegawai, bulan, jenis), unit):
            return ""
        if lapor is None and not belum:
            self.kosong[kolom.kolom] = self.kosong.get(kolom.kolom, 0) + 1
        tepat = int(lapor is not None and lapor <= batas)
        self.tabel.append((pegawai, unit, bulan, jenis, batas, lapor, tepat))
        lembar = self.pembaca.lembar
        self.pembaca.konteks.hasil.letak.setdefault("laporan_skp", []).append((lembar.nama, lembar.nomor(nomor)))
        return lapor.isoformat() if lapor else "–"

    def _jenis(self, nomor: int) -> str:
        """The kind of report a row is about; '' with the problem noted."""
        kolom = self.pembaca.peta.satu("jenis")
        teks = _kata(self.pembaca.sel(nomor, kolom))
        arti = {k.strip().lower(): v for k, v in kolom.arti.items()} if kolom else {}
        jenis = arti.get(teks) or jenis_laporan(teks)
        if jenis not in JENIS:
            self.pembaca.catat("masalah.laporan_jenis", nomor, kolom, daftar=", ".join(JENIS))
            return ""
        return jenis
