"""Documents of strangers: what can be read is read; what is hostile is refused without harm."""

from __future__ import annotations

import io
import resource
import struct
import subprocess
import sys
import time
import zipfile
import zlib
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from learnconnect_app.adapters import document_worker, documents
from learnconnect_app.adapters.documents import MOST_BYTES, MOST_CHARACTERS, text_of
from learnconnect_app.domain.errors import DomainError

SPACES = nsdecls("w") + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
CV = "Elif Şahin\nHTML ve CSS ile okul kulübünün sitesini hazırladım."


def a_docx(*paragraphs: str, table: tuple[str, ...] = ()) -> bytes:
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if table:
        row = document.add_table(rows=1, cols=len(table)).rows[0]
        for cell, text in zip(row.cells, table, strict=True):
            cell.text = text
    document.save(out := io.BytesIO())
    return out.getvalue()


def a_pdf(text: str = "", *, password: str = "", pages: int = 1, idle: int = 0) -> bytes:
    """The text on each page, after so many operators that show nothing."""
    writer = PdfWriter()
    sheets = [writer.add_blank_page(width=300, height=300) for _ in range(pages)]
    if text:
        font = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
            }
        )
        fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
        stream = DecodedStreamObject()
        stream.set_data(f"BT /F1 12 Tf 20 200 Td {'0 Tc ' * idle}({text}) Tj ET".encode())
        contents = writer._add_object(stream.flate_encode())
        for sheet in sheets:
            sheet[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
            sheet[NameObject("/Contents")] = contents
    if password:
        writer.encrypt(password, algorithm="AES-256")
    writer.write(out := io.BytesIO())
    return out.getvalue()


def with_part(document: bytes, name: str, data: bytes) -> bytes:
    out = io.BytesIO(document)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, data)
    return out.getvalue()


def an_archive(parts: dict[str, bytes]) -> bytes:
    with zipfile.ZipFile(out := io.BytesIO(), "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def a_lying_bomb() -> bytes:
    """A DOCX whose body unpacks to 2 GB, and whose directory says 1 kB."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = b"".join(packer.compress(b" " * 1_000_000) for _ in range(2000)) + packer.flush()
    name = b"word/document.xml"
    sizes = struct.pack("<III", 0, len(packed), 1024)
    local = b"PK\x03\x04" + struct.pack("<HHHHH", 20, 0, 8, 0, 33) + sizes
    local += struct.pack("<HH", len(name), 0) + name + packed
    central = b"PK\x01\x02" + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 33) + sizes
    central += struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, 0) + name
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), len(local), 0)
    return local + central + end


def test_plain_text_is_read_in_turkish_whatever_its_encoding() -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1254"):
        assert text_of(CV.encode(encoding)).strip() == CV


def test_docx_is_read_with_its_tables_in_order() -> None:
    text = text_of(a_docx("Elif Şahin", "CSS ile site yaptım", table=("HTML", "Git")))
    assert text.split("\n") == ["Elif Şahin", "CSS ile site yaptım", "HTML", "Git"]


def test_pdf_is_read() -> None:
    assert "Built 12 sites with CSS" in text_of(a_pdf("Built 12 sites with CSS"))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7\n" + b"x" * MOST_BYTES, "resume_too_large"),
        (b"", "resume_empty"),
        (b" \n ", "resume_empty"),
        (a_docx(), "resume_empty"),
        (rb"{\rtf1\ansi\b Elif \b0 HTML ve CSS}", "resume_wrong_type"),
        (b"<!DOCTYPE html><p>HTML ve CSS", "resume_wrong_type"),
        (b"\xef\xbb\xbf\n <html lang='tr'>HTML", "resume_wrong_type"),
        ("<HTML>HTML".encode("utf-16"), "resume_wrong_type"),
        (b"<?xml version='1.0'?><a>HTML</a>", "resume_wrong_type"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "resume_wrong_type"),
        (b"MZ\x90\0" + b"\0" * 100, "resume_wrong_type"),
        (b"\x7fELF" + bytes(range(32)), "resume_wrong_type"),
        (an_archive({"xl/workbook.xml": b"<x/>"}), "resume_wrong_type"),
        (b"PK\x03\x04 and no archive", "resume_broken"),
        (with_part(a_docx("x"), "word/vbaProject.bin", b"macro"), "resume_macros"),
        (with_part(a_docx("x"), "word/media/a.bin", b" " * 40_000_000), "resume_broken"),
        (an_archive({f"word/{n}.xml": b"" for n in range(600)}), "resume_wrong_type"),
        (an_archive({"word/document.xml": b"<not closed"}), "resume_broken"),
        (a_pdf(), "resume_scanned"),
        (a_pdf("secret", password="x"), "resume_encrypted"),
        (b"%PDF-1.7\n%%EOF", "resume_broken"),
        (b"%PDF-1.4\n1 0 obj<</Type/Pages/Kids[1 0 R]/Count 1>>endobj", "resume_broken"),
    ],
    ids=lambda value: value if isinstance(value, str) else "file",
)
def test_what_cannot_be_read_is_refused_with_its_reason(data: bytes, code: str) -> None:
    with pytest.raises(DomainError) as refused:
        text_of(data)
    assert refused.value.code == code


def test_bomb_that_lies_about_its_size_is_refused_within_its_limits() -> None:
    begun = time.monotonic()
    with pytest.raises(DomainError, match="resume_broken"):
        text_of(a_lying_bomb())
    assert time.monotonic() - begun < 60


def test_entities_of_a_document_are_not_followed() -> None:
    """Neither a file of ours nor a thousand million laughs end up in the text."""
    laughs = "".join(
        f'<!ENTITY l{n} "{"".join([f"&l{n - 1};"] * 10) if n else "ha"}">' for n in range(9)
    )
    body = (
        f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY f SYSTEM "file:///etc/passwd">{laughs}]>'
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        "<w:body><w:p><w:r><w:t>CSS &f; &l8;</w:t></w:r></w:p></w:body></w:document>"
    ).encode()
    with zipfile.ZipFile(io.BytesIO(a_docx("x"))) as original:
        parts = {name: original.read(name) for name in original.namelist()}
    parts["word/document.xml"] = body
    try:
        text = text_of(an_archive(parts))
    except DomainError as error:
        assert error.code in ("resume_broken", "resume_empty")
    else:
        assert "root:" not in text
        assert len(text) < 1000


def test_no_letter_that_a_database_refuses_is_in_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "Built 12" in text_of(a_pdf(r"Built\00012\001 sites"))
    worker = [sys.executable, "-c", r"""print('{"text": "CSS\\ud83d \\u0000\\ttab"}')"""]
    monkeypatch.setattr(documents, "_command", lambda kind: worker)
    assert text_of(a_pdf("x")) == "CSS   \ttab"


def a_template() -> bytes:
    """As Word's own: a name in the header, controls to fill in, a box of text at the side."""
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Elif Şahin"
    control = (
        "<w:sdt><w:sdtContent><w:p><w:r><w:t>Built</w:t><w:tab/><w:t>a shop</w:t></w:r></w:p>"
        "</w:sdtContent></w:sdt>"
    )
    box = "<w:txbxContent><w:p><w:r><w:t>HTML, CSS</w:t></w:r></w:p></w:txbxContent>"
    beside = (
        "<w:p><w:r><mc:AlternateContent>"
        f"<mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
        "<w:moveFrom><w:r><w:t>moved</w:t></w:r></w:moveFrom>"
        "<w:del><w:r><w:delText>deleted</w:delText></w:r></w:del></w:p>"
    )
    for xml in (control, beside):
        document.element.body.append(parse_xml(f"<w:body {SPACES}>{xml}</w:body>")[0])
    document.save(out := io.BytesIO())
    return out.getvalue()


def test_header_controls_and_text_boxes_of_a_template_are_read_once() -> None:
    lines = [line for line in text_of(a_template()).splitlines() if line]
    assert lines == ["Elif Şahin", "Built\ta shop", "HTML, CSS"]


def test_pdf_that_is_work_without_end_is_given_up_soon() -> None:
    data = a_pdf("x", pages=document_worker.MOST_PAGES, idle=100_000)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with pytest.raises(DomainError) as refused:
        text_of(data)
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert refused.value.code == "resume_broken"
    assert spent.ru_utime - before.ru_utime < document_worker.CPU_SECONDS + 2


def test_text_is_kept_within_bounds() -> None:
    assert len(text_of(b"CSS " * 100_000)) == MOST_CHARACTERS


def test_worker_can_write_no_file(tmp_path: Path) -> None:
    target = tmp_path / "left-behind"
    probe = (
        "import os, runpy\n"
        f"runpy.run_path({document_worker.__file__!r})['limit']()\n"
        f"os.write(os.open({str(target)!r}, os.O_CREAT | os.O_WRONLY), b'x')\n"
    )
    done = subprocess.run([sys.executable, "-I", "-c", probe], capture_output=True, check=False)
    assert b"File too large" in done.stderr
    assert target.read_bytes() == b""
