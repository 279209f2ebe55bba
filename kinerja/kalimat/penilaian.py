"""Sentences about ratings of ASN: what is done and what is asked, the pattern as a guide, what calibration may say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kinerja.domain.antrean import PERTANYAAN, Antrean
from kinerja.domain.periode import Periode
from kinerja.domain.pola import LABEL_ORGANISASI, Pasal, PredikatOrganisasi, kelompok_kecil, pasal_gagal
from kinerja.domain.predikat import Ekspektasi, Predikat, tentukan_predikat
from kinerja.i18n import Bahasa, teks
from kinerja.i18n import format as tulis
from kinerja.kalimat.kalimat import Kalimat
from kinerja.metode.kalibrasi import BandingUnit
from kinerja.metode.vonis import Vonis

Sel = tuple[Ekspektasi, Ekspektasi]


def hitung_predikat(jumlah: Mapping[Sel, int]) -> dict[Predikat, int]:
    """People with each predikat, recomputed from the two ratings."""
    hasil: dict[Predikat, int] = {}
    for (h, p), n in jumlah.items():
        predikat = tentukan_predikat(h, p)
        hasil[predikat] = hasil.get(predikat, 0) + n
    return hasil


def sentence_matriks(jumlah: Mapping[Sel, int], bahasa: Bahasa) -> Kalimat:
    """How many of those rated are at least Baik."""
    per, n = hitung_predikat(jumlah), sum(jumlah.values())
    if not n:
        return Kalimat("penilaian.matriks_kosong")
    baik = per.get("baik", 0) + per.get("sangat_baik", 0)
    return Kalimat("penilaian.matriks", {"baik": tulis.angka(baik, 0, bahasa), "n": tulis.angka(n, 0, bahasa)})


def list_pembuka(
    pegawai: int, dinilai: int, tanya: int, diam: Sequence[str], periode: Periode, bahasa: Bahasa
) -> list[Kalimat]:
    """What needs attention, two or three sentences. ``tanya``: ratings beside evidence that raise a question.

    ``diam``: names of units from which nothing at all came in; that is no bad result, and is said so.
    """
    args: dict[str, object] = {
        "n": tulis.angka(pegawai, 0, bahasa),
        "dinilai": tulis.angka(dinilai, 0, bahasa),
        "belum": tulis.angka(pegawai - dinilai, 0, bahasa),
        "periode": tulis.periode(periode, bahasa),
    }
    if not pegawai:
        return [Kalimat("penilaian.buka_tanpa_orang", args)]
    hasil = [Kalimat("penilaian.buka_lengkap" if dinilai == pegawai else "penilaian.buka_belum", args)]
    if diam:
        hasil.append(_diam(diam, bahasa))
    if tanya:
        hasil.append(Kalimat("penilaian.buka_tanya", {"jumlah": tulis.angka(tanya, 0, bahasa)}))
    return hasil


def _diam(diam: Sequence[str], bahasa: Bahasa) -> Kalimat:
    """The silent units by name; from the fourth on only how many more."""
    if len(diam) <= 3:
        return Kalimat("penilaian.buka_diam", {"unit": ", ".join(diam)})
    lain = tulis.angka(len(diam) - 2, 0, bahasa)
    return Kalimat("penilaian.buka_diam_banyak", {"unit": ", ".join(diam[:2]), "lain": lain})


def sentence_pola(pasal: Sequence[Pasal], predikat: PredikatOrganisasi | None, n: int) -> Kalimat:
    """The heading above the distribution: which clauses of the guide are not met, or why nothing is compared."""
    if not n:
        return Kalimat("penilaian.pola_tanpa_nilai")
    if predikat is None:
        return Kalimat("penilaian.pola_tanpa_predikat")
    args: dict[str, object] = {"predikat": LABEL_ORGANISASI[predikat]}
    if not pasal:
        return Kalimat("penilaian.pola_tanpa_aturan", args)
    gagal, keras = len(pasal_gagal(pasal)), sum(not p.lunak for p in pasal)
    args |= {"gagal": gagal, "jumlah": keras}
    if kelompok_kecil(n):
        return Kalimat("penilaian.pola_kecil", {**args, "n": n})
    return Kalimat("penilaian.pola_gagal" if gagal else "penilaian.pola_sesuai", args)


def list_pasal(pasal: Sequence[Pasal], bahasa: Bahasa) -> list[tuple[Pasal, str]]:
    """Each clause with its sentence: what the guide says, how many there are, how many people that is off."""
    return [(p, _pasal(p, bahasa)) for p in pasal]


def _pasal(p: Pasal, bahasa: Bahasa) -> str:
    nama = f" {teks(bahasa, 'penilaian.atau')} ".join(teks(bahasa, f"penilaian.predikat.{x}") for x in p.predikat)
    args = {
        "predikat": nama,
        "ambang": tulis.angka(float(p.ambang), 0, bahasa),
        "batas": tulis.angka(p.batas, 0, bahasa),
        "ada": tulis.angka(p.ada, 0, bahasa),
        "persen": tulis.persen(100 * p.ada / p.n, bahasa),
    }
    isi = teks(bahasa, f"penilaian.pasal_{p.jenis}", **args)
    if p.terpenuhi:
        return isi
    arah = "tafsir" if p.lunak else "lebih" if p.jenis in ("maks", "tanpa") else "kurang"
    return f"{isi} {teks(bahasa, f'penilaian.pasal_{arah}', selisih=tulis.angka(p.selisih, 0, bahasa))}"


def sentence_antrean(a: Antrean, bahasa: Bahasa) -> Kalimat:
    """What is to be done or asked, with the numbers that say so."""
    return Kalimat(
        f"penilaian.antrean.{a.jenis}",
        {
            "tenggat": tulis.tanggal(a.tenggat, bahasa),
            "hari": tulis.angka(a.hari, 0, bahasa),
            "butir": tulis.angka(a.butir, 0, bahasa),
            "tercapai": tulis.angka(a.tercapai, 0, bahasa),
            "tanpa_bukti": tulis.angka(a.tanpa_bukti, 0, bahasa),
            "semua_butir": tulis.angka(a.semua_butir, 0, bahasa),
        },
    )


def hitung_tanya(antrean: Sequence[Antrean]) -> int:
    """Matters that ask about a rating which was given."""
    return sum(a.jenis in PERTANYAAN for a in antrean)


def sentence_kalibrasi(vonis: Sequence[Vonis], dibanding: int, alasan: str) -> Kalimat:
    """How many of those compared stand apart; nothing about who is higher."""
    if alasan:
        return Kalimat(f"kalibrasi.alasan_{alasan}")
    ditanya = sum(v != "tak_dapat_dibedakan" for v in vonis)
    args: dict[str, object] = {"ditanya": ditanya, "n": dibanding}
    return Kalimat("kalibrasi.ada_beda" if ditanya else "kalibrasi.tanpa_beda", args)


def sentence_uji(uji: BandingUnit, bahasa: Bahasa) -> Kalimat:
    """The test between units in words, with its size (Cramér's V without chance); p alone says nothing about that."""
    if uji.alasan:
        return Kalimat(f"kalibrasi.alasan_{uji.alasan}")
    return Kalimat(
        f"kalibrasi.uji_{uji.vonis}",
        {
            "unit": uji.unit,
            "n": tulis.angka(uji.n, 0, bahasa),
            "h": tulis.angka(uji.h, 1, bahasa),
            "derajat": uji.derajat,
            "p": _p(uji.p_kruskal, bahasa),
            "p_simulasi": _p(uji.p_simulasi, bahasa),
            "v": tulis.angka(uji.v_terkoreksi, 2, bahasa),
        },
    )


def _p(p: float, bahasa: Bahasa) -> str:
    return f"= {tulis.angka(p, 3, bahasa)}" if p >= 0.001 else f"< {tulis.angka(0.001, 3, bahasa)}"
