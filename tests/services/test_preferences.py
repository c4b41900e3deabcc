"""What learners set about themselves is checked, kept as a whole, and changes no day gone by."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlmodel import Session

from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.views import SettingsView
from learnconnect_app.models import User
from learnconnect_app.services.absences import begin_absence
from learnconnect_app.services.preferences import settings_view, update_profile
from learnconnect_app.services.shells import shell_view
from learnconnect_app.services.streaks import record_activity
from tests.conftest import Counting
from tests.factories import MONDAY, NOW, a_learner, a_plan, noon

DAY = timedelta(days=1)
SUNDAY = 6


def update(session: Session, user: User, now: Any = NOW, **changes: Any) -> None:
    """Everything as it was, apart from ``changes``."""
    kept: dict[str, Any] = {
        "display_name": user.display_name,
        "timezone": user.timezone,
        "rest_weekdays": user.rest_weekdays,
        "is_streak_shown": user.is_streak_shown,
        "birth_year": user.birth_year,
        "learning_style": user.learning_style,
    }
    update_profile(session, user_id=user.id, now=now, **(kept | changes))


def view_of(session: Session, user: User) -> SettingsView:
    session.expire_all()
    return settings_view(session, user_id=user.id, now=NOW)


def test_settings_are_shown_as_they_are(session: Session) -> None:
    user = a_learner(session, name="Can Öz", rest_weekdays=(5, 6), is_streak_shown=False)
    assert settings_view(session, user_id=user.id, now=NOW) == SettingsView(
        email=user.email,
        display_name="Can Öz",
        timezone="Europe/Istanbul",
        rest_weekdays=(5, 6),
        is_streak_shown=False,
        today=str(MONDAY),
    )


def test_everything_is_kept_in_its_clean_form(session: Session) -> None:
    user = a_learner(session)
    update(
        session,
        user,
        display_name="  İlker \t Su ",
        timezone="Asia/Tokyo",
        rest_weekdays=[6, 2, 6],
        is_streak_shown=False,
    )
    view = view_of(session, user)
    assert (view.display_name, view.timezone) == ("İlker Su", "Asia/Tokyo")
    assert (view.rest_weekdays, view.is_streak_shown) == ((2, 6), False)


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"display_name": " \n"}, "name_missing", "display_name"),
        ({"display_name": "ş" * 61}, "name_long", "display_name"),
        ({"timezone": "Europe/Ankara"}, "unknown_timezone", "timezone"),
        ({"timezone": ""}, "unknown_timezone", "timezone"),
        ({"rest_weekdays": [7]}, "bad_request", "rest_weekdays"),
        ({"rest_weekdays": [-1]}, "bad_request", "rest_weekdays"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_kept(
    session: Session, changes: dict[str, Any], code: str, field: str
) -> None:
    user = a_learner(session)
    before = view_of(session, user)
    with pytest.raises(DomainError) as refused:
        update(session, user, **({"display_name": "Other", "is_streak_shown": False} | changes))
    assert (refused.value.code, refused.value.field) == (code, field)
    assert view_of(session, user) == before


def test_resting_every_day_is_allowed(session: Session) -> None:
    user = a_learner(session)
    update(session, user, rest_weekdays=range(7))
    assert view_of(session, user).rest_weekdays == tuple(range(7))


def test_rest_day_given_up_still_counts_for_the_past(session: Session) -> None:
    user = a_learner(session, rest_weekdays=(SUNDAY,))
    a_plan(session, user)
    saturday, monday = noon(MONDAY + 5 * DAY), noon(MONDAY + 7 * DAY)
    record_activity(session, user=user, now=saturday, minutes=20, tasks=1)
    update(session, user, now=monday, rest_weekdays=())
    assert shell_view(session, user_id=user.id, now=monday).streak == 1


def test_new_rest_day_excuses_no_missed_one(session: Session) -> None:
    user = a_learner(session)
    a_plan(session, user)
    record_activity(session, user=user, now=noon(MONDAY), minutes=20, tasks=1)
    wednesday = noon(MONDAY + 2 * DAY)
    update(session, user, now=wednesday, rest_weekdays=[1])
    assert shell_view(session, user_id=user.id, now=wednesday).streak == 0


def test_streak_that_was_hidden_comes_back_whole(session: Session) -> None:
    user = a_learner(session)
    a_plan(session, user)
    for n in range(3):
        record_activity(session, user=user, now=noon(MONDAY + n * DAY), minutes=20, tasks=1)
        update(session, user, now=noon(MONDAY + n * DAY), is_streak_shown=n == 2)
    assert shell_view(session, user_id=user.id, now=noon(MONDAY + 2 * DAY)).streak == 3


def test_saving_twice_changes_nothing_more(session: Session) -> None:
    user = a_learner(session)
    for _ in range(2):
        update(session, user, display_name="Deniz", rest_weekdays=[SUNDAY])
    assert view_of(session, user).display_name == "Deniz"


def test_other_learners_stay_as_they_are(session: Session) -> None:
    first, second = a_learner(session), a_learner(session)
    before = view_of(session, second)
    update(session, first, display_name="Someone else", timezone="Asia/Tokyo")
    assert view_of(session, second) == before


def test_unknown_learner_is_not_found(session: Session) -> None:
    with pytest.raises(NotFound):
        settings_view(session, user_id=uuid4(), now=NOW)
    with pytest.raises(NotFound):
        update_profile(
            session,
            user_id=uuid4(),
            display_name="Nobody",
            timezone="UTC",
            rest_weekdays=(),
            is_streak_shown=True,
            birth_year=None,
            learning_style="",
            now=NOW,
        )


def test_view_takes_one_query(session: Session, count_queries: Counting) -> None:
    user = a_learner(session)
    with count_queries(session) as queries:
        settings_view(session, user_id=user.id, now=NOW)
    assert len(queries) == 1


def test_age_and_style_are_kept_or_taken_back(session: Session) -> None:
    user = a_learner(session)
    update(session, user, birth_year=2012, learning_style="video")
    view = view_of(session, user)
    assert (view.birth_year, view.learning_style) == ("2012", "video")
    update(session, user, birth_year=None, learning_style="")
    view = view_of(session, user)
    assert (view.birth_year, view.learning_style) == ("", "")


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"birth_year": NOW.year - 5}, "bad_birth_year"),
        ({"birth_year": 0}, "bad_birth_year"),
        ({"learning_style": "hypnosis"}, "bad_request"),
    ],
)
def test_wrong_age_or_style_changes_nothing(
    session: Session, change: dict[str, Any], code: str
) -> None:
    user = a_learner(session)
    with pytest.raises(DomainError, match=code):
        update(session, user, display_name="Another", **change)
    assert view_of(session, user).display_name != "Another"


def test_days_off_are_shown_until_they_are_over(session: Session) -> None:
    user = a_learner(session)
    begin_absence(
        session,
        user_id=user.id,
        kind="vacation",
        from_day=MONDAY + DAY,
        until_day=MONDAY + 3 * DAY,
        now=NOW,
    )
    view = view_of(session, user)
    assert (view.away_kind, view.away_from, view.away_until) == (
        "vacation",
        str(MONDAY + DAY),
        str(MONDAY + 3 * DAY),
    )
    later = settings_view(session, user_id=user.id, now=NOW + 3 * DAY)
    assert later.away_kind == ""
