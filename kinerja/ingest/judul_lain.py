"""What title lines say that is no period of their figures: regulations, plans, addresses, ages, days of printing."""

from __future__ import annotations

import re

from kinerja.ingest.bulan_kata import POLA_BULAN

TH = r"(?:tahun|thn|th)\b\.?"
Y = r"(?:19|20)[0-9]{2}"
TW = r"(?:tri ?wulan|tribulan|tw|kuartal|kwartal|q)"
SMT = r"(?:semester|smtr?|sem\b\.?)"
LAIN = r"(?:catur ?wulan|cawu|minggu|pekan|kumulatif|komulatif)"
KATA_BAGIAN = rf"(?:bulan|{TW}|{SMT}|{LAIN}|periode)"
_TANPA_BAGIAN = rf"(?:(?!\b{KATA_BAGIAN}\b).)"
_PERATURAN = r"(?:permen[a-z]*|kepmen[a-z]*|peraturan|perpres|kepres|inpres|perban|perka|perwali|perwako|perbup|pergub)"
_NASKAH = rf"(?:{_PERATURAN}|perda|keputusan|surat edaran|undang-undang|kmk|pmk|uu|pp|se|sk|nomor|nomer|no)"
_HARI = rf"[0-9]{{1,2}}(?:\s+(?:{POLA_BULAN})\s+|[-/.][0-9]{{1,2}}[-/.]){Y}"
DIBUANG = tuple(
    re.compile(pola)
    for pola in (
        rf"\b[a-z]+\s*,\s*[0-9]{{1,2}}\s+(?:{POLA_BULAN})\s+{Y}\b",  # Padang, 3 November 2026
        rf"\b(?:di)?cetak(?:\s*(?:pada|tanggal|tgl))*\s*:?\s*(?:{_HARI}|{Y}-[0-9]{{2}}-[0-9]{{2}})\b",
        rf"\b(?:{_PERATURAN}|lampiran|keputusan|sk|surat|nomor){_TANPA_BAGIAN}{{0,120}}?"
        rf"\b(?:tanggal|tgl|tertanggal)\s*:?\s*{_HARI}\b",
        rf"\b(?:renstra|rpjm[dn]?|rencana (?:strategis|pembangunan))\b[^0-9]{{0,80}}"
        rf"{Y}\s*(?:-|s\.?/?d\.?|sampai)\s*{Y}\b",
        r"\S+@\S+|\b(?:www\.|https?:)\S+",
        r"\b(?:telp|telepon|tlp|hp|wa|fax|faks)\b[ 0-9().,:/+-]{0,30}",
        r"\b(?:tingkat|jenjang|sekolah|siswa|murid|anak|kelas)\s+"
        r"(?:(?:paud|tk|sd|mi|smp|mts|sma|smk|ma)\b[\s/,&-]*(?:dan )?)+",
        rf"\b(?:jl|jln|jalan)\b\.?\s*[0-9]{{1,2}}\s+(?:{POLA_BULAN})\b(?:\s+{Y}\b)?",  # a street named by a day
        rf"\b[a-z0-9.]+\.[0-9.]+(?:\s*/\s*[a-z0-9.]+)+\s*/\s*{Y}\b",
        rf"\b{_NASKAH}\b\.?{_TANPA_BAGIAN}{{0,60}}?[0-9][a-z0-9./-]*\s*(?:{TH}\s*:?\s*){Y}\b",
        rf"\b{_NASKAH}\b\.?{_TANPA_BAGIAN}{{0,60}}?[0-9][a-z0-9.-]*\s*/\s*(?:[a-z.]+\s*/\s*)*{Y}\b",
        rf"\b{_PERATURAN}\b{_TANPA_BAGIAN}{{0,30}}?{TH}\s*:?\s*{Y}\b",
        r"\b(?:usia|umur|berumur|berusia)\s*:?\s*[<>≥≤]?\s*[0-9]+(?:\s*(?:-|s\.?/?d\.?|sampai)\s*[0-9]+)?\s*(?:tahun|thn|bulan|bln)\b",
        rf"[0-9]+\s*-\s*[0-9]+\s*(?:tahun|thn|bulan|bln)\b(?!\s*:?\s*{Y})",
    )
)
