"""The wellbeing page: how the learner feels, a line that fits, and help that is there to be taken.

Nothing here is a condition of anything: moods are said freely, offers can be put away, and no one
else sees any of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlmodel import Session, func, select

from learnconnect_app.content.motivation import Guide, Subject, motivation
from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.markup import block_html
from learnconnect_app.domain.motivation_score import MOODS
from learnconnect_app.domain.study_days import local_time, study_day
from learnconnect_app.domain.wellbeing import (
    SHOWN_DAYS,
    Trend,
    feelings_by_day,
    is_low,
    of_the_day,
    trend,
)
from learnconnect_app.domain.wellbeing_views import (
    FeelingDay,
    GuideGroup,
    GuideRow,
    GuideView,
    SourceView,
    StoryView,
    TalkView,
    WellbeingView,
)
from learnconnect_app.models import Dismissal, MoodEntry, StudySession, User
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.dismissals import dismissed_keys
from learnconnect_app.services.motivation_lines import for_mood, line_of_the_day
from learnconnect_app.services.texts import text_in
from learnconnect_app.services.upserts import upsert_all

SHOWN_TALKS = 4
OFFER = "wellbeing:heavy"
AWAY_DAYS = 7
"""For so long the offer stays away once it was put away."""


def wellbeing_view(
    session: Session, *, user_id: UUID, guide: str = "", story: int = 0, now: datetime
) -> WellbeingView:
    """The page, in four queries; with the guide ``guide`` open and ``story`` stories further."""
    user = get_user(session, user_id)
    today = study_day(now, user.timezone)
    said = _said(session, user_id, today)
    by_day = feelings_by_day((day, mood) for day, _, mood in said)
    mood = next((mood for day, _, mood in reversed(said) if day == today), "")
    standing = trend(by_day, today)
    view = WellbeingView(
        mood=mood,
        is_low=is_low(mood),
        line=line_of_the_day(user, today, mood=mood, situation=_part_of_day(user, now)),
        days=_strip({day: mood for day, _, mood in said}, today) if said else (),
        trend=standing,
        is_help_offered=standing is Trend.HEAVY
        and OFFER not in dismissed_keys(session, user_id, today),
    )
    return _with_texts(view, user, today, guide, story)


def note_mood(session: Session, *, user_id: UUID, mood: str, now: datetime) -> None:
    """Keep how the learner feels today. ``DomainError("bad_request")`` for an unknown mood."""
    if mood not in MOODS:
        raise DomainError("bad_request")
    day = study_day(now, get_user(session, user_id).timezone)
    row = MoodEntry(user_id=user_id, day=day, mood=mood, created_at=now)
    upsert_all(session, [row], by=["user_id", "day"], keep=["id"])


def put_offer_away(session: Session, *, user_id: UUID, now: datetime) -> None:
    """The learner wants no help just now; it is offered again after a week that is still heavy."""
    today = study_day(now, get_user(session, user_id).timezone)
    until = today + timedelta(days=AWAY_DAYS)
    row = Dismissal(user_id=user_id, key=OFFER, until_day=until, created_at=now)
    upsert_all(session, [row], by=["user_id", "key"], keep=["id", "created_at"])


def _said(session: Session, user_id: UUID, today: date) -> list[tuple[date, datetime, str]]:
    """(study day, moment, mood) of what was said, here and of sessions, earliest first."""
    since = today - timedelta(days=SHOWN_DAYS - 1)
    entries = session.exec(
        select(MoodEntry).where(MoodEntry.user_id == user_id, MoodEntry.day >= since)
    )
    day = func.coalesce(StudySession.done_day, StudySession.day)
    sessions = session.exec(
        select(StudySession).where(
            StudySession.user_id == user_id,
            day.between(since, today),
            StudySession.mood != "",
        )
    )
    said = [(each.day, each.created_at, each.mood) for each in entries]
    for row in sessions:
        moment = row.ended_at or row.started_at
        if moment is not None:
            said.append((row.done_day or row.day, moment, row.mood))
    return sorted(said, key=lambda each: each[1])


def _strip(last_moods: Mapping[date, str], today: date) -> tuple[FeelingDay, ...]:
    days = (today - timedelta(days=n) for n in reversed(range(SHOWN_DAYS)))
    return tuple(FeelingDay(day.isoformat(), last_moods.get(day, "")) for day in days)


def _part_of_day(user: User, now: datetime) -> str:
    """As situations of lines: morning until noon, evening from six."""
    hour = local_time(now, user.timezone).hour
    return "any" if 12 <= hour < 18 else "morning" if 4 <= hour < 12 else "evening"


def _with_texts(
    view: WellbeingView, user: User, today: date, guide: str, story: int
) -> WellbeingView:
    return replace(
        view,
        groups=_groups(view.mood, user.locale),
        guide=_open_guide(guide, user.locale) if guide else GuideView(),
        story=_story(view.mood, user, today, story),
        talks=_talks(view.mood, user, today),
    )


def _groups(mood: str, locale: str) -> tuple[GuideGroup, ...]:
    """All guides by subject; subjects that have something for the mood come first."""
    by_subject: dict[Subject, list[Guide]] = {}
    for each in motivation().guides:
        by_subject.setdefault(each.subject, []).append(each)
    order = sorted(
        by_subject, key=lambda subject: not any(mood in g.moods for g in by_subject[subject])
    )
    return tuple(
        GuideGroup(
            subject,
            tuple(GuideRow(each.key, text_in(each.title, locale)) for each in by_subject[subject]),
        )
        for subject in order
    )


def _open_guide(key: str, locale: str) -> GuideView:
    guide = next((each for each in motivation().guides if each.key == key), None)
    if guide is None:
        raise NotFound
    return GuideView(
        guide.key,
        text_in(guide.title, locale),
        block_html(text_in(guide.text, locale)),
        text_in(guide.talk_to_someone, locale),
        tuple(SourceView(each.title, str(each.url)) for each in guide.sources),
    )


def _story(mood: str, user: User, today: date, further: int) -> StoryView:
    stories = for_mood(motivation().stories, mood)
    story = of_the_day(stories, str(user.id), today + timedelta(days=further % len(stories)))
    html = block_html(text_in(story.text, user.locale))
    return StoryView(further, text_in(story.title, user.locale), html)


def _talks(mood: str, user: User, today: date) -> tuple[TalkView, ...]:
    """In the learner's language first; others another day."""
    talks = for_mood(motivation().talks, mood)
    first = of_the_day(range(len(talks)), str(user.id), today)
    turned = [*talks[first:], *talks[:first]]
    chosen = sorted(turned, key=lambda talk: talk.language != user.locale)[:SHOWN_TALKS]
    return tuple(
        TalkView(
            talk.title,
            talk.speaker or "",
            text_in(talk.about, user.locale),
            str(talk.url),
            talk.minutes,
            talk.language,
        )
        for talk in chosen
    )
