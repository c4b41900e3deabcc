"""All that the settings show, read at once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from learnconnect_app.domain.integration_views import IntegrationsView
from learnconnect_app.domain.reminder_views import RemindersView
from learnconnect_app.domain.views import SettingsView
from learnconnect_app.services.integrations import integrations_view
from learnconnect_app.services.preferences import settings_view
from learnconnect_app.services.reminder_choices import reminders_view


@dataclass(frozen=True)
class SettingsPage:
    profile: SettingsView
    reminders: RemindersView
    integrations: IntegrationsView


def settings_page(session: Session, *, user_id: UUID, now: datetime) -> SettingsPage:
    """In at most twelve queries. Writes nothing."""
    return SettingsPage(
        settings_view(session, user_id=user_id, now=now),
        reminders_view(session, user_id=user_id, now=now),
        integrations_view(session, user_id=user_id, now=now),
    )
