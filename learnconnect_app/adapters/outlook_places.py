"""Which of a learner's calendars in Outlook is ours: by its name and by what is in it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from urllib.parse import quote

from learnconnect_app.adapters.graph_client import MOST_IN_A_BATCH, GraphClient, Request
from learnconnect_app.domain.ports import CalendarRefusedError

MARK = "String {8b0d1ef1-3c5b-4a6e-9d8e-6a3f0f6f2b55} Name LearnConnect"
"""Our property of an event: which session it stands for."""
NAMES = 9
"""How many calendars of ours there may have been before."""


def make_calendar(graph: GraphClient, name: str, taken: Collection[str]) -> str:
    """Names are taken once in Outlook: an empty calendar of this name that nobody else has is ours,
    made without our hearing of it; one with events was kept by the learner, and stays as it is."""
    for wanted in _names(name):
        answer = graph.ask("POST", "/me/calendars", {"name": wanted})
        if answer.is_fine:
            return str(answer.body["id"])
        if answer.status != 409:
            raise answer.error()
        found = next((id_ for id_, its_name in _calendars(graph) if its_name == wanted), "")
        if found and found not in taken and _is_empty(graph, found):
            return found
    raise CalendarRefusedError("every name is taken")


def find_calendar(graph: GraphClient, name: str, keys: Sequence[str]) -> str:
    """The calendar of ours that holds an event with one of these keys, or nothing.

    Ids of calendars are not for good, though those of events are: the one that was told when a
    calendar was made may be unknown later, while the calendar is there as before.
    """
    names = _names(name)
    for calendar_id, its_name in _calendars(graph):
        if its_name in names and _holds_any(graph, calendar_id, keys):
            return calendar_id
    return ""


def find_marked(graph: GraphClient, calendar_id: str, key: str) -> str:
    """The id of the event that carries this key, or nothing."""
    answer = graph.ask("GET", _search(calendar_id, key))
    if not answer.is_fine:
        raise answer.error()
    return next((str(each["id"]) for each in answer.body["value"]), "")


def _names(name: str) -> list[str]:
    return [name, *(f"{name} {number}" for number in range(2, 1 + NAMES))]


def _calendars(graph: GraphClient) -> Iterator[tuple[str, str]]:
    """Ids with names."""
    path = "/me/calendars?$top=100&$select=id,name"
    while path:
        answer = graph.ask("GET", path)
        if not answer.is_fine:
            raise answer.error()
        yield from ((str(each["id"]), str(each["name"])) for each in answer.body["value"])
        following = answer.body.get("@odata.nextLink")
        path = graph.own_path(following) if following else ""


def _is_empty(graph: GraphClient, calendar_id: str) -> bool:
    answer = graph.ask("GET", f"/me/calendars/{quote(calendar_id)}/events?$top=1&$select=id")
    return answer.is_fine and not answer.body["value"]


def _holds_any(graph: GraphClient, calendar_id: str, keys: Sequence[str]) -> bool:
    """One that could not be asked for may be there: then nothing is known."""
    for first in range(0, len(keys), MOST_IN_A_BATCH):
        part = keys[first : first + MOST_IN_A_BATCH]
        requests: dict[str, Request] = {
            key: ("GET", _search(calendar_id, key), None, {}) for key in part
        }
        answers = graph.batch(requests).values()
        if any(each.is_fine and each.body["value"] for each in answers):
            return True
        for each in answers:
            if not each.is_fine:
                raise each.error()
    return False


def _search(calendar_id: str, key: str) -> str:
    wanted = f"singleValueExtendedProperties/Any(ep: ep/id eq '{MARK}' and ep/value eq '{key}')"
    return f"/me/calendars/{quote(calendar_id)}/events?$select=id&$filter={quote(wanted)}"
