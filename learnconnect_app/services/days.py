"""A day of a plan, opened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from urllib.parse import urlsplit
from uuid import UUID

from sqlmodel import Session, col, select

from learnconnect_app.domain.errors import NotFound
from learnconnect_app.domain.markup import block_html
from learnconnect_app.domain.plans import ReasonCode
from learnconnect_app.domain.views import ResourceView, TaskView
from learnconnect_app.domain.xp import AMOUNT, XPType
from learnconnect_app.models import DailyTask, Resource, Topic
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.ownership import OwnDay, own_day
from learnconnect_app.services.scores import Titles
from learnconnect_app.services.texts import text_in


def task_view(session: Session, *, user_id: UUID, task_id: UUID, now: datetime) -> TaskView:
    """Everything a learner needs for a day. ``NotFound`` for a locked day as for a foreign one.

    ``now`` changes nothing: every reader is given it.
    """
    day = own_day(session, user_id, task_id)
    if day.task.status == "locked":
        raise NotFound
    locale = get_user(session, user_id).locale
    topics = _topics(session, day.task.topics)
    titles = {topic.key: topic.title for topic in topics}
    reason, reason_topic = _reason(session, day, locale)
    started = day.task.started_at
    return TaskView(
        id=str(day.task.id),
        week=day.week.week_number,
        number=day.task.day_number,
        kind=day.task.kind,
        status=day.task.status,
        title=title_of(day.task, titles, locale),
        descriptions=tuple(text_in(topic.description, locale) for topic in topics),
        minutes=day.task.minutes,
        reason=reason,
        reason_topic=reason_topic,
        resources=_resources(session, day.task.resources),
        summary_html=summary_html(topics, locale),
        is_started=started is not None,
        started_at_ms=int(started.timestamp() * 1000) if started else 0,
        xp=AMOUNT[XPType.DAILY_TASK],
    )


def title_of(task: DailyTask, titles: Titles, locale: str) -> str:
    return " · ".join(text_in(titles.get(key, key), locale) for key in task.topics)


def _topics(session: Session, keys: Sequence[str]) -> list[Topic]:
    found = {t.key: t for t in session.exec(select(Topic).where(col(Topic.key).in_(keys)))}
    return [found[key] for key in keys if key in found]


def _reason(session: Session, day: OwnDay, locale: str) -> tuple[str, str]:
    """Why the day has its place, and the topic it opens the way to.

    As long as that topic's own day is locked it is not named, and the order is reason enough.
    """
    code, key = day.task.reason.get("code", ""), day.task.reason.get("topic")
    if key is None:
        return code, ""
    days = session.exec(
        select(DailyTask.status, DailyTask.topics).where(DailyTask.weekly_plan_id == day.week.id)
    )
    if not any(status != "locked" and key in topics for status, topics in days):
        return ReasonCode.ORDER, ""
    title = session.exec(select(Topic.title).where(Topic.key == key)).first()
    return code, text_in(title or key, locale)


def _resources(session: Session, ids: Iterable[str]) -> tuple[ResourceView, ...]:
    """In the order in which the day shows them."""
    wanted = [UUID(each) for each in ids]
    rows = session.exec(select(Resource).where(col(Resource.id).in_(wanted)))
    found = {row.id: row for row in rows}
    return tuple(resource_view(found[each]) for each in wanted if each in found)


def resource_view(row: Resource) -> ResourceView:
    return ResourceView(
        id=str(row.id),
        kind=row.kind,
        title=row.title,
        url=row.url,
        host=(urlsplit(row.url).hostname or "").removeprefix("www."),
        language=row.language,
        minutes=row.minutes,
    )


def summary_html(topics: Sequence[Topic], locale: str) -> str:
    """The summary sheets; those of several topics stand under their titles."""
    texts = [(text_in(topic.title, locale), text_in(topic.summary, locale)) for topic in topics]
    if len(texts) == 1:
        return block_html(texts[0][1])
    return "".join(block_html(f"### {title}\n\n{summary}") for title, summary in texts)
