"""One browser window on the dashboard: opening, waiting for the end of a run, choosing filters, what went wrong."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlencode, urlsplit

from kinerja.domain.akses import Akses, Peran, boleh_halaman

if TYPE_CHECKING:  # this module must import where Playwright is missing: only then can the tests say so
    from playwright.sync_api import BrowserContext, ConsoleMessage, Locator, LocatorAssertions, Page, Request, WebSocket

PERAMBAN = ("chromium", "chromium-browser", "google-chrome")
ARGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
TELEPON = {
    "viewport": {"width": 390, "height": 844},
    "is_mobile": True,
    "has_touch": True,
    "user_agent": "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0 Mobile",
}
BATAS = 20_000  # ms; only a failure waits so long
_SIAP = """() => {
  const app = document.querySelector('[data-testid=stApp]');
  return app !== null
    && app.dataset.testScriptState === 'notRunning'
    && app.dataset.testConnectionState === 'CONNECTED'
    && document.querySelector('.st-key-kolom_tautan') !== null
    && document.querySelector('[data-stale=true], [data-testid=stSkeleton]') === null
    && document.fonts.status === 'loaded'
    && [...document.querySelectorAll('[data-testid=stPlotlyChart]')]
      .every(g => g.querySelector('.js-plotly-plot .main-svg .cartesianlayer') !== null);
}"""
_PENCATAT = """document.addEventListener('securitypolicyviolation',
  e => window.catat_pelanggaran(`${e.violatedDirective} ${e.blockedURI}`));"""


def peran_untuk(kode: str) -> Peran:
    """A role that has this page: the first of these that does."""
    urutan: tuple[Peran, ...] = ("pengelola", "kepegawaian", "evaluator")
    return next(p for p in urutan if boleh_halaman(Akses(p), kode))


def jalur_halaman(kode: str, **tautan: str) -> str:
    """The address of a page for a role that has it, with these parts of the scope."""
    isi = urlencode({"peran": peran_untuk(kode), **tautan})
    return f"/{'' if kode == 'ringkasan' else kode}?{isi}"


@dataclass
class Layar:
    """A page, the server's address, and everything the browser reported since it opened."""

    page: Page
    dasar: str
    alamat: list[str] = field(default_factory=list)
    galat: list[str] = field(default_factory=list)
    pelanggaran: list[str] = field(default_factory=list)

    def buka(self, jalur: str = "/") -> None:
        """Load an address of the dashboard and wait until its run has ended and its charts are drawn."""
        self.page.goto(self.dasar + jalur)
        self.tunggu()

    def tunggu(self) -> None:
        self.page.wait_for_function(_SIAP)

    @staticmethod
    def harap(apa: Locator) -> LocatorAssertions:
        """Playwright's ``expect``: waits until what follows is so."""
        from playwright.sync_api import expect

        return expect(apa)

    @property
    def judul(self) -> Locator:
        return self.page.locator("main h1")

    @property
    def menu(self) -> Locator:
        return self.page.get_by_test_id("stSidebarNavLink")

    def isi(self) -> str:
        """Every word in the main part, those of the charts included."""
        return self.page.locator("main").inner_text()

    def terpilih(self, bagian: str) -> Locator:
        """The visible field of a filter; its value is the label of what is chosen."""
        return self.page.locator(f".st-key-pilih_{bagian} input")

    def tampilkan_nama(self) -> None:
        """The deliberate act that shows names and codes; done when the button offers the way back."""
        self.page.locator(".st-key-tampilkan_nama button").click()
        self.harap(self.page.locator(".st-key-samarkan_lagi button")).to_be_visible()
        self.tunggu()

    def pilih(self, bagian: str, label: str) -> None:
        """Choose from a list. A run that ends meanwhile draws the field anew and closes it: it is opened again."""
        from playwright.sync_api import TimeoutError as Terlambat

        self.tunggu()
        pilihan = self.page.get_by_role("option", name=label, exact=True)
        for _ in range(3):
            self.terpilih(bagian).click()
            self.terpilih(bagian).fill(label)  # a long list shows only its first options
            try:
                pilihan.click(timeout=6_000)
            except Terlambat:
                continue
            return
        pilihan.click()

    def harap_terpilih(self, **label: str) -> None:
        for bagian, isi in label.items():
            self.harap(self.terpilih(bagian)).to_have_value(isi)

    def harap_alamat(self, jalur: str, **kode: str) -> None:
        """The address has this path and, among its parts, these codes."""

        def cocok(url: str) -> bool:
            bagian = urlsplit(url)
            query = parse_qs(bagian.query)
            return bagian.path == jalur and all(query.get(nama) == [isi] for nama, isi in kode.items())

        self.page.wait_for_url(cocok)
        self.tunggu()

    def harap_tenang(self) -> None:
        """Nothing was asked of another computer, no policy was violated, no error stands in the console."""
        assert {urlsplit(a).netloc for a in self.alamat} - {""} == {urlsplit(self.dasar).netloc}
        assert (self.pelanggaran, self.galat) == ([], [])


def cari_peramban() -> str | None:
    """Path of an installed Chromium or Chrome."""
    return next(filter(None, map(shutil.which, PERAMBAN)), None)


def buka_layar(konteks: BrowserContext, dasar: str) -> Layar:
    """A new page of ``konteks`` that records requests, console errors and violations of the security policy."""
    konteks.set_default_timeout(BATAS)
    layar = Layar(konteks.new_page(), dasar)
    konteks.expose_binding("catat_pelanggaran", lambda _sumber, isi: layar.pelanggaran.append(isi))
    konteks.add_init_script(_PENCATAT)

    def konsol(pesan: ConsoleMessage) -> None:
        if pesan.type == "error":
            layar.galat.append(f"{pesan.text} ({pesan.location['url']})")

    def minta(permintaan: Request) -> None:
        layar.alamat.append(permintaan.url)

    def soket(isi: WebSocket) -> None:
        layar.alamat.append(isi.url)

    layar.page.on("console", konsol)
    layar.page.on("pageerror", lambda galat: layar.galat.append(str(galat)))
    layar.page.on("websocket", soket)
    konteks.on("request", minta)
    return layar


@dataclass(frozen=True)
class Sel:
    """A cell of a heat map: its middle on the screen (px), what is written in it, the realisasi it stands for."""

    x: float
    y: float
    tulisan: str
    realisasi: str


def cari_sel(layar: Layar, unit: str, indikator: str) -> Sel:
    """The cell of one unit and one indikator, scrolled into view.

    The figure's own data say which text belongs to the cell; the text's box says where it is on the screen.
    """
    sel: dict[str, Any] = layar.page.evaluate(
        """([unit, indikator]) => {
          for (const gambar of document.querySelectorAll('[class*=st-key-g_peta_] .js-plotly-plot')) {
            const isi = gambar.data.find(d => d.type === 'scatter' && d.customdata).customdata;
            const nomor = isi.findIndex(c => c[0] === unit && c[1] === indikator);
            if (nomor < 0) continue;
            const teks = gambar.querySelector('.scatterlayer .trace').querySelectorAll('.textpoint text')[nomor];
            teks.scrollIntoView({block: 'center'});
            const kotak = teks.getBoundingClientRect();
            return {x: kotak.x + kotak.width / 2, y: kotak.y + kotak.height / 2,
                    tulisan: teks.textContent, realisasi: isi[nomor][2]};
          }
        }""",
        [unit, indikator],
    )
    return Sel(**sel)
