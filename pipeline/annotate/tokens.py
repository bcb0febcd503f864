"""Words and parts of speech: underthesea inside a spaCy pipeline.

Loaded only where patterns and lexicon leave a question open (loading costs about two seconds of processor time,
a sentence about four milliseconds); results are kept. Tags are those of the VLSP treebank: N noun, V verb, A
adjective, E preposition, C conjunction, L determiner, CH punctuation.
"""

from __future__ import annotations

import importlib
import sys
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache
from types import ModuleType
from typing import Any


@dataclass(frozen=True, slots=True)
class Token:
    """A word (one or several syllables) at [start, end) of a text, with its part of speech."""

    start: int
    end: int
    text: str
    tag: str


@lru_cache(maxsize=8192)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of one clause or phrase; the text is never rewritten, every token is exactly its range."""
    if not text.strip():
        return ()
    doc = _pipeline()(text)
    return tuple(Token(t.idx, t.idx + len(t.text), t.text, t.tag_) for t in doc if not t.is_space)


@cache
def _pipeline() -> Any:
    """A blank Vietnamese spaCy pipeline with underthesea's word segmentation and its tagger."""
    with warnings.catch_warnings():
        # spaCy's dependencies warn of their own deprecations while they are imported
        warnings.simplefilter("ignore", DeprecationWarning)
        with _without_commands():
            import spacy
        from spacy.language import Language

    if not Language.has_factory("underthesea_tags"):
        Language.component("underthesea_tags", func=_tag)
    nlp = spacy.blank("vi", config={"nlp": {"tokenizer": {"use_pyvi": False}}})
    nlp.tokenizer = _Tokenizer(nlp.vocab)
    nlp.add_pipe("underthesea_tags")
    return nlp


@contextmanager
def _without_commands() -> Iterator[None]:
    """While spaCy is imported, its command line is left out: a third of the time to load, for ``spacy.info`` alone.

    That function stays, and imports what it needs when it is called.
    """
    if "spacy" in sys.modules:
        yield
        return

    def info(*arguments: Any, **options: Any) -> Any:
        return importlib.import_module("spacy.cli.info").info(*arguments, **options)

    stand_in = ModuleType("spacy.cli.info")
    stand_in.info = info  # type: ignore[attr-defined]  # a module made here
    sys.modules["spacy.cli.info"] = stand_in
    sys.modules["spacy.cli"] = ModuleType("spacy.cli")
    try:
        yield
    finally:
        del sys.modules["spacy.cli.info"], sys.modules["spacy.cli"]


class _Tokenizer:
    """Word segmentation of underthesea as a spaCy tokenizer; white space of the text is kept as it is."""

    def __init__(self, vocab: Any) -> None:
        self.vocab = vocab

    def __call__(self, text: str) -> Any:
        from spacy.tokens import Doc

        words, spaces = _aligned(text, _segment(text))
        return Doc(self.vocab, words=words, spaces=spaces)


def _segment(text: str) -> list[str]:
    from underthesea import word_tokenize

    # token normalisation would rewrite the text (hoà -> hòa): offsets must stay those of the document
    words: list[str] = word_tokenize(text, use_token_normalize=False)
    return words


def _aligned(text: str, segmented: Sequence[str]) -> tuple[list[str], list[bool]]:
    """Words exactly as they stand in ``text`` and whether one space follows each; any gap becomes a word of its own."""
    ranges: list[tuple[int, int]] = []
    at = 0
    for word in segmented:
        start = at
        for number, syllable in enumerate(word.split()):
            found = text.find(syllable, at)
            if found < 0:
                break
            start = found if number == 0 else start
            at = found + len(syllable)
        else:
            ranges.append((start, at))
    words: list[str] = []
    spaces: list[bool] = []
    at = 0
    for start, end in ranges:
        gap = text[at:start]
        if gap == " " and words:
            spaces[-1] = True
        elif gap:
            words.append(gap)
            spaces.append(False)
        words.append(text[start:end])
        spaces.append(False)
        at = end
    if text[at:] == " " and words:
        spaces[-1] = True
    elif text[at:]:
        words.append(text[at:])
        spaces.append(False)
    return words, spaces


def _tag(doc: Any) -> Any:
    """Sets the part of speech of every word."""
    from underthesea.pipeline.pos_tag.model_crf import CRFPOSTagPredictor

    words = [token.text for token in doc]
    for token, (_, tag) in zip(doc, CRFPOSTagPredictor.Instance().predict(words), strict=True):
        token.tag_ = tag
    return doc
