"""Reports through the gate: a suggestion is taken over by its owner, and once."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from sqlmodel import select

from learnconnect_app.adapters.database import Database
from learnconnect_app.models import StudyPlan, User, WeeklyReport
from learnconnect_app.pages.reports.state import ReportsState
from learnconnect_app.services.weekly_reports import make_report
from tests.factories import MONDAY, noon
from tests.running import START
from tests.study_factories import a_study_plan
from tests.ui.tabs import Server
from tests.weekly_reports import a_week_done

pytestmark = pytest.mark.anyio

WEEKS = 3


@pytest.fixture
def report(installed: Database, learner: UUID) -> UUID:
    """Of the third week with an idle Wednesday."""
    begin = MONDAY - timedelta(weeks=WEEKS)
    with installed.transaction() as session:
        user = session.get_one(User, learner)
        plan = a_study_plan(session, user, now=noon(begin))
        plan.settled_day = plan.adapted_day = MONDAY
        for number in range(WEEKS):
            monday = begin + timedelta(weeks=number)
            a_week_done(session, user, plan, monday=monday, missed=(2,))
        assert make_report(session, user_id=learner, now=START)
        return session.exec(select(WeeklyReport.id)).one()


async def test_a_suggestion_is_taken_over_and_taken_back(
    server: Server, installed: Database, learner: UUID, report: UUID
) -> None:
    tab = server.open_tab(server.sign_in(learner))
    await tab.send(ReportsState.show_week, day=str(MONDAY - timedelta(days=1)))
    assert (await tab.state(ReportsState)).view.id == str(report)
    await tab.send(ReportsState.note_seen)
    for handler, told, rest in (
        (ReportsState.apply, "applied", [2]),
        (ReportsState.apply, "applied", [2]),
        (ReportsState.undo, "undone", []),
    ):
        await tab.send(handler, code="rest_weekday")
        assert (await tab.state(ReportsState)).told == told
        with installed.reading() as session:
            assert session.exec(select(StudyPlan.rest_weekdays)).one() == rest
    with installed.reading() as session:
        assert session.get_one(WeeklyReport, report).opened_at == START


async def test_a_report_in_a_tab_out_of_sight_is_not_read_yet(
    server: Server, installed: Database, learner: UUID, report: UUID
) -> None:
    def opened() -> datetime | None:
        with installed.reading() as session:
            return session.get_one(WeeklyReport, report).opened_at

    tab = server.open_tab(server.sign_in(learner))
    await tab.send(ReportsState.enter)  # a connection that came back does so too
    assert (await tab.state(ReportsState)).unseen == str(report)
    assert opened() is None
    await tab.send(ReportsState.note_seen)
    assert (await tab.state(ReportsState)).unseen == ""
    assert opened() == START
    await tab.send(ReportsState.show_week, day=str(MONDAY - timedelta(days=1)))
    assert (await tab.state(ReportsState)).unseen == ""


async def test_what_is_no_suggestion_is_refused(
    server: Server, learner: UUID, report: UUID
) -> None:
    tab = server.open_tab(server.sign_in(learner))
    await tab.send(ReportsState.show_week, day=str(MONDAY))
    await tab.send(ReportsState.apply, code="rest_weekday")  # the week that runs has none
    assert (await tab.state(ReportsState)).error.code == "not_found"
