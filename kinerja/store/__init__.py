"""DuckDB and nothing else: immutable snapshots, migrations, hardened reading, queries. The only importer of duckdb."""
