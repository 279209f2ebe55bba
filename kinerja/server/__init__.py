"""The server around the pages: router, headers, compression, static files."""
