"""Who may import whom, how large a file may be, and that nothing hides."""

from __future__ import annotations

import ast
import importlib
import subprocess
import sys
from pathlib import Path

from sqlmodel import SQLModel

import learnconnect_app.models as models
from tests.architecture.sources import PACKAGE, ROOT, sources

LONGEST = 250
LONGER_FOR_A_REASON = {
    "domain/views.py": "one flat list of what screens may see",
}
GENERATORS = "content/generators/"
"""Item texts and their computation, one file a topic: as long as the topic is."""
VAGUE = {"utils", "util", "helpers", "helper", "common", "misc", "base", "core", "lib", "tools"}
VAGUE_FOR_A_REASON = {"models/base.py": "what all tables share, and nothing else"}


def test_imports_keep_to_the_contracts() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--config", ROOT / ".importlinter"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


def test_every_table_is_imported_by_the_package_of_models() -> None:
    """Else migrations and tests would not see it."""
    for path in (PACKAGE / "models").glob("*.py"):
        module = importlib.import_module(f"learnconnect_app.models.{path.stem}")
        for name, value in vars(module).items():
            is_table = isinstance(value, type) and issubclass(value, SQLModel)
            if is_table and hasattr(value, "__table__") and value.__module__ == module.__name__:
                assert getattr(models, name, None) is value, f"{path.name}: {name}"
                assert name in models.__all__, f"{path.name}: {name}"


def test_every_table_belongs_to_a_model_of_ours() -> None:
    exported = {getattr(models, name).__tablename__ for name in models.__all__}
    assert exported == set(SQLModel.metadata.tables)


def test_file_can_be_read_at_a_sitting() -> None:
    for source in sources():
        if not str(source).startswith(GENERATORS) and str(source) not in LONGER_FOR_A_REASON:
            assert source.lines <= LONGEST, f"{source}: {source.lines} lines"


def test_files_that_are_longer_for_a_reason_still_are() -> None:
    lengths = {str(source): source.lines for source in sources()}
    short = [name for name in LONGER_FOR_A_REASON if lengths.get(name, 0) <= LONGEST]
    assert not short, "take them off the list"


def test_no_name_says_nothing() -> None:
    for path in PACKAGE.rglob("*"):
        relative = path.relative_to(PACKAGE).as_posix()
        is_code = path.is_dir() or path.suffix in (".py", ".jsx")
        if is_code and relative not in VAGUE_FOR_A_REASON:
            assert path.stem not in VAGUE, relative


def test_every_module_opens_with_what_it_decides() -> None:
    for source in sources():
        if source.tree.body:
            assert ast.get_docstring(source.tree), source


def test_environment_is_read_in_one_place() -> None:
    for source in sources():
        if str(source) == "settings.py" or source.path.parts[0] == "devtools":
            continue
        for node in ast.walk(source.tree):
            if isinstance(node, ast.Attribute):
                assert node.attr not in ("environ", "getenv"), source


def test_clock_is_read_in_one_place() -> None:
    """Everything else is handed the moment, so that tests and replays can choose it."""
    for source in sources():
        if str(source) == "adapters/clock.py" or source.path.parts[0] == "devtools":
            continue
        for call in source.calls("now", "today", "utcnow"):
            owner = call.func.value if isinstance(call.func, ast.Attribute) else None
            is_clock = isinstance(owner, ast.Name) and owner.id in ("datetime", "date")
            assert not is_clock, f"{source}:{call.lineno}"


def test_chance_in_the_domain_comes_from_outside() -> None:
    for source in sources():
        if source.path.parts[0] in ("domain", "services"):
            for call in source.calls("random", "randint", "choice", "shuffle", "sample"):
                owner = call.func.value if isinstance(call.func, ast.Attribute) else None
                is_global = isinstance(owner, ast.Name) and owner.id == "random"
                assert not is_global, f"{source}:{call.lineno}"


def test_services_do_not_commit() -> None:
    for source in sources():
        if source.path.parts[0] == "services":
            assert not list(source.calls("commit", "rollback")), source
