-- Nobody is in reach: tampak(…) is false. Here only so that every query begins alike; without rows.
with terlihat as (select '' as pegawai, 0 as dari, 0 as sampai where false)
