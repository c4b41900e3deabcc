"""`python -m learnconnect_app.devtools.content check [topic, course or curriculum key ...]`

Proves the built-in content: code is run, computed answers are computed a second time, every
template over many seeds, and what a curriculum promises (topics that exist, no cycles, enough
items) is counted. Prints a table and each problem in one line; exits 1 when there is one.

    ... content export TOPIC FILE [--language tr]   to a file.gift, file.csv or file.apkg (Anki)
    ... content import TOPIC FILE [--language tr]   new items of a file.gift or file.csv
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from itertools import chain
from multiprocessing import get_context
from pathlib import Path

from learnconnect_app.content.imports import BadFileError
from learnconnect_app.content.library import Library, library
from learnconnect_app.content.questions import Question
from learnconnect_app.content.schema import Curriculum
from learnconnect_app.content.templates import Template
from learnconnect_app.devtools.content_rules import (
    curriculum_problems,
    enough_in_module,
    enough_in_topic,
    option_problems,
    options_of_exams,
    question_problems,
    topic_problems,
)
from learnconnect_app.devtools.exchange import ExchangeError, export_items, import_items
from learnconnect_app.devtools.proofs import (
    Program,
    computation_problems,
    programs_of,
    refuted,
)

SEEDS = 200
TOPICS_A_PROCESS = 10
"""Fewer are not worth another process."""
MINIMUM_VARIANTS = 12


@dataclass
class TopicReport:
    key: str
    by_hand: int = 0
    templates: int = 0
    variants: int = 0
    executed: int = 0
    computed: int = 0
    kinds: Counter[str] = field(default_factory=Counter)
    problems: list[str] = field(default_factory=list)

    @property
    def items(self) -> int:
        """Items by hand, and the distinct variants of templates."""
        return self.by_hand + self.variants


_content: Library | None = None
"""What the processes of ``check`` inherit."""


def check(content: Library, keys: set[str]) -> dict[str, TopicReport]:
    """A report of each topic named by ``keys``, or of all. Topics are shared by the processors."""
    global _content
    _content = content
    wanted = [key for key in content.topics if not keys or key in keys]
    workers = min(os.cpu_count() or 1, max(1, len(wanted) // TOPICS_A_PROCESS))
    if workers == 1:
        return {key: _report(key) for key in wanted}
    with ProcessPoolExecutor(workers, mp_context=get_context("fork")) as pool:
        return dict(zip(wanted, pool.map(_report, wanted, chunksize=4), strict=True))


def _report(key: str) -> TopicReport:
    """Everything about one topic: its rules, its items, and what running them says."""
    assert _content is not None
    topic, report = _content.topics[key], TopicReport(key)
    templates = [each for each in _content.templates.values() if each.topic == key]
    report.by_hand, report.templates = len(topic.items), len(templates)
    report.problems += topic_problems(topic, _content)
    programs: list[Program] = []
    options = options_of_exams(_content).get(key, set())
    named = [(item.key, item) for item in topic.items]
    for name, question in chain(named, *(_variants(each, report) for each in templates)):
        report.problems += question_problems(name, question, topic)
        report.problems += option_problems(name, question, options)
        programs += _examine(name, question, report)
    report.executed = len(programs)
    report.problems += [problem for _, problem in refuted(programs)]
    return report


def _examine(name: str, question: Question, report: TopicReport) -> Iterator[Program]:
    """Note what is wrong by itself, and hand out what is to be run."""
    report.kinds[question.kind] += 1
    if question.proof and question.proof.run == "compute":
        report.computed += 1
        report.problems += computation_problems(name, question)
    yield from programs_of(report.key, name, question)


def _variants(template: Template, report: TopicReport) -> Iterator[tuple[str, Question]]:
    """The distinct questions of a template over ``SEEDS`` seeds."""
    seen = set()
    for seed in range(SEEDS):
        try:
            question = template.variant(seed)
        except ValueError as error:
            report.problems.append(f"{template.meta.key} seed {seed}: {error}")
            continue
        asked = question.identity
        if asked not in seen:
            seen.add(asked)
            yield f"{template.meta.key} seed {seed}", question
    report.variants += len(seen)
    if len(seen) < MINIMUM_VARIANTS:
        report.problems.append(f"{template.meta.key}: only {len(seen)} distinct variants")


def count_problems(
    curricula: Iterable[Curriculum], reports: dict[str, TopicReport]
) -> Iterator[str]:
    """Too few items: of a track for each topic, of an exam for each unit."""
    for course in (course for each in curricula if not each.draft for course in each.blocks):
        for key in course.topics:
            if key in reports:
                yield from enough_in_topic(reports[key])
        for module in course.modules:
            own = [reports[place.topic] for place in module.topics if place.topic in reports]
            if len(own) == len(module.topics):
                yield from enough_in_module(course.key, module.key, own)


def _named(content: Library, keys: set[str]) -> set[str]:
    """The topics that curricula, courses and topics of these keys hold."""
    named = keys & set(content.topics)
    for curriculum in content.curricula.values():
        for course in curriculum.blocks:
            if {curriculum.key, course.key} & keys:
                named |= set(course.topic_keys)
    return named


def _print_table(reports: Iterable[TopicReport]) -> None:
    head = f"{'by hand':>8}{'templates':>10}{'variants':>9}{'run':>7}{'computed':>9}  problems"
    print(f"{'topic':<36}{head}")
    total = TopicReport("all")
    for report in reports:
        for name in ("by_hand", "templates", "variants", "executed", "computed"):
            setattr(total, name, getattr(total, name) + getattr(report, name))
        total.kinds += report.kinds
        total.problems += report.problems
        print(_row(report))
    print(_row(total))
    print("questions by kind:", ", ".join(f"{k} {n}" for k, n in total.kinds.most_common()))


def _row(report: TopicReport) -> str:
    return (
        f"{report.key:<36}{report.by_hand:>8}{report.templates:>10}{report.variants:>9}"
        f"{report.executed:>7}{report.computed:>9}  {len(report.problems) or '-'}"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    checking = commands.add_parser("check")
    checking.add_argument("keys", nargs="*", help="topics, courses or curricula; all if none")
    for name in ("export", "import"):
        moving = commands.add_parser(name)
        moving.add_argument("topic")
        moving.add_argument("file", type=Path)
        moving.add_argument("--language", choices=["en", "tr"], default="tr")
    arguments = parser.parse_args()
    if arguments.command == "check":
        return _check(parser, set(arguments.keys))
    try:
        move = export_items if arguments.command == "export" else import_items
        print(move(library(), arguments.topic, arguments.file, arguments.language))
    except (BadFileError, ExchangeError, OSError) as error:
        print(f"{arguments.file}: {error}; nothing was changed", file=sys.stderr)
        return 1
    return 0


def _check(parser: argparse.ArgumentParser, asked: set[str]) -> int:
    content = library()
    keys = _named(content, asked)
    if asked and not keys:
        parser.error(f"nothing is named {' '.join(asked)}")
    reports = check(content, keys)
    curricula = content.curricula.values()
    problems = [f"{r.key}: {problem}" for r in reports.values() for problem in r.problems]
    problems += count_problems(curricula, reports)
    for each in curricula:
        if not asked or each.key in asked:
            problems += curriculum_problems(each, content)
    if not keys:
        drafts = [each.key for each in curricula if each.draft]
        print(f"drafts, not offered: {', '.join(drafts) or 'none'}")
    _print_table(reports.values())
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
