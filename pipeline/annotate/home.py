"""Whose document it is: the territory of the issuer, against which "UBND tỉnh" and "UBND tỉnh Lào Cai" are one body."""

from __future__ import annotations

from dataclasses import replace

from pipeline.annotate import agencies
from pipeline.lexicon.agencies import bodies
from pipeline.lexicon.fold import slug
from pipeline.mentions import Agency
from pipeline.outline import Outline

_LEVELS = ("tinh", "thanh-pho", "tp", "huyen", "quan", "thi-xa", "phuong", "xa", "thi-tran", "dac-khu")
_LOCAL = {"uy-ban-nhan-dan", "hoi-dong-nhan-dan", "tinh-uy", "thanh-uy", "huyen-uy"}


def territory(outline: Outline) -> str:
    """Slug of the territory that the issuer governs ("tinh-lao-cai"), "" where it is not said.

    From the letterhead; a transcript without one names it in its opening, its closing or its annexes.
    """
    for zone in ("letterhead", "title", "preamble", "closing", "annex"):
        text = " ".join(block.text for block in outline.zone(zone))
        for agency in agencies.find(text):
            place = slug(agency.place)
            if agency.key in _LOCAL and place.count("-") > place.startswith(("thanh-pho", "thi-xa", "thi-tran")):
                return place
    return ""


def at_home(agency: Agency, home: str) -> Agency:
    """The mention with the key of its body in this document.

    A body of another territory gets the territory in its key ("uy-ban-nhan-dan:huyen-bac-ha"); the issuer's own is
    named by its level alone ("uy-ban-nhan-dan:tinh"), a department of the issuer by its plain key ("so-noi-vu").
    """
    if agency.key is None or agency.group or not agency.place:
        return agency
    place = slug(agency.place)
    level = _level(place)
    own = place == home or _abbreviates(place, home) or home.endswith(f"-{place}")
    if not own and place != level:
        return replace(agency, key=f"{agency.key}:{place}")
    here = _level(home) if own else level
    if agency.key in _LOCAL:
        return replace(agency, key=f"{agency.key}:{here}")
    body = bodies().get(agency.key)
    if own or here == _level(home) or (body is not None and body.level is not None):
        return agency
    return replace(agency, key=f"{agency.key}:{here}")


def _level(place: str) -> str:
    return next((level for level in _LEVELS if place == level or place.startswith(f"{level}-")), "")


def _abbreviates(place: str, home: str) -> bool:
    """True for "TPVT" of "thành phố Vũng Tàu"."""
    name = home.removeprefix(_level(home)).strip("-")
    return bool(name) and place == "tp" + "".join(word[0] for word in name.split("-"))
