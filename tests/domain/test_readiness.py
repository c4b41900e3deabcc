import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnconnect_app.domain.readiness import Career, career, needs_correction, readiness

few = settings(max_examples=25, deadline=None)
percents = st.floats(0, 100)


@pytest.mark.parametrize(
    ("final", "weekly", "adherence", "expected"),
    [
        (100, [100, 100, 100], 100, 100),
        (80, [70, 80, 90, 80], 50, 77),
        (0, [0], 0, 0),
        (100, [0], 0, 70),
        (0, [100], 0, 20),
        (0, [0], 100, 10),
        (50, [], 50, 40),
    ],
)
def test_readiness_weighs_final_weekly_scores_and_adherence(
    final: float, weekly: list[float], adherence: float, expected: float
) -> None:
    assert readiness(final, weekly, adherence) == expected


@few
@given(percents, st.lists(percents, min_size=1, max_size=4), percents)
def test_readiness_lies_between_its_weakest_and_strongest_part(
    final: float, weekly: list[float], adherence: float
) -> None:
    parts = [final, *weekly, adherence]
    assert min(parts) - 1e-9 <= readiness(final, weekly, adherence) <= max(parts) + 1e-9


@pytest.mark.parametrize(("final", "expected"), [(0, True), (70, True), (70.1, False)])
def test_correction_follows_up_to_exactly_seventy_percent(final: float, expected: bool) -> None:
    assert needs_correction(final) is expected


@pytest.mark.parametrize(
    ("score", "expected"),
    [
        (100, Career.JOB_READY),
        (80, Career.JOB_READY),
        (79.99, Career.NEEDS_TRAINING),
        (60, Career.NEEDS_TRAINING),
        (59.99, Career.NOT_SUITABLE),
        (0, Career.NOT_SUITABLE),
    ],
)
def test_career_follows_the_latest_score(score: float, expected: Career) -> None:
    assert career(score) is expected
