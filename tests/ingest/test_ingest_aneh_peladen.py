"""The real server reads the nastiest files one after another through its own upload, and goes on as if nothing was."""

from __future__ import annotations

import json
import re
import urllib.request
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from bahan_aneh import Kasus, Terima, Tolak
from bahan_aneh_semua import MASA, SEMUA
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from tests.alat import Peladen, jalankan_peladen, salin_aplikasi, sehat

ROUTER = """
import json
import tempfile
from pathlib import Path

import streamlit as st

from kinerja.indikator import terbit
from kinerja.indikator.registry import registri
from kinerja.ingest import Opsi, Rujukan, baca_berkas
from kinerja.store.lokasi import folder_data

st.set_page_config(page_title="Uji")
if berkas := st.file_uploader("Berkas"):
    unit, alias = terbit.rujukan_unit(folder_data())
    with tempfile.TemporaryDirectory() as folder:
        jalur = Path(folder) / "unggahan"
        jalur.write_bytes(berkas.getvalue())
        hasil = baca_berkas(jalur, berkas.name, Rujukan(tuple(unit), alias, registri(), "DINKES"), Opsi())
    galat = [m.alasan for m in hasil.masalah if m.tingkat == "galat"]
    st.text("HASIL " + json.dumps([berkas.name, sum(f.pembilang for f in hasil.fakta), galat]))
"""
TERJAHAT = (
    *(
        "jauh.xlsx",
        "bom.xlsx",
        "bom_berbohong.xlsx",
        "direktori_raksasa.xlsx",
        "tawa.xlsx",
        "xxe_http.xlsx",
        "lzma.xlsx",
    ),
    *("satu_teks_sejuta_sel.xlsx", "sel_1_mb.xlsx", "baris_60000.xlsx", "makro.xlsx", "nama_lembar_rumus.xlsx"),
    *("ulang_semua.ods", "ulang_teks.ods", "ulang_baris.ods", "tawa.ods", "jauh.xls", "sandi.xls", "rusak.xls"),
    *("baris_60000.csv", "sel_1_mb.csv", "biner.csv", "unit_html.csv", "unit_kanan.csv"),
)
BATAS_MB = 150


@dataclass
class Sesi:
    """One person's session on the server, spoken to as a browser does."""

    url: str
    soket: ClientConnection
    kode: str = ""
    pengunggah: str = ""

    def jalankan(self, **keadaan: Any) -> list[str]:
        """Texts the page shows after one run of its script."""
        pesan = BackMsg()
        pesan.rerun_script.query_string = ""
        if keadaan:
            isian = pesan.rerun_script.widget_states.widgets.add(id=self.pengunggah)
            berkas = isian.file_uploader_state_value.uploaded_file_info.add(**keadaan["berkas"])
            berkas.file_urls.CopyFrom(keadaan["alamat"])
        self.soket.send(pesan.SerializeToString())
        teks: list[str] = []
        while True:
            jawab = self._terima()
            match jawab.WhichOneof("type"):
                case "new_session":
                    self.kode = jawab.new_session.initialize.session_id
                case "delta":
                    elemen = jawab.delta.new_element
                    self.pengunggah = elemen.file_uploader.id or self.pengunggah
                    teks += [elemen.text.body] if elemen.HasField("text") else []
                case "script_finished":
                    return teks

    def _terima(self) -> ForwardMsg:
        isi = self.soket.recv(timeout=120)
        assert isinstance(isi, bytes)
        return ForwardMsg.FromString(isi)

    def unggah(self, nama: str, isi: bytes) -> list[Any]:
        """What the server makes of this file: its name, the sum of its figures, the reasons against it."""
        pesan = BackMsg()
        pesan.file_urls_request.request_id = uuid.uuid4().hex
        pesan.file_urls_request.session_id = self.kode
        pesan.file_urls_request.file_names.append(nama)
        self.soket.send(pesan.SerializeToString())
        while (jawab := self._terima()).WhichOneof("type") != "file_urls_response":
            pass
        (alamat,) = jawab.file_urls_response.file_urls
        _kirim(self.url, alamat.upload_url, nama, isi)
        berkas = {"file_id": alamat.file_id, "name": nama, "size": len(isi)}
        (hasil,) = [t for t in self.jalankan(berkas=berkas, alamat=alamat) if t.startswith("HASIL ")]
        return list(json.loads(hasil.removeprefix("HASIL ")))


def _kirim(url: str, alamat: str, nama: str, isi: bytes) -> None:
    with urllib.request.urlopen(f"{url}/_stcore/health", timeout=10) as jawaban:
        kuki = re.findall(r"_streamlit_xsrf=([^;]+)", jawaban.headers.get("Set-Cookie", ""))[0]
    batas = uuid.uuid4().hex
    depan = f'--{batas}\r\nContent-Disposition: form-data; name="file"; filename="{nama}"\r\n\r\n'.encode()
    permintaan = urllib.request.Request(
        f"{url}{alamat}",
        data=depan + isi + f"\r\n--{batas}--\r\n".encode(),
        method="PUT",
        headers={
            "Content-Type": f"multipart/form-data; boundary={batas}",
            "Cookie": f"_streamlit_xsrf={kuki}",
            "X-Xsrftoken": kuki,
        },
    )
    with urllib.request.urlopen(permintaan, timeout=60) as jawaban:
        assert jawaban.status == 204


@contextmanager
def buka_sesi(url: str) -> Iterator[Sesi]:
    alamat = f"{url.replace('http', 'ws', 1)}/_stcore/stream"
    with connect(alamat, subprotocols=[Subprotocol("streamlit")], max_size=None, open_timeout=60) as soket:
        sesi = Sesi(url, soket)
        sesi.jalankan()
        yield sesi


@pytest.fixture(scope="module")
def peladen_unggah(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Peladen]:
    folder = salin_aplikasi(tmp_path_factory.mktemp("unggah"), ROUTER, {})
    with jalankan_peladen({"KINERJA_DATA": str(tmp_path_factory.mktemp("data"))}, folder=folder) as jalan:
        yield jalan


def _memori_mb(proses: int) -> float:
    isi = Path(f"/proc/{proses}/status").read_text(encoding="utf-8")
    return int(re.findall(r"VmRSS:\s+(\d+) kB", isi)[0]) / 1024


def _kasus(nama: str) -> Kasus:
    return next(k for k in SEMUA if k.nama == nama)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory of a process is read from /proc")
def test_the_server_survives_every_nasty_file_without_growing_and_still_reads_a_good_one(
    peladen_unggah: Peladen,
) -> None:
    isi = {nama: _kasus(nama).buat(MASA[nama]) for nama in (*TERJAHAT, "cetak.xlsx")}
    with buka_sesi(peladen_unggah.url) as sesi:
        assert sesi.unggah("cetak.xlsx", isi["cetak.xlsx"]) == ["cetak.xlsx", 35, []]
        semula = _memori_mb(peladen_unggah.proses.pid)
        for nama in TERJAHAT:
            berkas, jumlah, galat = sesi.unggah(nama, isi[nama])
            harap = _kasus(nama).harap
            assert berkas == nama and sehat(peladen_unggah.url)
            if isinstance(harap, Tolak):
                assert f"masalah.{harap.alasan}" in galat
            else:
                assert (jumlah, galat) == (harap.pembilang, [])
        tumbuh = _memori_mb(peladen_unggah.proses.pid) - semula
        assert tumbuh < BATAS_MB, f"{tumbuh:.0f} MB"
        assert sesi.unggah("cetak.xlsx", isi["cetak.xlsx"]) == ["cetak.xlsx", 35, []]
    assert peladen_unggah.proses.poll() is None
    assert "Traceback" not in peladen_unggah.log()


def test_another_session_is_answered_after_all_that(peladen_unggah: Peladen) -> None:
    kasus = _kasus("lama.xls")
    assert isinstance(kasus.harap, Terima)
    with buka_sesi(peladen_unggah.url) as sesi:
        assert sesi.unggah(kasus.nama, kasus.buat(MASA[kasus.nama])) == ["lama.xls", 10, []]
