"""redeemed streak freezes name their redemption

Until now one was a day 400 years ahead in ``earned_day``, which its redemption named in ``value``.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta

import sqlalchemy as sa

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

AHEAD = timedelta(days=146_097)
FAR = date(2300, 1, 1)
"""No learner has earned a freeze after it."""

FREEZES = sa.table(
    "streak_freeze",
    sa.column("id", sa.Uuid()),
    sa.column("user_id", sa.Uuid()),
    sa.column("earned_day", sa.Date()),
    sa.column("redemption_id", sa.Uuid()),
    sa.column("created_at", sa.DateTime()),
)
REDEMPTIONS = sa.table(
    "redemption",
    sa.column("id", sa.Uuid()),
    sa.column("user_id", sa.Uuid()),
    sa.column("reward_id", sa.Uuid()),
    sa.column("value", sa.JSON()),
)
REWARDS = sa.table("reward", sa.column("id", sa.Uuid()), sa.column("kind", sa.String()))


def upgrade() -> None:
    with op.batch_alter_table("streak_freeze") as batch:
        batch.alter_column("earned_day", existing_type=sa.Date(), nullable=True)
        batch.add_column(sa.Column("redemption_id", sa.Uuid(), nullable=True))
    _name_redemptions(op.get_bind())
    with op.batch_alter_table("streak_freeze") as batch:
        batch.create_foreign_key(
            batch.f("fk_streak_freeze_redemption_id_redemption"),
            "redemption",
            ["redemption_id"],
            ["id"],
            ondelete="CASCADE",
        )
        batch.create_unique_constraint(batch.f("uq_streak_freeze_redemption_id"), ["redemption_id"])
        batch.create_check_constraint(
            batch.f("ck_streak_freeze_origin"), "(earned_day is null) <> (redemption_id is null)"
        )


def downgrade() -> None:
    with op.batch_alter_table("streak_freeze") as batch:
        batch.drop_constraint(batch.f("ck_streak_freeze_origin"), type_="check")
        batch.drop_constraint(batch.f("uq_streak_freeze_redemption_id"), type_="unique")
        batch.drop_constraint(
            batch.f("fk_streak_freeze_redemption_id_redemption"), type_="foreignkey"
        )
    _name_days(op.get_bind())
    with op.batch_alter_table("streak_freeze") as batch:
        batch.drop_column("redemption_id")
        batch.alter_column("earned_day", existing_type=sa.Date(), nullable=False)


def _name_redemptions(connection: sa.Connection) -> None:
    far = connection.execute(sa.select(FREEZES).where(FREEZES.c.earned_day > FAR)).all()
    freezes = {(row.user_id, row.earned_day.isoformat()): row.id for row in far}
    redemptions = (
        sa.select(REDEMPTIONS)
        .join(REWARDS, REWARDS.c.id == REDEMPTIONS.c.reward_id)
        .where(REWARDS.c.kind == "streak_freeze")
    )
    for redemption in connection.execute(redemptions).all():
        freeze = freezes.get((redemption.user_id, redemption.value.get("freeze_day")))
        if freeze is not None:  # none is left of one that was refunded
            _set(connection, FREEZES, freeze, earned_day=None, redemption_id=redemption.id)
        _set(connection, REDEMPTIONS, redemption.id, value={})


def _name_days(connection: sa.Connection) -> None:
    redeemed = (
        sa.select(FREEZES)
        .where(FREEZES.c.redemption_id.is_not(None))
        .order_by(FREEZES.c.created_at, FREEZES.c.id)
    )
    taken: defaultdict[str, set[date]] = defaultdict(set)
    for freeze in connection.execute(redeemed).all():
        day = freeze.created_at.date() + AHEAD
        while day in taken[freeze.user_id]:
            day += timedelta(days=1)
        taken[freeze.user_id].add(day)
        _set(connection, FREEZES, freeze.id, earned_day=day)
        value = {"freeze_day": day.isoformat()}
        _set(connection, REDEMPTIONS, freeze.redemption_id, value=value)


def _set(connection: sa.Connection, table: sa.TableClause, row: object, **values: object) -> None:
    connection.execute(sa.update(table).where(table.c.id == row).values(**values))
