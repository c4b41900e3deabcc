"""The calendar of the study plan."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.pages.study.parts import head, without_plan
from learnconnect_app.pages.study.state import StudyState
from learnconnect_app.ui.calendar import Calendar
from learnconnect_app.ui.kit.cards import loading_page
from learnconnect_app.ui.mocks import mocks_card
from learnconnect_app.ui.shell import page

view = StudyState.view


def _calendar() -> rx.Component:
    return rx.el.div(
        head(),
        Calendar.create(
            view=view,
            panels=StudyState.panels,
            answers=StudyState.answers,
            change=StudyState.change,
            refusal=StudyState.refusal,
            rev=StudyState.rev,
            on_show=StudyState.show,
            on_turn=StudyState.turn,
            on_move=StudyState.move,
            on_make_room=StudyState.make_room,
            on_unpin=StudyState.unpin,
            on_remove=StudyState.remove,
            on_undo=StudyState.undo,
            on_own=StudyState.keep_own,
            on_begin=StudyState.begin_test,
            on_resume=StudyState.resume,
            on_panels=StudyState.open_panels,
            on_ask=StudyState.ask_what_if,
            on_take=StudyState.take_what_if,
            on_decide=StudyState.decide,
            on_take_back=StudyState.take_back,
            on_put_back=StudyState.put_topic_back,
            on_away=StudyState.begin_away,
            on_back=StudyState.end_away,
            on_pause=StudyState.pause,
            on_keep_busy=StudyState.keep_busy,
            on_drop_busy=StudyState.drop_busy,
        ),
        mocks_card(StudyState.mocks, start=StudyState.begin_mock),
        class_name="grid gap-5",
    )


def study() -> rx.Component:
    return page(
        rx.cond((view.state == "active") | (view.state == "paused"), _calendar(), without_plan()),
        title="study.title",
        state=StudyState,
        active="study",
        skeleton=loading_page(has_heading=True),
    )
