"""The calendar of the study plan: what is shown of it, and what was done last."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal
from uuid import UUID

import reflex as rx
from pydantic import Field

from learnconnect_app.domain.calendar_views import CalendarView, DoneView, Mode
from learnconnect_app.domain.cushions import Change
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.mock_views import MocksView
from learnconnect_app.domain.outlook_views import WhatIfView
from learnconnect_app.domain.plan_panels import PlanPanels
from learnconnect_app.services.absences import begin_absence, end_absence
from learnconnect_app.services.busy_times import When, add_busy_time, remove_busy_time
from learnconnect_app.services.mock_lists import mocks_view
from learnconnect_app.services.mocks import start_mock
from learnconnect_app.services.own_sessions import add_own_session, change_own_session
from learnconnect_app.services.plan_panels import plan_panels, put_back
from learnconnect_app.services.practice_tests import start_practice_test
from learnconnect_app.services.study_adaptation import decide_change
from learnconnect_app.services.study_calendars import calendar_view
from learnconnect_app.services.study_changes import undo_change
from learnconnect_app.services.study_moves import move_session, remove_session, unpin_session
from learnconnect_app.services.study_outlook import apply_what_if, what_if_view
from learnconnect_app.services.study_plans import pause_study_plan, resume_study_plan
from learnconnect_app.ui.base_state import ErrorView, PageState, known_id, settled, told
from learnconnect_app.ui.gate import LEARNER, Rate, handler

Key = Annotated[str, Field(max_length=60)]
ChangeName = Annotated[str, Field(pattern=f"^({'|'.join(Change)})$")]
AbsenceKind = Literal["vacation", "illness"]
OF_THE_PAGE = ("signed_out", "unexpected", "too_fast")
"""Errors that stand on top of the page; others stand where the change was tried."""


class StudyState(PageState, rx.State):
    view: CalendarView = CalendarView()
    panels: PlanPanels = PlanPanels()
    mocks: MocksView = MocksView()
    answers: tuple[WhatIfView, ...] = ()
    change: DoneView = DoneView()
    refusal: ErrorView = ErrorView()
    rev: int = 0
    """Grows with each reading: what the browser showed ahead of it is over."""
    _mode: Mode = "week"
    _day: date | None = None
    _dropped: tuple[str, When] | None = None
    """The busy time that was removed last."""

    async def _load(self) -> None:
        view = await self._read(calendar_view, mode=self._mode, day=self._day)
        if view.needs_settling:
            await self._settle_days()
            view = await self._read(calendar_view, mode=self._mode, day=self._day)
        self.view = view
        self.rev += 1

    def _reset_choices(self) -> None:
        self.change, self.refusal = DoneView(), settled(self.refusal)
        self._mode, self._day = "week", None
        self.answers = ()

    def _show(self, error: DomainError) -> Any:
        if error.code in OF_THE_PAGE:
            return super()._show(error)
        self.refusal = told(error, self.refusal)
        return None

    async def _try(self, code: str, service: Any, **arguments: Any) -> Any:
        """Do it, and show what it made and how to take it back; or how things stand instead."""
        try:
            made = await self._act(service, **arguments)
        except DomainError as error:
            await self._refresh()
            raise error
        change_id = getattr(made, "id", made)  # of a change, or its id
        undo = str(change_id) if isinstance(change_id, UUID) else ""
        self.refusal = settled(self.refusal)
        self.change = DoneView(code, undo, self.change.at + 1)
        await self._refresh()
        return made

    @handler(LEARNER)
    async def show(self, mode: Mode, day: date) -> None:
        self._mode, self._day = mode, day
        await self._load()

    @handler(LEARNER)
    async def turn(self, by: Literal[-1, 1]) -> None:
        """To the range before or after the one that is shown when this is done: a page that is
        opened again shows for a moment what it showed last."""
        day = self.view.next if by > 0 else self.view.previous
        if day:
            self._day = date.fromisoformat(day)
            await self._load()

    # ---- sessions ------------------------------------------------------------------------------

    @handler(LEARNER)
    async def move(self, session_id: UUID, day: date, start: int, version: int) -> None:
        """``start``: minute after midnight; -1: wherever the day has a place."""
        at = None if start < 0 else start
        where = {"session_id": session_id, "day": day, "start": at, "version": version}
        await self._try("moved", move_session, **where)

    @handler(LEARNER)
    async def make_room(self, session_id: UUID, day: date, version: int) -> None:
        """Move to a full day: what the learner did not fix there is planned elsewhere."""
        where = {"session_id": session_id, "day": day, "start": None, "version": version}
        await self._try("moved", move_session, **where, makes_room=True)

    @handler(LEARNER)
    async def unpin(self, session_id: UUID, version: int) -> None:
        await self._try("unpinned", unpin_session, session_id=session_id, version=version)

    @handler(LEARNER)
    async def remove(self, session_id: UUID, version: int) -> None:
        await self._try("removed", remove_session, session_id=session_id, version=version)

    @handler(LEARNER)
    async def keep_own(
        self, session_id: str, title: str, day: date, start: int, minutes: int, version: int
    ) -> None:
        """An own session; a new one without id."""
        values = {"title": title, "day": day, "start": start, "minutes": minutes}
        if not session_id:
            await self._try("own_added", add_own_session, **values)
            return
        named = {"session_id": _parsed(UUID, session_id), "version": version}
        await self._try("own_changed", change_own_session, **named, **values)

    @handler(LEARNER)
    async def begin_test(self, session_id: UUID) -> Any:
        """Start a practice test, or go on with the one that runs."""
        attempt_id = await self._act(start_practice_test, session_id=session_id)
        return rx.redirect(f"/test/{attempt_id}")

    @handler(LEARNER)
    async def undo(self) -> None:
        """Take back what was done last on this page."""
        if self.change.code == "busy_removed" and self._dropped:
            title, when = self._dropped
            self._dropped = None
            await self._try("busy_added", add_busy_time, title=title, when=when)
        elif self.change.id:
            await self._try("undone", undo_change, change_id=known_id(self.change.id))

    # ---- below the calendar --------------------------------------------------------------------

    @handler(LEARNER)
    async def open_panels(self) -> None:
        """Someone looks below the calendar, or what stands there may have changed."""
        self.panels = await self._read(plan_panels)
        self.mocks = await self._read(mocks_view)

    @handler(LEARNER)
    async def begin_mock(self, test_key: Key, is_whole: bool) -> Any:
        """Sit a mock, whole or the sections that count, or go on with the one that runs."""
        attempt_id = await self._act(start_mock, test_key=test_key, is_whole=is_whole)
        return rx.redirect(f"/test/{attempt_id}")

    @handler(LEARNER, rate=Rate(10, 10))
    async def ask_what_if(self, change: ChangeName) -> None:
        """The page asks for each change by itself, so that the first answer is there soon."""
        found = await self._read(what_if_view, changes=[change])
        others = [each for each in self.answers if each.change != change]
        self.answers = tuple(sorted([*others, *found], key=lambda view: -view.points))

    @handler(LEARNER, rate=Rate(10, 10))
    async def take_what_if(self, change: ChangeName) -> None:
        await self._try("edited", apply_what_if, change=change)
        self.answers = ()

    @handler(LEARNER)
    async def decide(self, change_id: UUID, accept: bool) -> None:
        code = "accepted" if accept else "declined"
        await self._try(code, decide_change, change_id=change_id, accept=accept)

    @handler(LEARNER)
    async def take_back(self, change_id: UUID) -> None:
        """Undo from the history."""
        await self._try("undone", undo_change, change_id=change_id)

    @handler(LEARNER)
    async def put_topic_back(self, topic_key: str) -> None:
        plan_id = known_id(self.view.plan_id)
        await self._try("edited", put_back, plan_id=plan_id, topic_key=topic_key)

    @handler(LEARNER)
    async def begin_away(self, kind: AbsenceKind, from_day: date, until_day: str) -> None:
        """``until_day``: first day back; empty: not known yet."""
        until = _parsed(date.fromisoformat, until_day) if until_day else None
        days = {"kind": kind, "from_day": from_day, "until_day": until}
        await self._try("away", begin_absence, **days)

    @handler(LEARNER)
    async def end_away(self) -> None:
        await self._try("back", end_absence)

    @handler(LEARNER)
    async def pause(self) -> None:
        await self._try("paused", pause_study_plan, plan_id=known_id(self.view.plan_id))

    @handler(LEARNER)
    async def resume(self, plan_id: UUID) -> None:
        await self._try("resumed", resume_study_plan, plan_id=plan_id)

    @handler(LEARNER)
    async def keep_busy(self, title: str, weekday: int, day: str, start: int, end: int) -> None:
        """A weekly busy time (Monday is 0), or with -1 one on a day."""
        once = _parsed(date.fromisoformat, day) if weekday < 0 else None
        when = When(None if weekday < 0 else weekday, once, start, end)
        made = await self._try("busy_added", add_busy_time, title=title, when=when)
        assert made
        self.change = DoneView("busy_added", at=self.change.at)

    @handler(LEARNER)
    async def drop_busy(self, busy_id: UUID) -> None:
        self._dropped = await self._try("busy_removed", remove_busy_time, busy_id=busy_id)
        self.change = DoneView("busy_removed", "again", self.change.at)


def _parsed(parse: Any, text: str) -> Any:
    try:
        return parse(text)
    except ValueError:
        raise DomainError("bad_request") from None
