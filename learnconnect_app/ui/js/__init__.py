"""Our own JSX and the words for it, in one folder of the build so that they find each other."""

from __future__ import annotations

import json
from pathlib import Path

from learnconnect_app.locales import LOCALES, catalog, keys

HERE = Path(__file__).parent
FOLDER = Path("ui", "js")
"""In the build's folder (`.web`), which scripts import from as ``$``."""


def modules() -> dict[Path, str]:
    """What the bundle is made of beside Reflex's pages: places in the build's folder, and texts."""
    scripts = {FOLDER / path.name: path.read_text() for path in sorted(HERE.glob("*.js*"))}
    words = {FOLDER / _catalog(name): _words(name) for name in sorted(CATALOGS)}
    return scripts | words


def _words(name: str) -> str:
    """A module with the words of a catalog in both languages.

    A page imports only the catalogs whose words it uses, so words of other pages cost it nothing.
    Keys stand there once, without what they share: a tenth less to fetch.
    """
    own = sorted(key for key in keys() if key.startswith(f"{name}."))
    texts = {locale: [catalog(locale)[key] for key in own] for locale in LOCALES}
    ends = [key.removeprefix(f"{name}.") for key in own]
    given = ", ".join(json.dumps(each, ensure_ascii=False) for each in (name, ends, texts))
    return f'import {{ register }} from "./i18n.jsx";\nregister({given});\n'


def _catalog(name: str) -> str:
    return f"catalog.{name}.js"


def _imported(name: str) -> str:
    return f"$/{(FOLDER / name).as_posix()}"


def _script(name: str) -> str:
    """What a component imports. Raises ``FileNotFoundError``."""
    (HERE / name).stat()
    return _imported(name)


CATALOGS = {name: _imported(_catalog(name)) for name in {key.partition(".")[0] for key in keys()}}
I18N = _script("i18n.jsx")
OFFLINE = _script("offline.jsx")
THEME = _script("theme.jsx")
ACTIONS = _script("actions.jsx")
MEDALS = _script("medals.jsx")
CELEBRATIONS = _script("celebrations.jsx")
FORMS = _script("forms.jsx")
QUESTION = _script("question.jsx")
BOUNDARY = _script("boundary.jsx")
FIELDS = _script("fields.jsx")
TIMER = _script("timer.jsx")
NOTES = _script("notes.jsx")
WIZARD = _script("wizard.jsx")
AGO = _script("ago.jsx")
PUSH = _script("push.jsx")
PRINT = _script("print.jsx")
SEEN = _script("seen.jsx")
PWA = _script("pwa.jsx")
INSTALL_HINT = _script("install.jsx")
BREATHING = _script("breathing.jsx")
RESUME = _script("resume.jsx")
REWARDS = _script("rewards.jsx")
SHARED = _script("shared.jsx")
ACCESS = _script("access.jsx")
ELAPSED = _script("elapsed.jsx")
SETTINGS = _script("settings.jsx")
CALENDAR = _script("calendar.jsx")
FIGURE = _script("figure.jsx")
