"""Query over the outputs: DuckDB views, search, series, diff."""

from __future__ import annotations

from pipeline.store.store import VIEWS, Store

__all__ = ["VIEWS", "Store"]
