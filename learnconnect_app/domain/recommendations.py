"""What to suggest to a learner, why, and for how long a suggestion that was put away stays away.

Each rule is one `Rule` in ``RULES``: add one there, with its words (``advice.title.<code>``,
``advice.why.<code>``) in the catalogs. A rule answers with what it found, the most useful first;
`recommended` takes the best of each rule before the second of any, so that three suggestions are
three different thoughts.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

LESSON, MISTAKES, STUDY = "/lesson/{id}", "/mistakes", "/study"

WEAK_MASTERY = 0.6
WEAK_REQUIREMENT = 0.5
LEARNED_MASTERY = 0.85  # above it a topic needs no session to be learned
LEAST_RECALL = 0.8
MANY_MISTAKES = 3
FEWEST_VOTES, HELPFUL_SHARE = 5, 0.8
AWAY_DAYS = 14


@dataclass(frozen=True, slots=True)
class CourseFacts:
    key: str
    title: str
    icon: str
    position: int


@dataclass(frozen=True, slots=True)
class TopicFacts:
    """A topic of the learner's exam, in the order of the curriculum."""

    key: str
    title: str
    course: CourseFacts
    lesson_id: str
    weight: float = 0.0
    """Percent of the score."""
    mastery: float = 0.0
    recall: float | None = None
    """Chance to recall it now; None: there is nothing to recall."""
    mistakes: int = 0
    """Open ones in the notebook."""
    module: str = ""
    module_title: str = ""
    is_quiz_taken: bool = False
    requires: Sequence[str] = ()
    is_learned: bool = False
    is_planned: bool = True
    """A session of it is still to come."""


@dataclass(frozen=True, slots=True)
class ResourceFacts:
    id: str
    topic: str
    title: str
    kind: str
    url: str
    votes: int
    helpful: int


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a learner on a study day."""

    topics: Mapping[str, TopicFacts] = field(default_factory=dict)
    today: Collection[str] = ()
    """Topics in today's sessions."""
    tomorrow: Collection[str] = ()
    """Topics in the sessions of the next day that has some."""
    resources: Sequence[ResourceFacts] = ()
    """Those with votes, of the topics at hand."""
    kinds: Collection[str] = ()
    """Kinds of resources that suit the learner; empty: not known."""
    about: str = ""
    """Only what concerns this topic: for its own page."""

    @property
    def at_hand(self) -> list[TopicFacts]:
        """The topic the page is about, or those of today and tomorrow."""
        wanted = {self.about} if self.about else {*self.today, *self.tomorrow}
        return [topic for key, topic in self.topics.items() if key in wanted]


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule found. Its words take ``title`` and ``values``."""

    about: str
    """Names it within its rule: a topic, a module, a resource."""
    title: str
    href: str
    values: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rule:
    code: str
    find: Callable[[Facts], Iterator[Found]]
    is_for_topics: bool = True
    """Whether it speaks on the page of a topic too, or only of the plan as a whole."""
    away_days: int | None = AWAY_DAYS
    """Days a suggestion that was put away stays away; None: for good."""


@dataclass(frozen=True)
class RecommendationView:
    code: str
    """One of ``CODES``, as the catalogs word it."""
    key: str
    """Names the suggestion when it is put away."""
    title: str
    href: str
    """A page of ours, or the address of a resource."""
    params: dict[str, str | int]
    is_external: bool = False


def recommended(
    facts: Facts, dismissed: Collection[str] = (), most: int = 3
) -> tuple[RecommendationView, ...]:
    """At most ``most``, none of the ``dismissed`` keys."""
    rules = [rule for rule in RULES if rule.is_for_topics or not facts.about]
    by_rule = [_views(rule, facts, dismissed) for rule in rules]
    in_turns = (view for turn in zip_longest(*by_rule) for view in turn if view)
    return tuple(view for view, _ in zip(in_turns, range(most), strict=False))


def away_days(key: str) -> int | None:
    """For how long the suggestion of a key stays away. ``KeyError`` for one no rule makes."""
    return {rule.code: rule for rule in RULES}[key.partition(":")[0]].away_days


def _views(rule: Rule, facts: Facts, dismissed: Collection[str]) -> Iterator[RecommendationView]:
    for found in rule.find(facts):
        key = f"{rule.code}:{found.about}"
        if key not in dismissed:
            is_external = not found.href.startswith("/")
            values = {"title": found.title, **found.values}
            yield RecommendationView(rule.code, key, found.title, found.href, values, is_external)


def _lesson(topic: TopicFacts, **values: str | int) -> Found:
    return Found(topic.key, topic.title, LESSON.format(id=topic.lesson_id), values)


def _percent(share: float) -> int:
    return round(100 * share)


def _mistakes_pile_up(facts: Facts) -> Iterator[Found]:
    topics = facts.at_hand if facts.about else facts.topics.values()
    many = [topic for topic in topics if topic.mistakes >= MANY_MISTAKES]
    for topic in sorted(many, key=lambda topic: -topic.mistakes):
        yield Found(topic.key, topic.title, MISTAKES, {"n": topic.mistakes})


def _requirement_is_weak(facts: Facts) -> Iterator[Found]:
    """Of tomorrow's lessons, or of the topic at hand; what today brings anyway is left out."""
    following = facts.at_hand if facts.about else [facts.topics[key] for key in facts.tomorrow]
    for topic in following:
        for key in topic.requires:
            required = facts.topics.get(key)
            if required and required.mastery < WEAK_REQUIREMENT and key not in facts.today:
                yield _lesson(required, next=topic.title, percent=_percent(required.mastery))


def _weak_and_heavy(facts: Facts) -> Iterator[Found]:
    """Studied, and still weak where the exam asks more than on average."""
    mean = sum(topic.weight for topic in facts.topics.values()) / max(1, len(facts.topics))
    weak = [
        topic
        for topic in facts.topics.values()
        if topic.is_learned and topic.mastery < WEAK_MASTERY and topic.weight >= mean
    ]
    for topic in sorted(weak, key=lambda topic: -topic.weight * (1 - topic.mastery)):
        yield _lesson(topic, percent=_percent(topic.mastery))


def _soon_forgotten(facts: Facts) -> Iterator[Found]:
    """Unless a session of it is at hand."""
    faded = [
        (topic, topic.recall)
        for topic in facts.topics.values()
        if topic.recall is not None and topic.recall < LEAST_RECALL
    ]
    for topic, recall in sorted(faded, key=lambda row: -row[0].weight * (1 - row[1])):
        if topic.key not in facts.today and topic.key not in facts.tomorrow:
            yield _lesson(topic, percent=_percent(recall))


def _quiz_is_open(facts: Facts) -> Iterator[Found]:
    """Every lesson of a module is learned and its quiz was never taken."""
    modules: dict[str, list[TopicFacts]] = {}
    for topic in facts.topics.values():
        if topic.module:
            modules.setdefault(topic.module, []).append(topic)
    for key, topics in modules.items():
        if all(each.is_learned for each in topics) and not topics[0].is_quiz_taken:
            href = LESSON.format(id=topics[-1].lesson_id)
            yield Found(key, topics[0].module_title, href)


def _helped_others(facts: Facts) -> Iterator[Found]:
    kinds = set(facts.kinds)
    good = [
        each
        for each in facts.resources
        if each.votes >= FEWEST_VOTES
        and each.helpful >= HELPFUL_SHARE * each.votes
        and (not kinds or each.kind in kinds)
    ]
    for each in sorted(good, key=lambda each: (-each.helpful / each.votes, -each.votes)):
        topic = facts.topics[each.topic].title
        share = _percent(each.helpful / each.votes)
        yield Found(each.id, each.title, each.url, {"topic": topic, "percent": share})


def _lessons_without_a_place(facts: Facts) -> Iterator[Found]:
    """Time is short: some lessons that would bring points have no session before the exam."""
    left_out = [
        topic
        for topic in facts.topics.values()
        if topic.weight
        and not topic.is_learned
        and not topic.is_planned
        and topic.mastery < LEARNED_MASTERY
    ]
    if left_out:
        heaviest = max(left_out, key=lambda topic: topic.weight)
        yield Found("plan", heaviest.title, STUDY, {"n": len(left_out)})


RULES = (
    Rule("requirement", _requirement_is_weak),
    Rule("mistakes", _mistakes_pile_up),
    Rule("weak", _weak_and_heavy, is_for_topics=False),
    Rule("quiz", _quiz_is_open, is_for_topics=False, away_days=None),
    Rule("forgotten", _soon_forgotten, is_for_topics=False),
    Rule("resource", _helped_others, away_days=None),
    Rule("shortfall", _lessons_without_a_place, is_for_topics=False),
)
CODES = tuple(rule.code for rule in RULES)
