"""Components of our own JSX for the resume page. Their words are of the catalog ``resume``."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.ui.js import RESUME


class ResumeForm(rx.Component):
    """Sends a file or pasted text to be read for ``role``, as before or after the plan."""

    library = RESUME
    tag = "ResumeForm"
    role: rx.Var[str]
    next_stage: rx.Var[str]


class CopyButton(rx.Component):
    library = RESUME
    tag = "CopyButton"
    text: rx.Var[str]
