"""Runs Python snippets, each in a process of its own, and says what they printed or raised.

Reads a JSON list of ``{"code", "expression"}`` on standard input and writes a JSON list of
``{"output", "error", "value"}``: ``error`` is the exception's class name, ``value`` the repr of
the expression after the code. A snippet that runs longer than five seconds has ``error`` "Timeout".
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import signal
import sys
import tempfile
import types
from typing import Any

SECONDS = 5


class Timeout(Exception):  # noqa: N818 - its name is what the check reports
    pass


def _alarm(_signal: int, _frame: object) -> None:
    raise Timeout


def run(code: str, expression: str | None) -> dict[str, Any]:
    module = types.ModuleType("__main__")  # dataclasses and pickle look their module up
    sys.modules["__main__"] = module
    printed, error, value = io.StringIO(), None, None
    signal.signal(signal.SIGALRM, _alarm)
    signal.alarm(SECONDS)
    try:
        with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(io.StringIO()):
            exec(compile(code, "snippet.py", "exec"), module.__dict__)
            if expression is not None:
                value = repr(eval(expression, module.__dict__))
    except BaseException as problem:
        error = type(problem).__name__
    signal.alarm(0)
    return {"output": printed.getvalue().strip(), "error": error, "value": value}


def run_in_child(code: str, expression: str | None) -> dict[str, Any]:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            answer = json.dumps(run(code, expression)).encode()
            os.chdir("/")
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(answer)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        answer = pipe.read()
    os.waitpid(child, 0)
    return json.loads(answer) if answer else {"output": "", "error": "Crash", "value": None}


if __name__ == "__main__":
    programs = json.load(sys.stdin)
    json.dump([run_in_child(p["code"], p.get("expression")) for p in programs], sys.stdout)
