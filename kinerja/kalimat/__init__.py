"""The sentences: which one may be said, from numbers."""
