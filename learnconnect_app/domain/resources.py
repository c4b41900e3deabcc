"""Which external resources of a topic a day of the plan shows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ResourceRef:
    """A resource of a topic: its kind (video, article...) and language code; minutes it takes."""

    id: str
    kind: str
    language: str
    minutes: int


def resources_for(
    resources: Sequence[ResourceRef],
    used_kinds: Collection[str],
    locale: str,
    most: int = 3,
) -> tuple[ResourceRef, ...]:
    """At most ``most`` resources of a topic, of at least two kinds when there are two.

    An ordinary day has no ``used_kinds``: the learner's language comes first, and within it one
    of each kind. An extra day names the kinds the learner had on this topic before: a new kind
    comes first even in another language, since the old ones did not help; but the last
    place is kept for the learner's language if nothing else is in it. What ties stays in the
    author's order. ``locale`` may carry a region (``tr-TR``).
    """
    language = locale.replace("_", "-").split("-")[0].lower()

    def preference(resource: ResourceRef) -> tuple[bool, bool]:
        return resource.kind in used_kinds, resource.language != language

    chosen: list[ResourceRef] = []
    left = list(resources)
    while left and len(chosen) < most:
        is_last = len(chosen) == most - 1
        pick = _pick(left, chosen, preference, language if is_last else None)
        left.remove(pick)
        chosen.append(pick)
    return tuple(chosen)


def _pick(
    left: Sequence[ResourceRef],
    chosen: Sequence[ResourceRef],
    preference: Callable[[ResourceRef], tuple[bool, bool]],
    still_needed: str | None,
) -> ResourceRef:
    """The best of what is left; for the last place (``still_needed``: the learner's language)
    first what the choice lacks, a second kind before the language."""
    kinds = {resource.kind for resource in chosen}
    languages = {resource.language for resource in chosen}
    wants_kind = still_needed is not None and len(kinds) == 1
    wants_language = still_needed is not None and bool(chosen) and still_needed not in languages
    return min(
        left,
        key=lambda resource: (
            wants_kind and resource.kind in kinds,
            wants_language and resource.language != still_needed,
            *preference(resource),
            resource.kind in kinds,
        ),
    )
