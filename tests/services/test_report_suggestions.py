"""What a report suggests is taken over once, and back; what was changed elsewhere is heeded."""

from __future__ import annotations

import pytest
from sqlmodel import Session, col, select

from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.report_views import ReportOffer
from learnconnect_app.models import PlanChange, ReminderSetting, StudyPlan, User, WeeklyReport
from learnconnect_app.services.report_suggestions import apply_suggestion, take_back
from learnconnect_app.services.report_views import report_view
from learnconnect_app.services.study_changes import undo_change
from tests.factories import a_learner
from tests.weekly_reports import EIGHT, NEXT_MONDAY, a_learner_with_weeks, the_report


def test_a_day_on_which_nothing_happens_can_become_a_day_of_rest(session: Session) -> None:
    user = a_learner_with_weeks(session)
    report = the_report(session, user)
    for _ in range(2):
        apply_suggestion(
            session, user_id=user.id, report_id=report.id, code="rest_weekday", now=EIGHT
        )
    plan = session.exec(select(StudyPlan).where(StudyPlan.user_id == user.id)).one()
    assert (plan.rest_weekdays, user.rest_weekdays) == ([2], [2])
    assert len(session.exec(select(PlanChange).where(PlanChange.plan_id == plan.id)).all()) == 1
    offer = report_view(session, user_id=user.id, now=EIGHT).offers[0]
    assert (offer.code, offer.state, offer.can_undo) == ("rest_weekday", "applied", True)


def test_what_was_taken_over_can_be_taken_back(session: Session) -> None:
    user = a_learner_with_weeks(session)
    report = the_report(session, user)
    which = {"user_id": user.id, "report_id": report.id, "code": "rest_weekday", "now": EIGHT}
    apply_suggestion(session, **which)
    for _ in range(2):
        take_back(session, **which)
    plan = session.exec(select(StudyPlan).where(StudyPlan.user_id == user.id)).one()
    session.refresh(user)
    assert (plan.rest_weekdays, user.rest_weekdays) == ([], [])
    assert report_view(session, user_id=user.id, now=EIGHT).offers[0].state == "open"


def test_a_change_taken_back_in_the_calendar_can_be_made_again(session: Session) -> None:
    user = a_learner_with_weeks(session)
    report = the_report(session, user)
    apply_suggestion(session, user_id=user.id, report_id=report.id, code="hours", now=EIGHT)
    change = session.exec(select(PlanChange).order_by(col(PlanChange.number).desc())).first()
    assert change is not None
    undo_change(session, user_id=user.id, change_id=change.id, now=EIGHT)
    states = {
        offer.code: offer.state for offer in report_view(session, user_id=user.id, now=EIGHT).offers
    }
    assert states["hours"] == "open"


def test_a_plan_that_changed_meanwhile_is_left_alone(session: Session) -> None:
    user = a_learner_with_weeks(session)
    report = the_report(session, user)
    plan = session.exec(select(StudyPlan).where(StudyPlan.user_id == user.id)).one()
    plan.preferred_hours = [9, 10]
    session.flush()
    with pytest.raises(DomainError, match="suggestion_outdated"):
        apply_suggestion(session, user_id=user.id, report_id=report.id, code="hours", now=EIGHT)


def test_reports_and_suggestions_of_others_do_not_exist(session: Session) -> None:
    user, other = a_learner_with_weeks(session), a_learner(session)
    report = the_report(session, user)
    for use in (apply_suggestion, take_back):
        for user_id, code in ((other.id, "rest_weekday"), (user.id, "no_such")):
            with pytest.raises(NotFound):
                use(session, user_id=user_id, report_id=report.id, code=code, now=EIGHT)


def test_reminders_come_at_the_learned_hours_again(session: Session) -> None:
    user = a_learner_with_weeks(session)
    session.add(ReminderSetting(user_id=user.id, hours=[20]))
    session.flush()
    report = the_report(session, user)
    report.suggestions = [
        {"code": "reminder_hours", "values": {"before": [20], "after": [12]}, "applied_at": None}
    ]
    session.flush()
    for use, hours in ((apply_suggestion, []), (take_back, [20])):
        use(session, user_id=user.id, report_id=report.id, code="reminder_hours", now=EIGHT)
        assert session.exec(select(ReminderSetting.hours)).one() == hours


def test_only_the_latest_report_is_taken_over(session: Session) -> None:
    user = a_learner_with_weeks(session)
    report = the_report(session, user)
    session.add(WeeklyReport(user_id=user.id, week=NEXT_MONDAY, created_at=EIGHT))
    session.flush()
    with pytest.raises(DomainError, match="suggestion_outdated"):
        apply_suggestion(session, user_id=user.id, report_id=report.id, code="hours", now=EIGHT)


# ---- suggestions that were changed elsewhere since -------------------------------------------


def the_offer(session: Session, user: User, code: str) -> ReportOffer:
    view = report_view(session, user_id=user.id, now=EIGHT)
    return next(each for each in view.offers if each.code == code)


def undo_in_the_calendar(session: Session, user: User) -> None:
    change = session.exec(select(PlanChange).order_by(col(PlanChange.number).desc())).first()
    assert change is not None
    undo_change(session, user_id=user.id, change_id=change.id, now=EIGHT)


def test_report_says_that_a_change_was_taken_back_in_the_calendar(session: Session) -> None:
    user = a_learner_with_weeks(session)
    report = the_report(session, user)
    assert the_offer(session, user, "hours").undone == ""
    apply_suggestion(session, user_id=user.id, report_id=report.id, code="hours", now=EIGHT)
    undo_in_the_calendar(session, user)
    offer = the_offer(session, user, "hours")
    assert (offer.state, offer.undone, offer.can_undo) == ("open", "all", False)
    apply_suggestion(session, user_id=user.id, report_id=report.id, code="hours", now=EIGHT)
    assert the_offer(session, user, "hours").undone == ""


def test_what_the_calendar_leaves_of_a_day_of_rest_is_told_and_can_be_taken_back(
    session: Session,
) -> None:
    """The calendar takes back what the plan had of it; the learner's own day of rest stays."""
    user = a_learner_with_weeks(session)
    report = the_report(session, user)
    which = {"user_id": user.id, "report_id": report.id, "code": "rest_weekday", "now": EIGHT}
    apply_suggestion(session, **which)
    undo_in_the_calendar(session, user)
    offer = the_offer(session, user, "rest_weekday")
    assert (offer.state, offer.undone, offer.can_undo) == ("open", "half", True)
    take_back(session, **which)
    session.refresh(user)
    assert user.rest_weekdays == []
    offer = the_offer(session, user, "rest_weekday")
    assert (offer.state, offer.undone, offer.can_undo) == ("open", "", False)


def test_taking_over_again_remembers_how_it_was_at_first(session: Session) -> None:
    user = a_learner_with_weeks(session)
    report = the_report(session, user)
    which = {"user_id": user.id, "report_id": report.id, "code": "rest_weekday", "now": EIGHT}
    apply_suggestion(session, **which)
    undo_in_the_calendar(session, user)
    apply_suggestion(session, **which)
    take_back(session, **which)
    plan = session.exec(select(StudyPlan).where(StudyPlan.user_id == user.id)).one()
    session.refresh(user)
    assert (plan.rest_weekdays, user.rest_weekdays) == ([], [])


def test_days_of_rest_chosen_since_are_kept(session: Session) -> None:
    user = a_learner_with_weeks(session)
    report = the_report(session, user)
    which = {"user_id": user.id, "report_id": report.id, "code": "rest_weekday", "now": EIGHT}
    apply_suggestion(session, **which)
    user.rest_weekdays = [2, 5]
    session.flush()
    take_back(session, **which)
    session.refresh(user)
    assert user.rest_weekdays == [5]


def test_hours_of_reminders_chosen_since_are_kept(session: Session) -> None:
    user = a_learner_with_weeks(session)
    setting = ReminderSetting(user_id=user.id, hours=[20])
    session.add(setting)
    session.flush()
    report = the_report(session, user)
    report.suggestions = [
        {"code": "reminder_hours", "values": {"before": [20], "after": [12]}, "applied_at": None}
    ]
    session.flush()
    which = {"user_id": user.id, "report_id": report.id, "code": "reminder_hours", "now": EIGHT}
    apply_suggestion(session, **which)
    assert the_offer(session, user, "reminder_hours").can_undo
    session.refresh(setting)
    setting.hours = [9]
    session.flush()
    offer = the_offer(session, user, "reminder_hours")
    assert (offer.state, offer.can_undo) == ("outdated", False)
    take_back(session, **which)  # of a page that was open
    assert session.exec(select(ReminderSetting.hours)).one() == [9]
