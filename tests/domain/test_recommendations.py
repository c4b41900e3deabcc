"""Each suggestion has its reason, and what was put away stays away."""

from __future__ import annotations

from typing import Any

import pytest

from learnconnect_app.domain.recommendations import (
    CODES,
    CourseFacts,
    Facts,
    RecommendationView,
    ResourceFacts,
    TopicFacts,
    away_days,
    recommended,
)
from learnconnect_app.locales import LOCALES, keys, message

MATHS = CourseFacts("maths", "Maths", "sigma", 0)


def topic(key: str, **known: Any) -> TopicFacts:
    return TopicFacts(key, key.title(), MATHS, lesson_id=f"id-{key}", **known)


def facts(*topics: TopicFacts, **known: Any) -> Facts:
    return Facts(topics={each.key: each for each in topics}, **known)


def resource(id_: str = "r", **known: Any) -> ResourceFacts:
    whole: dict[str, Any] = {
        "topic": "sets",
        "title": "A video",
        "kind": "video",
        "url": "https://example.org/v",
        "votes": 5,
        "helpful": 4,
    }
    return ResourceFacts(id_, **(whole | known))


def found(known: Facts, code: str) -> list[RecommendationView]:
    return [view for view in recommended(known, most=20) if view.code == code]


def test_nothing_known_suggests_nothing() -> None:
    assert recommended(Facts()) == ()


def test_three_open_mistakes_in_a_topic_lead_to_the_notebook() -> None:
    known = facts(topic("sets", mistakes=3), topic("logic", mistakes=2), topic("roots", mistakes=7))
    assert [view.key for view in found(known, "mistakes")] == ["mistakes:roots", "mistakes:sets"]
    first = found(known, "mistakes")[0]
    assert (first.title, first.href, first.params["n"]) == ("Roots", "/mistakes", 7)


@pytest.mark.parametrize(
    ("mastery", "today", "expected"),
    [(0.49, (), ["sets"]), (0.5, (), []), (0.2, ("sets",), [])],
)
def test_weak_requirement_of_tomorrows_lesson_is_said_unless_today_brings_it(
    mastery: float, today: tuple[str, ...], expected: list[str]
) -> None:
    known = facts(
        topic("sets", mastery=mastery),
        topic("functions", requires=["sets", "unknown"]),
        today=today,
        tomorrow=["functions"],
    )
    views = found(known, "requirement")
    assert [view.key.partition(":")[2] for view in views] == expected
    assert all(view.params["next"] == "Functions" for view in views)


def test_weak_is_what_was_studied_and_the_exam_asks_much_of() -> None:
    known = facts(
        topic("heavy", weight=3, mastery=0.4, is_learned=True),
        topic("heavier", weight=4, mastery=0.5, is_learned=True),
        topic("light", weight=0.1, mastery=0.1, is_learned=True),
        topic("strong", weight=3, mastery=0.8, is_learned=True),
        topic("untouched", weight=3, mastery=0.0),
    )
    assert [view.title for view in found(known, "weak")] == ["Heavier", "Heavy"]
    assert found(known, "weak")[0].params["percent"] == 50


def test_what_fades_is_suggested_unless_a_session_is_at_hand() -> None:
    known = facts(
        topic("faded", weight=1, recall=0.79),
        topic("fresh", weight=1, recall=0.8),
        topic("due", weight=1, recall=0.2),
        topic("new", weight=1),
        today=["due"],
    )
    assert [view.title for view in found(known, "forgotten")] == ["Faded"]


@pytest.mark.parametrize(
    ("is_learned", "is_taken", "expected"), [(True, False, 1), (True, True, 0), (False, False, 0)]
)
def test_quiz_of_a_module_follows_its_last_lesson(
    is_learned: bool, is_taken: bool, expected: int
) -> None:
    module = {"module": "m", "module_title": "Basics", "is_quiz_taken": is_taken}
    known = facts(
        topic("sets", is_learned=True, **module), topic("logic", is_learned=is_learned, **module)
    )
    views = found(known, "quiz")
    assert len(views) == expected
    assert all((view.title, view.href) == ("Basics", "/lesson/id-logic") for view in views)


@pytest.mark.parametrize(
    ("known", "is_suggested"),
    [
        ({}, True),
        ({"votes": 4, "helpful": 4}, False),
        ({"votes": 10, "helpful": 7}, False),
        ({"kind": "book"}, False),
    ],
)
def test_resource_that_helped_others_is_of_a_kind_that_suits(
    known: dict[str, Any], is_suggested: bool
) -> None:
    known_of = facts(topic("sets"), resources=[resource(**known)], kinds={"video"})
    views = found(known_of, "resource")
    assert bool(views) == is_suggested
    assert all(view.is_external and view.params["topic"] == "Sets" for view in views)


def test_lessons_without_a_place_before_the_exam_are_counted() -> None:
    left = {"weight": 1.0, "is_planned": False}
    known = facts(
        topic("sets", **left),
        topic("logic", **left),
        topic("learned", is_learned=True, **left),
        topic("known", mastery=0.9, **left),
        topic("planned", weight=1.0),
    )
    (view,) = found(known, "shortfall")
    assert (view.params["n"], view.href) == (2, "/study")


def test_page_of_a_topic_hears_only_what_concerns_it() -> None:
    topics = (
        topic("sets", mastery=0.1, mistakes=4, recall=0.5, weight=1),
        topic("functions", requires=["sets"], mistakes=3, recall=0.5, weight=1),
    )
    views = recommended(facts(*topics, about="functions"), most=20)
    assert [view.key for view in views] == ["requirement:sets", "mistakes:functions"]


def test_best_of_each_rule_comes_before_the_second_of_any() -> None:
    known = facts(
        topic("sets", mistakes=9),
        topic("logic", mistakes=8),
        topic("old", weight=1, recall=0.1),
    )
    assert [view.code for view in recommended(known)] == ["mistakes", "forgotten", "mistakes"]
    assert len(recommended(known, most=1)) == 1


def test_what_was_put_away_makes_room_for_the_next() -> None:
    known = facts(topic("sets", mistakes=9), topic("logic", mistakes=8))
    assert [view.key for view in recommended(known, {"mistakes:sets"})] == ["mistakes:logic"]


def test_each_rule_says_for_how_long_it_stays_away() -> None:
    assert {away_days(f"{code}:x") for code in CODES} == {14, None}
    with pytest.raises(KeyError):
        away_days("nonsense:x")


def test_every_suggestion_brings_the_values_that_its_sentences_name() -> None:
    module = {"module": "m", "module_title": "Basics"}
    known = facts(
        topic("sets", mastery=0.1, mistakes=4, is_learned=True, weight=3, recall=0.5, **module),
        topic("functions", requires=["sets"], weight=1, is_planned=False),
        tomorrow=["functions"],
        resources=[resource(topic="functions")],
        kinds={"video"},
    )
    views = {view.code: view for view in recommended(known, most=20)}
    views |= {
        view.code: view for view in found(facts(topic("a", weight=1, recall=0.5)), "forgotten")
    }
    assert set(views) == set(CODES)
    for code, view in views.items():
        for locale in LOCALES:
            assert message(locale, f"advice.why.{code}", **view.params)
            if f"advice.title.{code}" in keys():
                assert message(locale, f"advice.title.{code}", **view.params)
