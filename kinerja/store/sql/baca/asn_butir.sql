-- Grain: one item of one visible person in one month. Values are not summed: every item has a satuan of its own.
select b.bulan, coalesce(b.rencana, '') as rencana, b.butir, b.aspek, coalesce(b.satuan, '') as satuan,
    cast(b.target_e4 as double) / 10000 as target, cast(b.realisasi_e4 as double) / 10000 as realisasi,
    b.arah, b.bukti = 1 as bukti, coalesce(butir_tercapai(b.arah, b.realisasi_e4, b.target_e4), false) as tercapai
from skp_butir b
where b.digantikan = 0 and b.bulan between $dari and $sampai and b.pegawai = $orang
    and tampak(b.pegawai, b.bulan, b.bulan)
order by b.bulan, b.rencana, b.butir, b.aspek
