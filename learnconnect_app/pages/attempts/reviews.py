"""Every item of a test that was submitted, with its answer."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.views import ReviewItem
from learnconnect_app.pages.attempts.state import TestState
from learnconnect_app.ui.i18n import number, t
from learnconnect_app.ui.kit.actions import button
from learnconnect_app.ui.kit.cards import chip, section_card
from learnconnect_app.ui.kit.icons import icon
from learnconnect_app.ui.reviews import review_body

result = TestState.result


def _review(item: ReviewItem) -> rx.Component:
    status = rx.cond(
        item.is_correct,
        chip(icon("check", 14), t("test.right"), color="green"),
        rx.cond(
            item.is_answered,
            chip(icon("x", 14), t("test.wrong"), color="rose"),
            chip(t("test.unanswered"), color="amber"),
        ),
    )
    return rx.el.details(
        rx.el.summary(
            rx.el.span(number(item.position + 1), class_name="muted w-7 shrink-0 text-sm"),
            rx.el.span(item.topic, class_name="flex-1 min-w-0 font-medium leading-snug"),
            status,
            class_name="flex items-center gap-2 py-3 cursor-pointer",
        ),
        rx.el.div(review_body(item), class_name="pb-5 sm:pl-9"),
        open=(result.kind == "quiz") & ~item.is_correct,
        data_testid="review-item",
        data_correct=item.is_correct,
        class_name="border-t border-base-300 first:border-0",
    )


def reviews() -> rx.Component:
    """Every item with its answer; of a long test wrong ones first, and the others on demand."""
    left = result.kept.length() - TestState.reviews.length()
    return section_card(
        rx.cond(
            result.kept.length() > result.review.length(),
            t("test.review_long"),
            t("test.review"),
        ),
        rx.foreach(TestState.reviews, _review),
        rx.cond(
            left > 0,
            button(
                t("test.more_reviews", n=left),
                look="outline",
                on_click=TestState.show_more,
                data_testid="more-reviews",
                class_name="h-11 mt-4",
            ),
        ),
    )
