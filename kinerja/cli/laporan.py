"""Results as the command line gives them: one JSON object, or lines for people, with names instead of codes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace

from kinerja.domain.errors import ImporError, KinerjaError
from kinerja.domain.fakta import KOLOM_TABEL, HasilBaca, Masalah
from kinerja.domain.periode import rentang
from kinerja.i18n import Bahasa, teks
from kinerja.i18n import format as tulis
from kinerja.i18n.masalah import teks_galat, teks_masalah
from kinerja.indikator.muat import total_fakta
from kinerja.indikator.registry import registri

Isi = dict[str, object]
Hasil = tuple[Isi, str]
"""The object for ``--json``, and the text."""
_JUMLAH = {"kunjungan": "jumlah", "pelatihan": "peserta"}
"""Tables whose rows stand for several visits or people: the column that counts them."""


_PETUNJUK = {
    "masalah.unit_tak_disebut": "cli.petunjuk_isian_unit",
    "masalah.periode_tak_ada": "cli.petunjuk_isian_periode",
}


@dataclass(frozen=True)
class Sebutan:
    """Names for codes, in one language. ``unit``: kode → name."""

    bahasa: Bahasa
    unit: Mapping[str, str] = field(default_factory=dict)

    def indikator(self, kode: str) -> str:
        """The name of an indikator by its code or its Indonesian name, of a table; anything else as it stands."""
        if kode in KOLOM_TABEL:
            return teks(self.bahasa, f"cli.tabel.{kode}")
        ind = registri().get(kode) or next((i for i in registri().values() if i.nama.id == kode), None)
        return ind.nama.dalam(self.bahasa) if ind else kode

    def nama(self, kode: str) -> str:
        return self.unit.get(kode, kode)

    def masalah(self, m: Masalah) -> str:
        return teks_masalah(replace(m, args=self._args(m.args)), self.bahasa)

    def galat(self, galat: KinerjaError) -> str:
        return teks_galat(KinerjaError(galat.kunci, **self._args(galat.args_kunci)), self.bahasa)

    def _args(self, args: Mapping[str, object]) -> dict[str, object]:
        ganti = {"indikator": self.indikator, "indikator_lain": self.indikator, "unit": self.nama}
        return {k: ganti[k](v) if k in ganti and isinstance(v, str) else v for k, v in args.items()}


def laporan_berkas(hasil: HasilBaca, sebutan: Sebutan, *, diterima: bool, muatan: int | None) -> Isi:
    """What became of one file."""
    isi: Isi = {
        "status": "diterima" if diterima else "ditolak",
        "jenis": hasil.jenis,
        "muatan": muatan,
        "baris": hasil.baris if diterima else 0,
        "unit": len(hasil.unit) if diterima else 0,
        "masa": list(hasil.masa or ()) if diterima else [],
        "total": _total(hasil) if diterima else {},
        "unit_tanya": list(hasil.unit_tanya),
        "dibuang": [{**asdict(d), "alasan": teks(sebutan.bahasa, d.alasan)} for d in hasil.dibuang],
        "masalah": [masalah_json(m, sebutan) for m in hasil.masalah],
    }
    if diterima and any(hasil.tabel.values()):
        isi["tabel"] = isi_tabel(hasil)
    return isi


def _total(hasil: HasilBaca) -> dict[str, dict[str, int | None]]:
    """Sums of every indikator; a plain count has no denominator, which is not a denominator of 0."""
    berpenyebut = {f.indikator for f in hasil.fakta if f.penyebut is not None}
    return {
        kode: {"pembilang": isi["pembilang"], "penyebut": isi["penyebut"] if kode in berpenyebut else None}
        for kode, isi in total_fakta(hasil).items()
    }


def isi_tabel(hasil: HasilBaca) -> dict[str, int]:
    """Per table what it holds: visits, participants, otherwise rows."""
    jumlah: dict[str, int] = {}
    for nama, baris in hasil.tabel.items():
        kolom = KOLOM_TABEL[nama].index(_JUMLAH[nama]) if nama in _JUMLAH else None
        if baris:
            jumlah[nama] = len(baris) if kolom is None else sum(int(str(b[kolom])) for b in baris)
    return jumlah


def baris_total(hasil: HasilBaca, sebutan: Sebutan) -> list[str]:
    """The sums a person compares with the file, one line each."""
    masa = [tulis.periode(rentang(*hasil.masa), sebutan.bahasa)] if hasil.masa else []
    baris = [f"  {teks(sebutan.bahasa, 'cli.periode', periode=p)}" for p in masa]
    for kode, isi in _total(hasil).items():
        angka = tulis.angka(isi["pembilang"], 0, sebutan.bahasa)
        if isi["penyebut"] is not None:
            angka += f" / {tulis.angka(isi['penyebut'], 0, sebutan.bahasa)}"
        baris.append(f"  {sebutan.indikator(kode)}: {angka}")
    for nama, jumlah in isi_tabel(hasil).items():
        baris.append(f"  {sebutan.indikator(nama)}: {tulis.angka(jumlah, 0, sebutan.bahasa)}")
    return baris


def masalah_json(m: Masalah, sebutan: Sebutan) -> Isi:
    return {
        "lembar": m.lembar,
        "baris": m.baris,
        "kolom": m.kolom,
        "nilai": m.nilai,
        "alasan": sebutan.masalah(m),
        "tingkat": m.tingkat,
    }


def baris_masalah(m: Masalah, sebutan: Sebutan) -> str:
    bahasa = sebutan.bahasa
    letak = ", ".join(
        teks(bahasa, f"cli.{k}", isi=v) for k, v in (("lembar", m.lembar), ("baris", m.baris), ("kolom", m.kolom)) if v
    )
    awal = f"[{teks(bahasa, f'cli.tingkat_{m.tingkat}')}] "
    return awal + (f"{letak}: " if letak else "") + sebutan.masalah(m)


def ditolak(galat: KinerjaError, sebutan: Sebutan) -> Hasil:
    """A refusal with its sentence, and the conflicts when there are any."""
    isi: Isi = {"status": "ditolak", "galat": sebutan.galat(galat)}
    kalimat = str(isi["galat"])
    if isinstance(galat, ImporError):
        isi["masalah"] = [masalah_json(m, sebutan) for m in galat.masalah]
        petunjuk = petunjuk_bentrok(galat.masalah, sebutan.bahasa)
        kalimat = "\n".join([kalimat, *(baris_masalah(m, sebutan) for m in galat.masalah), *petunjuk])
    return isi, kalimat


def petunjuk_bentrok(masalah: Iterable[Masalah], bahasa: Bahasa) -> list[str]:
    """Which options settle the conflicts; none when a correction cannot."""
    jenis = {m.args.get("jenis") for m in masalah if m.tingkat == "galat"} - {None}
    return [teks(bahasa, "cli.petunjuk_koreksi")] if jenis in ({"beda"}, {"sama", "beda"}) else []


def petunjuk_baca(hasil: HasilBaca, bahasa: Bahasa) -> list[str]:
    """Which options answer what reading the file asked."""
    alasan = {m.alasan for m in hasil.masalah if m.tingkat == "galat"}
    kunci = [k for m, k in _PETUNJUK.items() if m in alasan]
    if hasil.unit_tanya:
        kunci.append("cli.petunjuk_unit")
    if hasil.usulan and not hasil.jenis:
        kunci.append("cli.petunjuk_peta")
    return [teks(bahasa, k) for k in kunci]
