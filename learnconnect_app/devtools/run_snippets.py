"""Runs snippets and says what they printed or raised.

Reads a JSON list of ``{"language", "setup", "code", "expression"}`` on standard input and writes a
JSON list of ``{"output", "error", "value"}``: ``error`` is the exception's class name, ``value``
the repr of the expression after the code. A snippet that runs longer than five seconds has
``error`` "Timeout". Python runs in a module of its own; snippets share a process by the dozen,
which is a great deal quicker, unless ``--alone`` is given: then each has one. SQL runs on an empty
SQLite database in memory.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import signal
import sqlite3
import sys
import tempfile
import types
from typing import Any

SECONDS = 5
SHARING_A_PROCESS = 40
Result = dict[str, Any]


class Timeout(Exception):  # noqa: N818 - its name is what the check reports
    pass


def _alarm(_signal: int, _frame: object) -> None:
    raise Timeout


def run_python(program: Result) -> Result:
    module = types.ModuleType("__main__")  # dataclasses and pickle look their module up
    sys.modules["__main__"] = module
    printed, error, value = io.StringIO(), None, None
    signal.signal(signal.SIGALRM, _alarm)
    signal.alarm(SECONDS)
    try:
        with contextlib.redirect_stdout(io.StringIO()):
            exec(compile(program.get("setup") or "", "setup.py", "exec"), module.__dict__)
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(io.StringIO()):
            exec(compile(program["code"], "snippet.py", "exec"), module.__dict__)
            if program.get("expression") is not None:
                value = repr(eval(program["expression"], module.__dict__))
    except BaseException as problem:
        error = type(problem).__name__
    signal.alarm(0)
    return {"output": printed.getvalue().strip(), "error": error, "value": value}


def run_in_folder(program: Result) -> Result:
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        result = run_python(program)
        os.chdir("/")
    return result


def run_in_child(programs: list[Result]) -> list[Result]:
    """Results of programs that share a child; of one that ends it, each is run alone."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        with os.fdopen(writing, "w") as pipe:
            json.dump([run_in_folder(program) for program in programs], pipe)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        answer = pipe.read()
    os.waitpid(child, 0)
    if answer:
        return list(json.loads(answer))
    if len(programs) == 1:
        return [{"output": "", "error": "Crash", "value": None}]
    return [result for program in programs for result in run_in_child([program])]


def run_sql(program: Result) -> Result:
    """Rows of the last statement that gives any, a line each, their values joined by `` | ``."""
    rows: list[tuple[Any, ...]] = []
    try:
        with contextlib.closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.executescript(program.get("setup") or "")
            for statement in _statements(program["code"]):
                cursor = connection.execute(statement)
                if cursor.description:
                    rows = cursor.fetchall()
    except sqlite3.Error as problem:
        return {"output": "", "error": type(problem).__name__, "value": None}
    output = "\n".join(" | ".join(map(_shown, row)) for row in rows)
    return {"output": output.strip(), "error": None, "value": None}


def _statements(script: str) -> list[str]:
    statements, pending = [], ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            statements.append(pending)
            pending = ""
    return [*statements, pending] if pending.strip() else statements


def _shown(value: Any) -> str:
    """As a database shows it: NULL, and no point behind a whole number."""
    if value is None:
        return "NULL"
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    size = 1 if "--alone" in sys.argv else SHARING_A_PROCESS
    if asked and asked[0]["language"] == "sql":
        results = [run_sql(program) for program in asked]
    else:
        groups = [asked[start : start + size] for start in range(0, len(asked), size)]
        results = [result for group in groups for result in run_in_child(group)]
    json.dump(results, sys.stdout)
