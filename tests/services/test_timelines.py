"""The timeline shows what is open and keeps what is locked to itself."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from datetime import timedelta

import pytest
from sqlmodel import Session, select

from learnconnect_app.domain.errors import NotFound
from learnconnect_app.domain.views import TaskView, TimelineView
from learnconnect_app.models import (
    Course,
    DailyTask,
    PersonalizedPlan,
    PlanPause,
    Resource,
    Topic,
    User,
    WeeklyPlan,
)
from learnconnect_app.services.attempts import start_final, start_retest, start_weekly_test
from learnconnect_app.services.plans import complete_task, pause_plan, start_task
from learnconnect_app.services.timelines import task_view, timeline_view
from tests.conftest import Counting
from tests.factories import MONDAY, NOW, a_learner, a_plan, days_of, weeks_of
from tests.journeys import days_of_week, do_days, take_test, take_weekly_test

See = Callable[[], TimelineView]


@pytest.fixture
def user(session: Session) -> User:
    return a_learner(session)


@pytest.fixture
def plan(session: Session, user: User) -> PersonalizedPlan:
    return a_plan(session, user)


@pytest.fixture
def see(session: Session, user: User) -> See:
    return lambda: timeline_view(session, user_id=user.id, now=NOW)


def opened(session: Session, task: DailyTask, user: User) -> TaskView:
    return task_view(session, user_id=user.id, task_id=task.id, now=NOW)


def title_of(session: Session, topic: str, locale: str = "en") -> str:
    return session.get_one(Topic, topic).title[locale]


def mark_all_texts(session: Session) -> None:
    """Give every text of the content a name by which it is known again."""
    for topic in session.exec(select(Topic)).all():
        topic.title = topic.description = topic.summary = {"en": f"<{topic.key}>"}
    for course in session.exec(select(Course)).all():
        course.title = course.description = {"en": f"<{course.key}>"}
        course.icon = f"<{course.key}>"
    for resource in session.exec(select(Resource)).all():
        resource.title = f"<{resource.topic_key}>"
        resource.url = f"https://example.org/<{resource.topic_key}>/{resource.id}"
    session.flush()


def secrets_of(tasks: Sequence[DailyTask], weeks: Sequence[WeeklyPlan]) -> set[str]:
    """What no one may see of locked days and weeks."""
    texts = {f"<{key}>" for task in tasks for key in task.topics}
    ids = {str(task.id) for task in tasks} | {r for task in tasks for r in task.resources}
    return texts | ids | {f"<{week.course_key}>" for week in weeks}


# ---- what is locked ----------------------------------------------------------------------------


def test_nothing_of_a_locked_day_or_week_is_in_the_timeline(
    session: Session, plan: PersonalizedPlan, see: See
) -> None:
    mark_all_texts(session)
    locked_days = [task for task in days_of(session, plan) if task.status == "locked"]
    locked_weeks = [week for week in weeks_of(session, plan) if week.status == "locked"]
    first = days_of(session, plan)[0]
    seen = repr(see())

    assert len(locked_days) == 27
    assert not [secret for secret in secrets_of(locked_days, locked_weeks) if secret in seen]
    assert f"<{first.topics[0]}>" in seen


def test_a_locked_day_has_a_number_a_status_and_a_kind(
    session: Session, plan: PersonalizedPlan, see: See
) -> None:
    day = see().weeks[0].days[1]

    assert (day.number, day.status, day.kind) == (2, "locked", "topic")
    rest = (day.task_id, day.title, day.minutes, day.due_day, day.completed_day)
    assert rest == ("", "", 0, "", "")


def test_a_locked_week_has_a_number_and_a_status(
    session: Session, plan: PersonalizedPlan, see: See
) -> None:
    week = see().weeks[1]

    assert (week.number, week.status, len(week.days)) == (2, "locked", 7)
    assert (week.title, week.description, week.icon) == ("", "", "")
    assert week.gate is not None
    assert week.gate.status == "locked"


def test_a_locked_day_cannot_be_opened(
    session: Session, user: User, plan: PersonalizedPlan
) -> None:
    for task in days_of(session, plan)[1:]:
        with pytest.raises(NotFound):
            opened(session, task, user)


def test_a_day_does_not_name_the_locked_topic_that_it_opens(
    session: Session, user: User, plan: PersonalizedPlan
) -> None:
    mark_all_texts(session)
    first, second, *_ = days_of(session, plan)
    first.reason = {"code": "prerequisite", "topic": second.topics[0]}
    session.flush()

    view = opened(session, first, user)
    assert (view.reason, view.reason_topic) == ("order", "")
    assert f"<{second.topics[0]}>" not in repr(view)

    complete_task(session, user_id=user.id, task_id=first.id, now=NOW)
    view = opened(session, first, user)
    assert (view.reason, view.reason_topic) == ("prerequisite", f"<{second.topics[0]}>")


# ---- what is open ------------------------------------------------------------------------------


def test_an_open_day_tells_what_it_is_about(
    session: Session, user: User, plan: PersonalizedPlan, see: See
) -> None:
    task = days_of(session, plan)[0]
    complete_task(session, user_id=user.id, task_id=task.id, now=NOW)
    done, ready, *_ = see().weeks[0].days

    assert (done.status, done.task_id, done.completed_day) == (
        "completed",
        str(task.id),
        MONDAY.isoformat(),
    )
    assert (done.title, done.minutes) == (title_of(session, task.topics[0]), 60)
    assert (ready.status, ready.due_day) == ("unlocked", (MONDAY + timedelta(1)).isoformat())


def test_a_day_opens_with_its_resources_in_order(
    session: Session, user: User, plan: PersonalizedPlan
) -> None:
    task = days_of(session, plan)[0]
    rows = session.exec(select(Resource).where(Resource.topic_key == task.topics[0])).all()
    task.resources = [str(row.id) for row in reversed(rows[:3])]
    task.reason = {"code": "weakest"}
    session.flush()
    start_task(session, user_id=user.id, task_id=task.id, now=NOW)
    view = opened(session, task, user)

    assert [each.id for each in view.resources] == task.resources
    assert all(each.url.startswith("https://") and each.host for each in view.resources)
    assert not any(each.host.startswith("www.") for each in view.resources)
    assert (view.week, view.number, view.kind, view.status) == (1, 1, "topic", "unlocked")
    assert (view.reason, view.reason_topic, view.xp) == ("weakest", "", 15)
    assert (view.is_started, view.started_at_ms) == (True, int(NOW.timestamp() * 1000))
    assert view.title == title_of(session, task.topics[0])
    assert len(view.descriptions) == 1
    assert "<li>" in view.summary_html or "<p>" in view.summary_html


def test_a_day_on_two_topics_names_both(
    session: Session, user: User, plan: PersonalizedPlan, see: See
) -> None:
    task = days_of(session, plan)[0]
    task.topics = ["py-variables", "py-numbers"]
    session.flush()
    view = opened(session, task, user)

    assert view.title == see().weeks[0].days[0].title
    assert view.title.split(" · ") == [title_of(session, key) for key in task.topics]
    assert len(view.descriptions) == 2
    assert view.summary_html.count("<h3>") == 2


def test_texts_are_in_the_learners_language(session: Session) -> None:
    user = a_learner(session, locale="tr")
    plan = a_plan(session, user)
    view = timeline_view(session, user_id=user.id, now=NOW)

    assert view.weeks[0].title == "Temeller"
    assert opened(session, days_of(session, plan)[0], user).title == view.weeks[0].days[0].title
    first = days_of(session, plan)[0].topics[0]
    assert view.weeks[0].days[0].title == title_of(session, first, "tr")


def test_the_day_of_someone_else_does_not_exist(session: Session, plan: PersonalizedPlan) -> None:
    other = a_learner(session)
    with pytest.raises(NotFound):
        opened(session, days_of(session, plan)[0], other)
    with pytest.raises(NotFound):
        task_view(session, user_id=other.id, task_id=uuid.uuid4(), now=NOW)
    assert timeline_view(session, user_id=other.id, now=NOW) == TimelineView()


# ---- tests on the path -------------------------------------------------------------------------


def test_the_gate_of_a_week_follows_its_test(
    session: Session, user: User, plan: PersonalizedPlan, see: See
) -> None:
    week = weeks_of(session, plan)[0]

    def gate() -> tuple[str, int, int]:
        found = see().weeks[0].gate
        assert found is not None
        assert found.id == str(week.id)
        return found.status, found.number, found.last_score

    assert gate() == ("locked", 1, -1)
    do_days(session, plan, now=NOW)
    assert gate() == ("ready", 1, -1)
    running = start_weekly_test(session, user_id=user.id, weekly_plan_id=week.id, now=NOW)
    assert gate() == ("running", 1, -1)
    take_test(session, user.id, running, right=20, now=NOW)
    assert gate() == ("failed", 2, 66)
    do_days(session, plan, now=NOW)
    assert gate() == ("ready", 2, 66)
    take_weekly_test(session, plan, right=21, now=NOW)
    assert gate() == ("passed", 2, 70)


def test_a_failed_week_shows_its_diagnosis_until_it_is_passed(
    session: Session, plan: PersonalizedPlan, see: See
) -> None:
    do_days(session, plan, now=NOW)
    take_weekly_test(session, plan, right=15, now=NOW)
    week = see().weeks[0]

    assert week.diagnosis is not None
    assert (week.diagnosis.severity, week.diagnosis.score) == ("medium", 50)
    assert week.diagnosis.extra_days == 3
    assert sum(topic.is_weak for topic in week.diagnosis.topics) == 3
    assert len(week.diagnosis.topics) == 7
    assert [day.kind for day in week.days[7:]] == ["extra"] * 3
    do_days(session, plan, now=NOW)
    take_weekly_test(session, plan, right=30, now=NOW)
    assert see().weeks[0].diagnosis is None


def test_another_role_is_suggested_from_the_third_fail_on(
    session: Session, plan: PersonalizedPlan, see: See
) -> None:
    suggested = []
    for _ in range(3):
        do_days(session, plan, now=NOW)
        take_weekly_test(session, plan, right=10, now=NOW)
        suggested.append(see().weeks[0].is_role_switch_suggested)
    assert suggested == [False, False, True]
    do_days(session, plan, now=NOW)
    take_weekly_test(session, plan, right=30, now=NOW)
    assert not see().weeks[0].is_role_switch_suggested


def test_the_summit_from_final_to_retest(
    session: Session, user: User, plan: PersonalizedPlan, see: See
) -> None:
    def summit() -> tuple[str, str]:
        view = see()
        assert view.final is not None
        assert view.final.id == str(plan.id)
        return view.final.status, view.retest.status if view.retest else ""

    assert summit() == ("locked", "")
    for week in weeks_of(session, plan):
        week.status = "passed"
    for task in days_of(session, plan):
        task.status = "completed"
    plan.phase = "final"
    session.flush()
    assert summit() == ("ready", "")
    final = start_final(session, user_id=user.id, plan_id=plan.id, now=NOW)
    assert summit() == ("running", "")
    take_test(session, user.id, final, right=42, now=NOW)
    assert summit() == ("failed", "locked")
    view = see()
    assert [week.kind for week in view.weeks[4:]] == ["correction", "correction"]
    assert view.weeks[4].gate is None
    assert view.career is not None
    assert (view.career.career, view.career.final_score) == ("needs_training", 70)
    do_days(session, plan, now=NOW)
    assert summit() == ("failed", "ready")
    retest = start_retest(session, user_id=user.id, plan_id=plan.id, now=NOW)
    assert summit() == ("failed", "running")
    take_test(session, user.id, retest, right=60, now=NOW)
    assert summit() == ("failed", "passed")
    view = see()
    assert view.plan is not None
    assert view.career is not None
    assert (view.plan.status, view.career.career) == ("completed", "job_ready")


# ---- which plan --------------------------------------------------------------------------------


def test_the_active_plan_is_shown_and_the_others_are_offered(
    session: Session, user: User, plan: PersonalizedPlan, see: See
) -> None:
    resting = a_plan(session, user, status="paused", now=NOW + timedelta(days=1))
    a_plan(session, user, status="completed", now=NOW + timedelta(days=2))
    view = see()

    assert view.plan is not None
    assert (view.plan.id, view.plan.week, view.plan.weeks) == (str(plan.id), 1, 4)
    assert (view.plan.days_done, view.plan.days_total, view.plan.percent) == (0, 28, 0)
    assert [other.id for other in view.others] == [str(resting.id)]


def test_without_an_active_plan_the_latest_is_shown(
    session: Session, user: User, plan: PersonalizedPlan, see: See
) -> None:
    pause_plan(session, user_id=user.id, plan_id=plan.id, now=NOW)
    older = a_plan(session, user, status="paused", now=NOW - timedelta(days=9))
    session.add(PlanPause(plan_id=older.id, from_day=MONDAY))
    view = see()

    assert view.plan is not None
    assert (view.plan.id, view.plan.status) == (str(plan.id), "paused")
    assert [other.id for other in view.others] == [str(older.id)]


def test_the_current_week_is_the_one_that_is_open(
    session: Session, plan: PersonalizedPlan, see: See
) -> None:
    do_days(session, plan, now=NOW)
    assert [week.is_current for week in see().weeks] == [True, False, False, False]
    take_weekly_test(session, plan, right=30, now=NOW)
    view = see()
    assert [week.is_current for week in view.weeks] == [False, True, False, False]
    assert view.plan is not None
    assert (view.plan.week, view.plan.percent) == (2, 25)


# ---- cost --------------------------------------------------------------------------------------


def test_the_timeline_takes_at_most_twelve_queries_whatever_the_plan(
    session: Session, user: User, plan: PersonalizedPlan, see: See, count_queries: Counting
) -> None:
    with count_queries(session) as queries:
        see()
    small = len(queries)
    for week in weeks_of(session, plan):
        week.status = "passed"
    for task in days_of(session, plan):
        task.status = "completed"
    session.get_one(PersonalizedPlan, plan.id).phase = "final"
    session.flush()
    final = start_final(session, user_id=user.id, plan_id=plan.id, now=NOW)
    take_test(session, user.id, final, right=0, now=NOW)
    assert len(days_of_week(session, weeks_of(session, plan)[5])) == 7
    with count_queries(session) as queries:
        see()
    assert small <= 7
    assert len(queries) <= 12


def test_a_day_takes_few_queries(
    session: Session, user: User, plan: PersonalizedPlan, count_queries: Counting
) -> None:
    task = days_of(session, plan)[0]
    with count_queries(session) as queries:
        opened(session, task, user)
    assert len(queries) <= 6
