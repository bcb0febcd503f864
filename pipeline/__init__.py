"""kehoach: Vietnamese administrative plan documents as verified, traceable data."""

from __future__ import annotations

import os

# Tesseract's OpenMP threads fight each other for cores; one thread a process, more processes if more is wanted.
# It has to stand before the library is loaded.
os.environ.setdefault("OMP_THREAD_LIMIT", "1")

__version__ = "0.1.0"
