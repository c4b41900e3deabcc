"""Our own JSX and the catalogs compiled for it, in one folder so that they find each other."""

from __future__ import annotations

import json
from pathlib import Path

import reflex as rx

from learnconnect_app.locales import LOCALES, catalog, keys

HERE = Path(__file__).parent


def write_catalogs() -> list[str]:
    """Compile each catalog file to a module with both languages; the names of all of them.

    A page imports only the catalogs whose words it uses, so words of other pages cost it nothing.
    Files are left untouched when nothing changed.
    """
    names = sorted({key.partition(".")[0] for key in keys()})
    for name in names:
        texts = {
            locale: {k: v for k, v in catalog(locale).items() if k.startswith(f"{name}.")}
            for locale in LOCALES
        }
        module = (
            'import { register } from "./i18n.jsx";\n'
            f"register({json.dumps(texts, ensure_ascii=False, sort_keys=True)});\n"
        )
        path = HERE / f"catalog.{name}.js"
        if not path.exists() or path.read_text() != module:
            path.write_text(module)
    return names


CATALOGS = {
    name: rx.asset(f"catalog.{name}.js", shared=True).importable_path for name in write_catalogs()
}
I18N = rx.asset("i18n.jsx", shared=True).importable_path
THEME = rx.asset("theme.jsx", shared=True).importable_path
ACTIONS = rx.asset("actions.jsx", shared=True).importable_path
FORMS = rx.asset("forms.jsx", shared=True).importable_path
rx.asset("answers.jsx", shared=True)  # imported by question.jsx
QUESTION = rx.asset("question.jsx", shared=True).importable_path
BOUNDARY = rx.asset("boundary.jsx", shared=True).importable_path
FIELDS = rx.asset("fields.jsx", shared=True).importable_path
TIMER = rx.asset("timer.jsx", shared=True).importable_path
NOTES = rx.asset("notes.jsx", shared=True).importable_path
WIZARD = rx.asset("wizard.jsx", shared=True).importable_path
AGO = rx.asset("ago.jsx", shared=True).importable_path
rx.asset("push_browser.jsx", shared=True)  # imported by push.jsx
PUSH = rx.asset("push.jsx", shared=True).importable_path
PRINT = rx.asset("print.jsx", shared=True).importable_path
ELAPSED = rx.asset("elapsed.jsx", shared=True).importable_path
rx.asset("connections.jsx", shared=True)  # imported by settings.jsx
SETTINGS = rx.asset("settings.jsx", shared=True).importable_path
CALENDAR_PARTS = (
    *("away", "bar", "days", "drag", "month", "more"),
    *("panels", "sheets", "timeline", "words"),
)
for part in CALENDAR_PARTS:
    rx.asset(f"calendar_{part}.jsx", shared=True)  # imported by calendar.jsx
CALENDAR = rx.asset("calendar.jsx", shared=True).importable_path
