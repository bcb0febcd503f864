"""Plan -> files, one module a format."""
