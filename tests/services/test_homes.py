"""Home tells how today stands, and nothing of a day that is locked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import uuid4

import pytest
from sqlmodel import Session

from learnconnect_app.content.library import library
from learnconnect_app.domain.errors import NotFound
from learnconnect_app.domain.home_views import HomeView, TodayItem
from learnconnect_app.models import DailyTask, PersonalizedPlan, User, WeeklyPlan
from learnconnect_app.services.dismissals import dismiss
from learnconnect_app.services.homes import home_view
from learnconnect_app.services.mastery import AnsweredItem, record_answers
from learnconnect_app.services.streaks import record_activity
from tests.conftest import Counting
from tests.factories import (
    MONDAY,
    NOW,
    a_day_done,
    a_learner,
    a_pause,
    a_plan,
    a_running_test,
    days_of,
    noon,
    weeks_of,
)

DAY = timedelta(days=1)


def home(session: Session, user: User, day: date = MONDAY) -> HomeView:
    return home_view(session, user_id=user.id, now=noon(day))


def following(view: HomeView) -> TodayItem:
    assert view.next is not None
    return view.next


def with_test_ready(session: Session, plan: PersonalizedPlan) -> WeeklyPlan:
    """All days of the first week done, as of the day before."""
    week = weeks_of(session, plan)[0]
    week.status = "test_ready"
    for task in days_of(session, plan):
        if task.weekly_plan_id == week.id:
            task.status, task.completed_day = "completed", MONDAY - DAY
    session.flush()
    return week


def texts_of_locked(tasks: Sequence[DailyTask]) -> set[str]:
    locked = {key for task in tasks if task.status == "locked" for key in task.topics}
    return {text for key in locked for text in library().topics[key].title.values()}


def test_new_learner_has_no_plan_yet(session: Session) -> None:
    view = home(session, a_learner(session))
    assert (view.state, view.plan, view.today, view.encouragement) == ("no_plan", None, (), "start")
    assert (view.day, len(view.week)) == ("2026-03-02", 7)


def test_begun_assessment_is_what_comes_next(session: Session) -> None:
    user = a_learner(session)
    attempt = a_running_test(session, user)
    view = home(session, user)
    assert (view.state, view.running_attempt_id) == ("assessment", str(attempt.id))
    (item,) = view.today
    assert (item.kind, item.href, item.minutes) == ("initial", f"/test/{attempt.id}", 60)
    assert (following(view).title, following(view).href) == ("Python", item.href)


def test_open_day_is_ready(session: Session) -> None:
    user = a_learner(session)
    plan = a_plan(session, user)
    view = home(session, user)
    first = library().topics[days_of(session, plan)[0].topics[0]]
    (item,) = view.today
    assert (view.state, view.done, view.encouragement) == ("ready", 0, "ready")
    assert (item.kind, item.title, item.href) == ("task", first.title["en"], "/plan")
    assert (item.is_startable, item.is_done, item.color) == (True, False, "violet")
    assert (following(view).title, following(view).minutes) == (first.title["en"], 60)
    assert view.plan is not None
    assert (view.plan.week, view.plan.days_done, view.plan.percent) == (1, 0, 0)


def test_day_that_was_not_done_stays_ready(session: Session) -> None:
    user = a_learner(session)
    a_plan(session, user)
    assert home(session, user, MONDAY + 5 * DAY).state == "ready"


def test_day_that_is_due_tomorrow_may_be_begun_today(session: Session) -> None:
    user = a_learner(session)
    a_plan(session, user, first_due=MONDAY + DAY)
    view = home(session, user)
    assert (view.state, view.today[0].is_startable) == ("ready", True)


def test_day_done_shows_beside_the_next_one(session: Session) -> None:
    user = a_learner(session)
    plan = a_plan(session, user)
    done = a_day_done(session, plan, now=NOW, day=MONDAY)
    view = home(session, user)
    assert (view.state, view.done, view.encouragement) == ("done", 1, "done")
    assert [item.is_done for item in view.today] == [True, False]
    assert view.today[0].id == str(done.id)
    assert view.next == view.today[1]


def test_next_day_begins_anew(session: Session) -> None:
    user = a_learner(session)
    a_day_done(session, a_plan(session, user), now=NOW, day=MONDAY)
    view = home(session, user, MONDAY + DAY)
    assert (view.state, view.done, len(view.today)) == ("ready", 0, 1)


def test_nothing_of_a_locked_day_but_its_number_is_told(session: Session) -> None:
    user = a_learner(session)
    plan = a_plan(session, user)
    a_day_done(session, plan, now=NOW, day=MONDAY)
    view = home(session, user)
    assert view.locked_ahead == (3, 4, 5)
    told = repr(view)
    for text in texts_of_locked(days_of(session, plan)):
        assert repr(text)[1:-1] not in told
    for task in days_of(session, plan):
        assert (str(task.id) in told) == (task.status != "locked")


def test_week_with_all_days_done_waits_for_its_test(session: Session) -> None:
    user = a_learner(session)
    week = with_test_ready(session, a_plan(session, user))
    view = home(session, user)
    (item,) = view.today
    assert (view.state, item.kind, item.id, item.href) == ("test", "weekly", str(week.id), "/plan")
    assert (
        following(view).title == item.title == library().curricula["python"].courses[0].title["en"]
    )
    assert 15 <= item.minutes <= 90


def test_running_weekly_test_is_continued(session: Session) -> None:
    user = a_learner(session)
    plan = a_plan(session, user)
    week = with_test_ready(session, plan)
    attempt = a_running_test(session, user, kind="weekly", plan=plan, week=week)
    view = home(session, user)
    assert (view.state, following(view).href) == ("test", f"/test/{attempt.id}")
    assert (view.running_attempt_id, following(view).minutes) == (str(attempt.id), 60)
    assert [item.kind for item in view.today] == ["weekly"]


@pytest.mark.parametrize("kind", ["final", "retest"])
def test_last_test_is_ready_in_its_phase(session: Session, kind: str) -> None:
    user = a_learner(session)
    plan = a_plan(session, user, phase=kind)
    for task in days_of(session, plan):
        task.status = "completed"
    for week in weeks_of(session, plan):
        week.status = "passed"
    session.flush()
    view = home(session, user)
    assert (view.state, [item.kind for item in view.today]) == ("test", [kind])
    assert following(view).title == "Python"
    assert view.plan is not None
    assert (view.plan.week, view.plan.percent, view.locked_ahead) == (4, 100, ())


def test_correction_day_names_all_its_topics(session: Session) -> None:
    user = a_learner(session)
    plan = a_plan(session, user, phase="correction")
    task = days_of(session, plan)[0]
    task.kind, task.topics = "correction", ["py-lists", "py-for-loops"]
    session.flush()
    (item,) = home(session, user).today
    titles = [library().topics[key].title["en"] for key in task.topics]
    assert (item.kind, item.title) == ("correction", " · ".join(titles))


def test_paused_plan_can_be_taken_up(session: Session) -> None:
    user = a_learner(session)
    plan = a_plan(session, user, status="paused")
    a_pause(session, plan, MONDAY)
    view = home(session, user)
    assert (view.state, view.plan, view.today) == ("paused", None, ())
    assert [each.id for each in view.paused] == [str(plan.id)]


def test_paused_plans_show_beside_the_active_one(session: Session) -> None:
    user = a_learner(session)
    paused, active = a_plan(session, user, status="paused"), a_plan(session, user)
    view = home(session, user)
    assert view.plan is not None
    assert view.plan.id == str(active.id)
    assert [each.id for each in view.paused] == [str(paused.id)]


def test_completed_plan_is_finished(session: Session) -> None:
    user = a_learner(session)
    plan = a_plan(session, user, status="completed", phase="finished")
    view = home(session, user)
    assert view.state == "finished"
    assert view.plan is not None
    assert view.plan.id == str(plan.id)


def test_week_and_year_show_presence(session: Session) -> None:
    user = a_learner(session, rest_weekdays=[6])
    a_plan(session, user)
    record_activity(session, user=user, now=noon(MONDAY - DAY), minutes=10, tasks=1)
    record_activity(session, user=user, now=noon(MONDAY), minutes=0, tasks=1)
    record_activity(session, user=user, now=noon(MONDAY + 2 * DAY), minutes=40, tasks=1)
    view = home(session, user, MONDAY + 2 * DAY)
    assert [dot.kind for dot in view.week] == ["active", "missed", "active", "", "", "", ""]
    assert [dot.is_today for dot in view.week].index(True) == 2
    assert [dot.is_future for dot in view.week].count(True) == 4
    assert (view.week_minutes, view.goal_done, view.goal_days) == (40, 2, 6)
    assert len(view.heat) == 53
    cells = {cell.day: cell for week in view.heat for cell in week}
    assert max(cells) == "2026-03-04"
    assert [cells[f"2026-03-0{n}"].level > 0 for n in (1, 2, 3, 4)] == [True, True, False, True]


def test_blocks_show_mean_mastery_with_their_own_colour(session: Session) -> None:
    user = a_learner(session)
    a_plan(session, user)
    before = home(session, user).blocks
    assert [block.color for block in before] == ["violet", "blue", "orange", "teal"]
    assert {block.percent for block in before} == {50}
    answers = [AnsweredItem("py-for-loops", 5, 4, is_correct=True)] * 20
    record_answers(session, user_id=user.id, answers=answers, now=NOW)
    after = home(session, user).blocks
    assert after[0].percent > after[1].percent >= 50


@pytest.mark.parametrize(
    ("hour", "expected"),
    [(4, "night"), (5, "morning"), (12, "day"), (18, "evening"), (22, "night"), (1, "night")],
)
def test_part_of_day_is_that_of_the_learners_clock(
    session: Session, hour: int, expected: str
) -> None:
    user = a_learner(session)
    now = noon(MONDAY) + timedelta(hours=hour - 12)
    assert home_view(session, user_id=user.id, now=now).part_of_day == expected


def test_home_speaks_the_learners_language(session: Session) -> None:
    user = a_learner(session, locale="tr")
    a_plan(session, user)
    first = library().curricula["python"].courses[0]
    view = home(session, user)
    assert (view.blocks[0].title, view.today[0].detail) == (first.title["tr"], first.title["tr"])


def test_run_of_days_and_coming_back_have_their_own_words(session: Session) -> None:
    user = a_learner(session)
    a_plan(session, user)
    for n in range(3):
        record_activity(session, user=user, now=noon(MONDAY + n * DAY), minutes=20, tasks=1)
    assert home(session, user, MONDAY + 3 * DAY).encouragement == "streak"
    assert home(session, user, MONDAY + 4 * DAY).encouragement == "ready"
    assert home(session, user, MONDAY + 6 * DAY).encouragement == "back"


def test_streak_that_is_switched_off_is_not_spoken_of(session: Session) -> None:
    user = a_learner(session, is_streak_shown=False)
    a_plan(session, user)
    for n in range(3):
        record_activity(session, user=user, now=noon(MONDAY + n * DAY), minutes=20, tasks=1)
    assert home(session, user, MONDAY + 3 * DAY).encouragement == "ready"


def test_one_learner_sees_nothing_of_another(session: Session) -> None:
    busy, other = a_learner(session), a_learner(session)
    plan = a_plan(session, busy)
    a_running_test(session, busy, kind="weekly", plan=plan, week=with_test_ready(session, plan))
    a_running_test(session, busy)
    record_activity(session, user=busy, now=NOW, minutes=20, tasks=1)
    view = home(session, other)
    assert (view.state, view.plan, view.today, view.paused) == ("no_plan", None, (), ())
    assert (view.week_minutes, view.blocks, view.running_attempt_id) == (0, (), "")


def test_unknown_learner_is_not_found(session: Session) -> None:
    with pytest.raises(NotFound):
        home_view(session, user_id=uuid4(), now=NOW)


def test_at_most_twelve_queries_and_none_writes(session: Session, count_queries: Counting) -> None:
    user = a_learner(session)
    for _ in range(3):
        a_plan(session, user, status="paused")
    plan = a_plan(session, user)
    with_test_ready(session, plan)
    for n in range(14):
        record_activity(session, user=user, now=noon(MONDAY + n * DAY), minutes=20, tasks=1)
    with count_queries(session) as queries:
        home(session, user, MONDAY + 20 * DAY)
    assert len(queries) <= 12
    assert all(query.startswith("SELECT") for query in queries)


def test_goal_of_the_week_is_told_only_while_a_plan_asks_and_it_can_be_reached(
    session: Session,
) -> None:
    user, without = a_learner(session), a_learner(session)
    a_plan(session, user)
    sunday = MONDAY + 6 * DAY
    assert home(session, user).is_goal_told
    assert not home(session, user, sunday).is_goal_told
    assert not home(session, without).is_goal_told
    for n in range(6):
        record_activity(session, user=user, now=noon(MONDAY + n * DAY), minutes=20, tasks=1)
    view = home(session, user, sunday)
    assert (view.is_goal_told, view.goal_days - view.goal_done) == (True, 1)


def test_once_a_day_is_done_it_is_said_that_the_app_can_be_installed(session: Session) -> None:
    user = a_learner(session)
    plan = a_plan(session, user)
    assert not home(session, user).is_install_fitting
    a_day_done(session, plan, now=NOW, day=MONDAY)
    assert home(session, user).state == "done"
    assert home(session, user).is_install_fitting


def test_hint_that_was_put_away_never_comes_back_and_others_still_get_it(session: Session) -> None:
    user, other = a_learner(session), a_learner(session)
    for each in (user, other):
        a_day_done(session, a_plan(session, each), now=NOW, day=MONDAY)
    dismiss(session, user_id=user.id, key="install", now=NOW - 400 * DAY)
    assert not home(session, user).is_install_fitting
    assert home(session, other).is_install_fitting
