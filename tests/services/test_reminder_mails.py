"""The one mail of a day: each part once, whoever is quicker, and with the figures of a report."""

from __future__ import annotations

import threading
import time
from datetime import UTC, datetime, timedelta

from sqlmodel import Session, col, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.domain.reminders import rule_of
from learnconnect_app.models import OutboxMessage, User
from learnconnect_app.services.outbox_claims import claim_due
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.reminder_planning import plan_day
from learnconnect_app.services.reminder_rows import News, recipient_of, write
from learnconnect_app.services.reminders import tell
from tests import study_factories
from tests.factories import MONDAY, NOW, a_learner, noon
from tests.reminding import rows_of
from tests.weekly_reports import a_week_done

DAY = timedelta(days=1)
NEXT_FOUR = datetime(2026, 3, 9, 1, tzinfo=UTC)
"""Monday 04:00 in Istanbul, a week after ``MONDAY``."""


def parts_of(session: Session, user: User) -> list[str]:
    return [
        item["about"]
        for row in rows_of(session, user, "digest")
        if row.status == "pending"
        for item in row.params["items"]
    ]


def test_mails_written_together_are_each_a_part_once(session: Session) -> None:
    user = a_learner(session)
    news = [News(rule_of("calendar_problem"), MONDAY, NOW, about=about) for about in "abc"]
    write(session, recipient_of(session, user, NOW), news, now=NOW)
    assert sorted(parts_of(session, user)) == ["a", "b", "c"]


def test_a_mail_that_is_being_sent_is_no_part_of_another(database: Database) -> None:
    with database.transaction() as session:
        user = a_learner(session)
        tell(session, user=user, rule="weekly_report", about="2026-02-23", now=NOW)

    def tells() -> None:
        with database.transaction() as session:
            learner = locked_user(session, user.id)
            tell(session, user=learner, rule="calendar_problem", about="second", now=NOW)

    with database.transaction() as session:
        assert len(claim_due(session, channel="mail", most=5, now=NOW).messages) == 1
        thread = threading.Thread(target=tells)
        thread.start()
        time.sleep(0.5)  # it comes to the mail that is claimed here
    thread.join()
    with database.reading() as session:
        mails = session.exec(
            select(OutboxMessage)
            .where(OutboxMessage.channel == "mail")
            .order_by(col(OutboxMessage.due_at))
        ).all()
        last = mails[-1].due_at
        states = [(row.kind, row.about, row.status) for row in mails]
    assert states == [
        ("weekly_report", "2026-02-23", "sending"),
        ("calendar_problem", "second", "pending"),
    ]
    assert last > NOW + timedelta(hours=12)


def test_the_report_has_its_figures_when_the_day_is_planned_before_it_was_made(
    session: Session,
) -> None:
    user = a_learner(session, now=noon(MONDAY))
    plan = study_factories.a_study_plan(session, user, now=noon(MONDAY))
    plan.settled_day = plan.adapted_day = MONDAY + 7 * DAY
    a_week_done(session, user, plan, missed=(2,))
    plan_day(session, user, is_again=False, now=NEXT_FOUR)
    (mail,) = (row for row in rows_of(session, user, "weekly_report") if row.channel == "mail")
    assert mail.params["report"]["minutes"] == 480
