"""The online model learns from every answer, in bulk, and starts where the assessment ended."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

import pytest
from sqlmodel import Session, select

from learnconnect_app.domain.abilities import theta_for
from learnconnect_app.domain.assessments import Answer, Posterior, masteries, posterior_after
from learnconnect_app.models import LearnerMastery, TopicMastery, User
from learnconnect_app.services.mastery import (
    AnsweredItem,
    mastery_by_topic,
    record_answers,
    seed_from_assessment,
    theta_by_topic,
)
from tests.conftest import Counting
from tests.factories import NOW, a_learner

LOOPS, LISTS, FILES = "py-for-loops", "py-lists", "py-classes"


def answers(topic: str, *outcomes: bool) -> list[AnsweredItem]:
    return [AnsweredItem(topic, difficulty=3, options=4, is_correct=right) for right in outcomes]


def mastery(session: Session, user: User, topic: str) -> float:
    return mastery_by_topic(session, user_id=user.id, topic_keys=[topic], now=NOW)[topic]


def seed(session: Session, user: User, topics: Sequence[str], posterior: Posterior) -> None:
    seed_from_assessment(session, user_id=user.id, topic_keys=topics, posterior=posterior, now=NOW)


def rating(session: Session, user: User, topic: str) -> float:
    """The stored ability in a topic: the learner's general term and the topic's own."""
    session.expire_all()
    own, general = session.get(TopicMastery, (user.id, topic)), session.get(LearnerMastery, user.id)
    assert own is not None
    assert general is not None
    return float(own.state["elo"] + general.state["elo"])


def test_learner_without_answers_is_average(session: Session) -> None:
    assert mastery(session, a_learner(session), LOOPS) == pytest.approx(0.5)


def test_right_answers_raise_a_topic_and_wrong_ones_lower_it(session: Session) -> None:
    strong, weak = a_learner(session), a_learner(session)
    record_answers(session, user_id=strong.id, answers=answers(LOOPS, True, True, True), now=NOW)
    record_answers(session, user_id=weak.id, answers=answers(LOOPS, False, False, False), now=NOW)
    assert mastery(session, weak, LOOPS) < 0.4 < 0.6 < mastery(session, strong, LOOPS)


def test_topic_never_answered_moves_less_than_the_answered_one(session: Session) -> None:
    user = a_learner(session)
    record_answers(session, user_id=user.id, answers=answers(LOOPS, True, True, True), now=NOW)
    assert 0.5 < mastery(session, user, LISTS) < mastery(session, user, LOOPS)


def test_one_batch_is_the_same_as_answer_by_answer(session: Session) -> None:
    at_once, one_by_one = a_learner(session), a_learner(session)
    mixed = answers(LOOPS, True, False) + answers(LISTS, True) + answers(LOOPS, True)
    record_answers(session, user_id=at_once.id, answers=mixed, now=NOW)
    for each in mixed:
        record_answers(session, user_id=one_by_one.id, answers=[each], now=NOW)
    for topic in (LOOPS, LISTS):
        # states are rounded when they are stored
        expected = mastery(session, one_by_one, topic)
        assert mastery(session, at_once, topic) == pytest.approx(expected, abs=1e-4)


def test_rows_say_how_many_answers_and_which_mastery(session: Session) -> None:
    user = a_learner(session)
    record_answers(session, user_id=user.id, answers=answers(LOOPS, True, False), now=NOW)
    row = session.exec(select(TopicMastery).where(TopicMastery.user_id == user.id)).one()
    assert (row.topic_key, row.answers, row.updated_at) == (LOOPS, 2, NOW)
    assert row.mastery == pytest.approx(mastery(session, user, LOOPS), abs=1e-4)


def test_mastery_fades_with_time_and_never_rises(session: Session) -> None:
    user = a_learner(session)
    record_answers(session, user_id=user.id, answers=answers(LOOPS, *[True] * 8), now=NOW)
    after = [
        mastery_by_topic(
            session, user_id=user.id, topic_keys=[LOOPS], now=NOW + timedelta(days=days)
        )[LOOPS]
        for days in (0, 7, 60)
    ]
    assert after[0] > after[1] > after[2]


def test_no_answers_write_nothing(session: Session) -> None:
    user = a_learner(session)
    record_answers(session, user_id=user.id, answers=[], now=NOW)
    assert session.get(LearnerMastery, user.id) is None


def test_assessment_is_where_mastery_starts(session: Session) -> None:
    user, topics = a_learner(session), [LOOPS, LISTS, FILES]
    right_and_wrong = [Answer(0, 3, 4, True), Answer(0, 4, 4, True), Answer(2, 2, 4, False)]
    posterior = posterior_after([0, 0, 1], right_and_wrong)
    seed(session, user, topics, posterior)
    found = mastery_by_topic(session, user_id=user.id, topic_keys=topics, now=NOW)
    assert list(found.values()) == pytest.approx(masteries(posterior)[0].tolist(), abs=0.02)


def test_seeding_again_gives_the_same(session: Session) -> None:
    user, topics = a_learner(session), [LOOPS, LISTS]
    posterior = posterior_after([0, 1], [Answer(0, 3, 4, True)])
    seed(session, user, topics, posterior)
    first = mastery_by_topic(session, user_id=user.id, topic_keys=topics, now=NOW)
    seed(session, user, topics, posterior)
    assert mastery_by_topic(session, user_id=user.id, topic_keys=topics, now=NOW) == first


def test_assessment_of_other_topics_keeps_the_rating_of_a_topic(session: Session) -> None:
    user = a_learner(session)
    record_answers(session, user_id=user.id, answers=answers(FILES, True, True, True), now=NOW)
    before, mastery_before = rating(session, user, FILES), mastery(session, user, FILES)
    seed(session, user, [LOOPS], posterior_after([0], [Answer(0, 2, 4, False)] * 3))
    assert rating(session, user, FILES) == pytest.approx(before, abs=1e-4)
    assert mastery(session, user, LOOPS) < 0.4
    assert mastery(session, user, FILES) == pytest.approx(mastery_before, abs=0.1)


def test_theta_is_the_ability_of_the_mastery(session: Session) -> None:
    user = a_learner(session)
    record_answers(session, user_id=user.id, answers=answers(LOOPS, True, True), now=NOW)
    theta = theta_by_topic(session, user_id=user.id, topic_keys=[LOOPS, LISTS], now=NOW)
    assert theta[LOOPS] == pytest.approx(theta_for(mastery(session, user, LOOPS)))
    assert set(theta) == {LOOPS, LISTS}


def test_answers_of_one_learner_say_nothing_of_another(session: Session) -> None:
    first, second = a_learner(session), a_learner(session)
    record_answers(session, user_id=first.id, answers=answers(LOOPS, True, True), now=NOW)
    assert mastery(session, second, LOOPS) == pytest.approx(0.5)
    record_answers(session, user_id=second.id, answers=answers(LOOPS, False), now=NOW)
    assert mastery(session, first, LOOPS) > 0.5


def test_statements_do_not_grow_with_the_answers(session: Session, count_queries: Counting) -> None:
    user, topics = a_learner(session), [LOOPS, LISTS, FILES]
    with count_queries(session) as few:
        record_answers(session, user_id=user.id, answers=answers(LOOPS, True), now=NOW)
    many_answers = [each for topic in topics for each in answers(topic, *[True, False] * 10)]
    with count_queries(session) as many:
        record_answers(session, user_id=user.id, answers=many_answers, now=NOW)
    assert len(few) == len(many) == 4
    with count_queries(session) as reading:
        mastery_by_topic(session, user_id=user.id, topic_keys=topics, now=NOW)
    assert len(reading) == 1
