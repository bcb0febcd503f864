"""The text layer, character by character: what is called by address answers as the wrappers of pypdfium2 do."""

from __future__ import annotations

import ctypes
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from pipeline.extract import textlayer

ROOT = Path(__file__).resolve().parent.parent.parent
FILES = sorted((ROOT / "raw_docs").glob("*tinh*.pdf")) + sorted(
    path
    for name in ("vungtau-kh2144", "hanoi-kh173", "daknong-stc-bc216", "brvt-congbao", "binhdinh-cv4580")
    for path in (ROOT.parent / "shared" / "corpus" / "docs").glob(f"{name}*.pdf")
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_calls_by_address_answer_as_the_wrappers(path: Path) -> None:
    asked = 0
    with pypdfium2.PdfDocument(path) as pdf:
        for page in pdf:
            textpage = page.get_textpage()
            address = ctypes.cast(textpage.raw, ctypes.c_void_p).value
            ours, theirs = pdfium.FS_RECTF(), pdfium.FS_RECTF()
            for index in range(textpage.count_chars()):
                drawn = pdfium.FPDFText_GetTextObject(textpage.raw, index)
                assert (textlayer._text_object(address, index) or 0) == (
                    ctypes.addressof(drawn.contents) if drawn else 0
                )
                assert textlayer._unicode(address, index) == pdfium.FPDFText_GetUnicode(textpage.raw, index)
                assert textlayer._loose_box(address, index, ctypes.byref(ours)) == pdfium.FPDFText_GetLooseCharBox(
                    textpage.raw, index, theirs
                )
                assert bytes(ours) == bytes(theirs)
                asked += 1
            textpage.close()
            page.close()
    assert asked > 1000
