"""Whatever learners do and in whichever order, the rules of the journey hold.

Hypothesis plays a learner on the real services: days in and out of turn, tests with any score,
pauses, switches, double clicks, wrong clocks, days gone by, work done without a connection that
arrives late and more than once, and a stranger who tries every id.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any, TypeVar
from uuid import UUID

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
)
from sqlmodel import Session, SQLModel, col, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.models import (
    Attempt,
    AttemptItem,
    CorrectionPlan,
    DailyActivity,
    DailyTask,
    PersonalizedPlan,
    PlanPause,
    StreakFreeze,
    User,
    WeakTopicDiagnosis,
    WeeklyPlan,
    XPReward,
)
from learnconnect_app.services import answers, attempts, plans, streaks, submissions
from learnconnect_app.services.content import load_content
from learnconnect_app.services.questions import test_view as view_of_test
from learnconnect_app.services.results import result_view
from learnconnect_app.services.timelines import task_view, timeline_view
from learnconnect_app.services.xp import total_xp
from tests import journey_rules
from tests.conftest import migrate
from tests.factories import a_learner
from tests.journey_rules import Records
from tests.journeys import answer, do_days, items_of, make_plan, open_day, submit_expired
from tests.machines import Playground, play
from tests.offline import Device
from tests.synthetic import OTHER_TRACK, TRACK, synthetic_library

ZONE = "Europe/Istanbul"
START = datetime(2026, 3, 2, 9, tzinfo=UTC)
REST_WEEKDAYS = [6]
ENOUGH_ANSWERS = 14
WATCHED: tuple[type[SQLModel], ...] = (
    Attempt,
    AttemptItem,
    CorrectionPlan,
    DailyActivity,
    DailyTask,
    PersonalizedPlan,
    PlanPause,
    StreakFreeze,
    WeakTopicDiagnosis,
    WeeklyPlan,
    XPReward,
)
INDEX = st.integers(0, 10_000)
RIGHT_OF_30 = st.one_of(st.integers(0, 30), st.sampled_from([20, 21, 30]))
RIGHT_OF_60 = st.one_of(st.integers(0, 60), st.sampled_from([42, 43]))


Answer = TypeVar("Answer")


def tried(act: Callable[[], Answer]) -> tuple[str, Answer | None]:
    """The code of the refusal, if there was one, and what was answered."""
    try:
        return "", act()
    except DomainError as refusal:
        return refusal.code, None


def refusal_of_day(status: str, plan: PersonalizedPlan) -> str:
    if status == "locked":
        return "day_locked"
    return "plan_paused" if status == "unlocked" and plan.status == "paused" else ""


class Journey(RuleBasedStateMachine):
    """A learner, a stranger, and a clock that may be wrong."""

    def __init__(self, playground: Playground) -> None:
        super().__init__()
        self.database = playground.as_new()
        self.clock, self.skew = START, timedelta(0)
        self.is_streak_exact = True
        self.plans_made = 1
        with self.database.reading() as session:
            ids = dict(session.exec(select(User.display_name, User.id)).all())
            self.learner, self.stranger = ids["Learner"], ids["Stranger"]
            self.device = Device(session.get_one(User, self.learner))

    @property
    def now(self) -> datetime:
        return self.clock + self.skew

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        with self.database.transaction() as session:
            yield session

    # ---- what a learner does -------------------------------------------------------------------

    @precondition(lambda self: self.plans_made < 3)
    @rule(
        track=st.sampled_from([TRACK, OTHER_TRACK]),
        count=st.sampled_from([0, 3, ENOUGH_ANSWERS]),
        right=st.integers(0, ENOUGH_ANSWERS),
    )
    def assess(self, track: str, count: int, right: int) -> None:
        """An assessment, answered for a while and then submitted."""
        with self.transaction() as session:
            before = len(self.seen(session).plans)
            named = self.named
            attempt_id = attempts.start_assessment(session, curriculum_key=track, **named)
            asked = len(items_of(session, attempt_id)) - 1
            for number in range(count):
                item = items_of(session, attempt_id)[-1]
                answer(session, self.learner, item, right=number < right, now=self.now)
                answers.next_adaptive_item(session, attempt_id=attempt_id, **named)
            submissions.submit_attempt(session, attempt_id=attempt_id, **named)
            is_enough = asked + count >= ENOUGH_ANSWERS
            self.plans_made = len(self.seen(session).plans)
            assert self.plans_made == before + is_enough

    @rule()
    def do_the_open_day(self) -> None:
        with self.transaction() as session:
            task = self.open_task(session)
            if task is None:
                return
            self.complete(session, task)
            before = self.snapshot(session)
            assert self.complete(session, task) == 0
            assert self.snapshot(session) == before

    @rule(days=st.integers(2, 9))
    def keep_going(self, days: int) -> None:
        """A task a day, for some days."""
        for _ in range(days):
            self.days_go_by(1, 0)
            self.do_the_open_day()

    @rule()
    def do_all_open_days(self) -> None:
        with self.transaction() as session:
            plan = plans.active_plan(session, self.learner)
            if plan is not None:
                do_days(session, plan, now=self.now)

    @rule(index=INDEX)
    def try_any_day(self, index: int) -> None:
        """Complete a day, open or not: only an open one of an active plan is taken."""
        with self.transaction() as session:
            task, plan = self.any_task(session, index)
            before, status = self.snapshot(session), task.status
            refusal, earned = tried(partial(self.complete, session, task))
            assert refusal == refusal_of_day(status, plan)
            if status == "unlocked" and not refusal:
                assert earned is not None
                assert earned >= 15
            else:
                assert earned in (None, 0)
                assert self.snapshot(session) == before

    @rule(index=INDEX)
    def start_any_day(self, index: int) -> None:
        with self.transaction() as session:
            task, plan = self.any_task(session, index)
            refusal, _ = tried(partial(plans.start_task, session, task_id=task.id, **self.named))
            assert refusal == refusal_of_day(task.status, plan)

    @rule(right=RIGHT_OF_30)
    def take_the_weekly_test(self, right: int) -> None:
        with self.transaction() as session:
            week = self.ready_week(session)
            if week is None:
                return
            failed, extra = week.failed_attempts, week.extra_days_added
            if not self.take(session, attempts.start_weekly_test, right, weekly_plan_id=week.id):
                return
            session.refresh(week)
            if right >= 21:
                assert (week.status, week.failed_attempts) == ("passed", failed)
            else:
                assert (week.status, week.failed_attempts) == ("in_progress", failed + 1)
                days = 2 if right >= 18 else 3 if right >= 14 else 4
                assert week.extra_days_added - extra == days

    @rule(right=RIGHT_OF_30)
    def study_a_week(self, right: int) -> None:
        self.do_all_open_days()
        self.take_the_weekly_test(right)

    @rule(right=RIGHT_OF_60)
    def hurry_to_the_summit(self, right: int) -> None:
        for _ in range(8):
            self.study_a_week(30)
        self.take_the_last_test(right)

    @rule(right=RIGHT_OF_60)
    def take_the_last_test(self, right: int) -> None:
        """The final, or after a correction the re-test."""
        with self.transaction() as session:
            self.submit_expired(session)
            plan = plans.active_plan(session, self.learner)
            if plan is None or plan.phase not in ("final", "retest"):
                return
            is_final = plan.phase == "final"
            start = attempts.start_final if is_final else attempts.start_retest
            if not self.take(session, start, right, plan_id=plan.id):
                return
            session.refresh(plan)
            ends = not is_final or right > 42
            assert (plan.phase, plan.status) == (
                ("finished", "completed") if ends else ("correction", "active")
            )
            career = (
                "job_ready" if right >= 48 else "needs_training" if right >= 36 else "not_suitable"
            )
            assert plan.career == career

    @rule(index=INDEX)
    def try_any_test(self, index: int) -> None:
        with self.transaction() as session:
            seen = self.seen(session)
            week = seen.weeks[index % len(seen.weeks)]
            plan = seen.plan_of(week)
            start = partial(attempts.start_weekly_test, session, weekly_plan_id=week.id)
            refusal, _ = tried(partial(start, **self.named))
            if plan.status == "paused":
                assert refusal == "plan_paused"
            elif week.status != "test_ready":
                assert refusal == "test_locked"
            else:
                assert refusal in ("", "another_test_running")

    @rule(right=RIGHT_OF_60)
    def leave_a_test_in_the_middle(self, right: int) -> None:
        """The week's test or the last one, whichever is next, to come back to or not."""
        self.do_all_open_days()
        with self.transaction() as session:
            week = self.ready_week(session)
            plan = plans.active_plan(session, self.learner)
            if week is not None:
                attempt_id = self.begin(session, attempts.start_weekly_test, weekly_plan_id=week.id)
            elif plan is not None and plan.phase in ("final", "retest"):
                is_final = plan.phase == "final"
                last = attempts.start_final if is_final else attempts.start_retest
                attempt_id = self.begin(session, last, plan_id=plan.id)
            else:
                return
            if attempt_id:
                self.answer_rightly(session, attempt_id, right)

    @rule(index=INDEX)
    def submit_any_test_again(self, index: int) -> None:
        with self.transaction() as session:
            done = session.exec(
                select(Attempt.id)
                .where(Attempt.status == "submitted")
                .order_by(col(Attempt.started_at), col(Attempt.id))
            ).all()
            if done:
                before = self.snapshot(session)
                submissions.submit_attempt(
                    session,
                    user_id=self.learner,
                    attempt_id=done[index % len(done)],
                    now=self.now,
                )
                assert self.snapshot(session) == before

    @rule()
    def let_the_time_of_running_tests_run_out(self) -> None:
        self.clock += timedelta(hours=3)
        with self.transaction() as session:
            self.submit_expired(session)
            assert submit_expired(session, now=self.now) == 0

    @rule(index=INDEX)
    def pause(self, index: int) -> None:
        self.act_on_plan(plans.pause_plan, index, {"active": "paused", "paused": "paused"})

    @rule(index=INDEX)
    def resume(self, index: int) -> None:
        self.act_on_plan(plans.resume_plan, index, {"active": "active", "paused": "active"})

    @rule(index=INDEX)
    def switch(self, index: int) -> None:
        self.act_on_plan(plans.switch_plan, index, {"active": "active", "paused": "active"})

    # ---- without a connection ------------------------------------------------------------------

    @rule(act=st.sampled_from(["start_task", "complete_task", "complete_task"]))
    def do_the_open_day_without_a_connection(self, act: str) -> None:
        with self.transaction() as session:
            task = self.open_task(session)
        if task is not None:
            self.device.does(act, self.now, task_id=task.id)

    @rule(index=INDEX)
    def try_any_day_without_a_connection(self, index: int) -> None:
        with self.transaction() as session:
            task, _ = self.any_task(session, index)
        self.device.does("complete_task", self.now, task_id=task.id)

    @rule(is_forgotten=st.booleans())
    def the_connection_is_back(self, is_forgotten: bool) -> None:
        """The queue is sent three times, by two tabs in turn; only the first changes anything."""
        self.is_streak_exact &= all(
            study_day(each.done_at, ZONE) == self.today for each in self.device.queue
        )
        with self.transaction() as session:
            first = self.device.sends(session, self.now)
            before = self.snapshot(session)
        with self.transaction() as session:
            for _ in range(2):
                assert self.device.sends(session, self.now) == first
            assert self.snapshot(session) == before
        for each in first:
            assert each.status in ("applied", "settled", "refused")
            assert not each.keep
            assert (each.status == "applied") == (each.message == "")
        if is_forgotten:
            self.device.queue.clear()

    @rule()
    def a_stranger_sends_the_learners_queue(self) -> None:
        with self.transaction() as session:
            before = self.snapshot(session)
            stranger = session.get_one(User, self.stranger)
            for each in self.device.queue:
                mine = replace(each, for_user=self.stranger)
                for stolen, code in ((each, "other_account"), (mine, "not_found")):
                    answer = Device(stranger, [stolen]).sends(session, self.now)[0]
                    assert answer.code in (code, "operation_too_old", "operation_changed")
            assert self.snapshot(session) == before

    # ---- time and strangers --------------------------------------------------------------------

    @rule(days=st.integers(1, 3), hours=st.integers(-2, 3))
    def days_go_by(self, days: int, hours: int) -> None:
        noon = self.clock.replace(hour=9, minute=0)
        self.clock = noon + timedelta(days=days, hours=hours)
        self.skew = timedelta(0)

    @rule(hours=st.sampled_from([-1, 0, 1]))
    def the_clock_is_an_hour_wrong(self, hours: int) -> None:
        self.skew = timedelta(hours=hours)
        if self.today != study_day(self.clock, ZONE):
            self.is_streak_exact = False

    @rule()
    def it_is_almost_four_in_the_morning(self) -> None:
        """The night's work belongs to the evening before, until the day rolls over."""
        self.clock = self.clock.replace(hour=1, minute=10) + timedelta(days=1)
        self.skew = timedelta(0)

    @rule(index=INDEX)
    def a_stranger_tries_the_learners_ids(self, index: int) -> None:
        with self.transaction() as session:
            before = self.snapshot(session)
            for act in self.strangers_acts(session, index):
                with pytest.raises(NotFound):
                    act()
            assert self.snapshot(session) == before

    @rule()
    def look_around(self) -> None:
        """Every page opens, and shows nothing that is locked."""
        named = self.named
        with self.database.reading() as session:
            view = timeline_view(session, **named)
            for day in (day for week in view.weeks for day in week.days):
                assert bool(day.task_id) == bool(day.title) == (day.status != "locked")
                if day.status == "unlocked":
                    task_view(session, task_id=UUID(day.task_id), **named)
            for attempt in session.exec(select(Attempt)).all():
                if attempt.status == "submitted":
                    assert result_view(session, attempt_id=attempt.id, **named).total > 0
                else:
                    view_of_test(session, attempt_id=attempt.id, position=None, **named)

    # ---- what always holds ---------------------------------------------------------------------

    @invariant()
    def the_rules_hold(self) -> None:
        with self.database.reading() as session:
            seen = journey_rules.records_of(session, self.learner)
            total = total_xp(session, self.learner)
            counted = streaks.streak_of(
                session, user=session.get_one(User, self.learner), now=self.now
            )
        journey_rules.check_xp_is_paid_once_for_what_was_done(seen, total)
        journey_rules.check_one_plan_is_active_and_paused_ones_rest(seen)
        journey_rules.check_days_open_one_at_a_time_in_order(seen)
        journey_rules.check_no_week_opens_before_the_one_before_it_is_passed(seen)
        journey_rules.check_each_fail_brings_two_to_four_extra_days(seen)
        if self.is_streak_exact:
            anew = journey_rules.streak_worked_out_anew(seen, self.today, ZONE, REST_WEEKDAYS)
            assert counted.current == anew

    # ---- helpers -------------------------------------------------------------------------------

    @property
    def named(self) -> dict[str, Any]:
        """Who acts, and when."""
        return {"user_id": self.learner, "now": self.now}

    @property
    def today(self) -> date:
        return study_day(self.now, ZONE)

    def complete(self, session: Session, task: DailyTask) -> int:
        earned = plans.complete_task(session, user_id=self.learner, task_id=task.id, now=self.now)
        session.refresh(task)
        return earned

    def begin(self, session: Session, start: Callable[..., UUID], **target: UUID) -> UUID | None:
        """The test; none while one about another plan of the same track is running."""
        refusal, attempt_id = tried(partial(start, session, **self.named, **target))
        if refusal:
            assert refusal == "another_test_running"
            ((name, id_),) = target.items()
            running = session.exec(select(Attempt).where(Attempt.status == "running")).all()
            assert any(getattr(each, name) not in (None, id_) for each in running)
        return attempt_id

    def take(
        self, session: Session, start: Callable[..., UUID], right: int, **target: UUID
    ) -> bool:
        """Start a test twice, answer so many items rightly and leave out the rest, submit twice;
        whether it could be started."""
        attempt_id = self.begin(session, start, **target)
        if attempt_id is None:
            return False
        assert self.begin(session, start, **target) == attempt_id
        self.answer_rightly(session, attempt_id, right)
        for _ in range(2):
            submissions.submit_attempt(session, attempt_id=attempt_id, **self.named)
        return True

    def answer_rightly(self, session: Session, attempt_id: UUID, right: int) -> None:
        """So many items rightly and the others wrongly, whatever was answered before."""
        for number, item in enumerate(items_of(session, attempt_id)):
            answer(session, self.learner, item, right=number < right, now=self.now)

    def act_on_plan(self, act: Callable[..., None], index: int, becomes: dict[str, str]) -> None:
        with self.transaction() as session:
            found = self.seen(session).plans
            plan = found[index % len(found)]
            before, status = self.snapshot(session), plan.status
            refusal, _ = tried(partial(act, session, plan_id=plan.id, **self.named))
            session.refresh(plan)
            if refusal == "another_plan_active":
                assert (act, status) == (plans.resume_plan, "paused")
            else:
                assert refusal == ("plan_completed" if status == "completed" else "")
                assert plan.status == becomes.get(status, status)
            if plan.status == status:
                assert self.snapshot(session) == before

    def strangers_acts(self, session: Session, index: int) -> Iterator[Callable[[], object]]:
        task, plan = self.any_task(session, index)
        attempt_id = session.exec(select(Attempt.id)).all()[0]
        stranger: dict[str, Any] = {"user_id": self.stranger, "now": self.now}
        on_tasks: list[Callable[..., object]] = [plans.start_task, plans.complete_task, task_view]
        on_plans: list[Callable[..., object]] = [
            plans.pause_plan,
            plans.resume_plan,
            plans.switch_plan,
            attempts.start_final,
            attempts.start_retest,
        ]
        on_attempts: list[Callable[..., object]] = [
            submissions.submit_attempt,
            answers.next_adaptive_item,
            result_view,
            partial(answers.show_item, position=0),
            partial(answers.choose_answer, position=0, response=0, seconds=1),
            partial(view_of_test, position=0),
        ]
        targets = {"task_id": task.id, "plan_id": plan.id, "attempt_id": attempt_id}
        for name, acts in zip(targets, (on_tasks, on_plans, on_attempts), strict=True):
            for act in acts:
                yield partial(act, session, **{name: targets[name]}, **stranger)
        week_id = task.weekly_plan_id
        yield partial(attempts.start_weekly_test, session, weekly_plan_id=week_id, **stranger)

    def seen(self, session: Session) -> Records:
        return journey_rules.records_of(session, self.learner)

    def any_task(self, session: Session, index: int) -> tuple[DailyTask, PersonalizedPlan]:
        seen = self.seen(session)
        week, task = seen.days[index % len(seen.days)]
        return task, seen.plan_of(week)

    def open_task(self, session: Session) -> DailyTask | None:
        plan = plans.active_plan(session, self.learner)
        return open_day(session, plan.id) if plan else None

    def submit_expired(self, session: Session) -> None:
        """A test that ran out days ago makes a study day of the past, when freezes are settled."""
        running = session.exec(select(Attempt).where(Attempt.status == "running")).all()
        if any(study_day(attempt.deadline_at, ZONE) != self.today for attempt in running):
            self.is_streak_exact = False
        submit_expired(session, now=self.now)

    def ready_week(self, session: Session) -> WeeklyPlan | None:
        """The week of the active plan that is ready for its test, once old tests are over."""
        self.submit_expired(session)
        plan = plans.active_plan(session, self.learner)
        ready = (week for week in self.seen(session).weeks if week.status == "test_ready")
        return next((week for week in ready if plan and week.plan_id == plan.id), None)

    def snapshot(self, session: Session) -> list[list[str]]:
        session.flush()
        tables = [SQLModel.metadata.tables[str(model.__tablename__)] for model in WATCHED]
        return [sorted(map(repr, session.execute(each.select()))) for each in tables]


@pytest.fixture(scope="module")
def playground(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Playground]:
    """A migrated database with the made-up tracks, and a learner who has a plan for one."""
    path = tmp_path_factory.mktemp("journey") / "template.db"
    migrate(f"sqlite:///{path}")
    database = Database(f"sqlite:///{path}")
    with database.transaction() as session:
        load_content(session, synthetic_library())
        for name in ("Learner", "Stranger"):
            user = a_learner(session, name=name, rest_weekdays=REST_WEEKDAYS, now=START)
            if name == "Learner":
                make_plan(session, user.id, curriculum=TRACK, now=START)
    database.dispose()
    playground = Playground(path)
    yield playground
    playground.close()


@pytest.mark.timeout(1200)  # on a busy machine
def test_the_rules_hold_on_every_journey(playground: Playground) -> None:
    play(lambda: Journey(playground))
