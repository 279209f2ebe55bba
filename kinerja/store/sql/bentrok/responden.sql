-- Grain: respondents of one unit, day and layanan; of one span where only the span is known (hari null).
-- Their answers belong to the value, so that a corrected answer is seen.
with jawab as (
    select muatan, responden, string_agg(unsur || nilai, ' ' order by unsur, nilai) as isi
    from {jawaban} t group by muatan, responden
),
rekap as (
    select muatan, unit, dari, sampai, layanan, bool_and(tanggal = make_date(dari // 100, dari % 100, 1)) as utuh
    from {sumber} t group by muatan, unit, dari, sampai, layanan
)
select 'responden' as tabel, '' as isi, t.unit, t.unit as tempat, t.dari, t.sampai,
    case when r.utuh then null else t.tanggal end as hari, '' as kunci, t.layanan as bebas, t.muatan,
    count(*) as n, count(*) as ukuran, cast(null as bigint) as pembagi,
    sum(hash(t.jk, t.umur, t.skor, j.isi)) as sidik
from {sumber} t
inner join rekap r on r.muatan = t.muatan and r.unit = t.unit and r.dari = t.dari and r.sampai = t.sampai
    and r.layanan = t.layanan
left join jawab j on j.muatan = t.muatan and j.responden = t.responden
group by t.unit, t.dari, t.sampai, t.tanggal, r.utuh, t.layanan, t.muatan
