"""Turns the markdown of content into HTML that is safe to set: raw HTML is never let through."""

from __future__ import annotations

from functools import lru_cache
from html import escape

from markdown_it import MarkdownIt
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

_FORMATTER: HtmlFormatter[str] = HtmlFormatter(nowrap=True, classprefix="tok-")


@lru_cache(maxsize=4096)
def code_html(code: str, language: str = "python") -> str:
    """Highlighted code in a ``<pre>`` that the keyboard can scroll; unknown languages are plain."""
    try:
        lexer = get_lexer_by_name(language, stripnl=False)
    except ClassNotFound:
        return f'<pre class="code" tabindex="0"><code>{escape(code)}</code></pre>'
    return f'<pre class="code" tabindex="0"><code>{highlight(code, lexer, _FORMATTER)}</code></pre>'


def _fence(code: str, language: str, _attributes: str) -> str:
    return code_html(code.rstrip("\n"), language or "text")


_markdown = MarkdownIt("commonmark", {"html": False, "highlight": _fence}).enable("table")


@lru_cache(maxsize=1024)
def block_html(markdown: str) -> str:
    """A text of paragraphs, lists and code."""
    return str(_markdown.render(markdown))


@lru_cache(maxsize=4096)
def inline_html(markdown: str) -> str:
    """A single line: emphasis and `code`, no paragraphs."""
    return str(_markdown.renderInline(markdown))


@lru_cache(maxsize=4096)
def plain_code_html(text: str) -> str:
    """An option that is code or output: monospace, spaces kept."""
    return f'<code class="whitespace-pre-wrap">{escape(text)}</code>'
