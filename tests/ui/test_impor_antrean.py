"""Reading in a worker: one file after the other, stopped at a click, told when it dies; archives taken apart."""

from __future__ import annotations

import pytest
import streamlit as st
from streamlit.proto.Common_pb2 import FileURLs
from streamlit.runtime.uploaded_file_manager import UploadedFile, UploadedFileRec

from kinerja.domain.fakta import HasilBaca, Masalah
from kinerja.ui import impor_berkas
from kinerja.ui.impor_baca import Antrean
from kinerja.ui.impor_berkas import Berkas
from kinerja.ui.impor_keadaan import tak_terbaca
from tests.ingest.bahan_ingest import RUJUKAN, csv_templat
from tests.ui.bahan_impor import arsip

ISI = csv_templat("2026-10;PKM-LB;kunjungan_rawat_jalan;120;;;").encode()


@pytest.fixture(autouse=True)
def _sesi_baru() -> None:
    for kunci in list(st.session_state):
        del st.session_state[kunci]


def _antrean(*isi: bytes) -> Antrean:
    berkas = tuple(Berkas(str(n), f"{n}.csv", b) for n, b in enumerate(isi))
    return Antrean(berkas, {b.kode: "k" for b in berkas}, rujukan=RUJUKAN)


def _unggah(**isi: bytes) -> impor_berkas.Unggahan:
    rekaman = [UploadedFileRec(n, n.replace("_", "."), "application/octet-stream", b) for n, b in isi.items()]
    return impor_berkas.susun([UploadedFile(r, FileURLs()) for r in rekaman])


def test_files_are_read_one_after_the_other() -> None:
    a = _antrean(ISI, ISI.replace(b"120", b"77"))
    assert not a.maju()
    assert list(a.bacaan) == ["0"], "the second one waits"
    assert a.tunggu(60)
    assert [[f.pembilang for f in h.fakta] for h in a.hasil().values()] == [[120], [77]]


def test_stopping_ends_the_worker_keeps_what_is_read_and_can_be_taken_back() -> None:
    a = _antrean(ISI, ISI)
    a.berkas = a.berkas[:1]
    assert a.tunggu(60)
    a.berkas = _antrean(ISI, ISI).berkas
    assert not a.maju()
    tugas = a.bacaan["1"].tugas
    a.hentikan()
    assert tugas.selesai(), "nothing goes on reading"
    assert a.henti == {"1"}
    assert list(a.hasil()) == ["0"]
    assert a.maju(), "nothing left to do"
    a.lanjutkan()
    assert a.tunggu(60)
    assert list(a.hasil()) == ["0", "1"]


def test_a_worker_that_died_is_told_as_a_problem_of_the_file() -> None:
    a = _antrean(ISI)
    assert not a.maju()
    a.bacaan["0"].tugas.batalkan()
    assert a.tunggu(60)
    (hasil,) = a.hasil().values()
    assert not hasil.diterima
    assert hasil.masalah[0].alasan.startswith("galat.kerja_")


def test_an_archive_stands_for_its_files_and_tells_what_it_leaves_out() -> None:
    u = _unggah(satu_csv=ISI, kiriman_zip=arsip({"a/okt.csv": ISI, "b/nov.csv": ISI + b"\n", "__MACOSX/x": b"x"}))
    assert [b.nama for b in u.berkas] == ["satu.csv", "a/okt.csv", "b/nov.csv"]
    assert len({b.kode for b in u.berkas}) == 3
    assert [d.alasan for d in u.dilewati] == ["dibuang.arsip_tersembunyi"]
    assert u.satu is None


def test_one_file_alone_keeps_the_simple_way_and_one_in_an_archive_gets_a_report() -> None:
    assert (satu := _unggah(satu_csv=ISI).satu) is not None and satu.isi == ISI
    assert _unggah(kiriman_zip=arsip({"okt.csv": ISI})).satu is None


def test_an_archive_in_which_no_file_can_be_read_is_refused_with_its_reason() -> None:
    u = _unggah(kosong_zip=arsip({"__MACOSX/x": b"x"}))
    assert u.berkas == ()
    ((nama, masalah),) = u.ditolak
    assert (nama, masalah.alasan) == ("kosong.zip", "masalah.arsip_kosong")
    assert u.arsip, "so that the page has something to say"


@pytest.mark.parametrize(
    ("alasan", "jenis", "tetap"),
    [
        ("masalah.bersandi", "", True),
        ("galat.kerja_mati", "", True),
        ("masalah.tata_letak_tak_dikenali", "", False),
        ("masalah.periode_tak_ada", "angka", False),
    ],
)
def test_only_a_problem_of_the_file_itself_is_a_refusal(alasan: str, jenis: str, tetap: bool) -> None:
    assert tak_terbaca(HasilBaca(jenis, "a", "", (), masalah=(Masalah(alasan),))) is tetap
