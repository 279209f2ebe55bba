-- Grain: reported figure of one indikator, unit, span and sex.
select 'fakta' as tabel, t.indikator as isi, t.unit, t.unit as tempat, t.dari, t.sampai, cast(null as date) as hari,
    t.indikator as kunci, t.jk as bebas, t.muatan, count(*) as n, sum(t.pembilang) as ukuran,
    sum(t.penyebut) as pembagi, sum(hash(t.pembilang, t.penyebut)) as sidik
from {sumber} t
group by t.indikator, t.unit, t.dari, t.sampai, t.jk, t.muatan
