-- Grain: one person of the units asked at the last place in service within the months.
, tugas as (
    select p.pegawai, p.unit, p.status, greatest(p.berlaku_dari, $dari) as dari, least(p.berlaku_sampai, $sampai) as sampai
    from pegawai p
    left join pegawai q
        on q.pegawai = p.pegawai and q.digantikan = 0 and q.berlaku_dari > p.berlaku_dari and q.berlaku_dari <= $sampai
    where p.digantikan = 0 and p.berlaku_dari <= $sampai and $dari <= p.berlaku_sampai and q.pegawai is null
        and ($seluruh or p.unit in (select unnest($kode)))
)
