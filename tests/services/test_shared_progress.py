"""A visitor sees the parts that are shown, told as the learner's own pages tell them."""

from __future__ import annotations

import json
from datetime import timedelta
from itertools import combinations

import pytest
from sqlmodel import Session, select

from learnconnect_app.domain.mentor_views import SharedProgress
from learnconnect_app.domain.mentors import PARTS, Grant
from learnconnect_app.models import StudySession, User
from learnconnect_app.services.progress import progress_view
from learnconnect_app.services.shared_progress import own_grant_of, shared_progress
from learnconnect_app.services.streaks import record_activity
from tests.conftest import Counting
from tests.factories import MONDAY, NOW, a_day_done, a_learner, a_plan, noon
from tests.study_factories import a_session, a_study_plan, lessons_of

DAY = timedelta(days=1)
NOTE = "Kedim Boncuk bugün yine klavyeye oturdu"
OWN = "Dişçi randevusu"
OWN_NOTE = "Yirmilik diş sorulacak"


def shown(session: Session, user: User, *parts: str, locale: str = "en") -> SharedProgress:
    grant = Grant(user.id, parts)
    return shared_progress(session, grant=grant, locale=locale, now=noon(MONDAY + DAY))


def a_busy_learner(session: Session) -> User:
    """Both plans, a session done with notes, one of their own, a day done."""
    user = a_learner(session, name="Gizem Kanarya")
    user.birth_year = 2011
    plan = a_plan(session, user)
    a_day_done(session, plan, now=NOW, day=MONDAY)
    study = a_study_plan(session, user)
    lesson = lessons_of(session)[0]
    a_session(
        session,
        study,
        lesson,
        day=MONDAY,
        status="done",
        percent=100,
        done_day=MONDAY,
        minutes=40,
        notes=NOTE,
    )
    own = a_session(session, study, None, day=MONDAY + DAY, kind="own", title=OWN, minutes=30)
    own.notes = OWN_NOTE
    record_activity(session, user=user, minutes=40, tasks=1, now=NOW)
    session.flush()
    return user


def test_every_choice_of_parts_holds_these_and_no_other(session: Session) -> None:
    user = a_busy_learner(session)
    for count in range(len(PARTS) + 1):
        for parts in combinations(PARTS, count):
            told = shown(session, user, *parts).told()
            assert set(told) & set(PARTS) == set(parts)
            text = json.dumps(told, ensure_ascii=False)
            assert (NOTE in text) == ("notes" in parts)
            assert OWN not in text
            assert OWN_NOTE not in text
            assert user.email not in text
            assert "2011" not in text
            assert str(user.id) not in text


def test_figures_are_those_of_the_learners_own_page(session: Session) -> None:
    user = a_busy_learner(session)
    mine = progress_view(session, user_id=user.id, now=noon(MONDAY + DAY))
    found = shown(session, user, "mastery", "minutes")
    assert found.mastery is not None
    assert [(c.title, c.percent, c.mastered) for c in found.mastery] == [
        (c.title, c.percent, c.mastered) for c in mine.courses
    ]
    assert found.minutes is not None
    assert dict(found.minutes.days)[MONDAY.isoformat()] == 40
    assert (found.minutes.total, found.minutes.active, len(found.minutes.days)) == (40, 1, 28)


def test_a_locked_day_is_not_named(session: Session) -> None:
    user = a_learner(session)
    a_plan(session, user)
    found = shown(session, user, "mastery", "plan")
    assert found.mastery is not None
    assert found.plan is not None
    assert sum(len(course.topics) for course in found.mastery) == 1
    assert sum(len(day.planned) for day in found.plan.week) == 1
    assert (found.plan.goals[0].done, found.plan.goals[0].total) == (0, 28)


def test_the_sentence_tells_nothing_that_is_not_shown(session: Session) -> None:
    user = a_busy_learner(session)
    codes = {
        parts: shown(session, user, *parts).sentence.code
        for parts in [("mastery",), ("minutes",), ("streak",), ("plan",), ("notes",), PARTS]
    }
    assert codes[("minutes",)] == "minutes"
    assert codes[("streak",)] == "streak"
    assert codes[("plan",)] == "plan"
    assert codes[("notes",)] == "shown"
    assert codes[PARTS] == codes[("mastery",)] == "both"
    assert set(shown(session, user, "notes").sentence.params) == {"name"}


def test_a_newcomer_is_at_the_beginning(session: Session) -> None:
    found = shown(session, a_learner(session), *PARTS)
    assert found.sentence.code == "calm"
    assert (found.mastery, found.notes) == ((), ())
    assert found.minutes is not None
    assert found.minutes.total == 0


def test_names_come_in_the_visitors_language_and_nothing_is_saved(session: Session) -> None:
    user = a_busy_learner(session)
    english = shown(session, user, "mastery", locale="en").mastery
    session.flush()
    session.expire_all()
    turkish = shown(session, user, "mastery", locale="tr").mastery
    assert english is not None
    assert turkish is not None
    assert {c.title for c in english} != {c.title for c in turkish}
    session.flush()
    session.expire_all()
    assert session.get_one(User, user.id).locale == "en"


def test_a_streak_that_is_switched_off_is_absent(session: Session) -> None:
    user = a_busy_learner(session)
    user.is_streak_shown = False
    session.flush()
    assert "streak" not in shown(session, user, *PARTS).told()


def test_the_own_report_leaves_notes_out(session: Session) -> None:
    user = a_learner(session)
    grant = own_grant_of(session, user_id=user.id, now=NOW)
    assert grant.shows == tuple(part for part in PARTS if part != "notes")


@pytest.mark.parametrize("notes", [1, 60])
def test_a_page_asks_little_and_as_much_with_more_data(
    session: Session, count_queries: Counting, notes: int
) -> None:
    user = a_busy_learner(session)
    first = session.exec(select(StudySession).where(StudySession.notes == NOTE)).one()
    for n in range(notes):
        values = first.model_dump(exclude={"id"}) | {"position": n + 5, "part": n + 2}
        session.add(StudySession(**values))
    session.flush()
    with count_queries(session) as queries:
        found = shown(session, user, *PARTS)
    assert len(queries) <= 10
    assert found.notes is not None
    assert len(found.notes) == min(20, notes + 1)


def test_an_exam_that_is_over_is_not_counted_down(session: Session) -> None:
    user = a_learner(session)
    a_study_plan(session, user, exam_day=MONDAY)
    plan = shown(session, user, "plan").plan
    assert plan is not None
    (goal,) = plan.goals
    assert (goal.exam_day, goal.days_left) == ("", 0)
