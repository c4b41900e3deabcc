"""What a screen reader is told of a page, from Chromium's accessibility tree, and its faults."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from learnconnect_app.locales import keys

CONTROLS = {
    *("button", "link", "checkbox", "radio", "switch", "textbox", "searchbox", "combobox"),
    *("slider", "spinbutton", "option", "tab", "menuitem", "Date", "InputTime"),
    *("DisclosureTriangle", "ToggleButton", "PopUpButton"),
}
TO_BE_NAMED = CONTROLS | {
    *("image", "img", "progressbar", "meter", "timer", "dialog", "alertdialog", "radiogroup"),
    *("navigation", "region"),
}
LANGUAGES = {"Türkçe", "English"}
"""Called by their own names."""

DRAWN_LETTERS = "▪"
"""Stand for the words of a locked day, for the eyes only."""


@dataclass(frozen=True)
class Node:
    role: str
    name: str
    depth: int
    description: str = ""
    level: int = 0
    live: str = ""
    is_modal: bool = False
    is_invalid: bool = False

    def __str__(self) -> str:
        return f"{self.role} {self.name!r}"


def tree_of(page: Page) -> list[Node]:
    """All that is read, in its order."""
    client = page.context.new_cdp_session(page)
    found = client.send("Accessibility.getFullAXTree")["nodes"]
    client.detach()
    by_id = {each["nodeId"]: each for each in found}

    def walk(raw: dict[str, Any], depth: int) -> Iterator[Node]:
        if not raw.get("ignored"):
            yield _node(raw, depth)
        for child in raw.get("childIds", ()):
            if child in by_id:
                yield from walk(by_id[child], depth + 1)

    roots = [each for each in found if "parentId" not in each]
    return [node for root in roots for node in walk(root, 0)]


def _node(raw: dict[str, Any], depth: int) -> Node:
    more = {each["name"]: each["value"].get("value") for each in raw.get("properties", ())}
    return Node(
        role=raw.get("role", {}).get("value", ""),
        name=(raw.get("name", {}).get("value") or "").strip(),
        depth=depth,
        description=raw.get("description", {}).get("value") or "",
        level=more.get("level") or 0,
        live=more.get("live") or "",
        is_modal=bool(more.get("modal")),
        is_invalid=more.get("invalid") == "true",
    )


def of_role(nodes: Sequence[Node], *roles: str) -> list[Node]:
    return [node for node in nodes if node.role in roles]


def faults(nodes: Sequence[Node], foreign: frozenset[str]) -> list[str]:
    """What is wrong with a page as it is read; ``foreign``: words of the other language."""
    return [
        *_heading_faults(of_role(nodes, "heading")),
        *_landmark_faults(nodes),
        *_name_faults(nodes, foreign),
        *_table_faults(nodes),
    ]


def _heading_faults(headings: Sequence[Node]) -> Iterator[str]:
    first = [node for node in headings if node.level == 1]
    if len(first) != 1:
        yield f"{len(first)} headings of level 1"
    before = 1
    for node in headings:
        if node.level > before + 1:
            yield f"{node} of level {node.level} after one of level {before}"
        if not node.name:
            yield f"a heading of level {node.level} without words"
        before = node.level


def _landmark_faults(nodes: Sequence[Node]) -> Iterator[str]:
    count = Counter(node.role for node in nodes)
    for role in ("main", "banner"):
        if count[role] != 1:
            yield f"{count[role]} landmarks {role}"
    if not count["navigation"]:
        yield "no navigation"
    for role in ("navigation", "complementary", "region"):
        names = Counter(node.name for node in of_role(nodes, role))
        yield from (f"{n} landmarks {role} {name!r}" for name, n in names.items() if n > 1)


def _name_faults(nodes: Sequence[Node], foreign: frozenset[str]) -> Iterator[str]:
    known, foreign = set(keys()), foreign - LANGUAGES
    for node in nodes:
        if node.role in TO_BE_NAMED and not node.name:
            yield f"{node.role} without a name"
        if node.name in known:
            yield f"{node}: the key of a message"
        if node.role in CONTROLS and {node.name, node.description} & foreign:
            yield f"{node}, {node.description!r}: of the other language"
        if DRAWN_LETTERS in node.name:
            yield f"{node}: what is only drawn"


def _table_faults(nodes: Sequence[Node]) -> Iterator[str]:
    for at, node in enumerate(nodes):
        if node.role not in ("table", "grid"):
            continue
        inside = []
        for each in nodes[at + 1 :]:
            if each.depth <= node.depth:
                break
            inside.append(each)
        if not of_role(inside, "columnheader"):
            yield f"{node} without heads of its columns"
