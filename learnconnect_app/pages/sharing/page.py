"""What a link shows of someone's progress: for anyone who has it, and only to be looked at."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.ui.mentors import SharedProgress
from learnconnect_app.ui.shell import open_page


def shared() -> rx.Component:
    return open_page(SharedProgress.create(source=""), title="shared.title")
