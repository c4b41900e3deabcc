"""Today has one state and one next thing, whichever plans a learner has."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnconnect_app.domain.day_states import Day, State, in_order, next_item, state_of
from learnconnect_app.domain.home_views import NO_TIME, TodayItem

EVENING = 18 * 60


def thing(kind: str = "task", **known: Any) -> TodayItem:
    whole: dict[str, Any] = {
        "id": kind,
        "kind": kind,
        "title": "",
        "detail": "",
        "minutes": 40,
        "icon": "sigma",
        "color": "violet",
        "is_done": False,
        "is_startable": True,
        "href": "/",
    }
    return TodayItem(**(whole | known))


def session(at: int = NO_TIME, status: str = "planned", **known: Any) -> TodayItem:
    is_done = status in ("done", "partly")
    known = {"id": f"at {at}"} | known
    return thing(
        "new", start_minute=at, status=status, is_done=is_done, is_startable=not is_done, **known
    )


def day(*items: TodayItem, **known: Any) -> Day:
    return Day(items, **({"minute": EVENING, "days_to_exam": 100} | known))


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (Day(), State.NO_PLAN),
        (Day(has_finished=True), State.FINISHED),
        (Day(has_finished=True, has_paused=True), State.PAUSED),
        (Day(has_finished=True, has_paused=True, has_draft=True), State.DRAFT),
        (Day([thing("initial")], has_paused=True), State.ASSESSMENT),
        (Day([thing()], has_skill_plan=True), State.READY),
        (Day([thing("weekly")], has_skill_plan=True), State.TEST),
        (day(session(), has_skill_plan=True), State.READY),
        (day(session(status="done")), State.DONE),
        (day(), State.FREE),
        (day(is_away=True), State.AWAY),
        (day(session(status="running"), is_away=True), State.RUNNING),
        (day(session(status="paused")), State.RUNNING),
        (day(session(), days_to_exam=1), State.EXAM_NEAR),
        (day(days_to_exam=1), State.FREE),
        (day(session(), days_to_exam=0), State.EXAM_TODAY),
        (day(days_to_exam=-1), State.EXAM_OVER),
        (day(thing(), has_skill_plan=True, days_to_exam=-1), State.READY),
    ],
)
def test_state_of_the_day(today: Day, expected: State) -> None:
    assert state_of(today) is expected


def test_what_is_open_ahead_of_its_day_does_not_keep_today_open() -> None:
    done, ahead = thing(is_done=True, is_startable=False), thing("extra", is_ahead=True)
    today = Day([done, ahead], has_skill_plan=True)
    assert (state_of(today), next_item(today)) == (State.DONE, ahead)


def test_list_begins_with_what_runs_and_goes_by_the_clock() -> None:
    late, early, running = session(1200), session(1000), session(1100, "running")
    ahead, task, loose = thing("extra", is_ahead=True), thing(), session()
    assert in_order([ahead, late, loose, task, early, running]) == (
        running,
        task,
        early,
        late,
        loose,
        ahead,
    )


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        ([session(EVENING), thing()], "at 1080"),
        ([session(EVENING + 15), thing()], "at 1095"),
        ([session(EVENING + 16), thing()], "task"),
        ([session(EVENING - 300), session(EVENING - 60), thing()], "at 780"),
        ([thing(), thing("weekly")], "weekly"),
        ([session(EVENING), session(1200, "running")], "at 1200"),
        ([session(1000, "paused"), session(1200, "running")], "at 1200"),
        ([thing(is_ahead=True), session(1300)], "at 1300"),
    ],
)
def test_next_is_what_the_clock_says_and_then_what_has_no_time(
    items: list[TodayItem], expected: str
) -> None:
    found = next_item(day(*items))
    assert found is not None
    assert found.id == expected


statuses = st.sampled_from(["planned", "running", "paused", "done", "partly"])
sessions = st.builds(session, st.integers(NO_TIME, 28 * 60), statuses)
tasks = st.builds(
    thing,
    st.sampled_from(["task", "extra", "weekly", "initial"]),
    is_startable=st.booleans(),
    is_ahead=st.booleans(),
)
days = st.builds(
    Day,
    st.lists(sessions | tasks, max_size=6),
    minute=st.integers(4 * 60, 28 * 60),
    is_away=st.booleans(),
    has_skill_plan=st.booleans(),
    days_to_exam=st.none() | st.integers(-7, 300),
)


@given(days)
def test_next_thing_can_be_begun_and_stands_in_the_list(today: Day) -> None:
    found = next_item(today)
    assert (found is None) == (not any(item.is_startable for item in today.items))
    assert found is None or (found.is_startable and found in in_order(today.items))
    assert sorted(map(repr, in_order(today.items))) == sorted(map(repr, today.items))


@given(days)
def test_nothing_else_is_next_while_a_clock_runs(today: Day) -> None:
    found = next_item(today)
    if any(item.status == "running" for item in today.items):
        assert found is not None
        assert found.status == "running"
        assert state_of(today) in (State.RUNNING, State.EXAM_TODAY)
