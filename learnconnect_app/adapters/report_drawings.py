"""Pieces of a printed report that are drawn: bars, columns by day, dots, a sentence's panel."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import HexColor
from reportlab.platypus import Flowable, Paragraph

from learnconnect_app.adapters.report_letters import printable, typeface_of

REGULAR, BOLD = "Jakarta", "Jakarta-Bold"
INK, MUTED, LINE, TRACK = "#1d1b26", "#5f5b6e", "#e4e1ee", "#eceaf4"
VIOLET, TINT, WHITE = "#6c56cf", "#f1eefb", "#ffffff"
HUES = {
    "violet": VIOLET,
    "blue": "#3b76c4",
    "orange": "#c9682b",
    "teal": "#21867a",
    "rose": "#c2557a",
    "green": "#3c8a4e",
    "amber": "#b07b12",
}


class Panel(Flowable):  # type: ignore[misc]
    """A paragraph on a tint with round corners."""

    PADDING = 14

    def __init__(self, paragraph: Paragraph) -> None:
        super().__init__()
        self.paragraph = paragraph

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        _, needed = self.paragraph.wrap(width - 2 * self.PADDING, height)
        self.width, self.height = width, needed + 2 * self.PADDING
        return self.width, self.height

    def draw(self) -> None:
        self.canv.setFillColor(HexColor(TINT))
        self.canv.roundRect(0, 0, self.width, self.height, 10, stroke=0, fill=1)
        self.paragraph.drawOn(self.canv, self.PADDING, self.PADDING)


class Bar(Flowable):  # type: ignore[misc]
    """A name, how much is known of it, and that as a bar below."""

    HEIGHT = 24.0

    def __init__(
        self, name: str, percent: str, share: float, color: str, *, is_small: bool
    ) -> None:
        super().__init__()
        self.name, self.percent, self.share, self.color = printable(name), percent, share, color
        self.size = 7.5 if is_small else 9
        face = typeface_of(self.name)
        self.font = face.regular if is_small else face.bold
        self.thickness = 3 if is_small else 5

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = width, self.HEIGHT - (4 if self.size < 9 else 0)
        return self.width, self.height

    def draw(self) -> None:
        canvas, base = self.canv, self.height - 10
        canvas.setFillColor(HexColor(INK))
        canvas.setFont(self.font, self.size)
        room = self.width - canvas.stringWidth(self.percent, BOLD, self.size) - 8
        canvas.drawString(0, base, clipped(canvas, self.name, room, self.font, self.size))
        canvas.setFont(BOLD, self.size)
        canvas.drawRightString(self.width, base, self.percent)
        below, radius = base - self.thickness - 4, self.thickness / 2
        canvas.setFillColor(HexColor(TRACK))
        canvas.roundRect(0, below, self.width, self.thickness, radius, stroke=0, fill=1)
        filled = self.width * self.share
        if filled >= self.thickness:
            canvas.setFillColor(HexColor(self.color))
            canvas.roundRect(0, below, filled, self.thickness, radius, stroke=0, fill=1)


class Columns(Flowable):  # type: ignore[misc]
    """A column for each day, with the most of them written at its line."""

    HEIGHT, FOOT = 96.0, 14.0

    def __init__(self, amounts: Sequence[int], labels: Sequence[str], most: str) -> None:
        super().__init__()
        self.amounts, self.labels, self.most = amounts, labels, most

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = width, self.HEIGHT
        return self.width, self.height

    def draw(self) -> None:
        canvas, high = self.canv, max(1, *self.amounts)
        step, top = self.width / len(self.amounts), self.HEIGHT - 12
        canvas.setStrokeColor(HexColor(LINE))
        canvas.setLineWidth(0.6)
        canvas.line(0, self.FOOT, self.width, self.FOOT)
        canvas.setDash(2, 2)
        canvas.line(0, top, self.width, top)
        canvas.setDash()
        canvas.setFont(REGULAR, 7)
        canvas.setFillColor(HexColor(MUTED))
        canvas.drawString(0, top + 3, self.most)
        for place, (amount, label) in enumerate(zip(self.amounts, self.labels, strict=True)):
            canvas.setFillColor(HexColor(MUTED))
            canvas.drawString(place * step, 3, label)
            height = (top - self.FOOT) * amount / high
            canvas.setFillColor(HexColor(VIOLET if amount else TRACK))
            wide = step * 0.66
            canvas.roundRect(
                place * step, self.FOOT, wide, max(1.5, height), min(2, wide / 2), stroke=0, fill=1
            )


class Dots(Flowable):  # type: ignore[misc]
    """A dot for each day, filled where something was studied."""

    SIZE = 11.0

    def __init__(self, filled: Sequence[bool]) -> None:
        super().__init__()
        self.filled = filled

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        self.width, self.height = width, self.SIZE + 4
        return self.width, self.height

    def draw(self) -> None:
        step = self.width / len(self.filled)
        for place, is_filled in enumerate(self.filled):
            self.canv.setFillColor(HexColor(VIOLET if is_filled else TRACK))
            self.canv.circle(place * step + 5.5, self.height / 2, 4.5, stroke=0, fill=1)


class Mark(Flowable):  # type: ignore[misc]
    """A round mark, filled with a tick when it is done: drawn, because the font has none."""

    def __init__(self, is_done: bool) -> None:
        super().__init__()
        self.is_done = is_done

    def wrap(self, width: float, height: float) -> tuple[float, float]:
        return 9, 9

    def draw(self) -> None:
        canvas = self.canv
        canvas.setStrokeColor(HexColor(VIOLET if self.is_done else "#b7b2c6"))
        canvas.setFillColor(HexColor(VIOLET if self.is_done else WHITE))
        canvas.setLineWidth(0.8)
        canvas.circle(4.5, 3.5, 3.8, stroke=1, fill=1)
        if self.is_done:
            canvas.setStrokeColor(HexColor(WHITE))
            canvas.setLineWidth(1)
            canvas.lines([(2.8, 3.5, 4.0, 2.2), (4.0, 2.2, 6.3, 5.0)])


def clipped(canvas: Any, text: str, room: float, font: str, size: float) -> str:
    """As much of the text as there is room for, with an ellipsis where it is cut."""
    if canvas.stringWidth(text, font, size) <= room:
        return text
    while text and canvas.stringWidth(f"{text}…", font, size) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"
