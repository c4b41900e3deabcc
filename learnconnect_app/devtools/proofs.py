"""Proves right answers by running code and by computing them a second time."""

from __future__ import annotations

import json
import math
import os
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from learnconnect_app.content.questions import Question
from learnconnect_app.content.texts import localized

NODE = Path(sys.executable).with_name("node")
"""The Node that the Python packages brought."""
PYTHON_RUNNER = [sys.executable, "-W", "ignore", Path(__file__).with_name("run_snippets.py")]
RUNNERS = {
    "python": PYTHON_RUNNER,
    "sql": PYTHON_RUNNER,
    "javascript": [NODE, "--no-warnings", Path(__file__).with_name("run_snippets.mjs")],
}
PORTION = 1000
"""Programs handed to a process at once."""
Result = dict[str, Any]


@dataclass(frozen=True)
class Program:
    """A snippet to run, what it is expected to do, and whose proof it is."""

    topic: str
    item: str
    code: str
    question: Question
    option: int | None = None


def programs_of(topic: str, name: str, question: Question) -> Iterator[Program]:
    """What is run to prove a question: one program, or one for each option."""
    proof, code = question.proof, question.code or ""
    if proof is None or proof.run == "compute":
        return
    if proof.run == "options":
        for index, option in enumerate(question.options):
            snippet = f"{code}\n{localized(option.text, 'en')}"
            yield Program(topic, name, snippet, question, index)
    else:
        yield Program(topic, name, code, question)


def run_all(programs: Sequence[Program], *, alone: bool = False) -> list[Result]:
    """The result of each program, in their order. ``alone``: none shares a process with another."""
    places = defaultdict(list)
    for place, program in enumerate(programs):
        places[program.question.code_language].append(place)
    portions = [
        own[start : start + PORTION]
        for own in places.values()
        for start in range(0, len(own), PORTION)
    ]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        done = pool.map(lambda own: _run([programs[place] for place in own], alone), portions)
        results = {
            place: result
            for own, some in zip(portions, done, strict=True)
            for place, result in zip(own, some, strict=True)
        }
    return [results[place] for place in range(len(programs))]


def _run(programs: Sequence[Program], alone: bool) -> list[Result]:
    """Programs of one language."""
    command = [*RUNNERS[programs[0].question.code_language], *(["--alone"] if alone else [])]
    asked = json.dumps([_asked(program) for program in programs])
    done = subprocess.run(command, input=asked, capture_output=True, text=True, check=True)
    return list(json.loads(done.stdout))


def refuted(programs: Sequence[Program]) -> Iterator[tuple[Program, str]]:
    """The programs whose run says something else than their key, each with the problem.

    What fails beside others is run again alone, so that no neighbour can be to blame.
    """
    runs = zip(programs, run_all(programs), strict=True)
    doubtful = [program for program, result in runs if any(verdict(program, result))]
    for program, result in zip(doubtful, run_all(doubtful, alone=True), strict=True):
        for problem in verdict(program, result):
            yield program, problem


def _asked(program: Program) -> Result:
    proof = program.question.proof
    assert proof is not None
    return {
        "language": program.question.code_language,
        "setup": proof.setup,
        "code": program.code,
        "expression": proof.expression,
    }


def verdict(program: Program, result: Result) -> Iterator[str]:
    """The problem that a run found, if any."""
    proof = program.question.proof
    assert proof is not None
    if proof.run == "options":
        option = program.question.options[program.option or 0]
        matches = result["error"] is None and result["output"] == (proof.expect or "").strip()
        if matches != option.correct:
            printed = f"{result['output']!r} ({result['error']})"
            yield f"{program.item}: option {program.option} printed {printed}"
        return
    got = result[proof.run]
    if proof.run != "error" and result["error"] is not None:
        got = f"raised {result['error']}"
    rights = [text.strip() for text in _right_texts(program.question)]
    if got not in rights:
        yield f"{program.item}: the run gave {got!r}, the right answer says {rights[0]!r}"


def _right_texts(question: Question) -> Sequence[str]:
    return question.accept or (localized(question.right.text, "en"),)


@cache
def _namespace() -> dict[str, Any]:
    """What an expression may use: sympy, ``math``, the builtins and the usual letters."""
    import sympy  # slow to import, and only needed for computed items

    names = {name: getattr(sympy, name) for name in sympy.__all__}
    names |= dict(zip("xyzabckmnrt", sympy.symbols("x y z a b c k m n r t"), strict=True))
    return names | {"math": math, "S": sympy.S, "itertools": __import__("itertools")}


def computation_problems(name: str, question: Question) -> Iterator[str]:
    """Compute the right answer a second time; no other option may have its value."""
    from learnconnect_app.devtools.readings import is_same, read_value

    proof = question.proof
    if proof is None or proof.run != "compute":
        return
    import sympy

    names = dict(_namespace())
    try:
        computed = sympy.sympify(eval(proof.expression or "", names))
    except Exception as error:
        yield f"{name}: {proof.expression!r} raised {error!r}"
        return
    if question.number is not None:
        difference = abs(float(computed) - question.number.value)
        if difference > max(question.number.tolerance, 1e-9 * abs(question.number.value)):
            yield f"{name}: computed {computed}, the answer is {question.number.value:g}"
        return
    text = localized(question.right.text, "tr")
    try:
        shown = sympy.sympify(eval(proof.reads, names)) if proof.reads else read_value(text)
    except Exception as error:
        yield f"{name}: {error}; say it in 'reads'"
        return
    if not is_same(computed, shown):
        yield f"{name}: computed {computed}, the right answer says {text!r}"
    for option in question.options:
        if not option.correct:
            other = localized(option.text, "tr")
            try:
                if is_same(read_value(other), computed):
                    yield f"{name}: the option {other!r} is right too"
            except ValueError:
                continue
