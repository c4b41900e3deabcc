"""Pieces of the settings that belong to the browser, of our own JSX."""

from __future__ import annotations

import reflex as rx
from reflex.components.el.element import Element
from reflex.event import EventHandler, passthrough_event_spec

from learnconnect_app.domain.integration_views import CHANNEL_CODES, IntegrationsView
from learnconnect_app.domain.reminder_views import GROUPS, RuleGroupView
from learnconnect_app.domain.reminders import CHANNELS, RULES
from learnconnect_app.domain.views import SettingsView
from learnconnect_app.locales import keys
from learnconnect_app.ui.base_state import ErrorView
from learnconnect_app.ui.js import SETTINGS
from learnconnect_app.ui.kit.icons import icon
from learnconnect_app.ui.push import PushDevices

ARRIVALS = ("connected", "denied", "consent", "expired", "failed", "off", "removing", "other")
"""How asking a provider can end: `api/integrations.py` says it in the address."""

STATES = {
    "name": ("mail", "push", "google", "outlook", "feed"),
    "mail": ("on", "off", "unconfirmed", "local", "unset"),
    "push": ("on", "off", "none"),
    "calendar": ("on", "none", "reconnect", "removing", "unset"),
    "feed": ("on", "none", "lost"),
    "trial": ("waiting", "again", "sent", "failed"),
    "chip": (
        *("on", "problem", "off", "unconfirmed", "none"),
        *("local", "reconnect", "removing", "unset", "lost"),
    ),
}
"""What the ways out can be told to be: `domain/integration_views.py`."""


def _refuse_what_has_no_words() -> None:
    """The script puts these keys together: one without words stops the build."""
    needed = {f"settings.channel.{channel}" for channel in CHANNELS}
    needed |= {f"settings.group.{key}" for key, _ in GROUPS}
    for rule in RULES:
        needed |= {f"settings.rule.{rule.key}", f"settings.rule_text.{rule.key}"}
    needed |= {f"integrations.arrived.{result}" for result in ARRIVALS}
    needed |= {f"channel.{code}" for code in CHANNEL_CODES}
    for family, states in STATES.items():
        needed |= {f"integrations.{family}.{state}" for state in states}
    if missing := needed - keys():
        raise KeyError(f"no messages {sorted(missing)}")


_refuse_what_has_no_words()


class _Settings(rx.Component):
    library = SETTINGS


class SectionList(_Settings):
    """Links to the sections of the page, by id and name; the one in sight is marked."""

    tag = "SectionList"
    label: rx.Var[str]
    sections: rx.Var[list[list[str]]]


class RuleGroups(_Settings):
    """Kinds of reminders and the channels they come by, switched one by one."""

    tag = "RuleGroups"
    groups: rx.Var[tuple[RuleGroupView, ...]]
    on_switch: EventHandler[passthrough_event_spec(str, str, bool)]
    """Rule, channel, and whether it is on now."""


class HoursOfDay(_Settings):
    """Fields ``hour_0`` to ``hour_23``, in rows: morning, midday, evening and early."""

    tag = "HoursOfDay"
    words: rx.Var[dict[str, str]]
    chosen: rx.Var[tuple[int, ...]]


class Connections(_Settings):
    """Each way out with its state and what can be done; dialogs that it opens stand beside it:
    ``disconnect-google``, ``disconnect-outlook``, ``feed_new`` and ``feed_end``."""

    tag = "Connections"
    view: rx.Var[IntegrationsView]
    problem: rx.Var[ErrorView]
    """One whose field is a way's code stands there."""
    links: rx.Var[int]
    """Grows with each link to confirm the address that was sent."""
    on_trial: EventHandler[passthrough_event_spec(str)]
    on_switch_on: EventHandler[passthrough_event_spec(str)]
    on_send_link: EventHandler[rx.event.no_args_event_spec]
    """Another link to confirm the address."""
    on_open_feed: EventHandler[rx.event.no_args_event_spec]


class DaysOff(_Settings):
    """Days off that are set, with the way back; else the form to set them."""

    tag = "DaysOff"
    view: rx.Var[SettingsView]
    problem: rx.Var[ErrorView]
    """One whose field is ``from_day`` or ``until_day`` stands there."""
    on_begin: EventHandler[passthrough_event_spec(str, str, str)]
    """Kind, first day, first day back or nothing."""
    on_end: EventHandler[rx.event.no_args_event_spec]


class Privacy(_Settings):
    """What others see of the learner."""

    tag = "Privacy"


class AccountCare(_Settings):
    """Signed-in browsers, another address or password, the file of all data, the end of the
    account: by HTTP alone, fetched when it comes near."""

    tag = "AccountCare"
    email: rx.Var[str]
    asked: rx.Var[str]
    """The address that is still to be confirmed; empty for none."""


class LatePushDevices(PushDevices):
    """The same, fetched when it comes near."""

    library = SETTINGS


def push_devices() -> rx.Component:
    """Reminders on this device and on the learner's others."""
    return LatePushDevices.create(symbol=icon("bell", 20), bin=icon("trash-2", 18))


class OwnLink(Element):
    """A link within the page: Reflex's own would go through the router."""

    tag = "a"
    href: rx.Var[str]
