"""question kinds, exams, calibration"""

from __future__ import annotations

import sqlalchemy as sa

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

IS_CHOICE = {  # an answer that is one number
    "sqlite": "json_type(answer) = 'integer'",
    "postgresql": "json_typeof(answer) = 'number'",
}


def upgrade() -> None:
    op.create_table(
        "module",
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("course_key", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["course_key"],
            ["course.key"],
            name=op.f("fk_module_course_key_course"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_module")),
    )
    op.create_index(op.f("ix_module_course_key"), "module", ["course_key"])
    op.create_table(
        "item_calibration",
        sa.Column("item_key", sa.String(), nullable=False),
        sa.Column("answers", sa.Integer(), nullable=False),
        sa.Column("right", sa.Integer(), nullable=False),
        sa.Column("omitted", sa.Integer(), nullable=False),
        sa.Column("ability_sum", sa.Float(), nullable=False),
        sa.Column("ability_square_sum", sa.Float(), nullable=False),
        sa.Column("right_ability_sum", sa.Float(), nullable=False),
        sa.Column("log_seconds_sum", sa.Float(), nullable=False),
        sa.Column("timed", sa.Integer(), nullable=False),
        sa.Column("difficulty", sa.Float(), nullable=True),
        sa.Column("seconds", sa.Integer(), nullable=True),
        sa.Column("flags", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["item_key"],
            ["item.key"],
            name=op.f("fk_item_calibration_item_key_item"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("item_key", name=op.f("pk_item_calibration")),
    )
    with op.batch_alter_table("attempt_item") as batch:
        batch.add_column(sa.Column("answer", sa.JSON(none_as_null=True), nullable=True))
        batch.add_column(
            sa.Column("possible_answers", sa.Integer(), nullable=False, server_default="4")
        )
        batch.alter_column("difficulty", existing_type=sa.Integer(), type_=sa.Float())
    op.execute('UPDATE attempt_item SET possible_answers = json_array_length("order")')
    op.execute(
        "UPDATE attempt_item SET answer = CAST(CAST(choice AS VARCHAR) AS JSON)"
        if op.get_bind().dialect.name == "postgresql"
        else "UPDATE attempt_item SET answer = CAST(choice AS TEXT)"
    )
    with op.batch_alter_table("attempt_item") as batch:
        batch.alter_column("possible_answers", server_default=None)
        batch.drop_column("choice")
    with op.batch_alter_table("curriculum") as batch:
        both = '["en", "tr"]'
        batch.add_column(sa.Column("languages", sa.JSON(), nullable=False, server_default=both))
        batch.add_column(sa.Column("exam", sa.JSON(none_as_null=True), nullable=True))
    with op.batch_alter_table("item") as batch:
        batch.add_column(
            sa.Column("kind", sa.String(length=10), nullable=False, server_default="choice")
        )
        batch.alter_column("options", new_column_name="possible_answers")
    with op.batch_alter_table("curriculum") as batch:
        batch.alter_column("languages", server_default=None)
    with op.batch_alter_table("item") as batch:
        batch.alter_column("kind", server_default=None)
    with op.batch_alter_table("lesson") as batch:
        batch.add_column(sa.Column("module_key", sa.String(), nullable=True))
        batch.add_column(sa.Column("exam_items", sa.Float(), nullable=True))
        batch.create_index(op.f("ix_lesson_module_key"), ["module_key"])
        batch.create_foreign_key(
            op.f("fk_lesson_module_key_module"),
            "module",
            ["module_key"],
            ["key"],
            ondelete="CASCADE",
        )
    with op.batch_alter_table("topic") as batch:
        batch.alter_column("skill_key", existing_type=sa.String(), nullable=True)


def downgrade() -> None:
    """Answers of other kinds than a choice, and topics without a skill, have no place before."""
    op.execute("DELETE FROM topic WHERE skill_key IS NULL")
    with op.batch_alter_table("topic") as batch:
        batch.alter_column("skill_key", existing_type=sa.String(), nullable=False)
    with op.batch_alter_table("lesson") as batch:
        batch.drop_constraint(op.f("fk_lesson_module_key_module"), type_="foreignkey")
        batch.drop_index(op.f("ix_lesson_module_key"))
        batch.drop_column("exam_items")
        batch.drop_column("module_key")
    with op.batch_alter_table("item") as batch:
        batch.alter_column("possible_answers", new_column_name="options")
        batch.drop_column("kind")
    with op.batch_alter_table("curriculum") as batch:
        batch.drop_column("exam")
        batch.drop_column("languages")
    with op.batch_alter_table("attempt_item") as batch:
        batch.add_column(sa.Column("choice", sa.Integer(), nullable=True))
    op.execute(
        "UPDATE attempt_item SET choice = CAST(CAST(answer AS VARCHAR) AS INTEGER) "
        f"WHERE {IS_CHOICE[op.get_bind().dialect.name]}"
    )
    with op.batch_alter_table("attempt_item") as batch:
        batch.alter_column(
            "difficulty",
            existing_type=sa.Float(),
            type_=sa.Integer(),
            postgresql_using="round(difficulty)::integer",
        )
        batch.drop_column("possible_answers")
        batch.drop_column("answer")
    op.drop_table("item_calibration")
    op.drop_index(op.f("ix_module_course_key"), "module")
    op.drop_table("module")
