"""*Mutu & riwayat*, second half: batches and their undoing, questions, locked months, and what else people changed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

import streamlit as st

from kinerja.domain.akses import boleh_tulis
from kinerja.domain.errors import KinerjaError
from kinerja.domain.fakta import Masalah
from kinerja.domain.periode import WIB, bulan_antara, parse_periode
from kinerja.i18n import daftar_kunci
from kinerja.i18n import format as tulis
from kinerja.indikator import nama_pegawai, terbit
from kinerja.store.lokasi import folder_data
from kinerja.store.riwayat import Pertanyaan
from kinerja.ui import gambar, konfirmasi, perbedaan, sumber
from kinerja.ui.aman import polos
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.sumber import Riwayat
from kinerja.ui.teks import kalimat_masalah, t

_SEHALAMAN, _MAKS = 10, 200
_TAB = ("muatan", "perbedaan", "pertanyaan", "terkunci", "jejak")


def tampil(lk: Lingkup) -> None:
    """One card with a tab for each kind of history."""
    r = sumber.riwayat_data(lk.isi)
    muatan = sumber.muatan(lk.isi)
    jumlah = (len(muatan), len(r.koreksi), len(r.pertanyaan), len(r.terkunci))
    nama = ("muatan", "koreksi", "pertanyaan", "terkunci")
    ringkas = " · ".join(t(lk, f"riwayat.jumlah_{k}", jumlah=n) for k, n in zip(nama, jumlah, strict=True))
    with gambar.kartu("riwayat", t(lk, "riwayat.judul"), ringkas):
        if not boleh_ubah(lk):
            st.caption(t(lk, "riwayat.hanya_baca_contoh" if lk.isi.contoh else "riwayat.hanya_baca"))
        wadah = dict(zip(_TAB, st.tabs([t(lk, f"riwayat.tab_{k}") for k in _TAB], key="tab_riwayat"), strict=True))
        with wadah["muatan"]:
            _muatan(lk, muatan, r)
        with wadah["perbedaan"]:
            perbedaan.tampil(lk, r)
        with wadah["pertanyaan"]:
            _pertanyaan(lk, r.pertanyaan)
        with wadah["terkunci"]:
            _terkunci(lk, r)
        with wadah["jejak"]:
            jejak(lk, r.jejak)


def boleh_ubah(lk: Lingkup) -> bool:
    """May this viewer change what is shown? Sample data nobody changes."""
    return boleh_tulis(lk.akses) and not lk.isi.contoh


def waktu(lk: Lingkup, iso: str) -> str:
    return tulis.waktu(datetime.fromisoformat(iso), lk.bahasa)


def tata_letak(lk: Lingkup, jenis: str) -> str:
    """What kind of file a batch came from, in words; a kind without words as it is called."""
    kata = daftar_kunci(lk.bahasa)
    return " + ".join(kata.get(f"tata_letak.{j}", j) for j in jenis.split("+"))


def berkas(lk: Lingkup, nama: str) -> str:
    """The name of a file as written; sample data say what they are."""
    return t(lk, "riwayat.contoh", isi=tata_letak(lk, nama[7:])) if nama.startswith("contoh:") else nama


def _muatan(lk: Lingkup, daftar: Sequence[tuple[int, str, str, str, str, str, str, int]], r: Riwayat) -> None:
    st.caption(t(lk, "riwayat.muatan_baca" if daftar else "riwayat.muatan_kosong"))
    banyak = -(-len(daftar) // _SEHALAMAN)
    ke = st.pagination(banyak, key="halaman_muatan") if banyak > 1 else 1
    for muatan, jenis, nama, _, _, oleh, pada, baris in daftar[(ke - 1) * _SEHALAMAN : ke * _SEHALAMAN]:
        with st.container(border=True, key=f"muatan_{muatan}"):
            kiri, kanan = st.columns([6, 1], vertical_alignment="center")
            with kiri, st.container(gap="xxsmall"):
                st.markdown(f"**{t(lk, 'riwayat.nomor', muatan=muatan)}** · {polos(berkas(lk, nama))}")
                jumlah = t(lk, "impor.baris", jumlah=tulis.angka(baris, 0, lk.bahasa))
                asal = () if lk.isi.contoh else (oleh, tata_letak(lk, jenis))  # sample data say so in their name
                rinci = (*asal[:1], waktu(lk, pada), *asal[1:], jumlah)
                st.caption("  \n".join(polos(x) for x in (" · ".join(rinci), *_ringkasan(lk, muatan, r))))
            if boleh_ubah(lk):
                with kanan, st.container(horizontal=True, horizontal_alignment="right"):
                    batalkan(lk, muatan, nama, jumlah, terkunci=bool(r.terkunci))
    _dibatalkan(lk, r)


def _ringkasan(lk: Lingkup, muatan: int, r: Riwayat) -> list[str]:
    """What was left out, what is to be looked at, and how the batch was stored, where there is something to say."""
    data = json.loads(r.ringkasan[muatan])
    hasil = [t(lk, "riwayat.koreksi", alasan=k.alasan) for k in r.koreksi if k.muatan == muatan]
    if data.get("dibuang"):
        sebab = (f"{t(lk, kunci)} ({tulis.angka(n, 0, lk.bahasa)})" for kunci, n in data["dibuang"].items())
        hasil.append(t(lk, "riwayat.dibuang", isi=", ".join(sebab)))
    if data.get("peringatan"):
        hasil.append(t(lk, "riwayat.peringatan", jumlah=len(data["peringatan"])))
    if data.get("pembanding"):
        hasil.append(t(lk, "riwayat.pembanding"))
    if data.get("disetujui"):
        hasil.append(t(lk, "riwayat.disetujui", nama=data["disetujui"]))
    return hasil


def batalkan(lk: Lingkup, muatan: int, nama: str, jumlah: str, *, terkunci: bool) -> None:
    """The undo of one batch: what will go, a name, a second person where any month is closed, the second click."""
    konfirmasi.tombol(
        lk,
        f"batal_{muatan}",
        t(lk, "impor.batalkan"),
        polos(t(lk, "riwayat.akan_dibatalkan", muatan=muatan, berkas=nama, jumlah=jumlah)),
        lambda oleh, kedua: nama_pegawai.batalkan(folder_data(), muatan, oleh, disetujui=kedua),
        selesai=t(lk, "impor.dibatalkan", muatan=muatan),
        ikon=":material/undo:",
        kedua=terkunci,
    )


def _dibatalkan(lk: Lingkup, r: Riwayat) -> None:
    if not r.pembatalan:
        return
    baris = [
        [str(m), berkas(lk, nama), tata_letak(lk, jenis), tulis.angka(n, 0, lk.bahasa), oleh, waktu(lk, pada), kedua]
        for m, jenis, nama, n, oleh, pada, kedua in r.pembatalan
    ]
    with st.expander(t(lk, "riwayat.dibatalkan", jumlah=len(baris)), icon=":material/undo:", key="muatan_dibatalkan"):
        perbedaan.tabel(lk, baris, ("muatan", "berkas", "tata_letak", "baris", "oleh", "pada", "disetujui"))


def _pertanyaan(lk: Lingkup, daftar: Sequence[Pertanyaan]) -> None:
    """Warnings that files were stored with; they go when the batch is undone or corrected."""
    st.caption(t(lk, "riwayat.pertanyaan_baca" if daftar else "riwayat.pertanyaan_kosong"))
    for muatan in dict.fromkeys(p.muatan for p in daftar[:_MAKS]):
        milik = [p for p in daftar[:_MAKS] if p.muatan == muatan]
        st.markdown(f"**{t(lk, 'riwayat.nomor', muatan=muatan)}** · {polos(berkas(lk, milik[0].berkas))}")
        st.markdown("\n".join(f"- {_letak(lk, p)}{polos(_kalimat(lk, p))}" for p in milik))
    if len(daftar) > _MAKS:
        st.caption(t(lk, "riwayat.hanya", tampil=_MAKS, jumlah=len(daftar)))


def _letak(lk: Lingkup, p: Pertanyaan) -> str:
    letak = ", ".join(polos(t(lk, f"cli.{n}", isi=isi)) for n, isi in (("lembar", p.lembar), ("baris", p.baris)) if isi)
    return f"**{letak}**: " if letak else ""


def _kalimat(lk: Lingkup, p: Pertanyaan) -> str:
    """The sentence of a warning. It was stored by its key: a later program may not know that key, or fill it anew."""
    try:
        return kalimat_masalah(lk, Masalah(p.kunci, "peringatan", args=dict(p.args)))
    except (KeyError, IndexError):
        return t(lk, "riwayat.pertanyaan_lama", isi=", ".join(map(str, p.args.values())))


def _terkunci(lk: Lingkup, r: Riwayat) -> None:
    """Locked months, and locking more of them or opening some again."""
    st.caption(t(lk, "riwayat.terkunci_baca"))
    if r.terkunci:
        baris = [[tulis.bulan(b, lk.bahasa), oleh, waktu(lk, pada)] for b, oleh, pada in reversed(r.terkunci)]
        perbedaan.tabel(lk, baris, ("bulan", "ditutup_oleh", "pada"))
    else:
        st.markdown(t(lk, "riwayat.terkunci_kosong"))
    if not boleh_ubah(lk):
        return
    terkunci = [b for b, _, _ in r.terkunci]
    ada = bulan_antara(lk.isi.awal, lk.isi.akhir) if not lk.isi.kosong else []
    kini = datetime.now(WIB)
    terbuka = [b for b in ada if b not in terkunci and b < kini.year * 100 + kini.month]
    for nama, pilihan in (("tutup", terbuka), ("buka", terkunci)):
        if pilihan:
            _kunci(lk, nama, list(reversed(pilihan)))


def _kunci(lk: Lingkup, nama: str, pilihan: list[int]) -> None:
    dipilih = st.multiselect(
        t(lk, f"riwayat.pilih_{nama}"),
        pilihan,
        format_func=lambda b: tulis.bulan(b, lk.bahasa),
        placeholder=t(lk, "riwayat.pilih_bulan"),
        select_all=False,  # Streamlit says it in English only
        key=f"bulan_{nama}_{len(pilihan)}",
    )
    if not dipilih:
        return
    bulan = sorted(dipilih)

    def lakukan(oleh: str, kedua: str) -> int:
        if nama == "tutup":
            return terbit.tutup_periode(folder_data(), bulan, oleh)
        return terbit.buka_periode(folder_data(), bulan, oleh, disetujui=kedua)

    sebut = ", ".join(tulis.bulan(b, lk.bahasa) for b in bulan)
    konfirmasi.tombol(
        lk,
        f"{nama}_periode",
        t(lk, f"riwayat.{nama}_bulan"),
        t(lk, f"riwayat.akan_{nama}", bulan=sebut),
        lakukan,
        selesai=t(lk, f"riwayat.sudah_{nama}", bulan=sebut),
        ikon=":material/lock:" if nama == "tutup" else ":material/lock_open:",
        kedua=nama == "buka",
    )


def jejak(lk: Lingkup, daftar: Sequence[tuple[int, str, str, str, str, str]]) -> None:
    """What people changed outside batches, newest first: units, names, locked months."""
    st.caption(t(lk, "riwayat.jejak_baca" if daftar else "riwayat.jejak_kosong"))
    kata = daftar_kunci(lk.bahasa)
    baris = [
        [
            waktu(lk, pada),
            oleh,
            kata.get(f"jejak.{tindakan}", tindakan),
            _objek(lk, objek),
            _rincian(lk, tindakan, rincian),
        ]
        for _, tindakan, objek, rincian, oleh, pada in daftar[:_MAKS]
    ]
    if baris:
        perbedaan.tabel(lk, baris, ("pada", "oleh", "tindakan", "objek", "rincian"))


def _rincian(lk: Lingkup, tindakan: str, isi: str) -> str:
    return t(lk, "riwayat.disetujui", nama=isi) if isi and tindakan == "buka_periode" else _objek(lk, isi)


def _objek(lk: Lingkup, isi: str) -> str:
    """Kode of units and months in words, everything else as it was written down."""
    bagian = [[_kata(lk, b) for b in satu.split(" ")] for satu in isi.split(", ")]
    if any(b is None for satu in bagian for b in satu):
        return isi
    return ", ".join(" · ".join(str(b) for b in satu) for satu in bagian)


def _kata(lk: Lingkup, isi: str) -> str | None:
    if isi in lk.isi.pohon.units:
        return lk.isi.pohon.nama(isi)
    try:
        return tulis.periode(parse_periode(isi), lk.bahasa)
    except KinerjaError:
        return None
