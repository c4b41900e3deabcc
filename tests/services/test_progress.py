"""Progress is right for a newcomer, after a day and after a year, and of its learner alone."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta

import pytest
from sqlmodel import Session, col, select

from learnconnect_app.devtools.long_learner import Past, a_long_learner
from learnconnect_app.domain.errors import NotFound
from learnconnect_app.domain.progress_spans import Range
from learnconnect_app.domain.progress_views import FIGURES, Figure, ProgressView
from learnconnect_app.models import AttemptItem, Course, LessonProgress, StudyPlan, User
from learnconnect_app.services.homes import home_view
from learnconnect_app.services.progress import progress_view
from learnconnect_app.services.progress_files import figure_file
from learnconnect_app.services.progress_topics import course_topics
from learnconnect_app.services.streaks import record_activity
from tests import journeys
from tests.conftest import Counting
from tests.factories import MONDAY, NOW, a_day_done, a_learner, a_plan, days_of, noon
from tests.study_factories import COURSE, a_session, a_study_plan, lesson_id_of, lessons_of
from tests.weekly_reports import worked

DAY = timedelta(days=1)
RANGES = [each.value for each in Range]


def progress(
    session: Session, user: User, day: date = MONDAY, range_: str = "quarter"
) -> ProgressView:
    return progress_view(session, user_id=user.id, range_=range_, now=noon(day))


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))


def amounts(figure: Figure, name: str) -> tuple[float | None, ...]:
    return next(each.amounts for each in figure.series if name in (each.code, each.name))


def a_done_session(
    session: Session,
    plan: StudyPlan,
    *,
    place: int = 0,
    day: date = MONDAY,
    kind: str = "new",
    minutes: int = 40,
    before: dict[str, object] | None = None,
    after: float = 0.6,
    **values: object,
) -> None:
    lesson = lessons_of(session)[place]
    a_session(
        session,
        plan,
        lesson,
        day=day,
        position=place,
        kind=kind,
        status="done",
        percent=100,
        done_day=day,
        ended_at=noon(day),
        spent_seconds=minutes * 60,
        undo={"minutes": minutes, "before": before, "after": {"mastery": after}},
        **values,
    )


# ---- who has little ---------------------------------------------------------------------------


@pytest.mark.parametrize("range_", RANGES)
def test_a_newcomer_is_told_that_there_is_too_little_to_say(session: Session, range_: str) -> None:
    view = progress(session, a_learner(session), range_=range_)
    assert (view.state, view.courses, view.reach) == ("new", (), range_)


def test_a_plan_of_today_has_no_figures_and_a_next_step(session: Session) -> None:
    user = a_learner(session)
    a_plan(session, user)
    view = progress(session, user)
    assert (view.state, view.headline.code) == ("early", "early")
    assert (view.move.told.code, view.move.href) == ("next_day", "/plan")
    assert (view.remembered, view.predicted, view.efficiency, view.velocity) == (-1, -1, -1, 0)
    known = [figure.key for figure in figures_of(view) if figure.is_known]
    assert known == ["mastery"]


def figures_of(view: ProgressView) -> list[Figure]:
    return [value for value in vars(view).values() if isinstance(value, Figure)]


def test_after_one_day_a_topic_is_a_topic_a_week(session: Session) -> None:
    user = a_learner(session)
    plan = a_study_plan(session, user)
    a_done_session(session, plan, minutes=50)
    worked(session, user, MONDAY, 65)
    view = progress(session, user)
    assert (view.state, view.headline.code, view.velocity) == ("told", "exam", 1.0)
    minutes = view.minutes
    assert minutes.labels[-1] == MONDAY.isoformat()
    assert [each.amounts[-1] for each in minutes.series] == [50, 15]
    assert minutes.series[-1].code == "tests"


def test_the_past_before_the_first_day_is_not_shown(session: Session) -> None:
    user = a_learner(session)
    worked(session, user, MONDAY)
    assert len(progress(session, user).minutes.labels) == 4
    assert len(progress(session, user, range_="weeks").minutes.labels) == 4
    worked(session, user, MONDAY - 70 * DAY)
    assert len(progress(session, user).minutes.labels) == 11


# ---- figures ----------------------------------------------------------------------------------


def test_mastery_is_weighed_by_what_each_topic_counts(session: Session) -> None:
    user = a_learner(session)
    a_study_plan(session, user)
    for lesson in lessons_of(session):
        session.add(
            LessonProgress(
                user_id=user.id,
                topic_key=lesson.topic_key,
                mastery=0.9,
                stability=10,
                learned_depth=1,
                studied_day=MONDAY,
                updated_at=NOW,
            )
        )
    worked(session, user, MONDAY)
    view = progress(session, user)
    course = next(each for each in view.courses if each.key == COURSE)
    assert (course.percent, course.mastered) == (90, course.topics)
    assert view.mastered == course.topics
    assert view.courses[-1] == course  # weak first
    later = progress(session, user, MONDAY + 10 * DAY)  # a stability later nine of ten are left
    assert next(each.percent for each in later.courses if each.key == COURSE) == 81
    home = home_view(session, user_id=user.id, now=noon(MONDAY + 10 * DAY))
    assert 81 in [bar.percent for bar in home.courses]


def test_what_moves_it_most_leads_to_its_lesson(session: Session) -> None:
    user = a_learner(session)
    a_study_plan(session, user)
    worked(session, user, MONDAY, 90)
    move = progress(session, user).move
    assert move.told.code == "exam"
    assert move.href.startswith("/lesson/")
    assert move.told.params["points"] > 0  # type: ignore[operator]


def test_velocity_counts_both_plans_against_what_they_need(session: Session) -> None:
    user = a_learner(session, rest_weekdays=[6])
    plan = a_study_plan(session, user, exam_day=MONDAY + 21 * DAY)
    a_done_session(session, plan)
    a_done_session(session, plan, place=1, part=1, parts=2)  # not its last part
    for place in (4, 5):
        a_session(session, plan, lessons_of(session)[place], day=MONDAY + DAY, position=place)
    skill = a_plan(session, user)
    a_day_done(session, skill, now=NOW, day=MONDAY)
    worked(session, user, MONDAY, 100)
    view = progress(session, user)
    assert view.velocity == 2
    assert view.needed == 7.0  # two topics in two weeks, and six days a week
    assert amounts(view.speeds, "done")[-1] == 2
    assert view.speed.code == "behind"


def test_retention_is_held_against_what_was_expected(session: Session) -> None:
    user = a_learner(session)
    plan = a_study_plan(session, user)
    before: dict[str, object] = {
        "mastery": 0.6,
        "stability": 8.0,
        "studied_day": str(MONDAY - 8 * DAY),
    }
    for place, recall in enumerate(("good", "hard", "easy", "forgotten", "")):
        a_done_session(session, plan, place=place, kind="review", recall=recall, before=before)
    worked(session, user, MONDAY, 200)
    view = progress(session, user)
    assert (view.remembered, view.predicted) == (75, 90)
    assert view.retention.counts[-1] == 4


def test_efficiency_counts_what_was_assumed_before_the_first_session(session: Session) -> None:
    user = a_learner(session)
    plan = a_study_plan(session, user)
    plan.ratings = {COURSE: 3}  # 0.4
    a_done_session(session, plan, minutes=60, after=0.7)
    a_done_session(session, plan, place=1, minutes=60, before={"mastery": 0.5}, after=0.6)
    worked(session, user, MONDAY, 120)
    view = progress(session, user)
    assert view.efficiency == 20.0
    assert amounts(view.gains, "points") == (20.0,)
    assert amounts(view.pace, "sessions") == (1.5,)


def test_answers_are_summed_by_difficulty_and_subject(session: Session) -> None:
    user = a_learner(session)
    plan = journeys.make_plan(session, user.id, curriculum="python", now=NOW)
    for _ in range(7):
        task = journeys.open_day(session, plan.id)
        assert task is not None
        journeys.complete_task(session, user_id=user.id, task_id=task.id, now=NOW)
    week = journeys.ready_week(session, plan.id)
    attempt = journeys.start_weekly_test(session, user_id=user.id, weekly_plan_id=week.id, now=NOW)
    journeys.take_test(session, user.id, attempt, right=18, now=NOW)
    view = progress(session, user)
    assert sum(view.difficulty.counts) == 30  # the assessment is left out
    assert sum(view.pace.counts) == 30
    assert view.state == "told"


def test_difficulty_counts_at_the_nearest_level_and_beyond_the_ends_at_the_ends(
    session: Session,
) -> None:
    user_id = a_long_learner(session, Past(days=2, answers=20), now=noon(MONDAY))
    difficulties = (0.2, 1.49, 1.5, 2.49, 2.5, 3.49, 3.5, 4.49, 4.5, 6.0)
    for answer in session.exec(select(AttemptItem)).all():
        answer.difficulty = difficulties[answer.position % len(difficulties)]
    view = progress(session, session.get_one(User, user_id))
    assert view.difficulty.counts == (4, 4, 4, 4, 4)


def test_work_in_a_plan_of_before_has_its_name(session: Session) -> None:
    user = a_learner(session)
    plan = a_study_plan(session, user, status="replaced")
    a_done_session(session, plan)
    worked(session, user, MONDAY, 40)
    view = progress(session, user)
    title = session.exec(select(Course.title).where(col(Course.key) == COURSE)).one()
    assert view.minutes.series[0].name == title["tr"]
    assert view.courses == ()


# ---- what may be seen -------------------------------------------------------------------------


def test_topics_of_a_locked_day_are_never_named(session: Session) -> None:
    user = a_learner(session)
    plan = a_plan(session, user)
    days = days_of(session, plan)
    a_day_done(session, plan, now=NOW, day=MONDAY)
    worked(session, user, MONDAY, 90)
    view = progress(session, user)
    assert [course.topics for course in view.courses] == [7, 7, 7, 7]
    named = {
        topic.key
        for course in view.courses
        for topic in course_topics(session, user_id=user.id, course=course.key, now=NOW)
    }
    assert named == {days[0].topics[0], days[1].topics[0]}
    mastery = figure_file(session, user_id=user.id, figure="mastery", now=NOW)
    assert len(rows_of(mastery)) == 3


def test_topics_of_a_subject_are_weak_first_and_lead_to_their_lessons(session: Session) -> None:
    user = a_learner(session)
    a_study_plan(session, user)
    first, second = lessons_of(session)[:2]
    for lesson, mastery in ((first, 0.9), (second, 0.3)):
        session.add(
            LessonProgress(
                user_id=user.id,
                topic_key=lesson.topic_key,
                mastery=mastery,
                stability=10,
                updated_at=NOW,
            )
        )
    session.flush()
    rows = course_topics(session, user_id=user.id, course=COURSE, now=NOW)
    assert [row.percent for row in rows] == sorted(row.percent for row in rows)
    assert (rows[-1].key, rows[-1].word) == (first.topic_key, "strong")
    assert rows[-1].href == f"/lesson/{lesson_id_of(session, first.topic_key)}"


def test_a_learner_sees_nothing_of_another(session: Session) -> None:
    user, other = a_learner(session), a_learner(session)
    plan = a_study_plan(session, user)
    a_done_session(session, plan)
    worked(session, user, MONDAY)
    assert progress(session, other).state == "new"
    with pytest.raises(NotFound):
        course_topics(session, user_id=other.id, course=COURSE, now=NOW)
    for figure in FIGURES:
        text = figure_file(session, user_id=other.id, figure=figure, now=NOW)
        assert len(rows_of(text)) == 1, figure


@pytest.mark.parametrize(("figure", "range_"), [("secrets", "quarter"), ("minutes", "century")])
def test_there_is_no_file_of_what_is_no_figure(session: Session, figure: str, range_: str) -> None:
    user = a_learner(session)
    with pytest.raises(NotFound):
        figure_file(session, user_id=user.id, figure=figure, range_=range_, now=NOW)


# ---- a year -----------------------------------------------------------------------------------


def test_a_year_of_answers_takes_no_more_queries_than_a_day(
    session: Session, count_queries: Counting
) -> None:
    now = noon(MONDAY)
    user_id = a_long_learner(session, Past(days=330, answers=20_000), now=now)
    user = session.get_one(User, user_id)
    a_plan(session, user)
    counted = []
    for range_ in RANGES:
        with count_queries(session) as queries:
            view = progress_view(session, user_id=user_id, range_=range_, now=now)
        counted.append(len(queries))
        assert all(query.startswith("SELECT") for query in queries)
        assert view.state == "told"
        assert all(figure.is_known for figure in figures_of(view))
    beginner = a_learner(session)
    a_plan(session, beginner)
    plan = a_study_plan(session, beginner)
    a_done_session(session, plan)
    worked(session, beginner, MONDAY)
    with count_queries(session) as queries:
        progress(session, beginner)
    assert max(counted) <= 12
    assert max(counted) == len(queries)
    assert sum(view.difficulty.counts) == 20_000
    for figure in FIGURES:
        text = figure_file(session, user_id=user_id, figure=figure, range_="year", now=now)
        assert len(rows_of(text)) > 1, figure


def test_days_count_on_the_learners_own_clock(session: Session) -> None:
    """Half past three at night belongs to the evening before."""
    user = a_learner(session)
    late = noon(MONDAY + DAY) - timedelta(hours=8, minutes=30)
    record_activity(session, user=user, now=late, minutes=30, tasks=1)
    rows = rows_of(figure_file(session, user_id=user.id, figure="year", now=noon(MONDAY + DAY)))
    assert rows == [["day", "minutes (minutes)"], [MONDAY.isoformat(), "30"]]
