"""study plans"""

from __future__ import annotations

import sqlalchemy as sa

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

KINDS_BEFORE = "kind in ('initial', 'weekly', 'final', 'retest')"
KINDS = (
    "kind in ('initial', 'weekly', 'final', 'retest', 'placement', 'quiz', 'practice', "
    "'practice_test', 'mock')"
)


def upgrade() -> None:
    op.create_table(
        "absence",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("until_day", sa.Date(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("kind in ('vacation', 'illness')", name=op.f("ck_absence_kind")),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_absence_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_absence")),
    )
    with op.batch_alter_table("absence") as batch:
        batch.create_index(batch.f("ix_absence_user_id"), ["user_id"])

    op.create_table(
        "busy_time",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(length=80), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=True),
        sa.Column("day", sa.Date(), nullable=True),
        sa.Column("start_minute", sa.Integer(), nullable=False),
        sa.Column("end_minute", sa.Integer(), nullable=False),
        sa.CheckConstraint("(weekday is null) <> (day is null)", name=op.f("ck_busy_time_when")),
        sa.CheckConstraint("start_minute < end_minute", name=op.f("ck_busy_time_order")),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_busy_time_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_busy_time")),
    )
    with op.batch_alter_table("busy_time") as batch:
        batch.create_index(batch.f("ix_busy_time_user_id"), ["user_id"])

    op.create_table(
        "dismissal",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("until_day", sa.Date(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_dismissal_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dismissal")),
        sa.UniqueConstraint("user_id", "key", name=op.f("uq_dismissal_user_id_key")),
    )
    op.create_table(
        "study_plan",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("curriculum_key", sa.String(), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("step", sa.String(length=16), nullable=False),
        sa.Column("score_key", sa.String(length=60), nullable=False),
        sa.Column("target", sa.JSON(), nullable=False),
        sa.Column("exam_day", sa.Date(), nullable=True),
        sa.Column("weekday_minutes", sa.JSON(), nullable=False),
        sa.Column("rest_weekdays", sa.JSON(), nullable=False),
        sa.Column("preferred_hours", sa.JSON(), nullable=False),
        sa.Column("level", sa.String(length=16), nullable=False),
        sa.Column("focus_courses", sa.JSON(), nullable=False),
        sa.Column("style", sa.String(length=16), nullable=False),
        sa.Column("ratings", sa.JSON(), nullable=False),
        sa.Column("excluded_topics", sa.JSON(), nullable=False),
        sa.Column("multipliers", sa.JSON(), nullable=False),
        sa.Column("price", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("planned_day", sa.Date(), nullable=True),
        sa.Column("settled_day", sa.Date(), nullable=True),
        sa.Column("adapted_day", sa.Date(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("activated_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("completed_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "status in ('draft', 'active', 'paused', 'completed', 'replaced')",
            name=op.f("ck_study_plan_status"),
        ),
        sa.ForeignKeyConstraint(
            ["curriculum_key"],
            ["curriculum.key"],
            name=op.f("fk_study_plan_curriculum_key_curriculum"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_study_plan_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_study_plan")),
    )
    with op.batch_alter_table("study_plan") as batch:
        batch.create_index(batch.f("ix_study_plan_curriculum_key"), ["curriculum_key"])
        batch.create_index(batch.f("ix_study_plan_user_id"), ["user_id"])
        batch.create_index(
            "uq_study_plan_one_active",
            ["user_id"],
            unique=True,
            sqlite_where=sa.text("status = 'active'"),
            postgresql_where=sa.text("status = 'active'"),
        )
        batch.create_index(
            "uq_study_plan_one_draft",
            ["user_id"],
            unique=True,
            sqlite_where=sa.text("status = 'draft'"),
            postgresql_where=sa.text("status = 'draft'"),
        )

    op.create_table(
        "lesson_feedback",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("topic_key", sa.String(), nullable=False),
        sa.Column("rating", sa.Integer(), nullable=False),
        sa.Column("comment", sa.String(length=1000), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("rating between 1 and 5", name=op.f("ck_lesson_feedback_rating")),
        sa.ForeignKeyConstraint(
            ["topic_key"],
            ["topic.key"],
            name=op.f("fk_lesson_feedback_topic_key_topic"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_lesson_feedback_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lesson_feedback")),
        sa.UniqueConstraint(
            "user_id", "topic_key", name=op.f("uq_lesson_feedback_user_id_topic_key")
        ),
    )
    with op.batch_alter_table("lesson_feedback") as batch:
        batch.create_index(batch.f("ix_lesson_feedback_topic_key"), ["topic_key"])

    op.create_table(
        "lesson_progress",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("topic_key", sa.String(), nullable=False),
        sa.Column("mastery", sa.Float(), nullable=False),
        sa.Column("stability", sa.Float(), nullable=False),
        sa.Column("difficulty", sa.Float(), nullable=False),
        sa.Column("studied_day", sa.Date(), nullable=True),
        sa.Column("learned_depth", sa.Float(), nullable=False),
        sa.Column("deepened", sa.Integer(), nullable=False),
        sa.Column("done_minutes", sa.Integer(), nullable=False),
        sa.Column("aimed_minutes", sa.Integer(), nullable=False),
        sa.Column("not_before", sa.Date(), nullable=True),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["topic_key"],
            ["topic.key"],
            name=op.f("fk_lesson_progress_topic_key_topic"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_lesson_progress_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("user_id", "topic_key", name=op.f("pk_lesson_progress")),
    )
    op.create_table(
        "plan_change",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("summary", sa.JSON(), nullable=False),
        sa.Column("rows", sa.JSON(), nullable=False),
        sa.Column("settings", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "status in ('applied', 'proposed', 'declined', 'undone')",
            name=op.f("ck_plan_change_status"),
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["study_plan.id"],
            name=op.f("fk_plan_change_plan_id_study_plan"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_plan_change")),
        sa.UniqueConstraint("plan_id", "number", name=op.f("uq_plan_change_plan_id_number")),
    )
    with op.batch_alter_table("plan_change") as batch:
        batch.create_index(batch.f("ix_plan_change_plan_id"), ["plan_id"])

    op.create_table(
        "study_pause",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("until_day", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["study_plan.id"],
            name=op.f("fk_study_pause_plan_id_study_plan"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_study_pause")),
    )
    with op.batch_alter_table("study_pause") as batch:
        batch.create_index(batch.f("ix_study_pause_plan_id"), ["plan_id"])

    op.create_table(
        "resource_vote",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("resource_id", sa.Uuid(), nullable=False),
        sa.Column("is_helpful", sa.Boolean(), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["resource_id"],
            ["resource.id"],
            name=op.f("fk_resource_vote_resource_id_resource"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_resource_vote_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resource_vote")),
        sa.UniqueConstraint(
            "user_id", "resource_id", name=op.f("uq_resource_vote_user_id_resource_id")
        ),
    )
    with op.batch_alter_table("resource_vote") as batch:
        batch.create_index(batch.f("ix_resource_vote_resource_id"), ["resource_id"])

    op.create_table(
        "study_session",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("plan_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start_minute", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("topic_key", sa.String(), nullable=True),
        sa.Column("course_key", sa.String(), nullable=True),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("part", sa.Integer(), nullable=False),
        sa.Column("parts", sa.Integer(), nullable=False),
        sa.Column("aimed_minutes", sa.Integer(), nullable=False),
        sa.Column("reason", sa.JSON(), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("is_pinned", sa.Boolean(), nullable=False),
        sa.Column("percent", sa.Integer(), nullable=False),
        sa.Column("spent_seconds", sa.Integer(), nullable=False),
        sa.Column("running_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("recall", sa.String(length=10), nullable=False),
        sa.Column("mood", sa.String(length=12), nullable=False),
        sa.Column("notes", sa.String(length=4000), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_day", sa.Date(), nullable=True),
        sa.Column("attempt_id", sa.Uuid(), nullable=True),
        sa.Column("undo", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "kind in ('new', 'review', 'deepen', 'practice_test', 'own')",
            name=op.f("ck_study_session_kind"),
        ),
        sa.CheckConstraint(
            "status in ('planned', 'running', 'paused', 'done', 'partly', 'missed')",
            name=op.f("ck_study_session_status"),
        ),
        sa.CheckConstraint("percent between 0 and 100", name=op.f("ck_study_session_percent")),
        sa.ForeignKeyConstraint(
            ["attempt_id"],
            ["attempt.id"],
            name=op.f("fk_study_session_attempt_id_attempt"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["course_key"],
            ["course.key"],
            name=op.f("fk_study_session_course_key_course"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["plan_id"],
            ["study_plan.id"],
            name=op.f("fk_study_session_plan_id_study_plan"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["topic_key"],
            ["topic.key"],
            name=op.f("fk_study_session_topic_key_topic"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_study_session_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_study_session")),
    )
    with op.batch_alter_table("study_session") as batch:
        batch.create_index(batch.f("ix_study_session_attempt_id"), ["attempt_id"])
        batch.create_index(batch.f("ix_study_session_course_key"), ["course_key"])
        batch.create_index(batch.f("ix_study_session_done_day"), ["done_day"])
        batch.create_index("ix_study_session_plan_day", ["plan_id", "day"])
        batch.create_index(batch.f("ix_study_session_topic_key"), ["topic_key"])
        batch.create_index("ix_study_session_user_day", ["user_id", "day"])
        batch.create_index(
            "uq_study_session_one_running",
            ["user_id"],
            unique=True,
            sqlite_where=sa.text("status = 'running'"),
            postgresql_where=sa.text("status = 'running'"),
        )

    op.create_table(
        "mistake",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("item_key", sa.String(), nullable=False),
        sa.Column("topic_key", sa.String(), nullable=False),
        sa.Column("variant_id", sa.Uuid(), nullable=False),
        sa.Column("attempt_item_id", sa.Uuid(), nullable=True),
        sa.Column("answer", sa.JSON(none_as_null=True), nullable=True),
        sa.Column("times_wrong", sa.Integer(), nullable=False),
        sa.Column("times_right", sa.Integer(), nullable=False),
        sa.Column("stability", sa.Float(), nullable=False),
        sa.Column("difficulty", sa.Float(), nullable=False),
        sa.Column("reviewed_day", sa.Date(), nullable=False),
        sa.Column("due_day", sa.Date(), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("status in ('open', 'learned')", name=op.f("ck_mistake_status")),
        sa.ForeignKeyConstraint(
            ["attempt_item_id"],
            ["attempt_item.id"],
            name=op.f("fk_mistake_attempt_item_id_attempt_item"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["item_key"], ["item.key"], name=op.f("fk_mistake_item_key_item"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["topic_key"],
            ["topic.key"],
            name=op.f("fk_mistake_topic_key_topic"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_mistake_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["variant_id"],
            ["item_variant.id"],
            name=op.f("fk_mistake_variant_id_item_variant"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mistake")),
        sa.UniqueConstraint("user_id", "item_key", name=op.f("uq_mistake_user_id_item_key")),
    )
    with op.batch_alter_table("mistake") as batch:
        batch.create_index(batch.f("ix_mistake_attempt_item_id"), ["attempt_item_id"])
        batch.create_index("ix_mistake_due", ["user_id", "status", "due_day"])
        batch.create_index(batch.f("ix_mistake_item_key"), ["item_key"])
        batch.create_index(batch.f("ix_mistake_topic_key"), ["topic_key"])
        batch.create_index(batch.f("ix_mistake_variant_id"), ["variant_id"])

    with op.batch_alter_table("attempt") as batch:
        batch.add_column(sa.Column("study_plan_id", sa.Uuid(), nullable=True))
        batch.add_column(sa.Column("module_key", sa.String(), nullable=True))
        batch.add_column(sa.Column("topic_key", sa.String(), nullable=True))
        batch.add_column(
            sa.Column("test_key", sa.String(length=60), nullable=False, server_default="")
        )
        batch.alter_column(
            "kind",
            existing_type=sa.VARCHAR(length=10),
            type_=sa.String(length=16),
            existing_nullable=False,
        )
        batch.drop_constraint(op.f("ck_attempt_kind"), type_="check")
        batch.create_check_constraint(op.f("ck_attempt_kind"), KINDS)
        batch.create_index(batch.f("ix_attempt_module_key"), ["module_key"])
        batch.create_index(batch.f("ix_attempt_study_plan_id"), ["study_plan_id"])
        batch.create_index(batch.f("ix_attempt_topic_key"), ["topic_key"])
        batch.create_foreign_key(
            batch.f("fk_attempt_topic_key_topic"),
            "topic",
            ["topic_key"],
            ["key"],
            ondelete="CASCADE",
        )
        batch.create_foreign_key(
            batch.f("fk_attempt_study_plan_id_study_plan"),
            "study_plan",
            ["study_plan_id"],
            ["id"],
            ondelete="CASCADE",
        )
        batch.create_foreign_key(
            batch.f("fk_attempt_module_key_module"),
            "module",
            ["module_key"],
            ["key"],
            ondelete="CASCADE",
        )
    with op.batch_alter_table("attempt") as batch:
        batch.alter_column("test_key", server_default=None)


def downgrade() -> None:
    """Tests of a study plan have no place before."""
    op.execute(
        "DELETE FROM attempt_item WHERE attempt_id IN "
        f"(SELECT id FROM attempt WHERE NOT ({KINDS_BEFORE}))"
    )
    op.execute(f"DELETE FROM attempt WHERE NOT ({KINDS_BEFORE})")
    with op.batch_alter_table("attempt") as batch:
        batch.drop_constraint(op.f("ck_attempt_kind"), type_="check")
        batch.create_check_constraint(op.f("ck_attempt_kind"), KINDS_BEFORE)
        batch.drop_constraint(batch.f("fk_attempt_module_key_module"), type_="foreignkey")
        batch.drop_constraint(batch.f("fk_attempt_study_plan_id_study_plan"), type_="foreignkey")
        batch.drop_constraint(batch.f("fk_attempt_topic_key_topic"), type_="foreignkey")
        batch.drop_index(batch.f("ix_attempt_topic_key"))
        batch.drop_index(batch.f("ix_attempt_study_plan_id"))
        batch.drop_index(batch.f("ix_attempt_module_key"))
        batch.alter_column(
            "kind",
            existing_type=sa.String(length=16),
            type_=sa.VARCHAR(length=10),
            existing_nullable=False,
        )
        batch.drop_column("test_key")
        batch.drop_column("topic_key")
        batch.drop_column("module_key")
        batch.drop_column("study_plan_id")

    with op.batch_alter_table("mistake") as batch:
        batch.drop_index(batch.f("ix_mistake_variant_id"))
        batch.drop_index(batch.f("ix_mistake_topic_key"))
        batch.drop_index(batch.f("ix_mistake_item_key"))
        batch.drop_index("ix_mistake_due")
        batch.drop_index(batch.f("ix_mistake_attempt_item_id"))

    op.drop_table("mistake")
    with op.batch_alter_table("study_session") as batch:
        batch.drop_index(
            "uq_study_session_one_running",
            sqlite_where=sa.text("status = 'running'"),
            postgresql_where=sa.text("status = 'running'"),
        )
        batch.drop_index("ix_study_session_user_day")
        batch.drop_index(batch.f("ix_study_session_topic_key"))
        batch.drop_index("ix_study_session_plan_day")
        batch.drop_index(batch.f("ix_study_session_done_day"))
        batch.drop_index(batch.f("ix_study_session_course_key"))
        batch.drop_index(batch.f("ix_study_session_attempt_id"))

    op.drop_table("study_session")
    with op.batch_alter_table("resource_vote") as batch:
        batch.drop_index(batch.f("ix_resource_vote_resource_id"))

    op.drop_table("resource_vote")
    with op.batch_alter_table("study_pause") as batch:
        batch.drop_index(batch.f("ix_study_pause_plan_id"))

    op.drop_table("study_pause")
    with op.batch_alter_table("plan_change") as batch:
        batch.drop_index(batch.f("ix_plan_change_plan_id"))

    op.drop_table("plan_change")
    op.drop_table("lesson_progress")
    with op.batch_alter_table("lesson_feedback") as batch:
        batch.drop_index(batch.f("ix_lesson_feedback_topic_key"))

    op.drop_table("lesson_feedback")
    with op.batch_alter_table("study_plan") as batch:
        batch.drop_index(
            "uq_study_plan_one_draft",
            sqlite_where=sa.text("status = 'draft'"),
            postgresql_where=sa.text("status = 'draft'"),
        )
        batch.drop_index(
            "uq_study_plan_one_active",
            sqlite_where=sa.text("status = 'active'"),
            postgresql_where=sa.text("status = 'active'"),
        )
        batch.drop_index(batch.f("ix_study_plan_user_id"))
        batch.drop_index(batch.f("ix_study_plan_curriculum_key"))

    op.drop_table("study_plan")
    op.drop_table("dismissal")
    with op.batch_alter_table("busy_time") as batch:
        batch.drop_index(batch.f("ix_busy_time_user_id"))

    op.drop_table("busy_time")
    with op.batch_alter_table("absence") as batch:
        batch.drop_index(batch.f("ix_absence_user_id"))

    op.drop_table("absence")
