"""`python -m learnconnect_app.devtools.content check [topic or curriculum key ...]`

Proves the built-in content: every code item is run, every template over many seeds, and what a
curriculum promises (topics that exist, no cycles, enough items) is counted. Prints a table and
each problem in one line; exits 1 when there is one.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from learnconnect_app.content.library import Library, library
from learnconnect_app.content.schema import Curriculum, Question, Topic, localized
from learnconnect_app.content.templates import Template

SEEDS = 200
MINIMUM_VARIANTS = 12
MINIMUM_BY_HAND = 1 / 3
RUNNER = Path(__file__).with_name("run_snippets.py")


@dataclass
class TopicReport:
    key: str
    by_hand: int = 0
    templates: int = 0
    variants: int = 0
    executed: int = 0
    problems: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Program:
    """A snippet to run, what it is expected to do, and whose proof it is."""

    topic: str
    item: str
    code: str
    expression: str | None
    question: Question
    option: int | None = None


def check(content: Library, keys: set[str]) -> list[TopicReport]:
    reports = {}
    programs: list[Program] = []
    templates = defaultdict(list)
    for each in content.templates.values():
        templates[each.topic].append(each)
    for topic in content.topics.values():
        if keys and topic.key not in keys:
            continue
        report = reports[topic.key] = TopicReport(topic.key)
        report.problems += topic_problems(topic, content)
        questions = dict(questions_of(topic, templates[topic.key], report))
        for name, question in questions.items():
            report.problems += question_problems(name, question)
            programs += programs_of(topic.key, name, question)
    for program, result in zip(programs, run_all(programs), strict=True):
        report = reports[program.topic]
        report.executed += 1
        report.problems += verdict(program, result)
    return list(reports.values())


def questions_of(
    topic: Topic, templates: list[Template], report: TopicReport
) -> Iterator[tuple[str, Question]]:
    """Each item by hand, and the distinct variants of each template over ``SEEDS`` seeds."""
    report.by_hand = len(topic.items)
    report.templates = len(templates)
    for item in topic.items:
        yield item.key, item
    for each in templates:
        seen = set()
        for seed in range(SEEDS):
            try:
                question = each.variant(seed)
            except ValueError as error:
                report.problems.append(f"{each.meta.key} seed {seed}: {error}")
                continue
            asked = (question.code, question.stem["tr"], localized(question.right.text, "tr"))
            if asked not in seen:
                seen.add(asked)
                yield f"{each.meta.key} seed {seed}", question
        report.variants += len(seen)
        if len(seen) < MINIMUM_VARIANTS:
            report.problems.append(f"{each.meta.key}: only {len(seen)} distinct variants")


def topic_problems(topic: Topic, content: Library) -> Iterator[str]:
    for key in topic.requires:
        if key not in content.topics:
            yield f"requires the unknown topic {key}"
    kinds = {resource.kind for resource in topic.resources}
    if len(kinds) < 2:
        yield "fewer than two kinds of resources"
    keys = [item.key for item in topic.items]
    for key in {key for key in keys if keys.count(key) > 1}:
        yield f"two items are named {key}"
    texts = [topic.title, topic.description, topic.summary]
    if any(set(text) != set(topic.title) for text in texts):
        yield "a text lacks a language"


def question_problems(name: str, question: Question) -> Iterator[str]:
    languages = set(question.stem)
    texts = [question.explanation] + [
        text
        for option in question.options
        for text in (option.text, option.misconception)
        if isinstance(text, dict)
    ]
    if any(set(text) != languages for text in texts):
        yield f"{name}: a text lacks a language"


def programs_of(topic: str, name: str, question: Question) -> Iterator[Program]:
    proof, code = question.proof, question.code or ""
    if proof is None:
        return
    if proof.run == "options":
        for index, option in enumerate(question.options):
            snippet = f"{code}\n{localized(option.text, 'en')}"
            yield Program(topic, name, snippet, None, question, index)
    else:
        yield Program(topic, name, code, proof.expression, question)


def run_all(programs: list[Program]) -> list[dict[str, str | None]]:
    asked = json.dumps([{"code": p.code, "expression": p.expression} for p in programs])
    command = [sys.executable, "-W", "ignore", RUNNER]
    done = subprocess.run(command, input=asked, capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def verdict(program: Program, result: dict[str, str | None]) -> Iterator[str]:
    proof, right = program.question.proof, localized(program.question.right.text, "en").strip()
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
    if got != right:
        yield f"{program.item}: the run gave {got!r}, the right option says {right!r}"


def curriculum_problems(curriculum: Curriculum, content: Library) -> Iterator[str]:
    keys = [key for course in curriculum.courses for key in course.topics]
    for key in keys:
        if key not in content.topics:
            yield f"has the unknown topic {key}"
    skills = {skill.key for skill in curriculum.skills}
    topics = [content.topics[key] for key in keys if key in content.topics]
    yield from (f"{t.key} has the unknown skill {t.skill}" for t in topics if t.skill not in skills)
    if curriculum.kind != "exam" and [len(c.topics) for c in curriculum.courses] != [7] * 4:
        yield "a track has 4 blocks of 7 topics"
    try:
        TopologicalSorter({t.key: t.requires for t in topics}).prepare()
    except CycleError as error:
        yield f"prerequisites run in a circle: {' -> '.join(error.args[1])}"


def enough_items(report: TopicReport) -> Iterator[str]:
    if report.by_hand + report.variants < MINIMUM_VARIANTS:
        yield f"only {report.by_hand + report.variants} items, {MINIMUM_VARIANTS} are needed"
    if report.by_hand < MINIMUM_BY_HAND * (report.by_hand + report.templates):
        yield f"only {report.by_hand} items by hand beside {report.templates} templates"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("command", choices=["check"])
    parser.add_argument("keys", nargs="*", help="topics or curricula; all when none is named")
    arguments = parser.parse_args()
    content = library()
    keys = set(arguments.keys)
    for curriculum in content.curricula.values():
        if curriculum.key in keys:
            keys |= {key for course in curriculum.courses for key in course.topics}
    reports = check(content, keys)
    problems = []
    print(f"{'topic':<32}{'by hand':>8}{'templates':>10}{'variants':>9}{'runs':>6}  problems")
    for report in reports:
        report.problems += enough_items(report)
        problems += [f"{report.key}: {problem}" for problem in report.problems]
        print(
            f"{report.key:<32}{report.by_hand:>8}{report.templates:>10}{report.variants:>9}"
            f"{report.executed:>6}  {len(report.problems) or '-'}"
        )
    if not keys:
        for curriculum in content.curricula.values():
            problems += [f"{curriculum.key}: {p}" for p in curriculum_problems(curriculum, content)]
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
