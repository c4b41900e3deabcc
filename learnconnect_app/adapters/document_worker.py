"""Reads one document from standard input and answers with its text, as JSON; run as a process.

It stands alone, so that nothing of ours is loaded beside a parser that reads a stranger's file.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import resource
import sys
import warnings
from collections.abc import Iterator
from typing import Any

MEMORY = 768 * 1024 * 1024
CPU_SECONDS = 5
MOST_PAGES = 30
MOST_CHARACTERS = 60_000
MARKUP_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"


def limit() -> None:
    """Before the first byte is read: memory, time, no hurry, and no file may be written."""
    os.nice(10)
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))


def pdf(data: bytes) -> dict[str, str]:
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted and not reader.decrypt(""):
        return {"problem": "encrypted"}
    texts: list[str] = []
    for page in reader.pages[:MOST_PAGES]:
        texts.append(page.extract_text())
        if sum(map(len, texts)) > MOST_CHARACTERS:
            break
    return {"text": "\n".join(texts)}


def docx(data: bytes) -> dict[str, str]:
    """With tables, headers, content controls and text boxes: resumes are made of templates."""
    from docx import Document
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml.ns import qn

    letters = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n"}
    # what was taken away, and a picture of what stands beside it
    passed_over = {qn("w:del"), qn("w:moveFrom"), f"{{{MARKUP_COMPATIBILITY}}}Fallback"}

    def texts(node: Any) -> Iterator[str]:
        if node.tag == qn("w:t"):
            yield node.text or ""
        elif node.tag not in passed_over:
            yield letters.get(node.tag, "")
            for child in node:
                yield from texts(child)
            if node.tag == qn("w:p"):
                yield "\n"

    document = Document(io.BytesIO(data))
    headers = [
        relation.target_part.element
        for relation in document.part.rels.values()
        if relation.reltype == RELATIONSHIP_TYPE.HEADER
    ]
    roots = [*headers, document.element.body]
    return {"text": "".join(text for root in roots for text in texts(root)).strip()}


def main() -> None:
    limit()
    read = {"pdf": pdf, "docx": docx}[sys.argv[1]]
    # parsers print what they dislike: standard output is for the answer alone
    with contextlib.redirect_stdout(io.StringIO()), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            answer = read(sys.stdin.buffer.read())
        except (Exception, RecursionError):
            answer = {"problem": "broken"}
    answer = {name: text[:MOST_CHARACTERS] for name, text in answer.items()}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()
