"""A register of visits known by its words: a day, and two of poli, payer, sex, age, new or known, record number."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePath

from kinerja.ingest.bentuk.judul_kolom import Judul, Uji, berhuruf, calon_kepala
from kinerja.ingest.bentuk.register_hari import sebuah_tanggal
from kinerja.ingest.bentuk.register_kata import BACA, baca_poli
from kinerja.ingest.bentuk.tanggal_sel import tanggal_kosong
from kinerja.ingest.kepala import berangka
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.peta.kisi import Kepala
from kinerja.ingest.peta.model import Asal, KolomPeta, Peta
from kinerja.ingest.peta.terap import unit_dalam_teks
from kinerja.ingest.tipe import Sel, teks_sel

_HARI = r"(?:TANGGAL|TGL|WAKTU|JAM|HARI)"
_TANGGAL = tuple(
    re.compile(pola)
    for pola in (
        rf"{_HARI} ?(?:KUNJUNGAN|KUNJ|BEROBAT)|VISIT ?DATE|DATE OF VISIT",
        rf"{_HARI} ?(?:PERIKSA|PEMERIKSAAN|PELAYANAN|LAYANAN|DILAYANI)",
        rf"{_HARI} ?(?:DATANG|MASUK|REGISTRASI|REG|PENDAFTARAN|DAFTAR)",
        r"TANGGAL|TGL|(?:HARI|JAM) (?:TANGGAL|TGL)|(?:TANGGAL|TGL) (?:JAM|WAKTU)|DATE|TIMESTAMP",
    )
)
_POLI = tuple(
    re.compile(pola)
    for pola in (
        r"(?:NAMA |JENIS )?POLI ?(?:KLINIK)?(?: ?(?:TUJUAN|DITUJU|LAYANAN|PELAYANAN|PERIKSA))?|TUJUAN POLI",
        r"(?:NAMA )?(?:RUANG|RUANGAN)(?: ?(?:TUJUAN|LAYANAN|PELAYANAN|PERIKSA|PEMERIKSAAN|POLI))?|KLASTER|LOKET|CLINIC",
        r"(?:NAMA )?UNIT(?: ?(?:TUJUAN|LAYANAN|PELAYANAN))?|(?:JENIS )?(?:PELAYANAN|LAYANAN)|KLINIK",
    )
)
_TENTU = 2
"""So many of the patterns above are about rooms of a puskesmas; the last one may be a unit of work or a service."""
_BAYAR = tuple(
    re.compile(pola)
    for pola in (
        r"(?:CARA|JENIS|TIPE|KATEGORI|STATUS|METODE) ?(?:BAYAR|PEMBAYARAN|PEMBIAYAAN|JAMINAN|PENJAMIN|ASURANSI)"
        r"(?: PASIEN)?|PEMBIAYAAN|PENJAMIN(?:AN)?|JAMINAN(?: KESEHATAN)?|"
        r"(?:JENIS |STATUS )?KEPESERTAAN(?: JKN| BPJS)?|PAYER",
        r"BAYAR|PEMBAYARAN|BIAYA|ASURANSI|(?:KATEGORI|JENIS|STATUS|GOLONGAN|KELOMPOK) PASIEN|PESERTA|"
        r"BPJS UMUM|UMUM BPJS",
    )
)
_JK = (re.compile(r"(?:JENIS|JNS) ?KELAMIN(?: (?:1|L)\b.{0,40})?|JK(?: (?:1|L)\b.{0,40})?|KELAMIN|SEX|GENDER|L ?P"),)
_UMUR = (
    re.compile(r"UMUR|USIA|AGE|(?:UMUR|USIA) ?(?:PASIEN|TAHUN|THN|TH|BULAN|BLN|HARI)(?: .{0,30})?"),
    re.compile(r"(?:KELOMPOK|GOLONGAN|KATEGORI|GOL) ?(?:UMUR|USIA)"),
)
_LAHIR = (re.compile(r"(?:TANGGAL|TGL) ?LAHIR(?: PASIEN)?|DATE OF BIRTH|DOB|BIRTH ?DATE"),)
_PASIEN = (
    re.compile(
        r"(?:(?:JENIS|STATUS|KUNJUNGAN|PASIEN|KATEGORI) ?)*(?:BARU ?LAMA|LAMA ?BARU|B L)|"
        r"(?:JENIS|STATUS|KATEGORI)? ?(?:KUNJUNGAN|PASIEN)(?: PASIEN)?|KUNJ"
    ),
)
_LAYANAN = (
    re.compile(r"(?:JENIS|STATUS|TIPE|KATEGORI)? ?(?:RAWAT|PERAWATAN|PELAYANAN|LAYANAN|KUNJUNGAN)|RAWAT JALAN INAP"),
)
_GEDUNG = (re.compile(r"(?:JENIS |LOKASI |TEMPAT )?(?:GEDUNG|DALAM LUAR GEDUNG|KUNJUNGAN|PELAYANAN|LAYANAN)|DG LG"),)
_UNIT = (
    re.compile(r"(?:NAMA )?(?:PUSKESMAS|PKM|FKTP)(?: (?:PELAPOR|PELAYANAN|KUNJUNGAN))?"),
    re.compile(r"(?:NAMA |KODE )?(?:UNIT|SATKER|SATUAN KERJA|UNIT (?:KERJA|PELAYANAN|LAYANAN)|FASYANKES|PUSKESMAS)"),
)
RM = re.compile(r"(?:NO |NOMOR )?(?:RM|REKAM ?MEDI[KS]|MR|MEDREC)|NO ?(?:RM|MR)|MEDICAL RECORD.*")
_ORANG = re.compile(r"(?:NO ?)?(?:NIK|KTP|BPJS|JKN)|(?:NO|NOMOR) (?:NIK|KTP|BPJS|JKN|KARTU)|NAMA(?: PASIEN| LENGKAP)?")
_JUMLAH = re.compile(
    r"(?:JUMLAH|JML|TOTAL|BANYAK(?:NYA)?)(?: ?(?:KUNJUNGAN|PASIEN|ORANG|KUNJ|KASUS))?|KUNJUNGAN|N|COUNT|FREKUENSI"
)
_TANYA = re.compile(r"\?|^U ?[0-9]{1,2}$|UNSUR|PENDIDIKAN")
_KODE_ANGKA = frozenset("12")


def usul(kepala: Kepala, konteks: Konteks) -> Peta | None:
    """The mapping of a sheet of visits, or None."""
    return next((peta for judul in calon_kepala(kepala) if (peta := _usul(judul, konteks))), None)


def _usul(judul: Judul, konteks: Konteks) -> Peta | None:
    tanggal = judul.ambil("tanggal", *_TANGGAL, uji=_hari_semua)
    if tanggal is None or _survei(judul):
        return None
    rm = bool(judul.cocok(RM))
    isi = {
        "jk": judul.ambil("jk", *_JK, uji=_kenal("jk", _KODE_ANGKA)),
        "umur": judul.ambil("umur", *_UMUR, uji=_kenal("umur")),
        "lahir": judul.ambil("lahir", *_LAHIR),
        "bayar": judul.ambil("bayar", _BAYAR[0], uji=_sedikit) or judul.ambil("bayar", _BAYAR[1], uji=_kenal("bayar")),
        "pasien": judul.ambil("pasien", *_PASIEN, uji=_kenal("pasien")),
        "layanan": judul.ambil("layanan", *_LAYANAN, uji=_kenal("layanan")),
        "gedung": judul.ambil("gedung", *_GEDUNG, uji=_kenal("gedung")),
        "poli": judul.ambil("poli", *_POLI[:_TENTU], uji=_nama_poli),
    }
    ciri = [bool(isi[n]) for n in ("poli", "bayar", "pasien")] + [rm]
    if sum([*ciri, bool(isi["jk"]), bool(isi["umur"] or isi["lahir"])]) < 2 or not any(ciri):
        return None
    if not rm and not judul.cocok(_ORANG) and judul.cocok(_JUMLAH, _angka_saja):
        return None  # already counted: a row stands for many visits
    return _susun(judul, konteks, tanggal, isi)


def _susun(judul: Judul, konteks: Konteks, tanggal: KolomPeta, isi: dict[str, KolomPeta | None]) -> Peta:
    unit = judul.ambil("unit", _UNIT[0], uji=_bernama) or judul.ambil("unit", _UNIT[1], uji=_unit_dikenal(konteks))
    isi["poli"] = isi["poli"] or judul.ambil("poli", _POLI[_TENTU], uji=_nama_poli)
    if isi["umur"] and isi["lahir"] and all(map(teks_sel, judul.contoh(isi["umur"].kolom))):
        penuh = len(judul.contoh(isi["umur"].kolom)) >= len(judul.contoh(tanggal.kolom))
        isi["lahir"] = None if penuh else isi["lahir"]
    lembar, berkas = judul.kepala.lembar.nama, PurePath(konteks.berkas).stem
    dari_lembar = unit is None and unit_dalam_teks(konteks, lembar) and not unit_dalam_teks(konteks, berkas)
    kolom = (tanggal, unit, *isi.values())
    return Peta(
        "register",
        judul.kepala.awal,
        judul.kepala.kepala,
        kolom=tuple(sorted((k for k in kolom if k), key=lambda k: k.kolom)),
        unit=Asal("lembar") if dari_lembar else Asal(),
    )


def _hari_semua(contoh: list[Sel]) -> bool:
    """Days, but for a few odd cells."""
    isi = [s for s in contoh if not tanggal_kosong(s)]
    return bool(isi) and 2 * sum(map(sebuah_tanggal, isi)) > len(isi)


def _kenal(nama: str, lain: frozenset[str] = frozenset()) -> Uji:
    """Most cells are words of this dimension."""
    baca: Callable[[Sel], str | None] = BACA[nama]
    return lambda contoh: 2 * sum(bool(baca(s)) or teks_sel(s).strip() in lain for s in contoh) > len(contoh) > 0


def _sedikit(contoh: list[Sel]) -> bool:
    """Few different texts, as codes of a list have, and no sums of money."""
    return 0 < len(set(map(teks_sel, contoh))) <= 30 and not any(berangka(s) and len(teks_sel(s)) > 3 for s in contoh)


def _nama_poli(contoh: list[Sel]) -> bool:
    nama = {baca_poli(s) for s in contoh}
    return any(nama) and (len(nama) <= 12 or 2 * len(nama) <= len(contoh)) and any(map(berhuruf, contoh))


def _bernama(contoh: list[Sel]) -> bool:
    return any(map(berhuruf, contoh))


def _unit_dikenal(konteks: Konteks) -> Uji:
    """Some cell names a unit we know: the same header may stand over rooms."""
    return lambda contoh: any(konteks.pencocok.calon(teks_sel(s), puskesmas=False) for s in contoh)


def _angka_saja(contoh: list[Sel]) -> bool:
    return bool(contoh) and all(map(berangka, contoh))


def _survei(judul: Judul) -> bool:
    """Respondents of a survey also have a day, a sex and an age."""
    return sum(any(_TANYA.search(kata) for kata in jalur) for jalur in judul.kepala.jalur) >= 5
