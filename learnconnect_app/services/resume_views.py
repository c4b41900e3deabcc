"""What the readings of a resume say: compared, skill by skill, with what is proven and not told."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.domain.resume_scores import (
    FIRST_EVIDENCE,
    RUBRIC,
    change,
)
from learnconnect_app.domain.resume_views import ResumeSkill, ResumeView, RoleOption, ScoreView
from learnconnect_app.domain.roles import COVERED_FROM
from learnconnect_app.locales import message
from learnconnect_app.models import (
    Curriculum,
    PersonalizedPlan,
    ResumeImpact,
    Skill,
    Topic,
    TopicMastery,
)
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.mastery import mastery_by_topic
from learnconnect_app.services.texts import text_in

MOST_TOPICS = 3
"""Named in a suggested line."""


def resume_view(session: Session, *, user_id: UUID, role: str = "", now: datetime) -> ResumeView:
    """The latest readings for a role: the one asked for, else that of the latest plan."""
    locale = get_user(session, user_id).locale
    curricula = _roles(session)
    planned = _planned(session, user_id)
    chosen = next((key for key in (role, *planned, *curricula) if key in curricula), "")
    if not chosen:
        return ResumeView()
    readings = _latest(session, user_id, chosen)
    before, after = readings.get("before"), readings.get("after")
    latest = after or before
    compared = change(before.score, after.score) if before and after else None
    return ResumeView(
        roles=tuple(
            RoleOption(key, text_in(each.title, locale), key in planned)
            for key, each in curricula.items()
        ),
        role=chosen,
        role_title=text_in(curricula[chosen].title, locale),
        before=_score(before),
        after=_score(after),
        change=compared.code if compared else "",
        change_percent=compared.percent if compared else 0,
        next_stage="after" if before else "before",
        skills=_skills(session, readings, locale) if latest else (),
        suggested=_suggested(session, user_id, latest, now) if latest else (),
    )


def _roles(session: Session) -> dict[str, Curriculum]:
    rows = session.exec(
        select(Curriculum)
        .where(Curriculum.kind != "exam", col(Curriculum.is_retired).is_(False))
        .order_by(col(Curriculum.position))
    )
    return {row.key: row for row in rows if row.skills}


def _planned(session: Session, user_id: UUID) -> list[str]:
    """Tracks of the learner's plans, the latest first."""
    keys = session.exec(
        select(PersonalizedPlan.curriculum_key)
        .where(PersonalizedPlan.user_id == user_id)
        .order_by(col(PersonalizedPlan.created_at).desc())
    )
    return list(dict.fromkeys(keys))


def _latest(session: Session, user_id: UUID, role: str) -> dict[str, ResumeImpact]:
    """The latest reading of each stage by today's rubric."""
    rows = session.exec(
        select(ResumeImpact)
        .where(
            ResumeImpact.user_id == user_id,
            ResumeImpact.curriculum_key == role,
            ResumeImpact.rubric == RUBRIC,
        )
        .order_by(col(ResumeImpact.created_at))
    )
    return {row.stage: row for row in rows}


def _score(row: ResumeImpact | None) -> ScoreView:
    if row is None:
        return ScoreView()
    at_ms = int(row.created_at.timestamp() * 1000)
    return ScoreView(
        id=str(row.id),
        score=round(row.score),
        exact=row.score,
        at_ms=at_ms,
        language=row.language,
        is_kept=row.text is not None,
    )


def _skills(
    session: Session, readings: Mapping[str, ResumeImpact], locale: str
) -> tuple[ResumeSkill, ...]:
    before, after = (_by_skill(readings.get(stage)) for stage in ("before", "after"))
    latest = after or before
    titles = _titles(session, latest)
    return tuple(
        ResumeSkill(
            title=text_in(titles.get(key, key), locale),
            before=_points(before.get(key)),
            after=_points(after.get(key)),
            latest=_points(skill),
            mention=int(skill["mention"]),
            evidence=int(skill["evidence"]),
            impact=int(skill["impact"]),
            advice=_advice(skill),
            lines=tuple(skill["lines"]),
        )
        for key, skill in latest.items()
    )


def _by_skill(row: ResumeImpact | None) -> dict[str, dict[str, Any]]:
    return {each["skill"]: each for each in row.skills} if row else {}


def _points(skill: Mapping[str, int] | None) -> int:
    return skill["mention"] + skill["evidence"] + skill["impact"] if skill else 0


def _advice(skill: Mapping[str, int]) -> str:
    if not skill["mention"]:
        return "name"
    if not skill["evidence"]:
        return "evidence"
    if not skill["impact"]:
        return "impact"
    return "" if skill["evidence"] > FIRST_EVIDENCE else "more"


def _titles(session: Session, keys: Collection[str]) -> dict[str, dict[str, str]]:
    rows = session.exec(select(Skill.key, Skill.title).where(col(Skill.key).in_(keys)))
    return {key: dict(title) for key, title in rows}


def _suggested(
    session: Session, user_id: UUID, reading: ResumeImpact, now: datetime
) -> tuple[str, ...]:
    """A line for each skill of the role with topics proven here that the resume tells nothing of.

    A topic is proven from a mastery of ``COVERED_FROM`` on, as for the career recommendation.
    """
    untold = [each["skill"] for each in reading.skills if not each["evidence"]]
    proven = _proven(session, user_id, untold, now)
    titles = _titles(session, proven)
    lines = []
    for key in (key for key in untold if key in proven):
        topics = [text_in(title, reading.language) for title in proven[key][:MOST_TOPICS]]
        skill = text_in(titles[key], reading.language)
        text = message(reading.language, "resume.line", skill=skill, topics=", ".join(topics))
        lines.append(text)
    return tuple(lines)


def _proven(
    session: Session, user_id: UUID, skills: Sequence[str], now: datetime
) -> dict[str, list[dict[str, str]]]:
    """Titles of the proven topics of each skill, best known first."""
    rows = session.exec(
        select(Topic)
        .join(TopicMastery, col(TopicMastery.topic_key) == Topic.key)
        .where(TopicMastery.user_id == user_id, col(Topic.skill_key).in_(skills))
    ).all()
    known = mastery_by_topic(
        session, user_id=user_id, topic_keys=[row.key for row in rows], now=now
    )
    found: dict[str, list[dict[str, str]]] = {}
    for row in sorted(rows, key=lambda row: (-known[row.key], row.key)):
        if row.skill_key is not None and known[row.key] >= COVERED_FROM:
            found.setdefault(row.skill_key, []).append(row.title)
    return found
