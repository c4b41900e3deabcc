"""The shop as operators keep it: every reward, and points given back."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.reward_views import ENDLESS, OfferRow
from learnconnect_app.pages.admin.reward_form import KINDS, SMALL, field_of, reward_form
from learnconnect_app.pages.admin.state import AdminState
from learnconnect_app.ui.i18n import t, t_of
from learnconnect_app.ui.kit.actions import button
from learnconnect_app.ui.kit.cards import chip, empty_state, section_card
from learnconnect_app.ui.kit.fields import saved_mark

state, form = AdminState, AdminState.form


def _row(row: OfferRow) -> rx.Component:
    standing = rx.cond(
        row.is_over,
        chip(t("shop.state_over"), color="amber"),
        rx.cond(
            row.is_offered,
            chip(t("shop.state_on"), color="green"),
            chip(t("shop.state_off"), color="orange"),
        ),
    )
    return rx.el.li(
        rx.el.div(
            rx.el.div(
                rx.el.span(row.title, class_name="font-semibold"),
                standing,
                class_name="flex flex-wrap items-center gap-2",
            ),
            rx.el.p(
                t_of("shop.kind", row.kind, KINDS),
                " · ",
                t("rewards.cost", n=row.cost),
                rx.cond(row.left != ENDLESS, rx.fragment(" · ", t("shop.left", n=row.left))),
                " · ",
                rx.cond(
                    row.redeemed > 0,
                    t("shop.redeemed", n=row.redeemed),
                    t("shop.not_redeemed"),
                ),
                class_name="muted text-sm",
            ),
            class_name="grid gap-1 min-w-0 flex-1",
        ),
        rx.el.div(
            button(
                t("shop.change"),
                look="soft",
                on_click=state.edit_reward(row.id),
                data_testid="edit-reward",
                class_name=SMALL,
            ),
            button(
                rx.cond(row.is_offered, t("shop.stop"), t("shop.offer")),
                look="quiet",
                on_click=state.offer_reward(row.id, ~row.is_offered),
                data_testid="offer-reward",
                class_name=SMALL,
            ),
            class_name="flex flex-wrap gap-2",
        ),
        data_testid="offer-row",
        class_name="grid sm:flex items-center gap-3 py-3.5 border-t border-base-300 first:border-0",
    )


def _refund() -> rx.Component:
    return rx.el.form(
        rx.el.h3(t("shop.refund"), class_name="heading mb-3"),
        rx.el.div(
            field_of("reference", hint=t("shop.refund_text"), max_length=20, auto_complete="off"),
            class_name="max-w-xl",
        ),
        rx.el.div(
            button(
                t("shop.refund"),
                look="soft",
                type="submit",
                data_testid="refund",
                class_name=SMALL,
            ),
            rx.el.span(
                rx.cond(state.refunded > 0, t("shop.refunded"), ""),
                role="status",
                data_testid="refunded",
                data_count=state.refunded,
                class_name="text-sm font-semibold text-success",
            ),
            class_name="flex items-center gap-3 mt-3",
        ),
        on_submit=state.refund,
        no_validate=True,
        class_name="mt-5 pt-5 border-t border-base-300",
    )


def rewards() -> rx.Component:
    kinds = (
        button(
            t(f"shop.kind.{kind}"),
            look="outline",
            on_click=state.new_reward(kind),
            data_testid=f"new-{kind}",
            class_name=SMALL,
        )
        for kind in KINDS
    )
    return section_card(
        t("shop.title"),
        rx.el.p(t("shop.text"), class_name="muted mb-4 max-w-[70ch]"),
        rx.el.div(
            rx.el.span(t("shop.new"), class_name="font-semibold text-sm"),
            *kinds,
            class_name="flex flex-wrap items-center gap-2 mb-4",
        ),
        rx.cond(form.kind != "", reward_form()),
        rx.cond(
            state.offers.rows.length() > 0,
            rx.el.ul(rx.foreach(state.offers.rows, _row)),
            empty_state("gift", t("shop.none"), t("shop.none_text")),
        ),
        _refund(),
        aside=saved_mark(state.saved),
        data_testid="rewards",
    )
