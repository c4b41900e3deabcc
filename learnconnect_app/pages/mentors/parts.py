"""Pieces of `/mentor`: who sees the learner's progress, whose they see, and visits."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.domain.mentor_views import LearnerRow, LinkView, MentorView, VisitView
from learnconnect_app.pages.mentors.rows import LIST, about, ending, row
from learnconnect_app.pages.mentors.state import MentorsState
from learnconnect_app.ui.i18n import date_text, t
from learnconnect_app.ui.kit.actions import link_button
from learnconnect_app.ui.kit.cards import empty_state, note, section_card
from learnconnect_app.ui.kit.icons import icon
from learnconnect_app.ui.mentors import AccessForm

state, view = MentorsState, MentorsState.view


def _link(each: rx.Var[LinkView]) -> rx.Component:
    ending_ = ending(
        f"end-{each.id}",
        each.label,
        t("mentors.end_link"),
        t("mentors.end_link_text"),
        t("mentors.end_link_yes"),
        state.revoke(each.id),
    )
    return row(each.label, about(each, each.until), each.shows, ending_, data_testid="share-link")


def _mentor(each: rx.Var[MentorView]) -> rx.Component:
    name = rx.cond(each.name != "", each.name, each.email)
    title = rx.cond(each.name != "", each.name + " · " + each.email, each.email)
    ending_ = ending(
        f"end-{each.id}",
        name,
        t("mentors.end_mentor", name=name),
        t("mentors.end_mentor_text"),
        t("mentors.end_mentor_yes"),
        state.end(each.id),
    )
    return row(
        title,
        about(each, each.day),
        each.shows,
        ending_,
        data_testid="mentor",
        data_state=each.state,
    )


def _ended() -> rx.Component:
    def link(each: rx.Var[LinkView]) -> rx.Component:
        return row(each.label, about(each, each.until), each.shows)

    def mentor(each: rx.Var[MentorView]) -> rx.Component:
        return row(each.email, about(each, each.day), each.shows)

    return rx.cond(
        (view.ended_links.length() > 0) | (view.ended_mentors.length() > 0),
        rx.el.details(
            rx.el.summary(t("mentors.ended")),
            rx.el.ul(
                rx.foreach(view.ended_links, link),
                rx.foreach(view.ended_mentors, mentor),
                class_name=f"{LIST} pb-2",
            ),
            class_name="sheet-part",
            data_testid="ended",
        ),
    )


def _form(key: str, content: rx.Component, name: str) -> rx.Component:
    return rx.el.details(
        rx.el.summary(t(key)),
        rx.el.div(content, class_name="pt-1 pb-4"),
        class_name="sheet-part",
        data_testid=name,
    )


def _new_link() -> rx.Component:
    form = AccessForm.create(kind="link", offered=view.offered)
    full = rx.el.p(t("mentors.full"), class_name="muted text-sm")
    return rx.fragment(form, rx.cond(view.is_full, rx.el.div(full, class_name="mt-3")))


def _new_mentor() -> rx.Component:
    unconfirmed = note(
        rx.el.p(t("mentors.unconfirmed")),
        link_button(
            t("mentors.to_confirm"),
            href="/settings#integrations",
            look="outline",
            class_name="mt-3",
        ),
        data_testid="unconfirmed",
    )
    form = AccessForm.create(kind="mail", offered=view.offered)
    return rx.cond(view.is_confirmed, form, unconfirmed)


def mine() -> rx.Component:
    """Who sees the learner's progress, and the two ways to let someone."""
    return section_card(
        t("mentors.mine"),
        rx.cond(
            (view.links.length() == 0) & (view.mentors.length() == 0),
            empty_state("shield-check", t("mentors.nobody"), t("mentors.nobody_text")),
            rx.el.ul(
                rx.foreach(view.links, _link),
                rx.foreach(view.mentors, _mentor),
                class_name=f"{LIST} mb-2",
            ),
        ),
        _form("mentors.new_link", _new_link(), "new-link"),
        _form("mentors.invite", _new_mentor(), "new-mentor"),
        _ended(),
        data_testid="who-sees",
    )


def _visit(each: rx.Var[VisitView]) -> rx.Component:
    return rx.el.li(
        rx.el.span(
            rx.el.span(each.who, class_name="font-medium"),
            rx.el.span(
                " · ",
                rx.cond(each.is_link, t("mentors.by_link"), t("mentors.by_mentor")),
                rx.cond(each.is_report, rx.fragment(" · ", t("mentors.report_taken"))),
                class_name="muted",
            ),
            class_name="min-w-0 flex-1 break-words",
        ),
        rx.el.span(
            date_text(each.day, "medium"), " ", each.time, class_name="muted text-[13px] shrink-0"
        ),
        class_name="flex items-baseline gap-3 py-2 text-sm",
        data_testid="visit",
    )


def visits() -> rx.Component:
    return section_card(
        t("mentors.visits"),
        rx.cond(
            view.visits.length() > 0,
            rx.fragment(
                rx.el.ul(rx.foreach(view.visits, _visit), class_name=LIST),
                rx.el.p(t("mentors.visits_hint"), class_name="muted text-[13px] mt-3"),
            ),
            rx.el.p(t("mentors.no_visits"), class_name="muted text-sm max-w-[60ch]"),
        ),
        data_testid="visits",
    )


def _learner(each: rx.Var[LearnerRow]) -> rx.Component:
    leaving = ending(
        f"leave-{each.id}",
        each.name,
        t("mentors.leave_title", name=each.name),
        t("mentors.leave_text"),
        t("mentors.leave"),
        state.end(each.id),
        word="mentors.leave",
    )
    look = link_button(
        t("mentors.look"),
        rx.el.span(": ", each.name, class_name="sr-only"),
        href="/mentor/" + each.id.to(str),
        class_name="h-11 shrink-0",
        data_testid="look",
    )
    since = t("mentors.since", day=date_text(each.since))
    actions = rx.el.div(look, leaving, class_name="flex gap-3 max-sm:w-full")
    return row(each.name, since, each.shows, actions, data_testid="learner")


def learners() -> rx.Component:
    return section_card(
        t("mentors.learners"),
        rx.cond(
            view.learners.length() > 0,
            rx.el.ul(rx.foreach(view.learners, _learner), class_name=LIST),
            rx.el.p(t("mentors.no_learners"), class_name="muted text-sm max-w-[60ch]"),
        ),
        data_testid="learners",
    )


def own_report() -> rx.Component:
    return section_card(
        t("mentors.report"),
        rx.el.p(t("mentors.report_text"), class_name="muted text-sm mb-4 max-w-[60ch]"),
        rx.el.a(
            icon("file-text", 18),
            t("mentors.report_get"),
            href="/api/v1/progress/report.pdf",
            download=True,
            data_testid="own-report",
            class_name="btn btn-outline border-base-300 h-11",
        ),
    )
