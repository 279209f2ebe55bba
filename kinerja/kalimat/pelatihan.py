"""What may be said of trainings: changes are called changes, an effect only where turns came by lot or by list."""

from __future__ import annotations

from collections.abc import Mapping

from kinerja.i18n import Bahasa, teks
from kinerja.i18n import format as tulis
from kinerja.kalimat.kalimat import Kalimat
from kinerja.metode.dampak import CARA_ADIL, DampakPelatihan
from kinerja.metode.taksiran import Taksiran


def isi_taksiran(t: Taksiran, bahasa: Bahasa) -> dict[str, object]:
    """Value, interval and n as texts: what every sentence about an estimate carries."""
    return {
        "nilai": tulis.angka(t.nilai, 1, bahasa, tanda=True),
        "bawah": tulis.angka(t.bawah, 1, bahasa, tanda=True),
        "atas": tulis.angka(t.atas, 1, bahasa, tanda=True),
        "n": tulis.angka(t.n, 0, bahasa),
    }


def sentence_peserta(t: Taksiran, bahasa: Bahasa) -> Kalimat:
    """The change of participants; it says itself that it is no effect. Without an interval it gives no number."""
    if t.n < 5 or t.bawah != t.bawah:
        return Kalimat("kalimat.peserta_sedikit", {"n": tulis.angka(t.n, 0, bahasa)})
    kunci = "peserta_ubah" if t.bawah > 0 or t.atas < 0 else "peserta_ragu"
    return Kalimat(f"kalimat.{kunci}", isi_taksiran(t, bahasa))


def sentence_dampak(d: DampakPelatihan, bahasa: Bahasa) -> Kalimat:
    """The comparison with those who were still waiting, in the words its verdict allows."""
    isi = isi_taksiran(d.beda, bahasa)
    if d.beda.bawah != d.beda.bawah:
        return Kalimat("kalimat.dampak_tanpa_selang", isi)
    if d.vonis == "perlu_dicek":
        alasan = "; ".join(teks(bahasa, f"kalimat.halangan_{h}") for h in d.halangan)
        return Kalimat("kalimat.dampak_dicek", isi | {"alasan": alasan})
    return Kalimat(f"kalimat.dampak_{d.vonis}", isi)


def sentence_plasebo(d: DampakPelatihan, bahasa: Bahasa) -> Kalimat:
    """What the same comparison finds before the training, where there should be nothing."""
    if d.plasebo is None or d.plasebo.bawah != d.plasebo.bawah:
        return Kalimat("kalimat.plasebo_tidak_ada")
    bersih = d.plasebo.bawah <= 0 <= d.plasebo.atas
    return Kalimat(f"kalimat.plasebo_{'bersih' if bersih else 'menolak'}", isi_taksiran(d.plasebo, bahasa))


def sentence_tanpa_banding(cara: str) -> Kalimat:
    """Why no effect can be told at all."""
    return Kalimat("kalimat.tanpa_giliran" if not cara or cara in CARA_ADIL else "kalimat.penunjukan")


def sentence_jp(jumlah: Mapping[str, int], periode: str, tertutup: bool, bahasa: Bahasa) -> Kalimat:
    """The message of the hours of PNS: how many reached the minimum, how many will not at the pace so far."""
    n = sum(jumlah.values())
    if tertutup:
        return Kalimat("kalimat.jp_tertutup", {"periode": periode})
    if not n:
        return Kalimat("kalimat.jp_kosong", {"periode": periode})
    isi: dict[str, object] = {k: tulis.angka(v, 0, bahasa) for k, v in jumlah.items()}
    isi |= {"n": tulis.angka(n, 0, bahasa), "periode": periode}
    if jumlah.get("tidak_tercapai"):
        return Kalimat("kalimat.jp_selesai", isi)
    return Kalimat("kalimat.jp_tertinggal" if jumlah.get("tertinggal") else "kalimat.jp_sejalan", isi)
