"""The figures again, from the raw sample frames, by other means: pandas merges, groupby and fractions.

Nothing here is imported from the store, the marts or the engine. What an indikator *is* is written down a second time
on purpose, so that a slip in a definition file shows as well.
"""

from __future__ import annotations

from fractions import Fraction
from math import floor

import pandas as pd

from kinerja.contoh import SATUAN_KERJA, ambang_peraturan, bangun_contoh, kalender

UNSUR = 9
JUMLAH = (
    *("kunjungan_rawat_jalan", "kunjungan_baru", "kunjungan_rawat_inap"),
    *("pelatihan_peserta", "pelatihan_jp", "penilaian_tercatat"),
)
HARI_KERJA = ("kunjungan_rawat_jalan", "kunjungan_baru")
Frames = dict[str, pd.DataFrame]


def leluhur() -> pd.DataFrame:
    """Every unit beside itself and each unit above it."""
    induk = {u.kode: u.induk for u in SATUAN_KERJA}
    baris = []
    for kode in induk:
        atas: str | None = kode
        while atas is not None:
            baris.append((atas, kode))
            atas = induk[atas]
    return pd.DataFrame(baris, columns=["unit", "asal"])


def _bulan(df: pd.DataFrame) -> pd.Series:
    return df["tanggal"].dt.year * 100 + df["tanggal"].dt.month


def bulanan(frames: Frames) -> pd.DataFrame:
    """indikator, asal (reporting unit), bulan, lama, anggota, p, q, n: every figure as it was reported.

    A figure of a longer span (``lama`` months) stands at its last month.
    """
    k = frames["kunjungan"]
    k = k.assign(bulan=_bulan(k))
    rj = k[k["layanan"] == "rawat_jalan"]
    isi = [
        _kelompok(rj, "kunjungan_rawat_jalan", p="jumlah"),
        _kelompok(rj[rj["pasien"] == "baru"], "kunjungan_baru", p="jumlah"),
        _kelompok(k[k["layanan"] == "rawat_inap"], "kunjungan_rawat_inap", p="jumlah"),
    ]
    butir = frames["skp_butir"]
    butir = butir[butir["realisasi_e4"].notna()]
    butir = butir.assign(capai=(butir["realisasi_e4"] >= butir["target_e4"]).astype(int))
    isi.append(_kelompok(butir, "capaian_skp", p="capai", orang=True))
    isi.append(_kelompok(frames["laporan_skp"], "ketepatan_skp", p="tepat", orang=True))
    j = frames["jawaban"]
    j = (
        j.assign(bulan=_bulan(j))
        .groupby(["unit", "bulan", "unsur"], as_index=False)
        .agg(p=("nilai", "sum"), q=("nilai", "count"))
    )
    isi.append(j.rename(columns={"unit": "asal", "unsur": "anggota"}).assign(indikator="ikm", n=0))
    f = frames["fakta"]
    assert (f["dari"] == f["sampai"]).all()
    f = f.rename(columns={"unit": "asal", "dari": "bulan", "pembilang": "p", "penyebut": "q"})
    isi.append(f[["indikator", "asal", "bulan", "p", "q"]].assign(anggota="", n=0))
    latih = frames["pelatihan"]
    latih = latih.assign(bulan=_bulan(latih), total=latih["peserta"] * latih["jp"])
    isi.append(_kelompok(latih, "pelatihan_peserta", p="peserta"))
    isi.append(_kelompok(latih[latih["jp"].notna()], "pelatihan_jp", p="total"))
    nilai = frames["skp_penilaian"]
    assert (nilai["sampai"] - nilai["dari"] == 2).all()  # each is one quarter
    isi.append(_kelompok(nilai.assign(bulan=nilai["sampai"], satu=1), "penilaian_tercatat", p="satu").assign(lama=3))
    semua = pd.concat(isi, ignore_index=True).fillna({"lama": 1})
    return semua.astype(dict.fromkeys(("p", "q", "n", "bulan", "lama"), "int64"))


def _kelompok(df: pd.DataFrame, kode: str, p: str, *, orang: bool = False) -> pd.DataFrame:
    g = df.groupby(["unit", "bulan"])
    hasil = g.agg(p=(p, "sum"), q=(p, "count")).reset_index()
    hasil["n"] = g["pegawai"].nunique().to_numpy() if orang else 0
    return hasil.rename(columns={"unit": "asal"}).assign(indikator=kode, anggota="")


def _bulan_antara(dari: int, sampai: int) -> list[int]:
    return [b for b in range(dari, sampai + 1) if 1 <= b % 100 <= 12]


def bagi_setahun(total: int, bobot: list[int], langkah: int = 1) -> list[int]:
    """Running total rounded half up to steps, month by month; the last month takes what is left."""
    jumlah, lalu, kini, hasil = sum(bobot), 0, Fraction(0), []
    for b in bobot:
        kini += Fraction(total * b, jumlah)
        sampai = floor(kini / langkah + Fraction(1, 2)) * langkah
        hasil.append(sampai - lalu)
        lalu = sampai
    hasil[-1] += total - lalu
    return hasil


class HitungUlang:
    """All figures of the sample, from its frames alone."""

    def __init__(self) -> None:
        self.frames = bangun_contoh()
        self.data = bulanan(self.frames).merge(leluhur(), on="asal")
        self.induk = {u.kode: u.induk for u in SATUAN_KERJA}
        self.hari = kalender(202201, 202712).groupby("bulan")["hari_kerja"].sum().to_dict()
        self.tetapan = self._tetapan()
        self.per_kunci = dict(list(self.data.groupby(["indikator", "unit"])))
        self.ingat: dict[tuple[str, str, int], Fraction | None] = {}
        self.responden = self._responden()

    def _responden(self) -> pd.DataFrame:
        r = self.frames["responden"]
        n = r.assign(bulan=_bulan(r)).groupby(["unit", "bulan"]).size().rename("n").reset_index()
        return n.rename(columns={"unit": "asal"}).merge(leluhur(), on="asal")

    def _tetapan(self) -> dict[str, dict[tuple[str, int], Fraction]]:
        """indikator → (unit, month) → the target that a decree or a regulation set there, not yet up or down."""
        hasil: dict[str, dict[tuple[str, int], Fraction]] = {}
        for t in self.frames["target"].itertuples():
            isi = hasil.setdefault(str(t.indikator), {})
            bulan = _bulan_antara(int(t.dari), int(t.sampai))
            if t.indikator in JUMLAH:
                bobot = [self.hari[b] if t.indikator in HARI_KERJA else 1 for b in bulan]
                assert int(t.nilai_e4) % 10_000 == 0
                bagian = [Fraction(x) for x in bagi_setahun(int(t.nilai_e4) // 10_000, bobot)]
            else:
                bagian = [Fraction(int(t.nilai_e4), 10_000)] * len(bulan)
            isi |= {(str(t.unit), b): v for b, v in zip(bulan, bagian, strict=True)}
        for a in ambang_peraturan().itertuples():
            isi = hasil.setdefault(str(a.indikator), {})
            for tahun in (2023, 2024, 2025, 2026):
                penuh = Fraction(int(a.nilai_e4), 10_000)
                spm = str(a.indikator).startswith("spm_")
                bagian = (
                    [Fraction(x, 10**8) for x in bagi_setahun(int(penuh * 10**8), [1] * 12)] if spm else [penuh] * 12
                )
                isi |= {("WIL", tahun * 100 + b): v for b, v in enumerate(bagian, 1)}
        return hasil

    def target_bulan(self, kode: str, unit: str, bulan: int) -> Fraction | None:
        """Counts: own target, else the sum of the children that have data. Others: own, else of the nearest above."""
        kunci = (kode, unit, bulan)
        if kunci not in self.ingat:
            self.ingat[kunci] = self._target_bulan(*kunci)
        return self.ingat[kunci]

    def _target_bulan(self, kode: str, unit: str, bulan: int) -> Fraction | None:
        isi = self.tetapan.get(kode, {})
        if (unit, bulan) in isi:
            return isi[unit, bulan]
        if kode not in JUMLAH:
            atas = self.induk[unit]
            return None if atas is None else self.target_bulan(kode, atas, bulan)
        anak = [u for u, atas in self.induk.items() if atas == unit and (kode, u) in self.per_kunci]
        nilai = [self.target_bulan(kode, a, bulan) for a in anak]
        return None if not nilai or None in nilai else sum((v for v in nilai if v is not None), Fraction(0))

    def target(self, kode: str, unit: str, dari: int, sampai: int) -> float | None:
        bulan = _bulan_antara(dari, sampai)
        if kode in JUMLAH or kode.startswith("spm_"):
            semua = [self.target_bulan(kode, unit, b) for b in bulan]
            return None if None in semua else float(sum(v for v in semua if v is not None))
        akhir = self.target_bulan(kode, unit, sampai)
        return None if akhir is None else float(akhir)

    def angka(self, kode: str, unit: str, dari: int, sampai: int) -> dict[str, float | int | None] | None:
        """pembilang, penyebut, n, realisasi, target, capaian, ada; None where there are no data up to the end."""
        semua = self.per_kunci.get((kode, unit))
        bulan = _bulan_antara(dari, sampai)
        lama = 1 if semua is None else int(semua["lama"].max())
        if semua is None or len(bulan) < lama or not (semua["bulan"] <= sampai).any():
            return None
        ini = semua[semua["bulan"].between(bulan[lama - 1], sampai)]  # all months of a span lie inside
        target = self.target(kode, unit, dari, sampai)
        ada = lama * len(ini.drop_duplicates(["asal", "bulan"]))
        hasil: dict[str, float | int | None] = dict.fromkeys(("pembilang", "penyebut", "n", "realisasi", "capaian"))
        hasil |= {"target": target, "ada": ada}
        if ada == 0:
            return hasil
        hasil |= self._isi(kode, unit, semua, ini, dari, sampai)
        realisasi = hasil["realisasi"]
        if realisasi is not None and target is not None and target > 0:
            hasil["capaian"] = 100 * realisasi / target
        return hasil

    def _isi(
        self, kode: str, unit: str, semua: pd.DataFrame, ini: pd.DataFrame, dari: int, sampai: int
    ) -> dict[str, float | int | None]:
        p, q = int(ini["p"].sum()), int(ini["q"].sum())
        if kode in JUMLAH:
            return {"pembilang": p, "realisasi": float(p)}
        if kode == "ikm":
            r = self.responden
            n = int(r.loc[(r["unit"] == unit) & r["bulan"].between(dari, sampai), "n"].sum())
            per_unsur = ini.groupby("anggota")[["p", "q"]].sum()
            nrr = per_unsur["p"] / per_unsur["q"]
            nilai = 25 * float(nrr.mean()) if len(nrr) == UNSUR else None
            return {"pembilang": p, "penyebut": q, "n": n, "realisasi": nilai}
        setahun = semua[semua["bulan"].between(sampai // 100 * 100 + 1, sampai)]
        akhir = setahun.sort_values("bulan").groupby("asal").tail(1)
        if kode.startswith("spm_"):
            sasaran = int(akhir["q"].sum())  # a yearly sasaran stands once per unit
            return {"pembilang": p, "penyebut": sasaran, "n": sasaran, "realisasi": 100 * p / sasaran}
        skala, n = (1000, q) if kode == "angka_kontak" else (100, int(akhir["n"].sum()))
        return {"pembilang": p, "penyebut": q, "n": n, "realisasi": skala * p / q}
