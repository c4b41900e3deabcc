"""Answers are saved one by one, and the assessment goes on from them."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import Session, col, select

from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.models import Attempt, AttemptItem, User
from learnconnect_app.services.answers import choose_answer, next_adaptive_item, show_item
from learnconnect_app.services.attempts import start_assessment, start_weekly_test
from learnconnect_app.services.questions import test_view as view_of_test
from learnconnect_app.services.submissions import submit_attempt
from tests.conftest import Counting
from tests.factories import NOW, a_learner, a_plan, weeks_of
from tests.journeys import answer, items_of, response_on_screen, take_assessment

SECOND = timedelta(seconds=1)
Choose = Callable[..., None]


@pytest.fixture
def user(session: Session) -> User:
    return a_learner(session)


@pytest.fixture
def weekly(session: Session, user: User) -> Attempt:
    """A running weekly test."""
    week = weeks_of(session, a_plan(session, user))[0]
    week.status = "test_ready"
    session.flush()
    attempt_id = start_weekly_test(session, user_id=user.id, weekly_plan_id=week.id, now=NOW)
    return session.get_one(Attempt, attempt_id)


@pytest.fixture
def initial(session: Session, user: User) -> Attempt:
    attempt_id = start_assessment(session, user_id=user.id, curriculum_key="python", now=NOW)
    return session.get_one(Attempt, attempt_id)


@pytest.fixture
def choose(session: Session) -> Choose:
    def choose(attempt: Attempt, position: int, option: int, **changes: object) -> None:
        arguments: dict[str, Any] = {
            "user_id": attempt.user_id,
            "seconds": 5.0,
            "now": NOW + 5 * SECOND,
        }
        choose_answer(
            session,
            attempt_id=attempt.id,
            position=position,
            response=option,
            **(arguments | changes),
        )

    return choose


def test_an_answer_is_kept_in_the_authors_order(
    session: Session, weekly: Attempt, choose: Choose
) -> None:
    choose(weekly, 3, 2)

    item = items_of(session, weekly.id)[3]
    assert (item.answer, item.answered_at) == (item.order[2], NOW + 5 * SECOND)
    assert item.is_correct is None
    shown = view_of_test(session, user_id=weekly.user_id, attempt_id=weekly.id, position=3, now=NOW)
    assert [option.is_chosen for option in shown.question.options][:4] == [
        False, False, True, False,
    ]  # fmt: skip


def test_an_answer_may_be_changed_until_the_test_is_submitted(
    session: Session, weekly: Attempt, choose: Choose
) -> None:
    for option in (0, 3, 1, 1):
        choose(weekly, 0, option)
    item = items_of(session, weekly.id)[0]
    assert item.answer == item.order[1]

    submit_attempt(session, user_id=weekly.user_id, attempt_id=weekly.id, now=NOW)
    with pytest.raises(DomainError, match="test_over"):
        choose(weekly, 0, 2)
    assert item.answer == item.order[1]


@pytest.mark.parametrize(
    ("position", "option"), [(0, -2), (0, 5), (30, 0), (-1, 0), (10**30, 0), (0, 10**30)]
)
def test_what_is_not_on_the_screen_cannot_be_chosen(
    weekly: Attempt, choose: Choose, position: int, option: int
) -> None:
    with pytest.raises(DomainError, match="bad_answer"):
        choose(weekly, position, option)


def test_the_last_second_may_arrive_ten_seconds_late(weekly: Attempt, choose: Choose) -> None:
    choose(weekly, 0, 0, now=weekly.deadline_at + 10 * SECOND)
    with pytest.raises(DomainError, match="test_over"):
        choose(weekly, 0, 1, now=weekly.deadline_at + 11 * SECOND)


def test_the_test_of_someone_else_does_not_exist(
    session: Session, weekly: Attempt, initial: Attempt, choose: Choose
) -> None:
    other = a_learner(session)
    for attempt_id in (weekly.id, initial.id, uuid.uuid4()):
        named: dict[str, Any] = {"user_id": other.id, "attempt_id": attempt_id, "now": NOW}
        with pytest.raises(NotFound):
            choose_answer(session, position=0, response=0, seconds=1, **named)
        with pytest.raises(NotFound):
            show_item(session, position=0, **named)
        with pytest.raises(NotFound):
            view_of_test(session, position=0, **named)
        with pytest.raises(NotFound):
            next_adaptive_item(session, **named)
    assert all(item.answer is None for item in items_of(session, weekly.id))


@pytest.mark.parametrize(
    ("told", "counted"),
    [
        (5.0, 5.0),
        (20.0, 20.0),
        (9999.0, 20.0),
        (-3.0, 0.0),
        (float("nan"), 0.0),
        (float("inf"), 20.0),
    ],
)
def test_seconds_are_believed_as_far_as_our_own_clock_allows(
    session: Session, weekly: Attempt, choose: Choose, told: float, counted: float
) -> None:
    show_item(
        session, user_id=weekly.user_id, attempt_id=weekly.id, position=0, now=NOW + 10 * SECOND
    )
    choose(weekly, 0, 0, seconds=told, now=NOW + 30 * SECOND)

    assert items_of(session, weekly.id)[0].seconds == counted


def test_a_clock_that_went_back_counts_no_time(
    session: Session, weekly: Attempt, choose: Choose
) -> None:
    named: dict[str, Any] = {"user_id": weekly.user_id, "attempt_id": weekly.id}
    show_item(session, position=0, now=NOW + timedelta(hours=1), **named)
    choose(weekly, 0, 0, seconds=20.0, now=NOW)

    assert items_of(session, weekly.id)[0].seconds == 0


def test_time_adds_up_over_visits_and_not_twice_within_one(
    session: Session, weekly: Attempt, choose: Choose
) -> None:
    named: dict[str, Any] = {"user_id": weekly.user_id, "attempt_id": weekly.id, "position": 0}
    show_item(session, now=NOW, **named)
    choose(weekly, 0, 0, seconds=10.0, now=NOW + 10 * SECOND)
    choose(weekly, 0, 1, seconds=5.0, now=NOW + 15 * SECOND)
    show_item(session, now=NOW + 100 * SECOND, **named)
    choose(weekly, 0, 2, seconds=4.0, now=NOW + 104 * SECOND)

    assert items_of(session, weekly.id)[0].seconds == pytest.approx(19)


def test_an_item_shown_after_the_end_is_not_noted(session: Session, weekly: Attempt) -> None:
    named: dict[str, Any] = {"user_id": weekly.user_id, "attempt_id": weekly.id}
    late = weekly.deadline_at + 11 * SECOND
    show_item(session, position=0, now=late, **named)
    assert items_of(session, weekly.id)[0].shown_at is None
    with pytest.raises(DomainError, match="bad_answer"):
        show_item(session, position=30, now=late, **named)


def test_the_assessment_goes_on_only_from_an_answer(
    session: Session, user: User, initial: Attempt
) -> None:
    def more() -> bool:
        return next_adaptive_item(session, user_id=user.id, attempt_id=initial.id, now=NOW)

    assert more()
    assert len(items_of(session, initial.id)) == 1
    answer(session, user.id, items_of(session, initial.id)[0], right=True, now=NOW)
    assert more()
    assert more()
    assert len(items_of(session, initial.id)) == 2


def test_only_the_newest_answer_of_an_assessment_may_be_changed(
    session: Session, user: User, initial: Attempt, choose: Choose
) -> None:
    choose(initial, 0, 0)
    choose(initial, 0, 1)
    next_adaptive_item(session, user_id=user.id, attempt_id=initial.id, now=NOW)

    choose(initial, 0, 1)
    with pytest.raises(DomainError, match="answer_final"):
        choose(initial, 0, 2)
    item = items_of(session, initial.id)[0]
    assert item.answer == item.order[1]


def test_an_assessment_asks_every_topic_within_its_limits(session: Session, user: User) -> None:
    attempt_id = take_assessment(
        session,
        user.id,
        curriculum="python",
        now=NOW,
        knows=lambda item: item.difficulty < 3,
    )

    items = items_of(session, attempt_id)
    keys = [item.variant_id for item in items]
    assert 28 <= len(items) <= 40
    assert len({item.topic_key for item in items}) == 28
    assert len(set(keys)) == len(keys)
    assert all(item.seconds == 20 for item in items)


def test_an_assessment_that_is_over_has_no_next_item(
    session: Session, user: User, initial: Attempt, weekly: Attempt
) -> None:
    def more(attempt: Attempt, late: timedelta = timedelta(0)) -> bool:
        now = initial.deadline_at + late
        return next_adaptive_item(session, user_id=user.id, attempt_id=attempt.id, now=now)

    assert not more(weekly)
    assert more(initial)
    assert not more(initial, 11 * SECOND)
    submit_attempt(session, user_id=user.id, attempt_id=initial.id, now=NOW)
    assert not more(initial)


def test_the_same_answers_lead_to_the_same_next_item(session: Session, user: User) -> None:
    """The draw follows from the stored answers alone: taken back, it comes again."""
    attempt_id = start_assessment(session, user_id=user.id, curriculum_key="python", now=NOW)
    for _ in range(5):
        answer(session, user.id, items_of(session, attempt_id)[-1], right=True, now=NOW)
        next_adaptive_item(session, user_id=user.id, attempt_id=attempt_id, now=NOW)
    last = items_of(session, attempt_id)[-1]
    drawn = (last.variant_id, last.order)
    session.delete(last)
    session.flush()

    next_adaptive_item(session, user_id=user.id, attempt_id=attempt_id, now=NOW)
    again = items_of(session, attempt_id)[-1]
    assert (again.variant_id, again.order) == drawn


def test_a_running_test_shows_no_right_answer(session: Session, weekly: Attempt) -> None:
    for item in items_of(session, weekly.id):
        answer(session, weekly.user_id, item, right=True, now=NOW)
    for position in range(30):
        view = view_of_test(
            session, user_id=weekly.user_id, attempt_id=weekly.id, position=position, now=NOW
        )
        options = view.question.options
        assert not any(option.is_right or option.misconception for option in options)
        assert [option.index for option in options] == list(range(len(options)))
        assert sum(option.is_chosen for option in options) == 1


def test_a_test_opens_at_the_first_unanswered_question(
    session: Session, weekly: Attempt, choose: Choose
) -> None:
    for position in (0, 1, 3):
        choose(weekly, position, 0)
    view = view_of_test(
        session,
        user_id=weekly.user_id,
        attempt_id=weekly.id,
        position=None,
        now=weekly.deadline_at - 90 * SECOND,
    )

    assert view.question.position == 2
    assert view.answered[:5] == (True, True, False, True, False)
    assert (view.count, view.fewest, view.is_adaptive) == (30, 30, False)
    assert (view.title, view.number, view.seconds_left) == ("Foundations", 1, 90)


def test_an_assessment_tells_its_limits(session: Session, initial: Attempt) -> None:
    view = view_of_test(
        session,
        user_id=initial.user_id,
        attempt_id=initial.id,
        position=None,
        now=initial.deadline_at + timedelta(days=1),
    )

    assert (view.count, view.fewest, view.is_adaptive) == (40, 28, True)
    assert (view.answered, view.title, view.seconds_left) == ((False,), "Python", 0)


def test_a_question_is_in_the_learners_language(session: Session) -> None:
    user = a_learner(session, locale="tr")
    attempt_id = start_assessment(session, user_id=user.id, curriculum_key="python", now=NOW)
    item = items_of(session, attempt_id)[0]
    named: dict[str, Any] = {"user_id": user.id, "attempt_id": attempt_id, "now": NOW}
    view = view_of_test(session, position=None, **named)
    user.locale = "en"
    session.flush()
    english = view_of_test(session, position=None, **named)

    assert view.question.stem_html != english.question.stem_html
    assert len(view.question.options) == len(item.order)


def test_a_submitted_test_or_a_wrong_position_has_no_question(
    session: Session, weekly: Attempt
) -> None:
    def view(position: int | None) -> None:
        view_of_test(
            session, user_id=weekly.user_id, attempt_id=weekly.id, position=position, now=NOW
        )

    for position in (-1, 30, 10**30):
        with pytest.raises(DomainError, match="bad_answer"):
            view(position)
    submit_attempt(session, user_id=weekly.user_id, attempt_id=weekly.id, now=NOW)
    with pytest.raises(DomainError, match="test_over"):
        view(None)


def test_a_question_takes_few_queries(
    session: Session, weekly: Attempt, count_queries: Counting
) -> None:
    named: dict[str, Any] = {"user_id": weekly.user_id, "attempt_id": weekly.id, "now": NOW}
    with count_queries(session) as queries:
        view_of_test(session, position=None, **named)
    assert len(queries) <= 5
    with count_queries(session) as queries:
        choose_answer(session, position=0, response=0, seconds=1, **named)
    assert len(queries) <= 3


def test_drawing_the_next_item_takes_as_many_queries_at_the_end_as_at_the_start(
    session: Session, user: User, initial: Attempt, count_queries: Counting
) -> None:
    counts = []
    for _ in range(12):
        newest = session.exec(
            select(AttemptItem)
            .where(AttemptItem.attempt_id == initial.id)
            .order_by(col(AttemptItem.position).desc())
        ).first()
        assert newest is not None
        option = response_on_screen(session, newest, right=True)
        choose_answer(
            session,
            user_id=user.id,
            attempt_id=initial.id,
            position=newest.position,
            response=option,
            seconds=1,
            now=NOW,
        )
        with count_queries(session) as queries:
            next_adaptive_item(session, user_id=user.id, attempt_id=initial.id, now=NOW)
        counts.append(len(queries))
    assert max(counts) <= 9
