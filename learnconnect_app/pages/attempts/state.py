"""A test: answering it, and its result on the same page."""

from __future__ import annotations

from contextlib import suppress
from typing import Annotated, Any

import reflex as rx
from pydantic import Field

from learnconnect_app.domain.attempts import STUDY_TESTS
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.mock_views import StudyResultView
from learnconnect_app.domain.responses import LONGEST_TEXT, Response
from learnconnect_app.domain.views import ResultView, ReviewItem, TestView
from learnconnect_app.services.answers import choose_answer, next_adaptive_item, show_item
from learnconnect_app.services.questions import test_view
from learnconnect_app.services.quizzes import start_practice
from learnconnect_app.services.results import more_reviews, result_view
from learnconnect_app.services.study_results import study_result_view
from learnconnect_app.services.submissions import submit_attempt
from learnconnect_app.ui.base_state import PageState
from learnconnect_app.ui.gate import LEARNER, Rate, handler

Position = Annotated[int, Field(ge=0, le=200)]
Place = Annotated[int, Field(ge=-1, le=9)]
Answer = (
    Place
    | Annotated[list[Place], Field(max_length=10)]
    | Annotated[str, Field(max_length=LONGEST_TEXT)]
)
Seconds = Annotated[float, Field(ge=0, le=3600)]
Ticket = Annotated[int, Field(ge=1, lt=2**53)]
Answers = Annotated[list[tuple[Position, Answer, Seconds]], Field(max_length=200)]
QUICK = Rate(120, 10)


class TestState(PageState, rx.State):
    view: TestView = TestView()
    result: ResultView = ResultView()
    study: StudyResultView = StudyResultView()
    """Of a test of a study plan."""
    reviews: tuple[ReviewItem, ...] = ()
    is_over: bool = False
    is_complete: bool = False
    """An adaptive test has no more questions."""
    receipt: int = 0
    """Ticket of the answer that was dealt with last: saved, or refused with an error."""
    celebrated: int = 0
    _position: int = -1
    _attempt: str = ""

    async def _load(self) -> None:
        attempt_id = self._path_id()
        if self._attempt != str(attempt_id):
            self._attempt, self._position, self.is_complete = str(attempt_id), -1, False
        try:
            await self._load_question()
        except DomainError as error:
            if error.code != "test_over":
                raise
            await self._load_result()

    async def _load_result(self) -> None:
        attempt_id = self._path_id()
        self.result = await self._read(result_view, attempt_id=attempt_id)
        self.study = StudyResultView()
        if self.result.kind in STUDY_TESTS:
            self.study = await self._read(study_result_view, attempt_id=attempt_id)
        self.reviews = self.result.review
        self.is_over = True

    async def _load_question(self) -> None:
        self.is_over = False
        wanted = self._position if self._position >= 0 else None
        self.view = await self._read(test_view, attempt_id=self._path_id(), position=wanted)
        await self._note_seen(self.view.question.position)

    async def _see(self, position: int) -> None:
        """Show a question."""
        if await self._note_seen(position):
            attempt_id = self._path_id()
            self.view = await self._read(test_view, attempt_id=attempt_id, position=position)

    async def _note_seen(self, position: int) -> bool:
        """The server notes when another question comes on the screen; whether it is another."""
        if position == self._position:
            return False
        self._position = position
        await self._act(show_item, attempt_id=self._path_id(), position=position)
        return True

    @handler(LEARNER, rate=QUICK)
    async def answer(
        self, position: Position, response: Answer, seconds: Seconds, ticket: Ticket
    ) -> None:
        """Save an answer. The browser sends it again until it gets its ticket back."""
        try:
            await self._save(position, response, seconds)
        except DomainError as error:
            self.receipt = ticket
            if error.code != "test_over":
                raise
            await self._close()
            return
        self.receipt = ticket
        await self._load()

    async def _save(self, position: int, response: Response, seconds: float) -> None:
        await self._act(
            choose_answer,
            attempt_id=self._path_id(),
            position=position,
            response=response,
            seconds=seconds,
        )

    async def _close(self) -> None:
        await self._act(submit_attempt, attempt_id=self._path_id())
        await self._refresh()

    @handler(LEARNER, rate=QUICK)
    async def go(self, position: Position) -> None:
        await self._see(position)

    @handler(LEARNER, rate=QUICK)
    async def next_question(self) -> None:
        position = self.view.question.position
        if not self.view.is_adaptive:
            if position + 1 < len(self.view.answered):
                await self._see(position + 1)
        elif self.view.question.is_answered:
            has_more = await self._act(next_adaptive_item, attempt_id=self._path_id())
            self.is_complete = not has_more
            if has_more:
                self._position = -1
                await self._load()

    @handler(LEARNER, rate=QUICK)
    async def previous_question(self) -> None:
        position = self.view.question.position
        if position > 0 and not self.view.is_adaptive:
            await self._see(position - 1)

    @handler(LEARNER)
    async def show_more(self) -> None:
        """More items of a long result."""
        self.reviews += await self._read(
            more_reviews, attempt_id=self._path_id(), after=len(self.reviews)
        )

    @handler(LEARNER)
    async def practise(self, topic: Annotated[str, Field(max_length=60)]) -> Any:
        """Practice of a topic; its page is this one with another address."""
        attempt_id = await self._act(start_practice, topic_key=topic)
        return rx.redirect(f"/test/{attempt_id}")

    @handler(LEARNER)
    async def submit(self, unsaved: Answers) -> None:
        """Submit with the answers that were given but not confirmed when it was asked for."""
        for position, response, seconds in unsaved:
            with suppress(DomainError):  # the result says which of them came too late
                await self._save(position, response, seconds)
        await self._close()
        if self.result.is_passed:
            self.celebrated += 1
