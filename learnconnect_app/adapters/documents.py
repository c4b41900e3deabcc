"""Text of a document that someone uploaded, read where it can do no harm.

What the document is, is decided by its content, never by its name. It is parsed in a process of
its own, with little memory and time, no settings, no network of ours, and no right to write files:
whatever a hostile file does to a parser, it does it there.
"""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path

from learnconnect_app.domain.errors import DomainError

MOST_BYTES = 5 * 1024 * 1024
MOST_UNPACKED = 30 * 1024 * 1024
MOST_PARTS = 500
MOST_CHARACTERS = 60_000
SECONDS = 20
WORKER = Path(__file__).with_name("document_worker.py")
DOCX_BODY = "word/document.xml"
MACROS = "vbaProject.bin"
MARKED_UP = re.compile(r"\s*(?:\{\\rtf|<(?:!--|(?:!doctype|\?xml|html|head|body)\b))", re.I)
"""How RTF, HTML and XML begin: text to a machine, and no resume to a reader."""
UNSTORABLE = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff]")
"""Letters that stand for nothing, some of which no database takes."""


def text_of(data: bytes) -> str:
    """The text of a PDF, DOCX or plain text file.

    Raises ``DomainError``: resume_too_large, resume_wrong_type, resume_macros, resume_encrypted,
    resume_scanned (a PDF without text), resume_broken, resume_empty.
    """
    if len(data) > MOST_BYTES:
        raise DomainError("resume_too_large", most=MOST_BYTES // 1024 // 1024)
    kind = kind_of(data)
    text = _decoded(data) if kind == "text" else _extracted(kind, data)
    if not text.strip() and kind == "pdf":
        raise DomainError("resume_scanned")
    if not text.strip():
        raise DomainError("resume_empty")
    return text[:MOST_CHARACTERS]


def kind_of(data: bytes) -> str:
    """pdf, docx or text, by its content. ``DomainError`` for anything else."""
    if data.lstrip()[:5] == b"%PDF-":
        return "pdf"
    if data[:4] == b"PK\x03\x04":
        _refuse_bad_archive(data)
        return "docx"
    if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise DomainError("resume_wrong_type")
    return "text"


def _refuse_bad_archive(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise DomainError("resume_broken") from None
    names = {part.filename for part in parts}
    if DOCX_BODY not in names:
        raise DomainError("resume_wrong_type")
    if any(name.endswith(MACROS) for name in names):
        raise DomainError("resume_macros")
    if any(part.flag_bits & 1 for part in parts):
        raise DomainError("resume_encrypted")
    # sizes as the archive states them; the worker's own limits hold for one that lies
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise DomainError("resume_broken")


def _decoded(data: bytes) -> str:
    encodings = ("utf-16",) if data.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig",)
    for encoding in (*encodings, "cp1254"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if MARKED_UP.match(text):
            break
        if not any(ord(letter) < 32 and letter not in "\t\n\r\f" for letter in text):
            return text
    raise DomainError("resume_wrong_type")


def _extracted(kind: str, data: bytes) -> str:
    """By the worker, which answers {text} or {problem}; silence is a broken file."""
    try:
        done = subprocess.run(
            _command(kind),
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # a parser may complain without end
            timeout=SECONDS,
            env={},
            cwd="/",
            check=False,
        )
        answer = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        raise DomainError("resume_broken") from None
    if answer.get("problem") == "encrypted":
        raise DomainError("resume_encrypted")
    if "text" not in answer:
        raise DomainError("resume_broken")
    return UNSTORABLE.sub(" ", str(answer["text"]))


def _command(kind: str) -> list[str]:
    return [sys.executable, "-I", str(WORKER), kind]
