-- Grain: the items of one person in one month, which are one document.
select 'skp_butir' as tabel, '' as isi, min(t.unit) as unit, '' as tempat, t.bulan as dari, t.bulan as sampai,
    cast(null as date) as hari, t.pegawai as kunci, '' as bebas, t.muatan, count(*) as n, count(*) as ukuran,
    cast(null as bigint) as pembagi,
    sum(hash(t.unit, t.rencana, t.butir, t.aspek, t.satuan, t.target_e4, t.realisasi_e4, t.arah, t.bukti)) as sidik
from {sumber} t
group by t.pegawai, t.bulan, t.muatan
