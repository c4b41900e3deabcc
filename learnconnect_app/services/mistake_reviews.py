"""Reviews of mistakes: a due item is asked again, as another variant when it has some.

Which variant, and the order of its options, follow from the mistake as it stands, so that nothing
is kept for a question that is only looked at: a reload and another tab show the same one, and the
answer is judged by it.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime
from random import Random
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from learnconnect_app.content.library import library
from learnconnect_app.content.questions import Question
from learnconnect_app.domain.achievements import Event
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.mistake_views import MistakeReview
from learnconnect_app.domain.offline_rules import DoneAway
from learnconnect_app.domain.responses import Response, is_complete
from learnconnect_app.domain.study_days import study_day
from learnconnect_app.domain.views import ReviewItem
from learnconnect_app.models import AttemptItem, Item, ItemVariant, Mistake, Topic, User
from learnconnect_app.services import mastery
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.achievements import award_due
from learnconnect_app.services.answers import as_kept
from learnconnect_app.services.content import variant_of
from learnconnect_app.services.draws import PROVEN_SEEDS, shuffled
from learnconnect_app.services.grading import is_right
from learnconnect_app.services.late_days import record_work
from learnconnect_app.services.mistake_lists import in_course
from learnconnect_app.services.mistakes import keep_wrong_answer, note_answer, own_mistake
from learnconnect_app.services.ownership import locked_user
from learnconnect_app.services.rendering import question_view, review_item
from learnconnect_app.services.texts import text_in

SEEDS_TRIED = 5
MOST_SECONDS = 600
"""Of one review that count: what a browser says it took is only its word."""


class Chosen(NamedTuple):
    """An answer that is not judged yet, by places on the screen."""

    mistake_id: str
    response: Response


class Again(NamedTuple):
    """How a mistake is asked now. ``seed`` is empty where the stored variant is asked again."""

    question: Question
    order: list[int]
    seed: int | None

    def stamp(self, row: Mistake) -> str:
        shown = row.times_wrong, row.times_right, row.reviewed_day, self.question.identity
        return hashlib.sha256(repr((*shown, self.order)).encode()).hexdigest()[:16]


def next_review(
    session: Session,
    *,
    user_id: UUID,
    course_key: str,
    number: int,
    chosen: Chosen | None = None,
    now: datetime,
) -> MistakeReview:
    """The mistake that has been due longest, of a course or (empty) of all; the ``number``-th of
    this round on the screen, with what was ``chosen`` so far if that is for it. Four queries.

    ``DomainError`` bad_answer for a choice that the question does not have.
    """
    user = get_user(session, user_id)
    day = study_day(now, user.timezone)
    due = (
        col(Mistake.user_id) == user_id,
        col(Mistake.status) == "open",
        col(Mistake.due_day) <= day,
        in_course(course_key),
    )
    left = session.exec(select(func.count()).where(*due)).one()
    row = session.exec(
        select(Mistake, Topic.title)
        .join(Topic, col(Topic.key) == Mistake.topic_key)
        .where(*due)
        .order_by(col(Mistake.due_day), col(Mistake.stability), col(Mistake.id))
        .limit(1)
    ).first()
    if row is None:
        return MistakeReview()
    mistake, title = row
    again = asked_again(session, mistake)
    answer = None
    if chosen is not None and chosen.mistake_id == str(mistake.id):
        answer = as_kept(again.question, chosen.response, again.order)
    shown = question_view(as_item(again, mistake, answer), again.question, user.locale)
    return MistakeReview(
        id=str(mistake.id),
        topic=text_in(title, user.locale),
        left=left,
        question=replace(shown, position=number),
    )


def answer_review(
    session: Session,
    *,
    user_id: UUID,
    mistake_id: UUID,
    response: Response,
    seconds: float,
    now: datetime,
    away: DoneAway | None = None,
) -> ReviewItem:
    """Judge an answer, plan when the item comes back, and say what is right and why.

    It counts once: ``DomainError("review_done")`` when the item is not due (any more);
    ``NotFound``; bad_answer. A review makes a study day (that of ``away``), and pays nothing.
    """
    user = locked_user(session, user_id)
    row = own_mistake(session, user_id, mistake_id)
    done_at = away.at if away else now
    day = study_day(done_at, user.timezone)
    if row.status != "open" or row.due_day > day:
        raise DomainError("review_done")
    again = asked_again(session, row)
    answer = as_kept(again.question, response, again.order)
    if answer is None or not is_complete(answer):
        raise DomainError("bad_answer")
    right = is_right(again.question, answer)
    told = _told(session, again, row, answer, right, user)
    if not right:
        keep_wrong_answer(row, _variant_id(session, again, row), answer)
    note_answer(row, right, day)
    _learn(session, user, row, right, now)
    minutes = round(min(seconds, MOST_SECONDS) / 60)
    record_work(session, user=user, at=done_at, now=now, minutes=minutes)
    award_due(session, user_id=user.id, event=Event.CORRECTED, at=done_at, now=now)
    return told


def stamp_of(session: Session, row: Mistake) -> str:
    """Names the question as it is asked now: another one after an answer or a change of content."""
    return asked_again(session, row).stamp(row)


def asked_again(session: Session, row: Mistake) -> Again:
    """Another variant of a template; of an item by hand, or one that left the content, the same."""
    stored = session.get_one(ItemVariant, row.variant_id)
    last = Question.model_validate(stored.question)
    rng = Random(f"{row.id}:{row.times_wrong}:{row.times_right}:{row.reviewed_day}")
    question, seed = last, None
    template = library().templates.get(row.item_key)
    if template is not None:
        for seed in rng.sample(range(PROVEN_SEEDS), SEEDS_TRIED):
            question = template.variant(seed)
            if question.identity != last.identity:
                break
    return Again(question, shuffled(rng, len(question.choices)), seed)


def as_item(again: Again, row: Mistake, answer: Response | None) -> AttemptItem:
    """The question at its place on the screen, part of no test and never stored."""
    return AttemptItem(
        attempt_id=row.id,
        position=0,
        variant_id=row.variant_id,
        topic_key=row.topic_key,
        course_key="",
        difficulty=0,
        expected_seconds=0,
        order=again.order,
        answer=answer,
    )


def _told(
    session: Session, again: Again, row: Mistake, answer: Response, right: bool, user: User
) -> ReviewItem:
    title = session.exec(select(Topic.title).where(Topic.key == row.topic_key)).one()
    item = as_item(again, row, answer)
    item.is_correct = right
    return review_item(item, again.question, text_in(title, user.locale), user.locale)


def _variant_id(session: Session, again: Again, row: Mistake) -> UUID:
    if again.seed is None:
        return row.variant_id
    item = session.get_one(Item, row.item_key)
    return variant_of(session, item, again.seed, library()).id


def _learn(session: Session, user: User, row: Mistake, right: bool, now: datetime) -> None:
    item = session.get_one(Item, row.item_key)
    answered = mastery.AnsweredItem(row.topic_key, item.difficulty, item.possible_answers, right)
    session.flush()
    mastery.record_answers(session, user_id=user.id, answers=[answered], now=now)
