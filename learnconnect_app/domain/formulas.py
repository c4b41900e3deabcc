"""Formulas: LaTeX into MathML that browsers set as on paper, and nothing else.

The library's output is checked to be MathML alone, since it lets markup in a text through, and then
mended where browsers would space it wrongly: a minus that is a sign, bars and infinity, degrees.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from xml.etree import ElementTree

from latex2mathml.converter import convert

NAMESPACE = "http://www.w3.org/1998/Math/MathML"
ElementTree.register_namespace("", NAMESPACE)
_PREFIX = f"{{{NAMESPACE}}}"
_ELEMENTS = frozenset(
    {
        *("math", "mrow", "mi", "mn", "mo", "ms", "mtext", "mspace", "mfrac", "msqrt", "mroot"),
        *("msub", "msup", "msubsup", "munder", "mover", "munderover", "mtable", "mtr", "mtd"),
        *("mstyle", "mpadded", "mphantom", "menclose", "mfenced"),
    }
)
_DEGREES = re.compile(r"\^\{?\\circ\}?")
_SIGNS, _BARS, _CLOSING, _INFINITY = "−-+±", "|∣‖", ")]}⟩", "∞"
_LIMITS = frozenset({"lim", "max", "min"})


@lru_cache(maxsize=8192)
def math_html(latex: str, *, is_block: bool = False) -> str:
    """MathML of a formula; one that cannot be read is shown as it is written.

    A decimal comma is written ``3{,}5`` and kept inside its number, so that no gap follows it.
    """
    plain = _DEGREES.sub("°", latex.replace("{,}", "."))
    try:
        root = ElementTree.fromstring(convert(plain, display="block" if is_block else "inline"))
    except Exception:  # both libraries raise many kinds; the content check refuses such formulas
        return f"<code>{escape(latex)}</code>"
    if not _is_formula(root):
        return f"<code>{escape(latex)}</code>"
    _mend(root, has_commas="{,}" in latex)
    return ElementTree.tostring(root, encoding="unicode")


def _is_formula(root: ElementTree.Element) -> bool:
    return all(
        element.tag.removeprefix(_PREFIX) in _ELEMENTS
        and "\\" not in (element.text or "")
        and not any(name.startswith(("on", "href", "{")) for name in element.attrib)
        for element in root.iter()
    )


def _mend(root: ElementTree.Element, *, has_commas: bool) -> None:
    for parent in root.iter():
        before: ElementTree.Element | None = None
        for element in parent:
            if _is(element, "mo"):
                _mend_operator(element, before)
            elif _is(element, "mn") and has_commas:
                element.text = (element.text or "").replace(".", ",")
            before = element
        _mend_limit(parent)


def _mend_operator(element: ElementTree.Element, before: ElementTree.Element | None) -> None:
    text = element.text or ""
    if text in _SIGNS and _expects_a_value(before):
        element.attrib |= {"form": "prefix", "lspace": "0", "rspace": "0"}
    elif text in _BARS or text in _INFINITY:
        element.attrib |= {"lspace": "0", "rspace": "0"}


def _expects_a_value(before: ElementTree.Element | None) -> bool:
    """Whether what comes next is a sign: nothing, a relation, an operator or an opening stands
    before it."""
    return before is None or (
        _is(before, "mo") and (before.text or "") not in _CLOSING + _INFINITY + "!°"
    )


def _mend_limit(parent: ElementTree.Element) -> None:
    """What a limit tends to stands below it."""
    if _is(parent, "msub") and len(parent) and parent[0].text in _LIMITS:
        parent.tag = f"{_PREFIX}munder"


def _is(element: ElementTree.Element, name: str) -> bool:
    return element.tag == _PREFIX + name
