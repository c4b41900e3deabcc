"""Asks of due messages, just before they are sent, whether they are still wanted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from sqlmodel import Session

from learnconnect_app.domain.daily_goals import NEARLY_MINUTES
from learnconnect_app.domain.reminder_days import SOON_MINUTES
from learnconnect_app.domain.reminder_times import PushOfDay, Quiet, moment, within_cap
from learnconnect_app.domain.reminders import DIGEST, PUSH_ORDER, End, Rule, is_rule, rule_of
from learnconnect_app.models import OutboxMessage
from learnconnect_app.services.reminder_facts import Facts
from learnconnect_app.services.reminder_facts_reading import facts_of

Verdict = Literal["send", "cancelled", "expired", "later"]
"""``later``: it stays pending; its ``due_at`` was moved (out of the quiet hours, or behind a
session that is being studied)."""

AFTER_WORK = timedelta(minutes=20)
"""So much later is looked again whether the learner still sits at a session."""
APART = timedelta(minutes=60)
"""Between two pushes, unless the second has an hour of its own."""
HAS_AN_HOUR = ("session_soon", "nearly_there")
OF_ANY_PUSH = frozenset({End.NO_PLAN, End.BEGUN, End.DONE, End.MOVED, End.TAKEN})
"""What they look at is read for every push, and not only for those that end by them."""
GONE = ("sending", "sent", "unknown")
UNCONFIRMED = "address_unconfirmed"
"""Why a mail was cancelled: nobody has said that the address it would go to is theirs."""


def wanted(session: Session, rows: Sequence[OutboxMessage], now: datetime) -> dict[UUID, Verdict]:
    """A verdict for each row, in a fixed number of queries. To be called in the transaction that
    claims the rows, before their status is changed.

    Mails of the accounts and security are always sent. Parts of a digest that are not wanted any
    more are taken out of it.
    """
    asked = [row for row in rows if _is_asked(row)]
    users = {row.user_id for row in asked if row.user_id}
    facts = _facts(session, users, asked, now) if users else {}
    verdicts: dict[UUID, Verdict] = {row.id: "send" for row in rows}
    for row in asked:
        verdicts[row.id] = _verdict(row, facts.get(row.user_id) if row.user_id else None, now)
    _keep_to_caps(asked, facts, verdicts)
    _keep_apart(asked, verdicts, now)
    return verdicts


def _facts(
    session: Session, users: Collection[UUID], asked: Collection[OutboxMessage], now: datetime
) -> Mapping[UUID, Facts]:
    """As much as is looked at: nobody's sessions are read for a report."""
    kinds = {row.kind for row in asked if row.kind != DIGEST}
    kinds.update(
        item["kind"] for row in asked if row.kind == DIGEST for item in row.params["items"]
    )
    ends = {end for kind in kinds for end in rule_of(kind).ends}
    has_pushes = any(row.channel == "push" for row in asked)
    return facts_of(session, users, now, ends=ends, has_pushes=has_pushes)


def _is_asked(row: OutboxMessage) -> bool:
    return row.kind == DIGEST or (is_rule(row.kind) and not rule_of(row.kind).is_about_safety)


def _verdict(row: OutboxMessage, facts: Facts | None, now: datetime) -> Verdict:
    if row.expires_at and row.expires_at <= now:
        return "expired"
    if facts is None or not _is_open(row, facts):
        return "cancelled"
    if row.channel == "mail" and row.recipient != facts.address:
        row.error = UNCONFIRMED
        return "cancelled"
    if row.kind == DIGEST:
        items = [each for each in row.params["items"] if _is_item_wanted(each, facts)]
        row.params = {**row.params, "items": items}
        if not items:
            return "cancelled"
    elif not _is_wanted(rule_of(row.kind), row.about, row.due_at, facts):
        return "cancelled"
    return _unless_disturbing(row, facts, now)


def _is_open(row: OutboxMessage, facts: Facts) -> bool:
    """Whether it may still come by this channel to this address."""
    if row.channel in facts.channels_off:
        return False
    if row.channel == "push" and row.recipient not in facts.devices:
        return False
    return row.kind == DIGEST or facts.settings.is_on(rule_of(row.kind), row.channel)  # type: ignore[arg-type]


def _is_item_wanted(item: Mapping[str, str], facts: Facts) -> bool:
    rule = rule_of(item["kind"])
    return facts.settings.is_on(rule, "mail") and _is_wanted(rule, item["about"], None, facts)


def _is_wanted(rule: Rule, about: str, due_at: datetime | None, facts: Facts) -> bool:
    if facts.is_leaving:  # who leaves is left alone
        return False
    if facts.is_away or (facts.is_resting and not rule.is_about_rest):
        return False
    return not any(_HAS_ENDED[end](about, due_at, facts) for end in rule.ends)


def _unless_disturbing(row: OutboxMessage, facts: Facts, now: datetime) -> Verdict:
    """What is late does not come at night, and nothing rings in the middle of a session. Of what
    is left of a day nothing is known before that ends."""
    later = now
    if row.channel != "app":
        quiet = Quiet(facts.settings.quiet_from, facts.settings.quiet_until)
        later = quiet.end_after(now, facts.timezone)
    if facts.is_at_work and (row.channel == "push" or row.kind == "nearly_there"):
        later = max(later, now + AFTER_WORK)
    if row.channel == "push" and row.kind not in HAS_AN_HOUR:
        later = max([later, *(at + APART for at in _rung_before(row, facts))])
    return "send" if later == now else _put_off(row, later)


def _put_off(row: OutboxMessage, later: datetime) -> Verdict:
    if row.expires_at and row.expires_at <= later:
        return "expired"
    row.due_at = later
    return "later"


def _rung_before(row: OutboxMessage, facts: Facts) -> list[datetime]:
    """When pushes of something else left."""
    return [push.sent_at for push in facts.pushes if push.sent_at and _key(push) != _key(row)]


# ---- what ends a reminder ---------------------------------------------------------------------


def _is_session_moved(about: str, due_at: datetime | None, facts: Facts) -> bool:
    """Not where it was: its reminder was due a quarter of an hour before it, or a little later
    because of the quiet hours."""
    row = next((each for each in facts.todays if str(each.id) == about), None)
    if row is None or row.status != "planned" or row.start_minute is None:
        return True
    start = moment(row.day, row.start_minute, facts.timezone)
    soon = timedelta(minutes=SOON_MINUTES)
    return due_at is not None and not start - soon <= due_at <= start


def _is_taken(about: str, facts: Facts) -> bool:
    """``about``: the week of a weekly test; the plan of a final one."""
    if facts.tests_running:
        return True
    is_ready = any(str(week) == about for week in facts.tests_ready)
    return not is_ready and not any(
        str(plan) == about and phase in ("final", "retest") for plan, phase in facts.phases.items()
    )


_HAS_ENDED: Mapping[End, Callable[[str, datetime | None, Facts], bool]] = {
    End.NO_PLAN: lambda _about, _due, facts: not facts.active_plans,
    End.BEGUN: lambda _about, _due, facts: facts.is_begun or facts.is_at_work,
    End.DONE: lambda _about, _due, facts: facts.is_done,
    End.NOT_NEARLY: lambda _about, _due, facts: (
        not facts.is_at_work and not 0 < facts.minutes_left <= NEARLY_MINUTES
    ),
    End.MOVED: _is_session_moved,
    End.TAKEN: lambda about, _due, facts: _is_taken(about, facts),
    End.RESUMED: lambda about, _due, facts: (
        bool(facts.active_plans) or about not in map(str, facts.paused_plans)
    ),
    End.GIVEN_BACK: lambda about, _due, facts: (
        not facts.is_streak_shown or facts.frozen_days.get(about, True)
    ),
    End.MENDED: lambda about, _due, facts: about not in facts.broken_calendars,
    End.OPENED: lambda about, _due, facts: about in facts.reports_read,
    End.LASTS: lambda about, _due, facts: about not in facts.rewards_ending,
}


# ---- pushes a day -----------------------------------------------------------------------------


def _keep_to_caps(
    asked: Collection[OutboxMessage], facts: Mapping[UUID, Facts], verdicts: dict[UUID, Verdict]
) -> None:
    """Cancel the pushes beyond the learner's number: those that left count, and so do those that
    are due later today and come first. All devices together are one push."""
    now_asked = {row.id for row in asked}
    for row in asked:
        if row.channel != "push" or verdicts[row.id] != "send" or row.user_id is None:
            continue
        each = facts[row.user_id]
        others = [
            push
            for push in each.pushes
            if (verdicts.get(push.id) == "send" if push.id in now_asked else _stands(push, each))
        ]
        of_day = {_key(push): _push(push, now_asked) for push in [*others, row]}
        for push in others:  # one device may have it already
            if push.status in GONE and push.id not in now_asked:
                of_day[_key(push)] = _push(push, now_asked)
        if _key(row) not in within_cap([*of_day.values()], each.settings.pushes_a_day):
            verdicts[row.id] = "cancelled"


def _stands(push: OutboxMessage, facts: Facts) -> bool:
    """Whether one that is not asked about has left, or may leave yet. It stays pending until it is
    due, whatever became of its reason meanwhile."""
    if push.status in GONE:
        return True
    ends = rule_of(push.kind).ends & OF_ANY_PUSH
    has_ended = any(_HAS_ENDED[end](push.about, push.due_at, facts) for end in ends)
    return _is_open(push, facts) and not has_ended


def _keep_apart(
    asked: Collection[OutboxMessage], verdicts: dict[UUID, Verdict], now: datetime
) -> None:
    """Of what a learner would get at once only the first of `PUSH_ORDER` goes now. All devices
    together are one push."""
    pushes = [row for row in asked if row.channel == "push" and verdicts[row.id] == "send"]
    pushes.sort(key=lambda row: (PUSH_ORDER.index(row.kind), row.due_at, row.about))
    first: dict[UUID | None, tuple[str, str]] = {}
    for row in pushes:
        if first.setdefault(row.user_id, _key(row)) == _key(row) or row.kind in HAS_AN_HOUR:
            continue
        verdicts[row.id] = _put_off(row, now + APART)


def _key(row: OutboxMessage) -> tuple[str, str]:
    return row.kind, row.about


def _push(row: OutboxMessage, now_asked: set[UUID]) -> PushOfDay:
    is_gone = row.status in GONE and row.id not in now_asked
    return PushOfDay(_key(row), row.kind, row.due_at, is_gone)
