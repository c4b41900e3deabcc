"""Ends mails of one kind, or all of them, for whoever holds the link of a mail; and begins again.

Every call says the state it wants, so that saying it twice is the same as once. Mails about the
account and its safety come all the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session, col, delete

from learnconnect_app.domain.errors import NotFound
from learnconnect_app.domain.reminders import Channel, Rule, is_rule, rule_of
from learnconnect_app.domain.unsubscribing import WayOut
from learnconnect_app.models import ReminderSwitch, User
from learnconnect_app.services.channels import channel_states, switch_off, switch_on
from learnconnect_app.services.rate_limits import is_allowed
from learnconnect_app.services.reminder_settings import reminder_settings_of
from learnconnect_app.services.upserts import upsert_all

MAIL: Channel = "mail"
UNSUBSCRIBED = "unsubscribed"
"""Why the channel is off; any other reason is not undone here."""
MOST_CLICKS, CLICKS_WITHIN = 30, timedelta(minutes=5)
"""For each learner, and not for each address: mail programs click from a few of their own."""


@dataclass(frozen=True)
class MailChoice:
    """What the holder of a link is shown."""

    locale: str
    rule: str
    """The kind the link names; empty for all mail, or for a kind that is no more."""
    is_rule_on: bool
    is_mail_on: bool
    can_resume: bool
    """Whether mail is off by the learner's own wish, and not because it came back."""


def mail_choice(session: Session, *, way: WayOut, now: datetime) -> MailChoice:
    """Raises ``NotFound`` when the account is gone."""
    user = _user(session, way)
    rule = _rule(way)
    state = channel_states(session, user_id=user.id).get(MAIL)
    is_rule_on = rule is None or reminder_settings_of(session, user.id).is_on(rule, MAIL)
    is_off = state is not None and state.is_off
    return MailChoice(
        locale=user.locale,
        rule=rule.key if rule else "",
        is_rule_on=is_rule_on,
        is_mail_on=not is_off,
        can_resume=state is None or state.reason in ("", UNSUBSCRIBED),
    )


def end_mail(session: Session, *, way: WayOut, now: datetime) -> bool:
    """No mail of this kind any more, or none at all. False: too many clicks, nothing was done."""
    user = _user(session, way)
    if not _may_click(session, way, now):
        return False
    rule = _rule(way)
    if rule is not None:
        _set_switch(session, way, rule, is_on=False)
    elif _is_mail_on(session, way):
        switch_off(session, user_id=user.id, channel=MAIL, reason=UNSUBSCRIBED, now=now)
    return True


def resume_mail(session: Session, *, way: WayOut, now: datetime) -> bool:
    """As before ``end_mail``. What a bounce or a complaint has switched off stays off."""
    user = _user(session, way)
    if not _may_click(session, way, now):
        return False
    rule = _rule(way)
    if rule is not None:
        _set_switch(session, way, rule, is_on=True)
    elif mail_choice(session, way=way, now=now).can_resume:
        switch_on(session, user_id=user.id, channel=MAIL, now=now)
    return True


def _user(session: Session, way: WayOut) -> User:
    user = session.get(User, way.user_id)
    if user is None:
        raise NotFound
    return user


def _rule(way: WayOut) -> Rule | None:
    """None for all mail: also when the kind is one of an earlier version."""
    return rule_of(way.rule) if is_rule(way.rule) else None


def _is_mail_on(session: Session, way: WayOut) -> bool:
    state = channel_states(session, user_id=way.user_id).get(MAIL)
    return state is None or not state.is_off


def _may_click(session: Session, way: WayOut, now: datetime) -> bool:
    return is_allowed(
        session,
        name="unsubscribe",
        of=str(way.user_id),
        most=MOST_CLICKS,
        within=CLICKS_WITHIN,
        now=now,
    )


def _set_switch(session: Session, way: WayOut, rule: Rule, *, is_on: bool) -> None:
    """A row says what is otherwise than by default."""
    if is_on == (MAIL in rule.by_default):
        session.exec(
            delete(ReminderSwitch).where(
                col(ReminderSwitch.user_id) == way.user_id,
                col(ReminderSwitch.rule) == rule.key,
                col(ReminderSwitch.channel) == MAIL,
            )
        )
        return
    row = ReminderSwitch(user_id=way.user_id, rule=rule.key, channel=MAIL, is_on=is_on)
    upsert_all(session, [row], by=("user_id", "rule", "channel"))
