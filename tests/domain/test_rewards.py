"""Who can redeem what when, why not, and what an operator may write about a reward."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from learnconnect_app.content.rewards import starting_rewards
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.looks import LOOKS, LookKind
from learnconnect_app.domain.reward_forms import MOST_CODES, checked_draft, pasted_codes
from learnconnect_app.domain.rewards import (
    KINDS,
    Kind,
    Offer,
    Points,
    Standing,
    can_be_refunded,
    expiry,
    is_shown,
    refusal,
)
from tests.factories import NOW

DAY = timedelta(days=1)
CODE = Offer(Kind.CODE, cost=100)
RICH = Standing(balance=100)
TEXTS = {
    "title_en": "A book",
    "title_tr": "Bir kitap",
    "description_en": "From our shelf",
    "description_tr": "Rafımızdan",
}


def code_of(error: DomainError | None) -> str:
    return error.code if error else ""


def test_balance_is_what_was_earned_less_what_was_spent() -> None:
    assert Points(earned=340, spent=200).balance == 140


@pytest.mark.parametrize(
    ("offer", "standing", "reason"),
    [
        (CODE, RICH, ""),
        (CODE, Standing(balance=99), "reward_points"),
        (replace(CODE, is_offered=False), RICH, "reward_gone"),
        (replace(CODE, until_at=NOW), RICH, "reward_gone"),
        (replace(CODE, until_at=NOW + DAY), RICH, ""),
        (replace(CODE, from_at=NOW + DAY), RICH, "reward_soon"),
        (replace(CODE, from_at=NOW), RICH, ""),
        (replace(CODE, left=0), RICH, "reward_sold_out"),
        (replace(CODE, left=1), RICH, ""),
        (replace(CODE, per_learner=2), replace(RICH, redeemed=2), "reward_limit"),
        (replace(CODE, per_learner=2), replace(RICH, redeemed=1), ""),
        (replace(CODE, kind=Kind.THEME), replace(RICH, is_owned=True), "reward_owned"),
        (CODE, replace(RICH, is_owned=True), ""),
        (
            replace(CODE, kind=Kind.STREAK_FREEZE),
            replace(RICH, freezes_held=2, most_freezes=2),
            "reward_freezes_full",
        ),
        (
            replace(CODE, kind=Kind.STREAK_FREEZE),
            replace(RICH, freezes_held=2, most_freezes=3),
            "",
        ),
        # what nothing can be done about is said first
        (replace(CODE, left=0), Standing(balance=0), "reward_sold_out"),
        (replace(CODE, is_offered=False, left=0), Standing(balance=0), "reward_gone"),
    ],
)
def test_a_reward_is_refused_for_the_reason_that_counts(
    offer: Offer, standing: Standing, reason: str
) -> None:
    assert code_of(refusal(offer, standing, NOW)) == reason


def test_how_many_points_are_missing_is_said() -> None:
    refused = refusal(CODE, Standing(balance=37), NOW)
    assert refused is not None
    assert refused.params == {"n": 63}


def test_what_comes_later_is_in_the_shop_and_what_is_over_is_not() -> None:
    assert is_shown(replace(CODE, from_at=NOW + DAY), NOW)
    assert not is_shown(replace(CODE, until_at=NOW), NOW)


def test_what_expires_does_so_after_its_days() -> None:
    assert expiry(None, NOW) is None
    assert expiry(30, NOW) == NOW + 30 * DAY


@pytest.mark.parametrize(
    ("status", "expires_at", "can_be"),
    [("active", None, True), ("active", NOW, False), ("used", None, False)],
)
def test_only_what_can_still_be_used_is_refunded(
    status: str, expires_at: object, can_be: bool
) -> None:
    assert can_be_refunded(status, expires_at, NOW) is can_be  # type: ignore[arg-type]
    assert not can_be_refunded("refunded", None, NOW)


# ---- the operator's form ----------------------------------------------------------------------

FORMS = {
    Kind.CODE: {"source": "pool", "prefix": ""},
    Kind.PREMIUM_DAYS: {"days": "7"},
    Kind.THEME: {"theme": "ocean"},
    Kind.FRAME: {"frame": "gold"},
    Kind.STREAK_FREEZE: {},
}


@pytest.mark.parametrize("kind", Kind)
def test_a_reward_of_each_kind_holds_exactly_what_the_kind_asks_for(kind: Kind) -> None:
    draft = checked_draft(kind, {**TEXTS, "cost": " 200 ", **FORMS[kind], "extra": "x"})
    assert set(draft.value) == set(KINDS[kind].asks)
    assert (draft.cost, draft.stock, draft.per_learner, draft.first_day) == (200, None, None, None)
    assert draft.title == {"en": "A book", "tr": "Bir kitap"}


@pytest.mark.parametrize(
    ("kind", "wrong", "field", "code"),
    [
        (Kind.THEME, {"title_tr": "  "}, "title_tr", "reward_text_missing"),
        (Kind.THEME, {"description_en": "x" * 201}, "description_en", "reward_text_long"),
        (Kind.THEME, {"cost": "0"}, "cost", "reward_number"),
        (Kind.THEME, {"cost": "1e3"}, "cost", "reward_number"),
        (Kind.THEME, {"cost": "²"}, "cost", "reward_number"),
        (Kind.THEME, {"stock": "-1"}, "stock", "reward_number"),
        (Kind.THEME, {"per_learner": "0"}, "per_learner", "reward_number"),
        (Kind.THEME, {"valid_days": "400"}, "valid_days", "reward_number"),
        (Kind.THEME, {"theme": "gold"}, "theme", "reward_choice"),
        (Kind.THEME, {"first_day": "1.3."}, "first_day", "reward_day"),
        (
            Kind.THEME,
            {"first_day": "2026-03-02", "last_day": "2026-03-01"},
            "last_day",
            "reward_days_turned",
        ),
        (Kind.CODE, {"source": "elsewhere"}, "source", "reward_choice"),
        (Kind.CODE, {"source": "generated", "prefix": "A B"}, "prefix", "reward_prefix"),
        (Kind.PREMIUM_DAYS, {"days": "0"}, "days", "reward_number"),
    ],
)
def test_what_is_wrong_is_named_with_its_field(
    kind: Kind, wrong: dict[str, str], field: str, code: str
) -> None:
    with pytest.raises(DomainError) as refused:
        checked_draft(kind, {**TEXTS, "cost": "10", **FORMS[kind], **wrong})
    assert (refused.value.field, refused.value.code) == (field, code)


def test_limits_are_kept_where_the_kind_has_them() -> None:
    limits = {"stock": "5", "valid_days": "30", "first_day": "2026-03-01", "last_day": "2026-03-01"}
    form = {**TEXTS, "cost": "10", **limits}
    theme = checked_draft(Kind.THEME, {**form, "theme": "ocean"})
    assert (theme.stock, theme.valid_days) == (5, 30)
    assert theme.first_day == theme.last_day == date(2026, 3, 1)
    assert checked_draft(Kind.STREAK_FREEZE, form).valid_days is None
    pool = checked_draft(Kind.CODE, {**form, "source": "pool"})
    assert pool.stock is None, "there are as many as there are codes"


def test_codes_are_read_one_a_line_and_each_once() -> None:
    pasted = pasted_codes("\n A-1 \r\nB-2\n\nA-1\n")
    assert (pasted.new, pasted.doubles) == (("A-1", "B-2"), 1)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (" \n ", "codes_none"),
        ("\n".join(map(str, range(MOST_CODES + 1))), "codes_many"),
        ("A\n" + "x" * 81, "codes_long"),
    ],
)
def test_codes_that_cannot_be_kept_are_refused(text: str, code: str) -> None:
    with pytest.raises(DomainError, match=code):
        pasted_codes(text)


def test_the_shop_begins_with_every_look_there_is() -> None:
    values = [each.value for each in starting_rewards()]
    for kind in LookKind:
        assert {value[kind] for value in values if kind in value} == set(LOOKS[kind])
    assert len({each.key for each in starting_rewards()}) == len(values)
