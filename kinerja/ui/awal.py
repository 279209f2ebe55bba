"""What must be ready before the first visitor: a store, sample data if there is none, and the heavy imports done."""

from __future__ import annotations

import pandas as pd

from kinerja.domain.errors import StoreError
from kinerja.indikator import terbit
from kinerja.store.lokasi import folder_data, nomor_aktif
from kinerja.ui import sumber


def siapkan() -> None:
    """Build the sample data on a very first start, and read once what every page reads.

    A store that cannot be opened does not stop the server: pages then say what is wrong and what to do.
    """
    pd.DataFrame({"hangat": [1.0]}).groupby("hangat").sum()
    try:
        if nomor_aktif(folder_data()) is None:
            terbit.terbitkan_contoh(folder_data())
        sumber.buka()
    except StoreError:
        return
