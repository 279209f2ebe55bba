"""Changing the unit master: add from the national register, rename, merge, close, reopen, name; each confirmed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import streamlit as st

from kinerja.domain.periode import WIB, bulan_antara, geser_bulan
from kinerja.domain.unit import BULAN_AKHIR, turunan
from kinerja.i18n import format as tulis
from kinerja.indikator import satuan, terbit
from kinerja.indikator.satuan import PuskesmasResmi
from kinerja.store.lokasi import folder_data
from kinerja.ui import konfirmasi
from kinerja.ui.aman import polos
from kinerja.ui.lingkup import Lingkup
from kinerja.ui.teks import t

_BANYAK_HASIL = 20
_KE_BELAKANG, _KE_DEPAN = 36, 12


def tampil(lk: Lingkup) -> None:
    """A tab for each change; with sample data what is possible, in words."""
    if lk.isi.contoh:
        _contoh(lk)
        return
    isi: dict[str, Callable[[Lingkup], None]] = {
        "tambah": _tambah,
        "nama": _ganti_nama,
        "gabung": _gabung,
        "tutup": _tutup,
        "alias": _tambah_alias,
    }
    for wadah, kode in zip(st.tabs([t(lk, f"satuan.tab_{k}") for k in isi], key="tab_satuan"), isi, strict=True):
        with wadah:
            isi[kode](lk)


def bulan_ini() -> int:
    kini = datetime.now(WIB)
    return kini.year * 100 + kini.month


def _contoh(lk: Lingkup) -> None:
    """What can be done while there is only sample data, and the way out of it."""
    st.markdown(t(lk, "satuan.contoh"))
    _cari_register(lk)
    konfirmasi.tombol(
        lk,
        "mulai_kosong",
        t(lk, "satuan.mulai_kosong"),
        t(lk, "satuan.akan_mulai"),
        lambda oleh, _: terbit.mulai_kosong(folder_data(), oleh),
        selesai=t(lk, "satuan.sudah_mulai"),
        ikon=":material/restart_alt:",
    )


def _cari_register(lk: Lingkup) -> list[PuskesmasResmi]:
    """Rows of the national register that match what was typed and are not in the list yet."""
    cari = st.text_input(
        t(lk, "satuan.cari"), key="cari_register", placeholder=t(lk, "satuan.cari_petunjuk"), max_chars=60
    )
    if not (cari or "").strip():
        st.caption(t(lk, "satuan.register", jumlah=tulis.angka(len(satuan.register()), 0, lk.bahasa)))
        return []
    hasil = satuan.cari(cari or "", _BANYAK_HASIL)
    dikenal = {k for u in lk.isi.pohon.units.values() for k in (u.kode, u.kode_resmi)}
    ada, baru = [p for p in hasil if p.kode in dikenal], [p for p in hasil if p.kode not in dikenal]
    if not hasil:
        st.caption(t(lk, "satuan.register_kosong"))
    if ada:
        st.caption(t(lk, "satuan.sudah_ada", nama=", ".join(polos(f"{p.nama} ({p.kode})") for p in ada)))
    if baru and lk.isi.contoh:
        st.markdown("\n".join(f"- {polos(_sebut(lk, p))}" for p in baru))
    if len(hasil) == _BANYAK_HASIL:
        st.caption(t(lk, "satuan.register_banyak", jumlah=_BANYAK_HASIL))
    return baru


def _sebut(lk: Lingkup, p: PuskesmasResmi) -> str:
    return t(lk, "satuan.baris_register", nama=p.nama, kode=p.kode, kab=p.kode_kab)


def _tambah(lk: Lingkup) -> None:
    hasil = {p.kode: p for p in _cari_register(lk)}
    if not hasil:
        return
    kode = st.radio(
        t(lk, "satuan.pilih_register"),
        list(hasil),
        format_func=lambda k: _sebut(lk, hasil[k]),
        index=None,
        key=f"register_{'_'.join(hasil)}",
    )
    if kode is None:
        return
    nama = hasil[kode].nama
    _tombol(
        lk,
        "tambah",
        lambda oleh, _: satuan.tambah(folder_data(), kode, oleh),
        "add_business",
        nama=nama,
        kode=kode,
        induk=lk.isi.pohon.nama(terbit.INDUK_UNIT_BARU),
    )


def _tombol(lk: Lingkup, apa: str, lakukan: konfirmasi.Lakukan, ikon: str, **args: str) -> None:
    aman = {k: polos(v) for k, v in args.items()}
    konfirmasi.tombol(
        lk,
        f"satuan_{apa}",
        t(lk, f"satuan.lakukan_{apa}"),
        t(lk, f"satuan.akan_{apa}", **aman),
        lakukan,
        selesai=t(lk, f"satuan.sudah_{apa}", **args),
        ikon=f":material/{ikon}:",
    )


def _pilih_unit(lk: Lingkup, kunci: str, pilihan: list[str]) -> str | None:
    return st.selectbox(
        t(lk, f"satuan.pilih_{kunci}"),
        pilihan,
        index=None,
        format_func=lk.isi.pohon.nama,
        placeholder=t(lk, "impor.unit_pilih"),
        key=f"satuan_{kunci}_{lk.isi.nomor}",
    )


def _tulis_nama(lk: Lingkup, kunci: str) -> str:
    """The name typed, on one line; the box is empty again after each change."""
    isi = st.text_input(t(lk, f"satuan.{kunci}"), key=f"satuan_{kunci}_{lk.isi.nomor}", max_chars=80)
    return " ".join((isi or "").split())


def _pilih_bulan(lk: Lingkup, kunci: str) -> int:
    kini = bulan_ini()
    pilihan = list(reversed(bulan_antara(geser_bulan(kini, -_KE_BELAKANG), geser_bulan(kini, _KE_DEPAN))))
    return st.selectbox(
        t(lk, f"satuan.bulan_{kunci}"),
        pilihan,
        index=pilihan.index(kini),
        format_func=lambda b: tulis.bulan(b, lk.bahasa),
        key=f"satuan_bulan_{kunci}",
    )


def _urut(lk: Lingkup) -> list[str]:
    return turunan(lk.isi.pohon.akar, lk.isi.pohon.anak)


def _dapat_berakhir(lk: Lingkup) -> list[str]:
    """Units that may be closed: not the top, not the office that holds the puskesmas, not closed already."""
    units = lk.isi.pohon.units
    return [
        u
        for u in _urut(lk)
        if units[u].induk and u != terbit.INDUK_UNIT_BARU and units[u].berlaku_sampai == BULAN_AKHIR
    ]


def _ganti_nama(lk: Lingkup) -> None:
    kode = _pilih_unit(lk, "nama", _urut(lk))
    nama = _tulis_nama(lk, "nama_baru")
    if kode and nama:
        lama = lk.isi.pohon.nama(kode)
        _tombol(
            lk, "nama", lambda oleh, _: satuan.ganti_nama(folder_data(), kode, nama, oleh), "edit", lama=lama, baru=nama
        )


def _gabung(lk: Lingkup) -> None:
    pilihan = _dapat_berakhir(lk)
    kode = _pilih_unit(lk, "gabung", pilihan)
    jenis = lk.isi.pohon.units[kode].jenis if kode else ""
    ke = _pilih_unit(lk, "penerus", [u for u in pilihan if u != kode and lk.isi.pohon.units[u].jenis == jenis])
    bulan = _pilih_bulan(lk, "gabung")
    if kode and ke:
        _tombol(
            lk,
            "gabung",
            lambda oleh, _: satuan.gabung(folder_data(), kode, ke, bulan, oleh),
            "merge",
            lama=lk.isi.pohon.nama(kode),
            baru=lk.isi.pohon.nama(ke),
            bulan=tulis.bulan(bulan, lk.bahasa),
            akhir=tulis.bulan(geser_bulan(bulan, -1), lk.bahasa),
        )


def _tutup(lk: Lingkup) -> None:
    """Close a unit, and open one again that was closed by mistake."""
    kode = _pilih_unit(lk, "tutup", _dapat_berakhir(lk))
    bulan = _pilih_bulan(lk, "tutup")
    if kode:
        _tombol(
            lk,
            "tutup",
            lambda oleh, _: satuan.tutup(folder_data(), kode, bulan, oleh),
            "event_busy",
            nama=lk.isi.pohon.nama(kode),
            bulan=tulis.bulan(bulan, lk.bahasa),
        )
    tertutup = [u for u in _urut(lk) if lk.isi.pohon.units[u].berlaku_sampai < BULAN_AKHIR]
    lagi = _pilih_unit(lk, "buka", tertutup) if tertutup else None
    if lagi:
        _tombol(
            lk,
            "buka",
            lambda oleh, _: satuan.buka_kembali(folder_data(), lagi, oleh),
            "event_available",
            nama=lk.isi.pohon.nama(lagi),
        )


def _tambah_alias(lk: Lingkup) -> None:
    kode = _pilih_unit(lk, "alias", _urut(lk))
    nama = _tulis_nama(lk, "nama_lain")
    if kode and nama:
        unit = lk.isi.pohon.nama(kode)
        _tombol(
            lk,
            "alias",
            lambda oleh, _: satuan.jawab_alias(folder_data(), nama, kode, oleh),
            "label",
            nama=nama,
            unit=unit,
        )
