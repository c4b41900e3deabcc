"""What `/mentor` shows: who sees the learner's progress and when, and whose the caller sees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import aliased
from sqlmodel import Session, col, func, or_, select

from learnconnect_app.domain.mentor_views import (
    LearnerRow,
    LinkView,
    MentorView,
    SharingView,
    VisitView,
)
from learnconnect_app.domain.mentors import (
    MOST_LINKS,
    PARTS,
    link_state,
    mentorship_state,
    parts_told,
)
from learnconnect_app.domain.study_days import local_time
from learnconnect_app.models import Mentorship, MentorVisit, ShareLink, User
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.mentor_visits import is_of_report

MOST_ENDED, MOST_VISITS = 10, 30
LASTING = ("invited", "accepted")
Met = Sequence[tuple[Mentorship, User, User | None]]
"""Mentorships with learner and mentor."""


def sharing_view(session: Session, *, user_id: UUID, now: datetime) -> SharingView:
    """Five queries; nothing is written."""
    user = get_user(session, user_id)
    seen = _visits_by(session, user_id)
    links = session.exec(
        select(ShareLink)
        .where(ShareLink.user_id == user_id)
        .order_by(col(ShareLink.created_at).desc())
    ).all()
    met = _mentorships(session, user_id)
    shown = [_link(link, user, seen, now) for link in links]
    mentors = [_mentor(*each, seen, now) for each in met if each[0].learner_id == user_id]
    live = tuple(link for link in shown if link.state == "live")
    return SharingView(
        links=live,
        ended_links=tuple(link for link in shown if link.state != "live")[:MOST_ENDED],
        mentors=tuple(mentor for mentor in mentors if mentor.state in LASTING),
        ended_mentors=tuple(m for m in mentors if m.state not in LASTING)[:MOST_ENDED],
        visits=tuple(_visits(session, user, links, met)),
        learners=tuple(_learners(met, user)),
        offered=_told(PARTS, user),
        is_confirmed=user.email_confirmed_at is not None,
        is_full=len(live) >= MOST_LINKS,
    )


def _mentorships(session: Session, user_id: UUID) -> Met:
    learner, mentor = aliased(User), aliased(User)
    return session.exec(
        select(Mentorship, learner, mentor)
        .join(learner, col(learner.id) == Mentorship.learner_id)
        .outerjoin(mentor, col(mentor.id) == Mentorship.mentor_id)
        .where(or_(Mentorship.learner_id == user_id, Mentorship.mentor_id == user_id))
        .order_by(col(Mentorship.invited_at).desc())
    ).all()


def _visits_by(session: Session, user_id: UUID) -> Counter[UUID]:
    """Looks by each link and each mentor."""
    rows = session.exec(
        select(MentorVisit.visitor, func.count())
        .where(MentorVisit.user_id == user_id)
        .group_by(col(MentorVisit.visitor))
    )
    return Counter(dict(rows.all()))


def _visits(
    session: Session, user: User, links: Sequence[ShareLink], met: Met
) -> Iterable[VisitView]:
    labels = {link.id: link.label for link in links}
    names: dict[UUID | None, str] = {
        row.id: mentor.display_name if mentor else row.email for row, _, mentor in met
    }
    rows = session.exec(
        select(MentorVisit)
        .where(MentorVisit.user_id == user.id)
        .order_by(col(MentorVisit.visited_at).desc(), col(MentorVisit.id))
        .limit(MOST_VISITS)
    )
    for row in rows:
        at = local_time(row.visited_at, user.timezone)
        who = labels.get(row.link_id) if row.link_id else names.get(row.mentorship_id)
        day, time = at.date().isoformat(), f"{at:%H:%M}"
        yield VisitView(who or "", row.link_id is not None, day, time, is_of_report(row))


def _learners(met: Met, user: User) -> Iterable[LearnerRow]:
    """Those who are leaving are not shown."""
    for row, learner, _ in met:
        is_lasting = row.mentor_id == user.id and row.accepted_at and row.ended_at is None
        if is_lasting and learner.deletion_due_at is None:
            since = _day(row.accepted_at, user)
            yield LearnerRow(str(row.id), learner.display_name, _told(row.shows, learner), since)


def _link(link: ShareLink, user: User, seen: Counter[UUID], now: datetime) -> LinkView:
    return LinkView(
        id=str(link.id),
        label=link.label,
        shows=_told(link.shows, user),
        state=link_state(link.expires_at, link.revoked_at, now),
        until=_day(link.revoked_at or link.expires_at, user),
        visits=seen[link.id],
    )


def _mentor(
    row: Mentorship, learner: User, mentor: User | None, seen: Counter[UUID], now: datetime
) -> MentorView:
    state = mentorship_state(row.accepted_at, row.ended_at, row.expires_at, now)
    return MentorView(
        id=str(row.id),
        email=row.email,
        name=mentor.display_name if mentor else "",
        shows=_told(row.shows, learner),
        state=state,
        day=_day(row.ended_at or row.accepted_at or row.expires_at, learner),
        visits=seen[row.id],
    )


def _told(shows: Sequence[str], learner: User) -> tuple[str, ...]:
    return parts_told(shows, is_streak_shown=learner.is_streak_shown)


def _day(at: datetime | None, user: User) -> str:
    return local_time(at, user.timezone).date().isoformat() if at else ""
