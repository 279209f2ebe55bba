"""Streamlit glue: navigation, filters, the only caches, text, cards."""
