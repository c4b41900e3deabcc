"""Whatever a learner does with a study plan and in whichever order, its rules hold.

Hypothesis plays a learner on the real services: sessions done, half done and missed, answers good
and bad, sessions fixed, goals edited, absences, rests, changes taken back, days gone by, and work
done without a connection that arrives late and more than once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from sqlmodel import Session, col, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.domain import study_planning
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.study_effects import TARGET_MASTERY
from learnconnect_app.models import (
    Absence,
    LessonProgress,
    PlanChange,
    StudyPlan,
    StudySession,
    User,
)
from learnconnect_app.services.absences import begin_absence, end_absence
from learnconnect_app.services.goal_changes import change_goal
from learnconnect_app.services.lesson_progress import note_answers
from learnconnect_app.services.operations import Answer
from learnconnect_app.services.overdue_plans import plan_around
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.study_changes import undo_change
from learnconnect_app.services.study_moves import move_session
from learnconnect_app.services.study_plans import pause_study_plan, resume_study_plan
from learnconnect_app.services.study_problems import Study, study_of
from learnconnect_app.services.study_replanning import Start, replan
from learnconnect_app.services.study_sessions import complete_session
from learnconnect_app.services.study_settling import settle_study_days
from learnconnect_app.services.xp import total_xp
from tests.conftest import migrate
from tests.exams import COURSES, topics_of
from tests.factories import MONDAY, NOW, a_learner, a_study_plan, sessions_of
from tests.machines import Playground, play
from tests.offline import Device, ledger, proven

DAYS = 35
INDEX = st.integers(0, 10_000)
MINUTES = st.lists(st.sampled_from([0, 20, 45, 60, 90]), min_size=7, max_size=7)
TOPICS = [topic for course in COURSES for topic in topics_of(course)]


class StudyLife(RuleBasedStateMachine):
    def __init__(self, playground: Playground) -> None:
        super().__init__()
        self.database = playground.as_new()
        self.now = NOW
        with self.transaction() as session:
            plan = session.exec(select(StudyPlan)).one()
            self.learner, self.plan_id = plan.user_id, plan.id
        self.past: dict[UUID, tuple[Any, ...]] = {}
        self.fixed: dict[UUID, date] = {}
        with self.transaction() as session:
            self.device = Device(session.get_one(User, self.learner))

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        with self.database.transaction() as session:
            yield session

    @property
    def today(self) -> date:
        return MONDAY + (self.now - NOW)

    @property
    def named(self) -> dict[str, Any]:
        return {"user_id": self.learner, "now": self.now}

    def plan(self, session: Session) -> StudyPlan:
        return session.get_one(StudyPlan, self.plan_id)

    def open_today(self, session: Session) -> Sequence[StudySession]:
        return sessions_of(session, self.plan(session), day=self.today, status="planned")

    # ---- what a learner does -----------------------------------------------------------------

    @rule(days=st.sampled_from([1, 1, 1, 2, 6]))
    def days_go_by(self, days: int) -> None:
        planned = {}
        with self.transaction() as session:
            plan = self.plan(session)
            for row in sessions_of(session, plan, status="planned"):
                planned.setdefault(row.day, 0)
                planned[row.day] += row.minutes
        self.now += days * timedelta(days=1)
        with self.transaction() as session:
            missed = settle_study_days(session, **self.named)
            assert settle_study_days(session, **self.named) is None
            if missed is not None and missed.kind == "missed":
                today = sum(row.minutes for row in self.open_today(session))
                assert today <= planned.get(self.today, 0), "a missed day adds nothing"

    @rule(count=st.integers(1, 4), percent=st.sampled_from([100, 100, 100, 40]), index=INDEX)
    def study(self, count: int, percent: int, index: int) -> None:
        for _ in range(count):
            with self.transaction() as session:
                rows = self.open_today(session)
                if not rows or self.plan(session).status != "active":
                    return
                recall = ("forgotten", "hard", "good", "easy")[index % 4]
                complete_session(
                    session,
                    session_id=rows[0].id,
                    percent=percent,
                    recall=recall if rows[0].kind == "review" else "",
                    **self.named,
                )

    @rule(days=st.integers(1, 4))
    def keep_going(self, days: int) -> None:
        for _ in range(days):
            self.study(10, 100, 2)
            self.days_go_by(1)

    @rule(count=st.integers(1, 3), percent=st.sampled_from([100, 100, 40]))
    def study_without_a_connection(self, count: int, percent: int) -> None:
        with self.transaction() as session:
            for row in self.open_today(session)[:count]:
                known = proven(row)
                self.device.does("pause_session", self.now, seconds=60, **known)
                self.device.does("complete_session", self.now, percent=percent, **known)
                self.device.does("save_notes", self.now, notes="from the train", **known)

    @rule()
    def the_connection_is_back(self) -> None:
        """The queue is sent three times; only the first changes anything."""
        with self.transaction() as session:
            first = self.device.sends(session, self.now)
            rows, total = ledger(session, self.device.user), total_xp(session, self.learner)
            assert total == sum(amount for *_, amount in rows)
        with self.transaction() as session:
            for _ in range(2):
                assert self.device.sends(session, self.now) == first
            assert ledger(session, self.device.user) == rows
            plan_around(session, **self.named)
        self.forget_what_is_done_after_all(first)
        self.device.queue.clear()

    def forget_what_is_done_after_all(self, answers: Sequence[Answer]) -> None:
        """Sessions that had counted as missed change once more, and only they."""
        sent = {each.id: each for each in self.device.queue}
        for each in answers:
            session_id = sent[each.id].content["session_id"]
            if self.past.get(session_id, ("",) * 6)[4] == "missed":
                del self.past[session_id]
            self.fixed.pop(session_id, None)

    @rule(topic=st.sampled_from(TOPICS), right=st.integers(0, 5))
    def answer(self, topic: str, right: int) -> None:
        with self.transaction() as session:
            note_answers(session, counts={topic: (right, 5)}, **self.named)

    @rule(index=INDEX, days=st.integers(0, 10), start=st.sampled_from([None, 10 * 60, 18 * 60]))
    def move(self, index: int, days: int, start: int | None) -> None:
        """Drag a session to another day or time."""
        with self.transaction() as session:
            rows = sessions_of(session, self.plan(session), status="planned")
            if not rows:
                return
            row, day = rows[index % len(rows)], self.today + timedelta(days)
            facts = {"session_id": row.id, "version": row.version, "day": day, "start": start}
            try:
                moved = move_session(session, **facts, **self.named)
            except DomainError as refusal:
                session.rollback()
                assert refusal.code.startswith("move_") or refusal.code == "study_plan_resting"
                return
            session.refresh(row)
            assert row.day == day
            if moved:
                self.fixed[row.id] = day

    @rule(minutes=MINUTES, rest=st.sets(st.integers(0, 6), max_size=3))
    def edit_the_week(self, minutes: list[int], rest: set[int]) -> None:
        with self.transaction() as session:
            try:
                change_goal(
                    session,
                    plan_id=self.plan_id,
                    weekday_minutes=minutes,
                    rest_weekdays=rest,
                    **self.named,
                )
            except DomainError as refusal:
                session.rollback()
                assert refusal.code in ("minutes_none", "plan_not_active", "exam_past")

    @rule(topics=st.sets(st.sampled_from(TOPICS), max_size=4))
    def leave_topics_out(self, topics: set[str]) -> None:
        with self.transaction() as session:
            try:
                change_goal(session, plan_id=self.plan_id, excluded_topics=topics, **self.named)
            except DomainError as refusal:
                session.rollback()
                assert refusal.code in ("plan_not_active", "exam_past")

    @rule(ahead=st.integers(0, 3), days=st.sampled_from([None, 1, 5]))
    def go_away(self, ahead: int, days: int | None) -> None:
        first = self.today + timedelta(ahead)
        until = first + timedelta(days) if days else None
        with self.transaction() as session:
            try:
                begin_absence(
                    session, kind="vacation", from_day=first, until_day=until, **self.named
                )
            except DomainError as refusal:
                assert refusal.code == "absence_already"
            self.forget_unpinned(session)

    @rule()
    def come_back(self) -> None:
        with self.transaction() as session:
            end_absence(session, **self.named)

    @rule(days=st.integers(0, 4))
    def rest_for_days(self, days: int) -> None:
        named = {"plan_id": self.plan_id, "user_id": self.learner}
        with self.transaction() as session:
            if self.plan(session).status != "active":
                return
            pause_study_plan(session, **named, now=self.now)
        self.now += timedelta(days=days)
        with self.transaction() as session:
            resume_study_plan(session, **named, now=self.now)
            self.forget_unpinned(session)

    @rule()
    def take_back(self) -> None:
        with self.transaction() as session:
            changes = session.exec(
                select(PlanChange)
                .where(PlanChange.plan_id == self.plan_id, PlanChange.status == "applied")
                .order_by(col(PlanChange.number).desc())
            ).all()
            try:
                undo_change(session, change_id=changes[0].id, **self.named)
            except DomainError as refusal:
                assert refusal.code in ("change_final", "change_overtaken")
            self.forget_unpinned(session, is_undone=True)

    @rule(start=st.sampled_from([Start.TOMORROW, Start.TODAY]))
    def plan_twice(self, start: Start) -> None:
        """The second time there is no news."""
        with self.transaction() as session:
            user = locked_user(session, self.learner)
            facts = {"kind": "adapted", "reasons": [], "now": self.now, "start": start}
            replan(session, self.plan(session), user, **facts)
            assert replan(session, self.plan(session), user, **facts) is None

    # ---- what always holds -------------------------------------------------------------------

    def study_now(self, session: Session) -> Study:
        return study_of(session, self.plan(session), locked_user(session, self.learner), self.today)

    def forget_unpinned(self, session: Session, *, is_undone: bool = False) -> None:
        for session_id in list(self.fixed):
            row = session.get(StudySession, session_id)
            if row is None or not row.is_pinned:
                del self.fixed[session_id]
            elif is_undone:
                self.fixed[session_id] = row.day

    @invariant()
    def the_rules_hold(self) -> None:
        with self.transaction() as session:
            study = self.study_now(session)
            rows = sessions_of(session, study.plan)
            self.what_is_past_never_changes(rows)
            self.what_is_fixed_stays(rows)
            planned = [row for row in rows if row.status == "planned" and row.kind != "own"]
            nothing_is_planned_for_days_away(planned, session.exec(select(Absence)).all())
            if study.plan.status == "active":
                days_keep_within_their_minutes(planned, study)
                known = {
                    row.topic_key
                    for row in session.exec(select(LessonProgress))
                    if row.learned_depth > 0
                    or row.mastery >= TARGET_MASTERY
                    or row.studied_day == self.today
                }
                known |= {
                    row.topic_key
                    for row in rows
                    if row.status == "partly" and row.done_day == self.today
                }
                topics_come_after_what_they_need(planned, study, known)

    def what_is_past_never_changes(self, rows: Sequence[StudySession]) -> None:
        now = {
            row.id: (row.day, row.kind, row.topic_key, row.minutes, row.status, row.percent)
            for row in rows
            if row.status in ("done", "partly", "missed")
        }
        assert self.past.items() <= now.items()
        self.past = now

    def what_is_fixed_stays(self, rows: Sequence[StudySession]) -> None:
        days = {row.id: row.day for row in rows}
        assert all(days[session_id] == day for session_id, day in self.fixed.items())


def days_keep_within_their_minutes(planned: Sequence[StudySession], study: Study) -> None:
    used: defaultdict[date, int] = defaultdict(int)
    loose: set[date] = set()
    for row in planned:
        used[row.day] += row.minutes
        loose |= set() if row.is_pinned else {row.day}
    for day, minutes in used.items():
        number = (day - study.today).days
        assert 0 <= number < len(study.problem.days)
        if number and day in loose:
            assert minutes <= study.problem.days[number].available


def topics_come_after_what_they_need(
    planned: Sequence[StudySession], study: Study, known: set[str]
) -> None:
    requires = {lesson.key: lesson.requires for lesson in study.problem.lessons}
    first: dict[str, tuple[date, int]] = {}
    last: dict[str, tuple[date, int]] = {}
    pinned = {row.topic_key for row in planned if row.is_pinned}
    for row in planned:
        if row.kind == "new" and row.topic_key:
            first.setdefault(row.topic_key, (row.day, row.position))
            last[row.topic_key] = row.day, row.position
    for topic, begins in first.items():
        for needed in requires.get(topic, ()):
            is_free = not pinned & {topic, needed} and begins[0] > study.today
            if is_free and needed in requires and needed not in known:
                assert last[needed] < begins


def nothing_is_planned_for_days_away(
    planned: Sequence[StudySession], absences: Sequence[Absence]
) -> None:
    for row in planned:
        assert not any(
            each.until_day and each.from_day <= row.day < each.until_day for each in absences
        )


@pytest.fixture(scope="module")
def playground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Playground]:
    """A migrated database with a learner who has a plan for the small exam."""
    path = tmp_path_factory.mktemp("study") / "template.db"
    migrate(f"sqlite:///{path}")
    database = Database(f"sqlite:///{path}")
    with database.transaction() as session:
        a_study_plan(session, a_learner(session), days=DAYS, weekday_minutes=[60] * 7)
    database.dispose()
    playground = Playground(path)
    yield playground
    playground.close()


@pytest.fixture(autouse=True)
def short_search(monkeypatch: pytest.MonkeyPatch) -> None:
    """For the best price, as for a large plan: what holds of the best plan holds of any."""
    monkeypatch.setattr(study_planning, "MOST_PASSES", study_planning.PASSES)


@pytest.mark.timeout(1200)  # on a busy machine
def test_the_rules_of_a_study_plan_hold(playground: Playground) -> None:
    play(lambda: StudyLife(playground))
