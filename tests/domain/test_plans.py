from collections.abc import Mapping
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnconnect_app.domain.plans import (
    Block,
    PlanTopic,
    Reason,
    ReasonCode,
    SkippedBlock,
    Standing,
    adherence,
    correction_draft,
    draft_plan,
)

few = settings(max_examples=25, deadline=None)
WEAKEST, ORDER = Reason(ReasonCode.WEAKEST), Reason(ReasonCode.ORDER)
DUE = date(2024, 5, 6)
ONE_DAY = timedelta(days=1)


def opens(topic: str) -> Reason:
    return Reason(ReasonCode.PREREQUISITE, topic)


def block(key: str, *topics: str) -> Block:
    """Topics written as ``key`` or ``key<required,required``."""
    made = []
    for text in topics:
        name, _, required = text.partition("<")
        made.append(PlanTopic(name, tuple(filter(None, required.split(","))), 60))
    return Block(key, tuple(made))


def mastered(**mastery: float) -> dict[str, Standing]:
    return {key: Standing(1, 2, value) for key, value in mastery.items()}


def week(of: Block, standing: Mapping[str, Standing]) -> list[tuple[str, Reason]]:
    (drafted,) = draft_plan([of], standing).weeks
    return [(day.topic, day.reason) for day in drafted.days]


def test_week_begins_with_its_weakest_topic() -> None:
    assert week(block("w", "a", "b", "c"), mastered(a=0.5, b=0.1, c=0.3)) == [
        ("b", WEAKEST),
        ("c", WEAKEST),
        ("a", ORDER),
    ]


def test_equals_stay_in_curriculum_order() -> None:
    assert week(block("w", "a", "b", "c"), mastered(a=0.5, b=0.2, c=0.2)) == [
        ("b", ORDER),
        ("c", WEAKEST),
        ("a", ORDER),
    ]


def test_prerequisites_come_before_the_weak_topic_they_open() -> None:
    of = block("w", "a", "b<a", "c<b", "d")
    assert week(of, mastered(a=0.9, b=0.8, c=0.1, d=0.5)) == [
        ("a", opens("b")),
        ("b", opens("c")),
        ("c", WEAKEST),
        ("d", ORDER),
    ]


def test_of_two_prerequisites_the_weaker_comes_first() -> None:
    of = block("w", "a", "b", "c<a,b")
    assert [key for key, _ in week(of, mastered(a=0.9, b=0.6, c=0.1))] == ["b", "a", "c"]


def test_prerequisites_outside_the_week_do_not_matter() -> None:
    assert week(block("w", "a<elsewhere"), {}) == [("a", ORDER)]


def test_topic_without_a_standing_counts_as_weakest() -> None:
    assert [key for key, _ in week(block("w", "a", "b"), mastered(a=0.1))] == ["b", "a"]


@pytest.mark.parametrize("topics", [("a<a",), ("a<b", "b<a"), ("a<c", "b<a", "c<b")])
def test_prerequisites_in_a_circle_are_a_defect(topics: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="require each other"):
        draft_plan([block("w", *topics)], {})


def four(*standings: Standing) -> tuple[list[Block], dict[str, Standing]]:
    """Four blocks of one topic each, with these standings."""
    blocks = [block(f"w{n}", f"t{n}") for n in range(1, 5)]
    return blocks, {f"t{n}": standing for n, standing in enumerate(standings, start=1)}


WEAK = Standing(2, 8, 0.3)


@pytest.mark.parametrize(
    ("correct", "items", "is_skipped"),
    [(17, 20, True), (16, 20, False), (5, 5, True), (4, 4, False), (6, 7, True), (5, 6, False)],
)
def test_block_is_skipped_from_85_percent_over_five_items(
    correct: int, items: int, is_skipped: bool
) -> None:
    draft = draft_plan(*four(WEAK, Standing(correct, items, 0.9), WEAK, WEAK))
    expected = (SkippedBlock("w2", correct / items, items),) if is_skipped else ()
    assert draft.skipped == expected
    assert len(draft.weeks) == 4 - len(expected)


def test_weeks_are_numbered_without_a_gap() -> None:
    draft = draft_plan(*four(WEAK, Standing(8, 8, 0.9), WEAK, WEAK))
    assert [(w.number, w.block) for w in draft.weeks] == [(1, "w1"), (2, "w3"), (3, "w4")]


@pytest.mark.parametrize(
    ("second", "third", "gone"),
    [
        (Standing(9, 10, 0.95), Standing(10, 10, 0.8), "w3"),
        (Standing(9, 10, 0.8), Standing(9, 10, 0.9), "w3"),
        (Standing(9, 10, 0.9), Standing(9, 10, 0.9), "w2"),
        (Standing(9, 10, 0.9), Standing(18, 20, 0.8), "w2"),
    ],
)
def test_best_proven_block_is_skipped_when_three_weeks_must_remain(
    second: Standing, third: Standing, gone: str
) -> None:
    draft = draft_plan(*four(WEAK, second, third, WEAK))
    assert [skipped.block for skipped in draft.skipped] == [gone]


def test_skipped_blocks_keep_curriculum_order() -> None:
    blocks = [block(f"w{n}", f"t{n}") for n in range(5)]
    standing = {"t1": Standing(9, 10, 0.9), "t3": Standing(10, 10, 0.9)}
    draft = draft_plan(blocks, standing)
    assert [skipped.block for skipped in draft.skipped] == ["w1", "w3"]


def curriculum(
    facts: list[tuple[int, int, float]], is_reversed: bool
) -> tuple[list[Block], dict[str, Standing]]:
    """Blocks of three topics; each requires some of the four topics made before it.

    The facts of a topic: which of the four (bits), items right of 3, mastery. In a reversed
    curriculum a block lists what requires before what is required.
    """
    keys = [f"t{n:02}" for n in range(len(facts))]
    topics = [
        PlanTopic(key, tuple(k for i, k in enumerate(keys[max(0, n - 4) : n]) if bits >> i & 1), 60)
        for n, (key, (bits, _, _)) in enumerate(zip(keys, facts, strict=True))
    ]
    step = -1 if is_reversed else 1
    blocks = [Block(str(n), tuple(topics[n : n + 3][::step])) for n in range(0, len(topics), 3)]
    known = [Standing(correct, 3, mastery) for _, correct, mastery in facts]
    return blocks, dict(zip(keys, known, strict=True))


# mostly right, so that blocks to skip are common
a_topic = st.tuples(
    st.integers(0, 15), st.sampled_from([3, 3, 3, 2]), st.sampled_from([0.1, 0.5, 0.9])
)
curricula = st.builds(curriculum, st.lists(a_topic, min_size=9, max_size=18), st.booleans())


@few
@given(curricula)
def test_draft_keeps_every_topic_of_remaining_blocks_once_with_prerequisites_in_order(
    given_: tuple[list[Block], dict[str, Standing]],
) -> None:
    blocks, standing = given_
    draft = draft_plan(blocks, standing)
    by_key = {b.key: b for b in blocks}
    remaining = {w.block for w in draft.weeks}
    assert len(draft.weeks) >= min(3, len(blocks))
    assert sorted([*remaining, *(s.block for s in draft.skipped)]) == sorted(by_key)
    assert [w.block for w in draft.weeks] == [key for key in by_key if key in remaining]
    for drafted in draft.weeks:
        topics = {t.key: t for t in by_key[drafted.block].topics}
        order = [day.topic for day in drafted.days]
        assert sorted(order) == sorted(topics)
        for place, key in enumerate(order):
            assert not set(topics[key].requires) & set(order[place:])


@few
@given(curricula)
def test_each_day_tells_a_true_reason(given_: tuple[list[Block], dict[str, Standing]]) -> None:
    blocks, standing = given_
    topics = {t.key: t for b in blocks for t in b.topics}
    for drafted in draft_plan(blocks, standing).weeks:
        opened_here: list[str] = []
        for place, day in enumerate(drafted.days, start=1):
            if day.reason.opens is not None:
                assert day.topic in topics[day.reason.opens].requires
                opened_here.append(day.topic)
                continue
            left = [later.topic for later in drafted.days[place:]] + opened_here
            mine, others = standing[day.topic].mastery, [standing[t].mastery for t in left]
            is_weakest = bool(others) and mine < min(others)
            assert day.reason == (WEAKEST if is_weakest else ORDER)
            assert all(mine <= other for other in others)
            opened_here = []


def counts(topics: int) -> list[int]:
    first, second = correction_draft([f"t{n:02}" for n in range(topics)], {})
    assert len(first) == len(second) == 7
    return [len(day.topics) for day in first + second]


@pytest.mark.parametrize(
    ("topics", "expected"),
    [(28, [2] * 14), (21, [1] * 7 + [2] * 7), (14, [1] * 14), (30, [2] * 12 + [3] * 2)],
)
def test_correction_spreads_topics_over_fourteen_days(topics: int, expected: list[int]) -> None:
    assert counts(topics) == expected


@few
@given(st.lists(st.sampled_from([0.1, 0.2, 0.3]), min_size=14, max_size=60))
def test_correction_takes_every_topic_once_and_the_weakest_first(mastery: list[float]) -> None:
    standing = {f"t{n:02}": Standing(0, 0, value) for n, value in enumerate(mastery)}
    first, second = correction_draft([*standing], standing)
    order = [topic for day in first + second for topic in day.topics]
    assert order == sorted(standing, key=lambda key: (standing[key].mastery, key))
    assert {day.reason for day in first + second} == {WEAKEST}


def test_few_topics_come_again_in_a_correction_the_weakest_first() -> None:
    first, second = correction_draft(["a", "b", "c"], mastered(a=0.9, b=0.1, c=0.5))
    assert "".join(day.topic for day in first + second) == "bcabcabcabcabc"


def test_correction_without_topics_is_a_defect() -> None:
    with pytest.raises(ValueError, match="topics"):
        correction_draft([], {})


@pytest.mark.parametrize(
    ("done", "expected"),
    [
        ([], 100),
        ([DUE], 100),
        ([DUE - ONE_DAY], 100),
        ([DUE + ONE_DAY], 0),
        ([None], 0),
        ([DUE, DUE + ONE_DAY, None, DUE], 50),
    ],
)
def test_adherence_is_the_percentage_of_days_done_in_time(
    done: list[date | None], expected: float
) -> None:
    assert adherence([(DUE, day) for day in done]) == expected
