"""The goal wizard: which step this tab shows, what is filled in, and the suggested curriculum."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Annotated, Any

import reflex as rx
from pydantic import Field

from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.goal_views import GoalView, Option, SuggestionView
from learnconnect_app.domain.study_goals import PARTS_OF_DAY, STEPS, WEEKDAYS, Step
from learnconnect_app.services import study_goals
from learnconnect_app.services.goal_views import goal_view
from learnconnect_app.services.placements import start_placement
from learnconnect_app.services.study_goals import Target
from learnconnect_app.services.study_plans import activate
from learnconnect_app.services.study_suggestions import (
    find_price,
    keep_price,
    room_options,
)
from learnconnect_app.services.suggestion_choices import (
    take_over,
    want_course,
    want_everything,
    want_topic,
)
from learnconnect_app.services.suggestion_views import suggestion_view
from learnconnect_app.ui.base_state import ErrorView, PageState, settled, told
from learnconnect_app.ui.gate import LEARNER, Rate, handler

Key = Annotated[str, Field(max_length=60)]
StepName = Annotated[str, Field(pattern=f"^({'|'.join(STEPS)})$")]
Way = Annotated[str, Field(pattern="^(next|back|aside)$")]
Form = Annotated[dict[str, str], Field(max_length=80)]
MORE_CHANGES = 0.25
"""Seconds to wait for another change before the plan is worked out again."""


class GoalState(PageState, rx.State):
    view: GoalView = GoalView()
    step: str = ""
    """Of this tab; another one may be elsewhere."""
    problem: ErrorView = ErrorView()
    """What stands beside a field."""
    suggestion: SuggestionView = SuggestionView()
    options: tuple[Option, ...] = ()
    is_updating: bool = False
    """The suggestion shown is that of before the latest change."""
    has_options: bool = False
    """Whether the options are those of this suggestion."""
    _opened: str = ""

    def _reset_choices(self) -> None:
        self.step, self.problem, self._opened = "", settled(self.problem), ""

    async def _load(self) -> None:
        self.view = await self._read(goal_view)
        is_open = self.step in STEPS and STEPS.index(Step(self.step)) <= self.view.reached
        if not (self.view.has_draft and is_open):
            self.step = self.view.step
        if self.step == Step.SUGGESTION:
            await self._load_suggestion()
        else:
            self.suggestion, self.options = SuggestionView(), ()
            self.has_options = False

    async def _load_suggestion(self) -> None:
        """What was shown stays until the next one is ready."""
        found = await self._read(suggestion_view, opened=self._opened)
        self.is_updating = not found.is_ready and self.suggestion.is_ready
        if found.is_ready or not self.suggestion.is_ready:
            self.suggestion = found

    def _show(self, error: DomainError) -> Any:
        if not error.field:
            return super()._show(error)
        self.problem = told(error, self.problem)
        return None

    @handler(LEARNER)
    async def choose_exam(self, key: Key) -> None:
        """Show the score types of an exam."""
        await self._act(study_goals.choose_exam, curriculum_key=key)
        self.problem, self.step = settled(self.problem), Step.EXAM
        await self._refresh()

    @handler(LEARNER, rate=Rate(30, 10))
    async def leave(self, step: StepName, form: Form, way: Way) -> None:
        """Keep a step and go on; on the way back, or aside to where `go` leads, as far as it can
        be kept."""
        left = Step(step)
        if way == "next":
            await self._keep(left, form)
            self.step = left.following
        else:
            with suppress(DomainError):
                await self._keep(left, form)
            if way == "back":
                await self._go(left.before)
        self.problem = settled(self.problem)
        await self._refresh()

    async def _keep(self, step: Step, form: Form) -> None:
        match step:
            case Step.EXAM:
                await self._keep_exam(form)
            case Step.TARGET:
                await self._act(
                    study_goals.save_target,
                    target=Target(
                        form.get("target", ""),
                        form.get("target_value", ""),
                        form.get("target_name", ""),
                    ),
                    exam_day=form.get("exam_day", ""),
                )
            case Step.TIME:
                await self._act(
                    study_goals.save_time,
                    minutes=[form.get(f"minutes_{day}", "") for day in WEEKDAYS],
                    rest_weekdays=[n for n, day in enumerate(WEEKDAYS) if f"rest_{day}" in form],
                    parts_of_day=[part for part in PARTS_OF_DAY if f"part_{part}" in form],
                )
            case Step.LEARNER:
                await self._act(
                    study_goals.save_learner,
                    level=form.get("level", ""),
                    style=form.get("style", ""),
                    focus_courses=_named(form, "focus_"),
                )
            case Step.ASSESSMENT:
                await self._keep_ratings(form)

    async def _keep_exam(self, form: Form) -> None:
        if not form.get("exam") or not form.get("score"):
            raise DomainError("choose_one", "score" if form.get("exam") else "exam")
        await self._act(
            study_goals.choose_exam, curriculum_key=form["exam"], score_key=form["score"]
        )

    async def _keep_ratings(self, form: Form) -> None:
        """Without any rating the level decides, or what was measured."""
        ratings = {key: form[f"rating_{key}"] for key in _named(form, "rating_")}
        if ratings:
            await self._act(study_goals.save_ratings, ratings=ratings)
        else:
            await self._act(study_goals.skip_assessment)

    @handler(LEARNER)
    async def go(self, step: StepName) -> None:
        """To a step that was filled in before."""
        if STEPS.index(Step(step)) <= self.view.reached:
            await self._go(Step(step))
        await self._refresh()

    async def _go(self, step: Step) -> None:
        self.step = step
        if self.view.has_draft:
            await self._act(study_goals.go_to_step, step=step)

    @handler(LEARNER)
    async def discard(self) -> None:
        await self._act(study_goals.discard_draft)
        self._reset_choices()
        await self._refresh()

    @handler(LEARNER, rate=Rate(6, 10))
    async def assess(self) -> Any:
        """Begin the assessment, or go on with the one that runs."""
        attempt_id = await self._act(start_placement)
        return rx.redirect(f"/test/{attempt_id}")

    # ---- the suggestion -----------------------------------------------------------------------

    @handler(LEARNER, background=True, rate=Rate(40, 10))
    async def prepare(self) -> None:
        """Work the suggestion out; of several changes in a row, once."""
        await asyncio.sleep(MORE_CHANGES)
        found = await self._read(find_price)
        async with self:  # type: ignore[attr-defined]
            self.has_options = False
            await self._act(keep_price, found=found)
            await self._load_suggestion()
            if not self.suggestion.is_short:
                return
        options = await self._read(room_options)
        async with self:  # type: ignore[attr-defined]
            self.options, self.has_options = options, True

    @handler(LEARNER)
    async def open_course(self, key: Key) -> None:
        """Show the topics of a course, or hide them again."""
        self._opened = "" if self._opened == key else key
        await self._load_suggestion()

    @handler(LEARNER, rate=Rate(60, 10))
    async def want_topic(self, key: Key, is_wanted: bool) -> Any:
        return await self._change(want_topic, topic_key=key, is_wanted=is_wanted)

    @handler(LEARNER, rate=Rate(60, 10))
    async def want_course(self, key: Key, is_wanted: bool) -> Any:
        return await self._change(want_course, course_key=key, is_wanted=is_wanted)

    @handler(LEARNER)
    async def want_everything(self) -> Any:
        return await self._change(want_everything)

    @handler(LEARNER)
    async def take_over(self, change: Key) -> Any:
        return await self._change(take_over, change=change)

    async def _change(self, service: Any, **arguments: Any) -> Any:
        await self._act(service, **arguments)
        await self._refresh()
        return GoalState.prepare

    @handler(LEARNER, rate=Rate(6, 10))
    async def start(self) -> Any:
        """Make the draft the active plan."""
        with suppress(NotFound):  # another tab was first: its plan is in the calendar
            await self._act(activate)
        return rx.redirect("/study")


def _named(form: Form, prefix: str) -> list[str]:
    return [name.removeprefix(prefix) for name in form if name.startswith(prefix)]
