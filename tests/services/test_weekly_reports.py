"""A week is reported once, as it was."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from sqlmodel import Session, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.models import OutboxMessage, WeeklyReport
from learnconnect_app.services.absences import begin_absence
from learnconnect_app.services.reminder_planning import plan_day, plan_due
from learnconnect_app.services.report_mails import report_params
from learnconnect_app.services.report_views import report_view
from learnconnect_app.services.report_words import figures_in
from learnconnect_app.services.study_plans import pause_study_plan
from learnconnect_app.services.weekly_reports import (
    learners_due,
    make_report,
    open_report,
    report_for,
)
from tests import factories, study_factories
from tests.conftest import Counting
from tests.factories import MONDAY, a_learner, a_plan, noon
from tests.weekly_reports import EIGHT, NEXT_MONDAY, WEEK, a_learner_with_weeks, the_report, worked

DAY = timedelta(days=1)


def make_due(session: Session, now: datetime) -> int:
    """As a scheduler does; how many were made."""
    due = learners_due(session, now=now)
    return sum(make_report(session, user_id=user_id, now=now) for user_id in due)


# ---- they are made ---------------------------------------------------------------------------


def test_a_week_is_reported_once_it_is_over(session: Session) -> None:
    user = a_learner_with_weeks(session)
    before_four = datetime(2026, 3, 9, 0, 59, tzinfo=UTC)
    session.add(WeeklyReport(user_id=user.id, week=MONDAY - WEEK, created_at=before_four))
    session.flush()
    assert make_due(session, before_four) == 0
    assert make_due(session, before_four + timedelta(minutes=1)) == 1
    report = session.exec(
        select(WeeklyReport).where(WeeklyReport.week == MONDAY, WeeklyReport.user_id == user.id)
    ).one()
    totals = figures_in(report).totals
    assert (totals.minutes, totals.sessions, totals.planned_sessions) == (480, 12, 14)
    assert (totals.worked_days, totals.planned_days) == (6, 7)


def test_a_report_is_made_once_however_often_it_is_asked_for(session: Session) -> None:
    user = a_learner_with_weeks(session)
    assert make_due(session, EIGHT) == 1
    assert make_due(session, EIGHT) == 0
    assert report_for(session, user_id=user.id, now=EIGHT) is not None
    assert len(session.exec(select(WeeklyReport)).all()) == 1


def test_two_schedulers_make_one_report(database: Database) -> None:
    with database.transaction() as session:
        user_id = a_learner_with_weeks(session, weeks=1).id
    with database.reading() as session:
        due = learners_due(session, now=EIGHT)
    told = []
    for _ in range(2):  # both had found the learner due
        with database.transaction() as session:
            made = [make_report(session, user_id=each, now=EIGHT) for each in due]
            told.append(made)
    assert told == [[True], [False]]
    with database.reading() as session:
        assert (
            len(session.exec(select(WeeklyReport).where(WeeklyReport.user_id == user_id)).all())
            == 1
        )


def test_each_learner_is_due_by_their_own_clock(session: Session) -> None:
    zones = ("Pacific/Auckland", "Europe/Istanbul", "America/Los_Angeles")
    users = [a_learner(session, timezone=zone, now=noon(MONDAY - WEEK)) for zone in zones]
    for user in users:
        study_factories.a_study_plan(session, user, now=noon(MONDAY - WEEK))
        session.add(WeeklyReport(user_id=user.id, week=MONDAY - WEEK, created_at=EIGHT))
    session.flush()
    at = {
        datetime(2026, 3, 8, 14, 59, tzinfo=UTC): 0,
        datetime(2026, 3, 8, 15, 0, tzinfo=UTC): 1,  # Monday 04:00 in Auckland
        datetime(2026, 3, 9, 1, 0, tzinfo=UTC): 2,
        datetime(2026, 3, 9, 11, 0, tzinfo=UTC): 3,  # the clocks went forward on Sunday there
    }
    assert [len(learners_due(session, now=now)) for now in at] == list(at.values())


def test_the_week_of_a_change_of_the_clock_has_seven_days(session: Session) -> None:
    monday = date(2026, 3, 23)  # Berlin goes forward on Sunday the 29th
    user = a_learner(session, timezone="Europe/Berlin", now=noon(monday))
    study_factories.a_study_plan(session, user, now=noon(monday))
    for number in range(7):
        worked(session, user, monday + number * DAY)
    now = datetime(2026, 3, 30, 2, tzinfo=UTC)  # 04:00 there
    assert make_due(session, now - timedelta(seconds=1)) == 0
    assert make_due(session, now) == 1
    totals = figures_in(the_report(session, user, now)).totals
    assert (totals.worked_days, totals.minutes) == (7, 420)


def test_a_learner_without_a_plan_has_no_report(session: Session) -> None:
    user = a_learner(session)
    assert make_due(session, EIGHT) == 0
    assert report_for(session, user_id=user.id, now=EIGHT) is None
    assert report_view(session, user_id=user.id, now=EIGHT).state == "no_plan"


def test_a_plan_that_began_this_week_has_no_report_yet(session: Session) -> None:
    user = a_learner(session)
    study_factories.a_study_plan(session, user, now=EIGHT)
    assert make_due(session, EIGHT) == 0
    view = report_view(session, user_id=user.id, now=EIGHT + 2 * DAY)
    assert (view.state, view.headline.code) == ("running", "fresh")
    assert {bar.kind for bar in view.bars} == {""}


def test_a_paused_plan_is_silent(session: Session) -> None:
    user = a_learner(session, now=noon(MONDAY - WEEK))
    plan = study_factories.a_study_plan(session, user, now=noon(MONDAY - WEEK))
    pause_study_plan(session, user_id=user.id, plan_id=plan.id, now=noon(MONDAY - DAY))
    assert make_due(session, EIGHT) == 0


def test_a_week_of_vacation_is_told_kindly(session: Session) -> None:
    user = a_learner_with_weeks(session, weeks=1, missed=())
    begin_absence(
        session, user_id=user.id, kind="vacation", from_day=NEXT_MONDAY, until_day=None, now=EIGHT
    )
    now = EIGHT + WEEK
    assert make_due(session, now) == 1
    view = report_view(session, user_id=user.id, now=now)
    assert view.headline.code == "away"
    assert (view.score, view.days_planned, view.care, view.offers) == (-1, 0, (), ())
    assert {bar.kind for bar in view.bars} == {"vacation"}


def test_a_skill_plan_asks_for_a_day_each_day(session: Session) -> None:
    user = a_learner(session, rest_weekdays=[6])
    plan = a_plan(session, user, first_due=MONDAY)
    for number in range(3):
        day = MONDAY + number * DAY
        factories.a_day_done(session, plan, now=noon(day), day=day)
        worked(session, user, day)
    totals = figures_in(the_report(session, user)).totals
    assert (totals.sessions, totals.covered) == (3, 180)
    assert (totals.planned_days, totals.planned) == (6, 360)


# ---- what they tell --------------------------------------------------------------------------


def test_figures_stay_as_they_were_told(session: Session) -> None:
    user = a_learner_with_weeks(session)
    told = the_report(session, user).figures
    worked(session, user, MONDAY + 2 * DAY)
    make_due(session, EIGHT + DAY)
    assert the_report(session, user, EIGHT + DAY).figures == told


def test_the_view_compares_with_the_week_before(session: Session) -> None:
    user = a_learner_with_weeks(session)
    the_report(session, user)
    view = report_view(session, user_id=user.id, now=EIGHT)
    assert (view.state, view.first, view.last) == ("told", "2026-03-02", "2026-03-08")
    assert (view.hours, view.hours_before, view.percent) == ("8\u00a0h", "8\u00a0h", 86)
    assert view.headline.code == "steady"
    assert [bar.minutes_before for bar in view.bars] == [80, 80, 0, 80, 80, 80, 80]
    assert [subject.duration for subject in view.subjects] == ["8\u00a0h"]
    assert view.score > 80
    assert {part.name for part in view.parts} == {
        "consistency",
        "completion",
        "trend",
        "mood",
    }
    assert (view.previous, view.next) == ("2026-03-01", "2026-03-09")


def test_the_week_that_runs_is_compared_with_as_many_days(session: Session) -> None:
    user = a_learner_with_weeks(session, missed=())
    worked(session, user, NEXT_MONDAY, 80)
    now = EIGHT + timedelta(hours=4)
    view = report_view(session, user_id=user.id, week=NEXT_MONDAY, now=now)
    assert (view.state, view.minutes, view.hours_before) == (
        "running",
        80,
        "1\u00a0h\u00a020\u00a0min",
    )
    assert view.next == ""
    assert view.offers == ()


def test_a_month_is_compared_with_the_one_before(session: Session) -> None:
    user = a_learner_with_weeks(session, weeks=5, missed=())
    view = report_view(session, user_id=user.id, month=date(2026, 2, 10), now=EIGHT)
    assert view.is_month
    assert (view.first, view.last) == ("2026-02-01", "2026-02-28")
    assert (view.minutes, view.days, view.score) == (27 * 80, 27, -1)
    assert [bar.minutes for bar in view.bars] == [0, 560, 560, 560, 480]
    assert sum(bar.minutes for bar in view.bars) == view.minutes


def test_the_mail_has_figures_and_sentences(session: Session) -> None:
    user = a_learner_with_weeks(session)
    asked = {"user_id": user.id, "week": MONDAY, "locale": "tr"}
    assert report_params(session, **asked) is None
    the_report(session, user)
    params = report_params(session, **asked)
    assert params is not None
    assert (params["minutes"], params["minutes_before"], params["sessions"]) == (480, 480, 12)
    assert params["suggestions"][0].startswith("Çarşamba dinlenme günü olur.")


def test_the_mail_of_the_morning_tells_of_the_report(session: Session) -> None:
    user = a_learner_with_weeks(session)
    early = EIGHT - timedelta(hours=4)
    plan_day(session, user, is_again=False, now=early)  # at 04:00, before it was made
    make_report(session, user_id=user.id, now=early)
    assert plan_due(session, now=early + timedelta(minutes=1)) == 1
    mail = session.exec(
        select(OutboxMessage).where(
            OutboxMessage.kind == "weekly_report", OutboxMessage.channel == "mail"
        )
    ).one()
    assert (mail.due_at, mail.params["report"]["minutes"]) == (EIGHT, 480)


def test_a_report_is_new_until_it_was_opened(session: Session) -> None:
    user, other = a_learner_with_weeks(session), a_learner(session)
    report = the_report(session, user)
    open_report(session, user_id=other.id, report_id=report.id, now=EIGHT)
    assert report_view(session, user_id=user.id, now=EIGHT).earlier[0].is_unread
    open_report(session, user_id=user.id, report_id=report.id, now=EIGHT)
    open_report(session, user_id=user.id, report_id=report.id, now=EIGHT + DAY)
    session.refresh(report)
    assert report.opened_at == EIGHT
    assert not report_view(session, user_id=user.id, now=EIGHT).earlier[0].is_unread


def test_at_most_twelve_queries_whatever_is_looked_at(
    session: Session, count_queries: Counting
) -> None:
    user = a_learner_with_weeks(session, weeks=5)
    a_plan(session, user)
    the_report(session, user)
    for asked in ({}, {"week": NEXT_MONDAY}, {"month": NEXT_MONDAY}, {"week": MONDAY - 2 * WEEK}):
        with count_queries(session) as queries:
            report_view(session, user_id=user.id, now=EIGHT, **asked)
        assert len(queries) <= 12, (asked, len(queries))
        assert all(query.startswith(("SELECT", "WITH")) for query in queries)
