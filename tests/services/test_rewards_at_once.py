"""Many learners, many tabs, few goods: points and stock hold whatever happens at the same time.

Hypothesis draws who does what; threads do it all at once, each step in a transaction of its own.
Whatever order the database makes of it, afterwards

- nobody has spent more than they earned, and the ledger says what the redemptions say;
- what is left, together with what was redeemed and not refunded, is what there was;
- no code was given twice, and one that was given is never given again;
- a request redeemed at most once, however often it arrived;
- premium is as long as the days that were redeemed and not refunded.
"""

from __future__ import annotations

import threading
import uuid
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import Session, col, select

from learnconnect_app.adapters.database import Database
from learnconnect_app.domain.errors import DomainError
from learnconnect_app.domain.streaks import MOST_FREEZES
from learnconnect_app.models import (
    Redemption,
    Reward,
    RewardCode,
    StreakFreeze,
    User,
)
from learnconnect_app.services.points import points_of
from learnconnect_app.services.reward_references import reference_of
from learnconnect_app.services.reward_stocks import terms_of
from learnconnect_app.services.rewards import redeem, refund
from tests.factories import NOW, a_learner
from tests.shop import a_reward, ledger_of, with_codes, with_points

LEARNERS, THREADS, STOCK, CODES = 3, 8, 3, 4
POINTS, COST = 450, 100
KINDS = ("theme", "code", "premium_days", "streak_freeze")
LIMITED = "theme"
"""The one with a stock; each learner owns it at most once."""


@dataclass(frozen=True)
class Step:
    """A learner asks for a reward, maybe by a request that others repeat; or one is refunded."""

    learner: int
    reward: int
    request: int
    is_refund: bool = False


steps = st.lists(
    st.builds(
        Step,
        learner=st.integers(0, LEARNERS - 1),
        reward=st.integers(0, len(KINDS) - 1),
        request=st.integers(0, 5),
        is_refund=st.sampled_from((False, False, False, True)),
    ),
    min_size=12,
    max_size=24,
)


@dataclass
class World:
    database: Database
    operator: UUID = field(default_factory=uuid.uuid4)
    learners: list[UUID] = field(default_factory=list)
    rewards: list[UUID] = field(default_factory=list)
    requests: list[UUID] = field(default_factory=lambda: [uuid.uuid4() for _ in range(6)])

    def __post_init__(self) -> None:
        with self.database.transaction() as session:
            self.operator = a_learner(session, role="operator").id
            users = [with_points(session, a_learner(session), POINTS) for _ in range(LEARNERS)]
            self.learners = [user.id for user in users]
            shop = [
                a_reward(session, kind, cost=COST, stock=STOCK if kind == LIMITED else None)
                for kind in KINDS
            ]
            with_codes(session, shop[KINDS.index("code")], *(f"C{n}" for n in range(CODES)))
            self.rewards = [reward.id for reward in shop]

    def act(self, step: Step) -> None:
        """Refusals are answers; anything else fails the test."""
        try:
            with self.database.transaction() as session:
                self._refund(session, step) if step.is_refund else self._redeem(session, step)
        except DomainError:
            return

    def _redeem(self, session: Session, step: Step) -> None:
        redeem(
            session,
            user_id=self.learners[step.learner],
            reward_id=self.rewards[step.reward],
            request_id=self.requests[step.request],
            terms=terms_of(session.get_one(Reward, self.rewards[step.reward])),
            now=NOW,
        )

    def _refund(self, session: Session, step: Step) -> None:
        some = session.exec(
            select(Redemption.id).where(Redemption.user_id == self.learners[step.learner]).limit(1)
        ).first()
        if some is not None:
            refund(session, user_id=self.operator, reference=reference_of(some), now=NOW)

    def run(self, plan: Sequence[Step]) -> None:
        """All at once: nobody begins before everybody is there."""
        barrier = threading.Barrier(THREADS)

        def work(part: Sequence[Step]) -> None:
            barrier.wait()
            for step in part:
                self.act(step)

        with ThreadPoolExecutor(THREADS) as pool:
            list(pool.map(work, [plan[n::THREADS] for n in range(THREADS)]))


def kept(rows: Sequence[Redemption]) -> list[Redemption]:
    return [row for row in rows if row.status != "refunded"]


def check_points(session: Session, world: World, rows: Sequence[Redemption]) -> None:
    for user_id in world.learners:
        own = [row for row in kept(rows) if row.user_id == user_id]
        points = points_of(session, user_id)
        assert points.balance >= 0
        assert points.spent == -ledger_of(session, user_id) == sum(row.cost for row in own)


def check_goods(session: Session, world: World, rows: Sequence[Redemption]) -> None:
    by_reward = Counter(row.reward_id for row in kept(rows))
    limited = session.get_one(Reward, world.rewards[KINDS.index(LIMITED)])
    assert limited.stock is not None
    assert limited.stock >= 0
    assert limited.stock + by_reward[limited.id] == STOCK
    codes = session.exec(
        select(RewardCode).where(RewardCode.reward_id == world.rewards[KINDS.index("code")])
    ).all()
    given_codes = [row.code for row in rows if row.code]
    assert len(given_codes) == len(set(given_codes)), "a code was given twice"
    assert {code.code for code in codes if code.is_taken} == set(given_codes)
    assert {code.redemption_id for code in codes if code.is_taken} == {
        row.id for row in rows if row.code
    }


def check_gifts(session: Session, world: World, rows: Sequence[Redemption]) -> None:
    of_kind = {kind: world.rewards[KINDS.index(kind)] for kind in KINDS}
    for user_id in world.learners:
        own = Counter(row.reward_id for row in kept(rows) if row.user_id == user_id)
        user = session.get_one(User, user_id)
        days = 7 * own[of_kind["premium_days"]]
        assert user.premium_until == (NOW + timedelta(days=days) if days else None)
        freezes = session.exec(select(StreakFreeze).where(StreakFreeze.user_id == user_id)).all()
        assert len(freezes) == own[of_kind["streak_freeze"]] <= MOST_FREEZES + 1
        assert own[of_kind[LIMITED]] <= 1


@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(plan=steps)
def test_points_and_stock_hold_whatever_happens_at_once(
    database: Database, plan: list[Step]
) -> None:
    world = World(database)
    world.run(plan)
    with database.reading() as session:
        rows = session.exec(
            select(Redemption).where(col(Redemption.user_id).in_(world.learners))
        ).all()
        assert len({(row.user_id, row.request_id) for row in rows}) == len(rows)
        check_points(session, world, rows)
        check_goods(session, world, rows)
        check_gifts(session, world, rows)


def test_one_thing_wanted_by_many_is_given_to_one(database: Database) -> None:
    world = World(database)
    with database.transaction() as session:
        session.get_one(Reward, world.rewards[0]).stock = 1
    world.run([Step(n % LEARNERS, 0, n % 6) for n in range(24)])
    with database.reading() as session:
        rows = session.exec(select(Redemption)).all()
        assert len(rows) == 1
        assert session.get_one(Reward, world.rewards[0]).stock == 0
        assert sum(ledger_of(session, learner) for learner in world.learners) == -COST


def test_the_last_points_are_spent_once_from_many_tabs(database: Database) -> None:
    world = World(database)
    world.requests = [uuid.uuid4() for _ in range(24)]
    world.run([Step(0, 2, n) for n in range(24)])
    with database.reading() as session:
        assert points_of(session, world.learners[0]).balance == POINTS % COST
        assert len(session.exec(select(Redemption)).all()) == POINTS // COST
