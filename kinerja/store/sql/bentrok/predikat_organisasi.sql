-- Grain: predicate of one unit in one span. A quarter and the year that holds it stand side by side.
select 'predikat_organisasi' as tabel, '' as isi, t.unit, t.unit as tempat, t.dari, t.sampai,
    cast(null as date) as hari, '' as kunci, '' as bebas, t.muatan, count(*) as n, count(*) as ukuran,
    cast(null as bigint) as pembagi, sum(hash(t.predikat)) as sidik
from {sumber} t
group by t.unit, t.dari, t.sampai, t.muatan
