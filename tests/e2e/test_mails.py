"""Mails as they are read: on phones and beside others, in light and dark, by whoever reads them;
and the way out of them."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect
from sqlmodel import select

from learnconnect_app.domain.unsubscribing import ALL_MAIL, WayOut, token_of
from learnconnect_app.locales import message
from learnconnect_app.models import OutboxMessage, ReminderSwitch, User
from learnconnect_app.settings import signing_key
from tests.e2e.conftest import SIZES, App, Learner
from tests.mails import KINDS, LOCALES, a_mail, params_of

pytestmark = pytest.mark.browser

WIDTHS = (390, 640)
THEMES = ("light", "dark")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
"""Without best practices: landmarks and the like belong to the page that shows the mail."""
PROBES = ("h1", "p.muted, td.muted", "a.link", "a.button")
EVERY = pytest.mark.parametrize(("kind", "locale"), [(k, x) for k in KINDS for x in LOCALES])


@pytest.fixture(scope="module")
def programs(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    yield context
    context.close()


@pytest.fixture
def reader(programs: BrowserContext) -> Iterator[Page]:
    """A mail program that loads what it is told to; when the test is over it was told nothing."""
    asked: list[str] = []
    page = programs.new_page()
    page.on("request", lambda request: asked.append(request.url))
    yield page
    page.close()
    assert asked == []


def violations(page: Page) -> list[str]:
    found = Axe().run(page, options={"runOnly": TAGS}).response["violations"]
    return [f"{each['id']}: {node['html'][:200]}" for each in found for node in each["nodes"]]


def width_too_much(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))


@EVERY
def test_mail_is_read_on_any_screen_in_any_theme(reader: Page, kind: str, locale: str) -> None:
    reader.set_content(a_mail(kind, locale).html)
    assert reader.locator("h1").count() == 1
    for width in WIDTHS:
        reader.set_viewport_size({"width": width, "height": 800})
        assert width_too_much(reader) <= 0
        button = reader.locator("a.button").bounding_box()
        assert button
        assert button["height"] >= 44
        for theme in THEMES:
            reader.emulate_media(color_scheme=theme)
            assert violations(reader) == []


def test_word_that_never_ends_stays_on_the_screen(reader: Page) -> None:
    endless = {"first": "x" * 300, "duration": "1 h", "n": 1, "plan": "y" * 300}
    items = [{"kind": kind, "params": endless} for kind in ("missed_day", "paused_long")]
    reader.set_viewport_size({"width": 390, "height": 800})
    for mail in (a_mail("missed_day", params=endless), a_mail("digest", params={"items": items})):
        reader.set_content(mail.html)
        assert width_too_much(reader) <= 0


@pytest.mark.parametrize("kind", KINDS)
def test_mail_is_read_where_style_sheets_are_thrown_away(reader: Page, kind: str) -> None:
    """What stands inline is enough: some programs keep nothing else."""
    html = a_mail(kind, "tr").html
    reader.set_content(re.sub(r"<style>.*?</style>|class=\"[^\"]*\"", "", html, flags=re.DOTALL))
    assert width_too_much(reader) <= 0
    assert violations(reader) == []


def by_choosing_colours(page: Page) -> None:
    """As Gmail on Android and Outlook: what is dark already stays."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setAutoDarkModeOverride", {"enabled": True})


def by_turning_all_around(page: Page) -> None:
    """As Gmail on iOS."""
    page.add_style_tag(content="html { background: #fff; filter: invert(1) hue-rotate(180deg); }")


@pytest.mark.parametrize("darkens", [by_choosing_colours, by_turning_all_around])
@pytest.mark.parametrize("kind", KINDS)
def test_mail_is_read_where_the_program_darkens_it_itself(
    reader: Page, kind: str, darkens: Callable[[Page], None]
) -> None:
    """And asks nobody: it looks at our light colours alone."""
    html = a_mail(kind, "tr").html
    aware = r"<style>.*?</style>|<meta name=\"[^\"]*scheme[^>]*>"
    reader.set_content(re.sub(aware, "", html, flags=re.DOTALL))
    ground = {"x": 0, "y": 0, "width": 8, "height": 8}
    texts = [each.evaluate(BOX_OF_TEXT) for probe in PROBES for each in reader.locator(probe).all()]
    ((_, bright),) = painted(reader, [ground])
    darkens(reader)
    (_, dark), *found = painted(reader, [ground, *texts])
    assert dark < bright / 4
    assert min((light + 0.05) / (dark + 0.05) for dark, light in found) >= 4.5


BOX_OF_TEXT = """(element) => {
  const range = document.createRange();
  range.selectNodeContents(element);
  const { x, y, width, height } = range.getBoundingClientRect();
  return { x: x + scrollX, y: y + scrollY, width, height };
}"""
PAINTED = """async ([png, boxes]) => {
  const image = new Image();
  image.src = `data:image/png;base64,${png}`;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), {
    width: image.width, height: image.height });
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.drawImage(image, 0, 0);
  const linear = (value) => (value /= 255) <= 0.04045
    ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  return boxes.map(({ x, y, width, height }) => {
    const { data } = context.getImageData(x, y, width, height);
    let [least, most] = [1, 0];
    for (let at = 0; at < data.length; at += 4) {
      const now = 0.2126 * linear(data[at]) + 0.7152 * linear(data[at + 1])
        + 0.0722 * linear(data[at + 2]);
      [least, most] = [Math.min(least, now), Math.max(most, now)];
    }
    return [least, most];
  });
}"""


def painted(page: Page, boxes: Sequence[Any]) -> list[tuple[float, float]]:
    """Luminance of the darkest and the lightest pixel in each: of a text and what is behind it."""
    png = base64.b64encode(page.screenshot(full_page=True)).decode()
    judge = page.context.new_page()
    found: list[tuple[float, float]] = judge.evaluate(PAINTED, [png, list(boxes)])
    judge.close()
    return found


# ---- in the application -----------------------------------------------------------------------


def user_id_of(app: App, learner: Learner) -> UUID:
    with app.database.reading() as session:
        return session.exec(select(User.id).where(User.email == learner.email)).one()


def test_outbox_shows_mails_as_they_look(app: App, learner: Learner) -> None:
    learner.has_account(language="tr")
    now = datetime.now(UTC)
    with app.database.transaction() as session:
        session.add_all(
            OutboxMessage(
                user_id=user_id_of(app, learner),
                channel="mail",
                kind=kind,
                recipient=learner.email,
                locale="tr",
                params=params_of(kind, "tr"),
                dedupe_key=f"{kind}:{learner.email}",
                status="sent",
                due_at=now,
                created_at=now,
            )
            for kind in ("weekly_report", "digest")
        )
    page = learner.visit()
    page.goto("/outbox")
    mail = page.locator("article", has_text=learner.email).filter(has=page.locator("[srcdoc]"))
    report = mail.and_(page.locator("[data-kind=weekly_report]"))
    report.locator("summary").click()
    expect(report.locator("pre")).to_contain_text(message("tr", "mail.report.score"))
    shown = report.frame_locator("iframe")
    expect(shown.locator("h1")).to_be_visible()
    shown.locator("a.button").click()
    page.wait_for_url(re.compile(r"/login\?next=|/reports"))


def unsubscribe_address(app: App, learner: Learner, rule: str) -> str:
    token = token_of(WayOut(user_id_of(app, learner), rule), signing_key())
    return f"/unsubscribe/{token}"


@pytest.mark.parametrize("language", LOCALES)
@pytest.mark.parametrize("rule", ["weekly_report", ALL_MAIL])
def test_mails_are_ended_and_begun_again_by_anyone_with_the_link(
    app: App, learner: Learner, language: str, rule: str
) -> None:
    learner.has_account(language=language)
    page = learner.visit(size="phone")
    page.goto(unsubscribe_address(app, learner, rule))
    expect_readable(page)
    page.keyboard.press("Tab")
    expect(page.locator("main button").first).to_be_focused()
    page.keyboard.press("Enter")
    again = "resume" if rule else "resume_all"
    button = page.locator(f"button[value={again}]")
    expect(button).to_be_visible()
    expect_readable(page)
    button.click()
    expect(button).to_have_count(0)
    with app.database.reading() as session:
        user_id = user_id_of(app, learner)
        own = select(ReminderSwitch).where(ReminderSwitch.user_id == user_id)
        assert not session.exec(own).all()


def test_link_that_is_none_is_told_so(learner: Learner) -> None:
    learner.expects("404")
    page = learner.visit(language="tr")
    page.goto("/unsubscribe/nothing")
    expect(page.locator("h1")).to_have_text(message("tr", "mail.unsubscribe.unknown"))
    expect_readable(page)


def expect_readable(page: Page) -> None:
    """In every size and theme, best practices included: this page is our own."""
    for viewport in SIZES.values():
        page.set_viewport_size(viewport)
        for theme in THEMES:
            page.emulate_media(color_scheme=theme)  # type: ignore[arg-type]
            found = Axe().run(page, options={"runOnly": [*TAGS, "best-practice"]})
            assert found.response["violations"] == []
            assert width_too_much(page) <= 0
