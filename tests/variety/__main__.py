"""``python -m tests.variety FOLDER [BATCH...]``: draw the plans and their gold into FOLDER/docs and FOLDER/gold."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.variety.draw import write
from tests.variety.source import BATCHES, sources


def main() -> None:
    """Draw the batches named, all if none is."""
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    for batch in sys.argv[2:] or BATCHES:
        for source in sources(batch):
            print(write(source, Path(sys.argv[1])))


if __name__ == "__main__":
    main()
