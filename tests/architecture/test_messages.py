"""Every sentence exists in both languages, with the values it names, and every key is used."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache

from learnconnect_app.api.problems import STATUS
from learnconnect_app.domain.errors import NotFound
from learnconnect_app.locales import HERE, Message, catalog, keys
from tests.architecture.sources import PACKAGE, Source, sources

SAME_IN_BOTH = {
    "common.xp": "XP is XP",
    "plan.kind.video": "the Turkish word is the same",
    "test.page": "the Turkish word is the same",
    "settings.city.": "names of cities",
}
CATALOGS = {path.stem for path in (HERE / "en").glob("*.po")}
NOT_KEYS = (".py", ".po", ".js", ".jsx")
KEY = re.compile(rf"(?:{'|'.join(sorted(CATALOGS))})(?:\.[a-z0-9_]+)+")
PLACEHOLDER = re.compile(r"\{(\w*)\}")


def placeholders(message: Message) -> set[str]:
    return set(PLACEHOLDER.findall("".join(message) if isinstance(message, tuple) else message))


def values_of(key: str) -> set[str]:
    """What has to be given to the message; of one with a plural also the number it depends on."""
    message = catalog("en")[key]
    return placeholders(message) | ({"n"} if isinstance(message, tuple) else set())


def names(call: ast.Call) -> set[str]:
    return {keyword.arg for keyword in call.keywords if keyword.arg}


def unpacks(call: ast.Call) -> bool:
    """Whether more is given as ``**values``."""
    return any(keyword.arg is None for keyword in call.keywords)


def test_message_names_the_same_values_in_both_languages() -> None:
    for key in keys():
        english, turkish = catalog("en")[key], catalog("tr")[key]
        assert placeholders(english) == placeholders(turkish), key
        assert isinstance(english, tuple) == isinstance(turkish, tuple), key


def test_no_english_is_left_in_turkish() -> None:
    allowed = tuple(SAME_IN_BOTH)
    same = {key for key in keys() if catalog("en")[key] == catalog("tr")[key]}
    assert not {key for key in same if not key.startswith(allowed)}
    assert not {prefix for prefix in allowed if not any(key.startswith(prefix) for key in same)}


def test_messages_can_be_formatted() -> None:
    for locale in ("en", "tr"):
        for key, message in catalog(locale).items():
            for form in message if isinstance(message, tuple) else (message,):
                filled = form.format(**dict.fromkeys(placeholders(message), "x"))
                assert "{" not in filled, f"{locale}: {key}"
                assert filled == filled.strip(), f"{locale}: {key}"


# ---- errors ---------------------------------------------------------------------------------


@cache
def raised() -> tuple[tuple[str, str, frozenset[str]], ...]:
    """Where an error is made, its code, and the values it brings."""
    return tuple(
        (f"{source}:{call.lineno}", code, frozenset(names(call)))
        for source in sources()
        for call in source.calls("DomainError", "NotFound")
        for code in _codes(call)
    )


def _codes(call: ast.Call) -> Iterator[str]:
    for node in ast.walk(call.args[0]) if call.args else ():
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def test_every_error_has_a_sentence_and_brings_the_values_it_names() -> None:
    assert len(raised()) > 25
    for where, code, values in raised():
        assert f"error.{code}" in keys(), f"{where}: no sentence for {code}"
        assert values == values_of(f"error.{code}"), f"{where}: {code}"


def test_every_status_is_of_an_error_that_exists() -> None:
    assert set(STATUS) <= {code for _, code, _ in raised()} | {NotFound().code}


# ---- words of pages -------------------------------------------------------------------------


def words(source: Source) -> Iterator[tuple[str, str, ast.Call]]:
    """Calls ``t("key", value=...)``: where, and the key."""
    for call in source.calls("t"):
        key = call.args[0] if call.args else None
        if isinstance(key, ast.Constant):
            yield f"{source}:{call.lineno}", str(key.value), call


def test_every_word_of_a_page_exists_and_gets_the_values_it_names() -> None:
    found = [word for source in sources() for word in words(source)]
    assert len(found) > 150
    for where, key, call in found:
        assert key in keys(), where
        assert unpacks(call) or names(call) == values_of(key), f"{where}: {key}"


BRING_THEIR_OWN = {
    *("error", "advice.why", "advice.title"),
    *("reports.said", "reports.offer", "reports.why", "reports.detail"),
    *("progress.headline", "progress.move", "progress.speed"),
}
"""Their values come with each code: held by the test of errors above, by `recommended`'s, by
`test_report_words` and by `test_progress_words`."""


def test_words_chosen_by_a_code_get_every_value_that_any_of_them_names() -> None:
    for source in sources():
        for call in source.calls("t_of"):
            prefix = call.args[0]
            assert isinstance(prefix, ast.Constant), f"{source}:{call.lineno}"
            if prefix.value in BRING_THEIR_OWN:
                continue
            family = [key for key in keys() if key.startswith(f"{prefix.value}.")]
            assert family, f"{source}:{call.lineno}"
            needed = {name for key in family for name in values_of(key)}
            assert needed <= names(call), f"{source}:{call.lineno}"


@cache
def scripts() -> str:
    """Our own JSX."""
    return "".join(path.read_text() for path in (PACKAGE / "ui" / "js").glob("*.jsx"))


@cache
def mentioned() -> frozenset[str]:
    """Every text in our sources that has the form of a key."""
    texts = [
        node.value
        for source in sources()
        if source.path.parts[0] != "content"
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    texts += re.findall(r"\"([a-z0-9_.]+)\"", scripts())
    return frozenset(text for text in texts if KEY.fullmatch(text) and not text.endswith(NOT_KEYS))


@cache
def patterns() -> tuple[re.Pattern[str], ...]:
    """Keys that are put together: ``f"kit.day_{kind}"``, and families chosen by a code."""
    found = []
    for source in sources():
        for node in ast.walk(source.tree) if source.path.parts[0] != "content" else ():
            if isinstance(node, ast.JoinedStr):
                parts = (
                    re.escape(str(part.value)) if isinstance(part, ast.Constant) else "[a-z0-9_.]+"
                    for part in node.values
                )
                found.append(re.compile("".join(parts)))
        found += [
            re.compile(re.escape(str(call.args[0].value)) + r"\.[a-z0-9_]+")
            for call in source.calls("t_of")
            if isinstance(call.args[0], ast.Constant)
        ]
    of_scripts = re.findall(r"`([a-z_.]+)\$\{[^`}]*\}`", scripts())
    found += [re.compile(re.escape(start) + "[a-z0-9_]+") for start in of_scripts]
    ours = tuple(rf"{name}\." for name in CATALOGS)
    return tuple(each for each in found if each.pattern.startswith(ours))


def test_every_key_that_is_mentioned_exists() -> None:
    for key in mentioned() - keys():
        family = key if key.endswith("_") else f"{key}."
        assert any(each.startswith(family) for each in keys()), key


def test_every_key_that_is_put_together_can_exist() -> None:
    for pattern in patterns():
        assert any(pattern.fullmatch(key) for key in keys()), pattern.pattern


def test_every_message_is_used() -> None:
    unused = {
        key
        for key in keys() - mentioned()
        if not any(pattern.fullmatch(key) for pattern in patterns())
    }
    assert not unused
