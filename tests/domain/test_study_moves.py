"""Moving a session by hand keeps every promise of the plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.study_day_orders import Planned, Room
from learnconnect_app.domain.study_moves import moved, nearest_day

MONDAY = date(2026, 3, 2)
TUESDAY, WEDNESDAY = MONDAY + timedelta(1), MONDAY + timedelta(2)
SUNDAY, EXAM = MONDAY + timedelta(6), MONDAY + timedelta(21)
EVENING = (17, 18, 19, 20)


def rooms(day: date) -> Room:
    """Two hours a day, free Sundays, an exam in three weeks, basketball on Wednesdays at 18:00."""
    mark = "past" if day < MONDAY else "exam" if day >= EXAM else "rest" if day == SUNDAY else ""
    busy = ((18 * 60, 19 * 60),) if day.weekday() == 2 else ()
    return Room(day, 0 if mark else 120, mark, busy, EVENING)


def a_session(name: str, day: date = MONDAY, **values: object) -> Planned:
    usual: dict[str, object] = {"position": 0, "start": 17 * 60, "minutes": 40, "kind": "new"}
    topic = {"topic": name, "subject": f"subject of {name}"}
    return Planned(id=name, day=day, **{**usual, **topic, **values})  # type: ignore[arg-type]


def by_id(sessions: list[Planned]) -> dict[str, Planned]:
    return {each.id: each for each in sessions}


def refusal(sessions: list[Planned], name: str, day: date, start: int | None = None) -> DomainError:
    with pytest.raises(DomainError) as refused:
        moved(sessions, name, day, start, rooms)
    return refused.value


# ---- days that take none -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "code"),
    [(MONDAY - timedelta(1), "move_past"), (EXAM, "move_exam"), (SUNDAY, "move_rest")],
)
def test_a_day_that_is_closed_takes_no_session(day: date, code: str) -> None:
    assert refusal([a_session("a")], "a", day).code == code


@pytest.mark.parametrize(
    ("mark", "code"),
    [("vacation", "move_away"), ("illness", "move_away"), ("paused", "move_paused")],
)
def test_days_away_and_at_rest_take_no_session(mark: str, code: str) -> None:
    with pytest.raises(DomainError, match=code):
        moved([a_session("a")], "a", TUESDAY, None, lambda day: replace(rooms(day), mark=mark))


def test_what_is_the_learners_own_may_be_on_a_rest_day() -> None:
    own = a_session("own", kind="own", topic="", subject="")
    assert by_id(moved([own], "own", SUNDAY, None, rooms))["own"].day == SUNDAY


def test_what_was_begun_stays() -> None:
    assert refusal([a_session("a", is_begun=True)], "a", TUESDAY).code == "move_begun"


# ---- minutes -----------------------------------------------------------------------------------


def test_a_full_day_says_what_it_would_become_and_the_nearest_day_with_room() -> None:
    full = [a_session("b", TUESDAY, minutes=50), a_session("c", TUESDAY, position=1, minutes=50)]
    refused = refusal([a_session("a"), *full], "a", TUESDAY)
    assert refused.code == "move_full_but"
    assert refused.params == {"minutes": 140, "room": 120, "nearest": WEDNESDAY.isoformat()}


def test_without_any_day_with_room_the_sentence_offers_none() -> None:
    assert refusal([a_session("a", minutes=130)], "a", TUESDAY).code == "move_full"


def test_exactly_the_minutes_of_the_day_fit() -> None:
    sessions = [a_session("a"), a_session("b", TUESDAY, minutes=80)]
    assert by_id(moved(sessions, "a", TUESDAY, None, rooms))["a"].day == TUESDAY


def test_own_sessions_take_no_minutes() -> None:
    own = a_session("own", TUESDAY, kind="own", subject="", topic="", minutes=300, start=480)
    assert by_id(moved([a_session("a"), own], "a", TUESDAY, None, rooms))["a"].day == TUESDAY


def test_room_is_made_of_what_the_learner_did_not_fix() -> None:
    loose = a_session("b", TUESDAY, minutes=110)
    after = moved([a_session("a"), loose], "a", TUESDAY, None, rooms, makes_room=True)
    assert by_id(after)["a"].day == TUESDAY
    fixed = replace(loose, is_pinned=True)
    with pytest.raises(DomainError, match="move_full"):
        moved([a_session("a"), fixed], "a", TUESDAY, None, rooms, makes_room=True)


def test_the_later_of_two_days_that_are_as_near_is_offered() -> None:
    session = a_session("a", MONDAY + timedelta(10))
    assert nearest_day(session, [], WEDNESDAY, rooms) == WEDNESDAY + timedelta(1)


# ---- order -------------------------------------------------------------------------------------


def test_a_lesson_cannot_come_before_one_it_needs() -> None:
    needed = a_session("needed", WEDNESDAY)
    needing = a_session("needing", WEDNESDAY, position=1, requires=frozenset({"needed"}))
    refused = refusal([needed, needing], "needing", TUESDAY)
    assert (refused.code, refused.params["topic"]) == ("move_requires", "needed")


def test_a_lesson_that_others_need_cannot_come_after_them() -> None:
    needing = a_session("needing", TUESDAY, requires=frozenset({"needed"}))
    refused = refusal([a_session("needed"), needing], "needed", WEDNESDAY)
    assert (refused.code, refused.params["topic"]) == ("move_required_by", "needing")


def test_parts_of_a_lesson_keep_their_order() -> None:
    first = a_session("first", topic="t", part=1)
    second = a_session("second", TUESDAY, topic="t", part=2)
    assert refusal([first, second], "first", WEDNESDAY).code == "move_parts"


def test_a_review_cannot_come_before_its_lesson() -> None:
    lesson = a_session("lesson", TUESDAY, topic="t")
    review = a_session("review", WEDNESDAY, topic="t", kind="review")
    assert refusal([lesson, review], "review", MONDAY).code == "move_parts"


def test_an_order_that_was_broken_before_does_not_hold_a_session_where_it_is() -> None:
    review = a_session("review", topic="t", kind="review")
    again = a_session("again", MONDAY + timedelta(10), topic="t")
    sessions = [review, again]
    assert by_id(moved(sessions, "review", TUESDAY, None, rooms))["review"].day == TUESDAY
    assert by_id(moved(sessions, "again", WEDNESDAY, None, rooms))["again"].day == WEDNESDAY


def test_a_move_that_mends_the_order_is_not_a_reason_to_break_another() -> None:
    review = a_session("review", topic="t", kind="review", requires=frozenset({"needed"}))
    again = a_session("again", MONDAY + timedelta(10), topic="t", requires=frozenset({"needed"}))
    needed = a_session("needed", WEDNESDAY)
    assert refusal([review, again, needed], "again", TUESDAY).code == "move_requires"


def test_on_one_day_a_lesson_is_put_before_what_needs_it() -> None:
    needing = a_session("needing", TUESDAY, requires=frozenset({"needed"}))
    after = by_id(moved([a_session("needed"), needing], "needed", TUESDAY, None, rooms))
    assert after["needed"].place < after["needing"].place
    assert after["needed"].start is not None
    assert after["needing"].start is not None
    assert after["needed"].start < after["needing"].start


def test_a_third_session_of_a_subject_in_a_row_is_mended_by_another_order() -> None:
    there = [
        a_session("a1", TUESDAY, subject="a", position=0, minutes=20, start=17 * 60),
        a_session("a2", TUESDAY, subject="a", position=1, minutes=20, start=17 * 60 + 25),
        a_session("b", TUESDAY, subject="b", position=2, minutes=20, start=20 * 60 + 30),
    ]
    after = moved([a_session("a3", subject="a", minutes=20), *there], "a3", TUESDAY, None, rooms)
    on_tuesday = sorted((e for e in after if e.day == TUESDAY), key=lambda each: each.place)
    assert [each.subject for each in on_tuesday] == ["a", "a", "b", "a"]
    starts = [each.start for each in on_tuesday if each.start is not None]
    assert starts == sorted(starts)
    assert len(starts) == 4


def test_the_day_it_leaves_is_mended_too() -> None:
    left = [
        a_session("a1", subject="a", position=0, minutes=20, start=17 * 60),
        a_session("a2", subject="a", position=1, minutes=20, start=17 * 60 + 25),
        a_session("b", subject="b", position=2, minutes=20, start=17 * 60 + 50),
        a_session("a3", subject="a", position=3, minutes=20, start=18 * 60 + 15),
        a_session("c", subject="c", position=4, minutes=20, start=18 * 60 + 40),
    ]
    after = [e for e in moved(left, "b", TUESDAY, None, rooms) if e.day == MONDAY]
    order = [each.subject for each in sorted(after, key=lambda each: each.place)]
    assert order == ["a", "a", "c", "a"]


# ---- times -------------------------------------------------------------------------------------


def test_a_move_fixes_the_session_and_leaves_the_others() -> None:
    sessions = [a_session("a"), a_session("b", TUESDAY)]
    after = by_id(moved(sessions, "a", TUESDAY, None, rooms))
    assert after["a"].is_pinned
    assert after["b"] == replace(sessions[1], position=after["b"].position)


def test_it_is_put_where_the_day_has_time_after_a_break() -> None:
    sessions = [a_session("a"), a_session("b", TUESDAY)]
    after = by_id(moved(sessions, "a", TUESDAY, None, rooms))
    assert after["a"].start == 17 * 60 + 50


@pytest.mark.parametrize(
    ("start", "code"),
    [
        (17 * 60 + 7, "move_time"),
        (3 * 60, "move_time"),
        (27 * 60 + 45, "move_time"),
        (18 * 60 + 30, "move_busy"),
        (17 * 60 - 15, "move_overlap"),
    ],
)
def test_a_chosen_time_must_be_free(start: int, code: str) -> None:
    sessions = [a_session("a"), a_session("b", WEDNESDAY)]
    assert refusal(sessions, "a", WEDNESDAY, start).code == code


def test_a_chosen_time_is_taken_and_the_day_follows_the_clock() -> None:
    sessions = [a_session("a"), a_session("b", TUESDAY)]
    after = by_id(moved(sessions, "a", TUESDAY, 15 * 60, rooms))
    assert (after["a"].start, after["a"].position, after["b"].position) == (900, 0, 1)


def test_a_session_may_change_its_time_on_a_full_day() -> None:
    after = moved([a_session("a", minutes=200)], "a", MONDAY, 12 * 60, rooms)
    assert after[0].start == 12 * 60
