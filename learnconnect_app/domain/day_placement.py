"""When on a day each session starts.

Sessions keep their order, with a break after each: 5 minutes after a short one, 10 after a long
one. They are put into the preferred hours first; where these do not suffice, the hours after them
and then those before them are taken, an hour at a time. Busy times and sessions with a time of
their own are left free.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from learnconnect_app.domain.shared_days import WAKING

Span = tuple[int, int]
"""Minutes after midnight, from and to; after midnight they go on to 28 x 60."""
USUAL_HOURS = (17, 18, 19, 20, 21)
"""Where the learner prefers none."""
LONG_SESSION = 30
SHORT_BREAK, LONG_BREAK = 5, 10
ROLLOVER_HOUR = 4
STEP = 5


def break_after(minutes: int) -> int:
    return LONG_BREAK if minutes > LONG_SESSION else SHORT_BREAK


def placed(
    lengths: Sequence[int],
    *,
    preferred_hours: Collection[int] = (),
    taken: Sequence[Span] = (),
    earliest: int | Sequence[int] = 0,
) -> list[int | None]:
    """Start minute of each session, in their order; None where the day has no room left for it.

    ``earliest``: the minute before which none begins, such as now, or one for each.
    """
    if not lengths:
        return []
    not_before = [earliest] * len(lengths) if isinstance(earliest, int) else earliest
    things = list(zip(lengths, not_before, strict=True))
    for hours in _widening(preferred_hours):
        free = _free(_spans(hours), taken, min(not_before))
        starts = _one_after_another(things, free, with_breaks=True)
        if None not in starts:
            return starts
    return _one_after_another(things, free, with_breaks=False)


def _widening(preferred: Collection[int]) -> Iterator[set[int]]:
    """The preferred hours, then one more at a time: after the last, then before the first."""
    hours = {hour + 24 if hour < ROLLOVER_HOUR else hour for hour in preferred or USUAL_HOURS}
    first, last = WAKING[0] // 60, WAKING[1] // 60
    yield hours
    for hour in [*range(max(hours) + 1, last), *range(min(hours) - 1, first - 1, -1)]:
        hours = hours | {hour}
        yield hours
    yield hours | set(range(first, last))


def _spans(hours: Collection[int]) -> list[Span]:
    """Hours that touch are one span."""
    spans: list[Span] = []
    for hour in sorted(hours):
        start = hour * 60
        if spans and spans[-1][1] == start:
            spans[-1] = spans[-1][0], start + 60
        else:
            spans.append((start, start + 60))
    return spans


def _free(spans: Sequence[Span], taken: Sequence[Span], earliest: int) -> list[Span]:
    free = []
    for start, end in spans:
        at = max(start, -(-earliest // STEP) * STEP)
        for first, last in sorted(taken):
            if last <= at or first >= end:
                continue
            if first > at:
                free.append((at, first))
            at = max(at, last)
        if at < end:
            free.append((at, end))
    return free


def _one_after_another(
    things: Sequence[tuple[int, int]], free: Sequence[Span], *, with_breaks: bool
) -> list[int | None]:
    starts: list[int | None] = []
    at = 0
    for length, earliest in things:
        at = max(at, -(-earliest // STEP) * STEP)
        fits = (max(at, start) for start, end in free if max(at, start) + length <= end)
        start = next(fits, None)
        starts.append(start)
        if start is not None:
            at = start + length + (break_after(length) if with_breaks else 0)
    return starts
