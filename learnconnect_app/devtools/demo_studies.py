"""The demo learner's study plan: YKS from nine days ago on, in evenings beside her skill plan."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from sqlmodel import col, select

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.models import Lesson, StudySession
from learnconnect_app.services.grading import asked_items
from learnconnect_app.services.quizzes import start_practice, start_quiz
from learnconnect_app.services.study_goals import (
    Target,
    choose_exam,
    save_learner,
    save_ratings,
    save_target,
    save_time,
)
from learnconnect_app.services.study_moves import move_session
from learnconnect_app.services.study_plans import activate
from learnconnect_app.services.study_sessions import complete_session, start_session
from learnconnect_app.services.study_settling import settle_study_days
from learnconnect_app.services.submissions import submit_attempt

if TYPE_CHECKING:
    from learnconnect_app.devtools.demo import Learner

EXAM, SCORE = "yks", "say"
EXAM_IN_WEEKS = 22
FOCUS = ("tyt-matematik", "ayt-matematik")
MINUTES = [150, 150, 150, 150, 150, 210, 180]
"""Of each weekday, Monday first; about half of them go to her skill plan at first."""
RATINGS = {
    "tyt-turkce": 4,
    "tyt-matematik": 3,
    "tyt-geometri": 2,
    "tyt-tarih": 3,
    "tyt-cografya": 3,
    "tyt-felsefe": 2,
    "tyt-din": 4,
    "tyt-fizik": 2,
    "tyt-kimya": 3,
    "tyt-biyoloji": 4,
    "ayt-matematik": 1,
    "ayt-geometri": 1,
    "ayt-fizik": 1,
    "ayt-kimya": 1,
    "ayt-biyoloji": 2,
}
"""How she rated herself, 1-5."""


FIRST_DAY_AGO = 9
IDLE_DAYS_AGO = (6,)
"""As in her skill plan: a day on which nothing was done."""
PARTLY_DAY_AGO, PARTLY = 4, 60
"""The last session of this evening was left at so many per cent."""
PRACTICE_DAYS_AGO = (5, 1)
QUIZ_DAY_AGO = 2
SLIP = 2
"""Every which answer in her tests about lessons is wrong."""
PACE = 0.9
"""Share of the planned time that a session takes her."""
MOVED_TO = 21 * 60
MOODS = ("focused", "excited", "tired")


@dataclass
class Studies:
    """What the learner does for her exam, on her own clock."""

    learner: Learner
    studied: list[str] = field(default_factory=list)
    """Topics, the latest last."""

    def live(self, days_ago: int, day: date) -> None:
        """The evening of a day, after the day of the skill plan."""
        if days_ago == FIRST_DAY_AGO:
            self.set_goal(day)
        if days_ago > FIRST_DAY_AGO or days_ago in IDLE_DAYS_AGO:
            return
        settle_study_days(self.learner.session, **self.learner.named)
        sessions = self.sessions_of(day)
        for number, each in enumerate(sessions, start=1):
            is_left = days_ago == PARTLY_DAY_AGO and number == len(sessions)
            self.study(each, percent=PARTLY if is_left else 100)
        if days_ago in PRACTICE_DAYS_AGO:
            self.practise(self.studied[-1])
        if days_ago == QUIZ_DAY_AGO:
            self.take_the_quiz(self.studied[-1])
        if days_ago == 1:
            self.move_a_session(day + timedelta(days=2))

    def set_goal(self, day: date) -> None:
        """As the wizard keeps it, step by step."""
        session, named = self.learner.session, self.learner.named
        exam_day = day + timedelta(weeks=EXAM_IN_WEEKS)
        choose_exam(session, curriculum_key=EXAM, score_key=SCORE, **named)
        save_target(
            session, target=Target("net", "85"), exam_day=_saturday(exam_day).isoformat(), **named
        )
        save_time(
            session,
            minutes=[str(minutes) for minutes in MINUTES],
            rest_weekdays=(),
            parts_of_day=("evening",),
            **named,
        )
        save_learner(session, level="intermediate", style="video", focus_courses=FOCUS, **named)
        save_ratings(session, ratings={key: str(n) for key, n in RATINGS.items()}, **named)
        activate(session, **named)

    def study(self, row: StudySession, *, percent: int) -> None:
        learner = self.learner
        if row.topic_key is None:  # a practice test, which is left
            return
        self.studied.append(row.topic_key)
        start_session(learner.session, session_id=row.id, **learner.named)
        learner.now += timedelta(minutes=row.minutes * PACE * percent / 100)
        complete_session(
            learner.session,
            session_id=row.id,
            percent=percent,
            recall="good" if row.kind == "review" else "",
            mood=MOODS[row.position % len(MOODS)],
            **learner.named,
        )

    def practise(self, topic_key: str) -> None:
        self.answer(start_practice(self.learner.session, topic_key=topic_key, **self.learner.named))

    def take_the_quiz(self, topic_key: str) -> None:
        """Of the module that a lesson belongs to."""
        session = self.learner.session
        found = select(Lesson.module_key).where(
            Lesson.topic_key == topic_key, col(Lesson.module_key).is_not(None)
        )
        module_key = session.exec(found).first() or ""
        self.answer(start_quiz(session, module_key=module_key, **self.learner.named))

    def move_a_session(self, day: date) -> None:
        """The first of a day to come that its order lets go, to a late hour, where it stays."""
        for row in self.sessions_of(day):
            with suppress(DomainError):
                move_session(
                    self.learner.session,
                    session_id=row.id,
                    day=day,
                    start=MOVED_TO,
                    version=row.version,
                    **self.learner.named,
                )
                return

    def answer(self, attempt_id: UUID) -> None:
        learner = self.learner
        for number, each in enumerate(asked_items(learner.session, attempt_id), start=1):
            learner.answer(each, is_right=number % SLIP != 0, pace=0.8)
        submit_attempt(learner.session, attempt_id=attempt_id, **learner.named)

    def sessions_of(self, day: date) -> list[StudySession]:
        found = (
            select(StudySession)
            .where(
                StudySession.user_id == self.learner.user_id,
                StudySession.day == day,
                StudySession.status == "planned",
            )
            .order_by(col(StudySession.position))
        )
        return list(self.learner.session.exec(found))


def _saturday(day: date) -> date:
    return day + timedelta((5 - day.weekday()) % 7)
