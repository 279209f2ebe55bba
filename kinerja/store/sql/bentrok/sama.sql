-- Grain: key of the file × row already counted with the same key. A blank bebas (both sexes, poli not said) stands for
-- all of them. sama: everything that is there under this key has the very same values.
create or replace temp table pasangan as
with p as (
    select b.*, l.unit as l_unit, l.dari as l_dari, l.sampai as l_sampai, l.bebas as l_bebas, l.muatan as l_muatan,
        l.n as l_n, l.ukuran as l_ukuran, l.pembagi as l_pembagi,
        b.bebas = l.bebas and b.n = l.n and b.sidik is not distinct from l.sidik as setara
    from kunci_baru b
    inner join kunci_lama l on l.tabel = b.tabel and l.kunci = b.kunci and l.tempat = b.tempat
        and l.hari is not distinct from b.hari
        and (b.hari is not null or (l.dari = b.dari and l.sampai = b.sampai))
        and (l.bebas = b.bebas or l.bebas = '' or b.bebas = '')
)
select *, bool_and(setara) over (partition by tabel, kunci, tempat, dari, sampai, hari, bebas) as sama from p
