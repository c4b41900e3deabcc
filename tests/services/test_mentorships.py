"""Mentors: one mail, accepted once by whoever follows it, ended by either side."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from sqlmodel import Session, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.mentors import MOST_INVITATIONS, MOST_TO_ADDRESS
from learnconnect_app.models import Mentorship, MentorVisit, OutboxMessage, User
from learnconnect_app.services.mail_composition import composed
from learnconnect_app.services.mentorships import (
    KIND,
    accept_invitation,
    end_mentorship,
    invitation_of,
    invite_mentor,
    mentee_of,
    open_mentorship,
    token_hash_of,
)
from learnconnect_app.services.reminder_words import words_of
from learnconnect_app.services.sharing_views import sharing_view
from tests.factories import NOW, a_learner
from tests.reminding import rows_of, verdict_on

DAY = timedelta(days=1)
MENTOR = "mentor@example.org"


def invite(session: Session, user: User, email: str = MENTOR, *, now: datetime = NOW) -> Mentorship:
    shows = ["plan", "minutes"]
    made = invite_mentor(session, user_id=user.id, email=email, shows=shows, now=now)
    return session.get_one(Mentorship, made)


def mails(session: Session) -> list[OutboxMessage]:
    return list(session.exec(select(OutboxMessage).where(OutboxMessage.kind == KIND)))


def accept(session: Session, row: Mentorship, mentor: User, *, now: datetime = NOW) -> None:
    accept_invitation(session, user_id=mentor.id, token_hash=row.token_hash, now=now)
    session.refresh(row)


def test_one_mail_goes_out_with_the_name_and_a_token_kept_as_a_hash(session: Session) -> None:
    user = a_learner(session, name="Ayşe Işık", locale="tr")
    row = invite(session, user, " Mentor@Example.org ")
    (mail,) = mails(session)
    assert (mail.recipient, row.email) == (MENTOR, MENTOR)
    token = mail.params["path"].rpartition("/")[2]
    assert row.token_hash == token_hash_of(token)
    assert token not in row.model_dump_json()
    letter = composed(mail, "https://learn.example", b"k" * 40)
    assert "Ayşe Işık" in letter.text
    assert user.email not in letter.text + letter.html
    assert not any(name.startswith("List-") for name, _ in letter.headers)


def test_a_name_that_is_a_message_does_not_go_to_strangers(session: Session) -> None:
    invite(session, a_learner(session, name="Win 100 at evil.example"))
    letter = composed(mails(session)[0], "https://learn.example", b"k" * 40)
    assert "evil" not in letter.text + letter.html + letter.subject
    assert "A learner learns" in letter.text


def test_only_who_owns_an_address_writes_to_others(session: Session) -> None:
    user = a_learner(session, is_confirmed=False)
    with pytest.raises(DomainError, match="mentor_unconfirmed"):
        invite(session, user)
    assert not mails(session)


def test_nobody_invites_themselves_or_the_same_mentor_twice(session: Session) -> None:
    user = a_learner(session)
    with pytest.raises(DomainError, match="mentor_self"):
        invite(session, user, user.email)
    row = invite(session, user)
    with pytest.raises(DomainError, match="mentor_invited"):
        invite(session, user)
    accept(session, row, a_learner(session))
    with pytest.raises(DomainError, match="mentor_invited"):
        invite(session, user, now=NOW + 100 * DAY)
    end_mentorship(session, user_id=user.id, mentorship_id=row.id, now=NOW)
    invite(session, user)


def test_few_invitations_leave_a_learner_and_few_reach_an_address(session: Session) -> None:
    user = a_learner(session)
    for n in range(MOST_INVITATIONS):
        invite(session, user, f"mentor{n}@example.org")
    with pytest.raises(DomainError, match="mentor_often"):
        invite(session, user, "more@example.org")
    for _ in range(MOST_TO_ADDRESS):
        invite(session, a_learner(session), "popular@example.org")
    with pytest.raises(DomainError, match="mentor_often"):
        invite(session, a_learner(session), "popular@example.org")


def test_an_invitation_is_accepted_once_by_whoever_follows_it(session: Session) -> None:
    user, mentor, other = (a_learner(session) for _ in range(3))
    row = invite(session, user)
    asked = invitation_of(session, user_id=mentor.id, token_hash=row.token_hash, now=NOW)
    assert (asked.state, asked.name, asked.shows) == ("open", "Ayşe Işık", ("plan", "minutes"))
    accept(session, row, mentor)
    accept(session, row, mentor)  # pressed twice
    assert row.mentor_id == mentor.id
    with pytest.raises(DomainError, match="invitation_gone"):
        accept(session, row, other)
    told = invitation_of(session, user_id=mentor.id, token_hash=row.token_hash, now=NOW)
    assert (told.state, told.mentorship_id) == ("accepted", str(row.id))
    assert invitation_of(session, user_id=other.id, token_hash=row.token_hash, now=NOW).name == ""


def test_looking_at_an_invitation_accepts_nothing(session: Session) -> None:
    row = invite(session, a_learner(session))
    invitation_of(session, user_id=a_learner(session).id, token_hash=row.token_hash, now=NOW)
    session.refresh(row)
    assert row.mentor_id is None


def test_an_invitation_does_not_name_a_streak_that_was_switched_off_later(session: Session) -> None:
    user, mentor = a_learner(session), a_learner(session)
    row = invite(session, user)
    row.shows, user.is_streak_shown = ["plan", "streak"], False
    asked = invitation_of(session, user_id=mentor.id, token_hash=row.token_hash, now=NOW)
    assert asked.shows == ("plan",)


def test_it_runs_out_after_two_weeks_and_is_nobodys_own(session: Session) -> None:
    user, mentor = a_learner(session), a_learner(session)
    row = invite(session, user)
    with pytest.raises(DomainError, match="invitation_gone"):
        accept(session, row, mentor, now=NOW + 14 * DAY)
    with pytest.raises(DomainError, match="mentor_self"):
        accept(session, row, user)
    gone = invitation_of(session, user_id=mentor.id, token_hash=row.token_hash, now=NOW + 14 * DAY)
    assert gone.state == "gone"
    assert (
        invitation_of(session, user_id=user.id, token_hash=row.token_hash, now=NOW).state == "own"
    )


def test_a_mentor_by_one_invitation_needs_no_other(session: Session) -> None:
    user, mentor = a_learner(session), a_learner(session)
    accept(session, invite(session, user), mentor)
    second = invite(session, user, "second@example.org")
    with pytest.raises(DomainError, match="mentor_already"):
        accept(session, second, mentor)


def test_two_who_accept_at_once_are_not_both_mentors(database: Database) -> None:
    with database.transaction() as session:
        user, *mentors = (a_learner(session) for _ in range(3))
        row = invite(session, user)
    outcomes = []
    for mentor in mentors:
        with database.transaction() as session:
            try:
                accept_invitation(session, user_id=mentor.id, token_hash=row.token_hash, now=NOW)
                outcomes.append("mentor")
            except DomainError as refused:
                outcomes.append(refused.code)
    assert outcomes == ["mentor", "invitation_gone"]


def test_the_mentor_sees_what_was_chosen_and_each_look_is_noted(session: Session) -> None:
    user, mentor = a_learner(session), a_learner(session, name="Hoca Nine")
    row = invite(session, user)
    accept(session, row, mentor)
    grant = open_mentorship(session, user_id=mentor.id, mentorship_id=row.id, now=NOW)
    assert (grant.learner_id, grant.shows, grant.until) == (user.id, ("plan", "minutes"), None)
    mine = sharing_view(session, user_id=user.id, now=NOW)
    assert [(v.who, v.is_link) for v in mine.visits] == [("Hoca Nine", False)]
    assert [(m.state, m.name, m.visits) for m in mine.mentors] == [("accepted", "Hoca Nine", 1)]
    theirs = sharing_view(session, user_id=mentor.id, now=NOW)
    assert [(each.name, each.shows) for each in theirs.learners] == [
        ("Ayşe Işık", ("plan", "minutes"))
    ]
    assert (theirs.visits, theirs.mentors) == ((), ())


@pytest.mark.parametrize("by", ["learner", "mentor"])
def test_either_side_ends_it_and_nothing_is_seen_any_more(session: Session, by: str) -> None:
    user, mentor = a_learner(session), a_learner(session)
    row = invite(session, user)
    accept(session, row, mentor)
    who, other = (user, mentor) if by == "learner" else (mentor, user)
    told = end_mentorship(session, user_id=who.id, mentorship_id=row.id, now=NOW)
    assert told == other.id
    for service in (mentee_of, open_mentorship):
        with pytest.raises(NotFound):
            service(session, user_id=mentor.id, mentorship_id=row.id, now=NOW)
    assert sharing_view(session, user_id=mentor.id, now=NOW).learners == ()
    ended = sharing_view(session, user_id=user.id, now=NOW).ended_mentors
    assert [each.state for each in ended] == ["ended"]


@pytest.mark.parametrize("by", ["learner", "mentor"])
def test_the_other_one_is_told_once_and_kindly(session: Session, by: str) -> None:
    user, mentor = a_learner(session), a_learner(session, name="Hoca Nine", locale="tr")
    row = invite(session, user)
    accept(session, row, mentor)
    who, other = (user, mentor) if by == "learner" else (mentor, user)
    for _ in range(2):
        end_mentorship(session, user_id=who.id, mentorship_id=row.id, now=NOW)
    end_mentorship(session, user_id=other.id, mentorship_id=row.id, now=NOW)
    told = rows_of(session, other, "mentorship_ended")
    assert [each.channel for each in told] == ["app", "mail"]
    assert told[0].due_at == NOW < told[1].due_at
    assert not rows_of(session, who, "mentorship_ended")
    words = words_of("mentorship_ended", other.locale, told[0].params)
    assert who.display_name in words.title
    assert ("teşekkürler" in words.text) == (by == "learner")
    assert [verdict_on(session, each) for each in told] == ["send", "send"]


def test_a_name_that_is_a_message_is_not_told(session: Session) -> None:
    user = a_learner(session, name="Win 100 at evil.example")
    mentor = a_learner(session)
    row = invite(session, user)
    accept(session, row, mentor)
    end_mentorship(session, user_id=user.id, mentorship_id=row.id, now=NOW)
    told = rows_of(session, mentor, "mentorship_ended")[0]
    assert told.params["name"] == "your learner"


def test_an_invitation_that_nobody_accepted_ends_without_a_word(session: Session) -> None:
    user = a_learner(session)
    row = invite(session, user)
    end_mentorship(session, user_id=user.id, mentorship_id=row.id, now=NOW)
    assert not rows_of(session, user, "mentorship_ended")


def test_an_invitation_taken_back_is_not_sent_and_opens_nothing(session: Session) -> None:
    user = a_learner(session)
    row = invite(session, user)
    end_mentorship(session, user_id=user.id, mentorship_id=row.id, now=NOW)
    (mail,) = mails(session)
    session.refresh(mail)
    assert mail.status == "cancelled"
    with pytest.raises(DomainError, match="invitation_gone"):
        accept(session, row, a_learner(session))


def test_nobody_else_sees_or_ends_it(session: Session) -> None:
    user, mentor, other = (a_learner(session) for _ in range(3))
    row = invite(session, user)
    accept(session, row, mentor)
    for mentorship_id in (row.id, uuid4()):
        for service in (mentee_of, open_mentorship, end_mentorship):
            with pytest.raises(NotFound):
                service(session, user_id=other.id, mentorship_id=mentorship_id, now=NOW)
    for service in (mentee_of, open_mentorship):  # not the learner either
        with pytest.raises(NotFound):
            service(session, user_id=user.id, mentorship_id=row.id, now=NOW)
    assert not session.exec(select(MentorVisit)).all()


def test_a_learner_who_is_leaving_is_not_seen(session: Session) -> None:
    user, mentor = a_learner(session), a_learner(session)
    row = invite(session, user)
    accept(session, row, mentor)
    user.deletion_due_at = NOW + 14 * DAY
    session.flush()
    assert sharing_view(session, user_id=mentor.id, now=NOW).learners == ()
    with pytest.raises(NotFound):
        open_mentorship(session, user_id=mentor.id, mentorship_id=row.id, now=NOW)
