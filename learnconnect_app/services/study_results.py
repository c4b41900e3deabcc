"""What the result of a study plan's test adds: other explanations, more practice."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.domain.attempts import AttemptKind, Result
from learnconnect_app.domain.errors import NotFound
from learnconnect_app.domain.markup import block_html
from learnconnect_app.domain.mock_views import StudyResultView, TopicHelp
from learnconnect_app.domain.resource_ranking import style_of
from learnconnect_app.domain.resources import ResourceRef, resources_for
from learnconnect_app.models import (
    Attempt,
    Course,
    PlanChange,
    Resource,
    StudyPlan,
    Topic,
    User,
)
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.days import resource_view
from learnconnect_app.services.grading import result_from_json
from learnconnect_app.services.mock_results import nets_view
from learnconnect_app.services.ownership import own_attempt
from learnconnect_app.services.study_next_steps import LessonOf, lessons_of, weak_topics
from learnconnect_app.services.texts import text_in

MOST_HELPS = 2
"""Topics that get another explanation at once; the weakest ones."""


def study_result_view(
    session: Session, *, user_id: UUID, attempt_id: UUID, now: datetime
) -> StudyResultView:
    """``NotFound`` for a test that is not submitted. At most eight queries.

    ``now`` changes nothing: every reader is given it.
    """
    attempt = own_attempt(session, user_id, attempt_id)
    if attempt.status != "submitted":
        raise NotFound
    user = get_user(session, user_id)
    result = result_from_json(attempt.result)
    more_time, is_proposed = _more_time(session, attempt, user.locale)
    weak = _weak(attempt, result)
    lessons = lessons_of(session, attempt.curriculum_key, weak[:MOST_HELPS])
    plan = session.get(StudyPlan, attempt.study_plan_id)
    can_practise = plan is not None and plan.status == "active" and bool(weak)
    practice = lessons.get(weak[0]) if can_practise else None
    return StudyResultView(
        practice_key=weak[0] if practice else "",
        practice_title=text_in(practice.title, user.locale) if practice else "",
        helps=_helps(session, attempt, weak[:MOST_HELPS], lessons, user),
        more_time=more_time,
        is_more_time_proposed=is_proposed,
        nets=nets_view(session, attempt, user) if attempt.kind == AttemptKind.MOCK else None,
    )


def _weak(attempt: Attempt, result: Result) -> list[str]:
    """Topics to practise, weakest first; of practice its own topic, however it went."""
    if attempt.topic_key is not None:
        return [attempt.topic_key]
    if weak := weak_topics(attempt, result):
        return weak
    return [topic.topic for topic in result.topics if topic.correct < topic.total]


def _helps(
    session: Session,
    attempt: Attempt,
    topics: Sequence[str],
    lessons: dict[str, LessonOf],
    user: User,
) -> tuple[TopicHelp, ...]:
    """After a failed quiz: each weak topic explained in another way, and its summary."""
    if attempt.kind != AttemptKind.QUIZ or attempt.is_passed:
        return ()
    resources = _resources(session, topics)
    summaries = dict(
        session.exec(select(Topic.key, Topic.summary).where(col(Topic.key).in_(topics))).all()
    )
    plan = session.get(StudyPlan, attempt.study_plan_id)
    style = style_of(plan.style if plan else "", user.learning_style)
    return tuple(
        TopicHelp(
            topic_key=key,
            title=text_in(lessons[key].title, user.locale),
            lesson_href=lessons[key].href,
            resources=tuple(
                resource_view(row)
                for row in another_kind(resources.get(key, []), style, attempt.number, user.locale)
            ),
            summary_html=block_html(text_in(summaries[key], user.locale)),
        )
        for key in topics
        if key in lessons
    )


def another_kind(
    resources: Sequence[Resource], style: str, failures: int, locale: str
) -> list[Resource]:
    """Resources of a topic, kinds that were not first so far before the others.

    The lesson begins with the learner's own style; each failed quiz moves on to the next kind.
    """
    by_id = {str(row.id): row for row in resources}
    refs = [ResourceRef(str(r.id), r.kind, r.language, r.minutes) for r in resources]
    kinds = list(dict.fromkeys([style, *(ref.kind for ref in refs)]))
    used = [kind for kind in kinds if any(ref.kind == kind for ref in refs)][:failures]
    return [by_id[ref.id] for ref in resources_for(refs, used, locale)]


def _resources(session: Session, topics: Sequence[str]) -> dict[str, list[Resource]]:
    rows = session.exec(
        select(Resource)
        .where(col(Resource.topic_key).in_(topics), col(Resource.is_retired).is_(False))
        .order_by(col(Resource.topic_key), col(Resource.position))
    )
    return {key: list(group) for key, group in groupby(rows, key=lambda row: row.topic_key)}


def _more_time(session: Session, attempt: Attempt, locale: str) -> tuple[tuple[str, ...], bool]:
    """Courses that the plan gives more minutes because of this test; whether that is proposed."""
    change_id = attempt.result.get("change")
    change = session.get(PlanChange, UUID(change_id)) if change_id else None
    if change is None:
        return (), False
    raised = [each["course"] for each in change.reasons if each.get("to", 0) > each.get("from", 0)]
    titles = session.exec(select(Course.title).where(col(Course.key).in_(raised)))
    return tuple(text_in(title, locale) for title in titles), change.status == "proposed"
