"""Columns about persons: named to the user, dropped before anything is looked at."""

from __future__ import annotations

import re

_PRIBADI = re.compile(
    r"nik|nip|nrp|nuptk|npwp|"
    r"(?:no(?:mor)?|id) ?(?:ktp|kk|kartu keluarga|bpjs|jkn|kartu|rm|rekam medis?|medrec|identitas|hp|telp?|telepon|wa)|"
    r"(?:rm|no rm|rekam medis?)(?: lama| baru)?|rm lama|"
    r"nama|nama (?:pasien|lengkap|pegawai|kk|kepala keluarga|ibu|ayah|suami|istri|anak|bayi|responden|petugas|dokter|"
    r"penanggung ?jawab|orang tua|pelapor|kader|pasien .*)|(?:patient|full|employee) name|name|"
    r"(?:nama |nip )?(?:pejabat penilai|pejabat yang menilai|penilai|atasan)(?: langsung| kinerja)?|"
    r"penanggung ?jawab|petugas|alamat.*|address|rt(?: rw)?|rw|hp|telp?|telepon|phone.*|whatsapp|wa|e ?mail|"
    r"(?:tgl|tanggal|tempat)(?: tanggal| tgl)? lahir|ttl|date of birth|umur|usia pasien|"
    r"keluhan.*|anamnes[ai]s?|terapi.*|obat|resep|diagnos[ae].*|diagnosis.*|icd.*|tindakan|tensi|nadi|suhu|pernapasan|"
    r"tinggi(?: badan)?|berat(?: badan)?|lingkar perut|pekerjaan|agama|kecocokan ktp"
)


def kolom_pribadi(judul: str) -> bool:
    """Does a column with this header hold data of single persons (identity, contact, medical)?"""
    return _PRIBADI.fullmatch(re.sub(r"[^a-z0-9]+", " ", judul.lower()).strip()) is not None
