"""Words in the browser: ``t("home.greeting", name=State.name)`` is a Var in the learner's language.

The catalogs are compiled into JS modules, so a switch of language is felt at once and works
offline. A key that a catalog lacks stops the build.
"""

from __future__ import annotations

from collections.abc import Iterable

import reflex as rx
from reflex.vars import VarData
from reflex_base.utils.imports import ImportVar

from learnconnect_app.locales import keys
from learnconnect_app.ui.js import CATALOGS, I18N

LATER = frozenset({"error"})
"""Catalogs that no page brings along: `i18n.jsx` fetches them when a word of theirs is shown."""


def _uses(hook: str, name: str, catalog: str = "") -> VarData:
    """What a component needs that calls a hook of ours: its import, and that of its words."""
    is_brought = catalog and catalog not in LATER
    words = {"": [ImportVar(tag=CATALOGS[catalog])]} if is_brought else {}
    return VarData(
        imports={I18N: [ImportVar(tag=hook)], **words},
        hooks={f"const {name} = {hook}()": None},
    )


def _call(function: str, uses: VarData, arguments: Iterable[rx.Var]) -> rx.Var[str]:
    listed = list(arguments)
    data = VarData.merge(uses, *(each._get_all_var_data() for each in listed))
    expression = f"{function}({', '.join(str(each) for each in listed)})"
    return rx.Var(_js_expr=expression, _var_type=str, _var_data=data).guess_type()


def _values(values: dict[str, object]) -> list[rx.Var]:
    return [rx.Var.create(values)] if values else []


def t(key: str, **values: object) -> rx.Var[str]:
    """The message of ``key``; a key without messages raises ``KeyError``, which stops the build.

    So does one of ``LATER``: a page that always shows it would always fetch all of them.
    """
    catalog = key.partition(".")[0]
    if key not in keys():
        raise KeyError(f"no message {key}")
    if catalog in LATER:
        raise KeyError(f"{key} is for what is rarely shown: use t_of, or another catalog")
    uses = _uses("useT", "lc_t", catalog)
    return _call("lc_t", uses, [rx.Var.create(key), *_values(values)])


def t_of(
    prefix: str,
    code: rx.Var[str],
    codes: Iterable[str],
    params: rx.Var | None = None,
    **values: object,
) -> rx.Var[str]:
    """The message of ``prefix.code`` for a code known at run time, one of ``codes`` (or empty).

    Its values are named, or come together in ``params``.
    """
    missing = [c for c in codes if c and f"{prefix}.{c}" not in keys()]
    if missing:
        raise KeyError(f"no messages {prefix}.{missing}")
    key = rx.Var.create(f"{prefix}.") + code.to(str)
    uses = _uses("useT", "lc_t", prefix.partition(".")[0])
    return _call("lc_t", uses, [key, *([params] if params is not None else _values(values))])


_FORMAT = _uses("useFormat", "lc_f")


def percent(value: object) -> rx.Var[str]:
    """52 as ``52%`` or ``%52``."""
    return _call("lc_f.percent", _FORMAT, [rx.Var.create(value)])


def number(value: object) -> rx.Var[str]:
    return _call("lc_f.number", _FORMAT, [rx.Var.create(value)])


def date_text(day: object, style: str = "medium") -> rx.Var[str]:
    """An ISO study day as long (Saturday 21 November), medium, weekday or narrow."""
    return _call("lc_f.date", _FORMAT, [rx.Var.create(day), rx.Var.create(style)])
