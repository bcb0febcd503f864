"""Signature block and recipients (Decree 30/2020/NĐ-CP, annex I, II.7 and II.9)."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.document import Flow
from pipeline.lexicon.letterhead import POSITIONS, RANKS
from pipeline.lexicon.numbering import CAPITALS, SMALL
from pipeline.lexicon.words import bare
from pipeline.outline import Block
from pipeline.plan import Signature

ON_BEHALF = re.compile(r"^(?:T\s?[./]?\s?M|Thay mặt)\s*[./:]?\s*", re.IGNORECASE)
"""Words before the body on whose behalf is signed: "TM.", "T/M", "T.M"."""
_IN_PLACE = re.compile(r"^(?:(?:KT|TL|TUQ|Q)\s*[./]|(?:K[./]T|T[./]L|T[./]UQ)\s*[./]?)\s*", re.IGNORECASE)
# A syllable may be one letter ("Vàng A Chinh") or hold a mark ("H'Lan Niê", "K'Brết") in names of the highlands.
_SYLLABLE = rf"[{CAPITALS}](?:[{SMALL}]|['\u2019-][{CAPITALS}]?[{SMALL}])*"
_NAME = re.compile(
    rf"^(?:{RANKS}\s+)?(?:[A-ZĐ][A-Za-zƯ]{{0,5}}[12]?\.\s*)*(?:{_SYLLABLE}\s+){{1,5}}{_SYLLABLE}(?<=[{SMALL}])$"
)
_SIGNED = re.compile(r"^\W*(?:đã ký|ký tên|signed)", re.IGNORECASE)
_POSITIONS = tuple(bare(position) for position in POSITIONS)
# what a pen's stroke before a position is read as: "3% —_ PHÓ THỦ TƯỚNG"
_STROKES = re.compile(r"^(?:[^\W\d_]?[\d\W_]+\s+)+(?=[^\W\d_]{2})")
# the last recipient, in capitals almost all of it: "Lưu: VT, BCĐCCHC (2)."
_FILED = re.compile(r"\W*Lưu\b", re.IGNORECASE)
_LAST = re.compile(r"(Lưu\b[^.;]*[.;])\s+(\S.*?)\s*$")
_SPECKS = re.compile(r"[^\w\s,.;:()&/'’\-–—+]")
_RECIPIENTS = re.compile(r"^\W*n[ơo]i\s+nh[ậâ]n\b[^\w(]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Signed:
    """The signature block and the lines that it was read from."""

    signature: Signature | None
    lines: tuple[Flow, ...]


def signature(blocks: Sequence[Block]) -> Signed:
    """Read the signature block from the blocks of the closing zone."""
    parts: dict[str, list[str]] = {"authority": [], "capacity": [], "position": []}
    used: list[Flow] = []
    current = ""
    name: str | None = None
    for flow in _signing_lines(blocks):
        text = flow.text.strip(" *_")
        part = "position" if current == "position" and text.lower() == "kiêm" else _part_of(text, current)
        if part:
            current = part
            parts[part].append(re.sub(r"[.,;:]+$", "", _STROKES.sub("", text)))
        elif current and _NAME.match(text.rstrip(".")) and not _SIGNED.match(text):
            name = text.rstrip(".")
        else:
            continue
        used.append(flow)
        if name:
            break
    beside = None if name else next((found for block in blocks if (found := _name_beside(block))), None)
    if current and beside is not None:
        name = beside.text
        used.append(beside)
    if not used:
        return Signed(None, ())
    joined = {key: " ".join(values) or None for key, values in parts.items()}
    return Signed(Signature.model_validate({**joined, "name": name}), tuple(used))


def _part_of(text: str, before: str) -> str:
    """Which part of the block a line in capitals is ("" for none); the place of a body goes on with the authority."""
    letters = [c for c in text if c.isalpha()]
    if _FILED.match(text) or len(letters) < 4 or sum(c.isupper() for c in letters) < 0.75 * len(letters):
        return ""
    if ON_BEHALF.match(text):
        return "authority"
    if _IN_PLACE.match(text):
        return "capacity"
    if before == "authority" and not is_position(text):
        return "authority"
    return "position" if before or is_position(text) else ""


def is_position(text: str) -> bool:
    """True if a line begins with a position that signs ("PHÓ CHỦ TỊCH")."""
    return bare(text).startswith(_POSITIONS)


def _signing_lines(blocks: Sequence[Block]) -> list[Flow]:
    """Short lines of the closing block that are no recipients."""
    found: list[Flow] = []
    for block in blocks:
        if block.role == "furniture" or block.marker != "none" or block.table is not None:
            continue
        head = _RECIPIENTS.match(block.text)
        flow = block.flow.part(head.end()) if head else block.flow
        if 0 < len(flow.text) <= 90:
            found.append(flow)
    return found


def recipients(blocks: Sequence[Block]) -> list[Flow]:
    """One piece for each recipient, without dash and final punctuation, in order."""
    found: list[Flow] = []
    inside = False
    for block in blocks:
        head = _RECIPIENTS.match(block.text)
        if head:
            inside = True
            rest = block.flow.part(head.end())
            if not _part_of(rest.text, ""):
                found.extend(_items(rest))
        elif inside and (block.marker in ("dash", "plus", "bullet") or _lost_its_dash(block)):
            found.extend(_items(block.flow))
    return found


def _name_beside(block: Block) -> Flow | None:
    """The name that stands on the line of the last recipient ("- Lưu: VT.          Lê Thị Hạnh"), halves not apart."""
    found = _LAST.match(block.text)
    if found is None or not _NAME.match(found[2]):
        return None
    return block.flow.part(found.start(2), found.end(2))


def _lost_its_dash(block: Block) -> bool:
    """True for a recipient whose dash was not read: it ends with ";" or begins with "Như" or "Lưu"."""
    if block.role == "furniture" or block.marker != "none" or len(block.text) > 160:
        return False
    return block.text.endswith(";") or bool(re.match(r"(?:Như|Lưu)\b", block.text))


def _items(flow: Flow) -> list[Flow]:
    """Several recipients printed on one line ("- A; - B") are taken apart; what is no words is left out."""
    edges = [0, *(found.end() for found in re.finditer(r"[;.]\s*[-–—]\s*", flow.text)), len(flow.text)]
    parts = [_without_end(_without_specks(flow.part(low, high))) for low, high in itertools.pairwise(edges)]
    return [part for part in parts if sum(map(str.isalpha, part.text)) > 2]


def _without_specks(flow: Flow) -> Flow:
    """A recipient without the remains of seal and signature that a reader of scans put behind its ";"."""
    last = _LAST.match(flow.text)
    if last and _NAME.match(last[2]):
        return flow.part(0, last.end(1))
    found = re.search(r";\s*(\S.*)$", flow.text)
    if found and (_SPECKS.search(found[1]) or len(found[1]) < 3):
        return flow.part(0, found.start())
    return flow


def _without_end(flow: Flow) -> Flow:
    words = re.match(r"^[-–—+*\s]*(.*?)[\s;.,/\-–—]*$", flow.text, re.DOTALL)
    return flow.part(words.start(1), words.end(1)) if words else flow
