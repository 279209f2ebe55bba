"""Mapping of columns to fields (``Peta``): proposed, changed by a person, remembered, applied."""
