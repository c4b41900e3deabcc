"""The goal wizard in one tab, while another one was first."""

from __future__ import annotations

from uuid import UUID

import pytest

from learnconnect_app.pages.goals.state import GoalState
from tests.ui.tabs import Server

pytestmark = pytest.mark.anyio


async def test_a_plan_that_another_tab_activated_is_shown_and_nothing_is_missing(
    server: Server, learner: UUID
) -> None:
    tab = server.open_tab(server.sign_in(learner))  # the draft it shows is a plan by now
    await tab.send(GoalState.start)
    assert tab.redirects() == ["/study"]
    assert (await tab.state(GoalState)).error.code == ""
