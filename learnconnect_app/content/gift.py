"""Items as Moodle GIFT, in one language.

GIFT (docs.moodle.org, "GIFT format") knows choices, several right answers, numbers, short texts and
matching, with feedback: misconceptions and explanations travel as such. Difficulty and seconds are
tags in the comment that Moodle reads; code is a fenced block at the end of the stem. GIFT has no
ordering and no drawings: such items are left out, and ``left_out`` names them. Proofs stay behind,
but that of an output, which goes without saying.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from learnconnect_app.content.imports import BadFileError, checked
from learnconnect_app.content.questions import Item
from learnconnect_app.content.texts import AnyText, Language, localized

SPECIAL = re.compile(r"([~=#{}:\\])")
TAG = re.compile(r"\[tag:([a-z]+)=([^\]]*)\]")
HEAD = re.compile(r"\s*::((?:\\.|[^\\:])+)::\s*(?:\[\w+\])?")
ANSWER = re.compile(r"([=~])\s*(?:%(-?\d+(?:\.\d+)?)%)?")
FENCE = re.compile(r"\n*```(\w+)\n(.*)\n```\s*$", re.DOTALL)


def left_out(items: Iterable[Item]) -> list[str]:
    """Keys of the items that GIFT cannot say."""
    return [item.key for item in items if item.kind == "order" or item.figure]


def to_gift(items: Iterable[Item], language: Language) -> str:
    """A GIFT file of the items that it can say."""
    listed = list(items)
    hidden = set(left_out(listed))
    return "\n".join(_question(item, language) for item in listed if item.key not in hidden)


def _question(item: Item, language: Language) -> str:
    tags: dict[str, object] = {
        "difficulty": item.difficulty,
        "seconds": item.seconds,
        "kind": item.kind,
    }
    if item.number and item.number.unit:
        tags["unit"] = localized(item.number.unit, language)
    stem = localized(item.stem, language)
    if item.code:
        stem += f"\n\n```{item.code_language}\n{item.code.rstrip()}\n```"
    lines = [f"// {' '.join(f'[tag:{name}={value}]' for name, value in tags.items())}"]
    lines.append(f"::{_escaped(item.key)}::[markdown]{_escaped(stem)}" + " {")
    lines.append("#" if item.kind == "number" else "")
    lines += [f"  {answer}" for answer in _answers(item, language)]
    lines.append(f"  ####{_escaped(localized(item.explanation, language))}")
    return "\n".join([*filter(None, lines), "}", ""])


def _answers(item: Item, language: Language) -> Iterator[str]:
    def said(text: AnyText | None) -> str:
        return _escaped(localized(text, language)) if text else ""

    rights = sum(option.correct for option in item.options)
    for option in item.options:
        feedback = f"#{said(option.misconception)}" if option.misconception else ""
        if item.kind == "choice":
            yield f"{'=' if option.correct else '~'}{said(option.text)}{feedback}"
        else:
            weight = f"{100 / rights:.5f}" if option.correct else "-100"
            yield f"~%{weight}%{said(option.text)}{feedback}"
    if item.number:
        yield f"=%100%{item.number.value!r}:{item.number.tolerance!r}"
    for text in item.accept:
        yield f"=%100%{_escaped(text)}"
    for mistake in item.mistakes:
        tolerance = f":{item.number.tolerance!r}" if item.number else ""
        answer = mistake.answer if item.number else _escaped(mistake.answer)
        yield f"=%0%{answer}{tolerance}#{said(mistake.misconception)}"
    for pair in item.pairs:
        yield f"={said(pair.left)} -> {said(pair.right)}"


def _escaped(text: str) -> str:
    return SPECIAL.sub(r"\\\1", text).replace("\n", "\\n")


def _plain(text: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], text).strip()


def from_gift(text: str, language: Language) -> list[tuple[Item, int]]:
    """The items of a GIFT file, each with its line. ``BadFileError`` names the first wrong one.

    A question needs a title (its key), the tags difficulty and seconds, and feedback on each wrong
    answer; difficulty is 3 and seconds 60 where no tag says so.
    """
    return [(_item(block, line, language), line) for block, line in _blocks(text)]


def _blocks(text: str) -> Iterator[tuple[str, int]]:
    """Questions with their comments, and the line each begins at."""
    lines: list[str] = []
    first = 1
    for number, line in enumerate([*text.removeprefix("\ufeff").splitlines(), ""], start=1):
        if line.strip():
            first = first if lines else number
            lines.append(line)
        elif lines:
            block = "\n".join(lines)
            lines = []
            if not block.lstrip().startswith("$CATEGORY") and not _is_comment(block):
                yield block, first


def _is_comment(block: str) -> bool:
    return all(line.lstrip().startswith("//") for line in block.splitlines())


def _item(block: str, line: int, language: Language) -> Item:
    lines = block.splitlines()
    notes = "\n".join(each for each in lines if each.lstrip().startswith("//"))
    body = "\n".join(each for each in lines if not each.lstrip().startswith("//"))
    head = HEAD.match(body)
    if head is None:
        raise BadFileError(line, "a question begins with its key: ::key::")
    stem, answers, after = _braces(body[head.end() :], line)
    if after.strip():
        raise BadFileError(line, "text after the answers (a missing word) is not supported")
    tags = dict(TAG.findall(notes))
    given, _, general = answers.partition("####")
    fields: dict[str, Any] = {
        "key": _plain(head[1]),
        "difficulty": _number(tags.get("difficulty", "3")),
        "seconds": _number(tags.get("seconds", "60")),
        "explanation": {language: _plain(general)} if general.strip() else None,
        **_stem(_plain(stem), language),
    }
    return checked(fields | _answer_fields(given.strip(), tags, language, line), line)


def _stem(text: str, language: Language) -> dict[str, Any]:
    code = FENCE.search(text)
    if code is None:
        return {"stem": {language: text}}
    words = text[: code.start()].strip()
    return {"stem": {language: words}, "code_language": code[1], "code": code[2] + "\n"}


def _braces(text: str, line: int) -> tuple[str, str, str]:
    """What stands before, within and after the braces that are not escaped."""
    parts = re.split(r"(?<!\\)((?:\\\\)*)[{}]", text)
    if len(parts) != 5:
        raise BadFileError(line, "a question has its answers in one pair of braces")
    return parts[0] + parts[1], parts[2] + parts[3], parts[4]


def _answer_fields(
    text: str, tags: dict[str, str], language: Language, line: int
) -> dict[str, Any]:
    is_number = text.startswith("#")
    answers = list(_split(text.removeprefix("#"), line))
    if is_number:
        return _number_fields(answers, tags, language, line)
    if any("->" in said for _, _, said, _ in answers):
        pairs = [said.partition("->") for _, _, said, _ in answers]
        return {
            "kind": "match",
            "pairs": [{"left": _plain(left), "right": _plain(right)} for left, _, right in pairs],
        }
    if all(mark == "=" for mark, *_ in answers):
        is_output = tags.get("kind") == "output"
        return {
            "kind": "output" if is_output else "text",
            "accept": [_plain(said) for _, weight, said, _ in answers if weight > 0],
            "mistakes": [
                {"answer": _plain(said), "misconception": {language: why}}
                for _, weight, said, why in answers
                if weight <= 0
            ],
        } | ({"proof": {"run": "output"}} if is_output else {})
    is_several = not any(mark == "=" for mark, *_ in answers)
    return {
        "kind": "several" if is_several else "choice",
        "options": [_option(*answer, language) for answer in answers],
    }


def _option(mark: str, weight: float, said: str, why: str, language: Language) -> dict[str, Any]:
    is_right = mark == "=" or weight > 0
    text = _plain(said)
    option: dict[str, Any] = {"text": text, "correct": is_right}
    return option if is_right or not why else option | {"misconception": {language: why}}


def _number_fields(
    answers: list[tuple[str, float, str, str]], tags: dict[str, str], language: Language, line: int
) -> dict[str, Any]:
    rights = [said for _, weight, said, _ in answers if weight > 0]
    if len(rights) != 1:
        raise BadFileError(line, "a number has one right answer")
    value, _, tolerance = rights[0].partition(":")
    return {
        "kind": "number",
        "number": {
            "value": _number(value),
            "tolerance": _number(tolerance or "0"),
            "unit": tags.get("unit"),
        },
        "mistakes": [
            {"answer": said.partition(":")[0].strip(), "misconception": {language: why}}
            for _, weight, said, why in answers
            if weight <= 0
        ],
    }


def _split(text: str, line: int) -> Iterator[tuple[str, float, str, str]]:
    """Each answer as its mark, weight, text (still escaped) and feedback."""
    parts = re.split(r"(?<!\\)((?:\\\\)*)(?=[=~])", text.strip())
    chunks = ["".join(pair) for pair in zip(parts[::2], [*parts[1::2], ""], strict=True)]
    for chunk in filter(str.strip, chunks):
        start = ANSWER.match(chunk.strip())
        if start is None:
            raise BadFileError(line, f"an answer begins with = or ~: {chunk.strip()[:40]!r}")
        weight = float(start[2]) if start[2] else (100.0 if start[1] == "=" else 0.0)
        said, *why = re.split(r"(?<!\\)#", chunk.strip()[start.end() :], maxsplit=1)
        yield start[1], weight, said, _plain("".join(why))


def _number(text: str) -> int | float | str:
    try:
        return int(text) if text.strip().isdecimal() else float(text)
    except ValueError:
        return text
