"""The mistake notebook: its lists, and a round of reviews."""

from __future__ import annotations

from typing import Annotated
from uuid import UUID

import reflex as rx
from pydantic import Field

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.mistake_views import MistakeReview, MistakeRow, MistakesView
from learnconnect_app.domain.responses import LONGEST_TEXT, Response
from learnconnect_app.domain.views import ReviewItem
from learnconnect_app.services.mistake_lists import (
    mistakes_of_topic,
    mistakes_view,
    shown_mistake,
)
from learnconnect_app.services.mistake_reviews import Chosen, answer_review, next_review
from learnconnect_app.services.mistakes import put_back, take_out
from learnconnect_app.ui.base_state import PageState, known_id
from learnconnect_app.ui.gate import LEARNER, Rate, handler

Key = Annotated[str, Field(max_length=60)]
Position = Annotated[int, Field(ge=0, le=200)]
Place = Annotated[int, Field(ge=-1, le=9)]
Answer = (
    Place
    | Annotated[list[Place], Field(max_length=10)]
    | Annotated[str, Field(max_length=LONGEST_TEXT)]
)
Seconds = Annotated[float, Field(ge=0, le=3600)]
Ticket = Annotated[int, Field(ge=1, lt=2**53)]
QUICK = Rate(120, 10)
ROUND = 20
"""Reviews in a row: enough for a sitting, however many are due."""


class MistakesState(PageState, rx.State):
    view: MistakesView = MistakesView()
    open_topic: str = ""
    rows: tuple[MistakeRow, ...] = ()
    """Of the topic that is open."""
    shown_id: str = ""
    shown: ReviewItem | None = None
    """The mistake whose answer was asked for."""
    taken_out: str = ""
    """The one that can be put back."""

    is_reviewing: bool = False
    review: MistakeReview = MistakeReview()
    feedback: ReviewItem | None = None
    """What was right, once it was answered."""
    receipt: int = 0
    done: int = 0
    right: int = 0
    """Answered in this round, and rightly so."""
    _course: str = ""
    _pages: int = 1
    _response: Response | None = None
    _seconds: float = 0

    def _reset_choices(self) -> None:
        self.is_reviewing, self.open_topic, self.taken_out = False, "", ""
        self._course, self._pages = "", 1

    async def _load(self) -> None:
        self.view = await self._read(mistakes_view, course_key=self._course, pages=self._pages)
        if self.open_topic:
            self.rows = await self._read(mistakes_of_topic, topic_key=self.open_topic)
        if self.is_reviewing and self.feedback is None:
            await self._ask()

    # ---- the lists -----------------------------------------------------------------------------

    @handler(LEARNER)
    async def filter_by(self, course: Key) -> None:
        self._course, self._pages, self.open_topic = course, 1, ""
        await self._load()

    @handler(LEARNER)
    async def show_more(self) -> None:
        self._pages += 1
        await self._load()

    @handler(LEARNER)
    async def toggle_topic(self, topic: Key) -> None:
        is_listed = any(each.key == topic for each in self.view.topics)
        self.open_topic = topic if is_listed and topic != self.open_topic else ""
        self.rows, self.shown_id, self.shown = (), "", None
        await self._load()

    @handler(LEARNER)
    async def toggle_answer(self, mistake_id: UUID) -> None:
        if self.shown_id == str(mistake_id):
            self.shown_id, self.shown = "", None
            return
        self.shown = await self._read(shown_mistake, mistake_id=mistake_id)
        self.shown_id = str(mistake_id)

    @handler(LEARNER)
    async def remove(self, mistake_id: UUID) -> None:
        await self._act(take_out, mistake_id=mistake_id)
        self.taken_out, self.shown_id, self.shown = str(mistake_id), "", None
        await self._refresh()

    @handler(LEARNER)
    async def undo(self) -> None:
        if self.taken_out:
            await self._act(put_back, mistake_id=known_id(self.taken_out))
            self.taken_out = ""
            await self._refresh()

    # ---- reviews -------------------------------------------------------------------------------

    @handler(LEARNER)
    async def start_review(self) -> None:
        self.is_reviewing, self.done, self.right, self.taken_out = True, 0, 0, ""
        self.feedback, self._response, self._seconds = None, None, 0
        await self._ask()

    @handler(LEARNER)
    async def end_review(self) -> None:
        self.is_reviewing, self.feedback = False, None
        await self._refresh()

    @handler(LEARNER, rate=QUICK)
    async def choose(
        self, position: Position, response: Answer, seconds: Seconds, ticket: Ticket
    ) -> None:
        """An answer that is not judged yet: it may still be changed."""
        self.receipt = ticket
        if self.feedback is None:
            self._response, self._seconds = response, self._seconds + seconds
            await self._ask()

    @handler(LEARNER, rate=QUICK)
    async def go_on(self) -> None:
        """Judge the answer; and when that is done, ask the next one."""
        if self.feedback is None and self._response is not None:
            await self._judge(self._response)
        else:
            self.feedback, self._response, self._seconds = None, None, 0
            await self._ask()

    async def _judge(self, response: Response) -> None:
        try:
            self.feedback = await self._act(
                answer_review,
                mistake_id=known_id(self.review.id),
                response=response,
                seconds=self._seconds,
            )
        except DomainError as error:
            if error.code != "review_done":
                raise
            self._response, self._seconds = None, 0
            await self._ask()  # another tab answered it
            return
        self.done, self.right = self.done + 1, self.right + self.feedback.is_correct
        await self._refresh()

    async def _ask(self) -> None:
        """The question that comes next, or the one in sight with what is chosen so far.

        What was chosen for a question that another tab answered meanwhile is no answer to the next.
        """
        if self.done >= ROUND:
            self.review = MistakeReview()
            return
        before, response = self.review.id, self._response
        chosen = Chosen(before, response) if response is not None else None
        self.review = await self._read(
            next_review, course_key=self._course, number=self.done, chosen=chosen
        )
        if self.review.id != before:
            self._response, self._seconds = None, 0
