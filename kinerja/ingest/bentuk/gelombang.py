"""Batches of a training: whose turn came when, and how that was decided."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from kinerja.domain.judul import polos_judul
from kinerja.ingest.bentuk.baris_orang import BarisOrang
from kinerja.ingest.bentuk.judul_kolom import berhuruf, calon_kepala
from kinerja.ingest.bentuk.orang import Ganda, catat_kolom, teks_aman
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.peta.kisi import Kepala
from kinerja.ingest.peta.model import Peta
from kinerja.ingest.peta.terap import PembacaPeta
from kinerja.ingest.tipe import Lembar, Sel, berisi, teks_sel

CARA = ("undian", "daftar_tunggu", "penunjukan")
_CARA = {
    "undian": re.compile(r"\b(?:undi(?:an)?|diundi|acak|lotre|random|lottery)\b"),
    "daftar_tunggu": re.compile(r"\b(?:daftar tunggu|antre(?:an)?|antri(?:an)?|waiting list|urut(?:an)? daftar)\b"),
    "penunjukan": re.compile(r"\b(?:tunjuk|ditunjuk|penunjukan|usulan|diusulkan|pilihan|dipilih|sukarela)\b"),
}
_KOLOM_CARA = re.compile(
    r"(?:CARA|DASAR|METODE)(?: (?:PENENTUAN|PEMILIHAN|PENETAPAN|PENGATURAN|GELOMBANG|GILIRAN|PESERTA))*"
)
_GELOMBANG = re.compile(r"(?:GELOMBANG|GEL|BATCH|ANGKATAN|GILIRAN)(?: (?:KE|NO|NOMOR))?")
_JUDUL = re.compile(r"(?:JUDUL|NAMA|TOPIK|JENIS)? ?(?:PELATIHAN|DIKLAT|BIMTEK|WORKSHOP|LOKAKARYA|KEGIATAN)|JUDUL")
KOLOM: Mapping[str, tuple[re.Pattern[str], ...]] = MappingProxyType(
    {"gelombang": (_GELOMBANG,), "cara": (_KOLOM_CARA,), "judul": (_JUDUL,)}
)
"""Meaning → header words, for a rough proposal."""
_ROMAWI = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}
_NOMOR = re.compile(r"(?:gelombang|gel|batch|angkatan|giliran)?\.?\s*(?:ke)?\s*-?\s*([0-9]{1,2}|[ivx]{1,4})")
_PANJANG = 200


def usul(kepala: Kepala, konteks: Konteks) -> Peta | None:  # noqa: ARG001 - every layout is asked with both
    """The mapping of a sheet with persons, a batch and how it was decided."""
    for judul in calon_kepala(kepala):
        gelombang = judul.ambil("gelombang", _GELOMBANG, uji=lambda contoh: any(map(nomor_gelombang, contoh)))
        cara = judul.ambil("cara", _KOLOM_CARA, uji=lambda contoh: any(cara_gelombang(teks_sel(s)) for s in contoh))
        nama = judul.ambil("judul", _JUDUL, uji=lambda contoh: any(map(berhuruf, contoh)))
        orang = judul.orang() if gelombang and cara and nama else ()
        if orang and gelombang and cara and nama:
            kolom = (*orang, *judul.unit(), nama, gelombang, cara)
            return Peta("gelombang", judul.kepala.awal, judul.kepala.kepala, kolom=kolom)
    return None


def nomor_gelombang(sel: Sel) -> int:
    """1 and more for "2", "Gelombang II", "Batch 3"; 0 for anything else."""
    cocok = _NOMOR.fullmatch(" ".join(teks_sel(sel).lower().split()))
    if cocok is None or not cocok[1].isascii():
        return 0
    return int(cocok[1]) if cocok[1].isdigit() else _ROMAWI.get(cocok[1], 0)


def cara_gelombang(teks: str) -> str:
    """The one way a text names; '' for none or several."""
    kata = re.sub(r"[^a-z]+", " ", teks.lower().replace("_", " "))
    ada = [kode for kode, pola in _CARA.items() if pola.search(kata)]
    return ada[0] if len(ada) == 1 else ""


def proses(konteks: Konteks, lembar: Lembar, peta: Peta) -> None:
    """Read every turn."""
    pembaca = PembacaPeta(konteks, lembar, peta)
    baca = _Baca(pembaca)
    if not baca.orang.ada:
        pembaca.catat("masalah.orang_tak_ada")
        return
    if not all(peta.satu(isi) for isi in ("judul", "gelombang", "cara")):
        pembaca.catat("masalah.gelombang_tanpa_kolom")
        return
    catat_kolom(pembaca)
    baca.semua(list(pembaca.baris(lambda n: nomor_gelombang(pembaca.isi(n, "gelombang")) > 0)))


class _Baca(BarisOrang):
    """The turns of one sheet."""

    def __init__(self, pembaca: PembacaPeta) -> None:
        super().__init__(pembaca, "gelombang")
        self.ganda = Ganda(
            pembaca, [((b[0], polos_judul(str(b[2]))), str(b[1])) for b in self.tabel], "masalah.gelombang_ganda"
        )

    def semua(self, baris: Sequence[int]) -> None:
        for nomor in baris:
            if self.orang.terisi(nomor) or berisi(self.pembaca.isi(nomor, "gelombang")):
                self._satu(nomor)
            else:
                self.buang(nomor, "dibuang.bawah_tabel")
        self.selesai()

    def _satu(self, nomor: int) -> None:
        peta, catat = self.pembaca.peta, self.pembaca.catat
        urut, cara = nomor_gelombang(self.pembaca.isi(nomor, "gelombang")), self._cara(nomor)
        judul = teks_aman(self.pembaca.isi(nomor, "judul"), _PANJANG)
        if not urut:
            catat("masalah.gelombang_nomor", nomor, peta.satu("gelombang"))
        if not judul:
            catat("masalah.gelombang_judul", nomor, peta.satu("judul"))
        pegawai, unit = self.siapa(nomor)
        kunci = (pegawai, polos_judul(judul))
        if urut and cara and judul and pegawai and unit and self.ganda.periksa(nomor, kunci, unit):
            self.tambah(nomor, (pegawai, unit, judul, urut, cara))
            self.tampilkan(nomor, pegawai, unit, None, {"judul": judul, "gelombang": str(urut), "cara": cara})

    def _cara(self, nomor: int) -> str:
        kolom = self.pembaca.peta.satu("cara")
        teks = teks_sel(self.pembaca.sel(nomor, kolom)).strip()
        arti = {k.strip().lower(): v for k, v in kolom.arti.items()} if kolom else {}
        cara = arti.get(teks.lower()) or cara_gelombang(teks)
        if cara not in CARA:
            self.pembaca.catat("masalah.gelombang_cara", nomor, kolom, daftar=", ".join(CARA))
            return ""
        return cara
