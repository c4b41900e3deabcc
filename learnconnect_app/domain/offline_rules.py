"""How work done without a connection is settled when it arrives: every conflict rule, in one list.

A device queues what its learner did, with the moment by its own clock, and sends it when it can.
By then another device may have done the same, the plan may have changed, or the day be over. Each
case has a rule here, which is carried out in `services/operations.py` and its siblings, told to
the learner in a sentence, explained in `docs/offline.md`, and proven by a test that bears its name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

MOST_DAYS = 7
"""Older work is refused: by then days, reports and tests have been built upon what was known."""
TOLERATED = timedelta(minutes=5)
"""So far the clock of a device may be wrong without a word about it."""
MOST_OPERATIONS = 100
"""In one request."""


class Outcome(StrEnum):
    """``settled``: a rule decided, and the work counts as it says. ``refused``: it does not."""

    SETTLED = "settled"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Rule:
    """``when`` and ``happens``: as `docs/offline.md` explains them."""

    name: str
    outcome: Outcome
    when: str
    happens: str
    is_kept: bool = False
    """Nothing is decided yet, so the device keeps the operation in its queue."""

    @property
    def sentence(self) -> str:
        """Key of what the learner is told."""
        if self.outcome is Outcome.SETTLED:
            return f"offline.rule.{self.name}"
        return f"error.{self.name}"


def _settled(name: str, when: str, happens: str) -> Rule:
    return Rule(name, Outcome.SETTLED, when, happens)


def _refused(name: str, when: str, happens: str, *, is_kept: bool = False) -> Rule:
    return Rule(name, Outcome.REFUSED, when, happens, is_kept)


RULES: tuple[Rule, ...] = (
    _settled(
        "done_already",
        "The task or session was finished on another device first.",
        "The first one stands; nothing is done or paid a second time.",
    ),
    _settled(
        "answered_already",
        "The mistake was answered or taken out on another device since it was downloaded.",
        "The first answer stands; this one changes nothing.",
    ),
    _settled(
        "session_dropped",
        "The plan was made again and the session is no longer in it.",
        "It comes back into the calendar on the day it was worked on; its minutes count, and its "
        "XP is paid once.",
    ),
    _settled(
        "pause_dropped",
        "A session was paused, not finished, on a day that is over, and the plan no longer has it.",
        "Nothing is put back and nothing counts; once finished, it would come back.",
    ),
    _settled(
        "session_missed",
        "Its day was settled before the work arrived, so the session had counted as missed.",
        "It is done after all, on the day it was done; the plan is made again without the "
        "session that was to replace it.",
    ),
    _settled(
        "session_moved",
        "The plan has the session on another day by now.",
        "It counts as done on the day it was done, and does not wait on the other day.",
    ),
    _settled(
        "plan_resting",
        "The plan was paused, or another one taken up, before the work arrived.",
        "The work counts; the plan goes on resting.",
    ),
    _settled(
        "plan_over",
        "The plan was finished or replaced before the work arrived.",
        "The work counts for its day; the plan stays over.",
    ),
    _settled(
        "freeze_returned",
        "The day it was done on had been covered by a streak freeze.",
        "The day becomes an active one and the freeze is given back; days after it are judged "
        "again.",
    ),
    _settled(
        "day_made_active",
        "The day it was done on had been recorded as missed.",
        "The day becomes an active one, and the streak goes through it; days after it are judged "
        "again.",
    ),
    _settled(
        "day_rolled_over",
        "It arrives on a later study day than it was done on.",
        "Minutes, streak and XP count for the study day it was done on.",
    ),
    _settled(
        "notes_joined",
        "The notes were changed on another device too.",
        "Both are kept, one below the other with a line between them.",
    ),
    _settled(
        "notes_moved",
        "Notes were written about a session that is no longer in the plan.",
        "They are added to the notes of another session of its topic.",
    ),
    _settled(
        "clock_ahead",
        "The clock of the device is more than five minutes ahead.",
        "The moment is corrected by our clock, and is never later than the arrival.",
    ),
    _settled(
        "clock_behind",
        "The clock of the device is more than five minutes behind, or the work would have been "
        "done before it was opened.",
        "The moment is corrected by our clock, and is never before the opening.",
    ),
    _refused(
        "operation_too_old",
        f"It was done more than {MOST_DAYS} days ago.",
        "Nothing is changed, and the learner is told what was not taken.",
    ),
    _refused(
        "day_locked",
        "The day of the skill plan is locked.",
        "Nothing is changed: days open one after the other.",
    ),
    _refused(
        "not_found",
        "What it is about does not exist, or is somebody else's.",
        "Nothing is changed.",
    ),
    _refused(
        "notes_long",
        "Notes, alone or joined with those of another device, are longer than fits.",
        "The notes that are kept stay as they are; the device keeps its own to be copied.",
    ),
    _refused(
        "bad_answer",
        "An answer is none that its question can have.",
        "Nothing is changed; the question stays due.",
    ),
    _refused(
        "bad_request",
        "A value is missing, unknown, of the wrong kind or out of its range.",
        "Nothing is changed.",
    ),
    _refused(
        "operation_changed",
        "An operation of the same id arrived before with other content.",
        "The first one stands.",
    ),
    _refused(
        "other_account",
        "Somebody else is signed in than when it was queued.",
        "Nothing is changed; the device keeps it until its owner signs in.",
        is_kept=True,
    ),
    _refused(
        "unexpected",
        "Something broke on our side.",
        "Nothing of it is changed; the device keeps it and sends it again.",
        is_kept=True,
    ),
)

BY_NAME = {rule.name: rule for rule in RULES}


def in_order(names: Iterable[str]) -> list[str]:
    """As the list has them: what decided most comes first. KeyError for none of ours."""
    wanted = {BY_NAME[name].name for name in names}
    return [rule.name for rule in RULES if rule.name in wanted]


@dataclass(frozen=True, slots=True)
class DoneAway:
    """Work done without a connection."""

    at: datetime
    """By the learner's clock as corrected; never later than its arrival."""
    seconds: int = 0
    """Of a session, as its device timed it; 0: not timed."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When something was done, and the rule that corrected it ("": none)."""

    at: datetime
    rule: str = ""


def moment_of(done_at: datetime, sent_at: datetime | None, received_at: datetime) -> Moment:
    """When it was done by our clock.

    ``sent_at`` is what the device's clock said when it sent: what that is wrong by more than
    ``TOLERATED``, ``done_at`` is wrong by too. Without it only the future can be known as wrong.
    """
    error = sent_at - received_at if sent_at is not None else timedelta(0)
    is_wrong = abs(error) > TOLERATED
    at = done_at - error if is_wrong else done_at
    rule = ("clock_ahead" if error > timedelta(0) else "clock_behind") if is_wrong else ""
    if at > received_at + TOLERATED:
        rule = "clock_ahead"
    return Moment(min(at, received_at), rule)


def is_too_old(at: datetime, received_at: datetime) -> bool:
    return received_at - at > timedelta(days=MOST_DAYS)


NOTES_BETWEEN = "\n\n* * *\n\n"


def joined_notes(kept: str, mine: str, was: str) -> tuple[str, bool]:
    """Notes as they are to be kept, and whether two versions were joined.

    ``kept``: as they are now; ``mine``: as the device has them; ``was``: as both began.
    """
    if kept == was or kept in mine:
        return mine, False
    if was and kept.endswith(NOTES_BETWEEN + was):  # joined before, and written on since
        return kept.removesuffix(was) + mine, True
    if mine == was or mine in kept:
        return kept, False
    return kept + NOTES_BETWEEN + mine, True
