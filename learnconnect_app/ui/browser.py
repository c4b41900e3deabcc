"""Components of our own JSX: what must happen in the browser without asking the server."""

from __future__ import annotations

import reflex as rx
from reflex.event import EventHandler, passthrough_event_spec

from learnconnect_app.domain.responses import Response
from learnconnect_app.domain.views import QuestionView
from learnconnect_app.ui.js import ACTIONS, AGO, ELAPSED, FORMS, QUESTION, THEME

Answers = list[tuple[int, Response, float]]
"""Position, response and seconds of each."""


class _Theme(rx.Component):
    library = THEME


class _Action(rx.Component):
    library = ACTIONS


class ThemeButton(_Theme):
    tag = "ThemeButton"
    light: rx.Var[rx.Component]
    dark: rx.Var[rx.Component]


class LanguageButton(_Theme):
    tag = "LanguageButton"
    on_chosen: EventHandler[passthrough_event_spec(str)]


class AccountChoices(_Theme):
    """Switches this browser to the learner's language and accent when they are others."""

    tag = "AccountChoices"
    locale: rx.Var[str]
    accent: rx.Var[str]


class PageTitle(_Theme):
    tag = "PageTitle"
    text: rx.Var[str]


class Here(_Theme):
    """Its children, when the address ends in ``subject``; ``waiting`` until then."""

    tag = "Here"
    subject: rx.Var[str]
    waiting: rx.Var[rx.Component]


class SignOutButton(_Theme):
    tag = "SignOutButton"


class ServiceWorker(_Theme):
    """Has the browser keep `sw.js`, once the page is there and nothing else is to do."""

    tag = "ServiceWorker"


class Ago(rx.Component):
    """How long ago a moment was, in words; of one long ago, its time of day."""

    library = AGO
    tag = "Ago"
    at: rx.Var[int]
    """Milliseconds since 1970."""


class DialogButton(_Action):
    """Opens the dialog with the id ``target``."""

    tag = "DialogButton"
    target: rx.Var[str]


class PopoverButton(_Action):
    """Opens and closes the popover with the id ``target``, and says whether it is open."""

    tag = "PopoverButton"
    target: rx.Var[str]


class Popover(_Action):
    """Closes by Escape, by a press beside it, and by following one of its links."""

    tag = "Popover"


class Celebration(_Action):
    """Confetti each time ``at`` grows."""

    tag = "Celebration"
    at: rx.Var[int]


class Toast(_Action):
    """Shows its children for a while each time ``at`` changes."""

    tag = "Toast"
    at: rx.Var[int]


class CountUp(_Action):
    tag = "CountUp"
    value: rx.Var[int]


class Elapsed(rx.Component):
    """A clock with so many ``seconds`` on it when it was read."""

    library = ELAPSED
    tag = "Elapsed"
    seconds: rx.Var[int]
    is_running: rx.Var[bool]


class _Form(rx.Component):
    library = FORMS


class ApiForm(_Form):
    """A form that posts JSON to ``action`` and shows the answer's sentences beside its fields.

    ``after``: where to go when it was taken (an own path in ``?next=`` comes first); without it
    ``on_done`` is shown instead of the form.
    """

    tag = "ApiForm"
    action: rx.Var[str]
    after: rx.Var[str]
    extra: rx.Var[str]
    on_done: rx.Var[rx.Component]


class Field(_Form):
    tag = "Field"
    name: rx.Var[str]
    label: rx.Var[str]
    hint: rx.Var[str]
    type: rx.Var[str]
    testid: rx.Var[str]
    auto_complete: rx.Var[str]
    input_mode: rx.Var[str]
    max_length: rx.Var[int]


class SubmitButton(_Form):
    tag = "SubmitButton"
    testid: rx.Var[str]


class Question(rx.Component):
    """One question with the means to answer it, by mouse, touch and keyboard.

    An answer is sent again, with its ticket, until the ticket comes back as ``receipt``.
    """

    library = QUESTION
    tag = "Question"
    attempt: rx.Var[str]
    question: rx.Var[QuestionView]
    receipt: rx.Var[int]
    is_lost: rx.Var[bool]
    can_clear: rx.Var[bool]
    """Whether an answer may be taken back, because leaving it out is better than a wrong one."""
    on_answer: EventHandler[passthrough_event_spec(int, Response, float, int)]
    on_previous: EventHandler[rx.event.no_args_event_spec]
    on_next: EventHandler[rx.event.no_args_event_spec]


class SubmitTest(rx.Component):
    """Submits with the choices that were not confirmed yet."""

    library = QUESTION
    tag = "SubmitButton"
    alias = "SubmitTest"
    attempt: rx.Var[str]
    on_submit: EventHandler[passthrough_event_spec(Answers)]


class LostAnswers(rx.Component):
    """Says which choices never arrived; nothing when all did."""

    library = QUESTION
    tag = "LostAnswers"
    attempt: rx.Var[str]
    kept: rx.Var[tuple[str, ...]]


class Clock(rx.Component):
    """The time left of a test; ``on_over`` when it is used up, with the unconfirmed choices."""

    library = QUESTION
    tag = "Clock"
    attempt: rx.Var[str]
    seconds_left: rx.Var[int]
    deadline: rx.Var[int]
    on_over: EventHandler[passthrough_event_spec(Answers)]
