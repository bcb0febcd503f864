"""Words and tags, and what loading them leaves behind."""

from __future__ import annotations

import subprocess
import sys

from pipeline.annotate.tokens import tokens


def test_words_are_exactly_the_text() -> None:
    text = "Họp dân,  công khai hoà bình"
    found = tokens(text)
    assert [(token.text, token.tag) for token in found][:2] == [("Họp", "V"), ("dân", "N")]
    assert all(text[token.start : token.end] == token.text for token in found)


def test_spacy_is_whole_for_others_of_the_process() -> None:
    """Its command line is left out while it is loaded; a notebook that uses spaCy too still finds all of it."""
    code = (
        "from pipeline.annotate.tokens import tokens; tokens('Rà soát quy hoạch'); import spacy; "
        "assert spacy.info(silent=True)['spacy_version'] == spacy.__version__; "
        "import spacy.cli; assert spacy.cli.app.registered_commands; from spacy.cli.info import info"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
