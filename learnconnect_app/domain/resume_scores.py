"""How strongly a resume shows a skill, and a role: a rubric that can be explained line by line.

Of each skill that the role asks for, up to 100 points:

=========  ======  ============================================================================
Part       Points  For
=========  ======  ============================================================================
mention        30  the skill is named at all
evidence       45  a statement names it and tells of something done: 30; a second one: 15 more
impact         25  such a statement also says how much: a number that is no date
=========  ======  ============================================================================

A name that is repeated, or stands in a list of names, is a mention and no more; what is wished for
or lacking ("want to learn", "bilmiyorum") counts for nothing. The whole is the mean over the
skills by the weights of the role. The points are ours, after what recruiters ask of a line: what
was done, with what, with which result.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import fsum

from learnconnect_app.domain.resume_texts import Statement, Vocabulary, pattern_of, quoted

RUBRIC = 2
"""Counts up with each change of the rubric or its words: only scores of one number compare."""
MENTION, FIRST_EVIDENCE, SECOND_EVIDENCE, IMPACT = 30, 30, 15, 25
STRONGER, WEAKER, SAME, FROM_ZERO = "stronger", "weaker", "same", "from_zero"


@dataclass(frozen=True)
class SkillScore:
    skill: str
    mention: int
    evidence: int
    impact: int
    lines: tuple[str, ...] = ()
    """What it rests on, the strongest first."""

    @property
    def points(self) -> int:
        return self.mention + self.evidence + self.impact


@dataclass(frozen=True)
class ResumeScore:
    score: float
    """0-100."""
    skills: tuple[SkillScore, ...]
    """The weightiest of the role first."""


@dataclass(frozen=True)
class Change:
    """From one score to a later one, in words' codes."""

    code: str
    percent: int = 0
    """How much stronger or weaker, of the earlier score; 0 from a start of zero."""


def resume_score(
    statements: Sequence[Statement], weights: Mapping[str, float], vocabulary: Vocabulary
) -> ResumeScore:
    """``weights``: of the role's skills, each above 0. A skill without terms scores nothing."""
    order = sorted(weights, key=lambda skill: (-weights[skill], skill))
    telling = [each for each in statements if not each.is_wish]
    skills = tuple(skill_score(skill, telling, vocabulary.skills.get(skill, ())) for skill in order)
    total = fsum(weights.values())
    score = fsum(weights[each.skill] * each.points for each in skills) / total if total else 0.0
    return ResumeScore(round(score, 1), skills)


def skill_score(skill: str, statements: Sequence[Statement], terms: Sequence[str]) -> SkillScore:
    pattern = pattern_of(terms) if terms else None
    naming = [each for each in statements if pattern and pattern.search(each.folded)]
    done = [each for each in naming if each.tells_of_doing]
    measured = [each for each in done if each.has_figure]
    evidence = FIRST_EVIDENCE * bool(done) + SECOND_EVIDENCE * (len(_distinct(done)) > 1)
    strongest = sorted(naming, key=lambda each: (each not in measured, each not in done))
    return SkillScore(
        skill=skill,
        mention=MENTION * bool(naming),
        evidence=evidence,
        impact=IMPACT * bool(measured),
        lines=quoted(strongest),
    )


def _distinct(statements: Sequence[Statement]) -> set[str]:
    """A line that is copied is one line."""
    return {each.folded for each in statements}


def change(before: float, after: float) -> Change:
    """How a later score compares; in percent of the earlier one, rounded.

    From 0 there is no percentage: it is said in words.
    """
    if before == after:
        return Change(SAME)
    if before == 0:
        return Change(FROM_ZERO)
    percent = round(100 * abs(after - before) / before)
    if percent == 0:
        return Change(SAME)
    return Change(STRONGER if after > before else WEAKER, percent)
