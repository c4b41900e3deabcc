"""Which session is which after a plan was made again."""

from __future__ import annotations

from datetime import date, timedelta

from learnconnect_app.domain.study_diffs import Diff, Planned, diff

MONDAY = date(2026, 3, 2)


def planned(topic: str, day: int, *, kind: str = "new", part: int = 1) -> Planned:
    on = MONDAY + timedelta(day)
    return Planned(on, 0, kind, topic, "course", 30, part, 1, 30, {})


def compared(before: list[Planned], after: list[Planned]) -> Diff[Planned]:
    return diff(before, after, name_of=lambda row: row.name, day_of=lambda row: row.day)


def test_the_same_plan_keeps_every_session() -> None:
    rows = [planned("a", 0), planned("a", 3, kind="review"), planned("b", 1)]
    changes = compared(rows, list(reversed(rows)))
    assert sorted(map(str, changes.kept)) == sorted(str((row, row)) for row in rows)
    assert (changes.removed, changes.added) == ([], [])


def test_a_session_that_moves_stays_itself() -> None:
    before, after = planned("a", 0), planned("a", 5)
    assert compared([before], [after]).kept == [(before, after)]


def test_a_session_on_its_day_is_found_before_others_move() -> None:
    first, second = planned("a", 1, kind="review"), planned("a", 5, kind="review")
    moved = planned("a", 9, kind="review")
    assert compared([first, second], [second, moved]).kept == [(second, second), (first, moved)]


def test_another_part_may_stand_for_the_one_that_is_gone() -> None:
    before, after = planned("a", 1, part=2), planned("a", 1, part=1)
    assert compared([before], [after]).kept == [(before, after)]


def test_another_kind_is_another_session() -> None:
    before, after = planned("a", 1, kind="review"), planned("a", 1, kind="deepen")
    changes = compared([before], [after])
    assert (changes.removed, changes.added, changes.kept) == ([before], [after], [])
