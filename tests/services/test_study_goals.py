"""The goal wizard keeps each step, opens where it was left, and suggests a curriculum."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import Any

import pytest
from sqlmodel import Session, col, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.goal_views import GoalView
from learnconnect_app.domain.study_goals import Step
from learnconnect_app.models import LessonProgress, StudyPlan, User
from learnconnect_app.services.goal_views import goal_view
from learnconnect_app.services.study_goals import (
    Target,
    choose_exam,
    discard_draft,
    go_to_step,
    save_learner,
    save_ratings,
    save_target,
    save_time,
    skip_assessment,
)
from learnconnect_app.services.study_plans import activate, active_study_plan, draft_of
from tests.conftest import Counting
from tests.factories import MONDAY, NOW, a_learner, a_study_draft

EXAM_DAY = (MONDAY + timedelta(120)).isoformat()
MINUTES = ["60"] * 5 + ["90", "0"]
Act = Callable[..., Any]


@pytest.fixture
def user(session: Session) -> User:
    return a_learner(session)


def viewed(session: Session, user: User) -> GoalView:
    return goal_view(session, user_id=user.id, now=NOW)


def fill(session: Session, user: User, *, until: Step = Step.SUGGESTION) -> None:
    """Walk the wizard up to a step."""
    steps: list[tuple[Act, dict[str, object]]] = [
        (choose_exam, {"curriculum_key": "yks", "score_key": "say"}),
        (save_target, {"target": Target("net", "95"), "exam_day": EXAM_DAY}),
        (save_time, {"minutes": MINUTES, "rest_weekdays": [6], "parts_of_day": ["evening"]}),
        (
            save_learner,
            {"level": "beginner", "style": "video", "focus_courses": ["ayt-fizik", "made-up"]},
        ),
        (skip_assessment, {}),
    ]
    for act, values in steps[: list(Step).index(until)]:
        act(session, user_id=user.id, now=NOW, **values)


def refused(code: str, field: str, act: Act, session: Session, user: User, **values: Any) -> None:
    with pytest.raises(DomainError) as refusal:
        act(session, user_id=user.id, now=NOW, **values)
    assert (refusal.value.code, refusal.value.field) == (code, field)


def test_a_new_learner_sees_the_exams_and_what_is_usual(session: Session, user: User) -> None:
    view = viewed(session, user)

    card = next(card for card in view.exams if card.key == "yks")
    assert (card.topics > 250, card.item_count > 1000) == (True, True)
    assert (view.has_draft, view.step, view.score_key) == (False, "exam", "")
    assert (view.rest, len(view.minutes)) == ((6,), 7)
    assert view.first_day == (MONDAY + timedelta(2)).isoformat()


def test_choosing_an_exam_shows_its_scores_and_what_has_no_content_yet(
    session: Session, user: User
) -> None:
    choose_exam(session, user_id=user.id, curriculum_key="yks", now=NOW)

    missing = {score.key: score.missing_percent for score in viewed(session, user).scores}
    assert missing == {"tyt": 0, "say": 0, "ea": 0, "soz": 0, "dil": 60}


def test_own_rest_days_are_the_usual_ones(session: Session) -> None:
    assert viewed(session, a_learner(session, rest_weekdays=[2, 4])).rest == (2, 4)


def test_each_step_is_kept_and_the_wizard_opens_where_it_was_left(
    session: Session, user: User
) -> None:
    for step in Step:
        discard_draft(session, user_id=user.id, now=NOW)
        fill(session, user, until=step)
        assert viewed(session, user).step == step

    view = viewed(session, user)
    assert (view.exam_title, view.score_key, view.exam_day) == ("YKS", "say", EXAM_DAY)
    assert (view.target_kind, view.target_value) == ("net", "95")
    assert (view.minutes, view.rest) == ((60, 60, 60, 60, 60, 90, 0), (6,))
    assert (view.parts_of_day, view.level, view.style) == (("evening",), "beginner", "video")
    assert [s.key for s in view.subjects if s.is_focus] == ["ayt-fizik"]
    assert (view.days_left, view.assessment_items, view.assessment_minutes) == (120, 40, 60)


def test_going_back_loses_nothing(session: Session, user: User) -> None:
    fill(session, user)
    go_to_step(session, user_id=user.id, step=Step.TIME, now=NOW)

    view = viewed(session, user)
    assert (view.step, view.level) == ("time", "beginner")
    assert view.reached == list(Step).index(Step.ASSESSMENT)


def test_a_draft_left_until_its_exam_is_over_opens_at_the_date(
    session: Session, user: User
) -> None:
    fill(session, user)
    view = goal_view(session, user_id=user.id, now=NOW + timedelta(119))
    assert view.step == "target"


def test_another_score_keeps_what_still_fits(session: Session, user: User) -> None:
    fill(session, user)
    choose_exam(session, user_id=user.id, curriculum_key="yks", score_key="tyt", now=NOW)

    view = viewed(session, user)
    assert (view.score_key, view.exam_day, view.step) == ("tyt", EXAM_DAY, "target")
    assert [s.key for s in view.subjects if s.is_focus] == []


def test_wrong_input_is_refused_and_keeps_what_was_there(session: Session, user: User) -> None:
    fill(session, user)
    refused("exam_past", "exam_day", save_target, session, user, target=Target(),
            exam_day=MONDAY.isoformat())  # fmt: skip
    refused("target_too_high", "target_value", save_target, session, user,
            target=Target("net", "500"), exam_day=EXAM_DAY)  # fmt: skip
    refused("all_rest", "rest_weekdays", save_time, session, user, minutes=MINUTES,
            rest_weekdays=range(7), parts_of_day=[])  # fmt: skip
    refused("choose_one", "level", save_learner, session, user, level="", style="video",
            focus_courses=[])  # fmt: skip
    refused("choose_one", "score", choose_exam, session, user, curriculum_key="yks",
            score_key="made-up")  # fmt: skip

    view = viewed(session, user)
    assert (view.exam_day, view.target_value, view.minutes[0]) == (EXAM_DAY, "95", 60)


@pytest.mark.parametrize("key", ["made-up", "python"])
def test_what_is_no_exam_does_not_exist(session: Session, user: User, key: str) -> None:
    with pytest.raises(NotFound):
        choose_exam(session, user_id=user.id, curriculum_key=key, now=NOW)


def test_without_a_draft_there_is_nothing_to_keep(session: Session, user: User) -> None:
    fill(session, a_learner(session))  # someone else's draft is not mine
    for act, values in (
        (save_target, {"target": Target(), "exam_day": EXAM_DAY}),
        (save_time, {"minutes": MINUTES, "rest_weekdays": [6], "parts_of_day": []}),
        (save_learner, {"level": "beginner", "style": "mixed", "focus_courses": []}),
        (save_ratings, {"ratings": {}}),
        (skip_assessment, {}),
        (go_to_step, {"step": Step.TIME}),
    ):
        refused("goal_no_draft", "", act, session, user, **values)


def test_a_draft_is_thrown_away_alone(session: Session, user: User) -> None:
    other = a_learner(session)
    fill(session, user)
    fill(session, other)
    discard_draft(session, user_id=user.id, now=NOW)

    assert draft_of(session, user.id) is None
    assert draft_of(session, other.id) is not None


def test_two_tabs_begin_one_draft(database: Database) -> None:
    with database.transaction() as session:
        user = a_learner(session)

    def tab(score: str) -> None:
        with database.transaction() as session:
            choose_exam(session, user_id=user.id, curriculum_key="yks", score_key=score, now=NOW)

    with ThreadPoolExecutor(4) as tabs:
        list(tabs.map(tab, ["tyt", "say", "ea", "soz"]))
    with database.reading() as session:
        drafts = session.exec(select(StudyPlan).where(StudyPlan.user_id == user.id)).all()
        assert [draft.status for draft in drafts] == ["draft"]


def test_ratings_stand_in_for_what_was_only_measured(session: Session, user: User) -> None:
    fill(session, user, until=Step.ASSESSMENT)
    for topic, studied in (("tyt-mat-kumeler", None), ("tyt-mat-mantik", date(2026, 2, 1))):
        session.add(
            LessonProgress(
                user_id=user.id,
                topic_key=topic,
                mastery=0.9,
                stability=60,
                studied_day=studied,
                updated_at=NOW,
            )
        )
    courses = [subject.key for subject in viewed(session, user).subjects]
    save_ratings(session, user_id=user.id, ratings=dict.fromkeys(courses, "2"), now=NOW)

    kept = session.exec(select(col(LessonProgress.topic_key))).all()
    assert kept == ["tyt-mat-mantik"]
    assert {subject.rating for subject in viewed(session, user).subjects} == {2}
    assert viewed(session, user).step == "suggestion"


def test_activating_names_the_plan_it_replaces(session: Session, user: User) -> None:
    fill(session, user)
    assert viewed(session, user).active_title == ""
    activate(session, user_id=user.id, now=NOW)
    first = active_study_plan(session, user.id)

    fill(session, user)
    assert viewed(session, user).active_title == "YKS"
    activate(session, user_id=user.id, now=NOW)

    assert first is not None
    session.refresh(first)
    assert first.status == "replaced"


def test_the_wizard_is_read_in_few_queries(
    session: Session, user: User, count_queries: Counting
) -> None:
    fill(session, user)
    user_id = user.id
    with count_queries(session) as queries:
        goal_view(session, user_id=user_id, now=NOW)
    assert len(queries) <= 8


def test_content_of_the_exam_is_shown_in_its_own_language(session: Session) -> None:
    user = a_learner(session, locale="en")
    a_study_draft(session, user, score="tyt")
    assert viewed(session, user).subjects[0].title == "TYT Türkçe"
