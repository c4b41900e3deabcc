"""A submitted test is graded once, and what it leads to happens once."""

from __future__ import annotations

import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import pairwise
from zlib import crc32

import pytest
from sqlmodel import Session, col, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.domain.attempts import GradedAnswer, summarise
from learnconnect_app.domain.errors import NotFound
from learnconnect_app.models import (
    Attempt,
    CorrectionPlan,
    DailyActivity,
    DailyTask,
    PersonalizedPlan,
    PlanPause,
    Resource,
    Topic,
    TopicMastery,
    User,
    WeakTopicDiagnosis,
    WeeklyPlan,
    XPReward,
)
from learnconnect_app.services.attempts import (
    start_assessment,
    start_final,
    start_retest,
    start_weekly_test,
)
from learnconnect_app.services.grading import result_from_json, result_to_json
from learnconnect_app.services.mastery import mastery_by_topic
from learnconnect_app.services.plans import pause_plan
from learnconnect_app.services.submissions import submit_attempt
from learnconnect_app.services.xp import total_xp
from tests.conftest import Counting
from tests.factories import MONDAY, NOW, a_learner, a_plan, days_of, weeks_of
from tests.journeys import (
    answer,
    days_of_week,
    do_days,
    items_of,
    make_plan,
    submit_expired,
    take_assessment,
)
from tests.journeys import take_test as take

DAY = timedelta(days=1)
LATER = timedelta(hours=3)


@pytest.fixture
def user(session: Session) -> User:
    return a_learner(session)


@pytest.fixture
def plan(session: Session, user: User) -> PersonalizedPlan:
    return a_plan(session, user)


@pytest.fixture
def week(session: Session, plan: PersonalizedPlan) -> WeeklyPlan:
    """The first week, all its days done, nothing paid for them."""
    first = weeks_of(session, plan)[0]
    finish(session, first)
    return first


def finish(session: Session, week: WeeklyPlan) -> None:
    for task in days_of_week(session, week):
        if task.status != "completed":
            task.status, task.completed_day, task.completed_at = "completed", MONDAY, NOW
            task.due_day = task.due_day or MONDAY
    week.status = "test_ready"
    session.flush()


def begin(session: Session, week: WeeklyPlan, user: User) -> uuid.UUID:
    return start_weekly_test(session, user_id=user.id, weekly_plan_id=week.id, now=NOW)


def take_week(session: Session, week: WeeklyPlan, user: User, right: int) -> Attempt:
    attempt_id = begin(session, week, user)
    take(session, user.id, attempt_id, right=right, now=NOW)
    return session.get_one(Attempt, attempt_id)


def paid(session: Session, user: User) -> list[tuple[str, int]]:
    rows = session.exec(select(XPReward).where(XPReward.user_id == user.id))
    return sorted((row.reward_type, row.amount) for row in rows)


def statuses(session: Session, plan: PersonalizedPlan) -> list[str]:
    return [week.status for week in weeks_of(session, plan)]


# ---- weekly tests ------------------------------------------------------------------------------


def test_twenty_one_of_thirty_pass_and_open_the_next_week(
    session: Session, user: User, plan: PersonalizedPlan, week: WeeklyPlan
) -> None:
    attempt = take_week(session, week, user, right=21)

    assert (attempt.status, attempt.submitted_at) == ("submitted", NOW)
    assert (attempt.correct, attempt.total, attempt.is_passed) == (21, 30, True)
    assert statuses(session, plan) == ["passed", "in_progress", "locked", "locked"]
    opened = days_of(session, plan)[7]
    assert (opened.status, opened.due_day) == ("unlocked", MONDAY + DAY)
    assert days_of(session, plan)[8].status == "locked"
    assert paid(session, user) == [("weekly_test", 300)]


def test_twenty_of_thirty_fail_and_bring_two_extra_days(
    session: Session, user: User, plan: PersonalizedPlan, week: WeeklyPlan
) -> None:
    attempt = take_week(session, week, user, right=20)

    session.refresh(week)
    assert attempt.is_passed is False
    assert (week.status, week.failed_attempts, week.extra_days_added) == ("in_progress", 1, 2)
    assert statuses(session, plan)[1] == "locked"
    extra = days_of_week(session, week)[7:]
    assert [(d.day_number, d.kind, d.status) for d in extra] == [
        (8, "extra", "unlocked"),
        (9, "extra", "locked"),
    ]
    assert extra[0].due_day == MONDAY + DAY
    assert paid(session, user) == []


@pytest.mark.parametrize(
    ("right", "severity", "days"),
    [(18, "low", 2), (17, "medium", 3), (14, "medium", 3), (13, "high", 4), (0, "high", 4)],
)
def test_the_worse_the_test_the_more_extra_days(
    session: Session, user: User, week: WeeklyPlan, right: int, severity: str, days: int
) -> None:
    attempt = take_week(session, week, user, right=right)

    diagnosis = session.exec(select(WeakTopicDiagnosis)).one()
    assert (diagnosis.attempt_id, diagnosis.weekly_plan_id) == (attempt.id, week.id)
    assert (diagnosis.severity, diagnosis.extra_days) == (severity, days)
    assert len(days_of_week(session, week)) == 7 + days
    shares = [topic["correct"] / topic["total"] for topic in diagnosis.topics]
    assert shares == sorted(shares)


def test_extra_days_are_on_the_weakest_topics(
    session: Session, user: User, plan: PersonalizedPlan, week: WeeklyPlan
) -> None:
    topics = [task.topics[0] for task in days_of(session, plan)[:7]]
    weak, shaky = {topics[2], topics[5]}, {topics[0], topics[1], topics[6]}
    attempt_id = begin(session, week, user)
    for item in items_of(session, attempt_id):
        is_slip = item.topic_key in shaky
        shaky -= {item.topic_key}
        is_right = item.topic_key not in weak and not is_slip
        answer(session, user.id, item, right=is_right, now=NOW)
    submit_attempt(session, user_id=user.id, attempt_id=attempt_id, now=NOW)

    extra = days_of_week(session, week)[7:]
    assert {key for task in extra[:2] for key in task.topics} == weak
    assert all(task.reason == {"code": "weak_topic"} for task in extra)


def test_extra_days_show_kinds_of_resources_not_used_before(session: Session, user: User) -> None:
    plan = make_plan(session, user.id, curriculum="python", now=NOW)
    week = weeks_of(session, plan)[0]
    finish(session, week)
    take_week(session, week, user, right=10)

    kinds = dict(session.exec(select(Resource.id, Resource.kind)).all())
    of_topic = dict(session.exec(select(Resource.id, Resource.topic_key)).all())
    ordinary = {d.topics[0]: d for d in days_of_week(session, week) if d.kind == "topic"}
    for extra in days_of_week(session, week)[7:]:
        before = {kinds[uuid.UUID(r)] for r in ordinary[extra.topics[0]].resources}
        there = {kind for key, kind in kinds.items() if of_topic[key] == extra.topics[0]}
        assert kinds[uuid.UUID(extra.resources[0])] in (there - before or there)


def test_submitting_again_changes_nothing(
    session: Session, user: User, plan: PersonalizedPlan, week: WeeklyPlan
) -> None:
    attempt = take_week(session, week, user, right=30)
    before = (total_xp(session, user.id), statuses(session, plan), attempt.result)

    submit_attempt(session, user_id=user.id, attempt_id=attempt.id, now=NOW + DAY)
    session.refresh(attempt)
    assert (total_xp(session, user.id), statuses(session, plan), attempt.result) == before
    assert attempt.submitted_at == NOW


def test_a_failed_test_submitted_in_two_tabs_fails_once(database: Database) -> None:
    with database.transaction() as session:
        user = a_learner(session)
        week = weeks_of(session, a_plan(session, user))[0]
        finish(session, week)
        attempt_id = begin(session, week, user)

    def tab(_number: int) -> None:
        with database.transaction() as session:
            submit_attempt(session, user_id=user.id, attempt_id=attempt_id, now=NOW)

    with ThreadPoolExecutor(4) as tabs:
        list(tabs.map(tab, range(4)))
    with database.reading() as session:
        again = session.get_one(WeeklyPlan, week.id)
        assert (again.failed_attempts, again.extra_days_added) == (1, 4)
        assert len(days_of_week(session, again)) == 11


def test_the_test_of_someone_else_cannot_be_submitted(
    session: Session, user: User, week: WeeklyPlan
) -> None:
    attempt_id, other = begin(session, week, user), a_learner(session)

    for each in (attempt_id, uuid.uuid4()):
        with pytest.raises(NotFound):
            submit_attempt(session, user_id=other.id, attempt_id=each, now=NOW)
    assert session.get_one(Attempt, attempt_id).status == "running"


def test_passing_after_a_fail_pays_recovery_once(
    session: Session, user: User, plan: PersonalizedPlan, week: WeeklyPlan
) -> None:
    for _ in range(2):
        take_week(session, week, user, right=10)
        finish(session, week)
    attempt = take_week(session, week, user, right=25)

    assert attempt.number == 3
    assert paid(session, user) == [("recovery", 25), ("weekly_test", 300)]
    assert statuses(session, plan)[:2] == ["passed", "in_progress"]


def test_extra_days_done_lead_to_the_test_again(
    session: Session, user: User, plan: PersonalizedPlan, week: WeeklyPlan
) -> None:
    take_week(session, week, user, right=0)
    assert do_days(session, plan, now=NOW) == 4
    session.refresh(week)
    assert week.status == "test_ready"


def test_tests_get_harder_after_a_brilliant_one_and_easier_after_a_failed_one(
    session: Session, user: User, plan: PersonalizedPlan, week: WeeklyPlan
) -> None:
    steps = []
    for right in (5, 5, 5):
        take_week(session, week, user, right=right)
        finish(session, week)
        session.refresh(plan)
        steps.append(plan.target_step)
    for number, right in ((0, 27), (1, 26), (2, 27)):
        current = weeks_of(session, plan)[number]
        finish(session, current)
        take_week(session, current, user, right=right)
        session.refresh(plan)
        steps.append(plan.target_step)
    assert steps == [-1, -2, -2, -1, -1, 0]


def test_the_last_week_leads_to_the_final(
    session: Session, user: User, plan: PersonalizedPlan
) -> None:
    for number in range(4):
        week = weeks_of(session, plan)[number]
        finish(session, week)
        take_week(session, week, user, right=30)
    session.refresh(plan)
    assert (plan.phase, set(statuses(session, plan))) == ("final", {"passed"})


def test_unanswered_is_wrong_and_teaches_nothing_about_the_topic(
    session: Session, user: User, plan: PersonalizedPlan, week: WeeklyPlan
) -> None:
    attempt = session.get_one(Attempt, begin(session, week, user))
    submit_attempt(session, user_id=user.id, attempt_id=attempt.id, now=NOW)

    assert (attempt.correct, attempt.total) == (0, 30)
    assert session.exec(select(TopicMastery)).all() == []
    assert session.exec(select(DailyActivity)).all() == []


def test_a_test_raises_or_lowers_mastery_and_makes_a_study_day(
    session: Session, user: User, plan: PersonalizedPlan, week: WeeklyPlan
) -> None:
    keys = [task.topics[0] for task in days_of(session, plan)[:7]]
    take_week(session, week, user, right=30)

    known = mastery_by_topic(session, user_id=user.id, topic_keys=keys, now=NOW)
    assert min(known.values()) > 0.6
    activity = session.exec(select(DailyActivity)).one()
    assert (activity.day, activity.kind, activity.tests_submitted) == (MONDAY, "active", 1)


def test_a_result_comes_back_as_it_was_kept() -> None:
    answers = [
        GradedAnswer(f"t{n % 3}", "c", n % 2 == 0, 10.0 + n, 30, 3, is_answered=n < 8)
        for n in range(10)
    ]
    result = summarise(answers)
    assert result_from_json(result_to_json(result)) == result


# ---- time is over ------------------------------------------------------------------------------


def test_tests_whose_time_is_over_are_submitted_at_their_deadline(
    session: Session, user: User, plan: PersonalizedPlan, week: WeeklyPlan
) -> None:
    attempt = session.get_one(Attempt, begin(session, week, user))
    for item in items_of(session, attempt.id)[:25]:
        answer(session, user.id, item, right=True, now=NOW)

    assert submit_expired(session, now=attempt.deadline_at + timedelta(seconds=10)) == 0
    assert submit_expired(session, now=NOW + 9 * DAY) == 1
    assert submit_expired(session, now=NOW + 9 * DAY) == 0
    session.refresh(attempt)
    assert (attempt.submitted_at, attempt.correct) == (attempt.deadline_at, 25)
    activity = session.exec(select(DailyActivity).where(DailyActivity.kind == "active")).one()
    assert activity.day == MONDAY
    assert statuses(session, plan)[:2] == ["passed", "in_progress"]
    assert days_of(session, plan)[7].due_day == MONDAY + 10 * DAY


def test_an_assessment_that_was_hardly_begun_makes_no_plan(
    session: Session, user: User, plan: PersonalizedPlan
) -> None:
    attempt_id = start_assessment(session, user_id=user.id, curriculum_key="python", now=NOW)
    answer(session, user.id, items_of(session, attempt_id)[0], right=True, now=NOW)

    assert submit_expired(session, now=NOW + DAY) == 1
    session.refresh(plan)
    assert plan.status == "active"
    assert session.get_one(Attempt, attempt_id).plan_id is None
    new = start_assessment(session, user_id=user.id, curriculum_key="python", now=NOW + DAY)
    assert new != attempt_id


# ---- the assessment ----------------------------------------------------------------------------


def test_an_assessment_makes_a_plan_with_its_first_day_open(session: Session) -> None:
    user = a_learner(session, rest_weekdays=[0])
    plan = make_plan(session, user.id, curriculum="python", now=NOW)

    assert (plan.status, plan.phase, plan.skipped_blocks) == ("active", "weeks", [])
    assert statuses(session, plan) == ["in_progress", "locked", "locked", "locked"]
    days = days_of(session, plan)
    assert len(days) == 28
    assert (days[0].status, days[0].due_day, days[0].unlocked_at) == ("unlocked", MONDAY, NOW)
    assert {d.status for d in days[1:]} == {"locked"}
    assert all(d.reason["code"] in ("weakest", "prerequisite", "order") for d in days)
    assert {len(d.resources) for d in days} == {3}


def test_prerequisites_come_before_what_requires_them(session: Session, user: User) -> None:
    plan = make_plan(
        session,
        user.id,
        curriculum="python",
        now=NOW,
        knows=lambda item: crc32(item.topic_key.encode()) % 2 == 0,
    )
    requires = dict(session.exec(select(Topic.key, Topic.requires)).all())
    for week in weeks_of(session, plan):
        order = [task.topics[0] for task in days_of_week(session, week)]
        for place, key in enumerate(order):
            assert set(requires[key]) & set(order) <= set(order[:place])


def test_a_block_that_is_known_is_skipped_and_three_weeks_remain(
    session: Session, user: User
) -> None:
    plan = make_plan(session, user.id, curriculum="python", now=NOW, knows=lambda item: True)

    assert [block["accuracy"] for block in plan.skipped_blocks] == [1.0]
    assert len(weeks_of(session, plan)) == 3
    assert [week.week_number for week in weeks_of(session, plan)] == [1, 2, 3]


def test_mastery_starts_from_what_the_assessment_found(session: Session, user: User) -> None:
    make_plan(
        session,
        user.id,
        curriculum="python",
        now=NOW,
        knows=lambda item: item.course_key == "python-foundations",
    )
    rows = session.exec(select(TopicMastery).where(TopicMastery.user_id == user.id)).all()
    known = mastery_by_topic(
        session, user_id=user.id, topic_keys=[row.topic_key for row in rows], now=NOW
    )
    assert len(rows) == 28
    assert min(known["py-variables"], known["py-for-loops"]) > 0.5
    assert max(known["py-classes"], known["py-testing"]) < 0.4


def test_a_new_plan_lets_the_active_one_rest(
    session: Session, user: User, plan: PersonalizedPlan
) -> None:
    new = make_plan(session, user.id, curriculum="python", now=NOW)

    session.refresh(plan)
    assert (plan.status, new.status) == ("paused", "active")


# ---- final, correction, re-test ----------------------------------------------------------------


@pytest.fixture
def last(session: Session, plan: PersonalizedPlan) -> PersonalizedPlan:
    """A plan whose weeks are passed, one day of 28 having been done late."""
    for week in weeks_of(session, plan):
        finish(session, week)
        week.status = "passed"
    late = days_of(session, plan)[3]
    late.completed_day = MONDAY + DAY
    plan.phase = "final"
    session.flush()
    return plan


def take_final(session: Session, plan: PersonalizedPlan, right: int) -> Attempt:
    attempt_id = start_final(session, user_id=plan.user_id, plan_id=plan.id, now=NOW)
    take(session, plan.user_id, attempt_id, right=right, now=NOW)
    session.refresh(plan)
    return session.get_one(Attempt, attempt_id)


@pytest.mark.parametrize(
    ("right", "career"), [(43, "needs_training"), (47, "needs_training"), (48, "job_ready")]
)
def test_a_good_final_finishes_the_plan(
    session: Session, last: PersonalizedPlan, right: int, career: str
) -> None:
    attempt = take_final(session, last, right)

    assert attempt.is_passed
    assert (last.status, last.phase, last.completed_at) == ("completed", "finished", NOW)
    assert last.career == career
    assert last.readiness == pytest.approx(70 * right / 60 + 10 * 27 / 28)


@pytest.mark.parametrize(("right", "career"), [(42, "needs_training"), (35, "not_suitable")])
def test_a_final_of_at_most_seventy_percent_leads_to_two_weeks_of_correction(
    session: Session, last: PersonalizedPlan, right: int, career: str
) -> None:
    attempt = take_final(session, last, right)

    assert attempt.is_passed is False
    assert (last.status, last.phase, last.career) == ("active", "correction", career)
    weeks = weeks_of(session, last)[4:]
    assert [(w.week_number, w.kind, w.status) for w in weeks] == [
        (5, "correction", "in_progress"),
        (6, "correction", "locked"),
    ]
    days = [day for week in weeks for day in days_of_week(session, week)]
    assert [day.status for day in days] == ["unlocked"] + ["locked"] * 13
    assert sorted(key for day in days for key in day.topics) == sorted(
        key for day in days_of(session, last)[:28] for key in day.topics
    )
    assert all(day.reason == {"code": "correction"} for day in days)
    correction = session.exec(select(CorrectionPlan)).one()
    assert (correction.final_attempt_id, correction.status) == (attempt.id, "active")


def test_a_correction_takes_the_weakest_topics_first(
    session: Session, last: PersonalizedPlan
) -> None:
    take_final(session, last, 20)

    week = weeks_of(session, last)[4]
    days: list[DailyTask] = [*days_of_week(session, week)]
    days += days_of_week(session, weeks_of(session, last)[5])
    keys = [key for day in days for key in day.topics]
    known = mastery_by_topic(session, user_id=last.user_id, topic_keys=keys, now=NOW)
    assert all(known[a] <= known[b] + 1e-9 for a, b in pairwise(keys))


@pytest.mark.parametrize(
    ("right", "career"), [(48, "job_ready"), (36, "needs_training"), (35, "not_suitable")]
)
def test_the_retest_decides_and_ends_the_plan(
    session: Session, last: PersonalizedPlan, right: int, career: str
) -> None:
    take_final(session, last, 10)
    assert do_days(session, last, now=NOW) == 14
    session.refresh(last)
    assert last.phase == "retest"

    attempt_id = start_retest(session, user_id=last.user_id, plan_id=last.id, now=NOW)
    take(session, last.user_id, attempt_id, right=right, now=NOW)
    session.refresh(last)
    assert (last.status, last.phase, last.career) == ("completed", "finished", career)
    assert last.readiness == pytest.approx(70 * right / 60 + 10 * 41 / 42)


def test_a_plan_paused_during_its_last_test_ends_and_rests_no_more(
    session: Session, last: PersonalizedPlan
) -> None:
    attempt_id = start_final(session, user_id=last.user_id, plan_id=last.id, now=NOW)
    pause_plan(session, user_id=last.user_id, plan_id=last.id, now=NOW)
    take(session, last.user_id, attempt_id, right=60, now=NOW)

    session.refresh(last)
    assert (last.status, last.phase) == ("completed", "finished")
    assert session.exec(select(PlanPause)).one().until_day == MONDAY


def test_readiness_counts_the_passed_weekly_tests(
    session: Session, user: User, plan: PersonalizedPlan
) -> None:
    for number, rights in enumerate([[10, 21], [30], [30], [27]]):
        for right in rights:
            week = weeks_of(session, plan)[number]
            finish(session, week)
            take_week(session, week, user, right)
    session.refresh(plan)
    take_final(session, plan, 60)
    assert plan.readiness == pytest.approx(70 + 20 * (70 + 100 + 100 + 90) / 400 + 10)


# ---- cost --------------------------------------------------------------------------------------


def test_submitting_takes_a_fixed_number_of_queries(
    session: Session, user: User, week: WeeklyPlan, count_queries: Counting
) -> None:
    attempt_id = begin(session, week, user)
    for item in items_of(session, attempt_id):
        answer(session, user.id, item, right=False, now=NOW)
    with count_queries(session) as queries:
        submit_attempt(session, user_id=user.id, attempt_id=attempt_id, now=NOW)
    assert len(queries) <= 40


def test_making_a_plan_takes_a_fixed_number_of_queries(
    session: Session, user: User, count_queries: Counting
) -> None:
    attempt_id = take_assessment(
        session, user.id, curriculum="python", now=NOW, knows=lambda item: False
    )
    with count_queries(session) as queries:
        submit_attempt(session, user_id=user.id, attempt_id=attempt_id, now=NOW)
    assert len(queries) <= 50
    newest = session.exec(
        select(PersonalizedPlan).order_by(col(PersonalizedPlan.created_at).desc())
    ).first()
    assert newest is not None
