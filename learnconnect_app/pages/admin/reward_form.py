"""The form of a reward: what every kind has, what its kind asks for, and its codes."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.domain.looks import FRAMES, THEMES
from learnconnect_app.domain.reward_forms import LANGUAGES, LONGEST
from learnconnect_app.domain.rewards import GENERATED, POOL, Kind
from learnconnect_app.pages.admin.state import AdminState
from learnconnect_app.ui.i18n import t, t_of
from learnconnect_app.ui.kit.actions import button
from learnconnect_app.ui.kit.fields import SELECT, described_by, labelled, text_input

state, form, problem = AdminState, AdminState.form, AdminState.problem
given = AdminState.form.given
KINDS = tuple(str(kind) for kind in Kind)
FIELD_CODES = (
    *("reward_text_missing", "reward_text_long", "reward_number", "reward_choice"),
    *("reward_prefix", "reward_day", "reward_days_turned", "codes_none", "codes_many"),
    *("codes_long", "reference_unknown", "refund_used"),
)
SMALL = "btn-sm h-10"


def _error(field: str) -> rx.Var[str]:
    sentence = t_of("error", problem.code, FIELD_CODES, params=problem.params)
    return rx.cond(problem.field == field, sentence, "")


def field_of(name: str, *, hint: Any = None, **props: Any) -> rx.Component:
    control = text_input(
        name,
        is_wrong=problem.field == name,
        default_value=given[name].to(str),
        data_testid=f"reward-{name}",
        **props,
    )
    return labelled(name, t(f"shop.{name}"), control, hint=hint, error=_error(name))


def _number(name: str, *, hint: Any = None) -> rx.Component:
    return field_of(name, hint=hint, input_mode="numeric", max_length=9)


def _choice(name: str, words: dict[str, Any], **props: Any) -> rx.Component:
    control = rx.el.select(
        rx.el.option(t("shop.choose"), value=""),
        *(rx.el.option(text, value=value) for value, text in words.items()),
        id=name,
        name=name,
        default_value=given[name].to(str),
        aria_describedby=described_by(name),
        class_name=SELECT,
        data_testid=f"reward-{name}",
        **props,
    )
    return labelled(name, t(f"shop.{name}"), control, error=_error(name))


def _value() -> rx.Component:
    """What its kind asks for."""
    sources = {POOL: t("shop.source_pool"), GENERATED: t("shop.source_generated")}
    themes = {look: t(f"rewards.look.{look}") for look in THEMES}
    frames = {look: t(f"rewards.look.{look}") for look in FRAMES}
    return rx.match(
        form.kind,
        (
            Kind.CODE.value,
            rx.fragment(
                _choice("source", sources, on_change=state.choose_source),
                rx.cond(state.source == GENERATED, field_of("prefix", max_length=12)),
            ),
        ),
        (Kind.PREMIUM_DAYS.value, _number("days")),
        (Kind.THEME.value, _choice("theme", themes)),
        (Kind.FRAME.value, _choice("frame", frames)),
        rx.fragment(),
    )


def _texts() -> rx.Component:
    return rx.el.div(
        *(
            field_of(f"{name}_{language}", max_length=LONGEST[name], lang=language)
            for name in LONGEST
            for language in LANGUAGES
        ),
        class_name="grid gap-4 sm:grid-cols-2",
    )


def _limits() -> rx.Component:
    no_limit = t("shop.no_limit")
    can_expire = (
        (form.kind == Kind.CODE.value)
        | (form.kind == Kind.THEME.value)
        | (form.kind == Kind.FRAME.value)
    )
    return rx.el.div(
        _number("cost"),
        _value(),
        rx.cond(state.source != POOL, _number("stock", hint=no_limit)),
        _number("per_learner", hint=no_limit),
        rx.cond(can_expire, _number("valid_days", hint=no_limit)),
        field_of("first_day", hint=no_limit, type="date"),
        field_of("last_day", hint=no_limit, type="date"),
        rx.el.input(type="hidden", name="stock_was", default_value=given["stock_was"].to(str)),
        class_name="grid gap-4 sm:grid-cols-2 lg:grid-cols-3",
    )


def _codes() -> rx.Component:
    """Of a list of codes; those of a reward that makes them up are only shown."""
    pasted = rx.el.form(
        labelled(
            "codes",
            t("shop.codes"),
            rx.el.textarea(
                id="codes",
                name="codes",
                rows="5",
                spell_check=False,
                aria_describedby=described_by("codes"),
                data_testid="reward-codes",
                class_name="field font-mono text-sm",
            ),
            hint=t("shop.codes_text"),
            error=_error("codes"),
        ),
        rx.el.div(
            button(
                t("shop.codes_add"),
                look="soft",
                type="submit",
                data_testid="add-codes",
                class_name=SMALL,
            ),
            rx.el.span(
                rx.cond(
                    state.added.added + state.added.doubles > 0,
                    rx.fragment(
                        t("shop.codes_added", n=state.added.added),
                        rx.cond(
                            state.added.doubles > 0,
                            rx.fragment(" · ", t("shop.codes_doubles", n=state.added.doubles)),
                        ),
                    ),
                ),
                role="status",
                data_testid="codes-added",
                data_added=state.added.added,
                data_doubles=state.added.doubles,
                class_name="text-sm font-semibold",
            ),
            class_name="flex flex-wrap items-center gap-3 mt-2",
        ),
        on_submit=state.add_codes,
        reset_on_submit=False,
        no_validate=True,
    )
    taken = rx.el.details(
        rx.el.summary(t("shop.codes_given"), class_name="font-semibold cursor-pointer min-h-11"),
        rx.el.ul(
            rx.foreach(form.codes, lambda code: rx.el.li(rx.el.code(code))),
            class_name="grid gap-1 sm:grid-cols-2 max-h-56 overflow-y-auto",
        ),
    )
    return rx.el.div(
        rx.cond(given["source"].to(str) == POOL, pasted),
        rx.cond(form.codes.length() > 0, taken),
        class_name="grid gap-4 mt-5 pt-5 border-t border-base-300",
    )


def reward_form() -> rx.Component:
    return rx.el.div(
        rx.el.form(
            rx.el.h3(
                rx.cond(
                    form.id == "",
                    t("shop.new_of", kind=t_of("shop.kind", form.kind, KINDS)),
                    t("shop.change"),
                ),
                class_name="heading",
            ),
            _texts(),
            _limits(),
            rx.el.div(
                button(
                    t("common.save"), type="submit", data_testid="save-reward", class_name=SMALL
                ),
                button(
                    t("common.close"), look="quiet", on_click=state.close_reward, class_name=SMALL
                ),
                class_name="flex gap-2",
            ),
            on_submit=state.save_reward,
            no_validate=True,
            class_name="grid gap-4",
        ),
        rx.cond((form.kind == Kind.CODE.value) & (form.id != ""), _codes()),
        key=form.kind + form.id,
        data_testid="reward-form",
        class_name="rise rounded-2xl border border-base-300 p-4 sm:p-5 mb-4",
    )
