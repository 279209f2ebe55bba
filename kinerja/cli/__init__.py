"""The command line behind ``python -m kinerja``: its words, its commands, and how their results are written."""
