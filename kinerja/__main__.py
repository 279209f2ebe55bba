"""The command line: ``python -m kinerja``. The same functions as the pages; exit 0 only on success."""

from __future__ import annotations

import json
import os
import sys
import traceback
import zlib
from collections.abc import Sequence

from kinerja.cli.laporan import Hasil, Sebutan, ditolak
from kinerja.cli.pengurai import PemakaianError, bahasa_dari, berbahasa
from kinerja.cli.perintah import susun
from kinerja.domain.errors import KinerjaError

_GAGAL = ("ditolak", "rusak", "sebagian")


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code: 0 done, 1 refused or failed with a sentence, 2 wrong usage."""
    kata = list(sys.argv[1:] if argv is None else argv)
    bahasa = bahasa_dari(kata)
    try:
        with berbahasa(bahasa):
            args = susun(bahasa).parse_args(kata)
    except PemakaianError as galat:
        salah: Hasil = ({"status": "ditolak", "galat": galat.pesan}, f"{galat.pakai}{galat.pesan}")
        return _cetak(salah, json_saja="--json" in kata, kode=2)
    try:
        hasil = args.jalankan(args)
    except KinerjaError as galat:
        hasil = ditolak(galat, Sebutan(bahasa))
    except KeyboardInterrupt:
        return _cetak(ditolak(KinerjaError("galat.dihentikan"), Sebutan(bahasa)), json_saja=args.json, kode=130)
    except Exception:  # a fault of the program: whoever reads JSON gets an object, whoever mends it the whole story
        rinci = traceback.format_exc()
        print(rinci, file=sys.stderr)
        kode = f"{zlib.crc32(rinci.encode()):08x}"
        hasil = ditolak(KinerjaError("galat.tak_terduga", kode=kode), Sebutan(bahasa))
    return _cetak(hasil, json_saja=args.json, kode=1 if hasil[0].get("status") in _GAGAL else 0)


def _cetak(hasil: Hasil, *, json_saja: bool, kode: int) -> int:
    """``kode``, after the result was written: an object or what succeeded to stdout, a refusal for people to stderr."""
    isi, kalimat = hasil
    try:
        if json_saja:
            print(json.dumps(isi, ensure_ascii=False), flush=True)
        else:
            print(kalimat, file=sys.stderr if kode else sys.stdout, flush=True)
    except BrokenPipeError:  # the reader, head for one, has seen enough; what was asked is done
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the interpreter complains at its end
    return kode


if __name__ == "__main__":
    sys.exit(main())
