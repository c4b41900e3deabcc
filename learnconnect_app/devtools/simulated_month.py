"""`python -m learnconnect_app.devtools.simulated_month [tr|en]`: all that a learner is sent in a
month, with the hours on her clock and the words she reads.

She studies for an exam and for a role, through the real services under a clock of her own: works
on most days, leaves one evening ten minutes early, misses days, goes on vacation, travels west
over a change to summer time, stays away without a word, and comes back. What the scheduler would
do is done whenever something is due; mails and pushes are composed as they would be sent.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlmodel import Session, SQLModel, func, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.content.library import library
from learnconnect_app.devtools.demo import NAME, ZONE, Learner
from learnconnect_app.devtools.demo_studies import Studies
from learnconnect_app.domain.study_days import bounds, local_time, study_day
from learnconnect_app.models import OutboxMessage, PushSubscription, ReminderPlanning, User
from learnconnect_app.services.absences import begin_absence
from learnconnect_app.services.accounts import check_profile, create_account, set_timezone
from learnconnect_app.services.content import load_content
from learnconnect_app.services.mail_composition import composed
from learnconnect_app.services.outbox_claims import Claims, claim_due, tell_due
from learnconnect_app.services.outbox_results import Outcome, Result, record
from learnconnect_app.services.plans import complete_task, start_task
from learnconnect_app.services.push_messages import composed_push
from learnconnect_app.services.reminder_planning import plan_due
from learnconnect_app.services.reminder_words import words_of
from learnconnect_app.services.sessions import open_session
from learnconnect_app.services.study_settling import settle_study_days
from learnconnect_app.services.weekly_reports import make_due_reports

FIRST = date(2026, 3, 2)
"""A Monday."""
DAYS = 30
WEST = "Europe/Berlin"
URL = "https://learnconnect.example"
KEY = b"of the simulated month only"
DEVICES = ("phone", "laptop")
BEGINS, TASK_SHARE = time(17, 5), 0.8
MOST_DUE_AT_ONCE = 50


@dataclass(frozen=True)
class Sent:
    at: datetime
    """On the learner's clock."""
    channel: str
    kind: str
    title: str
    text: str

    def __str__(self) -> str:
        when = f"{self.at:%a %d %b %H:%M}"
        return f"{when}  {self.channel:<4}  {self.kind:<14} {self.title} | {self.text}"


@dataclass
class Month(Learner):
    """A learner whose scheduler works while her clock goes on."""

    sent: list[Sent] = field(default_factory=list)
    notes: list[tuple[datetime, str]] = field(default_factory=list)
    """What she did."""

    @property
    def user(self) -> User:
        return self.session.get_one(User, self.user_id, populate_existing=True)

    def until(self, moment: datetime) -> None:
        """Let the time pass, with all that becomes due on the way."""
        while (due := self._next_due()) is not None and due <= moment:
            self.now = max(self.now, due)
            self._tick()
        self.now = max(self.now, moment)
        self._tick()

    def _next_due(self) -> datetime | None:
        """When something becomes due, or the next study day begins."""
        pending = select(func.min(OutboxMessage.due_at)).where(OutboxMessage.status == "pending")
        planning = select(func.min(ReminderPlanning.due_at))
        rollover = bounds(study_day(self.now, self.user.timezone), self.user.timezone)[1]
        found = [self.session.exec(pending).one(), self.session.exec(planning).one(), rollover]
        return min((each for each in found if each is not None), default=None)

    def _tick(self) -> None:
        settle_study_days(self.session, **self.named)
        make_due_reports(self.session, now=self.now)
        while plan_due(self.session, now=self.now):
            pass
        self._tell()
        for channel in ("mail", "push"):
            claims = claim_due(self.session, channel=channel, most=MOST_DUE_AT_ONCE, now=self.now)
            self._deliver(channel, claims)
        self.session.flush()
        self.session.expire_all()

    def _tell(self) -> None:
        due = self.session.exec(
            select(OutboxMessage).where(
                OutboxMessage.channel == "app",
                OutboxMessage.status == "pending",
                OutboxMessage.due_at <= self.now,
            )
        ).all()
        tell_due(self.session, now=self.now)
        for row in due:
            self.session.refresh(row)
            if row.status == "sent":
                words = words_of(row.kind, row.locale, row.params)
                self._note_sent("app", row.kind, words.title, words.text)

    def _deliver(self, channel: str, claims: Claims) -> None:
        results = []
        for claimed in claims.messages:
            if claimed.subscription is None:
                mail = composed(claimed.row, URL, KEY)
                text = " / ".join(line for line in mail.text.splitlines() if line)
                self._note_sent(channel, claimed.row.kind, mail.subject, text)
            else:
                composed_push(claimed.row, claimed.subscription, URL, now=self.now)
                words = words_of(claimed.row.kind, claimed.row.locale, claimed.row.params)
                if claimed.subscription.device == DEVICES[0]:
                    self._note_sent(channel, claimed.row.kind, words.title, words.text)
            results.append(Result(claimed, Outcome.SENT))
        record(self.session, results=results, now=self.now)

    def _note_sent(self, channel: str, kind: str, title: str, text: str) -> None:
        at = local_time(self.now, self.user.timezone)
        self.sent.append(Sent(at, channel, kind, title, text))


def live(session: Session, locale: str) -> Month:
    """The month; what was sent in it is in ``sent``."""
    began = _at(FIRST, time(16), ZONE)
    month = Month(session, _register(session, locale, began), began)
    studies = Studies(month)
    for number in range(DAYS):
        day = FIRST + timedelta(days=number)
        zone = month.user.timezone
        month.until(_at(day, BEGINS, zone))
        for what, act in _SCRIPT.get(number, (("works", _work),)):
            month.notes.append((local_time(month.now, zone), what))
            act(month, studies, day)
            month.session.flush()
        month.until(_at(day + timedelta(days=1), time(3, 55), month.user.timezone))
    return month


def _at(day: date, at: time, zone: str) -> datetime:
    return datetime.combine(day, at, ZoneInfo(zone))


def _register(session: Session, locale: str, now: datetime) -> UUID:
    profile = check_profile(
        email="ayse@learnconnect.example",
        display_name=NAME,
        locale=locale,
        timezone=ZONE,
        birth_year=None,
        now=now,
    )
    user_id = create_account(session, profile=profile, password_hash="none", now=now)
    session.add_all(
        PushSubscription(
            user_id=user_id,
            endpoint=f"https://push.example/{device}",
            p256dh="key",
            auth="secret",
            device=device,
            created_at=now,
        )
        for device in DEVICES
    )
    session.flush()
    return user_id


Act = Callable[[Month, Studies, date], None]


def _begin(month: Month, studies: Studies, day: date) -> None:
    month.assess()
    studies.set_goal(day)
    _sign_in(month, DEVICES[0])


def _work(month: Month, studies: Studies, day: date, *, leaves: int = 0) -> None:
    """The sessions of the day when they are due, and then the day of the skill plan.

    ``leaves``: minutes of the last session that she leaves undone.
    """
    sessions = studies.sessions_of(day)
    for number, row in enumerate(sessions, start=1):
        if row.start_minute is not None:
            month.until(_minute(month, day, row.start_minute))
        is_left = leaves and number == len(sessions)
        studies.study(row, percent=100 - -(-100 * leaves // row.minutes) if is_left else 100)
        month.until(month.now)
    week = next((w for w, task in month.days() if w.status == "test_ready"), None)
    if week is not None:
        month.take_the_weekly_test(1, 12)
    elif not leaves and any(task.status == "unlocked" for _, task in month.days()):
        task = next(task for _, task in month.days() if task.status == "unlocked")
        start_task(month.session, task_id=task.id, **month.named)
        month.until(month.now + timedelta(minutes=task.minutes * TASK_SHARE))
        complete_task(month.session, task_id=task.id, **month.named)


def _minute(month: Month, day: date, minute: int) -> datetime:
    midnight = _at(day, time(), month.user.timezone)
    return midnight + timedelta(minutes=minute)


def _leave_early(month: Month, studies: Studies, day: date) -> None:
    _work(month, studies, day, leaves=8)


def _nothing(_month: Month, _studies: Studies, _day: date) -> None:
    pass


def _go_away(month: Month, _studies: Studies, day: date) -> None:
    begin_absence(
        month.session,
        kind="vacation",
        from_day=day + timedelta(days=1),
        until_day=day + timedelta(days=6),
        **month.named,
    )


def _fly_west(month: Month, _studies: Studies, _day: date) -> None:
    set_timezone(month.session, timezone=WEST, **month.named)


def _sign_in(month: Month, device: str) -> None:
    open_session(
        month.session,
        user_id=month.user_id,
        token_hash=device,
        user_agent=device,
        now=month.now,
    )


def _sign_in_elsewhere(month: Month, _studies: Studies, _day: date) -> None:
    _sign_in(month, DEVICES[1])


MISSES = (("does nothing", _nothing),)
_SCRIPT: dict[int, Sequence[tuple[str, Act]]] = {
    0: (("begins both plans", _begin),),
    3: (("leaves eight minutes early", _leave_early),),
    2: (("signs in on a laptop", _sign_in_elsewhere), ("works", _work)),
    5: MISSES,
    9: MISSES,
    10: MISSES,
    13: (("works", _work), ("goes on vacation from tomorrow on, for five days", _go_away)),
    **dict.fromkeys(range(14, 19), (("is on vacation", _nothing),)),
    20: (("flies to Berlin", _fly_west), ("works", _work)),
    **dict.fromkeys(range(22, 28), MISSES),
}


def printed(month: Month) -> str:
    """Day by day: what she did, and what came."""
    lines = [(at, f"{at:%a %d %b %H:%M}  ----  {what}") for at, what in month.notes]
    lines += [(sent.at, str(sent)) for sent in month.sent]
    counts = {
        channel: sum(sent.channel == channel for sent in month.sent)
        for channel in ("push", "mail", "app")
    }
    lines.sort(key=lambda line: line[0])
    return "\n".join([*(line for _, line in lines), f"{DAYS} days: {counts}"])


def main() -> None:
    locale = sys.argv[1] if len(sys.argv) > 1 else "tr"
    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{folder}/month.db")
        SQLModel.metadata.create_all(database.writer)
        with database.transaction() as session:
            load_content(session, library())
        with database.transaction() as session:
            sys.stdout.write(printed(live(session, locale)) + "\n")
        database.dispose()


if __name__ == "__main__":
    main()
