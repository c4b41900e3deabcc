"""The result of a mock as the exam counts it, and the range of points it lets expect."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from sqlmodel import Session

from learnconnect_app.domain.exams import Exam
from learnconnect_app.domain.mock_views import NetsView, SectionNet
from learnconnect_app.domain.net_estimates import PartScore, estimate, is_taken
from learnconnect_app.models import Attempt, Curriculum, StudyPlan, User
from learnconnect_app.services.exams import exam_of
from learnconnect_app.services.mock_lists import history, submitted_mocks
from learnconnect_app.services.mocks import part_scores, sitting_of, titles_of
from learnconnect_app.services.texts import text_in


def nets_view(session: Session, attempt: Attempt, user: User) -> NetsView:
    """Of a submitted mock, with those before it. Three queries."""
    curriculum = session.get_one(Curriculum, attempt.curriculum_key)
    exam, titles = exam_of(curriculum), titles_of(curriculum)
    parts = part_scores(attempt)
    mocks = submitted_mocks(session, user.id, curriculum.key, until=attempt.submitted_at)
    total = _section("", parts, exam)
    view = NetsView(
        net=total.net,
        item_count=total.item_count,
        right=total.right,
        wrong=total.wrong,
        blank=total.blank,
        wrong_for_a_right=exam.wrong_for_a_right or 0,
        sections=tuple(
            _section(text_in(titles[key], user.locale), list(group), exam)
            for key, group in groupby(parts, key=lambda part: part.section)
        ),
        left_out=tuple(
            text_in(titles[section.key], user.locale)
            for section in sitting_of(exam, attempt.test_key).sections
            if not section.courses
        ),
        history=history(curriculum, mocks, user),
    )
    plan = session.get(StudyPlan, attempt.study_plan_id)
    own = plan.score_key if plan else ""
    return _with_points(view, curriculum, exam, own, [part_scores(mock) for mock in mocks], user)


def _with_points(
    view: NetsView,
    curriculum: Curriculum,
    exam: Exam,
    own: str,
    mocks: Sequence[Sequence[PartScore]],
    user: User,
) -> NetsView:
    """For the learner's own score type, or else the first one that the mocks measure in full."""
    titles = titles_of(curriculum)
    parts = [part for mock in mocks if is_taken(mock) for part in mock]
    measured = {part.section for part in parts} | {part.course for part in parts}
    missing = _sections_of(exam, set(exam.scores.get(own, {})) - measured)
    view = replace(view, not_measured=tuple(text_in(titles[key], user.locale) for key in missing))
    points: Mapping[str, int] = (curriculum.exam or {}).get("points") or {"least": 0, "most": 100}
    least, most = points["least"], points["most"]
    for key in sorted(exam.scores, key=lambda key: key != own):
        found = estimate(mocks, exam.scores[key], exam.wrong_for_a_right)
        if found is not None:
            return replace(
                view,
                score_title=text_in(titles[key], user.locale),
                low=round(least + found.low * (most - least)),
                high=round(least + found.high * (most - least)),
                least=least,
                most=most,
            )
    return view


def _sections_of(exam: Exam, keys: Iterable[str]) -> list[str]:
    """The sections that are named, or have a course that is, in the order of the exam."""
    wanted = set(keys)
    return [
        section.key
        for section in exam.sections
        if section.key in wanted or wanted & set(section.courses)
    ]


def _section(title: str, parts: Sequence[PartScore], exam: Exam) -> SectionNet:
    return SectionNet(
        title=title,
        item_count=sum(part.items for part in parts),
        right=sum(part.right for part in parts),
        wrong=sum(part.wrong for part in parts),
        blank=sum(part.blank for part in parts),
        net=round(sum(part.net(exam.wrong_for_a_right) for part in parts), 2),
    )
