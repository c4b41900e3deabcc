"""Words that help: enough of each kind, in both languages, for every mood and situation."""

from __future__ import annotations

from typing import get_args

from learnconnect_app.content.motivation import (
    Guide,
    Mood,
    Quote,
    Situation,
    Story,
    Subject,
    motivation,
)


def test_there_are_enough_of_each_kind() -> None:
    found = motivation()
    assert len(found.quotes) >= 60
    assert len(found.stories) >= 20
    assert len(found.talks) >= 20
    assert len(found.guides) >= 25


def test_every_text_is_in_both_languages() -> None:
    found = motivation()
    texts = [quote.text for quote in found.quotes]
    texts += [text for story in found.stories for text in (story.title, story.text)]
    texts += [talk.about for talk in found.talks]
    texts += [t for guide in found.guides for t in (guide.title, guide.text, guide.talk_to_someone)]
    assert [text for text in texts if set(text) != {"en", "tr"}] == []


def test_there_is_a_quote_for_every_mood_and_every_situation() -> None:
    quotes: tuple[Quote, ...] = motivation().quotes
    for mood in get_args(Mood):
        assert sum(mood in quote.moods for quote in quotes) >= 5, mood
    for situation in get_args(Situation):
        assert sum(situation in quote.situations for quote in quotes) >= 3, situation


def test_there_is_a_guide_on_every_subject_and_a_story_for_low_days() -> None:
    guides: tuple[Guide, ...] = motivation().guides
    assert {guide.subject for guide in guides} == set(get_args(Subject))
    stories: tuple[Story, ...] = motivation().stories
    assert sum("demotivated" in story.moods for story in stories) >= 3


def test_stories_and_guides_are_short() -> None:
    for each in (*motivation().stories, *motivation().guides):
        for text in each.text.values():
            assert 100 <= len(text.split()) <= 270, each.key
