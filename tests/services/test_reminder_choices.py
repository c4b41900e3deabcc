"""What learners choose about reminders is checked with a sentence, kept, and planned at once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlmodel import Session, select

from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.reminder_views import GROUPS, RemindersView, RuleView
from learnconnect_app.domain.reminders import RULES, rule_of
from learnconnect_app.models import ReminderPlanning, ReminderSetting, User
from learnconnect_app.services.reminder_choices import (
    reminders_view,
    save_reminder_hours,
    switch_reminder,
)
from learnconnect_app.services.reminder_settings import reminder_settings_of
from tests import study_factories as study
from tests.factories import MONDAY, NOW, a_learner, a_plan

ASKED: dict[str, Any] = {
    "quiet_from": "21:30",
    "quiet_until": "07:15",
    "is_learned": False,
    "hours": [20, 9, 20],
    "pushes_a_day": 5,
    "is_digest": False,
}


def save(session: Session, user_id: UUID, **changes: Any) -> None:
    save_reminder_hours(session, user_id=user_id, now=NOW, **(ASKED | changes))


def view_of(session: Session, user: User) -> RemindersView:
    session.flush()
    session.expire_all()
    return reminders_view(session, user_id=user.id, now=NOW)


def rule_in(view: RemindersView, key: str) -> RuleView:
    return next(rule for group in view.groups for rule in group.rules if rule.key == key)


def test_every_rule_stands_in_one_group() -> None:
    grouped = [rule for _, rules in GROUPS for rule in rules]
    assert sorted(grouped) == sorted(rule.key for rule in RULES)


def test_a_streak_that_is_switched_off_leaves_nothing_to_choose(session: Session) -> None:
    view = view_of(session, a_learner(session, is_streak_shown=False))
    shown = [rule.key for group in view.groups for rule in group.rules]
    assert sorted([*shown, "freeze_used"]) == sorted(rule.key for rule in RULES)


def test_who_chose_nothing_is_shown_the_defaults(session: Session) -> None:
    view = view_of(session, a_learner(session))
    assert (view.quiet_from, view.quiet_until) == ("22:00", "08:00")
    assert (view.is_learned, view.is_known, view.best_hours) == (True, False, "18:00")
    assert (view.pushes_a_day, view.is_digest, view.rests_at) == (3, True, "")
    assert rule_in(view, "weekly_report").chosen == ("app", "mail")
    security = rule_in(view, "security")
    assert (security.is_fixed, security.chosen) == (True, ("app", "mail"))


def test_hours_of_work_are_learned_and_shown(session: Session) -> None:
    user = a_learner(session)
    plan = study.a_study_plan(session, user)
    for number, lesson in enumerate(study.lessons_of(session)[:6]):
        study.a_session(
            session,
            plan,
            lesson,
            day=MONDAY - timedelta(days=1 + number),
            status="done",
            percent=100,
            spent_seconds=50 * 60,
            ended_at=NOW - timedelta(days=1 + number, hours=4),  # 08:00 in Istanbul
        )
    view = view_of(session, user)
    assert view.is_known
    assert "07:00" in view.best_hours


def test_everything_is_kept_in_its_clean_form_and_planned_again(session: Session) -> None:
    user = a_learner(session)
    save(session, user.id)
    view = view_of(session, user)
    assert (view.quiet_from, view.quiet_until) == ("21:30", "07:15")
    assert (view.is_learned, view.hours) == (False, (9, 20))
    assert (view.pushes_a_day, view.is_digest) == (5, False)
    planning = session.get(ReminderPlanning, user.id)
    assert planning is not None
    assert planning.due_at == NOW


def test_learned_hours_come_back_when_they_are_wanted(session: Session) -> None:
    user = a_learner(session)
    save(session, user.id)
    save(session, user.id, is_learned=True)
    assert view_of(session, user).hours == ()


@pytest.mark.parametrize("quiet", [("22:00", "22:00"), ("23:00:00", "06:30:00")])
def test_odd_quiet_hours_are_taken(session: Session, quiet: tuple[str, str]) -> None:
    """The same time twice is none at all; some browsers send seconds."""
    user = a_learner(session)
    save(session, user.id, quiet_from=quiet[0], quiet_until=quiet[1])
    view = view_of(session, user)
    assert (view.quiet_from, view.quiet_until) == (quiet[0][:5], quiet[1][:5])


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"quiet_from": ""}, "quiet_from", "time_missing"),
        ({"quiet_from": "24:00"}, "quiet_from", "time_missing"),
        ({"quiet_until": "7:00"}, "quiet_until", "time_missing"),
        ({"quiet_until": "٠٧:٠٠"}, "quiet_until", "time_missing"),
        ({"hours": []}, "hours", "hours_missing"),
        ({"hours": [9, 10, 11, 12]}, "hours", "hours_many"),
        ({"hours": [6, 9]}, "hours", "hours_quiet"),
        ({"hours": [24]}, "hours", "bad_request"),
        ({"pushes_a_day": 11}, "pushes_a_day", "bad_request"),
        ({"pushes_a_day": -1}, "pushes_a_day", "bad_request"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_kept(
    session: Session, changes: dict[str, Any], field: str, code: str
) -> None:
    user = a_learner(session)
    with pytest.raises(DomainError) as refused:
        save(session, user.id, **changes)
    assert (refused.value.code, refused.value.field) == (code, field)
    assert session.get(ReminderSetting, user.id) is None


def test_hours_that_are_quiet_are_named(session: Session) -> None:
    user = a_learner(session)
    with pytest.raises(DomainError) as refused:
        save(session, user.id, hours=[22, 6, 9])
    assert refused.value.params == {"time": "06:00, 22:00"}


def test_one_kind_by_one_channel_is_switched(session: Session) -> None:
    user = a_learner(session)
    for rule, channel, is_on in (
        ("weekly_report", "mail", False),
        ("weekly_report", "push", True),
        ("weekly_report", "push", True),
    ):
        switch_reminder(session, user_id=user.id, rule=rule, channel=channel, is_on=is_on, now=NOW)
    assert rule_in(view_of(session, user), "weekly_report").chosen == ("app", "push")
    settings = reminder_settings_of(session, user.id)
    assert not settings.is_on(rule_of("weekly_report"), "mail")
    assert session.get(ReminderPlanning, user.id) is not None


@pytest.mark.parametrize(
    ("rule", "channel"),
    [("security", "mail"), ("session_soon", "mail"), ("weekly_report", "sms"), ("nothing", "app")],
)
def test_what_cannot_be_switched_is_refused(session: Session, rule: str, channel: str) -> None:
    user = a_learner(session)
    with pytest.raises(DomainError, match="bad_request"):
        switch_reminder(session, user_id=user.id, rule=rule, channel=channel, is_on=False, now=NOW)


def test_choices_of_others_stay(session: Session) -> None:
    user, other = a_learner(session), a_learner(session)
    save(session, other.id)
    switch_reminder(
        session, user_id=other.id, rule="milestone", channel="app", is_on=False, now=NOW
    )
    save(session, user.id, pushes_a_day=1)
    assert view_of(session, other).pushes_a_day == 5
    assert rule_in(view_of(session, user), "milestone").chosen == ("app",)
    assert [row.user_id for row in session.exec(select(ReminderSetting))].count(user.id) == 1


def test_nobody_chooses_nothing(session: Session) -> None:
    with pytest.raises(NotFound):
        save(session, uuid4())


def test_break_from_everything_is_taken_where_the_plan_is(session: Session) -> None:
    user = a_learner(session)
    a_plan(session, user, status="paused")
    assert view_of(session, user).rests_at == "/plan"
    study.a_study_plan(session, user)
    assert view_of(session, user).rests_at == "/study"
