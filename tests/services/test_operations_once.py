"""However often, from wherever and in whichever order it is sent, work counts once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from random import Random

from sqlmodel import Session, col, func, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.models import DailyActivity, Mistake, Operation, StudySession, User, XPReward
from learnconnect_app.services.operations import Answer, Sent, apply_operation
from learnconnect_app.services.plans import complete_task
from learnconnect_app.services.quizzes import start_practice
from learnconnect_app.services.study_sessions import complete_session
from learnconnect_app.services.xp import total_xp
from tests.factories import MONDAY, NOW, a_learner, a_plan, days_of
from tests.journeys import take_test
from tests.offline import Device, ledger, proven
from tests.services.test_operations import answered
from tests.study_factories import a_session, a_study_plan, lessons_of

THREADS, TASKS, MINUTES = 16, 100, 20
MATHS = "tyt-mat-temel-kavramlar"
LATER = NOW + timedelta(hours=9)


def a_full_day(session: Session) -> User:
    """A hundred sessions."""
    user = a_learner(session)
    plan = a_study_plan(session, user)
    lessons = lessons_of(session)
    for number in range(TASKS):
        lesson = lessons[number % len(lessons)]
        a_session(session, plan, lesson, position=number, minutes=MINUTES)
    return user


def queue_of(session: Session, user: User) -> list[Sent]:
    device = Device(user)
    rows = session.exec(select(StudySession).where(StudySession.user_id == user.id)).all()
    for number, row in enumerate(rows):
        device.does("complete_session", NOW + timedelta(minutes=number), **proven(row))
    return device.queue


def send(database: Database, user: User, queue: list[Sent]) -> list[Answer]:
    """Each in a transaction of its own, as a request does."""
    answers = []
    for each in queue:
        with database.transaction() as session:
            answers.append(
                apply_operation(session, user_id=user.id, sent=each, sent_at=None, now=LATER)
            )
    return answers


def check_all_is_paid_once(database: Database, user: User, tasks: int = TASKS) -> None:
    with database.reading() as session:
        paid = session.exec(
            select(XPReward.reward_type, func.count())
            .where(XPReward.user_id == user.id)
            .group_by(col(XPReward.reward_type))
        ).all()
        amounts = session.exec(select(func.sum(XPReward.amount))).one()
        assert dict(paid) == {"study_session": tasks, "daily_goal": 1}
        assert total_xp(session, user.id) == amounts == 5 * tasks + 15
        day = session.exec(select(DailyActivity)).one()
        assert (day.day, day.tasks_completed, day.minutes) == (MONDAY, tasks, tasks * MINUTES)


def test_sixteen_threads_that_send_the_same_hundred_count_each_once(database: Database) -> None:
    with database.transaction() as session:
        user = a_full_day(session)
        queue = queue_of(session, user)

    def thread(number: int) -> list[Answer]:
        own = list(queue)
        Random(number).shuffle(own)
        return send(database, user, own)

    with ThreadPoolExecutor(THREADS) as threads:
        found = [each for answers in threads.map(thread, range(THREADS)) for each in answers]
    by_id: dict[object, set[str]] = {}
    for each in found:
        by_id.setdefault(each.id, set()).add(repr((each.status, each.code, each.values)))
    assert len(by_id) == TASKS
    assert all(len(said) == 1 for said in by_id.values())
    assert sum(each.is_new for each in found) == TASKS
    check_all_is_paid_once(database, user)


def test_two_devices_and_two_tabs_replay_three_times_and_each_counts_once(
    database: Database,
) -> None:
    with database.transaction() as session:
        user = a_full_day(session)
        queues = [queue_of(session, user), queue_of(session, user)]
        ids = [row.id for row in session.exec(select(StudySession))]

    def device(number: int) -> None:
        for _ in range(3):
            send(database, user, queues[number])

    def tab(number: int) -> None:
        for session_id in ids[number::2]:
            with database.transaction() as session:
                complete_session(session, user_id=user.id, session_id=session_id, now=LATER)

    with ThreadPoolExecutor(4) as all_at_once:
        waiting = [all_at_once.submit(act, n) for act in (device, tab) for n in (0, 1)]
        for each in waiting:
            each.result()
    check_all_is_paid_once(database, user)
    with database.reading() as session:
        statuses = session.exec(select(Operation.status, func.count()).group_by(Operation.status))
        assert dict(statuses.all()).keys() <= {"applied", "settled"}


def test_a_mixed_queue_replayed_three_times_leaves_what_once_leaves(session: Session) -> None:
    user = a_learner(session)
    plan = a_plan(session, user)
    study = a_study_plan(session, user)
    attempt_id = start_practice(session, user_id=user.id, topic_key=MATHS, now=NOW - timedelta(3))
    take_test(session, user.id, attempt_id, right=0, now=NOW - timedelta(3))
    mistake = session.exec(select(Mistake).where(col(Mistake.due_day) <= MONDAY)).all()[0]
    row = a_session(session, study, lessons_of(session)[0])
    first = days_of(session, plan)[0]
    device = Device(user)
    device.does("start_task", NOW, task_id=first.id)
    device.does("complete_task", NOW, task_id=first.id)
    device.does("pause_session", NOW, seconds=300, **proven(row))
    device.does("complete_session", NOW, seconds=900, **proven(row))
    device.does("save_notes", NOW, notes="mine", **proven(row))
    device.does("save_mood", NOW, session_id=row.id, mood="tired")
    device.does("answer_mistake", NOW, **answered(session, mistake, right=True))
    answers = device.sends(session, LATER)
    assert [each.codes for each in answers] == [[]] * 7
    session.refresh(row)
    session.refresh(mistake)
    before = ledger(session, user), row.model_dump(), mistake.model_dump()
    for _ in range(2):
        assert device.sends(session, LATER + timedelta(hours=1)) == answers
    session.refresh(row)
    session.refresh(mistake)
    assert (ledger(session, user), row.model_dump(), mistake.model_dump()) == before
    assert complete_task(session, user_id=user.id, task_id=first.id, now=LATER) == 0
