"""A running LearnConnect, a real Chromium, and learners in it.

The web process and the scheduler run as `make run` starts them, on a free port and a database of
their own. A page that prints an error to the console, opens a dialog of a script's, or breaks the
content security policy, fails its test.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Page,
    Playwright,
    expect,
    sync_playwright,
)

from learnconnect_app.adapters.database import Database
from learnconnect_app.devtools.chromium import ARGUMENTS, find_chromium
from learnconnect_app.devtools.running import ROOT, free_port, wait_until_ready
from learnconnect_app.ui.gate import SESSION_COOKIE
from tests.e2e.oracle import Oracle
from tests.e2e.stage import Stage

SIZES = {"phone": {"width": 390, "height": 844}, "desktop": {"width": 1440, "height": 900}}
PARTS = ("learnconnect_app.devtools.serve", "learnconnect_app.scheduler")
REFUSED_FORM = re.compile(r"the server responded with a status of 4\d\d .*/api/v1/auth/")
"""The browser's own line about a form that came back with sentences beside its fields."""
NOT_KEPT = re.compile(r"the server responded with a status of 401 .*/api/v1/offline")
"""The browser's own line when the plan to keep for a day without a network was asked for in the
background, as it is at any time, and nobody was signed in, or no longer."""
REPORT_VIOLATIONS = """
addEventListener("securitypolicyviolation", (event) =>
  console.error(`CSP: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""

expect.set_options(timeout=10_000)


@dataclass(frozen=True)
class App:
    url: str
    oracle: Oracle
    stage: Stage
    database: Database
    log: Path


@contextmanager
def running(folder: Path, **more: str) -> Iterator[App]:
    """The web process and the scheduler on the build that is there, ready; ``more``: of their
    environment."""
    port, address = free_port(), f"sqlite:///{folder / 'e2e.db'}"
    environment = {
        **os.environ,
        "PORT": str(port),
        "LEARNCONNECT_DATABASE_URL": address,
        "LEARNCONNECT_ENV": "test",
        "PYTHONPATH": str(ROOT),
        "PYTHONUNBUFFERED": "1",
        **more,
    }

    def run(*command: str) -> None:
        subprocess.run([sys.executable, *command], cwd=ROOT, env=environment, check=True)

    run("-m", "alembic", "-c", "alembic/alembic.ini", "upgrade", "head")
    run("-m", "learnconnect_app.devtools.load_content")
    url, database, path = f"http://localhost:{port}", Database(address), folder / "app.log"
    with path.open("w") as log:
        processes = [
            subprocess.Popen(
                [sys.executable, "-m", part],
                cwd=ROOT,
                env=environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
            for part in PARTS
        ]
        try:
            wait_until_ready(url)
            yield App(url, Oracle(database), Stage(database), database, path)
        finally:
            database.dispose()
            for process in processes:
                process.terminate()
            for process in processes:
                process.wait(timeout=20)


@pytest.fixture(scope="session")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """The web process and the scheduler, ready."""
    folder = tmp_path_factory.mktemp("app")
    environment = {**os.environ, "LEARNCONNECT_ENV": "test", "PYTHONPATH": str(ROOT)}
    build = [sys.executable, "-m", "learnconnect_app.devtools.build"]
    subprocess.run(build, cwd=ROOT, env=environment, check=True)
    with running(folder) as app:
        yield app


@pytest.fixture(scope="session")
def playwright_() -> Iterator[Playwright]:
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright_: Playwright) -> Iterator[Browser]:
    browser = playwright_.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
    yield browser
    browser.close()


class Learner:
    """A person, the account they may have, and the browsers they use."""

    def __init__(self, app: App, browser: Browser) -> None:
        self.app, self._browser = app, browser
        self.email = f"{uuid.uuid4().hex[:12]}@learn.example"
        self.contexts: list[BrowserContext] = []
        self.complaints: list[str] = []
        self._expected: list[re.Pattern[str]] = [REFUSED_FORM, NOT_KEPT]

    def visit(
        self,
        *,
        size: str = "desktop",
        language: str = "en",
        theme: str = "light",
        reduced_motion: bool = True,
        trusts_all: bool = False,
    ) -> Page:
        """A page of a new browser of this learner, not signed in. ``trusts_all``: also of servers
        whose certificate nobody has signed."""
        context = self._browser.new_context(
            base_url=self.app.url,
            viewport=SIZES[size],
            locale="tr-TR" if language == "tr" else "en-GB",
            timezone_id="Europe/Istanbul",
            color_scheme=theme,
            has_touch=size == "phone",
            reduced_motion="reduce" if reduced_motion else "no-preference",
            ignore_https_errors=trusts_all,
        )
        context.set_default_timeout(15_000)
        context.add_init_script(REPORT_VIOLATIONS)
        context.on("console", self._listen)
        context.on("weberror", lambda error: self._complain(f"page error: {error.error}"))
        context.on("page", lambda page: page.on("dialog", self._refuse_dialog))
        self.contexts.append(context)
        return context.new_page()

    def has_account(
        self, *, name: str = "Ada Işık", language: str = "en", timezone: str = "Europe/Istanbul"
    ) -> Learner:
        self.app.stage.account(self.email, name=name, locale=language, timezone=timezone)
        return self

    def signed_in(self, *, language: str = "en", **visit: str | bool) -> Page:
        """A page of a new browser that is signed in."""
        page = self.visit(language=language, **visit)  # type: ignore[arg-type]
        self.sign_in(page)
        return page

    def sign_in(self, page: Page) -> None:
        token = self.app.stage.session_token(self.email)
        secure = self.app.url.replace("http:", "https:")  # as browsers take localhost to be
        page.context.add_cookies([{"name": SESSION_COOKIE, "value": token, "url": secure}])

    def expects(self, complaint: str) -> None:
        """This complaint of the browser belongs to what is tested."""
        self._expected.append(re.compile(complaint))

    def _listen(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._complain(f"{message.text} {message.location.get('url', '')}")

    def _refuse_dialog(self, dialog: Dialog) -> None:
        self._complain(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _complain(self, text: str) -> None:
        if not any(expected.search(text) for expected in self._expected):
            self.complaints.append(text)


@pytest.fixture
def learners(app: App, browser: Browser) -> Iterator[Callable[[], Learner]]:
    """Makes learners; when the test is over none of their browsers may have complained."""
    made: list[Learner] = []

    def make() -> Learner:
        made.append(Learner(app, browser))
        return made[-1]

    yield make
    for learner in made:
        for context in learner.contexts:
            context.close()
    assert [complaint for learner in made for complaint in learner.complaints] == []


@pytest.fixture
def learner(learners: Callable[[], Learner]) -> Learner:
    return learners()
