"""The same seed gives the same sample, table by table, and quickly."""

from __future__ import annotations

import time

import pandas as pd

from kinerja.contoh import bangun_contoh
from kinerja.contoh.dasar import BENIH, pembangkit
from kinerja.contoh.fakta import bangun_fakta
from kinerja.contoh.kunjungan import bangun_kunjungan
from kinerja.contoh.survei import bangun_survei


def test_the_same_seed_gives_identical_frames(contoh: dict[str, pd.DataFrame]) -> None:
    lagi = bangun_contoh(BENIH)
    assert list(lagi) == list(contoh)
    for tabel, df in lagi.items():
        pd.testing.assert_frame_equal(df, contoh[tabel], obj=tabel)


def test_another_seed_gives_other_figures_and_another_fingerprint(contoh: dict[str, pd.DataFrame]) -> None:
    lain = bangun_contoh(7)
    assert lain["kunjungan"]["jumlah"].sum() != contoh["kunjungan"]["jumlah"].sum()
    sidik = contoh["muatan"].set_index("jenis")["sha256"]
    sidik_lain = lain["muatan"].set_index("jenis")["sha256"]
    sama = set(sidik.index[sidik == sidik_lain])
    assert sama == {"peristiwa", "target", "kegiatan"}, "only what holds no chance may be equal"


def test_one_table_does_not_depend_on_the_chance_of_another(contoh: dict[str, pd.DataFrame]) -> None:
    for tabel, sendiri in (
        ("fakta", bangun_fakta(BENIH)),
        ("responden", bangun_survei(BENIH)[0]),
        ("kunjungan", bangun_kunjungan(BENIH)),
    ):
        lain = contoh[tabel].drop(columns=["muatan", *({"dari", "sampai"} - {*sendiri.columns})])
        pd.testing.assert_frame_equal(sendiri, lain, obj=tabel)


def test_two_tables_never_share_a_stream_of_chance() -> None:
    assert pembangkit(BENIH, "kunjungan").random(4).tolist() != pembangkit(BENIH, "fakta").random(4).tolist()


def test_the_sample_is_built_within_four_seconds_of_cpu() -> None:
    mulai = time.process_time()
    bangun_contoh()
    assert time.process_time() - mulai < 4.0
