"""The stories about civil servants: training by lot, hours never recorded, support, predicates; by plain pandas."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

CERITA = Path(__file__).resolve().parents[2] / "data" / "contoh" / "CERITA.md"
Contoh = dict[str, pd.DataFrame]
MATRIKS = {
    ("di_atas", "di_atas"): "sangat_baik",
    ("di_atas", "sesuai"): "baik",
    ("sesuai", "di_atas"): "baik",
    ("sesuai", "sesuai"): "baik",
    ("di_bawah", "di_atas"): "butuh_perbaikan",
    ("di_bawah", "sesuai"): "butuh_perbaikan",
    ("di_atas", "di_bawah"): "kurang",
    ("sesuai", "di_bawah"): "kurang",
    ("di_bawah", "di_bawah"): "sangat_kurang",
}
BERAKHLAK = {
    *("berorientasi_pelayanan", "akuntabel", "kompeten", "harmonis", "loyal", "adaptif", "kolaboratif"),
}


def test_story_11_people_who_began_a_course_stay_below_their_hours(contoh: Contoh) -> None:
    latih = contoh["pelatihan"]
    mulai = latih.loc[latih["jp"].isna()]
    assert mulai["judul"].unique().tolist() == ["Pelatihan pelayanan publik bagi petugas garda depan"]
    assert mulai["tanggal"].dt.date.astype("str").unique().tolist() == ["2026-09-22"]
    assert mulai["unit"].value_counts().to_dict() == {"KEC-PEL": 8, "KEC-SOS": 8, "KEC-TRB": 6}
    assert mulai["pegawai"].is_unique
    tahun = latih.loc[latih["tanggal"].dt.year == 2026]
    jp = tahun.groupby("pegawai")["jp"].sum().reindex(mulai["pegawai"]).fillna(0)
    assert (jp < 20).all()
    assert (jp + 20 >= 20).all()
    status = contoh["pegawai"].set_index("pegawai")["status"]
    assert (status.loc[mulai["pegawai"]] == "PNS").all()


def test_story_12_two_batches_were_drawn_by_lot_and_the_training_changed_nothing(contoh: Contoh) -> None:
    turun, latih = contoh["gelombang"], contoh["pelatihan"]
    assert turun["cara"].unique().tolist() == ["undian"]
    assert turun["gelombang"].value_counts().to_dict() == {1: 20, 2: 20}
    assert turun["unit"].str.startswith("13.71.06").all()
    hadir = latih.loc[latih["judul"] == turun["judul"].iloc[0]].set_index("pegawai")
    hari = hadir.loc[turun["pegawai"], "tanggal"].dt.date.astype("str").to_numpy()
    assert set(zip(turun["gelombang"], hari, strict=True)) == {(1, "2026-03-11"), (2, "2026-09-09")}
    butir = contoh["skp_butir"].dropna(subset=["realisasi_e4"])
    butir = butir.assign(ok=(butir["realisasi_e4"] >= butir["target_e4"]).astype("float64"))
    for df, kolom in ((butir, "ok"), (contoh["laporan_skp"], "tepat")):
        masa = df.loc[df["bulan"].between(202509, 202608)].merge(turun[["pegawai", "gelombang"]], on="pegawai")
        rata = masa.groupby(["gelombang", "pegawai", masa["bulan"] >= 202603])[kolom].mean().unstack()
        naik = (rata[True] - rata[False]).groupby("gelombang").agg(["mean", "var", "size"])
        galat = (naik["var"] / naik["size"]).sum() ** 0.5
        assert abs(naik.loc[1, "mean"] - naik.loc[2, "mean"]) < 2 * galat, kolom


def test_story_13_briefings_before_the_policy_mentoring_after_it_also_where_reports_stopped(contoh: Contoh) -> None:
    kegiatan = contoh["kegiatan"]
    awal = kegiatan.groupby("jenis")["tanggal"].agg(["min", "max"]).astype("str")
    assert awal.loc["sosialisasi", "max"] < "2025-07-01" <= awal.loc["pendampingan", "min"]
    gates = kegiatan.loc[kegiatan["unit"] == "13.71.06.1014"]
    assert gates["jenis"].tolist() == ["sosialisasi", *["pendampingan"] * 3]
    assert gates["dari"].tolist() == [202506, 202608, 202609, 202610]


def test_story_14_three_printed_predicates_do_not_follow_from_their_ratings(contoh: Contoh) -> None:
    nilai = contoh["skp_penilaian"]
    benar = [MATRIKS[p] for p in zip(nilai["hasil_kerja"], nilai["perilaku"], strict=True)]
    beda = nilai.loc[nilai["predikat"] != pd.Series(benar, index=nilai.index)]
    assert beda[["pegawai", "dari"]].to_numpy().tolist() == [
        ["ASN-0007", 202607],
        ["ASN-0012", 202601],
        ["ASN-0064", 202604],
    ]
    assert beda["predikat"].unique().tolist() == ["sangat_baik"]
    assert set(zip(beda["hasil_kerja"], beda["perilaku"], strict=True)) == {("di_atas", "sesuai")}


def test_predicates_of_organisations_exist_for_every_place_that_reported(contoh: Contoh) -> None:
    org = contoh["predikat_organisasi"]
    assert not org.duplicated(["unit", "dari", "sampai"]).any()
    tw = org.loc[org["sampai"] - org["dari"] == 2]
    assert sorted(tw["dari"].unique()) == [
        t * 100 + b for t in (2024, 2025, 2026) for b in (1, 4, 7, 10) if t * 100 + b < 202610
    ]
    assert sorted(org.loc[org["sampai"] - org["dari"] == 11, "dari"].unique()) == [202401, 202501]
    banyak = tw.groupby("dari")["unit"].nunique()
    assert banyak.loc[202607] == banyak.loc[202604] - 1
    assert "13.71.06.1014" not in set(tw.loc[tw["dari"] == 202607, "unit"])
    assert {"KEC", "1011119", "1011120"} <= set(tw["unit"])
    assert org["predikat"].value_counts(normalize=True)["baik"] > 0.5


def test_behaviours_are_seven_for_everybody_rated_in_one_quarter(contoh: Contoh) -> None:
    perilaku, nilai = contoh["skp_perilaku"], contoh["skp_penilaian"]
    rated = nilai.loc[nilai["dari"] == 202607].set_index("pegawai")
    assert set(perilaku["dari"]) == {202607}
    assert set(perilaku["pegawai"]) == set(rated.index)
    assert (perilaku.groupby("pegawai")["nilai"].agg(set) == BERAKHLAK).all()
    sama = perilaku["ekspektasi"].to_numpy() == rated.loc[perilaku["pegawai"], "perilaku"].to_numpy()
    assert 0.7 < sama.mean() < 0.9


def test_items_say_what_they_count_and_what_they_are_for(contoh: Contoh) -> None:
    butir = contoh["skp_butir"]
    assert (butir[["rencana", "satuan"]] != "").all().all()
    assert (butir["target_e4"] % 10_000 == 0).all()
    assert butir["target_e4"].min() > 0


def test_the_stories_are_told() -> None:
    cerita = CERITA.read_text(encoding="utf-8")
    for isi in (
        "undian",
        "KEC-TRB",
        "ASN-0012",
        "pendampingan",
        "predikat_organisasi",
        "skp_perilaku",
        "22 September 2026",
    ):
        assert isi in cerita, isi
