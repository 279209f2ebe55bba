-- Grain: one person in a period: items by what they lack. Counts may be summed. Rows are sought by unit, which is read
-- faster than people; the people asked are picked from the counts.
, hitung as materialized (
    select b.pegawai,
        count(*) filter (where b.target_e4 > 0) as butir,
        count(*) filter (where butir_tercapai(b.arah, b.realisasi_e4, b.target_e4)) as tercapai,
        count(*) filter (where b.target_e4 > 0 and b.realisasi_e4 is null) as tanpa_realisasi,
        count(*) filter (where b.bukti = 0) as tanpa_bukti,
        count(*) filter (where coalesce(b.target_e4, 0) = 0) as tanpa_target
    from skp_butir b
    where b.digantikan = 0 and b.bulan between $dari and $sampai and b.unit in (select unnest($kode))
    group by b.pegawai
)
select h.* from hitung h where h.pegawai in (select unnest($orang))
