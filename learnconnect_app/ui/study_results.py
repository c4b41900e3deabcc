"""What the result of a study plan's test adds: another explanation, nets, a range of points."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.mock_views import NetsView, SectionNet, StudyResultView, TopicHelp
from learnconnect_app.domain.views import ResourceView
from learnconnect_app.ui.i18n import number, t
from learnconnect_app.ui.kit.actions import page_link
from learnconnect_app.ui.kit.cards import note, section_card
from learnconnect_app.ui.kit.icons import icon, resource_icon
from learnconnect_app.ui.kit.rows import ROW_LINK, row_words
from learnconnect_app.ui.mocks import mock_bars


def more_time_note(study: rx.Var[StudyResultView]) -> rx.Component:
    courses = study.more_time.join(", ")
    return rx.cond(
        study.more_time.length() > 0,
        note(
            rx.cond(
                study.is_more_time_proposed,
                t("results.more_time_proposed", courses=courses),
                t("results.more_time", courses=courses),
            ),
            " ",
            page_link(t("results.see_plan"), href="/study", class_name="underline font-semibold"),
            symbol="timer",
            color="violet",
            data_testid="more-time",
        ),
    )


def _resource(resource: rx.Var[ResourceView]) -> rx.Component:
    return rx.el.li(
        rx.el.a(
            rx.el.span(
                resource_icon(resource.kind),
                class_name="hued hue-violet size-10 rounded-xl grid place-items-center shrink-0",
            ),
            row_words(
                resource.title,
                rx.fragment(resource.host, " · ", t("common.minutes", n=resource.minutes)),
            ),
            href=resource.url,
            target="_blank",
            rel="noopener noreferrer",
            data_testid="resource",
            data_kind=resource.kind,
            class_name=ROW_LINK,
        )
    )


def _help(topic: rx.Var[TopicHelp]) -> rx.Component:
    return rx.el.li(
        page_link(topic.title, href=topic.lesson_href, class_name="heading hover:underline"),
        rx.el.ul(rx.foreach(topic.resources, _resource), class_name="grid gap-2 mt-3"),
        rx.el.details(
            rx.el.summary(
                icon("chevron-right", 16, class_name="muted group-open:rotate-90"),
                t("results.summary"),
                class_name="cursor-pointer font-semibold text-sm min-h-11 flex items-center gap-2",
            ),
            rx.el.div(rx.html(topic.summary_html), class_name="prose text-sm pb-2"),
            class_name="group mt-1",
        ),
        data_testid="help",
    )


def explanations(study: rx.Var[StudyResultView]) -> rx.Component:
    """After a failed quiz: the weak topics told in another way."""
    return rx.cond(
        study.helps.length() > 0,
        section_card(
            t("results.explanation"),
            rx.el.p(t("results.explanation_text"), class_name="muted text-sm mb-4"),
            rx.el.ul(rx.foreach(study.helps, _help), class_name="grid gap-6"),
            id="explanation",
            data_testid="explanation",
            class_name="scroll-mt-4",
        ),
    )


def _cell(value: rx.Var, class_name: str = "") -> rx.Component:
    return rx.el.td(value, class_name=f"text-right tabular-nums py-2.5 pl-3 {class_name}")


def _section(section: rx.Var[SectionNet]) -> rx.Component:
    return rx.el.tr(
        rx.el.th(section.title, scope="row", class_name="text-left font-medium py-2.5"),
        _cell(section.right.to(str)),
        _cell(section.wrong.to(str)),
        _cell(section.blank.to(str)),
        _cell(number(section.net), "font-bold"),
        class_name="border-t border-base-300",
    )


def _points(nets: rx.Var[NetsView]) -> rx.Component:
    """The range on the line from the fewest points to the most."""
    span = nets.most - nets.least
    return rx.el.div(
        rx.el.div(
            rx.el.h3(t("results.points", score=nets.score_title), class_name="font-semibold"),
            rx.el.span(
                rx.el.span(nets.low.to(str), "–", nets.high.to(str)),
                data_testid="score-range",
                data_low=nets.low,
                data_high=nets.high,
                class_name="text-lg font-bold tabular-nums",
            ),
            class_name="flex items-baseline justify-between gap-3",
        ),
        rx.el.div(
            rx.el.div(
                class_name="absolute inset-y-0 rounded-full bg-[var(--bar-violet)]",
                style={
                    "left": ((nets.low - nets.least) * 100 / span).to(str) + "%",
                    "width": ((nets.high - nets.low) * 100 / span).to(str) + "%",
                },
            ),
            aria_hidden="true",
            class_name="relative h-2.5 rounded-full bg-[var(--track)] mt-3",
        ),
        rx.el.div(
            rx.el.span(nets.least.to(str)),
            rx.el.span(nets.most.to(str)),
            aria_hidden="true",
            class_name="flex justify-between muted text-xs mt-1",
        ),
        rx.el.p(t("results.points_text"), class_name="muted text-[13px] mt-2"),
        class_name="mt-6",
    )


def nets_card(nets: rx.Var[NetsView]) -> rx.Component:
    """Nets by section as in the exam, the range of points, and the mocks so far."""
    head = (
        t("results.section"),
        t("test.right"),
        t("test.wrong"),
        t("test.blank"),
        t("results.net"),
    )
    return section_card(
        t("results.nets"),
        rx.el.div(
            rx.el.table(
                rx.el.thead(
                    rx.el.tr(
                        *(
                            rx.el.th(
                                each,
                                scope="col",
                                class_name="muted text-[13px] font-semibold pb-2 "
                                + ("text-right pl-3" if n else "text-left"),
                            )
                            for n, each in enumerate(head)
                        )
                    )
                ),
                rx.el.tbody(rx.foreach(nets.sections, _section)),
                class_name="w-full text-sm",
            ),
            class_name="overflow-x-auto",
            tab_index=0,
        ),
        rx.cond(
            nets.wrong_for_a_right > 0,
            rx.el.p(
                t("results.penalty", n=nets.wrong_for_a_right), class_name="muted text-[13px] mt-2"
            ),
        ),
        rx.cond(
            nets.left_out.length() > 0,
            rx.el.p(
                t("results.mock_missing", sections=nets.left_out.join(", ")),
                class_name="muted text-[13px] mt-2",
            ),
        ),
        rx.cond(nets.high > 0, _points(nets)),
        rx.cond(
            nets.not_measured.length() > 0,
            rx.el.p(
                t("results.not_measured", sections=nets.not_measured.join(", ")),
                class_name="muted text-[13px] mt-2",
            ),
        ),
        rx.cond(
            nets.history.length() > 1,
            rx.el.div(
                rx.el.h3(t("results.mock_history"), class_name="font-semibold mb-3"),
                mock_bars(nets.history),
                class_name="mt-6",
            ),
        ),
        data_testid="nets",
    )
