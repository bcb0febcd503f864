"""Arguments, printing, exit codes; nothing else prints."""

from __future__ import annotations


def main() -> None:
    """Entry point of the ``kehoach`` command."""
    raise SystemExit("not built yet")
