"""Support in the sample: briefings and mentoring of units, and the batches of a training that were drawn by lot."""

from __future__ import annotations

import numpy as np
import pandas as pd

from kinerja.contoh import kisah
from kinerja.contoh.dasar import AWAL, baca_daftar, pembangkit


def bangun_kegiatan() -> pd.DataFrame:
    """Frame for table ``kegiatan`` without ``muatan``: sosialisasi before the policy, pendampingan after it."""
    daftar = baca_daftar("kegiatan")
    return pd.DataFrame(
        {
            "tanggal": pd.to_datetime(daftar["tanggal"]).astype("datetime64[s]"),
            **{k: daftar[k] for k in ("unit", "jenis", "topik")},
            "peserta": daftar["peserta"].astype("int64"),
        }
    )


def bangun_gelombang(benih: int, pegawai: pd.DataFrame) -> pd.DataFrame:
    """Frame for table ``gelombang`` without ``muatan``: people of the kelurahan in two batches, half each, by lot."""
    rng = pembangkit(benih, "gelombang")
    tetap = (pegawai["berlaku_dari"] <= AWAL) & (pegawai["berlaku_sampai"] > kisah.BERHENTI_SKP_MULAI)
    staf = ~pegawai["pegawai"].isin(set(pegawai["penilai"]))
    khusus = pegawai["unit"].isin([kisah.UNIT_BERHENTI_SKP, kisah.UNIT_TIGA_ORANG])
    calon = pegawai.loc[tetap & staf & ~khusus & pegawai["unit"].str.startswith("13.71.06")]
    terpilih = calon.iloc[np.sort(rng.choice(len(calon), kisah.UNDIAN_PESERTA, replace=False))]
    urutan = rng.permutation(np.repeat([1, 2], kisah.UNDIAN_PESERTA // 2))
    return pd.DataFrame(
        {
            "pegawai": terpilih["pegawai"].to_numpy(dtype=object),
            "unit": terpilih["unit"].to_numpy(dtype=object),
            "judul": kisah.JUDUL_UNDIAN,
            "gelombang": urutan.astype(np.int64),
            "cara": "undian",
        }
    ).astype(dict.fromkeys(("pegawai", "unit", "judul", "cara"), "str"))
