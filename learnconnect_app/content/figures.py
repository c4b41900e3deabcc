"""Pictures of items: a small, safe part of SVG, with a text for those who cannot see it.

Figures are drawn in the colours of the page: ``currentColor`` (the default of a stroke and of
letters) and the classes ``fig-accent``, ``fig-soft`` (a tinted area) and ``fig-muted``. They name
no colour, so they are right in both themes. ``Drawing`` writes the usual shapes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from xml.etree import ElementTree

from pydantic import field_validator

from learnconnect_app.content.texts import Filled, Strict, Text

ELEMENTS = frozenset(
    [
        "svg",
        "g",
        "path",
        "line",
        "polyline",
        "polygon",
        "circle",
        "ellipse",
        "rect",
        "text",
        "tspan",
        "title",
        "defs",
        "marker",
    ]
)
ATTRIBUTES = frozenset(
    [
        "viewBox",
        "width",
        "height",
        "x",
        "y",
        "x1",
        "y1",
        "x2",
        "y2",
        "dx",
        "dy",
        "cx",
        "cy",
        "r",
        "rx",
        "ry",
        "d",
        "points",
        "transform",
        "class",
        "id",
        "fill",
        "fill-opacity",
        "stroke",
        "stroke-width",
        "stroke-dasharray",
        "stroke-linecap",
        "stroke-linejoin",
        "opacity",
        "text-anchor",
        "dominant-baseline",
        "font-size",
        "font-style",
        "font-weight",
        "marker-start",
        "marker-end",
        "refX",
        "refY",
        "markerWidth",
        "markerHeight",
        "markerUnits",
        "orient",
    ]
)
CLASSES = frozenset({"fig-accent", "fig-soft", "fig-muted"})
PAINTS = re.compile(r"none|currentColor|url\(#[a-z0-9-]+\)")
NAMESPACE = "{http://www.w3.org/2000/svg}"


class Figure(Strict):
    """A drawing. ``svg`` is one ``<svg viewBox="0 0 w h">``; ``alt`` says what it shows."""

    svg: Filled
    alt: Text

    @field_validator("svg")
    @classmethod
    def _is_a_safe_drawing(cls, svg: str) -> str:
        try:
            root = ElementTree.fromstring(svg)
        except ElementTree.ParseError as error:
            raise ValueError(f"the figure is no SVG: {error}") from error
        if _tag(root) != "svg" or "viewBox" not in root.attrib:
            raise ValueError("a figure is one <svg> with a viewBox")
        for element in root.iter():
            _refuse_unsafe(element)
        return svg


def _tag(element: ElementTree.Element) -> str:
    return element.tag.removeprefix(NAMESPACE)


def _refuse_unsafe(element: ElementTree.Element) -> None:
    if _tag(element) not in ELEMENTS:
        raise ValueError(f"a figure may not hold <{_tag(element)}>")
    for name, value in element.attrib.items():
        if name not in ATTRIBUTES:
            raise ValueError(f"a figure may not have the attribute {name}")
        if name in ("fill", "stroke") and not PAINTS.fullmatch(value):
            raise ValueError(f"a figure names no colour of its own: {name}={value}")
        if name == "class" and not set(value.split()) <= CLASSES:
            raise ValueError(f"a figure has no class {value}")


Point = tuple[float, float]


class Drawing:
    """Writes a figure shape by shape, in a picture of ``width`` x ``height`` units, y downwards.

    Every method returns the drawing, so that calls may be chained. Lines are 2 units thick and
    letters 16 high; a picture is best 200-360 units wide.
    """

    def __init__(self, width: float, height: float) -> None:
        self._size = f"{_n(width)} {_n(height)}"
        self._shapes: list[str] = []

    def line(self, a: Point, b: Point, *, look: str = "", dashed: bool = False) -> Drawing:
        return self._stroke(f'<line x1="{_n(a[0])}" y1="{_n(a[1])}" x2="{_n(b[0])}" '
                            f'y2="{_n(b[1])}"', look, dashed)  # fmt: skip

    def arrow(self, a: Point, b: Point, *, look: str = "") -> Drawing:
        """A line from ``a`` with its head at ``b``."""
        self.line(a, b, look=look)
        length = ((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2) ** 0.5 or 1.0
        ux, uy = (b[0] - a[0]) / length, (b[1] - a[1]) / length
        left = (b[0] - 10 * ux - 5 * uy, b[1] - 10 * uy + 5 * ux)
        right = (b[0] - 10 * ux + 5 * uy, b[1] - 10 * uy - 5 * ux)
        points = _points([b, left, right])
        return self._add(f'<polygon points="{points}" fill="currentColor"{_look(look)}/>')

    def polygon(self, points: Iterable[Point], *, filled: bool = False, look: str = "") -> Drawing:
        """``filled`` tints the area."""
        listed = _points(points)
        if filled:
            self._add(f'<polygon points="{listed}" class="fig-soft"/>')
        return self._stroke(f'<polygon points="{listed}"', look)

    def polyline(self, points: Iterable[Point], *, look: str = "", dashed: bool = False) -> Drawing:
        return self._stroke(f'<polyline points="{_points(points)}"', look, dashed)

    def circle(
        self, center: Point, radius: float, *, filled: bool = False, look: str = ""
    ) -> Drawing:
        at = f'cx="{_n(center[0])}" cy="{_n(center[1])}" r="{_n(radius)}"'
        if filled:
            self._add(f'<circle {at} class="fig-soft"/>')
        return self._stroke(f"<circle {at}", look)

    def dot(self, at: Point, *, look: str = "") -> Drawing:
        where = f'cx="{_n(at[0])}" cy="{_n(at[1])}" r="4"'
        return self._add(f'<circle {where} fill="currentColor"{_look(look)}/>')

    def path(self, d: str, *, look: str = "", dashed: bool = False) -> Drawing:
        """Any curve, as the path data of SVG."""
        return self._stroke(f'<path d="{escape(d)}"', look, dashed)

    def label(
        self, at: Point, text: object, *, size: float = 16, anchor: str = "middle", look: str = ""
    ) -> Drawing:
        """Letters centred on ``at``; ``anchor`` is start, middle or end."""
        where = f'x="{_n(at[0])}" y="{_n(at[1])}" font-size="{_n(size)}" text-anchor="{anchor}"'
        return self._add(
            f'<text {where} dominant-baseline="central" fill="currentColor"{_look(look)}>'
            f"{escape(str(text))}</text>"
        )

    def figure(self, alt_tr: str, alt_en: str | None = None) -> Figure:
        """The finished picture with its text."""
        alt = {"tr": alt_tr} | ({"en": alt_en} if alt_en else {})
        shapes = "".join(self._shapes)
        svg = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {self._size}">{shapes}</svg>'
        return Figure(svg=svg, alt=alt)

    def _stroke(self, start: str, look: str, dashed: bool = False) -> Drawing:
        dash = ' stroke-dasharray="6 5"' if dashed else ""
        return self._add(
            f'{start} fill="none" stroke="currentColor" stroke-width="2" '
            f'stroke-linejoin="round" stroke-linecap="round"{dash}{_look(look)}/>'
        )

    def _add(self, shape: str) -> Drawing:
        self._shapes.append(shape)
        return self


def _look(name: str) -> str:
    return f' class="fig-{name}"' if name else ""


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _points(points: Iterable[Point]) -> str:
    return " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
