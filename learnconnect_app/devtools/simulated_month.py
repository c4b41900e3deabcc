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
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlmodel import Session, SQLModel

from learnconnect_app.adapters.database import Database
from learnconnect_app.content.library import library
from learnconnect_app.devtools.demo import NAME, ZONE
from learnconnect_app.devtools.demo_studies import Studies
from learnconnect_app.devtools.reminded_learner import DEVICES, RemindedLearner
from learnconnect_app.domain.study_days import local_time
from learnconnect_app.models import PushSubscription
from learnconnect_app.services.absences import begin_absence
from learnconnect_app.services.accounts import check_profile, create_account, set_timezone
from learnconnect_app.services.confirmations import note_confirmed
from learnconnect_app.services.content import load_content
from learnconnect_app.services.plans import complete_task, start_task
from learnconnect_app.services.sessions import open_session

FIRST = date(2026, 3, 2)
"""A Monday."""
DAYS = 30
WEST = "Europe/Berlin"
BEGINS, TASK_SHARE = time(17, 5), 0.8


def live(session: Session, locale: str) -> RemindedLearner:
    """The month; what was sent in it is in ``sent``."""
    began = _at(FIRST, time(16), ZONE)
    month = RemindedLearner(session, _register(session, locale, began), began)
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
    note_confirmed(session, user_id=user_id, email=profile.email, now=now)
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


Act = Callable[[RemindedLearner, Studies, date], None]


def _begin(month: RemindedLearner, studies: Studies, day: date) -> None:
    month.assess()
    studies.set_goal(day)
    _sign_in(month, DEVICES[0])


def _work(month: RemindedLearner, studies: Studies, day: date, *, leaves: int = 0) -> None:
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


def _minute(month: RemindedLearner, day: date, minute: int) -> datetime:
    midnight = _at(day, time(), month.user.timezone)
    return midnight + timedelta(minutes=minute)


def _leave_early(month: RemindedLearner, studies: Studies, day: date) -> None:
    _work(month, studies, day, leaves=8)


def _nothing(_month: RemindedLearner, _studies: Studies, _day: date) -> None:
    pass


def _go_away(month: RemindedLearner, _studies: Studies, day: date) -> None:
    begin_absence(
        month.session,
        kind="vacation",
        from_day=day + timedelta(days=1),
        until_day=day + timedelta(days=6),
        **month.named,
    )


def _fly_west(month: RemindedLearner, _studies: Studies, _day: date) -> None:
    set_timezone(month.session, timezone=WEST, **month.named)


def _sign_in(month: RemindedLearner, device: str) -> None:
    open_session(
        month.session,
        user_id=month.user_id,
        token_hash=device,
        user_agent=device,
        now=month.now,
    )


def _sign_in_elsewhere(month: RemindedLearner, _studies: Studies, _day: date) -> None:
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


def printed(month: RemindedLearner) -> str:
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
