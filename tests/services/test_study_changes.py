"""Changes of a study plan: edited goals, absences, adaptation, and how each is taken back."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest
from sqlmodel import Session, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.outlook_views import CushionView
from learnconnect_app.models import (
    Absence,
    Attempt,
    AttemptItem,
    ItemVariant,
    PlanChange,
    StudyPlan,
    StudySession,
    User,
)
from learnconnect_app.services.absences import begin_absence, end_absence
from learnconnect_app.services.goal_changes import change_goal
from learnconnect_app.services.study_adaptation import adapt, decide_change
from learnconnect_app.services.study_changes import changes_view, undo_change
from learnconnect_app.services.study_outlook import (
    apply_what_if,
    cushion_of,
    outlook_of,
    what_if_view,
)
from learnconnect_app.services.study_plans import pause_study_plan, resume_study_plan
from learnconnect_app.services.study_settling import settle_study_days
from tests.factories import MONDAY, NOW, a_learner, a_plan, a_study_plan, days_of, sessions_of

DAY = timedelta(days=1)
Row = tuple[object, ...]


@pytest.fixture
def user(session: Session) -> User:
    return a_learner(session)


@pytest.fixture
def plan(session: Session, user: User) -> StudyPlan:
    return a_study_plan(session, user, weekday_minutes=[80] * 7)


def everything(session: Session, plan: StudyPlan) -> list[Row]:
    """All that undoing must restore."""
    session.flush()
    skipped = {"version"}
    rows = [
        tuple(
            sorted(
                (name, str(value))
                for name, value in row.model_dump().items()
                if name not in skipped
            )
        )
        for row in sessions_of(session, plan)
    ]
    session.refresh(plan)
    names = (
        "weekday_minutes",
        "rest_weekdays",
        "multipliers",
        "price",
        "exam_day",
        "excluded_topics",
    )
    settings = tuple(str(getattr(plan, name)) for name in names)
    absences = tuple(str(row.model_dump()) for row in session.exec(select(Absence)))
    return [*sorted(rows), settings, absences]


def refused(code: str, act: Callable[..., object], *given: object, **named: object) -> None:
    with pytest.raises(DomainError) as refusal:
        act(*given, **named)
    assert refusal.value.code == code


def fewer_minutes(session: Session, user: User, plan: StudyPlan) -> PlanChange:
    change = change_goal(
        session, user_id=user.id, plan_id=plan.id, now=NOW, weekday_minutes=[45] * 7
    )
    assert change is not None
    return change


def leave(
    session: Session, user: User, *, first: date = MONDAY + DAY, until: date | None = None
) -> PlanChange:
    change = begin_absence(
        session, user_id=user.id, kind="vacation", from_day=first, until_day=until, now=NOW
    )
    assert change is not None
    return change


def undo(session: Session, user: User, change: PlanChange, days: int = 0) -> None:
    undo_change(session, user_id=user.id, change_id=change.id, now=NOW + days * DAY)


# ---- editing the goal ------------------------------------------------------------------------


def cushion(session: Session, user: User) -> CushionView:
    outlook = outlook_of(session, user_id=user.id, now=NOW)
    assert outlook is not None
    return cushion_of(outlook)


def test_fewer_minutes_make_shorter_days(session: Session, user: User, plan: StudyPlan) -> None:
    change = fewer_minutes(session, user, plan)

    assert (change.kind, change.reasons) == ("edited", [{"code": "minutes"}])
    by_day: dict[date, int] = {}
    for row in sessions_of(session, plan):
        by_day[row.day] = by_day.get(row.day, 0) + row.minutes
    assert max(by_day.values()) <= 45


def test_what_is_as_it_was_changes_nothing(session: Session, user: User, plan: StudyPlan) -> None:
    named = {"user_id": user.id, "plan_id": plan.id, "now": NOW}
    assert change_goal(session, **named, weekday_minutes=[80] * 7, rest_weekdays=[6]) is None


@pytest.mark.parametrize(
    ("edit", "code"),
    [
        ({"weekday_minutes": [0] * 7}, "minutes_none"),
        ({"rest_weekdays": range(7)}, "all_rest"),
        ({"exam_day": MONDAY}, "exam_past"),
    ],
)
def test_a_goal_that_cannot_be_planned_is_refused(
    session: Session, user: User, plan: StudyPlan, edit: dict[str, object], code: str
) -> None:
    refused(code, change_goal, session, user_id=user.id, plan_id=plan.id, now=NOW, **edit)


def test_an_earlier_exam_ends_the_plan_earlier(
    session: Session, user: User, plan: StudyPlan
) -> None:
    last = sessions_of(session, plan)[-1]
    last.is_pinned = True
    exam = MONDAY + 30 * DAY
    change_goal(session, user_id=user.id, plan_id=plan.id, now=NOW, exam_day=exam)

    assert max(row.day for row in sessions_of(session, plan)) < exam


# ---- taking back -----------------------------------------------------------------------------


def test_undoing_restores_everything(session: Session, user: User, plan: StudyPlan) -> None:
    before = everything(session, plan)
    undo(session, user, change := fewer_minutes(session, user, plan))

    assert everything(session, plan) == before
    assert change.status == "undone"
    undo(session, user, change)
    assert everything(session, plan) == before


def test_changes_are_taken_back_newest_first(session: Session, user: User, plan: StudyPlan) -> None:
    before = everything(session, plan)
    first, second = fewer_minutes(session, user, plan), leave(session, user)

    refused("change_overtaken", undo, session, user, first)
    undo(session, user, second)
    undo(session, user, first)
    assert everything(session, plan) == before


def test_a_change_whose_sessions_went_on_cannot_be_taken_back(
    session: Session, user: User, plan: StudyPlan
) -> None:
    change = fewer_minutes(session, user, plan)
    touched = uuid.UUID(next(row["id"] for row in change.rows if row["after"]))
    row = session.get_one(StudySession, touched)
    row.status = "done"
    session.flush()

    refused("change_overtaken", undo, session, user, change)


def test_sessions_never_come_back_into_the_past(
    session: Session, user: User, plan: StudyPlan
) -> None:
    change = leave(session, user)

    refused("change_overtaken", undo, session, user, change, 3)


def test_what_happened_cannot_be_taken_back(session: Session, user: User, plan: StudyPlan) -> None:
    missed = settle_study_days(session, user_id=user.id, now=NOW + DAY)
    begun = session.exec(select(PlanChange).where(PlanChange.kind == "activated")).one()

    assert missed is not None
    for change in (begun, missed):
        refused("change_final", undo, session, user, change, 1)


def test_the_change_of_someone_else_does_not_exist(
    session: Session, user: User, plan: StudyPlan
) -> None:
    change, other = fewer_minutes(session, user, plan), a_learner(session)
    named = {"user_id": other.id, "now": NOW}

    for change_id in (change.id, uuid.uuid4()):
        with pytest.raises(NotFound):
            undo_change(session, change_id=change_id, **named)
        with pytest.raises(NotFound):
            decide_change(session, change_id=change_id, accept=True, **named)
    with pytest.raises(NotFound):
        changes_view(session, plan_id=plan.id, **named)
    with pytest.raises(NotFound):
        change_goal(session, plan_id=plan.id, rest_weekdays=[1], **named)


def test_two_tabs_take_a_change_back_once(database: Database) -> None:
    with database.transaction() as session:
        user = a_learner(session)
        plan = a_study_plan(session, user, days=20)
        before = everything(session, plan)
        change = fewer_minutes(session, user, plan)

    def tab(_number: int) -> None:
        with database.transaction() as session:
            undo(session, user, change)

    with ThreadPoolExecutor(3) as tabs:
        list(tabs.map(tab, range(3)))
    with database.transaction() as session:
        assert everything(session, session.get_one(StudyPlan, plan.id)) == before


def test_changes_are_shown_newest_first(session: Session, user: User, plan: StudyPlan) -> None:
    fewer_minutes(session, user, plan)
    latest, first = changes_view(session, user_id=user.id, plan_id=plan.id, now=NOW)

    assert (first.kind, first.can_undo) == ("activated", False)
    assert (latest.kind, latest.can_undo) == ("edited", True)
    assert latest.reasons[0].code == "minutes"


# ---- vacation and illness --------------------------------------------------------------------


def test_nothing_is_planned_for_days_of_absence(
    session: Session, user: User, plan: StudyPlan
) -> None:
    pinned = next(row for row in sessions_of(session, plan) if row.day == MONDAY + 2 * DAY)
    pinned.is_pinned = True
    session.flush()
    change = leave(session, user, first=MONDAY, until=MONDAY + 7 * DAY)

    assert change.kind == "vacation"
    assert {"code": "unpinned", "topic": pinned.topic_key} in change.reasons
    assert min(row.day for row in sessions_of(session, plan)) >= MONDAY + 7 * DAY


def test_coming_back_early_brings_the_days_back(
    session: Session, user: User, plan: StudyPlan
) -> None:
    leave(session, user, first=MONDAY, until=MONDAY + 14 * DAY)
    settle_study_days(session, user_id=user.id, now=NOW + 3 * DAY)
    change = end_absence(session, user_id=user.id, now=NOW + 3 * DAY)

    assert change is not None
    assert change.kind == "back"
    assert sessions_of(session, plan, day=MONDAY + 3 * DAY)
    absence = session.exec(select(Absence)).one()
    assert (absence.from_day, absence.until_day) == (MONDAY, MONDAY + 3 * DAY)
    assert end_absence(session, user_id=user.id, now=NOW + 3 * DAY) is None


def test_an_absence_without_end_is_planned_around_a_week_at_a_time(
    session: Session, user: User, plan: StudyPlan
) -> None:
    leave(session, user, first=MONDAY)
    assert min(row.day for row in sessions_of(session, plan)) == MONDAY + 7 * DAY

    for number in range(1, 10):
        settle_study_days(session, user_id=user.id, now=NOW + number * DAY)
        assert not sessions_of(session, plan, day=MONDAY + number * DAY)
    assert not sessions_of(session, plan, status="missed")
    kinds = [each.kind for each in session.exec(select(PlanChange))]
    assert "missed" not in kinds
    assert len(kinds) <= 5


def test_what_was_fixed_in_a_later_week_of_an_absence_without_end_is_not_missed(
    session: Session, user: User, plan: StudyPlan
) -> None:
    leave(session, user, first=MONDAY)
    fixed = next(row for row in sessions_of(session, plan) if row.day == MONDAY + 8 * DAY)
    fixed.is_pinned = True
    for number in range(1, 10):
        settle_study_days(session, user_id=user.id, now=NOW + number * DAY)

    assert not sessions_of(session, plan, status="missed")
    reasons = [reason for each in session.exec(select(PlanChange)) for reason in each.reasons]
    assert {"code": "unpinned", "topic": fixed.topic_key} in reasons


def test_an_absence_taken_back_leaves_no_trace(
    session: Session, user: User, plan: StudyPlan
) -> None:
    before = everything(session, plan)
    undo(session, user, leave(session, user, until=MONDAY + 5 * DAY))
    assert everything(session, plan) == before


def test_coming_back_taken_back_is_being_away_again(
    session: Session, user: User, plan: StudyPlan
) -> None:
    leave(session, user, first=MONDAY, until=MONDAY + 14 * DAY)
    before = everything(session, plan)
    change = end_absence(session, user_id=user.id, now=NOW + 2 * DAY)
    assert change is not None
    undo(session, user, change, 2)
    assert everything(session, plan) == before


@pytest.mark.parametrize(
    ("kind", "first", "until", "code"),
    [
        ("vacation", MONDAY - DAY, None, "absence_past"),
        ("vacation", MONDAY, MONDAY, "absence_order"),
        ("holiday", MONDAY, None, "bad_request"),
    ],
)
def test_an_absence_that_makes_no_sense_is_refused(
    session: Session, user: User, kind: str, first: date, until: date | None, code: str
) -> None:
    named = {"kind": kind, "from_day": first, "until_day": until}
    refused(code, begin_absence, session, user_id=user.id, now=NOW, **named)


def test_one_cannot_be_away_twice(session: Session, user: User, plan: StudyPlan) -> None:
    leave(session, user)
    refused("absence_already", leave, session, user)


def test_the_skill_plan_waits_too(session: Session, user: User) -> None:
    skill = a_plan(session, user)
    named = {"user_id": user.id, "kind": "illness", "from_day": MONDAY}
    begin_absence(session, **named, until_day=MONDAY + 4 * DAY, now=NOW)
    assert days_of(session, skill)[0].due_day == MONDAY + 4 * DAY

    end_absence(session, user_id=user.id, now=NOW + DAY)
    assert days_of(session, skill)[0].due_day == MONDAY + DAY


def test_the_skill_plan_follows_when_an_absence_is_taken_back(
    session: Session, user: User, plan: StudyPlan
) -> None:
    skill = a_plan(session, user)
    undo(session, user, leave(session, user, first=MONDAY, until=MONDAY + 4 * DAY))
    assert days_of(session, skill)[0].due_day == MONDAY


# ---- resting ---------------------------------------------------------------------------------


def test_a_plan_taken_up_again_goes_on_from_that_day(
    session: Session, user: User, plan: StudyPlan
) -> None:
    named = {"user_id": user.id, "plan_id": plan.id}
    pause_study_plan(session, **named, now=NOW)
    change = resume_study_plan(session, **named, now=NOW + 10 * DAY)

    assert change is not None
    assert change.kind == "resumed"
    assert min(row.day for row in sessions_of(session, plan)) == MONDAY + 10 * DAY
    assert not sessions_of(session, plan, status="missed")


# ---- adaptation ------------------------------------------------------------------------------


def answered(
    session: Session,
    user: User,
    plan: StudyPlan,
    course: str,
    right: int,
    total: int,
    days: int = 0,
) -> None:
    """A quiz of a course, submitted."""
    now = NOW + days * DAY
    attempt = Attempt(
        user_id=user.id,
        curriculum_key=plan.curriculum_key,
        kind="quiz",
        study_plan_id=plan.id,
        status="submitted",
        started_at=now,
        deadline_at=now,
        submitted_at=now,
    )
    session.add(attempt)
    session.flush()
    variant_id = session.exec(select(ItemVariant.id)).first()
    assert variant_id
    for number in range(total):
        session.add(
            AttemptItem(
                attempt_id=attempt.id,
                position=number,
                variant_id=variant_id,
                topic_key=f"{course}-0-0",
                course_key=course,
                difficulty=3,
                expected_seconds=60,
                answered_at=now,
                is_correct=number < right,
            )
        )
    session.flush()


@pytest.mark.parametrize(
    ("right", "total", "multiplier"),
    [(2, 5, 1.5), (3, 5, None), (4, 5, None), (5, 5, 0.8), (0, 4, None), (11, 20, 1.5)],
)
def test_success_changes_the_minutes_of_a_course(
    session: Session, user: User, plan: StudyPlan, right: int, total: int, multiplier: float | None
) -> None:
    answered(session, user, plan, "small-a", right, total)
    change = adapt(session, plan, user, NOW)

    assert plan.multipliers == ({"small-a": multiplier} if multiplier else {})
    assert (change is None) == (multiplier is None)


def test_adaptation_says_why_and_can_be_taken_back(
    session: Session, user: User, plan: StudyPlan
) -> None:
    before = everything(session, plan)
    answered(session, user, plan, "small-b", 1, 6)
    change = adapt(session, plan, user, NOW)

    assert change is not None
    assert change.reasons == [
        {"code": "harder", "course": "small-b", "percent": 17, "from": 1.0, "to": 1.5}
    ]
    undo(session, user, change)
    assert everything(session, plan) == before
    assert adapt(session, plan, user, NOW) is None


def test_answers_count_once(session: Session, user: User, plan: StudyPlan) -> None:
    answered(session, user, plan, "small-a", 5, 5)
    adapt(session, plan, user, NOW)
    assert adapt(session, plan, user, NOW + DAY) is None

    answered(session, user, plan, "small-a", 5, 5, days=2)
    adapt(session, plan, user, NOW + 2 * DAY)
    assert plan.multipliers == {"small-a": 0.64}


def test_minutes_stay_within_half_and_twice_the_original(
    session: Session, user: User, plan: StudyPlan
) -> None:
    for days in range(1, 5):
        answered(session, user, plan, "small-a", 0, 5, days=days)
        adapt(session, plan, user, NOW + days * DAY)
    assert plan.multipliers == {"small-a": 2.0}


def test_fixed_sessions_move_only_when_the_learner_agrees(
    session: Session, user: User, plan: StudyPlan
) -> None:
    last = [row for row in sessions_of(session, plan) if row.kind == "new"][:6]
    for number, row in enumerate(last):
        row.day, row.is_pinned = MONDAY + (45 + number) * DAY, True
    session.flush()
    settle_study_days(session, user_id=user.id, now=NOW + 8 * DAY)

    proposal = session.exec(select(PlanChange).where(PlanChange.status == "proposed")).one()
    assert proposal.reasons[0]["code"] == "pins"
    session.expire_all()
    assert all(row.is_pinned for row in last)
    named = {"user_id": user.id, "change_id": proposal.id, "now": NOW + 8 * DAY}
    change = decide_change(session, **named, accept=True)
    assert change is not None
    session.expire_all()
    assert not [row for row in sessions_of(session, plan) if row.is_pinned]


# ---- the outlook -----------------------------------------------------------------------------


def test_a_short_plan_says_what_is_missing(session: Session, user: User) -> None:
    a_study_plan(session, user, days=28, weekday_minutes=[45] * 7)
    view = cushion(session, user)

    assert view.is_short
    assert view.over == view.available - view.needed
    assert len(view.weeks) == 4
    assert view.weeks[-1].over == view.over


def test_each_change_brings_points_and_time(session: Session, user: User) -> None:
    a_study_plan(session, user, days=28, weekday_minutes=[45] * 7)
    now = cushion(session, user)
    views = what_if_view(session, user_id=user.id, now=NOW)

    assert {each.change for each in views} == {
        "more_minutes",
        "rest_day_less",
        "later",
        "fewer_lessons",
    }
    assert all(each.over > now.over for each in views)
    assert [each.points for each in views] == sorted((e.points for e in views), reverse=True)


def test_a_change_can_be_asked_about_by_itself(session: Session, user: User) -> None:
    a_study_plan(session, user, days=28, weekday_minutes=[45] * 7)
    every = {each.change: each for each in what_if_view(session, user_id=user.id, now=NOW)}
    later = what_if_view(session, user_id=user.id, now=NOW, changes=["later"])

    assert later == (every["later"],)
    refused("bad_request", what_if_view, session, user_id=user.id, now=NOW, changes=["magic"])


@pytest.mark.parametrize("change", ["more_minutes", "rest_day_less", "later", "fewer_lessons"])
def test_a_change_is_taken_over_and_back(session: Session, user: User, change: str) -> None:
    plan = a_study_plan(session, user, days=28, weekday_minutes=[45] * 7)
    before, missing = everything(session, plan), cushion(session, user)
    made = apply_what_if(session, user_id=user.id, change=change, now=NOW)

    assert made is not None
    assert cushion(session, user).over > missing.over
    undo(session, user, made)
    assert everything(session, plan) == before


def test_without_a_plan_there_is_no_outlook(session: Session, user: User) -> None:
    assert outlook_of(session, user_id=user.id, now=NOW) is None
    assert what_if_view(session, user_id=user.id, now=NOW) == ()
    with pytest.raises(NotFound):
        apply_what_if(session, user_id=user.id, change="later", now=NOW)
    refused("bad_request", apply_what_if, session, user_id=user.id, change="magic", now=NOW)


def test_days_away_that_went_by_are_not_taken_back(
    session: Session, user: User, plan: StudyPlan
) -> None:
    """Or sessions would be back on days of an absence that has no end yet."""
    begin_absence(
        session, user_id=user.id, kind="vacation", from_day=MONDAY, until_day=None, now=NOW
    )
    for number in range(1, 8):
        settle_study_days(session, user_id=user.id, now=NOW + number * DAY)
    now = NOW + 7 * DAY
    latest = changes_view(session, user_id=user.id, plan_id=plan.id, now=now)[0]
    assert [each.code for each in latest.reasons] == ["still_away"]
    assert not latest.can_undo
    before = everything(session, plan)
    with pytest.raises(DomainError, match="change_final"):
        undo_change(session, user_id=user.id, change_id=uuid.UUID(latest.id), now=now)
    assert everything(session, plan) == before


def test_what_was_planned_before_days_away_went_by_is_not_brought_back(
    session: Session, user: User, plan: StudyPlan
) -> None:
    """A plan that rested meanwhile is made anew around them, which is no change of the absence."""
    named = {"user_id": user.id, "plan_id": plan.id}
    begin_absence(
        session, user_id=user.id, kind="vacation", from_day=MONDAY, until_day=None, now=NOW
    )
    pause_study_plan(session, **named, now=NOW)
    now = NOW + 6 * DAY  # its first week is nearly over, so it reaches into a second
    resume_study_plan(session, **named, now=now)
    latest = changes_view(session, user_id=user.id, plan_id=plan.id, now=now)[0]
    assert [each.code for each in latest.reasons] == ["resumed"]
    before = everything(session, plan)
    with pytest.raises(DomainError, match="change_overtaken"):
        undo_change(session, user_id=user.id, change_id=uuid.UUID(latest.id), now=now)
    assert everything(session, plan) == before
