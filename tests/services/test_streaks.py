"""Study days are settled once, freezes cover what was missed, and a run earns what it should."""

from __future__ import annotations

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from uuid import UUID

from sqlmodel import Session, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.domain.streaks import MOST_FREEZES
from learnconnect_app.domain.xp import XPType
from learnconnect_app.models import DailyActivity, StreakFreeze, User, XPReward
from learnconnect_app.services.presence import presence_of
from learnconnect_app.services.streaks import record_activity, settle_days, streak_of
from learnconnect_app.services.xp import total_xp
from tests.conftest import Counting
from tests.factories import MONDAY, a_learner, a_pause, a_plan, noon

DAY = timedelta(days=1)


def a_learner_with_plan(session: Session, **traits: object) -> User:
    user = a_learner(session, **traits)  # type: ignore[arg-type]
    a_plan(session, user)
    return user


def be_active(session: Session, user: User, *days: int) -> int:
    """Finish a task on each of these days, counted from Monday; the XP it paid."""
    return sum(
        record_activity(session, user=user, now=noon(MONDAY + n * DAY), minutes=30, tasks=1)
        for n in days
    )


def kinds(session: Session, user: User) -> str:
    """The recorded days in order, by the first letter of their kind."""
    found = session.exec(
        select(DailyActivity.kind)
        .where(DailyActivity.user_id == user.id)
        .order_by(DailyActivity.day)  # type: ignore[arg-type]
    )
    return "".join(kind[0] for kind in found)


def freezes(session: Session, user_id: UUID) -> Mapping[date, date | None]:
    """Day used by day earned."""
    session.expire_all()
    found = session.exec(select(StreakFreeze).where(StreakFreeze.user_id == user_id))
    return {freeze.earned_day: freeze.used_day for freeze in found}


def paid(session: Session, user: User, reward_type: XPType) -> int:
    found = select(XPReward).where(XPReward.user_id == user.id, XPReward.reward_type == reward_type)
    return len(session.exec(found).all())


def test_first_day_counts_and_pays_nothing(session: Session) -> None:
    user = a_learner_with_plan(session)
    assert be_active(session, user, 0) == 0
    streak = streak_of(session, user=user, now=noon(MONDAY))
    assert (streak.current, streak.is_today_active) == (1, True)


def test_each_day_that_continues_the_run_pays_five(session: Session) -> None:
    user = a_learner_with_plan(session)
    assert [be_active(session, user, n) for n in range(4)] == [0, 5, 5, 5]


def test_second_thing_done_on_a_day_adds_to_its_counters_and_pays_nothing(
    session: Session,
) -> None:
    user = a_learner_with_plan(session)
    be_active(session, user, 0, 1)
    assert record_activity(session, user=user, now=noon(MONDAY + DAY), minutes=15, tests=1) == 0
    today = session.exec(select(DailyActivity).where(DailyActivity.day == MONDAY + DAY)).one()
    assert (today.minutes, today.tasks_completed, today.tests_submitted) == (45, 1, 1)


def test_full_week_pays_consistency_once_and_earns_a_freeze(session: Session) -> None:
    user = a_learner_with_plan(session)
    assert be_active(session, user, *range(6)) == 25
    assert be_active(session, user, 6) == 25
    assert be_active(session, user, 6) == 0
    assert paid(session, user, XPType.CONSISTENCY) == 1
    assert freezes(session, user.id) == {MONDAY + 6 * DAY: None}


def test_no_more_freezes_are_held_than_the_most(session: Session) -> None:
    user = a_learner_with_plan(session)
    be_active(session, user, *range(28))
    assert len(freezes(session, user.id)) == MOST_FREEZES
    assert paid(session, user, XPType.CONSISTENCY) == 4


def test_missed_day_breaks_the_run(session: Session) -> None:
    user = a_learner_with_plan(session)
    be_active(session, user, 0, 1, 3)
    assert kinds(session, user) == "aama"
    streak = streak_of(session, user=user, now=noon(MONDAY + 3 * DAY))
    assert (streak.current, streak.longest) == (1, 2)


def test_freeze_covers_a_missed_day_and_does_not_add(session: Session) -> None:
    user = a_learner_with_plan(session)
    be_active(session, user, *range(7), 8)
    assert kinds(session, user) == "aaaaaaafa"
    assert streak_of(session, user=user, now=noon(MONDAY + 8 * DAY)).current == 8
    assert freezes(session, user.id) == {MONDAY + 6 * DAY: MONDAY + 7 * DAY}


def test_one_freeze_covers_one_day_and_the_next_missed_day_breaks(session: Session) -> None:
    user = a_learner_with_plan(session)
    be_active(session, user, *range(7), 9)
    assert kinds(session, user) == "aaaaaaafma"


def test_two_freezes_cover_two_days_in_order_of_earning(session: Session) -> None:
    user = a_learner_with_plan(session)
    be_active(session, user, *range(14), 16)
    assert kinds(session, user)[-3:] == "ffa"
    assert freezes(session, user.id) == {
        MONDAY + 6 * DAY: MONDAY + 14 * DAY,
        MONDAY + 13 * DAY: MONDAY + 15 * DAY,
    }


def test_rest_weekdays_neither_break_nor_add_nor_cost_a_freeze(session: Session) -> None:
    user = a_learner_with_plan(session, rest_weekdays=[6])
    be_active(session, user, 0, 1, 2, 3, 4, 5, 7)
    assert kinds(session, user) == "aaaaaara"
    assert streak_of(session, user=user, now=noon(MONDAY + 7 * DAY)).current == 7


def test_work_on_a_rest_day_counts(session: Session) -> None:
    user = a_learner_with_plan(session, rest_weekdays=[1])
    be_active(session, user, 0, 1)
    assert streak_of(session, user=user, now=noon(MONDAY + DAY)).current == 2


def test_days_on_which_the_only_plan_was_paused_are_neutral(session: Session) -> None:
    user = a_learner(session)
    plan = a_plan(session, user)
    be_active(session, user, 0)
    a_pause(session, plan, MONDAY + DAY, MONDAY + 3 * DAY)
    be_active(session, user, 3)
    assert kinds(session, user) == "appa"
    assert streak_of(session, user=user, now=noon(MONDAY + 3 * DAY)).current == 2


def test_day_on_which_the_plan_was_taken_up_again_counts(session: Session) -> None:
    user = a_learner(session)
    plan = a_plan(session, user)
    be_active(session, user, 0)
    a_pause(session, plan, MONDAY + DAY, MONDAY + 3 * DAY)
    be_active(session, user, 4)
    assert kinds(session, user) == "appma"


def test_open_pause_is_neutral_until_it_ends(session: Session) -> None:
    user = a_learner(session)
    plan = a_plan(session, user, status="paused")
    be_active(session, user, 0)
    a_pause(session, plan, MONDAY + DAY)
    assert streak_of(session, user=user, now=noon(MONDAY + 90 * DAY)).current == 1


def test_pause_of_one_plan_is_no_pause_while_another_is_active(session: Session) -> None:
    user = a_learner(session)
    paused = a_plan(session, user, status="paused")
    be_active(session, user, 0)
    a_pause(session, paused, MONDAY)
    a_plan(session, user)
    be_active(session, user, 2)
    assert kinds(session, user) == "ama"


def test_days_after_the_plan_was_completed_are_neutral(session: Session) -> None:
    user = a_learner(session)
    plan = a_plan(session, user, status="completed", phase="finished")
    plan.completed_at = noon(MONDAY + DAY)
    be_active(session, user, 0, 1, 5)
    assert kinds(session, user) == "aapppa"


def test_days_before_the_plan_was_made_are_neutral(session: Session) -> None:
    user = a_learner(session)
    be_active(session, user, 0)
    a_plan(session, user, now=noon(MONDAY + 3 * DAY))
    be_active(session, user, 4)
    assert kinds(session, user) == "appma"


def test_nothing_is_recorded_before_the_first_day_with_work(session: Session) -> None:
    user = a_learner_with_plan(session)
    settle_days(session, user=user, now=noon(MONDAY + 5 * DAY))
    assert kinds(session, user) == ""
    be_active(session, user, 6)
    assert kinds(session, user) == "a"


def test_settling_twice_changes_nothing(session: Session) -> None:
    user = a_learner_with_plan(session)
    be_active(session, user, *range(7))
    for _ in range(2):
        settle_days(session, user=user, now=noon(MONDAY + 9 * DAY))
        assert kinds(session, user) == "aaaaaaafm"
        assert list(freezes(session, user.id).values()) == [MONDAY + 7 * DAY]


def test_reading_gives_what_settling_will_record_and_writes_nothing(session: Session) -> None:
    user = a_learner_with_plan(session)
    be_active(session, user, *range(7))
    later = noon(MONDAY + 8 * DAY)
    read = presence_of(session, user=user, now=later)
    assert kinds(session, user) == "aaaaaaa"
    settle_days(session, user=user, now=later)
    recorded = presence_of(session, user=user, now=later)
    assert read.days == recorded.days
    assert (read.freezes_held, read.unseen_freeze) == (0, MONDAY + 7 * DAY)
    assert (recorded.freezes_held, recorded.unseen_freeze) == (0, MONDAY + 7 * DAY)
    assert not recorded.unrecorded


def test_frozen_day_that_becomes_active_gives_the_freeze_back(session: Session) -> None:
    user = a_learner_with_plan(session)
    be_active(session, user, *range(7), 8)
    be_active(session, user, 7)
    assert kinds(session, user) == "a" * 9
    assert freezes(session, user.id) == {MONDAY + 6 * DAY: None}
    assert streak_of(session, user=user, now=noon(MONDAY + 8 * DAY)).current == 9


def test_freeze_given_back_beyond_the_most_is_not_kept(session: Session) -> None:
    user = a_learner_with_plan(session)
    be_active(session, user, *range(7), *range(8, 24))
    assert len(freezes(session, user.id)) == MOST_FREEZES + 1
    be_active(session, user, 7)
    held = [used for used in freezes(session, user.id).values() if used is None]
    assert len(held) == len(freezes(session, user.id)) == MOST_FREEZES


def test_missed_day_filled_in_later_joins_the_run(session: Session) -> None:
    user = a_learner_with_plan(session)
    be_active(session, user, 0, 2)
    be_active(session, user, 1)
    assert kinds(session, user) == "aaa"
    assert streak_of(session, user=user, now=noon(MONDAY + 2 * DAY)).current == 3


def test_same_seven_days_are_not_paid_again_when_a_frozen_one_is_filled_in(
    session: Session,
) -> None:
    user = a_learner_with_plan(session)
    be_active(session, user, *range(7), *range(8, 15))
    assert paid(session, user, XPType.CONSISTENCY) == 2
    be_active(session, user, 7)
    be_active(session, user, 13, 14)
    assert paid(session, user, XPType.CONSISTENCY) == 2


def test_night_work_before_four_belongs_to_the_evening_before(session: Session) -> None:
    user = a_learner_with_plan(session)
    night = noon(MONDAY) + timedelta(hours=15)
    record_activity(session, user=user, now=night, tasks=1)
    assert session.exec(select(DailyActivity.day)).all() == [MONDAY]


def test_learner_who_travels_west_loses_nothing(session: Session) -> None:
    user = a_learner_with_plan(session)
    be_active(session, user, 0, 1)
    user.timezone = "Pacific/Honolulu"
    before = total_xp(session, user.id)
    assert streak_of(session, user=user, now=noon(MONDAY + DAY)).current == 2
    record_activity(session, user=user, now=noon(MONDAY + DAY), tasks=1)
    assert streak_of(session, user=user, now=noon(MONDAY + DAY)).current == 2
    assert total_xp(session, user.id) == before


def test_one_learner_leaves_the_days_of_another_alone(session: Session) -> None:
    first, second = a_learner_with_plan(session), a_learner_with_plan(session)
    be_active(session, first, *range(7), 8)
    be_active(session, second, 0)
    assert kinds(session, second) == "a"
    assert freezes(session, second.id) == {}


def test_queries_do_not_grow_with_the_days_settled(
    session: Session, count_queries: Counting
) -> None:
    user = a_learner_with_plan(session)
    be_active(session, user, 0)
    with count_queries(session) as few:
        settle_days(session, user=user, now=noon(MONDAY + 3 * DAY))
    with count_queries(session) as many:
        settle_days(session, user=user, now=noon(MONDAY + 300 * DAY))
    assert len(many) == len(few) <= 5


def test_two_tabs_at_once_count_both_and_use_one_freeze(database: Database) -> None:
    with database.transaction() as session:
        user = a_learner_with_plan(session)
        be_active(session, user, *range(14))

    def work(_tab: int) -> int:
        with database.transaction() as session:
            return be_active(session, user, 15)

    with ThreadPoolExecutor(8) as tabs:
        earned = list(tabs.map(work, range(8)))
    assert sum(earned) == 5
    with database.transaction() as session:
        today = session.exec(
            select(DailyActivity).where(DailyActivity.day == MONDAY + 15 * DAY)
        ).one()
        assert (today.tasks_completed, today.minutes) == (8, 240)
        assert list(freezes(session, user.id).values()).count(None) == 1
