"""A way out is read by who made it, says what it said, and cannot be bent into another one."""

from __future__ import annotations

from base64 import urlsafe_b64decode, urlsafe_b64encode
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from learnconnect_app.domain.reminders import RULES
from learnconnect_app.domain.unsubscribing import (
    ALL_MAIL,
    LONGEST_TOKEN,
    WayOut,
    token_of,
    way_out_of,
)

KEY = b"a key of forty characters, or thereabout"
AYSE = UUID("6f1c1f8e-2f0e-4c55-9f0a-0d3c1d1c7b11")


@pytest.mark.parametrize("rule", [ALL_MAIL, *(rule.key for rule in RULES)])
def test_link_says_what_it_was_made_for(rule: str) -> None:
    way = WayOut(AYSE, rule)
    assert way_out_of(token_of(way, KEY), KEY) == way


@given(st.uuids(), st.sampled_from([ALL_MAIL, *(rule.key for rule in RULES)]))
def test_link_fits_into_an_address_as_it_is(user_id: UUID, rule: str) -> None:
    token = token_of(WayOut(user_id, rule), KEY)
    assert token.replace("-", "").replace("_", "").isalnum()
    assert len(token) <= LONGEST_TOKEN


def test_link_made_with_another_key_is_none() -> None:
    assert way_out_of(token_of(WayOut(AYSE), b"another"), KEY) is None


@given(st.integers(0, 80), st.integers(1, 255))
def test_link_that_was_changed_is_none(place: int, change: int) -> None:
    token = token_of(WayOut(AYSE, "weekly_report"), KEY)
    raw = bytearray(urlsafe_b64decode(token + "=" * (-len(token) % 4)))
    raw[place % len(raw)] ^= change
    assert way_out_of(urlsafe_b64encode(raw).rstrip(b"=").decode(), KEY) is None


def test_kind_cannot_be_cut_off_or_added() -> None:
    """Otherwise a link for one kind could end all mail."""
    token = token_of(WayOut(AYSE, "weekly_report"), KEY)
    raw = urlsafe_b64decode(token + "=" * (-len(token) % 4))
    for bent in (raw[:16] + raw[-20:], raw[:16] + b"milestone" + raw[-20:], raw[-20:], b""):
        assert way_out_of(urlsafe_b64encode(bent).decode(), KEY) is None


@given(st.text(max_size=200))
def test_any_other_text_is_none(text: str) -> None:
    assert way_out_of(text, KEY) is None


def test_two_people_have_two_links() -> None:
    assert token_of(WayOut(uuid4()), KEY) != token_of(WayOut(uuid4()), KEY)
