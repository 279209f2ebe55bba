"""Indicators: one file each, a registry that reads them, an engine that computes with them."""
