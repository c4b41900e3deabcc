"""Medals: each can be earned, once, with what earned it; told once and celebrated on one screen."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID

import pytest
from sqlmodel import Session, col, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.domain.achievements import EARLY, KEYS, LATE, MEDALS, Event, Medal
from learnconnect_app.models import Achievement, OutboxMessage
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.achievement_views import achievements_view
from learnconnect_app.services.achievements import award_due, catch_up, celebrate
from learnconnect_app.services.plans import complete_task
from learnconnect_app.services.shells import shell_view
from learnconnect_app.services.streaks import record_activity
from tests import study_factories
from tests.conftest import Counting
from tests.earned import EARN, a_day, open_task
from tests.factories import MONDAY, NOW, a_learner, a_plan, a_study_plan, noon

DAY = timedelta(days=1)
AT = {EARLY: NOW - timedelta(hours=6), LATE: NOW + timedelta(hours=9, minutes=30)}
"""A moment in these hours in Istanbul."""


def held(session: Session, user_id: UUID) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for row in session.exec(select(Achievement).where(Achievement.user_id == user_id)):
        found.setdefault(row.key, set()).add(row.tier)
    return found


def notes(session: Session, user_id: UUID) -> list[str]:
    """Variants of the milestones that were told."""
    rows = session.exec(
        select(OutboxMessage)
        .where(OutboxMessage.user_id == user_id, OutboxMessage.kind == "milestone")
        .order_by(col(OutboxMessage.created_at))
    )
    return [row.params["variant"] for row in rows]


# ---- each can be earned ------------------------------------------------------------------------


def tiers() -> Iterable[object]:
    for medal in MEDALS:
        for number in range(len(medal.targets)):
            yield pytest.param(medal, number, id=f"{medal.key}-{number}")


@pytest.mark.parametrize(("medal", "number"), list(tiers()))
def test_each_tier_is_earned_by_its_count_and_not_by_less(
    session: Session, medal: Medal, number: int
) -> None:
    target = medal.targets[number]
    learner, short = a_learner(session), a_learner(session)
    EARN[medal.fact](session, learner, target)
    if target > 1 and number:  # the tier before
        EARN[medal.fact](session, short, medal.targets[number - 1])
    session.flush()
    event, now = min(medal.on), AT[medal.hours] if medal.hours else NOW
    for user in (learner, short):
        award_due(session, user_id=user.id, event=event, now=now)
    expected = set(medal.reached(target))
    assert len(expected) == number + 1
    assert held(session, learner.id)[medal.key] == expected
    assert len(held(session, short.id).get(medal.key, ())) == (number if target > 1 else 0)


def test_the_first_day_of_a_plan_brings_its_medals_through_the_services(
    session: Session,
) -> None:
    user = a_learner(session)
    a_plan(session, user)
    task = open_task(session, user.id)
    complete_task(session, user_id=user.id, task_id=task.id, now=NOW)
    assert held(session, user.id) == {"first_hour": {"bronze"}}
    assert notes(session, user.id) == ["medal"]


def test_a_study_plan_that_begins_is_a_first_plan(session: Session) -> None:
    user = a_learner(session)
    a_study_plan(session, user)
    assert held(session, user.id) == {"first_plan": {"bronze"}}


# ---- once, and with what earned it -------------------------------------------------------------


def test_an_award_goes_with_what_earned_it(database: Database) -> None:
    with database.transaction() as session:
        user_id = a_learner(session).id

    def work(*, fails: bool) -> None:
        with database.transaction() as session:
            record_activity(session, user=get_user(session, user_id), now=NOW, minutes=60, tasks=1)
            if fails:
                raise RuntimeError

    with pytest.raises(RuntimeError):
        work(fails=True)
    with database.reading() as session:
        assert held(session, user_id) == {}
        assert notes(session, user_id) == []
    work(fails=False)
    with database.reading() as session:
        assert held(session, user_id) == {"first_hour": {"bronze"}}


def test_many_tabs_at_once_award_tell_and_celebrate_once(database: Database) -> None:
    with database.transaction() as session:
        user = a_learner(session)
        user_id = user.id
        a_day(session, user, 0, minutes=60 * 50)

    def award(_tab: int) -> int:
        with database.transaction() as session:
            return len(award_due(session, user_id=user_id, event=Event.WORKED, now=NOW))

    def show(_tab: int) -> int:
        with database.transaction() as session:
            return len(celebrate(session, user_id=user_id, now=NOW))

    with ThreadPoolExecutor(16) as tabs:
        awarded = list(tabs.map(award, range(16)))
    assert sum(awarded) == 3  # an hour, ten, fifty
    with ThreadPoolExecutor(16) as tabs:
        shown = list(tabs.map(show, range(16)))
    assert sorted(shown) == [0] * 15 + [2]  # the best tier of each medal, on one screen
    with database.reading() as session:
        assert notes(session, user_id) == ["medals"]


def test_what_was_earned_stays_when_the_count_falls(session: Session) -> None:
    user = a_learner(session)
    record_activity(session, user=user, now=NOW, minutes=60, tasks=1)
    record_activity(session, user=user, now=NOW, minutes=-60, tasks=-1)
    assert held(session, user.id) == {"first_hour": {"bronze"}}
    view = achievements_view(session, user_id=user.id, now=NOW)
    hour = next(each for each in view.medals if each.key == "first_hour")
    assert (hour.tier, hour.next_tier, hour.day) == ("bronze", "", MONDAY.isoformat())


def test_medals_of_one_learner_are_not_anothers(session: Session) -> None:
    user, other = a_learner(session), a_learner(session)
    record_activity(session, user=user, now=NOW, minutes=60, tasks=1)
    for each in (Event.WORKED, Event.TESTED, Event.BEGUN):
        award_due(session, user_id=other.id, event=each, now=NOW)
    assert held(session, other.id) == {}
    assert celebrate(session, user_id=other.id, now=NOW) == ()
    assert achievements_view(session, user_id=other.id, now=NOW).earned == 0
    assert len(celebrate(session, user_id=user.id, now=NOW)) == 1


# ---- told and celebrated -----------------------------------------------------------------------


def test_a_streak_is_told_once_and_is_silent_when_switched_off(session: Session) -> None:
    for is_shown, told, medals in ((True, ["streak"], {"bronze"}), (False, [], set())):
        user = a_learner(session, is_streak_shown=is_shown)
        for n in range(7):
            record_activity(session, user=user, now=noon(MONDAY + n * DAY), tasks=1)
        found = [note for note in notes(session, user.id) if note != "medal"]
        assert found == told
        assert held(session, user.id).get("streak", set()) == medals
        keys = {m.key for m in achievements_view(session, user_id=user.id, now=NOW).medals}
        assert ("streak" in keys) is is_shown


def test_a_streak_is_near_by_the_run_that_goes_on(session: Session) -> None:
    user = a_learner(session)
    a_study_plan(session, user)
    for n in (*range(6), *range(10, 13)):
        record_activity(session, user=user, now=noon(MONDAY + n * DAY), tasks=1)
    view = achievements_view(session, user_id=user.id, now=noon(MONDAY + 12 * DAY))
    streak = next(each for each in view.medals if each.key == "streak")
    assert (streak.next_tier, streak.count, streak.target) == ("bronze", 3, 7)


def test_a_celebration_is_worded_and_waits_in_the_shell(session: Session) -> None:
    user = a_learner(session, locale="tr")
    record_activity(session, user=user, now=NOW, minutes=60, tasks=1)
    assert shell_view(session, user_id=user.id, now=NOW).medals == 1
    (medal,) = celebrate(session, user_id=user.id, now=NOW)
    assert (medal.key, medal.tier, medal.name) == ("first_hour", "bronze", "İlk saat")
    assert shell_view(session, user_id=user.id, now=NOW).medals == 0


def test_a_learner_of_before_catches_up_quietly_and_once(session: Session) -> None:
    user = a_learner(session)
    a_day(session, user, 0, minutes=60 * 60)
    EARN[MEDALS[0].fact](session, a_learner(session), 60)
    study_factories.a_study_plan(session, user)
    assert achievements_view(session, user_id=user.id, now=NOW).is_behind
    earned = catch_up(session, user_id=user.id, now=NOW)
    assert {medal.key for medal, _ in earned} == {"first_hour", "hours", "first_plan"}
    assert catch_up(session, user_id=user.id, now=NOW) == ()
    assert celebrate(session, user_id=user.id, now=NOW) == ()
    assert notes(session, user.id) == ["medals"]
    assert not achievements_view(session, user_id=user.id, now=NOW).is_behind


# ---- the page ----------------------------------------------------------------------------------


def test_a_newcomer_sees_every_medal_and_what_it_takes(session: Session) -> None:
    user = a_learner(session)
    view = achievements_view(session, user_id=user.id, now=NOW)
    assert tuple(medal.key for medal in view.medals) == KEYS
    assert (view.earned, view.near, view.has_plan, view.is_behind) == (0, (), False, False)
    assert view.possible == sum(len(medal.targets) for medal in MEDALS)
    assert [offer.key for offer in view.offers] == ["days", "minutes", "sessions"]


def test_progress_is_towards_the_next_tier_in_the_unit_that_is_said(session: Session) -> None:
    user = a_learner(session)
    record_activity(session, user=user, now=NOW, minutes=60 * 30, tasks=1)
    view = achievements_view(session, user_id=user.id, now=NOW)
    hours = next(each for each in view.medals if each.key == "hours")
    assert (hours.tier, hours.next_tier, hours.count, hours.target) == ("bronze", "silver", 30, 50)
    assert (hours.percent, hours.held, hours.tiers) == (60, 1, 3)
    assert view.near[0].key == "hours"
    assert (view.bronze, view.silver, view.gold) == (2, 0, 0)


def test_the_page_takes_at_most_twelve_queries_however_much_was_done(
    session: Session, count_queries: Counting
) -> None:
    user = a_learner(session)
    plan = study_factories.a_study_plan(session, user)
    a_plan(session, user)
    counts = []
    for turn in range(2):
        with count_queries(session) as queries:
            achievements_view(session, user_id=user.id, now=NOW)
        assert all(query.startswith(("SELECT", "WITH")) for query in queries)
        counts.append(len(queries))
        for n in range(20):
            a_day(session, user, 20 * turn + n, minutes=30)
            study_factories.a_session(session, plan, status="done", kind="review", percent=100)
    assert counts[0] == counts[1] <= 12


def test_an_award_takes_few_queries_when_nothing_is_earned(
    session: Session, count_queries: Counting
) -> None:
    user = a_learner(session)
    study_factories.a_study_plan(session, user)
    for event, most in ((Event.WORKED, 5), (Event.TESTED, 3), (Event.BEGUN, 3)):
        award_due(session, user_id=user.id, event=event, now=NOW)
        with count_queries(session) as queries:
            award_due(session, user_id=user.id, event=event, now=NOW)
        assert len(queries) <= most, (event, queries)
