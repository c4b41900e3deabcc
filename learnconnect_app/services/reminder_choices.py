"""How a learner wants to be reminded: shown and chosen in Settings, and planned again at once."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.domain.best_hours import ENOUGH_MINUTES, best_hours
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.reminder_times import Quiet
from learnconnect_app.domain.reminder_views import (
    GROUPS,
    MOST_HOURS,
    MOST_PUSHES,
    RemindersView,
    RuleGroupView,
    RuleView,
    clock_text,
    hours_text,
)
from learnconnect_app.domain.reminders import CHANNELS, ReminderSettings, Rule, rule_of
from learnconnect_app.models import (
    PersonalizedPlan,
    ReminderSetting,
    ReminderSwitch,
    StudyPlan,
    User,
)
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.reminder_planning import ask
from learnconnect_app.services.reminder_settings import reminder_settings_of
from learnconnect_app.services.upserts import upsert_all
from learnconnect_app.services.work_hours import minutes_by_hour_of

LIVING = ("active", "paused")
_CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")


def reminders_view(session: Session, *, user_id: UUID, now: datetime) -> RemindersView:
    """In six queries. Writes nothing."""
    user = get_user(session, user_id)
    chosen = reminder_settings_of(session, user_id)
    minutes = minutes_by_hour_of(session, user, now)
    return RemindersView(
        quiet_from=clock_text(chosen.quiet_from),
        quiet_until=clock_text(chosen.quiet_until),
        is_learned=not chosen.hours,
        hours=chosen.hours,
        best_hours=hours_text(best_hours(minutes)),
        is_known=sum(minutes) >= ENOUGH_MINUTES,
        pushes_a_day=chosen.pushes_a_day,
        is_digest=chosen.is_digest,
        groups=tuple(
            RuleGroupView(key, tuple(_rule_view(rule, chosen) for rule in _told(rules, user)))
            for key, rules in GROUPS
        ),
        rests_at=_rests_at(session, user_id),
    )


def _told(keys: Iterable[str], user: User) -> Iterable[Rule]:
    """Of a streak that is switched off there is nothing to choose."""
    return (rule_of(key) for key in keys if user.is_streak_shown or key != "freeze_used")


def _rule_view(rule: Rule, chosen: ReminderSettings) -> RuleView:
    return RuleView(
        rule.key,
        possible=tuple(each for each in CHANNELS if each in rule.possible),
        chosen=tuple(each for each in CHANNELS if chosen.is_on(rule, each)),
        is_fixed=rule.is_about_safety,
    )


def _rests_at(session: Session, user_id: UUID) -> str:
    """Absences are begun in the calendar of a study plan; a skill plan alone is paused."""
    exam = select(StudyPlan.id).where(
        StudyPlan.user_id == user_id, col(StudyPlan.status).in_(LIVING)
    )
    skill = select(PersonalizedPlan.id).where(
        PersonalizedPlan.user_id == user_id, col(PersonalizedPlan.status).in_(LIVING)
    )
    plans = (("/study", exam), ("/plan", skill))
    return next((path for path, plan in plans if session.exec(plan.limit(1)).first()), "")


def save_reminder_hours(
    session: Session,
    *,
    user_id: UUID,
    quiet_from: str,
    quiet_until: str,
    is_learned: bool,
    hours: Collection[int],
    pushes_a_day: int,
    is_digest: bool,
    now: datetime,
) -> None:
    """Keep all of it, or nothing; today's reminders follow. Times are HH:MM; the same one twice
    means no quiet hours. ``DomainError`` with its field: ``quiet_from``, ``quiet_until``
    (time_missing), ``hours`` (hours_missing, hours_many, hours_quiet) or bad_request.
    """
    locked_user(session, user_id)
    quiet = Quiet(_minute(quiet_from, "quiet_from"), _minute(quiet_until, "quiet_until"))
    row = ReminderSetting(
        user_id=user_id,
        quiet_from=quiet.first,
        quiet_until=quiet.until,
        hours=[] if is_learned else _checked_hours(hours, quiet),
        pushes_a_day=_checked_pushes(pushes_a_day),
        is_digest=is_digest,
    )
    upsert_all(session, [row], by=["user_id"])
    ask(session, user_id=user_id, now=now)


def _minute(text: str, field: str) -> int:
    found = _CLOCK.fullmatch(text[:5])  # some browsers add seconds
    if found is None:
        raise DomainError("time_missing", field)
    return int(found[1]) * 60 + int(found[2])


def _checked_hours(hours: Collection[int], quiet: Quiet) -> list[int]:
    wanted = sorted(set(hours))
    if any(hour not in range(24) for hour in wanted):
        raise DomainError("bad_request", "hours")
    if not wanted:
        raise DomainError("hours_missing", "hours")
    if len(wanted) > MOST_HOURS:
        raise DomainError("hours_many", "hours", most=MOST_HOURS)
    silent = [hour for hour in wanted if quiet.holds(hour * 60)]
    if silent:
        raise DomainError("hours_quiet", "hours", time=hours_text(silent))
    return wanted


def _checked_pushes(count: int) -> int:
    if not 0 <= count <= MOST_PUSHES:
        raise DomainError("bad_request", "pushes_a_day")
    return count


def switch_reminder(
    session: Session, *, user_id: UUID, rule: str, channel: str, is_on: bool, now: datetime
) -> None:
    """A kind of reminder by a channel, from now on. ``DomainError("bad_request")`` for one that is
    none, does not come by this channel, or is about safety and always comes."""
    locked_user(session, user_id)
    try:
        found = rule_of(rule)
    except KeyError:
        raise DomainError("bad_request") from None
    if channel not in found.possible or found.is_about_safety:
        raise DomainError("bad_request")
    row = ReminderSwitch(user_id=user_id, rule=rule, channel=channel, is_on=is_on)
    upsert_all(session, [row], by=["user_id", "rule", "channel"])
    ask(session, user_id=user_id, now=now)
