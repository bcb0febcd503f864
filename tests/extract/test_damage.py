"""Files that are not what they should be: each ends in a typed error that says what to do, or in a partial document."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from pipeline import extract
from pipeline.config import Settings
from pipeline.document import Document
from pipeline.errors import BadInputError, FileAccessError
from pipeline.extract.media import media_type


def read(path: Path, settings: Settings | None = None) -> Document:
    return extract.read(path, settings or Settings(), lambda *_: None)


def pdf(pages: int = 3) -> bytes:
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for number in range(pages):
        canvas.drawString(100, 700, f"Trang thu {number + 1} cua van ban")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def archive(**files: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as target:
        for name, data in files.items():
            target.writestr(name.replace("__", "/"), data)
    return buffer.getvalue()


def png(size: tuple[int, int] = (8, 8)) -> bytes:
    buffer = io.BytesIO()
    Image.new("1", size, 1).save(buffer, "PNG")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.pdf", b"", "empty"),
        ("a.txt", b" \n\t\n", "empty"),
        ("a.pdf", b"%PDF-1.7\n%%EOF", "damaged"),
        ("a.docx", archive(word__document_xml=b"x"), "damaged"),
        ("a.docx", b"PK\x03\x04word/", "damaged"),
        ("a.zip", archive(a=b"x"), "ZIP archive"),
        ("a.png", png()[:20], "cannot be decoded"),
        ("a.tif", b"II*\x00\x08\x00\x00\x00", "cannot be decoded"),
        ("a.bin", bytes(range(256)), "unknown kind"),
        ("a.exe", b"MZ" + bytes(200), "not a text file"),
    ],
)
def test_what_cannot_be_read_is_told(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(BadInputError, match=said) as caught:
        read(tmp_path / name)
    assert caught.value.hint


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileAccessError):
        read(tmp_path / "absent.pdf")


def test_a_pdf_without_pages(tmp_path: Path) -> None:
    pikepdf.new().save(tmp_path / "a.pdf")
    with pytest.raises(BadInputError):
        read(tmp_path / "a.pdf")


def test_one_bad_page_leaves_the_others(tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(pdf())) as file:
        file.pages[1].obj.Type = pikepdf.Name.Nothing
        file.pages[1].obj.MediaBox = pikepdf.Array([0, 0, 0])
        file.Root.Pages.Kids[1] = file.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Font))
        file.save(tmp_path / "a.pdf")
    document = read(tmp_path / "a.pdf")
    assert [page.error is not None for page in document.pages] == [False, True, False]
    assert "thu 1" in document.text
    assert "thu 3" in document.text


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (png(), "image/png"),
        (pdf(1), "application/pdf"),
        (b"junk before\n" + pdf(1), "application/pdf"),
        ("Kế hoạch".encode("utf-16"), "text/plain"),
        ("Kế hoạch".encode("utf-16-le"), "text/plain"),
        (b"{\\rtf1\\ansi x}", "application/rtf"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"BM\x36\x10\x00\x00\x00\x00\x00\x00\x36", "image/bmp"),
        ("BM. Kế hoạch".encode(), "text/plain"),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "image/webp"),
        (b"GIF89a", "image/gif"),
        (b"\xef\xbb\xbf<!DOCTYPE HTML><p>x", "text/html"),
        (b'<?xml version="1.0"?>\n<html>', "text/html"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=x\r\n", "multipart/related"),
    ],
)
def test_the_kind_of_a_file_is_found_by_its_content(data: bytes, kind: str) -> None:
    assert media_type(Path("a.pdf"), data) == kind


def test_an_image_with_too_many_pixels_is_a_page_with_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(png((400, 300)))
    (page,) = read(tmp_path / "a.png", Settings(max_pixels=10_000)).pages
    assert page.error is not None
    assert "pixels" in page.error


def test_nothing_in_a_pdf_runs(tmp_path: Path) -> None:
    """Scripts, launches and files elsewhere are never touched."""
    with pikepdf.open(io.BytesIO(pdf(1))) as file:
        target = tmp_path / "touched"
        file.Root.OpenAction = pikepdf.Dictionary(
            S=pikepdf.Name.JavaScript, JS=f"app.launchURL('file://{target}'); this.saveAs('{target}')"
        )
        file.save(tmp_path / "a.pdf")
    assert read(tmp_path / "a.pdf").text.startswith("Trang thu 1")
    assert not target.exists()


WHOLE = pdf(2)


@settings(max_examples=60)
@given(st.integers(0, len(WHOLE)), st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=40))
def test_cut_and_spoiled_pdfs_never_crash(
    tmp_path_factory: pytest.TempPathFactory, end: int, at: int, junk: bytes
) -> None:
    path = tmp_path_factory.mktemp("spoiled") / "a.pdf"
    path.write_bytes((WHOLE[:at] + junk + WHOLE[at + len(junk) :])[: max(end, 1)])
    with suppress(BadInputError):
        document = read(path)
        assert "".join(document.text[page.span.start : page.span.end] for page in document.pages) == document.text
