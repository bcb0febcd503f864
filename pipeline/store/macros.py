"""SQL macros for Vietnamese: search as people type."""

from __future__ import annotations

# Ways to write the tone of "oa", "oe", "uy": on the first letter (hòa) and on the second (hoà).
TONES = (
    ("òa", "oà"), ("óa", "oá"), ("ỏa", "oả"), ("õa", "oã"), ("ọa", "oạ"),
    ("òe", "oè"), ("óe", "oé"), ("ỏe", "oẻ"), ("õe", "oẽ"), ("ọe", "oẹ"),
    ("ùy", "uỳ"), ("úy", "uý"), ("ủy", "uỷ"), ("ũy", "uỹ"), ("ụy", "uỵ"),
)  # fmt: skip
_DASHES = "‐‑‒–—―−"
_QUOTES = "“”„‘’"


def _tone() -> str:
    body = "lower(nfc_normalize(t))"
    for first, second in TONES:
        body = f"replace({body}, '{first}', '{second}')"
    return body


def _plain() -> str:
    marks = "đð" + _DASHES + _QUOTES
    bare = "dd" + "-" * len(_DASHES) + "\"\"\"''''"
    return rf"trim(regexp_replace(translate(strip_accents(lower(t)), '{marks}', '{bare}'), '\s+', ' ', 'g'))"


MACROS: dict[str, tuple[str, str]] = {
    "plain(t)": (_plain(), "Without marks, capitals and line breaks: plain('Nhân  lực') = 'nhan luc'."),
    "tone(t)": (_tone(), "Small letters, one way of placing tones: tone('HÒA') = tone('hoà')."),
    "has(t, words)": (
        r"contains(plain(t), plain(words)) AND regexp_matches(plain(t), "
        r"'(^|[^\pL\pN])' || regexp_escape(plain(words)) || '($|[^\pL\pN])')",
        "True if the text holds the words, whole ones, marks and capitals set aside: has(text, 'nhan luc').",
    ),
}
"""Head of each macro: its body and what it does."""


def statements() -> list[str]:
    """What creates the macros."""
    return [f"CREATE MACRO {head} AS {body}" for head, (body, _) in MACROS.items()]
