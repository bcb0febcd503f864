"""Files changed at random, the same for the same seed: bytes flipped, parts cut, doubled, swapped between files."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence

import pypdfium2

from tests.batch import hostile
from tests.conftest import CORPUS, ROOT

_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_OBJECT = re.compile(rb"\d+ \d+ obj.*?endobj", re.DOTALL)
# What may become of a mutated file: anything but a fault of ours, a dead worker, a hang, too much memory.
FINE = {"ok", "partial", "bad_input", "encrypted", "file_access", "missing_dependency"}
_NASTY = (b"\x00", b"\xff", b"%", b"<<", b">>", b"(", b"-1", b"99999999999", b"\xef\xbb\xbf", b"\xe1\xba", b"[", b"/")


def seeds(largest: int) -> list[tuple[str, bytes]]:
    """Digital files of at most ``largest`` bytes: the samples, made ones, and the corpus where it is there."""
    found = [
        ("made.pdf", hostile.pdf(2)),
        ("made.docx", hostile.docx()),
        ("acting.pdf", hostile.acting_pdf("http://x/")),
    ]
    folders = [ROOT / "raw_docs", CORPUS / "docs", CORPUS / "legacy"]
    for path in sorted(p for folder in folders if folder.is_dir() for p in folder.rglob("*")):
        if path.suffix in (".txt", ".md", ".docx", ".pdf") and path.is_file() and path.stat().st_size <= largest:
            data = path.read_bytes()
            if path.suffix != ".pdf" or _has_text(data):
                found.append((path.name, data))
    return found


def _has_text(data: bytes) -> bool:
    with pypdfium2.PdfDocument(data) as document:
        return document[0].get_textpage().count_chars() > 0


def copied(data: bytes, suffix: str, number: int) -> bytes:
    """The same document with other bytes: a comment after the end of a PDF or an archive, a line after a text."""
    return data + (f"\n{number}\n" if suffix in (".txt", ".md") else f"\n%{number}\n").encode()


def mutated(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """``data`` after one to four changes; ``others`` lend their parts."""
    for _ in range(chance.randint(1, 4)):
        data = chance.choice(_WAYS)(data, others, chance) if data else data
    return data


def _flip(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.choice((1, 4, 16, 64))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _insert(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + chance.choice(_NASTY) * chance.choice((1, 3, 50)) + data[at:]


def _truncate(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    return data[: chance.randrange(len(data))]


def _cut(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    return data[:at] + data[at + chance.choice((1, 10, 1000)) :]


def _double(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    piece = data[at : at + chance.choice((10, 200, 5000))]
    return data[:at] + piece * chance.choice((2, 5)) + data[at:]


def _splice(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    other = chance.choice(others)
    return data[: chance.randrange(len(data))] + other[chance.randrange(max(1, len(other))) :]


def _swap_streams(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """Two streams of a PDF change places."""
    found = list(_STREAM.finditer(data))
    if len(found) < 2:
        return _flip(data, others, chance)
    first, second = sorted(chance.sample(found, 2), key=lambda match: match.start())
    return data[: first.start(1)] + second[1] + data[first.end(1) : second.start(1)] + first[1] + data[second.end(1) :]


def _drop_object(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    """An object of a PDF is gone."""
    found = list(_OBJECT.finditer(data))
    if not found:
        return _cut(data, others, chance)
    gone = chance.choice(found)
    return data[: gone.start()] + data[gone.end() :]


def _zero(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    at, length = chance.randrange(len(data)), chance.choice((16, 512, 4096))
    return data[:at] + b"\x00" * len(data[at : at + length]) + data[at + length :]


_WAYS = (_flip, _flip, _insert, _truncate, _cut, _double, _splice, _swap_streams, _drop_object, _zero)
