"""What is planned here stands there: each session once, at its time, through any mishap."""

from __future__ import annotations

from tests.calendars.conftest import Ayse


def test_whole_plan_is_written_into_a_calendar_of_its_own(ayse: Ayse) -> None:
    assert ayse.service.calendar.name == "LearnConnect"
    ayse.assert_in_step()
