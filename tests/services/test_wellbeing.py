"""The wellbeing page: moods said freely, words that fit them, help that can be put away."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import Session, select

from learnconnect_app.content.motivation import motivation
from learnconnect_app.domain.errors import DomainError, NotFound
from learnconnect_app.domain.wellbeing import SHOWN_DAYS
from learnconnect_app.models import MoodEntry, User
from learnconnect_app.services.motivation_lines import line_of_the_day
from learnconnect_app.services.wellbeing import (
    AWAY_DAYS,
    note_mood,
    put_offer_away,
    wellbeing_view,
)
from tests.conftest import Counting
from tests.factories import MONDAY, NOW, a_learner, a_study_plan, sessions_of

DAY = timedelta(days=1)


def felt(session: Session, user: User, *moods: str) -> None:
    """One mood a day, the last one today."""
    for ago, mood in enumerate(reversed(moods)):
        note_mood(session, user_id=user.id, mood=mood, now=NOW - ago * DAY)


def test_newcomer_is_asked_and_offered_everything_but_pressed_to_nothing(session: Session) -> None:
    view = wellbeing_view(session, user_id=a_learner(session).id, now=NOW)
    assert (view.mood, view.days, view.trend, view.is_help_offered) == ("", (), "unknown", False)
    assert view.line.text
    assert view.story.html
    assert len(view.talks) == 4
    assert sum(len(group.guides) for group in view.groups) == len(motivation().guides)


def test_latest_mood_of_a_day_is_the_one_that_counts(session: Session) -> None:
    user = a_learner(session)
    felt(session, user, "tired")
    note_mood(session, user_id=user.id, mood="focused", now=NOW + timedelta(hours=2))
    assert wellbeing_view(session, user_id=user.id, now=NOW + timedelta(hours=3)).mood == "focused"
    assert len(session.exec(select(MoodEntry)).all()) == 1


def test_mood_of_a_session_counts_too(session: Session) -> None:
    plan = a_study_plan(session, user := a_learner(session))
    row = sessions_of(session, plan)[0]
    row.day, row.mood, row.ended_at = MONDAY, "tired", NOW
    session.flush()
    view = wellbeing_view(session, user_id=user.id, now=NOW)
    assert (view.mood, view.is_low, view.days[-1].mood) == ("tired", True, "tired")


def test_mood_of_a_session_that_was_done_ahead_of_its_day_counts_on_the_day_it_was_done(
    session: Session,
) -> None:
    plan = a_study_plan(session, user := a_learner(session))
    row = sessions_of(session, plan)[0]
    row.day, row.done_day, row.mood, row.ended_at = MONDAY + 3 * DAY, MONDAY, "tired", NOW
    session.flush()
    view = wellbeing_view(session, user_id=user.id, now=NOW)
    assert (view.mood, view.days[-1].mood) == ("tired", "tired")


def test_yesterdays_mood_is_not_todays(session: Session) -> None:
    user = a_learner(session)
    note_mood(session, user_id=user.id, mood="tired", now=NOW - DAY)
    assert wellbeing_view(session, user_id=user.id, now=NOW).mood == ""


def test_unknown_mood_is_refused_and_none_is_kept(session: Session) -> None:
    user = a_learner(session)
    for mood in ("", "purple"):
        with pytest.raises(DomainError, match="bad_request"):
            note_mood(session, user_id=user.id, mood=mood, now=NOW)
    assert session.exec(select(MoodEntry)).all() == []


def test_strip_has_four_weeks_with_today_last(session: Session) -> None:
    felt(session, user := a_learner(session), "excited", "demotivated")
    days = wellbeing_view(session, user_id=user.id, now=NOW).days
    assert len(days) == SHOWN_DAYS
    assert [day.mood for day in days[-3:]] == ["", "excited", "demotivated"]
    assert days[-1].day == MONDAY.isoformat()


def test_help_is_offered_on_heavy_days_and_stays_away_for_a_week_once_put_away(
    session: Session,
) -> None:
    felt(session, user := a_learner(session), "tired", "demotivated", "tired")
    assert wellbeing_view(session, user_id=user.id, now=NOW).is_help_offered
    put_offer_away(session, user_id=user.id, now=NOW)
    assert not wellbeing_view(session, user_id=user.id, now=NOW).is_help_offered
    later = NOW + AWAY_DAYS * DAY
    for ago in range(3):
        note_mood(session, user_id=user.id, mood="tired", now=later - ago * DAY)
    assert wellbeing_view(session, user_id=user.id, now=later).is_help_offered


def test_help_can_be_put_away_again_and_again(session: Session) -> None:
    user = a_learner(session)
    for days in range(3):
        put_offer_away(session, user_id=user.id, now=NOW + days * DAY)


def test_line_story_and_talks_fit_the_mood(session: Session) -> None:
    felt(session, user := a_learner(session), "demotivated")
    found = motivation()
    fitting = {q.text["en"] for q in found.quotes if "demotivated" in q.moods}
    view = wellbeing_view(session, user_id=user.id, now=NOW)
    assert view.line.text in fitting
    titles = {s.title["en"] for s in found.stories if "demotivated" in s.moods}
    assert view.story.title in titles
    assert {talk.title for talk in view.talks} <= {
        t.title for t in found.talks if "demotivated" in t.moods
    }


@pytest.mark.parametrize("mood", ["excited", "focused", "tired", "demotivated", ""])
@pytest.mark.parametrize("situation", ["morning", "missed_day", "streak", "any"])
def test_line_fits_the_situation_where_one_fits_both(
    session: Session, mood: str, situation: str
) -> None:
    user = a_learner(session)
    both = {
        q.text["en"]
        for q in motivation().quotes
        if situation in q.situations and (not mood or mood in q.moods)
    }
    line = line_of_the_day(user, MONDAY, mood=mood, situation=situation)
    assert line.text in both or not both


def test_stories_can_be_leafed_through(session: Session) -> None:
    user = a_learner(session)
    titles = [
        wellbeing_view(session, user_id=user.id, story=n, now=NOW).story.title for n in range(5)
    ]
    assert len(set(titles)) == 5


def test_guide_opens_in_the_learners_language(session: Session) -> None:
    user = a_learner(session, locale="tr")
    key = motivation().guides[0].key
    guide = wellbeing_view(session, user_id=user.id, guide=key, now=NOW).guide
    assert guide.title == motivation().guides[0].title["tr"]
    assert guide.html.startswith("<p>")
    assert guide.talk_to_someone
    assert guide.sources


def test_guide_that_does_not_exist_is_not_found(session: Session) -> None:
    with pytest.raises(NotFound):
        wellbeing_view(session, user_id=a_learner(session).id, guide="nothing", now=NOW)


def test_page_takes_four_queries(session: Session, count_queries: Counting) -> None:
    felt(session, user := a_learner(session), "tired", "tired", "tired")
    with count_queries(session) as queries:
        wellbeing_view(session, user_id=user.id, now=NOW)
    assert len(queries) <= 4


def test_no_one_sees_anothers_moods(session: Session) -> None:
    felt(session, a_learner(session), "demotivated", "demotivated", "demotivated")
    other = wellbeing_view(session, user_id=a_learner(session).id, now=NOW)
    assert (other.days, other.mood, other.is_help_offered) == ((), "", False)
