"""The office's words and rules. Standard library only; imported by every other package."""
