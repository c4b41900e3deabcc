"""Pages of a printed report: text on them, and what stands on each page."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any
from xml.sax.saxutils import escape

from babel.dates import format_date
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from learnconnect_app.adapters.report_drawings import BOLD, INK, MUTED, REGULAR, VIOLET
from learnconnect_app.adapters.report_letters import printable, typeface_of
from learnconnect_app.domain.mentor_views import SharedProgress
from learnconnect_app.locales import message

MARGIN = 18 * mm


class NumberedPages(Canvas):  # type: ignore[misc]
    """Head and foot of each page, which says how many there are."""

    def __init__(self, shown: SharedProgress, locale: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._shown, self._locale = shown, locale
        self._pages: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802 - reportlab's name
        self._pages.append(dict(self.__dict__))
        self._startPage()

    def save(self) -> None:
        pages = self._pages
        for number, page in enumerate(pages, start=1):
            self.__dict__.update(page)
            self._frame(number, len(pages))
            super().showPage()
        super().save()

    def _frame(self, number: int, total: int) -> None:
        said = partial(message, self._locale)
        top = A4[1] - MARGIN
        self.setFillColor(HexColor(VIOLET))
        self.roundRect(MARGIN, top - 2, 13, 13, 4, stroke=0, fill=1)
        self.setFillColor(HexColor(INK))
        self.setFont(BOLD, 10)
        self.drawString(MARGIN + 19, top + 1.5, "LearnConnect")
        self.setFillColor(HexColor(MUTED))
        self.setFont(REGULAR, 9)
        self.drawRightString(A4[0] - MARGIN, top + 1.5, said("shared.heading"))
        self.setFont(REGULAR, 8)
        made = said("shared.made", day=date_in(self._shown.day, self._locale))
        self.drawString(MARGIN, MARGIN - 16, made)
        pages = said("shared.page_of", page=number, pages=total)
        self.drawRightString(A4[0] - MARGIN, MARGIN - 16, pages)


def date_in(day: str, locale: str, style: str = "d MMMM yyyy") -> str:
    return format_date(date.fromisoformat(day), style, locale=locale)


def text_in_font(
    text: str, size: float = 9, *, color: str = INK, is_bold: bool = False
) -> Paragraph:
    text = printable(text)
    face = typeface_of(text)
    style = ParagraphStyle(
        "text",
        fontName=face.bold if is_bold else face.regular,
        fontSize=size,
        leading=size * 1.4,
        textColor=HexColor(color),
    )
    return Paragraph(escape(text).replace("\n", "<br/>"), style)
