"""Reads how learners want to be reminded; who never chose anything has the defaults."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.domain.reminders import ReminderSettings
from learnconnect_app.models import ReminderSetting, ReminderSwitch


def reminder_settings_of(session: Session, user_id: UUID) -> ReminderSettings:
    return reminder_settings_by_user(session, [user_id])[user_id]


def reminder_settings_by_user(
    session: Session, user_ids: Collection[UUID]
) -> dict[UUID, ReminderSettings]:
    """Of each of them, in two queries."""
    switches: defaultdict[UUID, dict[tuple[str, str], bool]] = defaultdict(dict)
    for switch in session.exec(
        select(ReminderSwitch).where(col(ReminderSwitch.user_id).in_(user_ids))
    ):
        switches[switch.user_id][switch.rule, switch.channel] = switch.is_on
    rows = session.exec(select(ReminderSetting).where(col(ReminderSetting.user_id).in_(user_ids)))
    chosen = {row.user_id: row for row in rows}
    return {user_id: _settings(chosen.get(user_id), switches[user_id]) for user_id in set(user_ids)}


def _settings(
    row: ReminderSetting | None, switches: dict[tuple[str, str], bool]
) -> ReminderSettings:
    if row is None:
        return ReminderSettings(switches=switches)
    return ReminderSettings(
        quiet_from=row.quiet_from,
        quiet_until=row.quiet_until,
        hours=tuple(row.hours),
        pushes_a_day=row.pushes_a_day,
        is_digest=row.is_digest,
        switches=switches,
    )
