"""Akoma Ntoso 3.0 (OASIS LegalDocML): the text with its nesting, the document's identity and what it cites."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from lxml import etree

from pipeline.emit.files import write_atomic
from pipeline.emit.source import PlanSource
from pipeline.emit.tables import Record
from pipeline.lexicon.fold import slug

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_SOURCE = "#kehoach"
# XML 1.0 has no place for most control characters.
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# A date has to be given; this one says that the document names none.
_NO_DATE = "0001-01-01"

Element = etree._Element


def write(source: PlanSource, target: Path) -> list[Path]:
    """Write one .xml a document into the folder ``target`` and return the paths; raises FileAccessError."""
    written: list[Path] = []
    for document, record, text in source.records():
        path = target / f"{document}.xml"
        write_atomic(path, encode(record, text))
        written.append(path)
    return written


def encode(record: Record, text: str) -> bytes:
    """One record and its text as an Akoma Ntoso document, UTF-8."""
    root = etree.Element(_q("akomaNtoso"), nsmap={None: NAMESPACE})  # type: ignore[dict-item]  # None names the default namespace
    doc = _add(root, "doc", name=slug(record["document"]["type_name"] or "document") or "document")
    _meta(doc, record)
    by_role: dict[str, list[Record]] = {}
    for section in record["sections"]:
        by_role.setdefault(section["role"], []).append(section)
    if front := by_role.get("front"):
        _paragraphs(_add(doc, "preface"), front, text)
    _body(_add(doc, "mainBody"), [*by_role.get("heading", []), *by_role.get("annex", [])], text)
    if closing := by_role.get("closing"):
        _paragraphs(_add(doc, "conclusions"), closing, text)
    etree.indent(root)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def _meta(doc: Element, record: Record) -> None:
    head = record["document"]
    meta = _add(doc, "meta")
    identification = _add(meta, "identification", source=_SOURCE)
    when = head["issued_on"] or _NO_DATE
    number = slug(head["number"] or record["source"]["sha256"][:8])
    work = f"/akn/vn/doc/{slug(head['type'] or 'doc') or 'doc'}/{when}/{number}"
    for level, uri in (("Work", work), ("Expression", f"{work}/vie@"), ("Manifestation", f"{work}/vie@.xml")):
        part = _add(identification, f"FRBR{level}")
        _add(part, "FRBRthis", value=f"{uri}/!main" if level == "Work" else uri)
        _add(part, "FRBRuri", value=uri)
        _add(part, "FRBRdate", date=when, name="issued")
        _add(part, "FRBRauthor", **{"href": "#issuer" if level != "Manifestation" else _SOURCE})
        if level == "Work":
            _add(part, "FRBRcountry", value="vn")
            _add(part, "FRBRnumber", value=_clean(head["number"] or ""))
        elif level == "Expression":
            _add(part, "FRBRlanguage", language="vie")
    references = _add(meta, "references", source=_SOURCE)
    for basis in record["legal_bases"]:
        shown = _clean(" ".join(filter(None, (basis["type"], basis["number"]))))
        _add(references, "activeRef", href=f"/akn/vn/doc/{slug(basis['number']) or 'unknown'}", showAs=shown)
    _add(references, "TLCOrganization", eId="issuer", href="/ontology/organization/vn/issuer",
         showAs=_clean(head["issuer"] or "-"))  # fmt: skip
    _add(references, "TLCOrganization", eId="kehoach", href="/ontology/organization/kehoach", showAs="kehoach")


def _body(body: Element, sections: Iterable[Record], text: str) -> None:
    """Sections below their parents; a parent's own words stand in its introduction."""
    ordered = list(sections)
    children: dict[str | None, list[Record]] = {}
    known = {section["id"] for section in ordered}
    for section in ordered:
        parent = section["parent"] if section["parent"] in known else None
        children.setdefault(parent, []).append(section)
    for number, section in enumerate(children.get(None, []), 1):
        _section(body, section, children, text, f"hcontainer_{number}")
    if not ordered:
        _add(_add(body, "hcontainer", eId="hcontainer_1", name="section"), "content").append(etree.Element(_q("p")))


def _section(above: Element, section: Record, children: dict[str | None, list[Record]], text: str, place: str) -> None:
    name = "annex" if section["role"] == "annex" else "section"
    part = _add(above, "hcontainer", eId=place, name=name)
    if section["label"]:
        _add(part, "num").text = _clean(section["label"])
    if section["title"]:
        _add(part, "heading").text = _clean(section["title"])
    below = children.get(section["id"], [])
    lines = _lines(section, text)
    if below:
        if lines:
            _fill(_add(part, "intro"), lines)
        for number, child in enumerate(below, 1):
            _section(part, child, children, text, f"{place}__hcontainer_{number}")
    else:
        _fill(_add(part, "content"), lines)


def _paragraphs(above: Element, sections: Iterable[Record], text: str) -> None:
    _fill(above, [line for section in sections for line in _own_lines(section, text)])


def _fill(above: Element, lines: list[str]) -> None:
    for line in lines or [""]:
        _add(above, "p").text = line


def _lines(section: Record, text: str) -> list[str]:
    """The lines of a section behind its heading."""
    lines = _own_lines(section, text)
    heading = " ".join(filter(None, (section["label"], section["title"])))
    # the heading may run over several printed lines
    rest = slug(heading)
    while lines and rest and (part := slug(lines[0])) and rest.startswith(part):
        rest = rest[len(part) :].lstrip("-")
        lines.pop(0)
    return lines


def _own_lines(section: Record, text: str) -> list[str]:
    start, end = section["span"]
    return [_clean(line).replace("\t", " | ") for line in text[start:end].splitlines() if line.strip()]


def _clean(text: str) -> str:
    return _NOT_XML.sub("", text)


def _q(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _add(above: Element, tag: str, **attributes: str) -> Element:
    return etree.SubElement(above, _q(tag), attributes)
