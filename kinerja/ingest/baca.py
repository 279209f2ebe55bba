"""One file → ``HasilBaca``: the whole way, with every expected trouble as a ``Masalah``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from kinerja.domain.fakta import Fakta, HasilBaca, Masalah
from kinerja.domain.periode import rentang
from kinerja.ingest.container import Wadah, ekstensi_cocok, nama_aman, periksa_wadah, sidik
from kinerja.ingest.kenali import REGISTER, kenali, usulkan
from kinerja.ingest.kepala import pecah_tabel
from kinerja.ingest.konteks import Konteks
from kinerja.ingest.periksa_masa import masa_unit, periksa_masa_depan, periksa_nol, periksa_tahun
from kinerja.ingest.periksa_tabel import periksa_tabel
from kinerja.ingest.proses import BacaanAnak, baca_di_anak
from kinerja.ingest.teks_csv import baca_csv
from kinerja.ingest.tipe import MAKS_BERKAS, MAKS_MASALAH, Lembar, Opsi, Rujukan, Tampung, ringkas
from kinerja.ingest.tolak import BerkasDitolakError

_URUT = {"galat": 0, "peringatan": 1, "info": 2}


def baca_berkas(
    jalur: Path, nama: str, rujukan: Rujukan, opsi: Opsi, kemajuan: Callable[[float], None] | None = None
) -> HasilBaca:
    """All that one file says: facts, targets, what was left out and what is wrong. Raises nothing for a bad file.

    ``nama`` is the name as uploaded (``jalur`` may be a temporary file). ``jenis`` of the result is the layout, or
    two joined by ``+`` for a workbook with both, '' when nothing was recognised. In ``Masalah.args`` numbers (int,
    float) are quantities to be written in the reader's language, texts stand as they are. ``kemajuan`` is told now and
    then how much of a long file has been read, 0 to 1.
    """
    konteks = Konteks(rujukan, opsi, nama_aman(nama), kemajuan)
    try:
        wadah = periksa_wadah(jalur, nama)
        bacaan = _baca_lembar(wadah, opsi)
    except BerkasDitolakError as galat:
        _tolak(konteks, galat)
        return _susun(konteks, "", nama_aman(nama), sidik(jalur), ())
    if not ekstensi_cocok(wadah.jenis, wadah.berkas):
        konteks.hasil.catat("masalah.ekstensi_keliru", "info", nilai=wadah.berkas, jenis=wadah.jenis)
    try:
        jenis, lembar = _proses(konteks, wadah, bacaan)
    except BerkasDitolakError as galat:  # a mapping that cannot be read, or a record far down a long file
        _tolak(konteks, galat)
        return _susun(konteks, "", wadah.berkas, wadah.sha256, ())
    return _susun(konteks, jenis, wadah.berkas, wadah.sha256, lembar)


def _tolak(konteks: Konteks, galat: BerkasDitolakError) -> None:
    baris = galat.args_kunci.get("baris")
    konteks.hasil.masalah.append(Masalah(galat.kunci, baris=int(str(baris)) if baris else None, args=galat.args_kunci))


def _baca_lembar(wadah: Wadah, opsi: Opsi) -> BacaanAnak:
    """The sheets asked for, all visible ones when none was. Raises ``BerkasDitolakError``."""
    if wadah.jenis == "csv":
        lembar = baca_csv(wadah.isi)
        return BacaanAnak(lembar=[lembar], semua=[lembar.nama])
    return baca_di_anak(wadah.isi, wadah.jenis, opsi.lembar)


def _proses(konteks: Konteks, wadah: Wadah, bacaan: BacaanAnak) -> tuple[str, tuple[str, ...]]:
    """Read every recognised sheet; returns the layouts met and the sheets taken."""
    hasil = konteks.hasil
    for nama in konteks.opsi.lembar:
        if nama not in bacaan.semua:
            hasil.catat("masalah.lembar_tak_ada", lembar=nama, ada=", ".join(bacaan.semua))
    for nama in bacaan.tersembunyi:
        hasil.buang("lembar", nama, nama, "", "dibuang.lembar_tersembunyi")
    jenis: dict[str, None] = {}
    diambil: dict[str, None] = {}
    for lembar in bacaan.lembar:
        for bagian in (lembar,) if lembar.terus else pecah_tabel(lembar):
            dikenal = kenali(konteks, bagian)
            if lembar.terus and (dikenal is None or dikenal.jenis != REGISTER):
                _terlalu_panjang(konteks, wadah, lembar)
                continue
            if dikenal is None:
                _tak_dikenal(konteks, bagian)
                continue
            jenis[dikenal.jenis] = diambil[lembar.nama] = None
            dikenal.proses(konteks)
    dari_anak = [m for m in bacaan.masalah if m.tingkat == "galat" or m.lembar in diambil]
    hasil.masalah.extend(_ringankan(m, konteks.opsi) if jenis else m for m in dari_anak)
    _periksa_isi(konteks, bacaan, bool(jenis))
    return "+".join(sorted(jenis)), tuple(diambil)


def _terlalu_panjang(konteks: Konteks, wadah: Wadah, lembar: Lembar) -> None:
    """Only a register is counted while it is read; every other layout must fit into memory."""
    if len(wadah.isi) > MAKS_BERKAS:
        konteks.hasil.catat("masalah.besar_bukan_register", lembar=lembar.nama, batas="10 MB")
    else:
        konteks.hasil.catat("masalah.terlalu_banyak_baris", lembar=lembar.nama, batas=50_000)


def _ringankan(masalah: Masalah, opsi: Opsi) -> Masalah:
    """A sheet refused for its size beside one that was read is a warning, unless it was asked for by name."""
    return masalah if masalah.lembar in opsi.lembar else replace(masalah, tingkat="peringatan")


def _tak_dikenal(konteks: Konteks, lembar: Lembar) -> None:
    """A sheet nobody asked for is left out; one that was asked for by name is a problem."""
    if lembar.nama in konteks.opsi.lembar:
        konteks.hasil.catat("masalah.lembar_tak_dikenali", lembar=lembar.nama)
    konteks.hasil.buang("lembar", lembar.nama, lembar.nama, "", "dibuang.lembar_tak_dikenali")
    usulkan(konteks, lembar)


def _periksa_isi(konteks: Konteks, bacaan: BacaanAnak, ada_dikenal: bool) -> None:
    """What can only be told at the end: nothing recognised, nothing found, the same figure on two sheets."""
    hasil = konteks.hasil
    _periksa_kembar(hasil)
    _periksa_masa_unit(konteks)
    periksa_masa_depan(konteks)
    periksa_nol(konteks)
    periksa_tabel(konteks)
    periksa_tahun(konteks)
    ada_galat = any(m.tingkat == "galat" for m in hasil.masalah)
    if not ada_galat and not any(lembar.baris for lembar in bacaan.lembar):
        hasil.catat("masalah.tanpa_isi")
    elif not ada_dikenal and not ada_galat:
        hasil.catat(
            "masalah.tata_letak_tak_dikenali", lembar=ringkas(", ".join(lembar.nama for lembar in bacaan.lembar))
        )
    elif not ada_galat and not (hasil.fakta or hasil.target or any(hasil.tabel.values())):
        hasil.catat("masalah.tanpa_data")


def _periksa_kembar(hasil: Tampung) -> None:
    pertama: set[tuple[object, ...]] = set()
    kembar: dict[str, Fakta] = {}
    for fakta in hasil.fakta:
        kunci = (fakta.indikator, fakta.unit, fakta.dari, fakta.sampai, fakta.jk)
        if kunci in pertama:
            kembar.setdefault(fakta.indikator, fakta)
        pertama.add(kunci)
    for indikator, fakta in kembar.items():
        hasil.catat("masalah.kembar_antar_lembar", indikator=indikator, unit=fakta.unit)


def _periksa_masa_unit(konteks: Konteks) -> None:
    """A figure for months in which its unit did not exist; where another took over its work, that one is named."""
    dilapor: set[str] = set()
    for kode, dari, sampai in sorted(masa_unit(konteks.hasil)):
        unit = konteks.pencocok.unit(kode)
        if unit is None or kode in dilapor or (sampai >= unit.berlaku_dari and dari <= unit.berlaku_sampai):
            continue
        dilapor.add(kode)
        penerus = konteks.pencocok.unit(unit.penerus) if dari > unit.berlaku_sampai else None
        nama, awal, akhir = unit.nama, str(unit.berlaku_dari), str(unit.berlaku_sampai)
        if penerus:
            akhir = rentang(unit.berlaku_sampai, unit.berlaku_sampai).kode
            konteks.hasil.catat("masalah.unit_berpenerus", nilai=nama, unit=nama, sampai=akhir, penerus=penerus.nama)
        else:
            konteks.hasil.catat("masalah.unit_tak_berlaku", nilai=nama, unit=nama, dari=awal, sampai=akhir)


def _susun(konteks: Konteks, jenis: str, berkas: str, sha256: str, lembar: tuple[str, ...]) -> HasilBaca:
    hasil = konteks.hasil
    return HasilBaca(
        jenis=jenis,
        berkas=berkas,
        sha256=sha256,
        lembar=lembar,
        fakta=tuple(hasil.fakta),
        target=tuple(hasil.target),
        tabel={nama: tuple(isi) for nama, isi in hasil.tabel.items() if isi},
        letak={nama: tuple(isi) for nama, isi in hasil.letak.items() if len(isi) == len(hasil.tabel.get(nama, ()))},
        nama=dict(hasil.nama),
        unit_baru=tuple(konteks.pencocok.baru.values()),
        unit_tanya=tuple(konteks.pencocok.tanya.values()),
        dibuang=tuple(hasil.dibuang),
        masalah=susun_masalah(hasil.masalah),
        pratinjau=tuple(hasil.pratinjau),
        peta=hasil.peta,
        usulan=hasil.usulan,
    )


def _urut_kolom(kolom: str) -> tuple[int, str]:
    """Column AA comes after column B."""
    return (len(kolom.split(" ", 1)[0]), kolom)


def susun_masalah(masalah: Iterable[Masalah]) -> tuple[Masalah, ...]:
    """Errors first, then by sheet and row; beyond two hundred only their number is told, at the worst level cut."""
    urut = sorted(masalah, key=lambda m: (_URUT[m.tingkat], m.lembar, m.baris or 0, _urut_kolom(m.kolom)))
    if len(urut) <= MAKS_MASALAH:
        return tuple(urut)
    sisa = urut[MAKS_MASALAH:]
    lebih = Masalah("masalah.terlalu_banyak", sisa[0].tingkat, args={"jumlah": len(sisa), "semua": len(urut)})
    return (*urut[:MAKS_MASALAH], lebih)
