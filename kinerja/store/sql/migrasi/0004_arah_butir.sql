-- Schema 4. Which way an SKP item is reached: more is better (naik), or less is better (turun: cost, days, hours).
-- The one rule of asn_*.sql; indikator/definisi/capaian_skp.toml says the same in the portable subset.

alter table skp_butir add column arah varchar default 'naik';
update skp_butir set arah = 'turun'
where (aspek = 'biaya' and satuan not in ('%', 'persen')
        and not regexp_matches(lower(butir), 
            '[sy]erap|(realisasi|pemakaian|penggunaan|pelaksanaan) (anggaran|belanja)|pendapatan|penerimaan|retribusi'
        ))
    or (regexp_matches(lower(satuan), '^(hari|jam|menit|minggu)( kerja)?$')
        and (aspek = 'waktu' or regexp_matches(lower(butir), 'paling lambat|paling lama|maksimal|waktu tunggu|\blama|<=|≤')));

create or replace macro butir_tercapai(arah, realisasi, target) as
    target > 0 and case when arah = 'turun' then realisasi <= target else realisasi >= target end;
