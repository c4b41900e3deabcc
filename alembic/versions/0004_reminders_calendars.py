"""reminders calendars"""

from __future__ import annotations

import sqlalchemy as sa

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

STATUSES_BEFORE = "status in ('pending', 'sending', 'sent', 'failed', 'unknown')"
STATUSES = "status in ('pending', 'sending', 'sent', 'failed', 'unknown', 'cancelled', 'expired')"
CHANNELS = "channel in ('mail', 'push', 'app')"


def upgrade() -> None:
    op.create_table(
        "calendar_connection",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("provider", sa.String(length=10), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("account", sa.String(length=254), nullable=False),
        sa.Column("secret", sa.String(length=8000), nullable=False),
        sa.Column("calendar_id", sa.String(length=300), nullable=False),
        sa.Column("sync_token", sa.String(length=2000), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("leased_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("synced_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error", sa.String(length=300), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint(
            "provider in ('google', 'outlook')", name=op.f("ck_calendar_connection_provider")
        ),
        sa.CheckConstraint(
            "status in ('active', 'reconnect', 'removing')",
            name=op.f("ck_calendar_connection_status"),
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_calendar_connection_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_connection")),
        sa.UniqueConstraint(
            "user_id", "provider", name=op.f("uq_calendar_connection_user_id_provider")
        ),
    )
    with op.batch_alter_table("calendar_connection") as batch:
        batch.create_index("ix_calendar_connection_due", ["status", "due_at"])

    op.create_table(
        "calendar_feed",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("nonce", sa.String(length=43), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("fetched_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_calendar_feed_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_calendar_feed")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_calendar_feed_token_hash")),
    )
    op.create_table(
        "channel_state",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("channel", sa.String(length=10), nullable=False),
        sa.Column("is_off", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(length=20), nullable=False),
        sa.Column("succeeded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_channel_state_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("user_id", "channel", name=op.f("pk_channel_state")),
    )
    op.create_table(
        "notification",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("params", sa.JSON(), nullable=False),
        sa.Column("href", sa.String(length=200), nullable=False),
        sa.Column("dedupe_key", sa.String(length=200), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_notification_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notification")),
        sa.UniqueConstraint(
            "user_id", "dedupe_key", name=op.f("uq_notification_user_id_dedupe_key")
        ),
    )
    with op.batch_alter_table("notification") as batch:
        batch.create_index("ix_notification_newest", ["user_id", "created_at"])

    op.create_table(
        "oauth_request",
        sa.Column("state_hash", sa.String(length=64), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("provider", sa.String(length=10), nullable=False),
        sa.Column("verifier", sa.String(length=128), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_oauth_request_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("state_hash", name=op.f("pk_oauth_request")),
    )
    with op.batch_alter_table("oauth_request") as batch:
        batch.create_index(batch.f("ix_oauth_request_user_id"), ["user_id"])

    op.create_table(
        "push_subscription",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=True),
        sa.Column("endpoint", sa.String(length=1000), nullable=False),
        sa.Column("p256dh", sa.String(length=200), nullable=False),
        sa.Column("auth", sa.String(length=60), nullable=False),
        sa.Column("device", sa.String(length=80), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("succeeded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["auth_session.id"],
            name=op.f("fk_push_subscription_session_id_auth_session"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_push_subscription_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_push_subscription")),
        sa.UniqueConstraint("endpoint", name=op.f("uq_push_subscription_endpoint")),
    )
    with op.batch_alter_table("push_subscription") as batch:
        batch.create_index(batch.f("ix_push_subscription_session_id"), ["session_id"])
        batch.create_index(batch.f("ix_push_subscription_user_id"), ["user_id"])

    op.create_table(
        "reminder_planning",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("planned_day", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_reminder_planning_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_reminder_planning")),
    )
    with op.batch_alter_table("reminder_planning") as batch:
        batch.create_index(batch.f("ix_reminder_planning_due_at"), ["due_at"])

    # who was here before is reminded too
    op.execute(
        "INSERT INTO reminder_planning (user_id, due_at) "
        "SELECT id, CURRENT_TIMESTAMP FROM user_account"
    )

    op.create_table(
        "reminder_setting",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("quiet_from", sa.Integer(), nullable=False),
        sa.Column("quiet_until", sa.Integer(), nullable=False),
        sa.Column("hours", sa.JSON(), nullable=False),
        sa.Column("pushes_a_day", sa.Integer(), nullable=False),
        sa.Column("is_digest", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "pushes_a_day between 0 and 10", name=op.f("ck_reminder_setting_pushes")
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_reminder_setting_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_reminder_setting")),
    )
    op.create_table(
        "reminder_switch",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("rule", sa.String(length=40), nullable=False),
        sa.Column("channel", sa.String(length=10), nullable=False),
        sa.Column("is_on", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_reminder_switch_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("user_id", "rule", "channel", name=op.f("pk_reminder_switch")),
    )
    op.create_table(
        "weekly_report",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("week", sa.Date(), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("suggestions", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["user_account.id"],
            name=op.f("fk_weekly_report_user_id_user_account"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_weekly_report")),
        sa.UniqueConstraint("user_id", "week", name=op.f("uq_weekly_report_user_id_week")),
    )
    op.create_table(
        "calendar_event",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("connection_id", sa.Uuid(), nullable=False),
        sa.Column("session_id", sa.Uuid(), nullable=True),
        sa.Column("event_id", sa.String(length=300), nullable=False),
        sa.Column("etag", sa.String(length=200), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["connection_id"],
            ["calendar_connection.id"],
            name=op.f("fk_calendar_event_connection_id_calendar_connection"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["session_id"],
            ["study_session.id"],
            name=op.f("fk_calendar_event_session_id_study_session"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_calendar_event")),
        sa.UniqueConstraint(
            "connection_id", "event_id", name=op.f("uq_calendar_event_connection_id_event_id")
        ),
        sa.UniqueConstraint(
            "connection_id", "session_id", name=op.f("uq_calendar_event_connection_id_session_id")
        ),
    )
    with op.batch_alter_table("calendar_event") as batch:
        batch.create_index(batch.f("ix_calendar_event_session_id"), ["session_id"])

    with op.batch_alter_table("outbox_message") as batch:
        batch.add_column(
            sa.Column("about", sa.String(length=64), nullable=False, server_default="")
        )
        batch.add_column(sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True))
        batch.add_column(
            sa.Column("delivery", sa.String(length=12), nullable=False, server_default="")
        )
        batch.drop_constraint(op.f("ck_outbox_message_status"), type_="check")
        batch.create_check_constraint(op.f("ck_outbox_message_status"), STATUSES)
        batch.create_check_constraint(op.f("ck_outbox_message_channel"), CHANNELS)
        batch.create_index("ix_outbox_message_about", ["user_id", "kind", "about"])
        batch.drop_index("ix_outbox_message_due")
        batch.create_index("ix_outbox_message_due", ["channel", "status", "due_at"])
    with op.batch_alter_table("outbox_message") as batch:
        batch.alter_column("about", server_default=None)
        batch.alter_column("delivery", server_default=None)


def downgrade() -> None:
    """Only mails of accounts have a place before."""
    op.execute(f"DELETE FROM outbox_message WHERE NOT ({STATUSES_BEFORE}) OR channel <> 'mail'")
    with op.batch_alter_table("outbox_message") as batch:
        batch.drop_constraint(op.f("ck_outbox_message_channel"), type_="check")
        batch.drop_constraint(op.f("ck_outbox_message_status"), type_="check")
        batch.create_check_constraint(op.f("ck_outbox_message_status"), STATUSES_BEFORE)
        batch.drop_index("ix_outbox_message_due")
        batch.create_index("ix_outbox_message_due", ["status", "due_at"])
        batch.drop_index("ix_outbox_message_about")
        batch.drop_column("delivery")
        batch.drop_column("expires_at")
        batch.drop_column("about")

    with op.batch_alter_table("calendar_event") as batch:
        batch.drop_index(batch.f("ix_calendar_event_session_id"))

    op.drop_table("calendar_event")
    op.drop_table("weekly_report")
    op.drop_table("reminder_switch")
    op.drop_table("reminder_setting")
    with op.batch_alter_table("reminder_planning") as batch:
        batch.drop_index(batch.f("ix_reminder_planning_due_at"))

    op.drop_table("reminder_planning")
    with op.batch_alter_table("push_subscription") as batch:
        batch.drop_index(batch.f("ix_push_subscription_user_id"))
        batch.drop_index(batch.f("ix_push_subscription_session_id"))

    op.drop_table("push_subscription")
    with op.batch_alter_table("oauth_request") as batch:
        batch.drop_index(batch.f("ix_oauth_request_user_id"))

    op.drop_table("oauth_request")
    with op.batch_alter_table("notification") as batch:
        batch.drop_index("ix_notification_newest")

    op.drop_table("notification")
    op.drop_table("channel_state")
    op.drop_table("calendar_feed")
    with op.batch_alter_table("calendar_connection") as batch:
        batch.drop_index("ix_calendar_connection_due")

    op.drop_table("calendar_connection")
