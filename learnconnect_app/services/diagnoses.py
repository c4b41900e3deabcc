"""What a failed weekly test showed, as screens show it."""

from __future__ import annotations

from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.domain.diagnoses import diagnose
from learnconnect_app.domain.views import DiagnosisView
from learnconnect_app.models import Attempt, WeakTopicDiagnosis, WeeklyPlan
from learnconnect_app.services.grading import result_from_json
from learnconnect_app.services.scores import Titles, score_of, topic_bar


def latest_diagnoses(
    session: Session, plan_id: UUID, titles: Titles, locale: str
) -> dict[UUID, DiagnosisView]:
    """The latest diagnosis of each week of a plan that has one. One query."""
    rows = session.exec(
        select(WeakTopicDiagnosis, Attempt)
        .join(Attempt, col(Attempt.id) == WeakTopicDiagnosis.attempt_id)
        .join(WeeklyPlan, col(WeeklyPlan.id) == WeakTopicDiagnosis.weekly_plan_id)
        .where(WeeklyPlan.plan_id == plan_id)
        .order_by(col(Attempt.number))
    )
    return {
        found.weekly_plan_id: diagnosis_view(found, attempt, titles, locale)
        for found, attempt in rows
    }


def diagnosis_of(
    session: Session, attempt: Attempt, titles: Titles, locale: str
) -> DiagnosisView | None:
    found = session.exec(
        select(WeakTopicDiagnosis).where(WeakTopicDiagnosis.attempt_id == attempt.id)
    ).first()
    return diagnosis_view(found, attempt, titles, locale) if found else None


def diagnosis_view(
    found: WeakTopicDiagnosis, attempt: Attempt, titles: Titles, locale: str
) -> DiagnosisView:
    """Topics weakest first; weak are those that get the extra days."""
    result = result_from_json(attempt.result)
    weak = diagnose(result).topics
    return DiagnosisView(
        severity=found.severity,
        score=score_of(attempt),
        extra_days=found.extra_days,
        topics=tuple(topic_bar(each, titles, locale, weak) for each in result.topics),
    )
