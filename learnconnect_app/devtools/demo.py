"""`python -m learnconnect_app.devtools.demo`: a learner in the middle of a plan, to look around as.

Her last two weeks are lived through the real services at past times: an assessment, the first week
passed, a missed day, the second week failed once with its extra days begun, and a streak of five
days up to yesterday. Running it again changes nothing; in production it is refused.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from pydantic import ValidationError
from sqlmodel import Session, col, select

from learnconnect_app.adapters import clock
from learnconnect_app.adapters.database import Database, database
from learnconnect_app.adapters.passwords import hash_password
from learnconnect_app.devtools.answering import response_to
from learnconnect_app.devtools.demo_studies import Studies
from learnconnect_app.domain.abilities import chance
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.models import AttemptItem, Course, DailyTask, User, WeeklyPlan
from learnconnect_app.services.accounts import check_profile, create_account
from learnconnect_app.services.answers import choose_answer, next_adaptive_item, show_item
from learnconnect_app.services.attempts import start_assessment, start_weekly_test
from learnconnect_app.services.confirmations import note_confirmed
from learnconnect_app.services.grading import AskedItem, asked_items
from learnconnect_app.services.plans import active_plan, complete_task, start_task
from learnconnect_app.services.submissions import submit_attempt
from learnconnect_app.services.weekly_reports import report_for
from learnconnect_app.settings import settings

EMAIL, PASSWORD, NAME = "demo@learnconnect.local", "demo-learnconnect", "Ayşe Demir"
TRACK, ZONE = "python", "Europe/Istanbul"
ABILITIES = (0.7, 0.0, -0.6, -1.0)
"""In the four blocks, in logits: at home in the first, new to the others."""

TASKS_BY_DAYS_AGO = {12: 1, 11: 1, 10: 2, 9: 1, 8: 1, 7: 1, 5: 2, 4: 1, 3: 2, 2: 2, 1: 1}
"""Six days ago nothing was done."""
WEEKLY_TESTS_BY_DAYS_AGO = {7: (1, 12), 2: (3, 6)}
"""In how many topics she was weak, and every which answer in the others was a slip."""
LUCKY_GUESS = 5
"""Every which answer in a weak topic was right."""
FAST_DAYS_AGO = 8
EVENING = time(18, 20)
MORNING = time(8)
UNHURRIED, FAST = 0.8, 0.4
"""Share of the planned time that a day takes her."""


@dataclass
class Learner:
    """The demo learner with her own clock, which each thing she does moves on."""

    session: Session
    user_id: UUID
    now: datetime

    @property
    def named(self) -> dict[str, Any]:
        return {"user_id": self.user_id, "now": self.now}

    def live(self, today: date) -> None:
        """The days from the assessment until yesterday."""
        studies = Studies(self)
        for days_ago, tasks in TASKS_BY_DAYS_AGO.items():
            day = today - timedelta(days=days_ago)
            self.now = datetime.combine(day, EVENING, ZoneInfo(ZONE))
            if days_ago == max(TASKS_BY_DAYS_AGO):
                self.assess()
            self.read_the_report(day)
            for _ in range(tasks):
                self.do_the_open_day(FAST if days_ago == FAST_DAYS_AGO else UNHURRIED)
            if days_ago in WEEKLY_TESTS_BY_DAYS_AGO:
                self.take_the_weekly_test(*WEEKLY_TESTS_BY_DAYS_AGO[days_ago])
            studies.live(days_ago, day)

    def read_the_report(self, day: date) -> None:
        """On Mondays there is a report of the week before."""
        morning = datetime.combine(day, MORNING, ZoneInfo(ZONE))
        if day.weekday() == 0:
            report_for(self.session, user_id=self.user_id, now=morning)

    def assess(self) -> None:
        """As many right answers as her abilities let expect, spread evenly: no luck is in it."""
        abilities = _abilities(self.session)
        owed = dict.fromkeys(abilities, 0.0)
        attempt_id = start_assessment(self.session, curriculum_key=TRACK, **self.named)
        while next_adaptive_item(self.session, attempt_id=attempt_id, **self.named):
            newest = asked_items(self.session, attempt_id)[-1]
            course = newest.item.course_key
            owed[course] += _chance(newest.item, abilities[course])
            is_right = owed[course] >= 1
            owed[course] -= is_right
            self.answer(newest, is_right=is_right, pace=0.9)
        submit_attempt(self.session, attempt_id=attempt_id, **self.named)

    def do_the_open_day(self, share_of_time: float) -> None:
        task = next(task for _, task in self.days() if task.status == "unlocked")
        start_task(self.session, task_id=task.id, **self.named)
        self.now += timedelta(minutes=task.minutes * share_of_time)
        complete_task(self.session, task_id=task.id, **self.named)

    def take_the_weekly_test(self, weak_topics: int, slip: int) -> None:
        """Weak are the topics that the plan put first."""
        days = [(week, task) for week, task in self.days() if week.status == "test_ready"]
        weak = {key for _, task in days[:weak_topics] for key in task.topics}
        week_id = days[0][0].id
        attempt_id = start_weekly_test(self.session, weekly_plan_id=week_id, **self.named)
        asked = asked_items(self.session, attempt_id)
        hard = [each for each in asked if each.item.topic_key in weak]
        easy = [each for each in asked if each.item.topic_key not in weak]
        for number, each in enumerate(hard, start=1):
            self.answer(each, is_right=number % LUCKY_GUESS == 0, pace=1.1)
        for number, each in enumerate(easy, start=1):
            self.answer(each, is_right=number % slip != 0, pace=0.8)
        submit_attempt(self.session, attempt_id=attempt_id, **self.named)

    def answer(self, asked: AskedItem, *, is_right: bool, pace: float) -> None:
        item = asked.item
        place: dict[str, Any] = {"attempt_id": item.attempt_id, "position": item.position}
        show_item(self.session, **place, **self.named)
        seconds = item.expected_seconds * pace
        self.now += timedelta(seconds=seconds)
        response = response_to(asked.question, item.order, is_right=is_right)
        choose_answer(self.session, response=response, seconds=seconds, **place, **self.named)

    def days(self) -> list[tuple[WeeklyPlan, DailyTask]]:
        """The days of her plan in their order."""
        plan = active_plan(self.session, self.user_id)
        rows = self.session.exec(
            select(WeeklyPlan, DailyTask)
            .join(DailyTask, col(DailyTask.weekly_plan_id) == WeeklyPlan.id)
            .where(WeeklyPlan.plan_id == (plan.id if plan else None))
            .order_by(col(WeeklyPlan.week_number), col(DailyTask.day_number))
        )
        return list(rows)


def make_demo(target: Database, now: datetime) -> bool:
    """Make the demo learner; False when she is there already."""
    with target.transaction() as session:
        if session.exec(select(User).where(User.email == EMAIL)).first() is not None:
            return False
        today = study_day(now, ZONE)
        registered = now - timedelta(days=max(TASKS_BY_DAYS_AGO) + 1)
        Learner(session, _register(session, registered), registered).live(today)
        return True


def _register(session: Session, now: datetime) -> UUID:
    profile = check_profile(
        email=EMAIL, display_name=NAME, locale="tr", timezone=ZONE, birth_year=None, now=now
    )
    hashed = hash_password(PASSWORD)
    user_id = create_account(session, profile=profile, password_hash=hashed, now=now)
    note_confirmed(session, user_id=user_id, email=EMAIL, now=now)
    return user_id


def _abilities(session: Session) -> dict[str, float]:
    """The learner's ability in each course of the track."""
    courses = session.exec(
        select(Course.key).where(Course.curriculum_key == TRACK).order_by(col(Course.position))
    )
    return dict(zip(courses, ABILITIES, strict=False))


def _chance(item: AttemptItem, ability: float) -> float:
    return chance(ability, item.difficulty, item.possible_answers)


def refusal() -> str:
    """Why there may be no demo learner here; empty when there may."""
    try:
        return "LEARNCONNECT_ENV is production" if settings().is_production else ""
    except ValidationError as error:
        return str(error.errors()[0]["msg"])


def main() -> int:
    if why := refusal():
        print(f"no demo learner: {why}", file=sys.stderr)
        return 1
    is_new = make_demo(database(), clock.now())
    database().dispose()
    print(f"demo learner {'made' if is_new else 'is there'}: {EMAIL}, password {PASSWORD}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
