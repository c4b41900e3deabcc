"""Codes that catalogs must word, so that a missing sentence stops the build."""

from __future__ import annotations

from learnconnect_app.locales import keys

ERROR_CODES = tuple(sorted(k.removeprefix("error.") for k in keys() if k.startswith("error.")))
"""Every error that has a sentence. A test holds the codes that are raised to this list."""
