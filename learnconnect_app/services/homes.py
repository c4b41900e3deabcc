"""Home: how today stands over both plans, what comes next, how the week and the year look.

What the states mean is decided in `domain/day_states.py`; what each plan asks of today is read in
`todays.py` and `study_todays.py`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.domain.day_states import Day, State, in_order, next_item, state_of
from learnconnect_app.domain.home_views import HomeView, TodayItem
from learnconnect_app.domain.study_days import local_time
from learnconnect_app.domain.views import BlockBar, PlanSummary
from learnconnect_app.domain.wellbeing import is_low, situation_of
from learnconnect_app.domain.wellbeing_views import LineView
from learnconnect_app.models import Attempt, Curriculum, User
from learnconnect_app.services.challenges import challenge_view, of_week
from learnconnect_app.services.cheers import cheer
from learnconnect_app.services.colors import color_at
from learnconnect_app.services.learner_goals import rings_of
from learnconnect_app.services.mastery import mastery_by_topic
from learnconnect_app.services.motivation_lines import line_of_the_day
from learnconnect_app.services.presence import Presence, presence_of
from learnconnect_app.services.presence_views import presence_fields
from learnconnect_app.services.recommendations import recommendations_from
from learnconnect_app.services.study_todays import (
    Studies,
    card_of,
    course_bars,
    learner_with_studies,
    minutes_to_goal,
    session_items,
    sessions_of,
)
from learnconnect_app.services.summaries import summarised_plans
from learnconnect_app.services.texts import text_in
from learnconnect_app.services.todays import Today, Track, days_of, initial_item, track_of
from learnconnect_app.services.topic_facts import facts_of

LOCKED_AHEAD = 3
MOST_SUGGESTIONS = 3

Begun = Sequence[tuple[Attempt, Curriculum]]
"""The learner's running tests, newest first."""


@dataclass(frozen=True, slots=True)
class _Learner:
    """Whose home it is, and when."""

    user: User
    presence: Presence
    now: datetime

    @property
    def today(self) -> date:
        return self.presence.today

    @property
    def locale(self) -> str:
        return self.user.locale

    @property
    def minute(self) -> int:
        """Of the study day."""
        local = local_time(self.now, self.user.timezone)
        return (local.date() - self.today).days * 24 * 60 + local.hour * 60 + local.minute


def home_view(session: Session, *, user_id: UUID, now: datetime) -> HomeView:
    """Everything on the home page, in at most 12 queries. Nothing is written.

    ``is_behind`` says that days are to be settled first (`study_settling.settle_study_days`).
    """
    user, studies = learner_with_studies(session, user_id, now)
    learner = _Learner(user, presence_of(session, user=user, now=now), now)
    plans = [each.summary for each in summarised_plans(session, user_id, user.locale)]
    begun = _begun(session, user_id)
    view = replace(
        _frame(learner, studies),
        paused=tuple(plan for plan in plans if plan.status == "paused"),
        today=_initial_items(begun, user.locale),
    )
    active = next((plan for plan in plans if plan.status == "active"), None)
    if active is not None:
        view = _with_skill_plan(session, learner, view, active, begun)
    elif plans:
        view = replace(view, plan=plans[0] if plans[0].status == "completed" else None)
    if studies.active is not None:
        view = _with_study_plan(session, learner, view, studies)
    return _standing(view, learner, studies, has_skill_plan=active is not None)


def _frame(learner: _Learner, studies: Studies) -> HomeView:
    today, locale = learner.today, learner.locale
    away = learner.presence.planned.absence_on(today)
    return HomeView(
        day=today.isoformat(),
        part_of_day=_part_of_day(local_time(learner.now, learner.user.timezone).hour),
        study=card_of(studies.current, today, locale),
        draft=card_of(studies.draft, today, locale),
        resting=card_of(studies.paused, today, locale),
        is_behind=studies.is_behind(today),
        is_away=away is not None,
        has_new_report=studies.has_new_report,
        start_left=studies.start_left,
        line=_line(learner, studies),
        is_low=is_low(studies.mood(today)),
        rings=rings_of(learner.presence, studies.aims),
        challenge=challenge_view(of_week(studies.challenges, today), today, locale),
        back_on=away[1].isoformat() if away and away[1] != date.max else "",
        **presence_fields(learner.presence),
    )


def _with_skill_plan(
    session: Session, learner: _Learner, view: HomeView, plan: PlanSummary, begun: Begun
) -> HomeView:
    track = track_of(session, plan.curriculum_key)
    today = Today(
        plan=plan,
        days=days_of(session, UUID(plan.id)),
        track=track,
        running=[attempt for attempt, _ in begun],
        day=learner.today,
        locale=learner.locale,
    )
    return replace(
        view,
        plan=plan,
        today=today.items() + view.today,
        blocks=_blocks(session, learner, track),
        locked_ahead=_locked_ahead(today),
    )


def _with_study_plan(
    session: Session, learner: _Learner, view: HomeView, studies: Studies
) -> HomeView:
    assert studies.active is not None
    plan, exam = studies.active.plan, studies.active.curriculum
    sessions = sessions_of(session, plan, learner.today)
    facts = facts_of(session, learner.user, studies.active, None, learner.today)
    return replace(
        view,
        today=view.today + tuple(session_items(sessions, exam, learner.locale, learner.now)),
        minutes_left=_minutes_left(view, minutes_to_goal(sessions, learner.today)),
        courses=course_bars(facts),
        suggestions=recommendations_from(
            session, learner.user.id, facts, learner.today, MOST_SUGGESTIONS
        ),
    )


def _minutes_left(view: HomeView, of_plan: int) -> int:
    """To the goal of the day: their own if they have one and anything is left to do."""
    rings = view.rings
    if rings.own_day and of_plan:
        return max(0, rings.day_goal - rings.day_minutes)
    return of_plan


def _standing(
    view: HomeView, learner: _Learner, studies: Studies, *, has_skill_plan: bool
) -> HomeView:
    """The list in its order, the state of the day, and the one next thing."""
    day = Day(
        items=view.today,
        minute=learner.minute,
        is_away=view.is_away,
        has_skill_plan=has_skill_plan,
        days_to_exam=studies.days_to_exam(learner.today),
        has_draft=studies.draft is not None,
        has_paused=bool(view.paused or view.resting),
        has_finished=view.plan is not None,
    )
    state, following = state_of(day), next_item(day)
    is_test = following is not None and following.href.startswith("/test/")
    view = replace(
        view,
        state=state.value,
        is_install_fitting=state is State.DONE and not studies.is_install_put_away,
        today=in_order(view.today),
        done=sum(item.is_done for item in day.of_today),
        total=0 if state is State.ASSESSMENT else len(day.of_today),
        next=following,
        running_attempt_id=following.id if following and is_test else "",
    )
    return replace(view, encouragement=cheer(view, learner.user, learner.presence))


def _line(learner: _Learner, studies: Studies) -> LineView:
    situation = situation_of(
        learner.presence.days,
        learner.today,
        is_streak_shown=learner.user.is_streak_shown,
        days_to_exam=studies.days_to_exam(learner.today),
    )
    mood = studies.mood(learner.today)
    return line_of_the_day(learner.user, learner.today, mood=mood, situation=situation)


def _begun(session: Session, user_id: UUID) -> Begun:
    return session.exec(
        select(Attempt, Curriculum)
        .join(Curriculum, col(Curriculum.key) == Attempt.curriculum_key)
        .where(Attempt.user_id == user_id, Attempt.status == "running")
        .order_by(col(Attempt.started_at).desc())
    ).all()


def _initial_items(begun: Begun, locale: str) -> tuple[TodayItem, ...]:
    return tuple(
        initial_item(attempt, text_in(curriculum.title, locale), curriculum.icon)
        for attempt, curriculum in begun
        if attempt.kind == "initial"
    )


def _locked_ahead(today: Today) -> tuple[int, ...]:
    """Numbers of the next locked days of this week: all that may be told of them."""
    this_week = [task for week, task in today.days if week.week_number == today.plan.week]
    return tuple(task.day_number for task in this_week if task.status == "locked")[:LOCKED_AHEAD]


def _blocks(session: Session, learner: _Learner, track: Track) -> tuple[BlockBar, ...]:
    mastery = mastery_by_topic(
        session, user_id=learner.user.id, topic_keys=track.topic_keys, now=learner.now
    )
    return tuple(
        BlockBar(
            title=text_in(each.course.title, learner.locale),
            icon=each.course.icon,
            color=color_at(each.course.position),
            percent=round(100 * sum(mastery[key] for key in each.topics) / len(each.topics)),
        )
        for each in track.courses
    )


def _part_of_day(hour: int) -> str:
    """Morning from 5, day from 12, evening from 18, night from 22, on the learner's clock."""
    names = {5: "morning", 12: "day", 18: "evening", 22: "night"}
    return next((name for start, name in reversed(names.items()) if hour >= start), "night")
