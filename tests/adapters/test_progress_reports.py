"""Progress on paper: Turkish letters can be searched, and what is not shown is not there."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader

from learnconnect_app.adapters.progress_reports import progress_report
from learnconnect_app.adapters.report_letters import printable
from learnconnect_app.domain.mentor_views import (
    SharedCourse,
    SharedDay,
    SharedGoal,
    SharedItem,
    SharedMinutes,
    SharedNote,
    SharedPlan,
    SharedProgress,
    SharedStreak,
    SharedTopic,
)
from learnconnect_app.domain.mentors import PARTS
from learnconnect_app.domain.progress_views import Told

TODAY = date(2026, 3, 2)
DAYS = [(TODAY - timedelta(days=27 - n)).isoformat() for n in range(28)]
TOPIC = "İkinci dereceden ışık ğüşöç"
MARKS = {
    "plan": "Rasyonel sayılar",
    "minutes": "33 sa 20 dk",
    "mastery": TOPIC,
    "streak": "Art arda 6 gün",
    "notes": "Paydaları eşitle",
}
"""What only this part says."""

FULL = SharedProgress(
    name="Şükrü Iğdır İnönü",
    since=DAYS[0],
    day=DAYS[-1],
    sentence=Told("calm", {"name": "Şükrü Iğdır İnönü"}),
    plan=SharedPlan(
        (SharedGoal("YKS", "2027-06-19", 209), SharedGoal("Python", done=9, total=28)),
        (SharedDay(DAYS[-1], (SharedItem("Rasyonel sayılar", 40, True),)),),
    ),
    minutes=SharedMinutes(tuple((day, 71) for day in DAYS), 2000, 28),
    mastery=(
        SharedCourse("Fizik", "atom", "teal", 61, 0, 1, (SharedTopic(TOPIC, 61, "growing"),)),
    ),
    streak=SharedStreak(6, 14, tuple((day, "active") for day in DAYS)),
    notes=(SharedNote(DAYS[-1], "Kesirler", "Paydaları eşitle.\n<b>&amp;</b>"),),
)


def text_of(shown: SharedProgress, locale: str = "tr") -> str:
    reader = PdfReader(BytesIO(progress_report(shown, locale)))
    return " ".join("\n".join(page.extract_text() for page in reader.pages).split())


def test_every_part_is_printed_with_its_letters() -> None:
    text = text_of(FULL)
    assert "Şükrü Iğdır İnönü" in text
    assert all(mark in text for mark in MARKS.values())
    assert "%61" in text
    assert "<b>&amp;</b>" in text, "what a learner writes is text, never markup"


@pytest.mark.parametrize("part", PARTS)
def test_a_part_that_is_not_shown_is_not_in_the_file(part: str) -> None:
    text = text_of(replace(FULL, **{part: None}))
    assert [name for name, mark in MARKS.items() if mark not in text] == [part]


def test_it_speaks_the_language_that_is_asked_for() -> None:
    english = text_of(FULL, "en")
    assert "Progress report" in english
    assert "2 March 2026" in english
    assert "İlerleme raporu" not in english
    assert "2 Mart 2026" in text_of(FULL)


def test_it_names_itself_and_embeds_its_letters() -> None:
    reader = PdfReader(BytesIO(progress_report(FULL, "tr")))
    assert reader.metadata is not None
    assert reader.metadata.title == "İlerleme raporu · Şükrü Iğdır İnönü"
    assert reader.trailer["/Root"]["/Lang"] == "tr"
    fonts = reader.pages[0]["/Resources"]["/Font"].values()
    assert any("PlusJakartaSans" in font.get_object()["/BaseFont"] for font in fonts)


def test_a_newcomers_report_is_one_calm_page() -> None:
    empty = replace(
        FULL,
        plan=SharedPlan((), ()),
        minutes=SharedMinutes(tuple((day, 0) for day in DAYS), 0, 0),
        mastery=(),
        streak=SharedStreak(0, 0, tuple((day, "") for day in DAYS)),
        notes=(),
    )
    assert len(PdfReader(BytesIO(progress_report(empty, "en"))).pages) == 1


def test_a_full_plan_of_twenty_courses_fits_two_pages() -> None:
    topics = tuple(SharedTopic(f"Konu {n}", n, "weak") for n in range(15))
    courses = tuple(SharedCourse(f"Ders {n}", "atom", "blue", 40, 1, 15, topics) for n in range(20))
    item = SharedItem("Rasyonel sayılar", 40, False)
    week = tuple(SharedDay(day, (item,) * 3) for day in DAYS[-7:])
    full = replace(FULL, mastery=courses, plan=SharedPlan(FULL.plan.goals, week), notes=None)  # type: ignore[union-attr]
    assert len(PdfReader(BytesIO(progress_report(full, "tr"))).pages) <= 2


@pytest.mark.parametrize(
    "name",
    [
        "Łukasz Żółć",
        "Nguyễn Thị Hương",
        "Søren Þór",
        "Юлія Шевченко",
        "Ђорђе",
        "Ελένη Παπαδοπούλου",
        "ἀρχή",
    ],
)
def test_latin_greek_and_cyrillic_letters_are_printed_and_found(name: str) -> None:
    note = SharedNote(DAYS[-1], f"Ders: {name}", f"{name} ile ışık")
    course = SharedCourse(f"{name} (ders)", "atom", "teal", 61, 0, 1, ())
    text = text_of(replace(FULL, name=name, notes=(note,), mastery=(course,)))
    assert text.count(name) >= 4
    assert f"{name} (ders)" in text
    assert "Latin harfleriyle" not in text


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("你好", "NiHao"),
        ("김민수", "GimMinSu"),
        ("محمد", "mhmd"),
        ("สมชาย ใจดี", "smchay"),
        ("דוד", "dvd"),
    ],
)
def test_other_scripts_are_written_in_latin_letters_and_it_says_so(name: str, written: str) -> None:
    shown = replace(FULL, name=name)
    assert written in text_of(shown)
    assert "Latin harfleriyle yazıldı" in text_of(shown)
    assert "written in Latin ones" in text_of(shown, "en")
    reader = PdfReader(BytesIO(progress_report(shown, "tr")))
    assert reader.metadata is not None
    assert str(reader.metadata.title).endswith(name), "the file itself names them as they are"


def test_what_is_no_letter_is_a_dot_and_never_breaks_it() -> None:
    assert printable("ağaç \u0151") == "ağaç ő"
    assert printable("Иван \u0151 \u2191") == "Иван ő ·"
    assert printable("🎉\x00") == "·"
    assert "Tom NiHao ·" in text_of(replace(FULL, name="Tom 你好 🎉"))
