"""Paragraphs -> nodes: nested, headings told from items, kinds given."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, field, replace

from pipeline.lexicon.numbering import CAPITALS
from pipeline.lexicon.sections import names_body
from pipeline.outline import Kind
from pipeline.segment.kinds import gives_role, kind_of_content, kind_of_title
from pipeline.segment.markers import Reading, with_misreadings
from pipeline.segment.nesting import Marked, Place, nest
from pipeline.segment.paragraphs import Paragraph
from pipeline.segment.titles import Title, decide, is_label, is_sentence, run_in

MAIN_STYLES = ("part", "chapter", "section", "capital", "roman", "article")
OUTER_STYLES = ("part", "chapter", "section", "article", "caps")
CAPS_LENGTH = 220
LEADING_WORDS = 8
TITLE_ABOVE = 60
BOLD_LENGTH = 160


_CAPITAL_WORDS = re.compile(rf"[{CAPITALS}]{{2,}}[ ,]+[{CAPITALS}]{{2,}}")


@dataclass(slots=True)
class Node:
    """A paragraph on its way to become one or two blocks.

    ``transparent``: it is no level of its own; ``lifted``: how many of the levels around it are none.
    """

    paragraph: Paragraph
    reading: Reading | None = None
    depth: int = -1
    parent: int | None = None
    title: Title = field(default_factory=lambda: Title(False))
    why: str = ""
    transparent: bool = False
    lifted: int = 0

    @property
    def text(self) -> str:
        """Its words without the marker."""
        words = self.paragraph.text
        return words[self.reading.end :].strip() if self.reading else words

    @property
    def numbered(self) -> bool:
        """True if it has a place in the nesting."""
        return self.depth >= 0


def nodes_of(paragraphs: Sequence[Paragraph]) -> list[Node]:
    """Nest one stretch of numbering (the body, or one annex). Parents are indices into the list returned."""
    paragraphs = _with_titles_below(paragraphs)
    while True:
        marked = [(at, item) for at, p in enumerate(paragraphs) if (item := _item(paragraphs, at)) is not None]
        places = nest([item for _, item in marked])
        refused = {at for (at, _), place in zip(marked, places, strict=True) if place.reading is None}
        joined = _join_refused(paragraphs, refused)
        if len(joined) == len(paragraphs):
            return _nodes(joined, marked, places)
        paragraphs = joined


def _with_titles_below(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """A part or chapter whose title stands on the line below ("Chương I" / "QUY ĐỊNH CHUNG") gets it."""
    joined: list[Paragraph] = []
    for paragraph in paragraphs:
        last = joined[-1] if joined else None
        if last is not None and _awaits_title(last) and _can_be_title(paragraph):
            joined[-1] = last.with_rows(paragraph.rows)
        else:
            joined.append(paragraph)
    return joined


def _awaits_title(paragraph: Paragraph) -> bool:
    if len(paragraph.rows) > 1 or not paragraph.readings:
        return False
    first = paragraph.readings[0]
    return first.style in ("part", "chapter", "section") and first.end >= len(paragraph.first.text)


def _can_be_title(paragraph: Paragraph) -> bool:
    if paragraph.furniture or paragraph.table is not None or paragraph.readings:
        return False
    text = paragraph.text
    return len(text) <= CAPS_LENGTH and not text.endswith((".", ";", ":"))


def _join_refused(paragraphs: list[Paragraph], refused: set[int]) -> list[Paragraph]:
    """Lines whose marker was refused go on with the paragraph above, where one was broken off, else lose the marker."""
    joined: list[Paragraph] = []
    for at, paragraph in enumerate(paragraphs):
        if at not in refused:
            joined.append(paragraph)
        elif joined and joined[-1].table is None and not joined[-1].furniture and joined[-1].rows[-1].open_end:
            joined[-1] = joined[-1].with_rows(paragraph.rows)
        else:
            joined.append(replace(paragraph, readings=(), reject=None))
    return joined


def _item(paragraphs: Sequence[Paragraph], at: int) -> Marked | None:
    paragraph = paragraphs[at]
    if paragraph.furniture or paragraph.table is not None:
        return None
    first = paragraph.first
    lead = paragraph.text.rstrip().endswith(":")
    if paragraph.readings and first.line.method == "ocr":
        return Marked(with_misreadings(paragraph.readings), first.left, lead, paragraph.reject)
    if paragraph.readings:
        return Marked(paragraph.readings, first.left, lead, paragraph.reject)
    if _belongs_to_title(paragraphs, at):
        return None
    style = _unnumbered(paragraph, paragraphs[at + 1] if at + 1 < len(paragraphs) else None)
    return None if style is None else Marked((Reading("none", "", (), style, 0),), first.left, lead)


def _belongs_to_title(paragraphs: Sequence[Paragraph], at: int) -> bool:
    """True for capitals right under a short numbered title: its content (the words of a banner), no heading."""
    before = (p for p in reversed(paragraphs[max(0, at - 6) : at]) if not p.furniture)
    above = next((p for p in before if p.readings or not p.first.capitals), None)
    if above is None or not above.readings or len(above.text) > TITLE_ABOVE or above.text.isupper():
        return False
    return above.readings[0].style in ("arabic", "decimal", "letter") and not above.text.endswith(".")


def _unnumbered(paragraph: Paragraph, after: Paragraph | None) -> str | None:
    """Is a paragraph without a marker a heading (capitals, bold) or the lead of the list below it?"""
    text = paragraph.text.strip()
    if not text or text.startswith(("(", "[")):
        return None
    if all(row.capitals for row in paragraph.rows) and len(text) <= CAPS_LENGTH and _CAPITAL_WORDS.search(text):
        return "caps"
    if is_label(text):
        return None
    listed = after is not None and bool(after.readings) and after.readings[0].style in ("dash", "plus")
    ended = text.endswith((".", ";", ","))
    if paragraph.bold and len(text) <= BOLD_LENGTH and not ended and after is not None and not after.furniture:
        return "bold"
    return "lead" if text.endswith(":") and (listed or _is_letter_list(after)) else None


def _is_letter_list(after: Paragraph | None) -> bool:
    if after is None or not after.readings:
        return False
    first = after.readings[0]
    return first.value == (1,) and first.style in ("letter", "bracket_arabic")


def _nodes(
    paragraphs: Sequence[Paragraph], marked: Sequence[tuple[int, Marked]], places: Sequence[Place]
) -> list[Node]:
    nodes = [Node(paragraph) for paragraph in paragraphs]
    for (at, _), place in zip(marked, places, strict=True):
        node = nodes[at]
        node.reading, node.depth, node.why = place.reading, place.depth, place.why
        node.parent = None if place.parent is None else marked[place.parent][0]
    parents = {node.parent for node in nodes}
    for at, node in enumerate(nodes):
        if node.numbered and node.reading:
            content, labels = _content(nodes, at)
            node.title = decide(node.text, node.reading.style, content, labels, node.paragraph.bold, at in parents)
    _siblings(nodes)
    _articles(nodes)
    _heading_of_plain(nodes)
    return nodes


def _content(nodes: Sequence[Node], at: int) -> tuple[bool, bool]:
    """(something follows that belongs to the node, nothing but labels follows: "Đơn vị chủ trì: ...")."""
    labels = False
    for node in nodes[at + 1 :]:
        if node.paragraph.furniture:
            continue
        if node.numbered and node.depth <= nodes[at].depth:
            return False, labels
        if not is_label(node.text):
            return True, False
        labels = True
    return False, labels


def _articles(nodes: Sequence[Node]) -> None:
    """An article that only leads over to the parts inside ("Điều 1. Phê duyệt ... như sau: I. ...") is no level."""
    for at, node in enumerate(nodes):
        if node.reading is None or node.reading.style != "article":
            continue
        inside = [below for below in nodes[at + 1 :] if below.parent == at and below.title.heading]
        if any(below.reading and below.reading.style in ("roman", "capital", "part") for below in inside) or (
            inside and node.text.rstrip().endswith(":") and len(node.text.split()) > LEADING_WORDS
        ):
            node.transparent = True
            node.title = Title(False, why="leads over to the parts inside")
    for node in nodes:
        if node.parent is not None:
            above = nodes[node.parent]
            node.lifted = above.lifted + above.transparent


def _heading_of_plain(nodes: Sequence[Node]) -> None:
    """Paragraphs and tables without a marker belong to the nearest heading above, labels to the work they speak of."""
    above: int | None = None
    for at, node in enumerate(nodes):
        if node.numbered:
            above = at
        elif node.paragraph.furniture:
            continue
        elif above is not None and node.paragraph.table is None and is_label(node.text):
            node.parent = above if not is_label(nodes[above].text) else nodes[above].parent
        else:
            node.parent = _enclosing_heading(nodes, above)


def _enclosing_heading(nodes: Sequence[Node], at: int | None) -> int | None:
    while at is not None and not nodes[at].title.heading:
        at = nodes[at].parent
    return at


def _siblings(nodes: Sequence[Node]) -> None:
    """A short title without content among sisters that are headings is a heading too."""
    groups: dict[tuple[int | None, str], list[Node]] = {}
    parents = {id(nodes[node.parent]) for node in nodes if node.parent is not None}
    for node in nodes:
        if node.numbered and node.reading and node.reading.style not in ("dash", "plus", "lead", "article"):
            groups.setdefault((node.parent, node.reading.style), []).append(node)
    for group in groups.values():
        headings = sum(node.title.heading for node in group)
        if headings * 2 < len(group):
            _demote(group, parents)
            continue
        for node in group:
            text = node.text
            plain_end = not text.endswith((".", ";"))
            split = None if node.title.heading else run_in(text, True, sure=True)
            if split is not None:
                node.title = Title(True, split, "title up to the colon, like its sisters")
            elif not node.title.heading and headings * 2 >= len(group) and len(text) <= 120 and plain_end:
                node.title = Title(True, why="a short title like its sisters")


def _demote(group: Sequence[Node], parents: Container[int]) -> None:
    """A sentence that leads over to a list ("Sửa đổi Luật ... theo hướng:") among items is an item too, and so is the
    last of a list, which only the closing words follow."""
    for node in group:
        text = node.text
        if node.title.heading and node.title.split is None and is_sentence(text) and id(node) not in parents:
            node.title = Title(False, why="a sentence, its sisters are items")
            continue
        leads = text.endswith(":") and node.reading is not None and node.reading.style not in MAIN_STYLES
        if node.title.heading and node.title.split is None and leads and (not names_body(text) or gives_role(text)):
            node.title = Title(False, why="leads over to a list, its sisters are items")


def kinds_of(nodes: Sequence[Node]) -> dict[int, Kind]:
    """What each node is about: the kind of its top section."""
    kinds: dict[int, Kind] = {}
    for at, node in enumerate(nodes):
        if node.paragraph.furniture:
            continue
        inherited = kinds.get(node.parent) if node.parent is not None else None
        own = kind_of_title(node.text[: node.title.split]) if node.title.heading and node.depth <= 2 else None
        if node.title.heading and _is_top(nodes, node):
            kinds[at] = own or (kind_of_content(_below(nodes, at)) if node.parent is None else inherited) or "other"
        elif own is not None and inherited in (None, "other"):
            kinds[at] = own
        else:
            kinds[at] = inherited or "other"
    return kinds


def _is_top(nodes: Sequence[Node], node: Node) -> bool:
    """True for the top headings of the body; parts, chapters and articles above them do not count."""
    style = node.reading.style if node.reading else ""
    if node.parent is None:
        return True
    above = nodes[node.parent]
    outer = above.reading.style if above.reading else ""
    return outer in OUTER_STYLES and style in MAIN_STYLES and _is_top(nodes, above)


def _below(nodes: Sequence[Node], at: int) -> list[str]:
    return [node.text for node in nodes if node.parent == at]
