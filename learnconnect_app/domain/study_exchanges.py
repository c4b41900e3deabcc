"""Using the minutes that are left at a day's end: something chosen for something a little longer.

Minutes left over are lost, so an exchange pays when what comes in is worth more than what goes out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from learnconnect_app.domain.study_candidates import Candidate
from learnconnect_app.domain.study_problems import LONGEST_SESSION


@dataclass(slots=True)
class Taken:
    """A candidate chosen for the day."""

    candidate: Candidate
    parts: list[int]
    aimed: int = 0
    """Of a new lesson in all its parts, studied before or to come."""
    is_finished: bool = True


def exchanges(
    chosen: Iterable[Taken], offered: Sequence[Candidate], left: int
) -> list[tuple[Taken, Candidate]]:
    """What may go out for what in ``left`` more minutes, the most points first."""
    found: list[tuple[float, int, Taken, Candidate]] = []
    short = [each for each in offered if each.minutes <= LONGEST_SESSION]
    for out in chosen:
        least, most, points = (
            out.candidate.minutes,
            out.candidate.minutes + left,
            out.candidate.points,
        )
        for into in short:
            if least < into.minutes <= most and into.points > points:
                found.append((points - into.points, len(found), out, into))
    return [(out, into) for _, _, out, into in sorted(found, key=lambda each: each[:2])]
