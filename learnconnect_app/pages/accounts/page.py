"""Register, sign in, forgotten and new password."""

from __future__ import annotations

from typing import Any

import reflex as rx

from learnconnect_app.ui.browser import ApiForm, Field, SubmitButton
from learnconnect_app.ui.i18n import t
from learnconnect_app.ui.kit.actions import page_link
from learnconnect_app.ui.kit.cards import card, empty_state
from learnconnect_app.ui.kit.icons import icon
from learnconnect_app.ui.shell import open_page

LINK = "font-semibold text-[var(--ink-violet)] underline-offset-4 hover:underline"


def field(name: str, **props: Any) -> rx.Component:
    hint = {"hint": t(f"auth.{props.pop('hint')}")} if "hint" in props else {}
    return Field.create(
        name=name,
        label=t(f"auth.{name}"),
        testid=name.replace("_", "-"),
        type=props.pop("type", "text"),
        **hint,
        **props,
    )


def submit(text: str) -> rx.Component:
    return SubmitButton.create(
        t(text), testid="submit", class_name="btn btn-primary h-12 w-full text-base mt-2"
    )


def frame(title: str, text: str, form: rx.Component, *below: Any) -> rx.Component:
    return open_page(
        rx.el.div(
            rx.el.div(
                rx.el.h1(t(title), class_name="display"),
                rx.el.p(t(text), class_name="muted mt-2"),
                class_name="mb-6",
            ),
            card(form),
            rx.el.div(*below, class_name="muted text-sm mt-5 grid gap-2 justify-items-center"),
            class_name="max-w-md mx-auto pt-4 sm:pt-10",
        ),
        title=title,
    )


def login() -> rx.Component:
    form = ApiForm.create(
        field("email", type="email", auto_complete="username", input_mode="email"),
        field("password", type="password", auto_complete="current-password"),
        submit("auth.login_submit"),
        action="/api/v1/auth/login",
        after="/home",
        class_name="grid gap-4",
    )
    return frame(
        "auth.login_title",
        "auth.login_text",
        form,
        page_link(
            t("auth.forgotten"), href="/forgot-password", class_name=f"{LINK} inline-block py-0.5"
        ),
        rx.el.p(
            t("auth.no_account"),
            " ",
            page_link(t("auth.register_link"), href="/register", class_name=LINK),
        ),
    )


def register() -> rx.Component:
    form = ApiForm.create(
        field("display_name", auto_complete="given-name", max_length=60),
        field("email", type="email", auto_complete="username", input_mode="email"),
        field("password", type="password", auto_complete="new-password", hint="password_hint"),
        field("birth_year", input_mode="numeric", hint="birth_year_hint", max_length=4),
        submit("auth.register_submit"),
        action="/api/v1/auth/register",
        after="/home",
        extra="place",
        class_name="grid gap-4",
    )
    return frame(
        "auth.register_title",
        "auth.register_text",
        form,
        rx.el.p(
            t("auth.have_account"),
            " ",
            page_link(t("auth.login_link"), href="/login", class_name=LINK),
        ),
    )


def forgot_password() -> rx.Component:
    sent = empty_state("mail-check", t("auth.sent_title"), t("auth.sent_text"))
    form = ApiForm.create(
        field("email", type="email", auto_complete="username", input_mode="email"),
        submit("auth.forgot_submit"),
        action="/api/v1/auth/forgot-password",
        on_done=sent,
        class_name="grid gap-4",
    )
    back = page_link(
        icon("arrow-left", 16),
        t("auth.back_to_login"),
        href="/login",
        class_name=f"inline-flex items-center gap-1.5 {LINK}",
    )
    return frame("auth.forgot_title", "auth.forgot_text", form, back)


def reset_password() -> rx.Component:
    done = empty_state(
        "circle-check-big",
        t("auth.reset_done_title"),
        t("auth.reset_done_text"),
        page_link(t("auth.login_link"), href="/login", class_name="btn btn-primary"),
    )
    form = ApiForm.create(
        field("password", type="password", auto_complete="new-password", hint="password_hint"),
        submit("auth.reset_submit"),
        action="/api/v1/auth/reset-password",
        extra="token",
        on_done=done,
        class_name="grid gap-4",
    )
    ask_again = page_link(t("auth.ask_again"), href="/forgot-password", class_name=LINK)
    return frame("auth.reset_title", "auth.reset_text", form, ask_again)
