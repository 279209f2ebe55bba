"""``impor``: read files and store each of them wholly or not at all, or only say what storing would do."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from kinerja import ingest
from kinerja.cli.beda import baris_beda, beda_json
from kinerja.cli.kumpulan import Kumpulan, Masuk, kumpulkan
from kinerja.cli.laporan import (
    Hasil,
    Isi,
    Sebutan,
    baris_masalah,
    baris_total,
    ditolak,
    laporan_berkas,
    petunjuk_baca,
    petunjuk_bentrok,
)
from kinerja.cli.pelaku import pelaku
from kinerja.domain.akses import Akses
from kinerja.domain.errors import KinerjaError
from kinerja.domain.fakta import HasilBaca, Masalah
from kinerja.domain.periode import parse_periode
from kinerja.i18n import Bahasa, teks
from kinerja.i18n import format as tulis
from kinerja.indikator import nama_pegawai, terbit
from kinerja.indikator.periksa import periksa
from kinerja.indikator.terbit import Beda
from kinerja.store import rahasia
from kinerja.store.lokasi import PENUNJUK, folder_data, jalur_aktif, nomor_aktif

_MAKS_PETA = 1 << 20


@dataclass
class Tugas:
    """One run. ``folder``: where it stores; with --uji a copy that is thrown away, so that a try finds exactly what
    the real import would. ``sudah``: batch → file of what this run has stored."""

    args: argparse.Namespace
    folder: Path
    opsi: ingest.Opsi
    sudah: dict[int, str] = field(default_factory=dict)

    @property
    def bahasa(self) -> Bahasa:
        bahasa: Bahasa = self.args.bahasa
        return bahasa


def impor(args: argparse.Namespace) -> Hasil:
    """One report for one file; for several, one for each and their sum."""
    with TemporaryDirectory(prefix="kinerja-") as sementara:
        ruang, salinan = Path(sementara, "berkas"), Path(sementara, "uji")
        ruang.mkdir()
        kumpulan = kumpulkan(args.berkas, ruang, sub=args.sub)
        if len(args.berkas) == len(kumpulan.galat) == 1 and not kumpulan.berkas:
            raise kumpulan.galat[0][1]
        tugas = _tugas(args, salinan)
        if args.tulis_peta is not None:
            return _tulis_peta(tugas, kumpulan)
        return _satu(tugas, kumpulan.berkas[0]) if kumpulan.tunggal else _banyak(tugas, kumpulan)


def _tugas(args: argparse.Namespace, salinan: Path) -> Tugas:
    folder = folder_data()
    if args.uji or args.tulis_peta is not None:
        _salin(folder, salinan)
        folder = salinan
    alias = dict(args.alias)
    units = {u.kode for u in terbit.rujukan_unit(folder)[0]}
    for kode in (*([args.unit] if args.unit else []), *alias.values()):
        if kode not in units:
            raise KinerjaError("galat.unit_tak_dikenal", kode=kode)
    opsi = ingest.Opsi(
        jenis=args.jenis,
        lembar=tuple(args.lembar),
        periode=parse_periode(args.periode) if args.periode else None,
        unit_baru=args.unit_baru,
        alias_baru=alias,
        peta=_baca_peta(args.peta) if args.peta else "",
        unit=args.unit or "",
        tanggal=args.tanggal,
    )
    return Tugas(args, folder, opsi)


def _salin(folder: Path, tujuan: Path) -> None:
    """The active snapshot and the key beside it, in a folder of their own."""
    tujuan.mkdir()
    if nomor_aktif(folder) is not None:
        for jalur in (jalur_aktif(folder), folder / PENUNJUK):
            shutil.copyfile(jalur, tujuan / jalur.name)
    if (folder / rahasia.BERKAS).is_file():
        shutil.copyfile(folder / rahasia.BERKAS, tujuan / rahasia.BERKAS)


def _baca_peta(jalur: Path) -> str:
    if not jalur.is_file():
        raise KinerjaError("galat.berkas_tak_ada", berkas=str(jalur))
    try:
        if jalur.stat().st_size > _MAKS_PETA:
            raise KinerjaError("galat.peta_baca", berkas=jalur.name)
        return jalur.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise KinerjaError("galat.peta_baca", berkas=jalur.name) from None


def _baca(tugas: Tugas, masuk: Masuk) -> tuple[HasilBaca, Sebutan]:
    rujukan = terbit.rujukan(tugas.folder)
    hasil = ingest.baca_berkas(masuk.jalur, masuk.nama, ingest.Rujukan(**rujukan), tugas.opsi)
    nama = {u.kode: u.nama for u in (*rujukan["units"], *hasil.unit_baru)}
    return hasil, Sebutan(tugas.bahasa, nama)


def _satu(tugas: Tugas, masuk: Masuk) -> Hasil:
    """The report of one file. Raises ``KinerjaError`` when what reads well may not be stored."""
    hasil, sebutan = _baca(tugas, masuk)
    beda: Sequence[Beda] = ()
    muatan = None
    if hasil.diterima and hasil.baris:
        temuan = periksa(tugas.folder, hasil)
        if tugas.args.uji:
            beda = terbit.beda(tugas.folder, hasil)
            temuan = tuple(_ringankan(m, tugas.args) for m in temuan)
        else:  # what stands against storing is said by the storing itself
            temuan = tuple(m for m in temuan if m.tingkat != "galat" and m.alasan != "galat.periode_terkunci")
        hasil = replace(hasil, masalah=(*hasil.masalah, *temuan))
    diterima = hasil.diterima and hasil.baris > 0
    if diterima:
        muatan = _simpan(tugas, hasil, masuk)
    return _laporan(tugas, hasil, sebutan, beda, None if tugas.args.uji else muatan, diterima=diterima)


def _ringankan(masalah: Masalah, args: argparse.Namespace) -> Masalah:
    """A conflict that the chosen way of storing settles is worth knowing, and no error."""
    jenis = masalah.args.get("jenis")
    selesai = jenis in ("sama", "beda") if args.koreksi else args.pembanding and jenis in ("sama", "beda", "tumpang")
    return replace(masalah, tingkat="peringatan") if selesai and masalah.tingkat == "galat" else masalah


def _simpan(tugas: Tugas, hasil: HasilBaca, masuk: Masuk) -> int:
    args = tugas.args
    if args.koreksi and tugas.sudah:
        for satu in terbit.beda(tugas.folder, hasil):
            if satu.muatan in tugas.sudah:  # the last of two files that disagree would win, whichever that is
                raise KinerjaError("galat.koreksi_sesama", berkas=tugas.sudah[satu.muatan])
    nomor = terbit.simpan(
        tugas.folder,
        hasil,
        pelaku(args.oleh),
        tugas.opsi.alias_baru,
        koreksi=args.koreksi,
        disetujui=args.disetujui,
        pembanding=args.pembanding,
        nama_peta=args.peta_nama,
    )
    if not args.uji:
        siapa = Akses("kepegawaian")  # whoever has the machine keeps the list of employees
        nama_pegawai.simpan_nama(siapa, tugas.folder, hasil, nomor, pelaku(args.oleh), args.disetujui)
    tugas.sudah[nomor] = masuk.nama
    return nomor


def _laporan(
    tugas: Tugas, hasil: HasilBaca, sebutan: Sebutan, beda: Sequence[Beda], muatan: int | None, *, diterima: bool
) -> Hasil:
    isi = laporan_berkas(hasil, sebutan, diterima=diterima, muatan=muatan)
    uji = bool(tugas.args.uji)
    if uji:
        isi["beda"] = [beda_json(b, sebutan) for b in beda]
    kunci = "cli.impor_uji" if uji and diterima else "cli.impor_diterima" if diterima else "cli.impor_ditolak"
    satuan = "cli.jumlah_baris" if hasil.tabel else "cli.jumlah_angka"
    jumlah = teks(tugas.bahasa, satuan, jumlah=tulis.angka(hasil.baris, 0, tugas.bahasa))
    unit = tulis.angka(len(hasil.unit), 0, tugas.bahasa)
    baris = [teks(tugas.bahasa, kunci, berkas=hasil.berkas, muatan=muatan, jumlah=jumlah, unit=unit)]
    if diterima:
        baris += baris_total(hasil, sebutan)
        if tugas.args.peta_nama and not hasil.peta:
            baris.append(teks(tugas.bahasa, "cli.peta_tak_perlu"))
    baris += [baris_masalah(m, sebutan) for m in hasil.masalah]
    baris += [baris_beda(b, sebutan) for b in beda]
    baris += [*petunjuk_baca(hasil, tugas.bahasa), *petunjuk_bentrok(hasil.masalah, tugas.bahasa)]
    return isi, "\n".join(baris)


def _banyak(tugas: Tugas, kumpulan: Kumpulan) -> Hasil:
    """Each file by itself: one that is refused does not hold up the others."""
    berkas: list[Isi] = []
    baris: list[str] = []
    umum = Sebutan(tugas.bahasa)
    for nama, galat in kumpulan.galat:
        isi, kalimat = ditolak(galat, umum)
        berkas.append({"berkas": nama, **isi})
        baris.append(f"{nama}: {kalimat}")
    for nama, satu in kumpulan.dilewati:
        alasan = teks(tugas.bahasa, satu.alasan, **satu.args)
        baris.append(teks(tugas.bahasa, "cli.dilewati", berkas=satu.nama, wadah=nama or "–", alasan=alasan))
        if satu.berisi:
            berkas.append({"berkas": satu.nama, "wadah": nama, "status": "ditolak", "galat": alasan})
    for urut, masuk in enumerate(kumpulan.berkas, 1):
        _kemajuan(tugas, urut, len(kumpulan.berkas), masuk.nama)
        try:
            isi, kalimat = _satu(tugas, masuk)
        except KinerjaError as galat:
            isi, kalimat = ditolak(galat, umum)
            kalimat = f"{masuk.nama}: {kalimat}"
        berkas.append({"berkas": masuk.nama, "wadah": masuk.wadah, **isi})
        baris.append(kalimat)
    return _jumlahkan(tugas, kumpulan, berkas, baris)


def _jumlahkan(tugas: Tugas, kumpulan: Kumpulan, berkas: list[Isi], baris: list[str]) -> Hasil:
    diterima = sum(b["status"] == "diterima" for b in berkas)
    jumlah = sum(int(str(b.get("baris", 0))) for b in berkas)
    isi: Isi = {
        "status": "ditolak" if not diterima else "diterima" if diterima == len(berkas) else "sebagian",
        "berkas": berkas,
        "baris": jumlah,
        "dilewati": [
            {"berkas": d.nama, "wadah": wadah, "alasan": teks(tugas.bahasa, d.alasan, **d.args)}
            for wadah, d in kumpulan.dilewati
            if not d.berisi
        ],
    }
    kunci = "cli.impor_banyak_uji" if tugas.args.uji else "cli.impor_banyak"
    angka = {"diterima": diterima, "semua": len(berkas), "baris": jumlah}
    tertulis = {k: tulis.angka(v, 0, tugas.bahasa) for k, v in angka.items()}
    return isi, "\n".join([*baris, teks(tugas.bahasa, kunci, **tertulis)])


def _kemajuan(tugas: Tugas, urut: int, semua: int, nama: str) -> None:
    if not tugas.args.json and sys.stderr.isatty():
        print(f"[{urut}/{semua}] {nama}", file=sys.stderr, flush=True)


def _tulis_peta(tugas: Tugas, kumpulan: Kumpulan) -> Hasil:
    """Write the mapping the file was read by, or the proposal for one, to be looked at and changed. Stores nothing."""
    tujuan: Path = tugas.args.tulis_peta
    if kumpulan.galat:
        raise kumpulan.galat[0][1]
    if not kumpulan.tunggal:
        raise KinerjaError("galat.peta_satu_berkas")
    hasil, sebutan = _baca(tugas, kumpulan.berkas[0])
    isi = hasil.peta or hasil.usulan
    if not isi:
        raise KinerjaError("galat.peta_tak_ada" if hasil.jenis else "galat.peta_tak_diusulkan", jenis=hasil.jenis)
    try:
        with tujuan.open("x", encoding="utf-8") as berkas:  # somebody may have worked on the file that is there
            berkas.write(isi)
    except FileExistsError:
        raise KinerjaError("galat.peta_sudah_ada", berkas=str(tujuan)) from None
    except OSError:
        raise KinerjaError("galat.peta_tulis", berkas=str(tujuan)) from None
    laporan = laporan_berkas(hasil, sebutan, diterima=False, muatan=None)
    kalimat = teks(tugas.bahasa, "cli.peta_ditulis" if hasil.peta else "cli.peta_diusulkan", berkas=str(tujuan))
    baris = [kalimat, *(baris_masalah(m, sebutan) for m in hasil.masalah)]
    return {**laporan, "status": "diterima", "peta": str(tujuan), "lengkap": bool(hasil.peta)}, "\n".join(baris)
