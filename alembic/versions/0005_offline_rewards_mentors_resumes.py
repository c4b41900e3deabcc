"""offline rewards mentors resumes"""

from __future__ import annotations

import sqlalchemy as sa

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reward",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.Column("description", sa.JSON(), nullable=False),
        sa.Column("cost", sa.Integer(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("stock", sa.Integer(), nullable=True),
        sa.Column("per_learner", sa.Integer(), nullable=True),
        sa.Column("valid_days", sa.Integer(), nullable=True),
        sa.Column("is_offered", sa.Boolean(), nullable=False),
        sa.Column("from_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("until_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "kind in ('code', 'premium_days', 'theme', 'frame', 'streak_freeze')",
            name=op.f("ck_reward_kind"),
        ),
        sa.CheckConstraint("cost > 0", name=op.f("ck_reward_cost")),
        sa.CheckConstraint("stock is null or stock >= 0", name=op.f("ck_reward_stock")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reward")),
        sa.UniqueConstraint("key", name=op.f("uq_reward_key")),
    )
    op.create_table(
        "achievement",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("tier", sa.String(length=6), nullable=False),
        sa.Column("earned_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("celebrated_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "tier in ('bronze', 'silver', 'gold')", name=op.f("ck_achievement_tier")
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_achievement_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_achievement")),
        sa.UniqueConstraint("user_id", "key", "tier", name=op.f("uq_achievement_user_id_key_tier")),
    )
    op.create_table(
        "challenge",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("target", sa.Integer(), nullable=False),
        sa.Column("chosen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("completed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("target > 0", name=op.f("ck_challenge_target")),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_challenge_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_challenge")),
        sa.UniqueConstraint("user_id", "week", name=op.f("uq_challenge_user_id_week")),
    )
    op.create_table(
        "email_confirmation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_email_confirmation_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_email_confirmation")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_email_confirmation_token_hash")),
    )
    with op.batch_alter_table("email_confirmation") as batch:
        batch.create_index(batch.f("ix_email_confirmation_user_id"), ["user_id"], unique=False)

    op.create_table(
        "learner_goal",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("minutes_a_day", sa.Integer(), nullable=True),
        sa.Column("minutes_a_week", sa.Integer(), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "minutes_a_day is null or minutes_a_day between 5 and 960",
            name=op.f("ck_learner_goal_day"),
        ),
        sa.CheckConstraint(
            "minutes_a_week is null or minutes_a_week between 5 and 6720",
            name=op.f("ck_learner_goal_week"),
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_learner_goal_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_learner_goal")),
    )
    op.create_table(
        "mentorship",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("learner_id", sa.Uuid(), nullable=False),
        sa.Column("mentor_id", sa.Uuid(), nullable=True),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("shows", sa.JSON(), nullable=False),
        sa.Column("invited_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["learner_id"],
            ["user_account.id"],
            name=op.f("fk_mentorship_learner_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["mentor_id"],
            ["user_account.id"],
            name=op.f("fk_mentorship_mentor_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mentorship")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_mentorship_token_hash")),
    )
    with op.batch_alter_table("mentorship") as batch:
        batch.create_index(batch.f("ix_mentorship_learner_id"), ["learner_id"], unique=False)
        batch.create_index("ix_mentorship_mentor_id", ["mentor_id"], unique=False)

    op.create_table(
        "mood_entry",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("mood", sa.String(length=12), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_mood_entry_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mood_entry")),
        sa.UniqueConstraint("user_id", "day", name=op.f("uq_mood_entry_user_id_day")),
    )
    op.create_table(
        "operation",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("type", sa.String(length=40), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("code", sa.String(length=40), nullable=False),
        sa.Column("answer", sa.JSON(), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "status in ('applied', 'settled', 'refused')", name=op.f("ck_operation_status")
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_operation_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("user_id", "id", name=op.f("pk_operation")),
    )
    with op.batch_alter_table("operation") as batch:
        batch.create_index(batch.f("ix_operation_received_at"), ["received_at"], unique=False)

    op.create_table(
        "points_entry",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("entry_type", sa.String(length=20), nullable=False),
        sa.Column("object_id", sa.String(length=64), nullable=False),
        sa.Column("amount", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("amount <> 0", name=op.f("ck_points_entry_amount")),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_points_entry_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_points_entry")),
        sa.UniqueConstraint(
            "user_id",
            "entry_type",
            "object_id",
            name=op.f("uq_points_entry_user_id_entry_type_object_id"),
        ),
    )
    op.create_table(
        "redemption",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("reward_id", sa.Uuid(), nullable=False),
        sa.Column("request_id", sa.Uuid(), nullable=False),
        sa.Column("cost", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("code", sa.String(length=80), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "status in ('active', 'used', 'refunded')", name=op.f("ck_redemption_status")
        ),
        sa.ForeignKeyConstraint(
            ["reward_id"],
            ["reward.id"],
            name=op.f("fk_redemption_reward_id_reward"),
            ondelete="RESTRICT",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_redemption_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_redemption")),
        sa.UniqueConstraint("user_id", "request_id", name=op.f("uq_redemption_user_id_request_id")),
    )
    with op.batch_alter_table("redemption") as batch:
        batch.create_index(batch.f("ix_redemption_reward_id"), ["reward_id"], unique=False)

    op.create_table(
        "resume_impact",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("curriculum_key", sa.String(), nullable=False),
        sa.Column("stage", sa.String(length=6), nullable=False),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("skills", sa.JSON(), nullable=False),
        sa.Column("rubric", sa.Integer(), nullable=False),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("text", sa.String(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("stage in ('before', 'after')", name=op.f("ck_resume_impact_stage")),
        sa.CheckConstraint("score between 0 and 100", name=op.f("ck_resume_impact_score")),
        sa.ForeignKeyConstraint(
            ["curriculum_key"],
            ["curriculum.key"],
            name=op.f("fk_resume_impact_curriculum_key_curriculum"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_resume_impact_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resume_impact")),
    )
    with op.batch_alter_table("resume_impact") as batch:
        batch.create_index(
            batch.f("ix_resume_impact_curriculum_key"), ["curriculum_key"], unique=False
        )
        batch.create_index(
            "ix_resume_impact_newest", ["user_id", "curriculum_key", "created_at"], unique=False
        )

    op.create_table(
        "share_link",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("label", sa.String(length=60), nullable=False),
        sa.Column("shows", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_share_link_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_share_link")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_share_link_token_hash")),
    )
    with op.batch_alter_table("share_link") as batch:
        batch.create_index(batch.f("ix_share_link_user_id"), ["user_id"], unique=False)

    op.create_table(
        "start_step",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("step", sa.String(length=20), nullable=False),
        sa.Column("status", sa.String(length=8), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("status in ('done', 'skipped')", name=op.f("ck_start_step_status")),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_start_step_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("user_id", "step", name=op.f("pk_start_step")),
    )
    op.create_table(
        "mentor_visit",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("link_id", sa.Uuid(), nullable=True),
        sa.Column("mentorship_id", sa.Uuid(), nullable=True),
        sa.Column("visitor", sa.Uuid(), nullable=False),
        sa.Column("hour", sa.Integer(), nullable=False),
        sa.Column("visited_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["link_id"],
            ["share_link.id"],
            name=op.f("fk_mentor_visit_link_id_share_link"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["mentorship_id"],
            ["mentorship.id"],
            name=op.f("fk_mentor_visit_mentorship_id_mentorship"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_mentor_visit_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mentor_visit")),
        sa.UniqueConstraint("visitor", "hour", name=op.f("uq_mentor_visit_visitor_hour")),
    )
    with op.batch_alter_table("mentor_visit") as batch:
        batch.create_index(batch.f("ix_mentor_visit_link_id"), ["link_id"], unique=False)
        batch.create_index(
            batch.f("ix_mentor_visit_mentorship_id"), ["mentorship_id"], unique=False
        )
        batch.create_index("ix_mentor_visit_newest", ["user_id", "visited_at"], unique=False)

    op.create_table(
        "reward_code",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("reward_id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(length=80), nullable=False),
        sa.Column("redemption_id", sa.Uuid(), nullable=True),
        sa.Column("is_taken", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["redemption_id"],
            ["redemption.id"],
            name=op.f("fk_reward_code_redemption_id_redemption"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["reward_id"],
            ["reward.id"],
            name=op.f("fk_reward_code_reward_id_reward"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reward_code")),
        sa.UniqueConstraint("redemption_id", name=op.f("uq_reward_code_redemption_id")),
        sa.UniqueConstraint("reward_id", "code", name=op.f("uq_reward_code_reward_id_code")),
    )
    with op.batch_alter_table("user_account") as batch:
        batch.add_column(sa.Column("email_confirmed_at", sa.DateTime(timezone=True), nullable=True))
        batch.add_column(
            sa.Column("learning_style", sa.String(length=20), nullable=False, server_default="")
        )
        batch.add_column(sa.Column("premium_until", sa.DateTime(timezone=True), nullable=True))
        batch.add_column(
            sa.Column("theme", sa.String(length=20), nullable=False, server_default="")
        )
        batch.add_column(
            sa.Column("frame", sa.String(length=20), nullable=False, server_default="")
        )
        batch.add_column(sa.Column("deletion_due_at", sa.DateTime(timezone=True), nullable=True))
        batch.create_index(
            batch.f("ix_user_account_deletion_due_at"), ["deletion_due_at"], unique=False
        )

    with op.batch_alter_table("user_account") as batch:
        for column in ("learning_style", "theme", "frame"):
            batch.alter_column(column, server_default=None)


def downgrade() -> None:
    with op.batch_alter_table("user_account") as batch:
        batch.drop_index("ix_user_account_deletion_due_at")
        for column in (
            "deletion_due_at",
            "frame",
            "theme",
            "premium_until",
            "learning_style",
            "email_confirmed_at",
        ):
            batch.drop_column(column)
    for table in (
        "reward_code",
        "mentor_visit",
        "start_step",
        "share_link",
        "resume_impact",
        "redemption",
        "points_entry",
        "operation",
        "mood_entry",
        "mentorship",
        "learner_goal",
        "email_confirmation",
        "challenge",
        "achievement",
        "reward",
    ):
        op.drop_table(table)
