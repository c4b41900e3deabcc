"""Medals through the gate: one of two tabs celebrates; what is set on the page is checked."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlmodel import select

from learnconnect_app.adapters.database import Database
from learnconnect_app.models import Challenge, LearnerGoal
from learnconnect_app.pages.achievements.state import AchievementsState
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.streaks import record_activity
from learnconnect_app.ui.base_state import ShellState
from tests.running import START
from tests.ui.tabs import Server

pytestmark = pytest.mark.anyio


async def test_two_tabs_celebrate_a_medal_once(
    server: Server, installed: Database, learner: UUID
) -> None:
    with installed.transaction() as session:
        record_activity(session, user=get_user(session, learner), now=START, minutes=60, tasks=1)
    cookie = server.sign_in(learner)
    tabs = [server.open_tab(cookie), server.open_tab(cookie)]
    for tab in tabs:
        await tab.send(ShellState.celebrate)
    shown = [(await tab.state(ShellState)).celebrated for tab in tabs]
    assert [[medal.key for medal in each] for each in shown] == [["first_hour"], []]
    assert (await tabs[1].state(ShellState)).shell.medals == 0
    await tabs[0].send(ShellState.end_celebration)
    assert (await tabs[0].state(ShellState)).celebrated == ()


async def test_goals_are_kept_and_what_is_none_is_refused_beside_its_field(
    server: Server, installed: Database, learner: UUID
) -> None:
    tab = server.open_tab(server.sign_in(learner))
    for typed, kept, field in (
        ({"minutes_a_day": "45", "minutes_a_week": ""}, (45, None), ""),
        ({"minutes_a_day": "4", "minutes_a_week": "100"}, (45, None), "minutes_a_day"),
        ({"minutes_a_day": "", "minutes_a_week": "lots"}, (45, None), "minutes_a_week"),
        ({"minutes_a_day": "", "minutes_a_week": "300"}, (None, 300), ""),
    ):
        await tab.send(AchievementsState.save_goals, form=typed)
        state = await tab.state(AchievementsState)
        assert state.problem.field == field or not field
        with installed.reading() as session:
            row = session.exec(select(LearnerGoal)).one()
            assert (row.minutes_a_day, row.minutes_a_week) == kept
    assert (await tab.state(AchievementsState)).view.rings.week_goal == 300


async def test_a_challenge_is_chosen_and_let_go_by_its_learner_alone(
    server: Server, installed: Database, learner: UUID, other: UUID
) -> None:
    tab = server.open_tab(server.sign_in(learner))
    await tab.send(AchievementsState.choose, key="days")
    await server.open_tab(server.sign_in(other)).send(AchievementsState.drop)
    await tab.send(AchievementsState.choose, key="no-such")
    with installed.reading() as session:
        assert session.exec(select(Challenge.key)).one() == "days"
    await tab.send(AchievementsState.drop)
    with installed.reading() as session:
        assert session.exec(select(Challenge)).all() == []
