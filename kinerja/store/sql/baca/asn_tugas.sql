-- Grain: one person of the units asked at the last place in service within the months. mulai: the first month of service
-- anywhere here.
, pertama as (select pegawai, min(berlaku_dari) as mulai from pegawai where digantikan = 0 group by pegawai),
tugas as (
    select p.pegawai, p.unit, p.status, m.mulai, greatest(p.berlaku_dari, $dari) as dari, least(p.berlaku_sampai, $sampai) as sampai
    from pegawai p
    inner join pertama m on m.pegawai = p.pegawai
    left join pegawai q
        on q.pegawai = p.pegawai and q.digantikan = 0 and q.berlaku_dari > p.berlaku_dari and q.berlaku_dari <= $sampai
    where p.digantikan = 0 and p.berlaku_dari <= $sampai and $dari <= p.berlaku_sampai and q.pegawai is null
        and ($seluruh or p.unit in (select unnest($kode)))
)
