"""Points in the browser: a theme is redeemed and worn, what is too dear says so kindly, and an
operator's codes reach a learner."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, expect
from sqlmodel import select

from learnconnect_app.locales import message
from learnconnect_app.models import Redemption, User
from tests.e2e.conftest import App, Learner
from tests.e2e.screens import HomeScreen, Screen
from tests.e2e.test_accessibility import expect_accessible
from tests.shop import with_points

pytestmark = pytest.mark.browser

LOOKS = [
    {"size": "phone", "language": "tr", "theme": "light"},
    {"size": "desktop", "language": "en", "theme": "dark"},
]
ROOT = "html"
FIRST_ACCENT = """document.addEventListener("readystatechange", () => {
  if (document.readyState === "interactive") {  // no module has run yet
    window.firstAccent = document.documentElement.dataset.accent;
  }
});"""


class RewardsScreen(Screen):
    path = "/rewards"

    def reward(self, **traits: str) -> Locator:
        wanted = "".join(f'[data-{name}="{value}"]' for name, value in traits.items())
        return self.page.locator(f'[data-testid="reward"]{wanted}')

    def redeem(self, reward: Locator) -> None:
        reward.get_by_test_id("redeem").click()
        reward.get_by_test_id("confirm-redeem").click()
        expect(self.by("just-redeemed")).to_be_visible()

    def expect_points(self, points: int) -> None:
        expect(self.by("points")).to_have_attribute("data-points", str(points))


class AdminScreen(Screen):
    path = "/admin"

    def fill(self, **fields: str) -> None:
        for name, text in fields.items():
            self.by(f"reward-{name}").fill(text)

    def offer(self, title: str) -> Locator:
        return self.by("offer-row").filter(has_text=title)


def has_points(learner: Learner, points: int) -> None:
    with learner.app.database.transaction() as session:
        user = session.exec(select(User).where(User.email == learner.email)).one()
        with_points(session, user, points)


@pytest.mark.parametrize("look", LOOKS)
def test_a_theme_is_redeemed_and_worn_from_the_first_paint_on(
    learner: Learner, look: dict[str, str]
) -> None:
    page = learner.has_account(language=look["language"]).signed_in(**look)
    has_points(learner, 200)
    screen = RewardsScreen(page).open()
    screen.expect_points(200)
    gold = screen.reward(look="gold").get_by_test_id("missing")
    expect(gold).to_have_attribute("data-missing", "100")
    expect(screen.reward(look="gold").get_by_test_id("redeem")).to_have_count(0)
    expect_accessible(page)

    ocean = screen.reward(look="ocean")
    ocean.get_by_test_id("redeem").click()
    asked = message(look["language"], "rewards.ask_title", cost=150, balance=200)
    expect(ocean.get_by_role("dialog")).to_contain_text(asked)
    page.keyboard.press("Escape")
    screen.expect_points(200)  # nothing is spent without a yes

    screen.redeem(ocean)
    screen.expect_points(50)
    screen.expect_xp(200)
    expect(ocean).to_have_attribute("data-reason", "reward_owned")
    expect(page.locator(ROOT)).to_have_attribute("data-accent", "ocean")
    expect_accessible(page)
    page.add_init_script(FIRST_ACCENT)
    HomeScreen(page).open()
    assert page.evaluate("window.firstAccent") == "ocean"
    expect(page.locator(ROOT)).to_have_attribute("data-accent", "ocean")
    screen.open()
    usual = screen.by("look").and_(page.locator('[data-look=""]')).first
    usual.click()
    expect(page.locator(ROOT)).to_have_attribute("data-accent", "")


def test_an_operators_codes_reach_a_learner_and_can_be_refunded(
    app: App, learners: Callable[[], Learner]
) -> None:
    keeper, learner = learners().has_account(language="en"), learners().has_account(language="tr")
    with app.database.transaction() as session:
        session.exec(select(User).where(User.email == keeper.email)).one().role = "operator"
    has_points(learner, 90)

    admin = AdminScreen(keeper.signed_in()).open()
    admin.by("new-code").click()
    title = f"Book {learner.email[:6]}"
    admin.fill(title_en=title, description_en="From our shelf", cost="80")
    admin.by("reward-source").select_option("pool")
    admin.by("save-reward").click()
    wrong = admin.page.locator("#title_tr-note").get_by_test_id("form-error")
    expect(wrong).to_have_text(message("en", "error.reward_text_missing"))
    expect(admin.by("reward-title_en")).to_have_value(title)
    admin.fill(title_tr=title, description_tr="Rafımızdan")
    admin.by("save-reward").click()
    admin.by("reward-codes").fill("KITAP-1\nKITAP-2\nKITAP-1")
    admin.by("add-codes").click()
    told = admin.by("codes-added")
    expect(told).to_have_attribute("data-added", "2")
    expect(told).to_have_attribute("data-doubles", "1")
    expect_accessible(admin.page)

    screen = RewardsScreen(learner.signed_in(size="phone", language="tr")).open()
    screen.redeem(screen.reward(kind="code").filter(has_text=title))
    expect(screen.by("just-redeemed").get_by_test_id("code")).to_have_text(re.compile(r"KITAP-\d"))
    screen.expect_points(10)
    screen.by("just-redeemed").get_by_role("button").last.click()
    expect(screen.by("just-redeemed")).to_have_count(0)
    mine = screen.by("redeemed")
    mine.get_by_test_id("mark-used").click()
    expect(mine).to_have_attribute("data-state", "used")
    mine.get_by_test_id("mark-used").click()
    expect(mine).to_have_attribute("data-state", "usable")

    reference = mine.get_by_test_id("reference").get_attribute("data-reference") or ""
    admin.open()
    expect(admin.offer(title)).to_contain_text("1 left")
    admin.by("reward-reference").fill(reference)
    admin.by("refund").click()
    expect(admin.by("refunded")).to_have_attribute("data-count", "1")
    screen.expect_points(90)  # in the open page, without a reload
    expect(mine).to_have_attribute("data-state", "refunded")
    with app.database.reading() as session:
        owner = select(User.id).where(User.email == learner.email).scalar_subquery()
        row = session.exec(select(Redemption).where(Redemption.user_id == owner)).one()
        assert row.status == "refunded"
