"""A mentor, and whoever has a link, tries everything there is: nothing is written, and nothing is
told beyond what is shown to them.

Every handler over the socket, and every route over HTTP, with everything of the learner's that
has an id.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlmodel import select

from learnconnect_app import wiring
from learnconnect_app.adapters.database import Database
from learnconnect_app.adapters.tokens import new_token, token_hash
from learnconnect_app.api.app import http_app
from learnconnect_app.models import Mentorship, OutboxMessage, ShareLink, StudySession
from learnconnect_app.services.mentorships import end_mentorship
from learnconnect_app.ui import gate
from tests.architecture.test_access import routes
from tests.running import Clock
from tests.ui.tabs import Server, Tab, eventually
from tests.ui.test_handlers import (
    EMAIL,
    HANDLERS,
    NAME,
    Rows,
    Victim,
    _call,
    _reads_its_path,
    attempts_at,
    everything,
    rows_of,
    sqlite_template,
    victim,
)

__all__ = ["sqlite_template", "victim"]

pytestmark = pytest.mark.anyio

NOTE = "Kedim Boncuk klavyeye oturdu"
LABEL = "Annem Zübeyde"
SHOWN = ["minutes"]


@dataclass(frozen=True)
class Door:
    """The two ways in to the victim's progress: as their mentor, and by a link."""

    mentorship_id: UUID
    link_id: UUID
    token: str

    @property
    def paths(self) -> tuple[str, str]:
        return f"/mentor/{self.mentorship_id}", f"/share/{self.token}"


@pytest.fixture
def door(installed: Database, victim: Victim, other: UUID, clock: Clock) -> Door:
    token, now = new_token(), clock()
    with installed.transaction() as session:
        mentorship = Mentorship(
            learner_id=victim.user_id,
            mentor_id=other,
            email="hoca@example.org",
            token_hash=token_hash(new_token()),
            shows=SHOWN,
            invited_at=now,
            accepted_at=now,
            expires_at=now,
        )
        link = ShareLink(
            user_id=victim.user_id,
            token_hash=token_hash(token),
            label=LABEL,
            shows=SHOWN,
            created_at=now,
            expires_at=now.replace(year=now.year + 1),
        )
        session.add_all([mentorship, link])
        mine = select(StudySession).where(StudySession.user_id == victim.user_id).limit(1)
        session.exec(mine).one().notes = NOTE
        session.flush()
        return Door(mentorship.id, link.id, token)


def hers(database: Database, victim: Victim) -> Rows:
    """All that is hers, but for the visits that are written down for her."""
    rows = rows_of(everything(database), victim.user_id)
    return {key: row for key, row in rows.items() if key[0] != "mentor_visit"}


def changed(before: Rows, after: Rows) -> set[tuple[str, Any]]:
    return {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}


def leaks(text: str, victim: Victim, named: object = None) -> list[str]:
    """What is hers and not shown. Her name is; an id that the caller named itself is no news."""
    ids = [str(each) for each in victim.ids if each != named]
    return [each for each in (EMAIL, NOTE, LABEL, *ids) if each in text]


# ---- the socket -------------------------------------------------------------------------------


async def test_no_handler_writes_or_tells_more_to_a_mentor(
    server: Server, installed: Database, victim: Victim, door: Door, other: UUID
) -> None:
    before = hers(installed, victim)
    tab = server.open_tab(server.sign_in(other))
    await _begin(tab)
    targets = (*victim.ids, door.link_id, door.mentorship_id)
    for name, registered in HANDLERS.items():
        for place, target in enumerate(targets if _names_something(registered) else targets[:2]):
            if target == door.mentorship_id and name.endswith("mentors_state.end"):
                continue  # leaving is the mentor's right; it is tried below
            tab.path = door.paths[place % 2]
            for arguments in attempts_at(registered, target):
                gate.budgets._times.clear()
                tab.received.clear()
                await _call(tab, name, registered, arguments)
                told = json.dumps(tab.received, ensure_ascii=False)
                assert not leaks(told, victim, target), f"{name}({arguments})"
    assert server.failures == []
    assert not changed(before, hers(installed, victim))


def _names_something(registered: Any) -> bool:
    """Whether an id can be handed in, or is read from the address."""
    return bool(registered.handler.fn.policy.arguments.model_fields) or _reads_its_path(registered)


async def _begin(tab: Tab) -> None:
    await tab.send(next(name for name in HANDLERS if name.endswith(".dismiss_error")))
    await eventually(lambda: tab.saw("is_hydrated"))


async def test_pages_of_a_mentor_hold_a_name_and_nothing_of_the_progress(
    server: Server, victim: Victim, door: Door, other: UUID
) -> None:
    """What is shown comes by HTTP alone, so the state cannot give away what is switched off."""
    tab = server.open_tab(server.sign_in(other))
    await _begin(tab)
    enter = next(name for name in HANDLERS if name.endswith("mentee_state.enter"))
    tab.path = door.paths[0]
    tab.received.clear()
    await tab.send(enter)
    assert tab.saw(NAME)
    told = json.dumps(tab.received, ensure_ascii=False)
    assert not leaks(told, victim)
    assert str(victim.user_id) not in told


def test_leaving_changes_the_mentorship_alone_and_she_is_told(
    installed: Database, victim: Victim, door: Door, other: UUID
) -> None:
    before = hers(installed, victim)
    wiring.perform(end_mentorship, user_id=other, mentorship_id=door.mentorship_id)
    found = changed(before, hers(installed, victim))
    assert ("mentorship", (door.mentorship_id,)) in found
    told = [key[0] for name, key in found if name == "outbox_message"]
    assert {name for name, _ in found} == {"mentorship", "outbox_message"}
    with installed.reading() as session:
        rules = {session.get_one(OutboxMessage, each).kind for each in told}
    assert rules == {"mentorship_ended"}


# ---- HTTP -------------------------------------------------------------------------------------

OF_THE_MACHINE = ("/outbox", "/metrics", "/readyz")
"""Of nobody; the first is there in development alone."""
OPERATIONS = ("start_task", "complete_task", "complete_session", "save_notes", "save_mood")


def requests(victim: Victim, door: Door) -> Iterator[tuple[str, str, Any]]:
    """Each route with each id of hers that fits into its address or its body."""
    for name, _ in routes(http_app()):
        method, path = name.split(" ")
        fields = re.findall(r"{(\w+)}", path)
        for target in victim.ids if fields else victim.ids[:1]:
            known = {"mentorship_id": target, "session_id": target, "token": door.token}
            address = path
            for field in fields:
                address = address.replace(f"{{{field}}}", str(known.get(field, "minutes")))
            yield method, address, _body(path, target)


def _body(path: str, target: UUID) -> Any:
    if path.endswith("/operations"):
        values = {"minutes": 40, "percent": 100, "notes": "x", "was": "", "mood": "tired"}
        ids = {"task_id": str(target), "session_id": str(target)}
        return {"operations": [{"id": str(target), "type": t, **ids, **values} for t in OPERATIONS]}
    return {"email": EMAIL, "shows": list(SHOWN), "label": "x", "days": 7, "locale": "en"}


@pytest.mark.parametrize("as_mentor", [True, False])
async def test_no_route_writes_or_tells_more(
    server: Server,
    installed: Database,
    victim: Victim,
    door: Door,
    other: UUID,
    as_mentor: bool,
) -> None:
    before = hers(installed, victim)
    headers = {"cookie": server.sign_in(other)} if as_mentor else {}
    transport = httpx.ASGITransport(app=http_app(), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="https://localhost") as client:
        for method, address, body in requests(victim, door):
            if as_mentor and _signs_out(method, address):
                continue
            if address in OF_THE_MACHINE:
                continue
            answer = await client.request(method, address, json=body, headers=headers)
            assert answer.status_code < 500, f"{method} {address}"
            told = answer.text.replace(address, "")
            assert not leaks(told, victim, _named_in(address, body, victim)), address
    assert not changed(before, hers(installed, victim))


def _signs_out(method: str, address: str) -> bool:
    """What would end the attempt; it is the mentor's own sign-in."""
    return "logout" in address or (method == "DELETE" and "/sessions" in address)


def _named_in(address: str, body: Any, victim: Victim) -> object:
    said = address + json.dumps(body)
    return next((each for each in victim.ids if str(each) in said), None)


async def test_both_doors_show_what_was_chosen_and_no_other_part(
    server: Server, installed: Database, victim: Victim, door: Door, other: UUID
) -> None:
    transport = httpx.ASGITransport(app=http_app())
    async with httpx.AsyncClient(transport=transport, base_url="https://localhost") as client:
        by_link = await client.get(f"/api/v1/share/{door.token}")
        cookie = {"cookie": server.sign_in(other)}
        by_mentor = await client.get(f"/api/v1/mentorships/{door.mentorship_id}", headers=cookie)
    for answer in (by_link, by_mentor):
        told = answer.json()
        assert {"name", "since", "day", "sentence", "until", "minutes"} == set(told)
        assert told["name"] == NAME
        assert not leaks(answer.text, victim)
        assert str(victim.user_id) not in answer.text
