"""What a learner writes of a session: how they feel, and notes that keep themselves."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.pages.lessons.state import LessonState
from learnconnect_app.ui.i18n import date_text, t, t_of
from learnconnect_app.ui.kit.fields import described_by
from learnconnect_app.ui.kit.icons import icon, icon_of
from learnconnect_app.ui.lessons import SavedNotes
from learnconnect_app.ui.messages import ERROR_CODES

view = LessonState.view
written = view.journal
MOODS = {
    "excited": "zap",
    "focused": "brain-circuit",
    "tired": "moon-star",
    "demotivated": "cloud",
}
"""With their icons of `assets/icons.svg`."""


def field_error(field: str) -> rx.Component:
    problem = LessonState.problem
    return rx.el.span(
        rx.cond(
            problem.field == field,
            rx.el.span(
                t_of("error", problem.code, ERROR_CODES, params=problem.params),
                role="alert",
                data_testid="form-error",
                class_name="text-error font-medium",
            ),
        ),
        id=described_by(field),
    )


def choices(
    name: str, label: Any, chosen: rx.Var[str], options: dict[str, rx.Component], words: Any
) -> rx.Component:
    """One of a few, as native radios; ``words(code)`` are the label and the handler."""
    return rx.el.fieldset(
        rx.el.legend(label, class_name="text-sm font-semibold mb-2"),
        rx.el.div(
            *(
                rx.el.label(
                    rx.el.input(
                        type="radio",
                        name=name,
                        value=code,
                        checked=chosen == code,
                        on_change=words(code)[1],
                        class_name="sr-only",
                    ),
                    sign,
                    words(code)[0],
                    data_testid=f"{name}-{code}",
                    class_name="pill px-1",
                )
                for code, sign in options.items()
            ),
            class_name="grid grid-cols-4 gap-2",
        ),
    )


def journal() -> rx.Component:
    """Nothing when there is no session to write about."""
    return rx.fragment(rx.cond(written.id != "", rx.fragment(_mood(), _notes())), _earlier())


def _mood() -> rx.Component:
    return rx.el.div(
        choices(
            "mood",
            t("lessons.mood"),
            written.mood,
            {code: icon_of(rx.Var.create(symbol), 18) for code, symbol in MOODS.items()},
            lambda code: (
                t(f"lessons.mood_code.{code}"),
                LessonState.choose_mood(written.id, code),
            ),
        ),
        rx.el.p(
            rx.match(
                written.mood,
                ("tired", t("lessons.mood_kind.tired")),
                ("demotivated", t("lessons.mood_kind.demotivated")),
                "",
            ),
            role="status",
            class_name="muted text-[13px] mt-2 empty:hidden",
        ),
    )


def _notes() -> rx.Component:
    return rx.el.div(
        rx.el.label(
            t("lessons.notes"), html_for="notes", class_name="block text-sm font-semibold mb-1.5"
        ),
        SavedNotes.create(
            field_error("notes"),
            about=written.id,
            value=written.notes,
            receipt=LessonState.receipt,
            refused=LessonState.refused,
            on_save=lambda about, text, ticket: LessonState.write_notes(about, text, ticket),
            id="notes",
            key=written.id,
            class_name="field !h-auto !py-3 min-h-24 block",
            custom_attrs={
                "rows": 3,
                "placeholder": t("lessons.notes_hint"),
                "aria-describedby": described_by("notes"),
                "data-testid": "notes",
            },
        ),
    )


def _earlier() -> rx.Component:
    return rx.cond(view.earlier_notes.length() > 0, _earlier_notes())


def _earlier_notes() -> rx.Component:
    return rx.el.details(
        rx.el.summary(
            icon("notebook-text", 16),
            t("lessons.earlier_notes"),
            icon("chevron-down", 16, class_name="ml-auto muted"),
            class_name="flex items-center gap-2 text-sm font-semibold cursor-pointer min-h-11",
        ),
        rx.el.ul(
            rx.foreach(
                view.earlier_notes,
                lambda each: rx.el.li(
                    rx.el.span(date_text(each.day), class_name="muted text-[13px] block"),
                    rx.el.p(each.text, class_name="whitespace-pre-wrap break-words"),
                ),
            ),
            class_name="grid gap-3",
        ),
    )
