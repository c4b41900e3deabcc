"""The resources of a topic by kind, what helped other learners first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit
from uuid import UUID

from sqlalchemy import case, func
from sqlmodel import Session, col, select

from learnconnect_app.domain.lesson_views import LessonResource, ResourceGroup
from learnconnect_app.domain.resource_ranking import Ranked, first_kind, kinds_in_order, ranked
from learnconnect_app.models import Resource, ResourceVote


class VotedResource(NamedTuple):
    row: Resource
    ranked: Ranked
    own_vote: str


def resource_groups(
    session: Session,
    user_id: UUID,
    topic_key: str,
    *,
    style: str,
    locale: str,
    is_explained_anew: bool,
) -> tuple[ResourceGroup, ...]:
    """The learner's style first; after a failed quiz the kinds that were not first before. One
    query."""
    voted = _voted(session, user_id, topic_key)
    kinds = [each.row.kind for each in voted.values()]
    used = {first_kind(kinds, style)} if is_explained_anew else set()
    in_order = ranked([each.ranked for each in voted.values()], locale)
    return tuple(
        ResourceGroup(
            kind=kind,
            resources=tuple(_view(voted, each) for each in in_order if each.kind == kind),
            is_style=kind == style and not is_explained_anew,
        )
        for kind in kinds_in_order(kinds, style, used=used)
    )


def _voted(session: Session, user_id: UUID, topic_key: str) -> dict[str, VotedResource]:
    is_helpful = col(ResourceVote.is_helpful)
    own = case((col(ResourceVote.user_id) == user_id, case((is_helpful, "yes"), else_="no")))
    rows: Sequence[tuple[Resource, int, int | None, str | None]] = session.exec(
        select(
            Resource,
            func.count(col(ResourceVote.id)),
            func.sum(case((is_helpful, 1), else_=0)),
            func.max(own),
        )
        .outerjoin(ResourceVote, col(ResourceVote.resource_id) == Resource.id)
        .where(Resource.topic_key == topic_key, col(Resource.is_retired).is_(False))
        .group_by(col(Resource.id))
    ).all()
    return {
        str(row.id): _voted_resource(row, votes, helped, own_vote)
        for row, votes, helped, own_vote in rows
    }


def _voted_resource(
    row: Resource, votes: int, helped: int | None, own_vote: str | None
) -> VotedResource:
    known = Ranked(str(row.id), row.kind, row.language, row.position, helped or 0, votes)
    return VotedResource(row, known, own_vote or "")


def _view(voted: Mapping[str, VotedResource], known: Ranked) -> LessonResource:
    row, _, own_vote = voted[known.id]
    return LessonResource(
        id=known.id,
        kind=row.kind,
        title=row.title,
        url=row.url,
        host=(urlsplit(row.url).hostname or "").removeprefix("www."),
        language=row.language,
        minutes=row.minutes,
        helped=known.helped if known.is_telling else 0,
        votes=known.votes if known.is_telling else 0,
        own_vote=own_vote,
    )
