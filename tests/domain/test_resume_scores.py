"""A resume is scored by what it names, what it tells was done with it, and with which result."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from learnconnect_app.content.library import library
from learnconnect_app.content.resume_terms import resume_terms
from learnconnect_app.domain.resume_scores import (
    FROM_ZERO,
    SAME,
    STRONGER,
    WEAKER,
    Change,
    ResumeScore,
    SkillScore,
    change,
    resume_score,
    skill_score,
)
from learnconnect_app.domain.resume_texts import Vocabulary, fold, language_of, statements

TERMS = resume_terms()
VOCABULARY = Vocabulary(TERMS.doing, TERMS.wishes, TERMS.skills)
RESUMES = sorted((Path(__file__).parent.parent / "resumes").glob("*.txt"))
"""Ten of them, from weak to strong as a reader would order them."""


def score_of(text: str, role: str = "frontend-developer") -> ResumeScore:
    weights = library().curricula[role].skills
    return resume_score(statements(text, VOCABULARY), weights, VOCABULARY)


def css_in(text: str) -> SkillScore:
    found = [each for each in statements(text, VOCABULARY) if not each.is_wish]
    return skill_score("css", found, VOCABULARY.skills["css"])


def test_ten_resumes_are_ordered_as_a_reader_would_order_them() -> None:
    scores = {path.stem: score_of(path.read_text()).score for path in RESUMES}
    assert len(scores) == 10
    for (weaker, low), (stronger, high) in pairwise(scores.items()):
        assert low < high or (low == high == 0), f"{weaker}: {low}, {stronger}: {high}"


def test_weakest_score_nothing_and_the_strongest_nearly_all() -> None:
    scores = [score_of(path.read_text()).score for path in RESUMES]
    assert scores[:2] == [0, 0]
    assert scores[-1] >= 90
    assert scores[2] < 20


@pytest.mark.parametrize("path", RESUMES, ids=lambda path: path.stem)
def test_language_of_a_resume_is_told(path: Path) -> None:
    assert language_of(path.read_text()) == ("tr" if path.stem.endswith("_tr") else "en")


@pytest.mark.parametrize(
    ("text", "mention", "evidence", "impact"),
    [
        ("I like cooking.", 0, 0, 0),
        ("Skills: HTML, CSS, Git", 30, 0, 0),
        ("CSS CSS CSS CSS\nCSS", 30, 0, 0),
        ("Built a site with CSS.", 30, 30, 0),
        ("Built a site with CSS.\nBuilt a site with CSS.", 30, 30, 0),
        ("Built a site with CSS.\nWrote a CSS grid for the school.", 30, 45, 0),
        ("Built 12 sites with CSS.", 30, 30, 25),
        ("Built a site with CSS in 2023.", 30, 30, 0),
        ("Built a site with HTML5 and CSS3.", 30, 30, 0),
        ("12 sites. Skills: CSS", 30, 0, 0),
        ("I want to learn CSS and built 12 sites.", 0, 0, 0),
        ("CSS bilmiyorum.", 0, 0, 0),
        ("CSS ile 12 site yaptım.", 30, 30, 25),
        ("CSS'i 3 projede DÜZENLEDİM", 30, 30, 25),
        ("DUYARLI TASARIM GELİŞTİRDİM", 30, 30, 0),
        ("Skills: HTML/CSS/JavaScript", 30, 0, 0),
        ("https://site.example/css me@css.com github.com/css css.github.io", 0, 0, 0),
        ("Web geliştirme: HTML, CSS", 30, 0, 0),
        ("CSS ile site geliştirmekteyim.", 30, 30, 0),
        ("CSS ile siteler geliştirmek istiyorum.", 0, 0, 0),
        ("I want to build sites with CSS.", 0, 0, 0),
        ("Would like to develop with CSS.", 0, 0, 0),
        ("Built what customers want to see with CSS.", 30, 30, 0),
        ("Built a site with CSS (09/2023 - 01/2024).", 30, 30, 0),
        ("Built a site with CSS (2023-09-12, 2021-23).", 30, 30, 0),
        ("12 Eylül 2023: CSS ile site yaptım.", 30, 30, 0),
        ("On March 12, 2023 built a site with CSS.", 30, 30, 0),
        ("On 3rd May built a site with CSS.", 30, 30, 0),
        ("Built a site with CSS, Next.js 14 and PostgreSQL 15.4.", 30, 30, 0),
        ("React 18 ve CSS ile site yaptım.", 30, 30, 0),
        ("Built 14 sites with CSS in 09/2023.", 30, 30, 25),
        ("CSS ve React 5 sitede yaptım.", 30, 30, 25),
    ],
)
def test_points_follow_the_rubric(text: str, mention: int, evidence: int, impact: int) -> None:
    found = css_in(text)
    assert (found.mention, found.evidence, found.impact) == (mention, evidence, impact)


def test_full_points_are_a_hundred() -> None:
    assert css_in("Built 12 sites with CSS.\nWrote 3 CSS libraries.").points == 100


def test_score_names_the_lines_it_rests_on_strongest_first() -> None:
    lines = css_in("Skills: CSS\nWrote CSS.\nBuilt 12 sites with CSS.").lines
    assert lines == ("Built 12 sites with CSS.", "Wrote CSS.")


def test_line_that_was_broken_within_a_sentence_is_one_statement() -> None:
    found = statements("- Built 12 pages\n  with responsive CSS\n- Wrote tests", VOCABULARY)
    assert [each.text for each in found] == ["Built 12 pages with responsive CSS", "Wrote tests"]


@pytest.mark.parametrize("word", ["GELİŞTİRDİM", "geliştirdim", "Geli\u015ftirdim"])
def test_letters_meet_whatever_their_case_and_dots(word: str) -> None:
    assert fold(word) == fold("geliştirdim")


@pytest.mark.parametrize("text", ["excssive", "c.s.s", "CSS-like", "node.js"])
def test_name_within_another_word_is_no_mention(text: str) -> None:
    assert css_in(text).mention in (0, 30 if text == "CSS-like" else 0)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (40.0, 52.4, Change(STRONGER, 31)),
        (40.0, 30.0, Change(WEAKER, 25)),
        (40.0, 40.0, Change(SAME)),
        (40.0, 40.1, Change(SAME)),
        (0.0, 35.0, Change(FROM_ZERO)),
        (0.0, 0.0, Change(SAME)),
        (35.0, 0.0, Change(WEAKER, 100)),
    ],
)
def test_change_is_in_percent_of_the_earlier_score(
    before: float, after: float, expected: Change
) -> None:
    assert change(before, after) == expected


def test_every_skill_of_the_catalogue_has_names() -> None:
    assert set(library().skills) == set(TERMS.skills)


def test_adding_a_line_never_weakens_a_resume() -> None:
    texts = [path.read_text() for path in RESUMES]
    for one, other in pairwise(texts):
        assert score_of(f"{one}\n\n{other}").score >= max(
            score_of(one).score, score_of(other).score
        )


def test_role_that_asks_for_nothing_scores_nothing() -> None:
    assert resume_score((), {}, VOCABULARY) == ResumeScore(0.0, ())
