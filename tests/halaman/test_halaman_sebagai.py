"""Trying a role as one employee of the sample: who is offered, what the address holds, nobody over real data."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from kinerja.domain.akses import PERAN


@pytest.mark.parametrize(
    ("peran", "tautan", "terpilih", "unit"),
    [
        ("evaluator", "", "ASN-0220", "Batung Taba"),
        ("pimpinan", "", "ASN-0001", "Kecamatan Lubuk Begalung"),
        ("pegawai", "", "ASN-0365", "Poli Umum Pegambiran"),
        ("evaluator", "ASN-0350", "ASN-0350", "Puskesmas Pegambiran"),
        ("evaluator", "ASN-0221", "ASN-0220", "Batung Taba"),  # rates nobody
        ("pegawai", "ASN-0221", "ASN-0221", "Batung Taba"),
        ("pegawai", "../../etc", "ASN-0365", "Poli Umum Pegambiran"),
    ],
)
def test_a_role_is_tried_as_an_employee(
    jalankan: Callable[..., AppTest], peran: str, tautan: str, terpilih: str, unit: str
) -> None:
    at = jalankan(peran=peran, **({"sebagai": tautan} if tautan else {}))
    kotak = at.selectbox(key="pilih_sebagai")
    assert not at.exception
    assert kotak.value == terpilih
    assert unit in kotak.format_func(terpilih)
    assert len(kotak.options) > (300 if peran == "pegawai" else 20)


def test_choosing_writes_the_code_into_the_address_and_another_role_starts_anew(
    jalankan: Callable[..., AppTest],
) -> None:
    at = jalankan(peran="evaluator")
    at.selectbox(key="pilih_sebagai").set_value("ASN-0350").run()
    assert at.query_params["sebagai"] in ("ASN-0350", ["ASN-0350"])
    at.selectbox(key="pilih_peran").set_value("pimpinan").run()
    assert at.selectbox(key="pilih_sebagai").value == "ASN-0001"
    assert not at.exception


@pytest.mark.parametrize("peran", ["pengelola", "kepegawaian", "penyaji"])
def test_roles_that_are_nobody_in_particular_offer_nobody(jalankan: Callable[..., AppTest], peran: str) -> None:
    at = jalankan(peran=peran)
    assert "pilih_sebagai" not in {s.key for s in at.selectbox}


@pytest.mark.parametrize("peran", PERAN)
def test_over_real_data_nobody_is_whom_they_choose_to_be(jalankan: Callable[..., AppTest], peran: str) -> None:
    at = jalankan(data="satu_unit", peran=peran, sebagai="ASN-0220")
    assert not at.exception
    assert "pilih_sebagai" not in {s.key for s in at.selectbox}
