-- Grain: target of one indikator, unit and span. The decree is no part of the value: two papers may say the same.
select 'target' as tabel, t.indikator as isi, t.unit, t.unit as tempat, t.dari, t.sampai, cast(null as date) as hari,
    t.indikator as kunci, '' as bebas, t.muatan, count(*) as n, max(t.nilai_e4) as ukuran,
    cast(null as bigint) as pembagi, max(hash(t.nilai_e4)) as sidik
from {sumber} t
group by t.indikator, t.unit, t.dari, t.sampai, t.muatan
