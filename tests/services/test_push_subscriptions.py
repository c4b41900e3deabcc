"""Browsers that are pushed to: each belongs to one learner and to one sign-in."""

from __future__ import annotations

import uuid
from datetime import timedelta
from uuid import UUID

import pytest
from sqlmodel import Session, select

from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.pushes import MOST_DEVICES
from learnconnect_app.models import AuthSession, PushSubscription, ReminderPlanning, User
from learnconnect_app.services import push_subscriptions as push
from learnconnect_app.services.channels import is_switched_off, switch_off
from learnconnect_app.services.sessions import close_session, forget_expired, open_session
from tests.conftest import Counting
from tests.factories import NOW, a_learner

MINUTE = timedelta(minutes=1)
ANDROID = "Mozilla/5.0 (Linux; Android 10; K) Chrome/140.0.0.0 Mobile Safari/537.36"


def a_sign_in(session: Session, user: User, token: str = "") -> UUID:
    token = token or uuid.uuid4().hex
    open_session(session, user_id=user.id, token_hash=token, user_agent=ANDROID, now=NOW)
    session.flush()
    return session.exec(select(AuthSession.id).where(AuthSession.token_hash == token)).one()


def subscribed(
    session: Session,
    user: User,
    sign_in: UUID,
    endpoint: str = "",
    *,
    minutes: int = 0,
    replaces: str = "",
) -> UUID:
    return push.subscribe(
        session,
        user_id=user.id,
        session_id=sign_in,
        endpoint=endpoint or f"https://push.example/{uuid.uuid4()}",
        p256dh="p",
        auth="a",
        user_agent=ANDROID,
        replaces=replaces,
        now=NOW + minutes * MINUTE,
    )


def endpoints(session: Session, user: User) -> list[str]:
    return [row.endpoint for row in push.subscriptions_of(session, user.id)]


def test_learner_may_have_several_browsers_listed_oldest_first(session: Session) -> None:
    user = a_learner(session)
    here, there = a_sign_in(session, user), a_sign_in(session, user)
    first = subscribed(session, user, there)
    second = subscribed(session, user, here, minutes=5)
    push.note_success(session, subscription_id=first, now=NOW + 9 * MINUTE)
    views = push.devices(session, user_id=user.id, session_id=here, now=NOW)
    assert [view.id for view in views] == [str(first), str(second)]
    assert [view.is_here for view in views] == [False, True]
    assert [view.name for view in views] == ["Chrome · Android"] * 2
    sent_at = (NOW + 9 * MINUTE).timestamp() * 1000
    assert [view.succeeded_ms for view in views] == [sent_at, 0]


def test_browser_that_subscribes_again_replaces_itself(session: Session) -> None:
    user = a_learner(session)
    sign_in = a_sign_in(session, user)
    subscribed(session, user, sign_in, "https://push.example/old")
    subscribed(session, user, sign_in, "https://push.example/new")
    subscribed(session, user, sign_in, "https://push.example/new")
    assert endpoints(session, user) == ["https://push.example/new"]


def test_browser_that_subscribes_again_keeps_its_pushes_that_wait(session: Session) -> None:
    """They are addressed to its id."""
    user = a_learner(session)
    sign_in = a_sign_in(session, user)
    first = subscribed(session, user, sign_in, "https://push.example/old")
    push.note_failure(session, subscription_id=first, now=NOW)
    again = subscribed(session, user, sign_in, "https://push.example/new")
    session.expire_all()
    assert again == first
    assert session.get_one(PushSubscription, first).failures == 0


def test_browser_that_is_signed_in_anew_has_one_address_alone(session: Session) -> None:
    user = a_learner(session)
    here, there = a_sign_in(session, user), a_sign_in(session, user)
    first = subscribed(session, user, here, "https://push.example/1")
    subscribed(session, user, there, "https://push.example/2")
    assert subscribed(session, user, here, "https://push.example/2") == first
    assert endpoints(session, user) == ["https://push.example/2"]


def test_reminders_of_today_are_planned_for_a_browser_at_once(session: Session) -> None:
    user = a_learner(session)
    subscribed(session, user, a_sign_in(session, user), minutes=5)
    assert session.get_one(ReminderPlanning, user.id).due_at == NOW + 5 * MINUTE


def renewed(session: Session, user: User, sign_in: UUID, replaces: str) -> UUID:
    return subscribed(session, user, sign_in, "https://push.example/new", replaces=replaces)


def test_browser_with_another_address_takes_the_place_of_its_own(session: Session) -> None:
    user = a_learner(session)
    sign_in = a_sign_in(session, user)
    first = subscribed(session, user, sign_in, "https://push.example/old")
    for _ in range(2):  # the second time it is known already
        assert renewed(session, user, sign_in, "https://push.example/old") == first
    assert endpoints(session, user) == ["https://push.example/new"]


def test_browser_that_was_removed_does_not_come_back_by_itself(session: Session) -> None:
    ayse, ali = a_learner(session), a_learner(session)
    here, there = a_sign_in(session, ayse), a_sign_in(session, ayse)
    subscribed(session, ayse, here, "https://push.example/here")
    subscribed(session, ali, a_sign_in(session, ali), "https://push.example/ali")
    for replaces, sign_in in (("gone", here), ("here", there), ("ali", here)):
        with pytest.raises(NotFound):
            renewed(session, ayse, sign_in, f"https://push.example/{replaces}")
    assert endpoints(session, ayse) == ["https://push.example/here"]
    assert endpoints(session, ali) == ["https://push.example/ali"]


def test_browser_that_another_learner_signs_in_on_is_theirs(session: Session) -> None:
    ayse, ali = a_learner(session), a_learner(session)
    subscribed(session, ayse, a_sign_in(session, ayse), "https://push.example/shared")
    subscribed(session, ali, a_sign_in(session, ali), "https://push.example/shared")
    assert endpoints(session, ayse) == []
    assert endpoints(session, ali) == ["https://push.example/shared"]


def test_signing_out_ends_the_pushes_of_that_browser_alone(session: Session) -> None:
    user = a_learner(session)
    subscribed(session, user, a_sign_in(session, user, "out"), "https://push.example/out")
    subscribed(session, user, a_sign_in(session, user, "in"), "https://push.example/in")
    close_session(session, token_hash="out", now=NOW)
    session.expire_all()
    assert endpoints(session, user) == ["https://push.example/in"]


def test_sign_in_that_expires_ends_its_pushes(session: Session) -> None:
    user = a_learner(session)
    subscribed(session, user, a_sign_in(session, user))
    forget_expired(session, now=NOW + timedelta(days=4000))
    session.expire_all()
    assert endpoints(session, user) == []


def test_one_device_more_than_there_may_be_is_refused(session: Session) -> None:
    user = a_learner(session)
    for _ in range(MOST_DEVICES):
        subscribed(session, user, a_sign_in(session, user))
    with pytest.raises(DomainError) as refused:
        subscribed(session, user, a_sign_in(session, user))
    assert (refused.value.code, refused.value.params) == ("push_too_many", {"most": MOST_DEVICES})
    assert len(endpoints(session, user)) == MOST_DEVICES


def test_one_of_the_most_may_still_subscribe_anew(session: Session) -> None:
    user = a_learner(session)
    sign_ins = [a_sign_in(session, user) for _ in range(MOST_DEVICES)]
    for sign_in in sign_ins:
        subscribed(session, user, sign_in)
    subscribed(session, user, sign_ins[3], "https://push.example/anew")
    assert "https://push.example/anew" in endpoints(session, user)


def test_own_browser_is_removed_by_id_or_by_address(session: Session) -> None:
    user = a_learner(session)
    one = subscribed(session, user, a_sign_in(session, user), "https://push.example/1")
    subscribed(session, user, a_sign_in(session, user), "https://push.example/2")
    for _ in range(2):  # the second time it is gone already
        push.unsubscribe(session, user_id=user.id, subscription_id=one, now=NOW)
    assert endpoints(session, user) == ["https://push.example/2"]
    push.unsubscribe(session, user_id=user.id, endpoint="https://push.example/2", now=NOW)
    assert endpoints(session, user) == []


def test_browser_of_another_learner_is_left_alone(session: Session) -> None:
    ayse, ali = a_learner(session), a_learner(session)
    theirs = subscribed(session, ali, a_sign_in(session, ali), "https://push.example/x")
    push.unsubscribe(session, user_id=ayse.id, subscription_id=theirs, now=NOW)
    push.unsubscribe(session, user_id=ayse.id, endpoint="https://push.example/x", now=NOW)
    push.unsubscribe(session, user_id=ayse.id, now=NOW)
    assert endpoints(session, ali) == ["https://push.example/x"]
    assert push.devices(session, user_id=ayse.id, session_id=uuid.uuid4(), now=NOW) == ()


def test_browser_that_is_gone_is_forgotten(session: Session) -> None:
    user = a_learner(session)
    gone = subscribed(session, user, a_sign_in(session, user))
    for _ in range(2):
        push.forget(session, subscription_id=gone, now=NOW)
    assert endpoints(session, user) == []


def test_failures_are_counted_until_a_push_is_taken(session: Session) -> None:
    user = a_learner(session)
    one = subscribed(session, user, a_sign_in(session, user))

    def failures() -> int:
        session.expire_all()
        return session.get_one(PushSubscription, one).failures

    push.note_failure(session, subscription_id=one, now=NOW)
    push.note_failure(session, subscription_id=one, now=NOW)
    assert failures() == 2
    push.note_success(session, subscription_id=one, now=NOW)
    assert failures() == 0


def test_subscribing_switches_the_channel_on_again(session: Session) -> None:
    user = a_learner(session)
    switch_off(session, user_id=user.id, channel="push", reason="gone", now=NOW)
    subscribed(session, user, a_sign_in(session, user))
    session.expire_all()
    assert not is_switched_off(session, user_id=user.id, channel="push")


def test_list_takes_one_query(session: Session, count_queries: Counting) -> None:
    user = a_learner(session)
    for _ in range(3):
        subscribed(session, user, a_sign_in(session, user))
    with count_queries(session) as queries:
        push.devices(session, user_id=user.id, session_id=uuid.uuid4(), now=NOW)
    assert len(queries) == 1
