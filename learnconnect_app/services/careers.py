"""The recommendation at the end of a plan, and the other roles that fit what is proven."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.domain import roles
from learnconnect_app.domain.attempts import AttemptKind, percent
from learnconnect_app.domain.readiness import career
from learnconnect_app.domain.views import CareerView, RoleFitView
from learnconnect_app.models import Attempt, Curriculum, RoleProfile, Skill, Topic, TopicMastery
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.mastery import mastery_by_topic
from learnconnect_app.services.ownership import own_plan
from learnconnect_app.services.scores import Titles, score_of
from learnconnect_app.services.texts import text_in

DECIDING = (AttemptKind.FINAL, AttemptKind.RETEST)
"""The tests that a recommendation is made on; the later one counts."""


def career_view(
    session: Session, *, user_id: UUID, plan_id: UUID, now: datetime
) -> CareerView | None:
    """The recommendation of a plan's latest final or re-test; None before there was one."""
    plan = own_plan(session, user_id, plan_id)
    attempt = deciding(session.exec(select(Attempt).where(Attempt.plan_id == plan.id)))
    locale = get_user(session, user_id).locale
    return career_of(session, attempt, locale, now) if attempt else None


def deciding(attempts: Iterable[Attempt]) -> Attempt | None:
    """The re-test of a plan when it was taken, or else its final."""
    taken = {each.kind: each for each in attempts if each.status == "submitted"}
    return next((taken[kind] for kind in reversed(DECIDING) if kind in taken), None)


def career_of(session: Session, attempt: Attempt, locale: str, now: datetime) -> CareerView:
    """The recommendation of one submitted final or re-test. At most five queries."""
    parts = attempt.result["readiness"]
    return CareerView(
        career=career(percent(attempt.correct or 0, attempt.total or 0)),
        readiness=int(parts["readiness"]),
        final_score=score_of(attempt),
        weekly_mean=int(parts["weekly_mean"]),
        adherence=int(parts["adherence"]),
        roles=best_fitting_roles(session, attempt.user_id, attempt.curriculum_key, locale, now),
    )


def best_fitting_roles(
    session: Session, user_id: UUID, curriculum_key: str, locale: str, now: datetime
) -> tuple[RoleFitView, ...]:
    """The three roles, other than this one, that ask most for what the learner has proven."""
    profiles, tracks = _profiles(session)
    skills: Titles = dict(session.exec(select(Skill.key, Skill.title)).all())
    fits = roles.best_fitting(
        [roles.RoleProfile(each.key, each.skills) for each in profiles.values()],
        _proven_by_skill(session, user_id, now),
        exclude={curriculum_key},
    )
    return tuple(
        _fit_view(fit, profiles[fit.key], skills, locale, fit.key in tracks) for fit in fits
    )


def _profiles(session: Session) -> tuple[dict[str, RoleProfile], set[str]]:
    """All roles by key, and the keys of those that have a track."""
    rows = session.exec(
        select(RoleProfile, Curriculum.is_retired).outerjoin(
            Curriculum, col(Curriculum.key) == RoleProfile.key
        )
    ).all()
    tracks = {role.key for role, is_retired in rows if is_retired is False}
    return {role.key: role for role, _ in rows}, tracks


def _proven_by_skill(session: Session, user_id: UUID, now: datetime) -> Mapping[str, float]:
    """Mean mastery over the topics of each skill of which something is known."""
    skill_of = dict(
        session.exec(
            select(Topic.key, Topic.skill_key)
            .join(TopicMastery, col(TopicMastery.topic_key) == Topic.key)
            .where(TopicMastery.user_id == user_id)
        ).all()
    )
    known = mastery_by_topic(session, user_id=user_id, topic_keys=list(skill_of), now=now)
    by_skill: dict[str, list[float]] = defaultdict(list)
    for topic, skill in skill_of.items():
        if skill is not None:
            by_skill[skill].append(known[topic])
    return {skill: sum(values) / len(values) for skill, values in by_skill.items()}


def _fit_view(
    fit: roles.RoleFit, role: RoleProfile, skills: Titles, locale: str, has_track: bool
) -> RoleFitView:
    return RoleFitView(
        key=role.key,
        title=text_in(role.title, locale),
        description=text_in(role.description, locale),
        icon=role.icon,
        fit=round(100 * fit.fit),
        covered=tuple(text_in(skills.get(key, key), locale) for key in fit.covered),
        missing=tuple(text_in(skills.get(key, key), locale) for key in fit.missing),
        has_track=has_track,
    )
