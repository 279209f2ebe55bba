-- Grain: person × span of months in which the viewer may read that person's individual rows: oneself, and whoever
-- served in the viewer's unit or below it in the same reporting line (the camat's tree holds no puskesmas).
with terlihat as (
    select p.pegawai, p.berlaku_dari as dari, p.berlaku_sampai as sampai
    from pegawai p
    where p.digantikan = 0 and p.unit in (
        select t.turunan
        from unit_turunan t
        inner join unit atas on atas.kode = t.leluhur
        inner join unit bawah on bawah.kode = t.turunan and bawah.jalur = atas.jalur
        where t.leluhur = $unit
    )
    union all
    select $pegawai, 0, 999999 where $pegawai <> ''
)
