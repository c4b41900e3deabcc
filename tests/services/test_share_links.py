"""Links to progress: only their hash is kept, they end, and each look is written down."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from sqlmodel import Session, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.mentors import MOST_GUESSES, MOST_LINKS
from learnconnect_app.models import MentorVisit, ShareLink, User
from learnconnect_app.services.share_links import count_look, create_link, open_link, revoke_link
from learnconnect_app.services.sharing_views import sharing_view
from tests.conftest import Counting
from tests.factories import NOW, a_learner

DAY, HERE = timedelta(days=1), "10.0.0.1"


def a_link(session: Session, user: User, token: str = "a", **traits: object) -> ShareLink:
    values = {"label": "Anne", "shows": ["minutes"], "days": 30} | traits
    made = create_link(session, user_id=user.id, token_hash=token, now=NOW, **values)  # type: ignore[arg-type]
    return session.get_one(ShareLink, made)


def look(
    session: Session,
    token: str = "a",
    *,
    by: User | None = None,
    later: object = DAY,
    is_report: bool = False,
) -> object:
    assert isinstance(later, timedelta)
    return open_link(
        session,
        token_hash=token,
        address=HERE,
        viewer_id=by.id if by else None,
        is_report=is_report,
        now=NOW + later,
    )


def test_a_link_shows_what_was_chosen_until_it_ends(session: Session) -> None:
    user = a_learner(session)
    a_link(session, user, shows=["streak", "minutes"], days=7)
    grant = look(session, later=7 * DAY - timedelta(seconds=1))
    assert (grant.learner_id, grant.shows) == (user.id, ("minutes", "streak"))  # type: ignore[attr-defined]
    with pytest.raises(NotFound):
        look(session, later=7 * DAY)


def test_unknown_ended_and_leaving_are_answered_alike(session: Session) -> None:
    user, leaver = a_learner(session), a_learner(session)
    ended = a_link(session, user)
    a_link(session, leaver, "b")
    revoke_link(session, user_id=user.id, link_id=ended.id, now=NOW)
    leaver.deletion_due_at = NOW + 14 * DAY
    session.flush()
    told = []
    for token in ("a", "b", "nothing"):
        with pytest.raises(NotFound) as refused:
            look(session, token)
        told.append((refused.value.code, refused.value.params))
    assert len(set(map(str, told))) == 1
    assert not session.exec(select(MentorVisit)).all()


def test_a_revoked_link_stays_revoked_at_that_moment(session: Session) -> None:
    user = a_learner(session)
    link = a_link(session, user)
    for hours in (1, 5):
        revoke_link(session, user_id=user.id, link_id=link.id, now=NOW + timedelta(hours=hours))
    session.refresh(link)
    assert link.revoked_at == NOW + timedelta(hours=1)


def test_nobody_ends_the_link_of_another(session: Session) -> None:
    link = a_link(session, a_learner(session))
    for link_id in (link.id, uuid4()):
        with pytest.raises(NotFound):
            revoke_link(session, user_id=a_learner(session).id, link_id=link_id, now=NOW)
    session.refresh(link)
    assert link.revoked_at is None


def test_there_are_ten_links_at_most_and_ended_ones_do_not_count(session: Session) -> None:
    user = a_learner(session)
    links = [a_link(session, user, str(n)) for n in range(MOST_LINKS)]
    with pytest.raises(DomainError, match="share_full"):
        a_link(session, user, "more")
    revoke_link(session, user_id=user.id, link_id=links[0].id, now=NOW)
    a_link(session, user, "more")
    assert sharing_view(session, user_id=user.id, now=NOW).is_full
    assert not sharing_view(session, user_id=a_learner(session).id, now=NOW).is_full


def test_a_visit_is_one_row_an_hour_and_the_learner_sees_it(session: Session) -> None:
    user = a_learner(session)
    a_link(session, user)
    news = [look(session, later=timedelta(minutes=m)).is_new for m in (0, 10, 59, 61)]  # type: ignore[attr-defined]
    assert news == [True, False, False, True]
    view = sharing_view(session, user_id=user.id, now=NOW)
    assert [(v.who, v.is_link, v.time) for v in view.visits] == [
        ("Anne", True, "13:01"),
        ("Anne", True, "12:00"),
    ]
    assert view.links[0].visits == 2


def test_a_report_taken_away_is_told_beside_the_look(session: Session) -> None:
    user = a_learner(session)
    a_link(session, user)
    looks = [(0, False), (5, True), (10, True), (70, True)]
    news = [look(session, later=timedelta(minutes=m), is_report=r).is_new for m, r in looks]  # type: ignore[attr-defined]
    assert news == [True, True, False, True]
    view = sharing_view(session, user_id=user.id, now=NOW)
    assert sorted((v.who, v.time, v.is_report) for v in view.visits) == [
        ("Anne", "12:00", False),
        ("Anne", "12:05", True),
        ("Anne", "13:10", False),
        ("Anne", "13:10", True),
    ]
    assert view.links[0].visits == 2  # looks: whoever takes a report has looked


def test_the_learners_own_look_is_no_visit(session: Session) -> None:
    user = a_learner(session)
    a_link(session, user)
    assert not look(session, by=user).is_new  # type: ignore[attr-defined]
    assert look(session, by=a_learner(session)).is_new  # type: ignore[attr-defined]


def test_guesses_are_counted_and_looks_that_open_something_are_not(database: Database) -> None:
    with database.transaction() as session:
        a_link(session, a_learner(session))
    for _ in range(MOST_GUESSES + 5):
        with database.transaction() as session:
            count_look(session, address=HERE, now=NOW)
            look(session, later=timedelta(0))
    for _ in range(MOST_GUESSES):
        with database.transaction() as session:
            count_look(session, address=HERE, now=NOW)
    with database.transaction() as session, pytest.raises(DomainError, match="too_many_tries"):
        count_look(session, address=HERE, now=NOW)
    with database.transaction() as session:
        count_look(session, address="10.0.0.2", now=NOW)


def test_the_list_costs_the_same_with_many_links_and_visits(
    session: Session, count_queries: Counting
) -> None:
    user = a_learner(session)
    for n in range(MOST_LINKS):
        a_link(session, user, str(n))
        for hour in range(5):
            look(session, str(n), later=timedelta(hours=hour))
    with count_queries(session) as queries:
        view = sharing_view(session, user_id=user.id, now=NOW)
    assert len(queries) <= 5
    assert (len(view.links), len(view.visits)) == (MOST_LINKS, 30)


def test_a_newcomer_is_seen_by_nobody(session: Session) -> None:
    view = sharing_view(session, user_id=a_learner(session).id, now=NOW)
    assert (view.links, view.mentors, view.visits, view.learners) == ((), (), (), ())


def test_a_streak_that_is_switched_off_is_not_offered(session: Session) -> None:
    user = a_learner(session, is_streak_shown=False)
    assert "streak" not in sharing_view(session, user_id=user.id, now=NOW).offered


def test_a_link_does_not_name_a_streak_that_was_switched_off_later(session: Session) -> None:
    user = a_learner(session)
    a_link(session, user, shows=["minutes", "streak"])
    user.is_streak_shown = False
    assert sharing_view(session, user_id=user.id, now=NOW).links[0].shows == ("minutes",)
