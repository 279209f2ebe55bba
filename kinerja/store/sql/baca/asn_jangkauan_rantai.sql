-- Grain: person × span of months in which the viewer may read that person's individual rows: oneself, and everybody
-- below in the chain of raters. A chain is followed only through months in which all its links held, so a rater of
-- long ago sees long ago. UNION drops what is known already: a chain that returns to itself ends.
with recursive rantai as (
    select p.pegawai, p.berlaku_dari as dari, p.berlaku_sampai as sampai
    from pegawai p
    where $pegawai <> '' and p.penilai = $pegawai and p.digantikan = 0
    union
    select p.pegawai, greatest(r.dari, p.berlaku_dari), least(r.sampai, p.berlaku_sampai)
    from rantai r
    inner join pegawai p on p.penilai = r.pegawai and p.berlaku_dari <= r.sampai and r.dari <= p.berlaku_sampai
    where p.digantikan = 0
),
terlihat as (
    select pegawai, dari, sampai from rantai
    union all
    select $pegawai, 0, 999999 where $pegawai <> ''
)
