"""Chooses the external resources that a planned day shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.domain.resources import ResourceRef, resources_for
from learnconnect_app.models import DailyTask, Resource, WeeklyPlan

MOST_FOR_ONE_TOPIC, MOST_FOR_EACH_OF_SEVERAL = 3, 2


@dataclass(frozen=True, slots=True)
class Shelf:
    """The resources of some topics, and the kinds a learner was shown for each before."""

    resources: dict[str, list[ResourceRef]]
    used_kinds: dict[str, set[str]]
    locale: str

    def take(self, topics: Sequence[str]) -> list[str]:
        """Ids of the resources for a day on these topics. Their kinds count as used after it."""
        most = MOST_FOR_ONE_TOPIC if len(topics) == 1 else MOST_FOR_EACH_OF_SEVERAL
        taken = []
        for topic in topics:
            used = self.used_kinds[topic]
            chosen = resources_for(self.resources[topic], used, self.locale, most)
            used |= {ref.kind for ref in chosen}
            taken += [ref.id for ref in chosen]
        return taken


def new_shelf(session: Session, topics: Collection[str], locale: str) -> Shelf:
    """For a new plan: nothing was shown before."""
    return Shelf(_resources_of(session, topics), defaultdict(set), locale)


def shelf_of(session: Session, plan_id: UUID, topics: Collection[str], locale: str) -> Shelf:
    """For days added to a plan: what its earlier days showed is used."""
    resources = _resources_of(session, topics)
    shown = _shown(session, plan_id)
    used = defaultdict(
        set,
        {key: {ref.kind for ref in refs if ref.id in shown} for key, refs in resources.items()},
    )
    return Shelf(resources, used, locale)


def _resources_of(session: Session, topics: Collection[str]) -> dict[str, list[ResourceRef]]:
    """Resources of the topics in the author's order."""
    found: dict[str, list[ResourceRef]] = defaultdict(list)
    for row in session.exec(
        select(Resource)
        .where(col(Resource.topic_key).in_(topics), col(Resource.is_retired).is_(False))
        .order_by(col(Resource.topic_key), col(Resource.position))
    ):
        found[row.topic_key].append(ResourceRef(str(row.id), row.kind, row.language, row.minutes))
    return found


def _shown(session: Session, plan_id: UUID) -> set[str]:
    days = session.exec(
        select(DailyTask.resources)
        .join(WeeklyPlan, col(WeeklyPlan.id) == DailyTask.weekly_plan_id)
        .where(WeeklyPlan.plan_id == plan_id)
    )
    return {resource_id for ids in days for resource_id in ids}
