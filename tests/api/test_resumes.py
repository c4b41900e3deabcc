"""A resume over HTTP: read and scored for its owner; hostile and foreign ones refused."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any
from uuid import uuid4

import anyio
import httpx
import pytest
from anyio import to_thread
from sqlmodel import select

from learnconnect_app.adapters.database import Database
from learnconnect_app.adapters.documents import MOST_BYTES
from learnconnect_app.api import resumes
from learnconnect_app.api.resumes import MOST
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.models import ResumeImpact
from tests.adapters.test_documents import a_docx, a_lying_bomb, a_pdf, an_archive, with_part
from tests.api.conftest import Browser

PATH = "/api/v1/resumes"
RESUME = next((Path(__file__).parent.parent / "resumes").glob("07_*.txt")).read_text()


def send(browser: Browser, data: bytes, **query: Any) -> httpx.Response:
    params = {"role": "frontend-developer"} | query
    headers = {"content-type": "application/octet-stream", "sec-fetch-site": "same-origin"}
    return browser.request("POST", PATH, content=data, params=params, headers=headers)


def kept(database: Database) -> list[ResumeImpact]:
    with database.reading() as session:
        return list(session.exec(select(ResumeImpact)))


@pytest.mark.parametrize(
    "data", [RESUME.encode(), a_docx(*RESUME.splitlines())], ids=["text", "docx"]
)
def test_resume_is_scored_alike_in_every_format(
    browser: Browser, installed: Database, data: bytes
) -> None:
    browser.register()
    assert send(browser, data).status_code == 201
    (row,) = kept(installed)
    assert (row.stage, row.language, row.score, row.text) == ("before", "en", 57.9, None)


def test_text_is_kept_when_it_is_asked_for(browser: Browser, installed: Database) -> None:
    browser.register()
    assert send(browser, RESUME.encode(), stage="after", is_kept="true").status_code == 201
    (row,) = kept(installed)
    assert (row.stage, row.text) == ("after", RESUME)


@pytest.mark.parametrize(
    ("data", "status", "code"),
    [
        (b"x" * (MOST_BYTES + 1), 422, "resume_too_large"),
        (b"x" * (MOST_BYTES + 2), 413, ""),
        (b"\x89PNG\r\n\x1a\n\0\0", 422, "resume_wrong_type"),
        (an_archive({"xl/workbook.xml": b""}), 422, "resume_wrong_type"),
        (with_part(a_docx("x"), "word/vbaProject.bin", b"macro"), 422, "resume_macros"),
        (a_lying_bomb(), 422, "resume_broken"),
        (b"%PDF-1.7 cut off", 422, "resume_broken"),
        (a_pdf(), 422, "resume_scanned"),
        (a_pdf("secret", password="x"), 422, "resume_encrypted"),
        (b"", 422, "resume_empty"),
        (b"CSS", 422, "resume_short"),
    ],
    ids=lambda value: str(value) if not isinstance(value, bytes) else "file",
)
def test_hostile_and_unreadable_files_are_refused_in_words(
    browser: Browser, installed: Database, data: bytes, status: int, code: str
) -> None:
    browser.register()
    answer = send(browser, data)
    assert answer.status_code == status
    told = answer.json()
    assert not code or told["code"] == code or code in str(told)
    assert told["title"]
    assert kept(installed) == []


def test_hundred_megabytes_are_cut_off_early(browser: Browser, installed: Database) -> None:
    browser.register()
    assert send(browser, b"x" * 100_000_000).status_code == 413


def test_visitor_and_foreign_page_are_refused(browser: Browser, installed: Database) -> None:
    assert send(browser, RESUME.encode()).status_code == 401
    browser.register()
    foreign = browser.request(
        "POST",
        PATH,
        content=RESUME.encode(),
        params={"role": "frontend-developer"},
        headers={"sec-fetch-site": "cross-site"},
    )
    assert foreign.status_code == 403
    assert kept(installed) == []


@pytest.mark.parametrize("query", [{"role": "nothing"}, {"stage": "later"}, {"role": "x" * 61}])
def test_what_is_asked_for_must_exist(
    browser: Browser, installed: Database, query: dict[str, str]
) -> None:
    browser.register()
    assert send(browser, RESUME.encode(), **query).status_code in (404, 422)
    assert kept(installed) == []


def test_readings_are_limited(browser: Browser, installed: Database) -> None:
    browser.register()
    codes = [send(browser, b"CSS").status_code for _ in range(MOST + 1)]
    assert codes == [422] * MOST + [429]


def test_learner_reads_one_at_a_time_and_who_waits_holds_no_thread(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    is_done = threading.Event()
    monkeypatch.setattr(resumes, "text_of", lambda data: is_done.wait() and data.decode())
    most = resumes.READERS + resumes.MOST_WAITING

    async def crowd() -> None:
        try:
            async with anyio.create_task_group() as group:
                people = [uuid4() for _ in range(most)]
                for one in people:
                    group.start_soon(resumes.read_in_turn, one, b"CSS")
                await anyio.wait_all_tasks_blocked()
                for late in (people[0], people[-1], uuid4()):
                    with pytest.raises(DomainError, match="too_fast"):
                        await resumes.read_in_turn(late, b"CSS")
                assert to_thread.current_default_thread_limiter().borrowed_tokens == 0
                is_done.set()
            assert await resumes.read_in_turn(people[0], b"CSS") == "CSS"
        finally:
            is_done.set()

    anyio.run(crowd)
