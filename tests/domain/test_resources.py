import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnconnect_app.domain.resources import ResourceRef, resources_for

few = settings(max_examples=40, deadline=None)
KINDS = ("article", "video", "practice", "book")


def refs(text: str) -> list[ResourceRef]:
    """Resources written as ``kind-language``; the id is the same with its place."""
    return [
        ResourceRef(f"{word}-{n}", word.split("-")[0], word.split("-")[1], minutes=30)
        for n, word in enumerate(text.split())
    ]


def shown(resources: tuple[ResourceRef, ...]) -> str:
    return " ".join(f"{resource.kind}-{resource.language}" for resource in resources)


@pytest.mark.parametrize(
    ("available", "locale", "expected"),
    [
        ("article-en article-tr video-en book-tr", "tr", "article-tr book-tr video-en"),
        ("article-en article-tr video-en book-tr", "en", "article-en video-en book-tr"),
        ("article-tr article-tr video-tr", "tr", "article-tr video-tr article-tr"),
        ("article-tr article-tr article-tr video-en", "tr", "article-tr article-tr video-en"),
        ("article-en video-en", "tr", "article-en video-en"),
        ("article-en article-en", "en", "article-en article-en"),
        ("article-tr article-en video-en", "tr-TR", "article-tr video-en article-en"),
        ("", "tr", ""),
    ],
)
def test_ordinary_day_shows_two_kinds_and_the_learners_language_first(
    available: str, locale: str, expected: str
) -> None:
    assert shown(resources_for(refs(available), (), locale)) == expected


@pytest.mark.parametrize(
    ("available", "used", "expected"),
    [
        ("article-tr video-tr practice-tr", "article", "video-tr practice-tr article-tr"),
        # a new kind in another language, but something in the learner's language stays
        (
            "article-tr video-en practice-en practice-en",
            "article",
            "video-en practice-en article-tr",
        ),
        # a new kind in the learner's language goes before one in another
        ("article-tr video-en practice-tr", "article", "practice-tr video-en article-tr"),
        # all kinds were used before: an ordinary day again
        ("article-tr video-en", "article video", "article-tr video-en"),
        # two kinds go before the language
        ("video-en video-en video-tr article-en", "article", "video-tr video-en article-en"),
    ],
)
def test_extra_day_prefers_kinds_not_used_before(available: str, used: str, expected: str) -> None:
    assert shown(resources_for(refs(available), used.split(), "tr")) == expected


def test_single_place_of_an_extra_day_goes_to_a_new_kind() -> None:
    available = refs("article-tr video-en")
    assert shown(resources_for(available, ("article",), "tr", most=1)) == "video-en"


def test_most_limits_what_is_shown() -> None:
    available = refs("article-tr article-tr video-tr")
    assert shown(resources_for(available, (), "tr", most=2)) == "article-tr video-tr"
    assert shown(resources_for(available, (), "tr", most=1)) == "article-tr"
    assert resources_for(available, (), "tr", most=0) == ()


@few
@given(
    st.lists(st.tuples(st.sampled_from(KINDS), st.sampled_from(["en", "tr"])), max_size=7),
    st.sets(st.sampled_from(KINDS)),
    st.sampled_from(["en", "tr"]),
    st.integers(2, 4),
)
def test_choice_keeps_its_promises(
    pairs: list[tuple[str, str]], used: set[str], locale: str, most: int
) -> None:
    available = [ResourceRef(str(n), kind, lang, 30) for n, (kind, lang) in enumerate(pairs)]
    chosen = resources_for(available, used, locale, most)
    kinds, offered = {r.kind for r in chosen}, {r.kind for r in available}
    assert len(chosen) == len(set(chosen)) == min(most, len(available))
    assert set(chosen) <= set(available)
    assert len(kinds) >= min(2, len(offered))
    if offered - used:
        assert chosen[0].kind not in used
    if not used and any(r.language == locale for r in available):
        assert chosen[0].language == locale
