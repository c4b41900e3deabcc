"""The calendar shows a range of days as they are, in a few queries whatever the plan's length."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlmodel import Session

from learnconnect_app.domain.calendar_views import CalendarView
from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.models import Absence, StudyPlan, StudySession, User
from learnconnect_app.services.busy_times import (
    When,
    add_busy_time,
    change_busy_time,
    remove_busy_time,
)
from learnconnect_app.services.own_sessions import add_own_session, change_own_session
from learnconnect_app.services.plan_panels import plan_panels
from learnconnect_app.services.study_calendars import calendar_view, shown_range, turned
from tests.conftest import Counting
from tests.factories import MONDAY, NOW, a_learner
from tests.factories import a_plan as a_skill_plan
from tests.study_factories import a_session, a_study_plan, lessons_of

DAY = timedelta(days=1)
TUESDAY, SUNDAY = MONDAY + DAY, MONDAY + 6 * DAY
See = Callable[..., CalendarView]


@pytest.fixture
def user(session: Session) -> User:
    return a_learner(session)


@pytest.fixture
def plan(session: Session, user: User) -> StudyPlan:
    plan = a_study_plan(session, user, rest_weekdays=[6])
    plan.score_key = "say"
    return plan


@pytest.fixture
def see(session: Session, user: User) -> See:
    def see(mode: str = "week", day: date | None = None) -> CalendarView:
        session.flush()
        return calendar_view(session, user_id=user.id, mode=mode, day=day, now=NOW)

    return see


# ---- states and ranges -------------------------------------------------------------------------


def test_without_a_plan_there_is_nothing_to_show(see: See) -> None:
    assert (see().state, see().days) == ("none", ())


@pytest.mark.parametrize(
    ("status", "state"),
    [("draft", "draft"), ("paused", "paused"), ("completed", "finished"), ("active", "active")],
)
def test_a_plan_says_how_it_stands(plan: StudyPlan, see: See, status: str, state: str) -> None:
    plan.status = status
    assert see().state == state
    assert bool(see().days) == (status in ("active", "paused"))


def test_the_active_plan_comes_before_a_draft(
    session: Session, user: User, plan: StudyPlan, see: See
) -> None:
    a_study_plan(session, user, status="draft")
    assert see().plan_id == str(plan.id)


@pytest.mark.parametrize(
    ("mode", "first", "days"),
    [("day", date(2026, 3, 4), 1), ("week", MONDAY, 7), ("month", date(2026, 2, 23), 42)],
)
def test_a_range_is_a_day_its_week_or_the_weeks_of_its_month(
    mode: str, first: date, days: int
) -> None:
    assert shown_range(mode, date(2026, 3, 4)) == (first, first + days * DAY)


def test_pages_are_turned_by_their_own_length() -> None:
    assert turned("day", MONDAY, 1) == TUESDAY
    assert turned("week", MONDAY, -1) == MONDAY - 7 * DAY
    assert turned("month", date(2026, 12, 31), 1) == date(2027, 1, 1)
    assert turned("month", date(2026, 1, 31), -1) == date(2025, 12, 1)


def test_only_the_range_is_sent(session: Session, plan: StudyPlan, see: See) -> None:
    lesson = lessons_of(session)[0]
    for number in range(30):
        a_session(session, plan, lesson, day=MONDAY + number * DAY)
    assert sum(len(day.sessions) for day in see("week").days) == 7
    assert sum(len(day.sessions) for day in see("day").days) == 1


def test_queries_do_not_grow_with_the_plan(
    session: Session, user: User, plan: StudyPlan, see: See, count_queries: Counting
) -> None:
    a_skill_plan(session, user)
    lesson = lessons_of(session)[0]
    a_session(session, plan, lesson)
    with count_queries(session) as few:
        see("month")
    for number in range(300):
        a_session(session, plan, lesson, day=MONDAY + number * DAY, position=1)
    with count_queries(session) as many:
        see("month")
    assert len(few) == len(many) <= 12


# ---- days ----------------------------------------------------------------------------------------


def test_a_day_counts_what_is_planned_and_done_of_its_minutes(
    session: Session, plan: StudyPlan, see: See
) -> None:
    lesson = lessons_of(session)[0]
    a_session(session, plan, lesson, minutes=40, status="done", percent=100, done_day=MONDAY)
    a_session(session, plan, lesson, minutes=30, position=1)
    a_session(session, plan, kind="own", minutes=60, title="Dershane", position=2)
    day = see("day").days[0]
    assert (day.minutes, day.planned, day.done) == (120, 70, 40)


def test_days_without_study_carry_their_mark(
    session: Session, user: User, plan: StudyPlan, see: See
) -> None:
    session.add(
        Absence(
            user_id=user.id,
            kind="vacation",
            from_day=MONDAY + DAY,
            until_day=MONDAY + 3 * DAY,
            created_at=NOW,
        )
    )
    plan.exam_day = MONDAY + 5 * DAY
    marks = [day.mark for day in see().days]
    assert marks == ["", "vacation", "vacation", "", "", "exam", "exam"]
    assert see("day", SUNDAY + 7 * DAY).days[0].minutes == 0


def test_the_skill_plans_task_stands_on_its_day_and_takes_its_minutes(
    session: Session, user: User, plan: StudyPlan, see: See
) -> None:
    a_skill_plan(session, user)
    day = see("day").days[0]
    assert day.task is not None
    assert (day.task.minutes, day.task.is_done, day.minutes) == (60, False, 60)


def test_nothing_of_the_skill_plans_locked_days_is_told(
    session: Session, user: User, plan: StudyPlan, see: See
) -> None:
    a_skill_plan(session, user)
    assert [day.task is not None for day in see().days] == [True] + [False] * 6


def test_what_comes_next_is_found_beyond_the_range(
    session: Session, plan: StudyPlan, see: See
) -> None:
    lesson = lessons_of(session)[0]
    later = a_session(session, plan, lesson, day=MONDAY + 20 * DAY)
    assert see().up_next.id == str(later.id)
    running = a_session(session, plan, lesson, day=MONDAY, position=3, status="running")
    assert see("day", MONDAY + 9 * DAY).up_next.id == str(running.id)


def test_another_learners_calendar_stays_theirs(session: Session, plan: StudyPlan) -> None:
    a_session(session, plan, lessons_of(session)[0])
    stranger = a_learner(session)
    view = calendar_view(session, user_id=stranger.id, mode="week", day=None, now=NOW)
    assert view.state == "none"


# ---- own sessions and busy times -----------------------------------------------------------------


@pytest.fixture
def own(session: Session, user: User, plan: StudyPlan) -> dict[str, object]:
    return {"user_id": user.id, "title": "Etüt", "day": TUESDAY, "start": 900, "minutes": 60}


def test_an_own_session_stands_beside_the_plan(
    session: Session, own: dict[str, object], see: See
) -> None:
    add_own_session(session, now=NOW, **own)  # type: ignore[arg-type]
    day = see("day", TUESDAY).days[0]
    assert [(each.title, each.start, each.kind) for each in day.sessions] == [("Etüt", 900, "own")]
    assert day.planned == 0


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"title": "  "}, "own_title"),
        ({"minutes": 4}, "own_time"),
        ({"start": 27 * 60, "minutes": 120}, "own_time"),
        ({"day": MONDAY - DAY}, "move_past"),
        ({"start": 930}, "move_overlap"),
        ({"start": 1200}, "move_busy"),
    ],
)
def test_an_own_session_needs_a_title_and_a_free_time(
    session: Session, user: User, own: dict[str, object], values: dict[str, object], code: str
) -> None:
    add_own_session(session, now=NOW, **own)  # type: ignore[arg-type]
    add_busy_time(session, user_id=user.id, title="Maç", when=When(1, None, 1200, 1260), now=NOW)
    with pytest.raises(DomainError, match=code):
        add_own_session(session, now=NOW, **{**own, **values})  # type: ignore[arg-type]


def test_an_own_session_changed_in_another_tab_is_not_overwritten(
    session: Session, own: dict[str, object], see: See
) -> None:
    add_own_session(session, now=NOW, **own)  # type: ignore[arg-type]
    [row] = see("day", TUESDAY).days[0].sessions
    found = session.get_one(StudySession, UUID(row.id))
    named = {**own, "session_id": found.id, "version": found.version, "now": NOW}
    change_own_session(session, **{**named, "title": "Kurs"})  # type: ignore[arg-type]
    with pytest.raises(DomainError, match="changed_meanwhile"):
        change_own_session(session, **{**named, "title": "Etüt 2"})  # type: ignore[arg-type]
    assert found.title == "Kurs"


def test_an_own_session_of_another_plan_stays_as_it_is(
    session: Session, user: User, own: dict[str, object]
) -> None:
    resting = a_study_plan(session, user, status="paused")
    row = a_session(session, resting, kind="own", day=TUESDAY, start_minute=600)
    with pytest.raises(NotFound):
        change_own_session(
            session,
            **own,  # type: ignore[arg-type]
            session_id=row.id,
            version=1,
            now=NOW,
        )


def test_a_busy_time_shows_on_its_weekday_and_goes_again(
    session: Session, user: User, plan: StudyPlan, see: See
) -> None:
    when = When(1, None, 1080, 1140)
    busy_id = add_busy_time(session, user_id=user.id, title="Maç", when=when, now=NOW)
    assert [[each.title for each in day.busy] for day in see().days][:3] == [[], ["Maç"], []]
    moved = When(None, MONDAY, 1080, 1140)
    change_busy_time(session, user_id=user.id, busy_id=busy_id, title="Maç", when=moved, now=NOW)
    assert [bool(day.busy) for day in see().days][:2] == [True, False]
    was = remove_busy_time(session, user_id=user.id, busy_id=busy_id, now=NOW)
    assert was == ("Maç", moved)
    assert see().busy_times == ()


@pytest.mark.parametrize(
    ("title", "when", "code"),
    [
        ("", When(1, None, 60 * 9, 60 * 10), "busy_title"),
        ("Maç", When(1, None, 600, 600), "busy_time"),
        ("Maç", When(7, None, 600, 660), "busy_time"),
        ("Maç", When(None, None, 600, 660), "busy_time"),
        ("Maç", When(1, MONDAY, 600, 660), "busy_time"),
    ],
)
def test_a_busy_time_needs_a_name_and_one_time(
    session: Session, user: User, title: str, when: When, code: str
) -> None:
    with pytest.raises(DomainError, match=code):
        add_busy_time(session, user_id=user.id, title=title, when=when, now=NOW)


def test_a_busy_time_of_someone_else_does_not_exist(session: Session, user: User) -> None:
    when = When(1, None, 600, 660)
    busy_id = add_busy_time(session, user_id=user.id, title="Maç", when=when, now=NOW)
    with pytest.raises(NotFound):
        remove_busy_time(session, user_id=a_learner(session).id, busy_id=busy_id, now=NOW)


# ---- below the calendar --------------------------------------------------------------------------


def test_what_is_left_out_is_named_with_its_reason(
    session: Session, user: User, plan: StudyPlan
) -> None:
    taken_out = lessons_of(session)[0].topic_key
    plan.excluded_topics = [taken_out]
    plan.exam_day = MONDAY + 20 * DAY
    session.flush()
    panels = plan_panels(session, user_id=user.id, now=NOW)
    assert (panels.left_out[0].key, panels.left_out[0].why) == (taken_out, "excluded")
    assert panels.left_out_count > len(panels.left_out)
    assert {each.why for each in panels.left_out} <= {
        "excluded",
        "no_time",
        "no_gain",
        "requirement",
    }
    assert panels.cushion.over < 0


def test_below_an_empty_calendar_there_is_nothing(session: Session, user: User) -> None:
    panels = plan_panels(session, user_id=user.id, now=NOW)
    assert (panels.is_known, panels.left_out, panels.changes) == (True, (), ())
