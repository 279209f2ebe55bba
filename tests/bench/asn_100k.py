"""A store with 100,000 employees × 36 months, and what a unit's page costs there beside the bare query. Never asserts.

    python -m tests.bench.asn_100k [FOLDER]

100 kecamatan of 25 units of 40 people: 10.8 million SKP items, 14.4 million reports, 1.2 million ratings, in the order
in which monthly imports bring them. CPU of all threads; each side is taken in turn.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

from kinerja.domain.akses import Akses
from kinerja.domain.periode import Periode, bulan_antara, parse_periode
from kinerja.domain.unit import Unit
from kinerja.indikator.registry import registri
from kinerja.indikator.toko import NYATA, Koneksi, tanam_rujukan
from kinerja.store import asn, mart, tulis
from kinerja.store.asn_dasar import Kursor
from kinerja.store.koneksi import buka_aktif
from kinerja.store.snapshot import publish
from tests.bench.baca import cpu
from tests.bench.baca import tulis as cetak

KECAMATAN, UNIT, ORANG = 100, 25, 40
BULAN = bulan_antara(202311, 202610)
PEGAWAI = """insert into pegawai
select 1, 'A-' || (i + 1000000), 'K' || (i // 1000 + 100) || '-' || (i % 1000 // 40 + 10), 'Penelaah Teknis Kebijakan',
    case when i % 3 = 0 then 'PPPK' else 'PNS' end,
    case
        when i % 1000 = 0 then 'LUAR'
        when i % 40 = 0 then 'A-' || (i // 1000 * 1000 + 1000000)
        else 'A-' || (i // 40 * 40 + 1000000)
    end,
    202301, 999912, 0
from range(100000) t(i)"""
BUTIR = """insert into skp_butir
    (muatan, pegawai, unit, bulan, rencana, butir, aspek, satuan, target_e4, realisasi_e4, bukti, digantikan)
select 1, p.pegawai, p.unit, $bulan, '', 'Butir ' || j, 'kuantitas', 'berkas', 100000,
    case when hash(p.pegawai, j, $bulan) % 50 = 0 then null else 80000 + hash(p.pegawai, j, $bulan) % 40000 end,
    case when hash(p.pegawai, $bulan) % 20 = 0 then 0 else 1 end, 0
from pegawai p cross join range(3) t(j)"""
LAPORAN = """insert into laporan_skp
select 1, p.pegawai, p.unit, $bulan, j, date '2026-01-10', date '2026-01-09',
    case when hash(p.pegawai, j) % 9 = 0 then 0 else 1 end, 0
from pegawai p cross join (select unnest(['rencana', 'realisasi', 'bukti', 'umpan_balik']) as j)"""
NILAI = """insert into skp_penilaian
(muatan, pegawai, unit, penilai, dari, sampai, hasil_kerja, perilaku, digantikan)
select 1, p.pegawai, p.unit, p.penilai, $bulan - 2, $bulan,
    ['di_bawah', 'sesuai', 'sesuai', 'di_atas'][cast(1 + hash(p.pegawai, $bulan) % 4 as integer)],
    ['di_bawah', 'sesuai', 'sesuai', 'di_atas'][cast(1 + hash($bulan, p.pegawai) % 4 as integer)], 0
from pegawai p where hash(p.pegawai, $bulan, 7) % 10 > 0"""
POLOS_NILAI = """select s.pegawai, s.hasil_kerja, s.perilaku, p.jabatan, p.status, b.butir, b.tercapai
from skp_penilaian s inner join pegawai p on p.pegawai = s.pegawai inner join (
    select pegawai, count(*) as butir, count(*) filter (where realisasi_e4 >= target_e4) as tercapai from skp_butir
    where digantikan = 0 and unit in (select unnest($unit)) and bulan between $dari and $sampai group by pegawai
) b on b.pegawai = s.pegawai
where s.digantikan = 0 and s.unit in (select unnest($unit)) and s.dari = $r_dari and s.sampai = $r_sampai"""
POLOS_SEBARAN = """select hasil_kerja, perilaku, count(*) from skp_penilaian
where digantikan = 0 and unit in (select unnest($unit)) and dari = $r_dari and sampai = $r_sampai group by all"""


def _unit() -> list[Unit]:
    hasil: list[Unit] = []
    for k in range(100, 100 + KECAMATAN):
        hasil.append(Unit(f"K{k}", f"Kecamatan {k}", "kecamatan", "WIL", "kecamatan", k * 100))
        hasil += [
            Unit(f"K{k}-{u}", f"Unit {k}-{u}", "kelurahan", f"K{k}", "kecamatan", k * 100 + u)
            for u in range(10, 10 + UNIT)
        ]
    return hasil


def bangun(folder: Path) -> None:
    """Publish the store; about a minute."""

    def ubah(koneksi: Koneksi) -> None:
        tanam_rujukan(koneksi, NYATA, datetime(2026, 11, 20, tzinfo=UTC).isoformat())
        tulis.insert_unit(koneksi, _unit())
        koneksi.execute(PEGAWAI)
        for bulan in BULAN:
            koneksi.execute(BUTIR, {"bulan": bulan})
            koneksi.execute(LAPORAN, {"bulan": bulan})
            if bulan % 100 % 3 == 0:
                koneksi.execute(NILAI, {"bulan": bulan})
        mart.rebuild_silsilah(koneksi)
        mart.rebuild(koneksi, [registri()["penilaian_tercatat"]])

    publish(folder, ubah, lambda _: None, dari_kosong=True)


def _halaman(akses: Akses, kursor: Callable[[], Kursor], unit: Sequence[str], p: Periode) -> None:
    tutup = asn.fetch_tutup(akses, kursor(), p)

    def baca() -> None:
        asn.fetch_nilai(akses, kursor(), unit, p, tutup.putaran)
        asn.fetch_sebaran(akses, kursor(), {u: [u] for u in unit}, p, tutup)

    def polos() -> None:
        r_dari, r_sampai, _ = tutup.putaran[unit[0]]
        isi = {"unit": list(unit), "r_dari": r_dari, "r_sampai": r_sampai}
        kursor().execute(POLOS_NILAI, {**isi, "dari": p.dari, "sampai": p.sampai}).df()
        kursor().execute(POLOS_SEBARAN, isi).df()

    nama = f"{akses.peran}, {len(unit)} unit, {p.kode}"
    bawah = cetak(f"bare: {nama}", cpu(polos))
    atas = cetak(f"page: {nama}", cpu(baca))
    print(f"    ratio {atas / bawah:.2f}; once a snapshot and period: {_sekali(akses, kursor, p):.0f} ms CPU")


def _sekali(akses: Akses, kursor: Callable[[], Kursor], p: Periode) -> float:
    awal = time.process_time()
    asn.fetch_tutup(akses, kursor(), p)
    return 1000 * (time.process_time() - awal)


def main(folder: Path) -> None:
    if not (folder / "AKTIF").exists():
        bangun(folder)
    pembaca = buka_aktif(folder)
    satu, banyak = ["K142-20"], [f"K142-{u}" for u in range(10, 10 + UNIT)]
    pelihat = (
        Akses("kepegawaian"),
        Akses("pimpinan", "K142-20", "A-1042400"),
        Akses("evaluator", "K142", "A-1042000"),
        Akses("penyaji"),
    )
    for kode in ("2026-TW3", "2026"):
        for akses in pelihat:
            _halaman(akses, pembaca.kursor, satu, parse_periode(kode))
    _halaman(Akses("kepegawaian"), pembaca.kursor, banyak, parse_periode("2026-TW3"))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as sementara:
            main(Path(sementara))
