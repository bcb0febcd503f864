"""Query over the outputs: DuckDB views, search, series, diff."""
