"""A real browser under the real policy: everything works, nothing is blocked, nothing leaves this computer."""

from __future__ import annotations

import shutil
from urllib.parse import urlsplit

import pytest

from tests.alat import Peladen

pytestmark = pytest.mark.browser
PENCATAT = """
window.pelanggaran = [];
document.addEventListener('securitypolicyviolation', e => window.pelanggaran.push([e.violatedDirective, e.blockedURI]));
"""


@pytest.mark.parametrize("skema", ["light", "dark"])
def test_elements_work_under_the_policy_and_nothing_leaves(peladen: Peladen, skema: str) -> None:
    playwright = pytest.importorskip("playwright.sync_api")
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("Chromium is not installed")
    konsol: list[str] = []
    tuan: set[str] = set()
    with playwright.sync_playwright() as mesin:
        peramban = mesin.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        halaman = peramban.new_page(color_scheme=skema, locale="id-ID")
        halaman.add_init_script(PENCATAT)
        halaman.on("console", lambda isi: konsol.append(isi.text) if isi.type == "error" else None)
        halaman.on("pageerror", lambda galat: konsol.append(str(galat)))
        halaman.on("request", lambda isi: tuan.add(urlsplit(isi.url).netloc))
        halaman.goto(f"{peladen.url}/?mode=unsur")
        for pemilih in (".js-plotly-plot .main-svg", "[data-testid=stDataFrame] canvas", "[data-testid=stMetric] svg"):
            halaman.wait_for_selector(pemilih)
        halaman.get_by_text("SKRIP JALAN").wait_for()
        halaman.wait_for_selector(
            "[data-testid=stApp][data-test-script-state=notRunning][data-test-connection-state=CONNECTED]"
        )
        halaman.set_input_files(
            "input[type=file]", {"name": "a.csv", "mimeType": "text/csv", "buffer": b"unit,nilai\nA,1\n"}
        )
        halaman.get_by_text("a.csv").wait_for()
        garis = halaman.evaluate("getComputedStyle(document.querySelector('.st-key-kotak')).outlineColor")
        huruf = halaman.evaluate("document.fonts.check('16px \"Plus Jakarta Sans\"')")
        pelanggaran = halaman.evaluate("window.pelanggaran")
        peramban.close()
    assert garis == "rgb(1, 2, 3)"
    assert huruf
    # The picture that the test's own page asks of another computer is the one thing the policy must stop.
    assert {sumber for _, sumber in pelanggaran} == {"http://jahat.example/b.png"}
    assert [isi for isi in konsol if "jahat.example" not in isi] == []
    assert tuan - {"", "jahat.example"} == {urlsplit(peladen.url).netloc}
