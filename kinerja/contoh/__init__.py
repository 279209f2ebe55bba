"""Synthetic sample data, seeded and labelled."""
