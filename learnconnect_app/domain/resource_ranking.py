"""The order of a topic's resources: what helped other learners, without trusting a few votes.

The share of helpful votes is estimated as if four more had been given, two of them helpful: one
vote moves a resource little, many speak for themselves, and without votes it stands in the middle.
Source: A. Agresti and B. A. Coull (1998), "Approximate is better than 'exact' for interval
estimation of binomial proportions", The American Statistician 52: the posterior mean under a
Beta(2, 2) prior.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

PRIOR_HELPED, PRIOR_VOTES = 2, 4
LEAST_VOTES = 5
"""Below it no count is shown: a few votes could be told apart."""
KINDS = ("video", "article", "practice", "book")


@dataclass(frozen=True, slots=True)
class Ranked:
    """What the order of a resource depends on."""

    id: str
    kind: str
    language: str
    position: int
    """In the author's order."""
    helped: int = 0
    votes: int = 0

    @property
    def worth(self) -> float:
        """Estimated share of learners it helps, 0..1."""
        return (self.helped + PRIOR_HELPED) / (self.votes + PRIOR_VOTES)

    @property
    def is_telling(self) -> bool:
        """Whether there are votes enough to be shown."""
        return self.votes >= LEAST_VOTES


def ranked(resources: Collection[Ranked], locale: str) -> list[Ranked]:
    """The learner's language first, then what helped most; what ties keeps the author's order."""
    return sorted(resources, key=lambda r: (r.language != locale, -r.worth, r.position))


def style_of(plan_style: str, own_style: str) -> str:
    """The kind shown first: what was chosen for the plan, else what suits the learner."""
    return plan_style if plan_style in KINDS else own_style


def kinds_in_order(kinds: Collection[str], style: str, *, used: Collection[str] = ()) -> list[str]:
    """The kinds there are, the learner's style first.

    ``used``: kinds that did not help (a quiz was failed after them) come last, the style too.
    """
    known = [*KINDS, *sorted(set(kinds) - set(KINDS))]
    return sorted(
        (kind for kind in known if kind in kinds),
        key=lambda kind: (kind in used, kind != style, known.index(kind)),
    )


def first_kind(kinds: Sequence[str], style: str) -> str:
    """The kind a learner met first; empty when there is none."""
    return next(iter(kinds_in_order(kinds, style)), "")
