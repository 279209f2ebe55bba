-- Grain: person × span of months in which the viewer may read that person's individual rows: oneself, always.
with terlihat as (select $pegawai as pegawai, 0 as dari, 999999 as sampai where $pegawai <> '')
