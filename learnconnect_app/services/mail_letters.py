"""What a mail says: heading, sentences, one button, and why it came."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from learnconnect_app.domain.outbox import DIGEST, TEST
from learnconnect_app.domain.reminders import PUSH_ORDER, is_rule, rule_of
from learnconnect_app.domain.unsubscribing import ALL_MAIL
from learnconnect_app.locales import message
from learnconnect_app.models import OutboxMessage
from learnconnect_app.services.mail_reports import ReportPart, report_part
from learnconnect_app.services.reminder_words import words_of

ACCOUNT_KINDS = ("password_reset", "email_confirmation", "email_change")
"""Mails that someone has asked for at this moment: they have no way out."""
INVITATION = "mentor_invitation"
"""Goes to an address that someone else has named: it has no way out, and nothing follows it."""
PATHS = {
    DIGEST: "/notifications",
    TEST: "/settings#integrations",
    "password_reset": "/forgot-password",
    "email_confirmation": "/settings#integrations",
    "email_change": "/settings#account",
    INVITATION: "/mentor",
}
"""Where the button of a mail leads that is none of a rule."""
FEET = {
    "reminder": ("settings", "/settings#reminders"),
    DIGEST: ("settings", "/settings#reminders"),
    INVITATION: ("about", "/"),
}
"""The last link of a mail and where it leads, by why it came; else the account's settings."""


@dataclass(frozen=True)
class Link:
    label: str
    url: str


@dataclass(frozen=True)
class Note:
    """One reminder among several."""

    title: str
    text: str
    link: Link
    report: ReportPart | None = None


@dataclass(frozen=True)
class Letter:
    locale: str
    subject: str
    preheader: str
    """Shown after the subject in lists of mails."""
    heading: str
    text: str
    """Empty in a digest: its notes say everything."""
    action: Link
    notes: tuple[Note, ...]
    report: ReportPart | None
    address_note: str
    """Said before the button's address where that is written out too; else empty."""
    why: str
    """Why this mail came."""
    settings: Link
    way_out: Link | None


def unsubscribed_rule(kind: str) -> str | None:
    """What ends with a mail of this kind; None when it always comes."""
    if kind == DIGEST:
        return ALL_MAIL
    if kind in (TEST, INVITATION) or kind in ACCOUNT_KINDS:
        return None
    return None if rule_of(kind).is_about_safety else kind


def letter_of(row: OutboxMessage, site: str, way_out: str) -> Letter:
    """Raises KeyError or ValueError for what the catalogs do not know."""
    if row.kind == DIGEST:
        return _digest(row, site, way_out)
    if is_rule(row.kind):
        note = _reminder(row.locale, row.kind, row.about, row.params, site)
    else:
        note = _other(row.locale, row.kind, row.params, site)
    return _letter(row, site, way_out, note)


def _digest(row: OutboxMessage, site: str, way_out: str) -> Letter:
    """What is to be done comes before what is good to know, as in pushes."""
    items = sorted(row.params["items"], key=lambda item: PUSH_ORDER.index(item["kind"]))
    notes = tuple(
        _reminder(row.locale, item["kind"], item.get("about", ""), item["params"], site)
        for item in items
    )
    first, rest = notes[0], notes[1:]
    if not rest:
        return _letter(row, site, way_out, first)
    subject = message(row.locale, "mail.digest.subject", title=first.title, n=len(rest))
    path = row.params.get("path") or PATHS[DIGEST]
    action = Link(message(row.locale, "mail.digest.action"), _url(site, path))
    return replace(
        _letter(row, site, way_out, Note(subject, "", action)),
        preheader=" · ".join(note.title for note in rest),
        heading=message(row.locale, "mail.digest.heading", n=len(notes)),
        notes=notes,
    )


def _letter(row: OutboxMessage, site: str, way_out: str, note: Note) -> Letter:
    def said(key: str) -> str:
        return message(row.locale, f"mail.footer.{key}")

    reason = _reason(row.kind)
    foot, foot_path = FEET.get(reason, ("account", "/settings"))
    return Letter(
        locale=row.locale,
        subject=" ".join(note.title.split()),
        preheader=note.text,
        heading=note.title,
        text=note.text,
        action=note.link,
        notes=(),
        report=note.report,
        address_note=said("address") if row.kind in (*ACCOUNT_KINDS, INVITATION) else "",
        why=said(f"why_{reason}"),
        settings=Link(said(foot), _url(site, foot_path)),
        way_out=Link(_way_out_label(row), way_out) if way_out else None,
    )


def _way_out_label(row: OutboxMessage) -> str:
    """That of a digest says that it ends more than one kind."""
    key = "unsubscribe.end_all" if row.kind == DIGEST else "footer.unsubscribe"
    return message(row.locale, f"mail.{key}")


def _reason(kind: str) -> str:
    if kind in (TEST, DIGEST, INVITATION):
        return kind
    return "account" if unsubscribed_rule(kind) is None else "reminder"


def _reminder(locale: str, rule: str, about: str, params: Mapping[str, Any], site: str) -> Note:
    words = words_of(rule, locale, params)
    path = words.path or rule_of(rule).path.format(about=about)
    figures = params.get("report")
    report = report_part(figures, locale) if figures else None
    return Note(words.title, words.text, Link(words.action, _url(site, path)), report)


def _other(locale: str, kind: str, params: Mapping[str, Any], site: str) -> Note:
    """A mail of the accounts, or a test."""
    values = {name: value for name, value in params.items() if name != "path"}
    subject = message(locale, f"mail.{kind}.subject")
    text = message(locale, f"mail.{kind}.text", **values)
    action = message(locale, f"mail.{kind}.action")
    return Note(subject, text, Link(action, _url(site, params.get("path") or PATHS[kind])))


def _url(site: str, path: str) -> str:
    if not path.startswith("/"):
        raise ValueError(f"{path!r} is no path of ours")
    return site + path
