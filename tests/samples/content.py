"""The words of a sample: one TOML file a plan, read into one frozen record."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
RAW_DOCS = FOLDER.parent.parent / "raw_docs"
NATION = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
SUFFIXES = {"text": ".txt", "pdf": ".pdf", "scan": "-scan.pdf"}


@dataclass(frozen=True, slots=True)
class Annex:
    """A table behind the body. ``widths`` of the columns in per cent of the line."""

    label: str
    title: str
    note: str
    landscape: bool
    columns: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Sample:
    """One plan. ``parent`` and ``issuer``: the printed lines of the left letterhead; ``body``: one paragraph an entry;
    ``form``: what raw_docs/ holds of it, "text", "pdf" (digital) or "scan"."""

    name: str
    form: str
    parent: tuple[str, ...]
    issuer: tuple[str, ...]
    number: str
    place_and_date: str
    kind: str
    title: str
    body: tuple[str, ...]
    recipients: tuple[str, ...]
    signature: tuple[str, ...]
    annex: Annex

    @property
    def file_name(self) -> str:
        """Name of its file in raw_docs/."""
        return self.name + SUFFIXES[self.form]


def load(path: Path) -> Sample:
    """The sample of one TOML file."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    annex = data.pop("annex")
    annex["rows"] = tuple(map(tuple, annex["rows"]))
    lists = ("parent", "issuer", "recipients", "signature")
    return Sample(
        **{key: tuple(value) if key in lists else value for key, value in data.items() if key != "body"},
        name=path.stem,
        body=tuple(line for line in data["body"].splitlines() if line),
        annex=Annex(**{key: tuple(value) if key in ("columns", "widths") else value for key, value in annex.items()}),
    )


def samples() -> list[Sample]:
    """All samples, by name."""
    return [load(path) for path in sorted(FOLDER.glob("*.toml"))]
