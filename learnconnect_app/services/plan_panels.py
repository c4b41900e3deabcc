"""Reads what stands below the calendar, once someone looks there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.domain.outlook_views import CushionView
from learnconnect_app.domain.plan_panels import LeftOutTopic, MoveView, PlanPanels
from learnconnect_app.models import Course, PlanChange, StudyPlan, StudySession, Topic, User
from learnconnect_app.models import Lesson as LessonRow
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.colors import color_at
from learnconnect_app.services.goal_changes import change_goal
from learnconnect_app.services.ownership import locked_user, own_study_plan
from learnconnect_app.services.study_changes import changes_view
from learnconnect_app.services.study_outlook import cushion_of, outlook_of
from learnconnect_app.services.study_plans import active_study_plan
from learnconnect_app.services.texts import text_in

LEFT_OUT_SHOWN = 24
EXCLUDED = "excluded"


def plan_panels(session: Session, *, user_id: UUID, now: datetime) -> PlanPanels:
    """Of the active plan; empty without one. The plan is made again to see what is left out."""
    user = get_user(session, user_id)
    plan = active_study_plan(session, user_id)
    if plan is None:
        return PlanPanels(is_known=True)
    outlook = outlook_of(session, user_id=user_id, now=now)
    changes = changes_view(session, user_id=user_id, plan_id=plan.id, now=now)
    proposal = next((each.id for each in changes if each.status == "proposed"), "")
    left_out = [(topic, EXCLUDED) for topic in plan.excluded_topics]
    if outlook is not None:
        left_out += [(each.lesson, each.why.value) for each in outlook.made.left_out]
    return PlanPanels(
        is_known=True,
        cushion=cushion_of(outlook) if outlook else CushionView(),
        changes=tuple(each for each in changes if each.status != "proposed"),
        proposal=proposal,
        proposed_moves=_moves(session, user, proposal),
        left_out=_topics(session, plan, left_out[:LEFT_OUT_SHOWN], user.locale),
        left_out_count=len(left_out),
    )


def put_back(
    session: Session, *, user_id: UUID, plan_id: UUID, topic_key: str, now: datetime
) -> PlanChange | None:
    """Take a topic that the learner took out into the plan again; None when it is in it."""
    locked_user(session, user_id)  # or another tab's edit could be lost
    plan = own_study_plan(session, user_id, plan_id)
    kept = [topic for topic in plan.excluded_topics if topic != topic_key]
    return change_goal(session, user_id=user_id, plan_id=plan_id, now=now, excluded_topics=kept)


def _topics(
    session: Session, plan: StudyPlan, left_out: Sequence[tuple[str, str]], locale: str
) -> tuple[LeftOutTopic, ...]:
    rows = session.exec(
        select(Topic.key, Topic.title, Course)
        .join(LessonRow, col(LessonRow.topic_key) == Topic.key)
        .join(Course, col(Course.key) == LessonRow.course_key)
        .where(
            Course.curriculum_key == plan.curriculum_key,
            col(Topic.key).in_([topic for topic, _ in left_out]),
        )
    )
    found = {key: (title, course) for key, title, course in rows}
    return tuple(
        LeftOutTopic(
            key=topic,
            title=text_in(found[topic][0], locale),
            course=text_in(found[topic][1].title, locale),
            icon=found[topic][1].icon,
            color=color_at(found[topic][1].position),
            why=why,
        )
        for topic, why in left_out
        if topic in found
    )


def _moves(session: Session, user: User, proposal: str) -> tuple[MoveView, ...]:
    """The sessions of a proposal that would change their day."""
    change = session.get(PlanChange, UUID(proposal)) if proposal else None
    if change is None:
        return ()
    ids = [UUID(row["id"]) for row in change.rows]
    rows = session.exec(
        select(StudySession.id, Topic.title)
        .join(Topic, col(Topic.key) == StudySession.topic_key)
        .where(StudySession.user_id == user.id, col(StudySession.id).in_(ids))
    )
    titles = {str(session_id): text_in(title, user.locale) for session_id, title in rows}
    return tuple(
        MoveView(
            titles.get(row["id"], ""),
            (row["before"] or {}).get("day", ""),
            (row["after"] or {}).get("day", ""),
        )
        for row in change.rows
        if (row["before"] or {}).get("day") != (row["after"] or {}).get("day")
    )
