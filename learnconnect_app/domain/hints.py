"""Hints that are given when the moment fits, until the learner puts them away, for good."""

from __future__ import annotations

INSTALL = "install"
"""That the app can be on the home screen. It fits when everything of a day is done."""

HINTS = (INSTALL,)
