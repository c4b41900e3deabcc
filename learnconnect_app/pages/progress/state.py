"""Progress in sight: how far back the pictures look, and which subject is open."""

from __future__ import annotations

from typing import Annotated

import reflex as rx
from pydantic import Field

from learnconnect_app.domain.progress_spans import Range
from learnconnect_app.domain.progress_views import ProgressView, TopicRow
from learnconnect_app.services.progress import progress_view
from learnconnect_app.services.progress_topics import course_topics
from learnconnect_app.ui.base_state import PageState
from learnconnect_app.ui.gate import LEARNER, handler

RangeName = Annotated[str, Field(pattern=f"^({'|'.join(Range)})$")]
CourseKey = Annotated[str, Field(max_length=60)]


class ProgressState(PageState, rx.State):
    view: ProgressView = ProgressView()
    course: str = ""
    """The subject whose topics are shown; empty: none."""
    topics: tuple[TopicRow, ...] = ()
    is_all_shown: bool = False
    """Whether all subjects are listed."""
    _range: str = Range.QUARTER.value

    def _reset_choices(self) -> None:
        self._range, self.course, self.topics = Range.QUARTER.value, "", ()
        self.is_all_shown = False

    async def _load(self) -> None:
        self.view = await self._read(progress_view, range_=self._range)
        await self._load_topics()

    async def _load_topics(self) -> None:
        courses = {each.key for each in self.view.courses}
        self.course = self.course if self.course in courses else ""
        read = self._read(course_topics, course=self.course) if self.course else None
        self.topics = await read if read else ()

    @handler(LEARNER)
    async def show(self, range_: RangeName) -> None:
        self._range = range_
        self.view = await self._read(progress_view, range_=range_)

    @handler(LEARNER)
    async def open_course(self, course: CourseKey) -> None:
        """Show the topics of a subject, or put them away."""
        self.course = "" if course == self.course else course
        await self._load_topics()

    @handler(LEARNER)
    async def show_all(self) -> None:
        self.is_all_shown = True
