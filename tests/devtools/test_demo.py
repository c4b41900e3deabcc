"""The demo learner stands in the middle of a plan, and nowhere in production."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from sqlmodel import select

from learnconnect_app.adapters.database import Database
from learnconnect_app.adapters.passwords import verify_password
from learnconnect_app.devtools.demo import EMAIL, PASSWORD, make_demo
from learnconnect_app.models import Attempt, Mistake, StudySession, User
from learnconnect_app.services.shells import shell_view
from learnconnect_app.services.timelines import timeline_view
from tests.factories import NOW


def test_the_demo_learner_is_in_the_middle_of_a_plan(database: Database) -> None:
    assert make_demo(database, NOW)

    with database.reading() as session:
        user = session.exec(select(User)).one()
        view = timeline_view(session, user_id=user.id, now=NOW)
        shell = shell_view(session, user_id=user.id, now=NOW)
    assert user.email == EMAIL
    assert verify_password(PASSWORD, user.password_hash)
    assert [week.status for week in view.weeks[:2]] == ["passed", "in_progress"]
    second = view.weeks[1]
    assert second.gate is not None
    assert (second.gate.status, second.diagnosis is None) == ("failed", False)
    extra = [day.status for day in second.days if day.kind == "extra"]
    assert extra[:2] == ["completed", "unlocked"]
    assert (shell.streak, shell.is_active_today) == (5, False)


def test_the_demo_learners_study_plan_is_in_the_middle_too(database: Database) -> None:
    make_demo(database, NOW)
    with database.reading() as session:
        rows = session.exec(select(StudySession)).all()
        topics = set(session.exec(select(Mistake.topic_key)).all())
        kinds = set(session.exec(select(Attempt.kind)).all())
    assert {"done", "partly", "missed", "planned"} <= {row.status for row in rows}
    assert {"new", "review", "practice_test"} <= {row.kind for row in rows}
    assert any(row.is_pinned and row.status == "planned" for row in rows)
    assert any(key.startswith("tyt-") for key in topics)
    assert {"practice", "quiz"} <= kinds


def test_making_the_demo_learner_again_changes_nothing(database: Database) -> None:
    make_demo(database, NOW)
    assert not make_demo(database, NOW)
    with database.reading() as session:
        assert len(session.exec(select(User)).all()) == 1


def test_production_refuses_the_demo_learner_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "never.db"
    done = subprocess.run(
        [sys.executable, "-m", "learnconnect_app.devtools.demo"],
        env=os.environ
        | {
            "LEARNCONNECT_ENV": "production",
            "LEARNCONNECT_SECRET_KEY": "0123456789" * 4,
            "LEARNCONNECT_PUBLIC_URL": "https://learnconnect.example",
            "LEARNCONNECT_DATABASE_URL": f"sqlite:///{path}",
        },
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert done.stderr.splitlines() == ["no demo learner: LEARNCONNECT_ENV is production"]
    assert not path.exists()
