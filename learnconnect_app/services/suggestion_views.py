"""Reads the suggested curriculum of a draft, in the learner's language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.domain.cushions import cushions
from learnconnect_app.domain.exams import Exam, course_weights, items_that_count
from learnconnect_app.domain.goal_views import CourseLine, SuggestionView, TopicLine
from learnconnect_app.domain.study_goals import questions_that_count
from learnconnect_app.domain.study_problems import Plan, Problem
from learnconnect_app.domain.study_suggestions import (
    Line,
    Suggested,
    mastery_by_course,
    questions_covered,
    weakest_first,
    without_place,
)
from learnconnect_app.models import Course, Curriculum, Lesson, StudyPlan, Topic
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.colors import color_at
from learnconnect_app.services.exams import exam_of
from learnconnect_app.services.study_places import lesson_of
from learnconnect_app.services.study_suggestions import Trial, trial_of
from learnconnect_app.services.texts import text_in

FIRST_SHOWN, LEFT_OUT_SHOWN = 5, 12
"""Topics that the study begins with, and of those without a place, that are shown at once."""


def suggestion_view(
    session: Session, *, user_id: UUID, opened: str = "", now: datetime
) -> SuggestionView:
    """The suggestion, with the topics of the course ``opened``; not ready until it has a price.

    ``DomainError`` goal_no_draft or goal_unfinished.
    """
    trial = trial_of(session, user_id, now)
    if trial is None:
        return SuggestionView()
    return _view(_Shown.of(session, trial), trial.study.problem, trial.made, opened)


@dataclass(frozen=True, slots=True)
class _Place:
    """How a topic is shown."""

    title: str
    course: Course
    mastery: float
    items: float


@dataclass(frozen=True, slots=True)
class _Shown:
    """The suggestion with everything that it is shown with."""

    locale: str
    exam: Exam
    draft: StudyPlan
    places: Mapping[str, _Place]
    courses: Mapping[str, Course]
    mastery: Mapping[str, float]
    lines: Sequence[Suggested]

    @classmethod
    def of(cls, session: Session, trial: Trial) -> _Shown:
        draft, study = trial.draft, trial.study
        locale = get_user(session, draft.user_id).locale
        exam = exam_of(session.get(Curriculum, draft.curriculum_key))
        titles, courses = _titles(session, draft.curriculum_key)
        lessons = [
            lesson_of(draft, place, place.exam_items or 1.0, study.today, study.today)
            for place in study.places
        ]
        places = {
            each.key: _Place(
                text_in(titles[each.key], locale), courses[each.subject], each.mastery, each.weight
            )
            for each in lessons
        }
        return cls(locale, exam, draft, places, courses, mastery_by_course(lessons), trial.lines)

    def line(self, each: Suggested) -> TopicLine:
        place = self.places[each.topic]
        other = self.places.get(each.other)
        return TopicLine(
            each.topic,
            place.title,
            text_in(place.course.title, self.locale),
            place.course.icon,
            color_at(place.course.position),
            each.minutes,
            round(100 * place.mastery),
            each.reason,
            other.title if other else "",
            each.reason is not Line.TAKEN_OUT,
        )

    @property
    def taken_out(self) -> list[Suggested]:
        out = set(self.draft.excluded_topics)
        return [Suggested(topic, Line.TAKEN_OUT) for topic in self.places if topic in out]

    def course_lines(self) -> tuple[CourseLine, ...]:
        percent = course_weights(self.exam, self.draft.score_key)
        planned = {each.topic for each in self.lines if each.is_planned}
        wanted = {each.topic for each in self.lines}
        rows = []
        for key in weakest_first(percent, self.mastery):
            topics = {topic for topic, place in self.places.items() if place.course.key == key}
            if not topics:
                continue
            course = self.courses[key]
            rows.append(
                CourseLine(
                    key,
                    text_in(course.title, self.locale),
                    course.icon,
                    color_at(course.position),
                    max(1, round(percent[key])),
                    round(100 * self.mastery.get(key, 0.0)),
                    len(topics & planned),
                    len(topics),
                    bool(topics & wanted),
                )
            )
        return tuple(rows)

    def questions(self) -> tuple[int, int, int]:
        """Least and most from covered topics, and all that count."""
        score = self.draft.score_key
        counted = items_that_count(self.exam, score)
        expected: defaultdict[str, float] = defaultdict(float)
        for place in self.places.values():
            expected[place.course.key] += place.items
        items = {
            topic: place.items * counted[place.course.key] / expected[place.course.key]
            for topic, place in self.places.items()
        }
        all_ = questions_that_count(self.exam, score)
        covered = [each.topic for each in self.lines if each.is_planned]
        return *questions_covered(items, covered, all_), all_


def _titles(session: Session, curriculum: str) -> tuple[dict[str, Any], dict[str, Course]]:
    rows = session.exec(
        select(Topic.key, Topic.title, Course)
        .join(Lesson, col(Lesson.topic_key) == Topic.key)
        .join(Course, col(Course.key) == Lesson.course_key)
        .where(Course.curriculum_key == curriculum)
    ).all()
    return {key: title for key, title, _ in rows}, {course.key: course for _, _, course in rows}


def _view(shown: _Shown, problem: Problem, made: Plan, opened: str) -> SuggestionView:
    planned = [each for each in shown.lines if each.is_planned]
    left = set(without_place(shown.lines))
    studied = [day.available for day in problem.days if day.available]
    weeks = cushions(problem, made)
    low, high, all_ = shown.questions()
    target = shown.draft.target
    is_net = target.get("kind") in ("net", "programme")
    everything = (*shown.lines, *shown.taken_out)
    return SuggestionView(
        is_ready=True,
        planned=len(planned),
        topics=len(shown.lines),
        taken_out=len(shown.taken_out),
        known=sum(each.reason is Line.STRONG for each in shown.lines),
        no_time=len(left),
        days=len(studied),
        minutes_a_day=round(median(studied or [0])),
        hours=sum(studied) // 60,
        free_hours=max(0, weeks[-1].over // 60) if weeks else 0,
        is_short=bool(left),
        questions_low=low,
        questions_high=high,
        questions=all_,
        target_net=target["value"] if is_net else 0,
        first=tuple(shown.line(each) for each in planned[:FIRST_SHOWN]),
        courses=shown.course_lines(),
        opened=opened,
        lines=tuple(
            shown.line(each) for each in everything if shown.places[each.topic].course.key == opened
        ),
        left_out=tuple(shown.line(each) for each in shown.lines if each.topic in left)[
            :LEFT_OUT_SHOWN
        ],
    )
