"""``kehoach review``: the review pages of a folder of results, served on this machine only."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli import console
from pipeline.errors import EXIT_OK, FileAccessError


def review(
    folder: Annotated[Path, typer.Argument(help="Folder of results.")] = Path("outputs"),
    port: Annotated[int, typer.Option("--port", help="Port on 127.0.0.1; 0: any free one.")] = 0,
) -> int:
    """Serve the review pages of a folder of results, so that corrections are saved beside the record.

    Prints the address to open. Corrections take effect when the document is parsed again. Ends on Ctrl-C.
    """
    from pipeline.review.server import ReviewServer

    if not folder.is_dir():
        raise FileAccessError(f"{folder} is not a folder.", "Read documents first: kehoach parse FILE... -o DIR")
    try:
        server = ReviewServer(folder, port)
    except OSError as error:
        raise FileAccessError(f"Port {port} cannot be used: {error.strerror}.", "Name another one: --port 0") from error
    with server:
        print(server.address, flush=True)
        console.say("Open this address in a browser; Ctrl-C ends it.")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            console.say("Ended.")
    return EXIT_OK
