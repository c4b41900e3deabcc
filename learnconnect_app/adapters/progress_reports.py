"""A learner's progress on paper: one or two pages of A4 with the parts that are shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from io import BytesIO
from typing import Any

from babel.numbers import format_percent
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    SimpleDocTemplate,
    Spacer,
    Table,
)

from learnconnect_app.adapters.report_drawings import (
    HUES,
    LINE,
    MUTED,
    VIOLET,
    Bar,
    Columns,
    Dots,
    Mark,
    Panel,
)
from learnconnect_app.adapters.report_letters import is_rewritten, typefaces
from learnconnect_app.adapters.report_pages import (
    MARGIN,
    NumberedPages,
    date_in,
    text_in_font,
)
from learnconnect_app.domain.mentor_views import (
    SharedCourse,
    SharedMinutes,
    SharedNote,
    SharedPlan,
    SharedProgress,
    SharedStreak,
)
from learnconnect_app.locales import message

WIDTH = A4[0] - 2 * MARGIN
FRAME = 6.0
"""Points that the library adds on each side."""
MOST_TOPICS = 32
"""Drawn one by one; of more, their courses are."""
GAP = 18.0
Drawn = Iterator[Flowable]


def progress_report(shown: SharedProgress, locale: str) -> bytes:
    """The PDF of what is shown, in ``locale``."""
    typefaces()
    file = BytesIO()
    said = partial(message, locale)
    document = SimpleDocTemplate(
        file,
        pagesize=A4,
        leftMargin=MARGIN - FRAME,
        rightMargin=MARGIN - FRAME,
        topMargin=MARGIN + 8 * mm,
        bottomMargin=MARGIN,
        title=f"{said('shared.heading')} · {shown.name}",
        author="LearnConnect",
        lang=locale,
    )
    page = _Page(shown, locale)
    document.build(list(page.drawn()), canvasmaker=partial(NumberedPages, shown, locale))
    return file.getvalue()


class _Page:
    """The parts in the order they are read; one that is not shown is not there."""

    def __init__(self, shown: SharedProgress, locale: str) -> None:
        self.shown, self.locale = shown, locale

    def said(self, key: str, **values: object) -> str:
        return message(self.locale, f"shared.{key}", **values)

    def drawn(self) -> Drawn:
        yield from self._head()
        if self.shown.minutes is not None:
            yield from self._minutes(self.shown.minutes)
        if self.shown.streak is not None:
            yield from self._streak(self.shown.streak)
        if self.shown.mastery is not None:
            yield from self._mastery(self.shown.mastery)
        if self.shown.plan is not None:
            yield from self._plan(self.shown.plan)
        if self.shown.notes is not None:
            yield from self._notes(self.shown.notes)
        if is_rewritten(repr(self.shown)):
            yield Spacer(1, GAP)
            yield text_in_font(self.said("rewritten"), 8, color=MUTED)

    def _head(self) -> Drawn:
        shown = self.shown
        yield text_in_font(shown.name, 22, is_bold=True)
        since, day = (date_in(each, self.locale) for each in (shown.since, shown.day))
        yield text_in_font(self.said("period", since=since, day=day), 10, color=MUTED)
        yield Spacer(1, 10)
        sentence = self.said(f"sentence.{shown.sentence.code}", **shown.sentence.params)
        yield Panel(text_in_font(sentence, 13, is_bold=True))

    def _title(self, key: str, detail: str = "", *, room: float = 110) -> Drawn:
        """Not by itself at the foot of a page."""
        yield CondPageBreak(room)
        yield Spacer(1, GAP)
        yield text_in_font(self.said(key), 12, is_bold=True)
        if detail:
            yield text_in_font(detail, 9, color=MUTED)
        yield Spacer(1, 6)

    def _minutes(self, found: SharedMinutes) -> Drawn:
        if not found.total:
            yield from self._title("minutes", self.said("minutes_none"))
            return
        hours, rest = divmod(found.total, 60)
        total = self.said("minutes_total", hours=hours, minutes=rest)
        active = self.said("minutes_active", n=found.active)
        yield from self._title("minutes", f"{total}, {active}", room=170)
        amounts = [minutes for _, minutes in found.days]
        labels = [
            date_in(day, self.locale, "d MMM") if date.fromisoformat(day).weekday() == 0 else ""
            for day, _ in found.days
        ]
        yield Columns(amounts, labels, self.said("most", n=max(amounts)))

    def _streak(self, found: SharedStreak) -> Drawn:
        now = self.said("streak_now", n=found.current) if found.current else ""
        longest = self.said("streak_longest", n=found.longest)
        yield from self._title("streak", f"{now or self.said('streak_none')}. {longest}.", room=80)
        yield Dots([kind == "active" for _, kind in found.days])

    def _mastery(self, courses: Sequence[SharedCourse]) -> Drawn:
        if not courses:
            yield from self._title("mastery", self.said("mastery_none"))
            return
        yield from self._title("mastery", self.said("mastery_hint"))
        is_fine = sum(len(course.topics) for course in courses) <= MOST_TOPICS
        bars: list[Bar] = []
        for course in courses:
            color = HUES.get(course.color, VIOLET)
            bars.append(self._bar(course.title, course.percent, color))
            if is_fine:
                bars += [self._bar(t.title, t.percent, color, True) for t in course.topics]
        yield from _in_two(bars)

    def _bar(self, title: str, percent: int, color: str, is_small: bool = False) -> Bar:
        text = format_percent(percent / 100, locale=self.locale)
        return Bar(title, text, percent / 100, color, is_small=is_small)

    def _plan(self, plan: SharedPlan) -> Drawn:
        yield from self._title("plan", "" if plan.goals else self.said("no_plan"))
        for goal in plan.goals:
            yield text_in_font(goal.title, 10, is_bold=True)
            if goal.exam_day:
                day = date_in(goal.exam_day, self.locale)
                yield text_in_font(self.said("exam_in", day=day, n=goal.days_left), color=MUTED)
            if goal.total:
                done = self.said("days_done", done=goal.done, total=goal.total)
                yield text_in_font(done, color=MUTED)
        week = [each for each in plan.week if each.planned]
        if not week:
            return
        yield Spacer(1, 8)
        rows: list[list[Any]] = []
        for of_day in week:
            name = date_in(of_day.day, self.locale, "EEE d MMM")
            for place, each in enumerate(of_day.planned):
                title = text_in_font(each.title or self.said("test" if each.is_test else "session"))
                minutes = text_in_font(self.said("most", n=each.minutes), color=MUTED)
                label = text_in_font("" if place else name, is_bold=True)
                rows.append([label, Mark(each.is_done), title, minutes])
        yield _table(rows, [72, 16, WIDTH - 72 - 16 - 60, 60])

    def _notes(self, notes: Sequence[SharedNote]) -> Drawn:
        yield from self._title("notes", "" if notes else self.said("notes_none"))
        for each in notes:
            yield CondPageBreak(40)
            day = date_in(each.day, self.locale, "d MMMM")
            yield text_in_font(f"{day} · {each.title}" if each.title else day, 9, is_bold=True)
            yield text_in_font(each.text)
            yield Spacer(1, 6)


def _in_two(bars: Sequence[Bar]) -> Drawn:
    """Two columns, read down the left one first."""
    half = (len(bars) + 1) // 2
    pairs = [[bars[n], "", bars[n + half] if n + half < len(bars) else ""] for n in range(half)]
    gutter = 22.0
    side = (WIDTH - gutter) / 2
    yield Table(pairs, [side, gutter, side], style=_PLAIN, hAlign="LEFT")


_PLAIN = [
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("RIGHTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 1),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 1),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
]


def _table(rows: list[list[Any]], widths: Sequence[float]) -> Table:
    line = ("LINEABOVE", (0, 0), (-1, -1), 0.4, HexColor(LINE))
    inner = [("TOPPADDING", (0, 0), (-1, -1), 3), ("BOTTOMPADDING", (0, 0), (-1, -1), 3)]
    middle = ("VALIGN", (0, 0), (-1, -1), "MIDDLE")
    return Table(rows, widths, style=[*_PLAIN, *inner, middle, line], hAlign="LEFT")
