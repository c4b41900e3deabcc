"""Work done without a connection over HTTP: contract, refusals, what stays in the queue."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import col, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.models import DailyTask, Operation, PlanChange, StudySession, User
from learnconnect_app.services import operations, overdue_plans
from learnconnect_app.ui import live
from tests.api.conftest import Browser, NewBrowser
from tests.factories import MONDAY, a_plan, a_study_plan, days_of, sessions_of
from tests.offline import proven
from tests.running import Clock
from tests.study_factories import a_session, lessons_of

PATH, BUNDLE = "/api/v1/operations", "/api/v1/offline"
OTHER = str(uuid.uuid4())


@pytest.fixture
def task(browser: Browser, installed: Database, clock: Clock) -> DailyTask:
    """The open day of Ayşe's plan."""
    browser.register()
    with installed.transaction() as session:
        user = session.exec(select(User)).one()
        return days_of(session, a_plan(session, user, now=clock.moment))[0]


@pytest.fixture
def queued(task: DailyTask, installed: Database, clock: Clock) -> Callable[..., dict[str, Any]]:
    with installed.reading() as session:
        owner = str(session.exec(select(User.id)).one())

    def operation(**differently: Any) -> dict[str, Any]:
        return {
            "id": str(uuid.uuid4()),
            "for_user": owner,
            "done_at": clock.moment.isoformat(),
            "type": "complete_task",
            "task_id": str(task.id),
        } | differently

    return operation


Queued = Callable[..., dict[str, Any]]


def send(browser: Browser, *operations: dict[str, Any], **more: Any) -> list[dict[str, Any]]:
    answer = browser.post(PATH, json={"operations": operations, **more})
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["answers"]
    assert [each["id"] for each in found] == [each["id"] for each in operations]
    return found


def test_each_is_answered_in_its_order_and_one_refused_does_not_stop_the_next(
    browser: Browser, queued: Queued
) -> None:
    missing = queued(task_id=str(uuid.uuid4()))
    start, done = queued(type="start_task"), queued()
    answers = send(browser, start, missing, done)
    assert [each["status"] for each in answers] == ["applied", "refused", "applied"]
    assert answers[1]["code"] == "not_found"
    assert answers[1]["message"] == "That does not exist, or it is not yours."
    assert answers[2]["values"]["xp"] == 15
    assert browser.get("/api/v1/me").json()["xp_total"] == 15


def test_what_is_said_about_a_dropped_session_waits_for_the_end_that_brings_it_back(
    browser: Browser, installed: Database, clock: Clock, queued: Queued
) -> None:
    """A device queues notes and mood first, as the page has them; answers keep its order."""
    with installed.transaction() as session:
        plan = a_study_plan(session, session.exec(select(User)).one(), now=clock.moment)
        row = a_session(session, plan, lessons_of(session)[0])
        known = {name: str(value) for name, value in proven(row).items()}
        session.delete(row)

    def about(kind: str, **more: Any) -> dict[str, Any]:
        operation = queued(type=kind, **known, **more)
        return {name: operation[name] for name in operation if name != "task_id"}

    mood = about("save_mood", mood="tired")
    del mood["proof"]
    sent = [about("save_notes", notes="mine"), mood, about("complete_session", seconds=600)]
    answers = send(browser, *sent)
    assert [each["codes"] for each in answers] == [[], [], ["session_dropped"]]
    with installed.reading() as session:
        here = session.get_one(StudySession, uuid.UUID(known["session_id"]))
        assert (here.status, here.notes, here.mood) == ("done", "mine", "tired")


def test_a_request_repeated_is_answered_as_before(browser: Browser, queued: Queued) -> None:
    sent = [queued(type="start_task"), queued(), queued()]
    first = send(browser, *sent)
    assert [each["code"] for each in first] == ["", "", "done_already"]
    assert [send(browser, *sent) for _ in range(3)] == [first] * 3
    assert browser.get("/api/v1/me").json()["xp_total"] == 15


def test_messages_are_in_the_language_of_the_account(browser: Browser, queued: Queued) -> None:
    browser.patch("/api/v1/me", json={"locale": "tr"})
    send(browser, queued())
    assert send(browser, queued())[0]["message"].startswith("Bu, başka bir cihazda")


def test_another_accounts_work_waits_for_its_owner(
    browser: Browser, new_browser: NewBrowser, queued: Queued, installed: Database
) -> None:
    other, operation = new_browser("10.0.0.9"), queued()
    other.register(email="can@example.org")
    answer = send(other, operation)[0]
    assert (answer["code"], answer["keep"]) == ("other_account", True)
    with installed.reading() as session:
        assert session.exec(select(Operation)).all() == []
    assert send(browser, operation)[0]["status"] == "applied"


def test_what_breaks_is_kept_and_does_not_stop_the_next(
    browser: Browser,
    queued: Queued,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    real = operations.apply_operation
    broken, start = queued(), queued(type="start_task")

    def breaks(*args: Any, **named: Any) -> Any:
        if str(named["sent"].id) == broken["id"]:
            raise OSError("a secret path")
        return real(*args, **named)

    monkeypatch.setattr(operations, "apply_operation", breaks)
    first, second = send(browser, broken, start)
    assert (first["code"], first["keep"], second["status"]) == ("unexpected", True, "applied")
    assert first["values"]["incident"] in first["message"]
    assert first["values"]["incident"] in caplog.text
    assert "secret" not in str(first)
    monkeypatch.setattr(operations, "apply_operation", real)
    assert send(browser, broken)[0]["status"] == "applied"


@pytest.mark.parametrize("with_what", ["the same request", "a page"])
def test_a_plan_that_was_not_made_again_is_made_with_whatever_comes_next(
    browser: Browser,
    queued: Queued,
    installed: Database,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    with_what: str,
) -> None:
    """A dying process, a mistake of ours: the work has arrived all the same."""
    with installed.transaction() as session:
        user = session.exec(select(User)).one()
        plan = a_study_plan(session, user, weekday_minutes=(200,) * 7, now=clock.moment)
        known = {
            name: str(each)
            for name, each in proven(sessions_of(session, plan, day=MONDAY)[0]).items()
        }
    done = queued(type="complete_session", **known)
    del done["task_id"]
    clock.forward(days=1)
    browser.get(BUNDLE)  # the day is settled: it was missed
    assert changes(installed) == ["activated", "missed"]

    def dies(*_args: Any, **_named: Any) -> Any:
        raise OSError

    with monkeypatch.context() as broken:
        broken.setattr(overdue_plans, "plan_around", dies)
        assert send(browser, done)[0]["code"] == "session_missed"
    assert "was not made" in caplog.text
    assert changes(installed) == ["activated", "missed"]
    if with_what == "a page":
        browser.get(BUNDLE)
    else:
        assert send(browser, done)[0]["code"] == "session_missed"
    assert changes(installed) == ["activated", "missed", "adapted"]
    send(browser, done)
    browser.get(BUNDLE)
    assert len(changes(installed)) == 3


def changes(installed: Database) -> list[str]:
    """Kinds of the study plan's, in their order."""
    with installed.reading() as session:
        found = session.exec(select(PlanChange.kind).order_by(col(PlanChange.number)))
        return list(found)


def test_other_tabs_are_told_once_something_was_new(
    browser: Browser, queued: Queued, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[uuid.UUID] = []
    monkeypatch.setattr(live, "publish", lambda user_id, **_: told.append(user_id))
    operation = queued()
    send(browser, operation)
    assert told == [uuid.UUID(operation["for_user"])]
    send(browser, operation)
    send(browser, queued(task_id=str(uuid.uuid4())))
    assert len(told) == 1


@pytest.mark.parametrize(
    ("wrong", "fields"),
    [
        ({"type": "buy_points"}, ["type"]),
        ({"type": None}, ["type"]),
        ({"done_at": "2026-03-02T09:00:00"}, ["done_at"]),
        ({"done_at": "0001-01-01T00:00:00Z"}, ["done_at"]),
        ({"for_user": "me"}, ["for_user"]),
        ({"task_id": "no-id"}, ["task_id"]),
        ({"xp": 1000}, ["xp"]),
        ({"type": "save_notes", "session_id": OTHER, "notes": "a" * 4001}, ["notes"]),
        ({"type": "save_mood"}, ["mood", "session_id"]),
        ({"type": "answer_mistake", "mistake_id": OTHER, "stamp": "x", "response": True}, None),
    ],
)
def test_what_is_no_operation_is_refused_by_itself_and_the_others_are_applied(
    browser: Browser, queued: Queued, wrong: dict[str, Any], fields: list[str] | None
) -> None:
    good, bad = queued(), queued() | wrong
    if bad["type"] in ("save_notes", "save_mood", "answer_mistake"):
        del bad["task_id"]
    refused, applied = send(browser, bad, good)
    assert applied["status"] == "applied"
    assert (refused["status"], refused["code"], refused["keep"]) == (
        "refused",
        "bad_request",
        False,
    )
    assert refused["message"] == "That could not be understood. Please try again."
    if fields:
        assert sorted(refused["values"]["fields"]) == fields
    assert browser.get("/api/v1/me").json()["xp_total"] == 15


@pytest.mark.parametrize("wrong", [{"id": "no-id"}, {"id": 5}, {"id": None}])
def test_without_an_id_there_is_no_answer_so_nothing_is_applied(
    browser: Browser, queued: Queued, wrong: dict[str, Any]
) -> None:
    answer = browser.post(PATH, json={"operations": [queued(), queued() | wrong]})
    assert (answer.status_code, answer.json()["code"]) == (422, "bad_request")
    odd: Any
    for odd in ("text", 5, None, [], {}):
        assert browser.post(PATH, json={"operations": [queued(), odd]}).status_code == 422
    assert browser.get("/api/v1/me").json()["xp_total"] == 0


def test_whose_it_is_and_when_it_was_done_need_not_be_said(
    browser: Browser, queued: Queued, installed: Database, clock: Clock
) -> None:
    operation = queued()
    del operation["for_user"], operation["done_at"]
    sent_at = (clock.moment - timedelta(days=2)).isoformat()
    first = send(browser, operation, sent_at=sent_at)
    assert (first[0]["status"], first[0]["codes"]) == ("applied", [])
    with installed.reading() as session:
        kept = session.exec(select(Operation)).one()
        assert kept.done_at == kept.received_at == clock.moment
    clock.forward(minutes=1)
    assert send(browser, operation) == first


@pytest.mark.parametrize("text", ["a\\u0000b", "a\\ud800b"])
def test_what_no_database_keeps_is_no_text(browser: Browser, queued: Queued, text: str) -> None:
    operation = queued(type="save_notes", session_id=OTHER, notes="TEXT")
    del operation["task_id"]
    body = str({"operations": [operation]}).replace("'", '"').replace("TEXT", text)
    answer = browser.post(PATH, content=body, headers={"content-type": "application/json"})
    assert list(answer.json()["answers"][0]["values"]["fields"]) == ["notes"]


def test_a_hundred_at_once_are_taken_and_no_more(browser: Browser, queued: Queued) -> None:
    sent = [queued(type="start_task") for _ in range(101)]
    assert browser.post(PATH, json={"operations": sent}).status_code == 422
    assert {each["status"] for each in send(browser, *sent[:100])} == {"applied"}
    assert send(browser) == []


def test_writes_from_other_sites_and_visitors_are_refused(
    browser: Browser, new_browser: NewBrowser, queued: Queued
) -> None:
    body = {"operations": [queued()]}
    foreign = browser.post(PATH, json=body, headers={"sec-fetch-site": "cross-site"})
    assert (foreign.status_code, foreign.json()["code"]) == (403, "foreign_origin")
    visitor = new_browser("10.0.0.8").post(PATH, json=body)
    assert (visitor.status_code, visitor.json()["code"]) == (401, "signed_out")
    assert browser.get("/api/v1/me").json()["xp_total"] == 0


def test_sixty_requests_in_five_minutes_are_taken(
    browser: Browser, queued: Queued, clock: Clock
) -> None:
    answers = [browser.post(PATH, json={"operations": []}) for _ in range(61)]
    assert [each.status_code for each in answers] == [200] * 60 + [429]
    clock.forward(seconds=int(answers[-1].headers["retry-after"]))
    assert send(browser) == []
