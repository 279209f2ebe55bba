"""Frame to figure, pure. The only importer of plotly."""
