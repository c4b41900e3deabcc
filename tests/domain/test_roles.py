import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from learnconnect_app.domain.roles import RoleFit, RoleProfile, best_fitting

few = settings(max_examples=25, deadline=None)
SKILLS = ("sql", "python", "css", "charts")
profiles = st.builds(
    RoleProfile,
    key=st.sampled_from(["analyst", "backend", "designer", "tester", "writer"]),
    skills=st.dictionaries(st.sampled_from(SKILLS), st.floats(0, 1)),
)
many_roles = st.lists(profiles, unique_by=lambda role: role.key)
skills_proven = st.dictionaries(st.sampled_from(SKILLS), st.floats(0, 1))

ANALYST = RoleProfile("analyst", {"sql": 0.5, "python": 0.25, "charts": 0.25})
BACKEND = RoleProfile("backend", {"sql": 0.25, "python": 0.75})
DESIGNER = RoleProfile("designer", {"css": 1.0})


def keys(fits: tuple[RoleFit, ...]) -> list[str]:
    return [fit.key for fit in fits]


def test_fit_is_the_proven_share_of_what_the_role_asks_for() -> None:
    (fit,) = best_fitting([ANALYST], {"sql": 1.0, "charts": 0.5, "css": 1.0}, ())
    assert fit == RoleFit("analyst", 0.625, ("sql",), ("charts", "python"))


@pytest.mark.parametrize(("share", "is_covered"), [(0.7, True), (0.69, False)])
def test_skill_is_covered_from_the_share_of_a_passed_test(share: float, is_covered: bool) -> None:
    (fit,) = best_fitting([DESIGNER], {"css": share}, ())
    assert fit.covered == (("css",) if is_covered else ())
    assert fit.missing == (() if is_covered else ("css",))


def test_best_fit_comes_first_and_roles_without_overlap_are_left_out() -> None:
    proven = {"python": 1.0, "sql": 0.5}
    assert keys(best_fitting([DESIGNER, ANALYST, BACKEND], proven, ())) == ["backend", "analyst"]


def test_excluded_roles_are_left_out() -> None:
    assert keys(best_fitting([ANALYST, BACKEND], {"sql": 1.0}, {"analyst"})) == ["backend"]


def test_weights_need_not_add_up_to_one() -> None:
    (fit,) = best_fitting([RoleProfile("dba", {"sql": 3, "python": 1})], {"sql": 1.0}, ())
    assert fit.fit == 0.75


def test_role_without_skills_fits_nobody() -> None:
    assert (
        best_fitting([RoleProfile("idle", {}), RoleProfile("zero", {"sql": 0})], {"sql": 1}, ())
        == ()
    )


def test_equal_fits_are_ordered_by_covered_skills_and_then_key() -> None:
    broad = RoleProfile("z", {"sql": 0.5, "css": 0.5})
    half = {"sql": 1.0, "python": 0.5, "charts": 0.5}
    roles = [RoleProfile("c", {"charts": 1.0}), RoleProfile("b", {"python": 1.0}), broad]
    assert keys(best_fitting(roles, half, ())) == ["z", "b", "c"]


@few
@given(many_roles, skills_proven, st.integers(0, 4))
def test_choice_is_bounded_ordered_and_the_same_whatever_the_order_given(
    roles: list[RoleProfile], proven: dict[str, float], most: int
) -> None:
    fits = best_fitting(roles, proven, (), most)
    assert len(fits) <= most
    assert [fit.fit for fit in fits] == sorted((fit.fit for fit in fits), reverse=True)
    assert all(0 < fit.fit <= 1 for fit in fits)
    asked = {role.key: set(role.skills) for role in roles}
    assert all(sorted(fit.covered + fit.missing) == sorted(asked[fit.key]) for fit in fits)
    turned = [
        RoleProfile(role.key, dict(reversed(list(role.skills.items())))) for role in roles[::-1]
    ]
    assert best_fitting(turned, proven, (), most) == fits


def test_order_of_skills_does_not_break_a_tie() -> None:
    weights = {"charts": 0.1, "css": 0.2, "sql": 0.3}
    roles = [
        RoleProfile("b", weights),
        RoleProfile("a", dict(reversed(weights.items()))),
    ]
    fits = best_fitting(roles, dict.fromkeys(weights, 1.0), ())
    assert [(fit.key, fit.fit) for fit in fits] == [("a", 1.0), ("b", 1.0)]
