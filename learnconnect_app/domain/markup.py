"""Turns the markdown of content into HTML that is safe to set: raw HTML is never let through.

Mathematics (LaTeX between dollar signs) becomes MathML, which browsers set by themselves and screen
readers read; code is highlighted.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from html import escape

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

from learnconnect_app.domain.formulas import math_html

_FORMATTER: HtmlFormatter[str] = HtmlFormatter(nowrap=True, classprefix="tok-")


@lru_cache(maxsize=4096)
def code_html(code: str, language: str = "python") -> str:
    """Highlighted code in a ``<pre>`` that the keyboard can scroll; unknown languages are plain."""
    try:
        lexer = get_lexer_by_name(language, stripnl=False)
    except ClassNotFound:
        return f'<pre class="code" tabindex="0"><code>{escape(code)}</code></pre>'
    return f'<pre class="code" tabindex="0"><code>{highlight(code, lexer, _FORMATTER)}</code></pre>'


def figure_html(svg: str, alt: str) -> str:
    """A drawing that `content.figures` found safe, as a picture with its text."""
    start = f'<svg role="img" aria-label="{escape(alt)}"'
    return f'<figure class="drawing">{svg.replace("<svg", start, 1)}</figure>'


def _fence(code: str, language: str, _attributes: str) -> str:
    return code_html(code.rstrip("\n"), language or "text")


def _inline_math(_self: object, tokens: Sequence[Token], place: int, *_: object) -> str:
    return math_html(tokens[place].content)


def _block_math(_self: object, tokens: Sequence[Token], place: int, *_: object) -> str:
    return math_html(tokens[place].content, is_block=True)


_markdown = (
    MarkdownIt("commonmark", {"html": False, "highlight": _fence})
    .enable("table")
    .use(dollarmath_plugin, double_inline=True, allow_space=False)
)
_markdown.add_render_rule("math_inline", _inline_math)
_markdown.add_render_rule("math_inline_double", _block_math)
_markdown.add_render_rule("math_block", _block_math)


@lru_cache(maxsize=1024)
def block_html(markdown: str) -> str:
    """A text of paragraphs, lists and code."""
    return str(_markdown.render(markdown))


@lru_cache(maxsize=4096)
def inline_html(markdown: str) -> str:
    """A single line: emphasis, `code` and mathematics, no paragraphs."""
    return str(_markdown.renderInline(markdown))


@lru_cache(maxsize=4096)
def plain_code_html(text: str) -> str:
    """An option that is code or output: monospace, spaces kept."""
    return f'<code class="whitespace-pre-wrap">{escape(text)}</code>'


def plain_text(markdown: str) -> str:
    """The words alone, for places that can hold no HTML. Formulas stay as they are written."""
    return re.sub(r"(\*\*|[*`$])", "", markdown)
