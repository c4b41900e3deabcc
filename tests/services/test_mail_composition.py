"""Mails say what they should in the reader's language, twice: for eyes, and as plain text."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pytest

from learnconnect_app.domain.unsubscribing import ALL_MAIL, WayOut, way_out_of
from learnconnect_app.locales import message
from learnconnect_app.services.mail_letters import PATHS
from tests.mails import (
    ACCOUNT_KINDS,
    AYSE,
    ENDED_RULES,
    FIGURES,
    INVITATION,
    KEY,
    KINDS,
    LOCALES,
    ROW,
    SAFE_RULES,
    SENTENCES,
    SITE,
    a_mail,
    params_of,
)

EVERY = pytest.mark.parametrize(("kind", "locale"), [(k, x) for k in KINDS for x in LOCALES])


PREHEADER = re.compile(r"<div style=\"display:none[^>]*>(.*?)</div>", re.DOTALL)


class Page(HTMLParser):
    """What a mail program gets to see."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._hidden = 0
        self.feed(PREHEADER.sub("", html))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._hidden += tag in ("style", "title")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("style", "title")

    def handle_data(self, data: str) -> None:
        if not self._hidden and data.strip():
            self.words.append(" ".join(data.split()))

    @property
    def links(self) -> list[str]:
        return [str(attrs["href"]) for tag, attrs in self.tags if tag == "a"]


def page_of(kind: str, locale: str = "en", **traits: Any) -> Page:
    return Page(a_mail(kind, locale, **traits).html)


# ---- of every kind ----------------------------------------------------------------------------


@EVERY
def test_text_says_what_the_page_says(kind: str, locale: str) -> None:
    """Nobody is told less. The subject is said once; a button needs no explanation in text."""
    mail = a_mail(kind, locale)
    known = " ".join([mail.subject, *mail.text.split()])
    frame = {"L", "LearnConnect", message(locale, "mail.footer.address")}
    for words in page_of(kind, locale).words:
        assert words in frame or words in known, words


@EVERY
def test_list_of_mails_shows_what_comes_after_the_subject(kind: str, locale: str) -> None:
    preheader = PREHEADER.search(a_mail(kind, locale).html)
    assert preheader
    words = unescape(preheader[1]).split("\u2007")[0].strip()
    assert len(words) > 10
    assert words != a_mail(kind, locale).subject


@EVERY
def test_text_is_no_html(kind: str, locale: str) -> None:
    text = a_mail(kind, locale).text
    assert not re.search(r"</?[a-z]|&[a-z]+;|&#", text)
    assert "\n\n\n" not in text
    assert "None" not in text
    assert text == text.rstrip() + "\n"


@EVERY
def test_language_is_that_of_the_row(kind: str, locale: str) -> None:
    mail, other = a_mail(kind, locale), a_mail(kind, {"en": "tr", "tr": "en"}[locale])
    assert mail.html.startswith("<!doctype html>")
    assert f'<html lang="{locale}"' in mail.html
    assert mail.subject != other.subject
    assert mail.text != other.text


@EVERY
def test_every_link_leads_to_us(kind: str, locale: str) -> None:
    links = page_of(kind, locale).links
    assert all(link.startswith(f"{SITE}/") for link in links)
    assert len(links) == len(re.findall(r"<a\s", a_mail(kind, locale).html))
    text = a_mail(kind, locale).text
    assert all(link in text for link in links)


@EVERY
def test_nothing_is_loaded_and_nothing_runs(kind: str, locale: str) -> None:
    mail = a_mail(kind, locale)
    loads = {"img", "link", "script", "iframe", "video", "object", "embed", "form", "svg", "base"}
    assert not loads & {tag for tag, _ in Page(mail.html).tags}
    assert "url(" not in mail.html
    assert "@import" not in mail.html
    assert not re.search(r"\son\w+=", mail.html)


@EVERY
def test_mail_is_small_enough_to_be_shown_whole(kind: str, locale: str) -> None:
    """Gmail cuts off what is longer than 102 kB."""
    assert len(a_mail(kind, locale).html.encode()) < 30_000


@EVERY
def test_one_button_stands_out(kind: str, locale: str) -> None:
    buttons = [
        attrs
        for tag, attrs in page_of(kind, locale).tags
        if tag == "a" and "button" in (attrs.get("class") or "")
    ]
    assert len(buttons) == 1


@EVERY
def test_mail_is_known_by_its_row(kind: str, locale: str) -> None:
    mail = a_mail(kind, locale)
    assert (mail.message_id, mail.kind) == (str(ROW), kind)
    assert ("Auto-Submitted", "auto-generated") in mail.headers


# ---- the way out ------------------------------------------------------------------------------


def way_out(kind: str) -> WayOut | None:
    """What the headers of the mail say."""
    headers = dict(a_mail(kind).headers)
    assert ("List-Unsubscribe" in headers) == ("List-Unsubscribe-Post" in headers)
    if "List-Unsubscribe" not in headers:
        return None
    assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    found = re.fullmatch(rf"<{SITE}/unsubscribe/([\w-]+)>", headers["List-Unsubscribe"])
    assert found
    return way_out_of(found[1], KEY)


@pytest.mark.parametrize("kind", ENDED_RULES)
def test_reminder_ends_by_one_click_and_by_a_link(kind: str) -> None:
    assert way_out(kind) == WayOut(AYSE, kind)
    assert any(f"{SITE}/unsubscribe/" in link for link in page_of(kind).links)


def test_digest_ends_with_all_mail_and_says_so() -> None:
    assert way_out("digest") == WayOut(AYSE, ALL_MAIL)
    assert f"Stop all reminder e-mails: {SITE}/unsubscribe/" in a_mail("digest").text


@pytest.mark.parametrize("kind", [*ACCOUNT_KINDS, *SAFE_RULES, INVITATION, "test"])
def test_mail_that_always_comes_has_no_way_out(kind: str) -> None:
    assert way_out(kind) is None
    assert "unsubscribe" not in (a_mail(kind).html + a_mail(kind).text).lower()


@EVERY
def test_footer_says_why_it_came_and_leads_to_settings(kind: str, locale: str) -> None:
    foot = a_mail(kind, locale).text.partition("\n-- \n")[2]
    assert (f"{SITE}/settings" in foot) == (kind != INVITATION)


def test_who_is_invited_has_no_settings_and_is_told_where_it_comes_from() -> None:
    foot = a_mail(INVITATION).text.partition("\n-- \n")[2]
    assert "someone who learns with LearnConnect entered this address" in foot
    assert f"{SITE}/\n" in foot


# ---- each kind --------------------------------------------------------------------------------


def test_report_is_a_summary_with_one_way_on() -> None:
    text = a_mail("weekly_report").text
    assert "5 h 20 min (1 h 15 min more than the week before)" in text
    assert "Sessions: 9 (same as the week before)" in text
    assert "74 out of 100" in text
    for sentence in (*SENTENCES["en"]["well"], *SENTENCES["en"]["suggestions"]):
        assert f"- {sentence}" in text
    assert f"{SITE}/reports" in text


@pytest.mark.parametrize(
    ("figures", "said"),
    [
        ({"minutes": 1500, "minutes_before": 1560}, "25 sa (önceki haftadan 1 sa az)"),
        ({"minutes": 45, "minutes_before": 45}, "45 dk (önceki haftayla aynı)"),
        ({"sessions": 1200, "sessions_before": 0}, "1.200 (önceki haftadan 1.200 fazla)"),
    ],
)
def test_figures_are_said_as_the_language_does(figures: dict[str, int], said: str) -> None:
    params = params_of("weekly_report", "tr")
    row = a_mail("weekly_report", "tr", params=params | {"report": params["report"] | figures})
    assert said in row.text


def test_first_week_is_not_compared_and_needs_no_score() -> None:
    bare = {"minutes": 60, "sessions": 1, "minutes_before": None, "score": None}
    mail = a_mail("weekly_report", params=params_of("weekly_report", "en") | {"report": bare})
    assert "Time studied: 1 h\n" in mail.text
    assert "week before" not in mail.text
    assert "Motivation" not in mail.html


def test_report_names_three_suggestions_at_most() -> None:
    many = FIGURES | {"suggestions": [f"Suggestion {n}." for n in range(5)]}
    mail = a_mail("weekly_report", params=params_of("weekly_report", "en") | {"report": many})
    assert "Suggestion 2." in mail.text
    assert "Suggestion 3." not in mail.text


def test_report_that_is_not_there_leaves_its_sentences() -> None:
    params = params_of("weekly_report", "en")
    del params["report"]
    assert "Sessions" not in a_mail("weekly_report", params=params).text


def test_digest_tells_what_is_to_be_done_first() -> None:
    mail = a_mail("digest")
    order = [mail.text.index(f"* {title}") for title in titles("digest")]
    assert order == sorted(order)
    assert titles("digest")[0].startswith("Google Calendar")
    assert mail.subject.startswith("Google Calendar")
    assert mail.subject.endswith("2 more notes")


def test_digest_keeps_the_figures_of_the_report() -> None:
    items = [{"kind": r, "params": params_of(r, "en")} for r in ("missed_day", "weekly_report")]
    mail = a_mail("digest", params={"items": items})
    assert "1 h 15 min more than the week before" in mail.text
    assert "74 out of 100" in mail.html
    assert mail.text.index("Motivation score") < mail.text.index("A new day, nothing added")


def titles(kind: str) -> list[str]:
    return re.findall(r"^\* (.+)$", a_mail(kind).text, flags=re.MULTILINE)


def test_digest_of_one_is_that_one() -> None:
    only = params_of("digest", "en")["items"][1:2]
    assert a_mail("digest", params={"items": only}).subject == a_mail("missed_day").subject


def test_digest_counts_as_the_language_does() -> None:
    two = params_of("digest", "en")["items"][:2]
    assert a_mail("digest", params={"items": two}).subject.endswith("and 1 more note")


def test_link_that_was_forgotten_leads_to_where_a_new_one_is() -> None:
    mail = a_mail("password_reset", params={"name": "Ayşe"})
    assert f"{SITE}{PATHS['password_reset']}" in mail.text


# ---- what people wrote ------------------------------------------------------------------------

HOSTILE = "<img src=x onerror=alert(1)>{locale}{{ 7*7 }}\"'&"


def test_what_people_wrote_is_text() -> None:
    params = params_of("password_reset", "en") | {"name": HOSTILE}
    mail = a_mail("password_reset", params=params)
    assert "<img" not in mail.html
    assert HOSTILE in mail.text
    assert any(HOSTILE in words for words in Page(mail.html).words)


def test_subject_stays_on_one_line() -> None:
    params = {"n": "3\r\nBcc: all@example.org", "variant": "level"}
    mail = a_mail("milestone", params=params)
    assert mail.subject == "Level 3 Bcc: all@example.org"
    assert "\n" not in mail.subject
    assert "\r" not in mail.subject


@pytest.mark.parametrize("path", [".evil.example/x", "@evil.example", "https://evil.example"])
def test_link_cannot_leave_our_site(path: str) -> None:
    with pytest.raises(ValueError, match="path"):
        a_mail("missed_day", params=params_of("missed_day", "en") | {"path": path})


def test_kind_of_a_later_version_cannot_be_worded() -> None:
    with pytest.raises(KeyError):
        a_mail("of_a_later_version", params={})
