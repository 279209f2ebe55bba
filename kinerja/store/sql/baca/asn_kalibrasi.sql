-- Grain: rater × unit in the round of ratings. skor: predicates from 1 (sangat kurang) to 5 (sangat baik) summed, and
-- kuadrat their squares; hasil and hasil_kuadrat the same of hasil kerja from 1 (di bawah) to 3 (di atas); items are
-- all with a target in the same months, filled in or not: what is not filled in is not shown to be reached. All may
-- be summed.
, nilai as (
    select s.pegawai, s.penilai, s.unit, s.dari, s.sampai,
        case
            when s.perilaku = 'di_bawah' then case when s.hasil_kerja = 'di_bawah' then 1 else 2 end
            when s.hasil_kerja = 'di_bawah' then 3
            when s.hasil_kerja = 'di_atas' and s.perilaku = 'di_atas' then 5
            else 4
        end as skor,
        case s.hasil_kerja when 'di_bawah' then 1 when 'sesuai' then 2 else 3 end as hasil
    from skp_penilaian s
    inner join (select unnest($kode) as unit, unnest($k_dari) as dari, unnest($k_sampai) as sampai) p
        on p.unit = s.unit and p.dari = s.dari and p.sampai = s.sampai
    where s.digantikan = 0 and s.dari >= $dari and s.sampai <= $sampai
),
butir as (
    select n.pegawai, n.unit, count(*) filter (where b.target_e4 > 0) as butir,
        count(*) filter (where butir_tercapai(b.arah, b.realisasi_e4, b.target_e4)) as tercapai
    from nilai n
    inner join skp_butir b on b.pegawai = n.pegawai and b.digantikan = 0 and b.bulan between n.dari and n.sampai
    where b.bulan between $dari and $sampai
    group by n.pegawai, n.unit
)
select n.penilai, n.unit, count(*) as n, cast(sum(n.skor) as bigint) as skor,
    cast(sum(n.skor * n.skor) as bigint) as kuadrat, cast(sum(n.hasil) as bigint) as hasil,
    cast(sum(n.hasil * n.hasil) as bigint) as hasil_kuadrat, cast(coalesce(sum(b.butir), 0) as bigint) as butir,
    cast(coalesce(sum(b.tercapai), 0) as bigint) as tercapai
from nilai n
left join butir b on b.pegawai = n.pegawai and b.unit = n.unit
where tampak(n.pegawai, n.dari, n.sampai)
group by n.penilai, n.unit
order by n.unit, n.penilai
