"""What helped other learners comes first, and a few votes are not trusted much."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from learnconnect_app.domain.resource_ranking import Ranked, first_kind, kinds_in_order, ranked

PLAIN = Ranked("a", "video", "en", 0)


def order(*resources: Ranked, locale: str = "en") -> str:
    return "".join(each.id for each in ranked(resources, locale))


def test_without_votes_the_order_is_the_authors() -> None:
    first, second = replace(PLAIN, id="a", position=0), replace(PLAIN, id="b", position=1)
    assert order(second, first) == "ab"


def test_what_helped_more_learners_comes_first() -> None:
    liked = replace(PLAIN, id="b", position=1, helped=9, votes=10)
    assert order(replace(PLAIN, helped=5, votes=10), liked) == "ba"


def test_one_good_vote_does_not_beat_a_proven_resource() -> None:
    proven = replace(PLAIN, id="p", position=1, helped=18, votes=20)
    once = replace(PLAIN, id="o", position=0, helped=1, votes=1)
    assert order(once, proven) == "po"


def test_a_resource_that_did_not_help_falls_behind_an_unknown_one() -> None:
    disliked = replace(PLAIN, id="d", position=0, helped=0, votes=3)
    assert order(disliked, replace(PLAIN, id="u", position=1)) == "ud"


def test_the_learners_language_comes_first_however_good_the_others_are() -> None:
    praised = replace(PLAIN, id="t", language="tr", helped=50, votes=50)
    assert order(praised, replace(PLAIN, id="e", position=1)) == "et"


def test_counts_are_told_from_five_votes_on() -> None:
    assert not replace(PLAIN, votes=4).is_telling
    assert replace(PLAIN, votes=5).is_telling


def test_the_learners_style_comes_first_and_the_rest_keeps_its_order() -> None:
    kinds = {"book", "video", "practice"}
    assert kinds_in_order(kinds, "practice") == ["practice", "video", "book"]
    assert kinds_in_order(kinds, "mixed") == ["video", "practice", "book"]
    assert first_kind(["book", "video"], "book") == "book"
    assert first_kind([], "book") == ""


def test_after_a_failure_the_kind_that_did_not_help_comes_last() -> None:
    kinds = {"book", "video", "practice"}
    assert kinds_in_order(kinds, "practice", used=["practice"]) == ["video", "book", "practice"]


@given(st.integers(0, 50), st.integers(0, 50))
def test_worth_is_a_share_that_grows_with_each_good_vote(helped: int, others: int) -> None:
    resource = replace(PLAIN, helped=helped, votes=helped + others)
    assert 0 < resource.worth < 1
    better = replace(resource, helped=helped + 1, votes=resource.votes + 1)
    worse = replace(resource, votes=resource.votes + 1)
    assert worse.worth < resource.worth < better.worth
