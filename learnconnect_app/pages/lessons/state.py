"""A lesson: its session, its material, and what the learner makes of it."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

import reflex as rx
from pydantic import Field

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.lesson_views import LessonView
from learnconnect_app.domain.recommendations import RecommendationView
from learnconnect_app.services.dismissals import dismiss
from learnconnect_app.services.extra_sessions import study_now
from learnconnect_app.services.feedback import rate_lesson, vote_resource
from learnconnect_app.services.lessons import lesson_view, session_title
from learnconnect_app.services.quizzes import start_practice, start_quiz
from learnconnect_app.services.recommendations import recommendations_of
from learnconnect_app.services.study_sessions import (
    Completion,
    complete_session,
    pause_session,
    reopen_session,
    save_mood,
    save_notes,
    start_session,
)
from learnconnect_app.ui.base_state import ErrorView, PageState, settled, told
from learnconnect_app.ui.gate import LEARNER, Rate, handler

Percent = Annotated[int, Field(ge=1, le=100)]
Rating = Annotated[int, Field(ge=1, le=5)]
Ticket = Annotated[int, Field(ge=1, lt=2**53)]
Recall = Literal["forgotten", "hard", "good", "easy"]
Vote = Literal["yes", "no", ""]


class LessonState(PageState, rx.State):
    view: LessonView = LessonView()
    advice: tuple[RecommendationView, ...] = ()
    problem: ErrorView = ErrorView()
    """What stands beside a field."""
    paused_title: str = ""
    """The session that was paused because another one was started."""
    recall: str = ""
    earned: int = 0
    earned_at: int = 0
    """Grows with each completion that paid."""
    news: str = ""
    """As `domain.daily_goals.GoalNews`."""
    minutes_left: int = 0
    worked: int = 0
    """Minutes of the session that was finished last."""
    receipt: int = 0
    """Ticket of the notes that were kept last."""
    refused: int = 0
    """Ticket of the notes that were refused last."""
    kept: int = 0
    """Grows each time what was thought of the lesson was kept."""

    def _reset_choices(self) -> None:
        self.problem = settled(self.problem)
        self.paused_title = self.recall = self.news = ""
        self.earned = self.minutes_left = self.worked = 0

    async def _load(self) -> None:
        self.view = await self._read(lesson_view, lesson_id=self._path_id())
        self.advice = ()
        if self.view.plan == "active":
            self.advice = await self._read(recommendations_of, topic_key=self.view.topic_key)

    def _show(self, error: DomainError) -> Any:
        if not error.field:
            return super()._show(error)
        self.problem = told(error, self.problem)
        return None

    async def _note_paused(self, session_id: UUID | None) -> None:
        found = session_id and await self._read(session_title, session_id=session_id)
        self.paused_title = found or ""

    @handler(LEARNER)
    async def start(self, session_id: UUID) -> None:
        self._reset_choices()
        await self._note_paused(await self._act(start_session, session_id=session_id))
        await self._refresh()

    @handler(LEARNER)
    async def start_extra(self) -> None:
        self._reset_choices()
        await self._note_paused(await self._act(study_now, lesson_id=self._path_id()))
        await self._refresh()

    @handler(LEARNER)
    async def pause(self, session_id: UUID) -> None:
        self.paused_title = ""
        await self._act(pause_session, session_id=session_id)
        await self._refresh()

    @handler(LEARNER)
    async def complete(self, session_id: UUID, percent: Percent) -> None:
        done = await self._act(
            complete_session, session_id=session_id, percent=percent, recall=self.recall
        )
        self._reset_choices()
        self._note_done(done)
        await self._refresh()

    def _note_done(self, done: Completion) -> None:
        self.earned, self.worked = done.xp, done.minutes
        self.news, self.minutes_left = str(done.news), done.minutes_left
        if done.xp:
            self.earned_at += 1

    @handler(LEARNER)
    async def reopen(self, session_id: UUID) -> None:
        await self._act(reopen_session, session_id=session_id)
        self._reset_choices()
        await self._refresh()

    @handler(LEARNER)
    async def choose_recall(self, recall: Recall) -> None:
        self.recall = recall

    @handler(LEARNER)
    async def choose_mood(self, session_id: UUID, mood: str) -> None:
        await self._act(save_mood, session_id=session_id, mood=mood)
        await self._refresh()

    @handler(LEARNER)
    async def write_notes(self, session_id: UUID, notes: str, ticket: Ticket) -> None:
        """Answer the ticket: kept or refused; after any other failure it is sent again."""
        try:
            await self._act(save_notes, session_id=session_id, notes=notes)
        except DomainError as error:
            if error.field:
                self.refused = ticket
            raise
        self.problem = settled(self.problem)
        self.receipt = ticket

    @handler(LEARNER)
    async def vote(self, resource_id: UUID, vote: Vote) -> None:
        """yes or no; nothing takes the vote back."""
        is_helpful = {"yes": True, "no": False}.get(vote)
        await self._act(
            vote_resource,
            lesson_id=self._path_id(),
            resource_id=resource_id,
            is_helpful=is_helpful,
        )
        await self._refresh()

    @handler(LEARNER)
    async def rate(self, rating: Rating) -> None:
        await self._keep_thoughts(rating, self.view.comment)

    @handler(LEARNER)
    async def comment(self, form: dict[str, str]) -> None:
        await self._keep_thoughts(self.view.rating, form.get("comment", ""))

    async def _keep_thoughts(self, rating: int, comment: str) -> None:
        lesson_id = self._path_id()
        await self._act(rate_lesson, lesson_id=lesson_id, rating=rating, comment=comment)
        self.problem = settled(self.problem)
        self.kept += 1
        await self._refresh()

    @handler(LEARNER)
    async def put_away(self, key: str) -> None:
        await self._act(dismiss, key=key)
        await self._refresh()

    @handler(LEARNER, rate=Rate(10, 10))
    async def practise(self) -> Any:
        attempt_id = await self._act(start_practice, topic_key=self.view.topic_key)
        return rx.redirect(f"/test/{attempt_id}")

    @handler(LEARNER, rate=Rate(10, 10))
    async def take_quiz(self) -> Any:
        """Start the quiz of the unit, or go on with the one that runs."""
        attempt_id = await self._act(start_quiz, module_key=self.view.quiz.key)
        return rx.redirect(f"/test/{attempt_id}")
