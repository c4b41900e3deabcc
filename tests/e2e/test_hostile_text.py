"""No script of others runs: hostile names are text, and every page has a strict policy."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from learnconnect_app.domain.accounts import LONGEST_NAME, checked_name
from tests.e2e.conftest import App, Learner
from tests.e2e.screens import HomeScreen, SettingsScreen
from tests.e2e.stage import PASSWORD

pytestmark = pytest.mark.browser

PAYLOADS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<body/onload=alert(1)>",
    "<iframe/src=javascript:alert(1)>",
    "<a/href=javascript:alert(1)>x</a>",
    "<details/open/ontoggle=alert(1)>",
    "<input/autofocus/onfocus=alert(1)>",
    "<video><source/onerror=alert(1)></video>",
    "<math><mtext><style><img/src=x/onerror=alert(1)>",
    "<style>@import'//evil.example'</style>",
    "<link/rel=stylesheet/href=//evil.example>",
    "<base/href=//evil.example/>",
    "<meta/http-equiv=refresh/content=0;url=//evil.example>",
    "<form/action=//evil.example><button>",
    "<object/data=javascript:alert(1)>",
    "<embed/src=javascript:alert(1)>",
    '"><script>alert(1)</script>',
    "'><img/src=x/onerror=alert(1)>",
    '"/onmouseover=alert(1)/autofocus/onfocus=alert(1)/x="',
    "</title><script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "javascript:alert(1)//",
    "${alert(1)}`${alert(1)}`",
    "{{constructor.constructor('alert(1)')()}}",
    "{alert(1)}{name}{0}$&$1%s%(name)s",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "<ſcript/src=//evil.example></ſcript>",
    "__proto__",
    '<noscript><p/title="</noscript><img/src=x/onerror=alert(1)>',
)
ADDRESSES = (
    *("/", "/login", "/home", "/plan", "/plan/new"),
    *("/notifications", "/settings", "/test/x", "/no"),
)


def test_there_are_thirty_payloads_that_fit_a_name() -> None:
    fitting = {each for each in PAYLOADS if len(each) <= LONGEST_NAME}
    assert fitting == set(PAYLOADS)
    assert len(fitting) >= 30


def show(app: App, learner: Learner, page: Page, name: str, number: int) -> None:
    app.stage.forget_tries()
    page.context.clear_cookies()
    answer = page.request.post(
        "/api/v1/auth/register",
        data={"email": f"{number}-{learner.email}", "password": PASSWORD, "display_name": name},
    )
    assert answer.status == 201, answer.text()
    shown = checked_name(name)
    home = HomeScreen(page).open()
    expect(home.page.locator("h1")).to_contain_text(shown.split(" ")[0])
    SettingsScreen(page).open()
    expect(page.get_by_test_id("display-name")).to_have_value(shown)


@pytest.mark.parametrize("part", range(4))
def test_a_hostile_name_is_shown_as_it_was_written(app: App, learner: Learner, part: int) -> None:
    page = learner.visit()
    hosts: set[str] = set()
    page.on("request", lambda request: hosts.add(request.url.split("/")[2]))
    for number, payload in list(enumerate(PAYLOADS))[part::4]:
        show(app, learner, page, payload, number)
    assert hosts == {app.url.removeprefix("http://")}
    # that no dialog opened and no policy was broken is held by the fixture


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_policy_of_a_page_lets_no_foreign_script_run(learner: Learner, address: str) -> None:
    answer = learner.has_account().signed_in().request.get(address)
    parts = dict(
        part.strip().split(" ", 1) for part in answer.headers["content-security-policy"].split(";")
    )
    assert parts["default-src"] == "'self'"
    assert "unsafe" not in parts["script-src"]
    assert all(
        each == "'self'" or each.startswith("'sha256-") for each in parts["script-src"].split()
    )
    for name in ("object-src", "base-uri", "frame-ancestors"):
        assert parts[name] == "'none'"


def test_a_script_that_gets_into_a_page_is_stopped_and_noticed(learner: Learner) -> None:
    page = learner.has_account().signed_in()
    HomeScreen(page).open()
    learner.expects(r"CSP: script-src|Content Security Policy|/none\.png")
    with page.expect_console_message(lambda message: message.text.startswith("CSP: script-src")):
        page.evaluate(
            """() => {
              const script = document.createElement("script");
              script.textContent = "window.ran = true";
              document.body.append(script);
            }"""
        )
    with page.expect_console_message(lambda message: message.text.startswith("CSP: script-src")):
        page.evaluate(
            """() => {
              const image = document.createElement("img");
              image.setAttribute("onerror", "window.ran = true");
              image.src = "/none.png";
              document.body.append(image);
            }"""
        )
    # a function: an expression would be evaluated again, which the policy forbids as well
    page.wait_for_function("() => document.images[document.images.length - 1].complete")
    assert page.evaluate("window.ran") is None
