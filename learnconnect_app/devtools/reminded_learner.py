"""A learner beside whom a scheduler works, on one clock: for simulations of what is sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import func, select

from learnconnect_app.devtools.demo import Learner
from learnconnect_app.domain.study_days import bounds, local_time, study_day
from learnconnect_app.models import OutboxMessage, ReminderPlanning, User
from learnconnect_app.services.mail_composition import composed
from learnconnect_app.services.outbox_claims import Claims, claim_due, tell_due
from learnconnect_app.services.outbox_results import Outcome, Result, record
from learnconnect_app.services.push_messages import composed_push
from learnconnect_app.services.reminder_planning import plan_due
from learnconnect_app.services.reminder_words import words_of
from learnconnect_app.services.study_settling import settle_study_days
from learnconnect_app.services.weekly_reports import learners_due, make_report

URL = "https://learnconnect.example"
KEY = b"of simulations only"
DEVICES = ("phone", "laptop")
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
class RemindedLearner(Learner):
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
        for user_id in learners_due(self.session, now=self.now):
            make_report(self.session, user_id=user_id, now=self.now)
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
