"""The settings: what is kept, and what is wrong with what was sent."""

from __future__ import annotations

import asyncio
from datetime import date
from typing import Annotated, Any, Literal

import reflex as rx
from pydantic import Field

from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.integration_views import IntegrationsView
from learnconnect_app.domain.reminder_views import RemindersView
from learnconnect_app.domain.reminders import RULES, Channel
from learnconnect_app.domain.views import SettingsView
from learnconnect_app.services.absences import begin_absence, end_absence
from learnconnect_app.services.calendar_connections import disconnect
from learnconnect_app.services.calendar_feeds import close_feed, open_feed
from learnconnect_app.services.channel_trials import send_trial
from learnconnect_app.services.confirmations import send_link_again
from learnconnect_app.services.integrations import switch_channel_on
from learnconnect_app.services.preferences import update_profile
from learnconnect_app.services.reminder_choices import save_reminder_hours, switch_reminder
from learnconnect_app.services.settings_pages import settings_page
from learnconnect_app.ui.base_state import ErrorView, PageState, settled, told
from learnconnect_app.ui.gate import LEARNER, Rate, handler

LOOKS_AGAIN, LOOKS_EVERY = 20, 1.5
"""Times, and seconds between them: what the scheduler does is seen without asking for it."""

RuleKey = Annotated[str, Field(pattern=f"^({'|'.join(rule.key for rule in RULES)})$")]
Provider = Literal["google", "outlook"]
Tried = Literal["mail", "push"]


class SettingsState(PageState, rx.State):
    view: SettingsView = SettingsView()
    reminders: RemindersView = RemindersView()
    integrations: IntegrationsView = IntegrationsView()
    problem: ErrorView = ErrorView()
    """What stands beside a field."""
    saved: int = 0
    """Grows each time the profile was kept; likewise for hours and for single reminders."""
    saved_hours: int = 0
    saved_rule: int = 0
    links: int = 0
    """Grows with each link to confirm the address that was sent."""

    async def _load(self) -> None:
        page = await self._read(settings_page)
        self.view, self.reminders = page.profile, page.reminders
        self.integrations = page.integrations

    def _reset_choices(self) -> None:
        self.problem = settled(self.problem)
        self.saved = self.saved_hours = self.saved_rule = self.links = 0

    def _show(self, error: DomainError) -> Any:
        if not error.field:
            return super()._show(error)
        self.problem = told(error, self.problem)
        return None

    async def _done(self) -> None:
        self.problem = settled(self.problem)
        await self._refresh()

    @handler(LEARNER, rate=Rate(20, 10))
    async def save(self, form: dict[str, str]) -> None:
        """A native form: a checkbox that is off is not in it."""
        year = form.get("birth_year", "").strip()
        await self._act(
            update_profile,
            display_name=form.get("display_name", ""),
            timezone=form.get("timezone", ""),
            rest_weekdays=[day for day in range(7) if f"rest_{day}" in form],
            is_streak_shown="is_streak_shown" in form,
            birth_year=(int(year) if year.isdecimal() and len(year) < 5 else 0) if year else None,
            learning_style=form.get("learning_style", ""),
        )
        self.saved += 1
        await self._done()

    # ---- days without study ------------------------------------------------------------------

    @handler(LEARNER, rate=Rate(10, 10))
    async def begin_away(self, kind: str, from_day: str, until_day: str) -> None:
        """Days as date fields have them; without the last one, until ``end_away``."""
        await self._act(
            begin_absence,
            kind=kind,
            from_day=_day(from_day, "from_day"),
            until_day=_day(until_day, "until_day") if until_day else None,
        )
        await self._done()

    @handler(LEARNER)
    async def end_away(self) -> None:
        await self._act(end_absence)
        await self._done()

    # ---- reminders ---------------------------------------------------------------------------

    @handler(LEARNER, rate=Rate(20, 10))
    async def save_hours(self, form: dict[str, str]) -> None:
        pushes = form.get("pushes_a_day", "")
        await self._act(
            save_reminder_hours,
            quiet_from=form.get("quiet_from", ""),
            quiet_until=form.get("quiet_until", ""),
            is_learned=form.get("way") != "chosen",
            hours=[hour for hour in range(24) if f"hour_{hour}" in form],
            pushes_a_day=int(pushes) if pushes.isdecimal() and len(pushes) < 3 else -1,
            is_digest="is_digest" in form,
        )
        self.saved_hours += 1
        await self._done()

    @handler(LEARNER)
    async def switch_rule(self, rule: RuleKey, channel: Channel, is_on: bool) -> None:
        await self._act(switch_reminder, rule=rule, channel=channel, is_on=is_on)
        self.saved_rule += 1
        await self._done()

    # ---- connections -------------------------------------------------------------------------

    @handler(LEARNER)
    async def send_trial(self, channel: Tried) -> Any:
        await self._act(send_trial, channel=channel)
        await self._done()
        return type(self).watch

    @handler(LEARNER, rate=Rate(10, 10))
    async def send_link(self) -> None:
        await self._act(send_link_again)
        self.links += 1
        await self._done()

    @handler(LEARNER)
    async def switch_channel_on(self, channel: Tried) -> None:
        await self._act(switch_channel_on, channel=channel)
        await self._done()

    @handler(LEARNER)
    async def disconnect(self, provider: Provider, keeps_events: bool) -> Any:
        await self._act(disconnect, provider=provider, keeps_events=keeps_events)
        await self._done()
        return type(self).watch

    @handler(LEARNER, rate=Rate(10, 10))
    async def open_feed(self) -> None:
        await self._act(open_feed)
        await self._done()

    @handler(LEARNER)
    async def close_feed(self) -> None:
        await self._act(close_feed)
        await self._done()

    @handler(LEARNER, background=True)
    async def watch(self) -> None:
        """Look again until what was asked of the scheduler is done, or it takes too long."""
        for _ in range(LOOKS_AGAIN):
            await asyncio.sleep(LOOKS_EVERY)
            async with self:  # type: ignore[attr-defined]
                await self._refresh()
                if not self.integrations.is_waiting:
                    return


def _day(text: str, field: str) -> date:
    """As a date field has it. ``DomainError("absence_past")`` for none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise DomainError("absence_past", field) from None
