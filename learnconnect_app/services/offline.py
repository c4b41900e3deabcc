"""All that opens without a network, in one answer a device keeps.

Of a locked day nothing is in it. Mistakes bring what is right: whoever reviews without a network
is told at once. It is kept small: mistakes, and at worst summary sheets, are left out at the end.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import func
from sqlmodel import Session, col, select

from learnconnect_app.domain.home_views import TodayItem
from learnconnect_app.domain.offline_views import OfflineMistake
from learnconnect_app.domain.study_days import bounds
from learnconnect_app.models import ItemVariant, Mistake, Topic, User
from learnconnect_app.services.accounts import get_user
from learnconnect_app.services.homes import home_view
from learnconnect_app.services.mistake_lists import in_course
from learnconnect_app.services.mistake_reviews import Again, as_item, asked_again
from learnconnect_app.services.offline_sheets import Sheets, sheets_of
from learnconnect_app.services.rendering import question_view, review_item
from learnconnect_app.services.texts import text_in

MOST_BYTES = 150_000
MOST_MISTAKES = 30
_NOT_SHOWN = {"answer", "typed", "is_answered"}

Bundle = dict[str, Any]


def offline_bundle(session: Session, *, user_id: UUID, now: datetime) -> Bundle:
    """As JSON values, at most ``MOST_BYTES`` of them; in at most 20 queries. Writes nothing."""
    home = home_view(session, user_id=user_id, now=now)
    user = get_user(session, user_id)
    today = date.fromisoformat(home.day)
    sheets = sheets_of(session, user, today)
    due = _due(session, user, today)
    bundle: Bundle = {
        "made_at": now.isoformat(),
        "day": home.day,
        "until": bounds(today, user.timezone)[1].isoformat(),
        "is_behind": home.is_behind,
        "user": _user(user),
        "state": home.state,
        **_plan(sheets, home.today),
        "mistakes": [],
        "mistakes_left": due[0][3] if due else 0,
    }
    _spare_sheets(bundle)
    _add_mistakes(session, bundle, due, user)
    return bundle


def etag_of(bundle: Bundle) -> str:
    """Changes when what it says does; not with the moment it was made."""
    said = {name: value for name, value in bundle.items() if name != "made_at"}
    return f'"{hashlib.sha256(packed(said)).hexdigest()[:32]}"'


def packed(value: Any) -> bytes:
    """As JSON, without a space."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _user(user: User) -> dict[str, str]:
    return {
        "id": str(user.id),
        "display_name": user.display_name,
        "locale": user.locale,
        "timezone": user.timezone,
    }


def _plan(sheets: Sheets, today: Sequence[TodayItem]) -> Bundle:
    tasks, sessions = sheets.of_tasks(today), sheets.of_sessions(today)
    return {
        "items": [_item(each, tasks, sessions) for each in today],
        "tasks": {key: asdict(task) for key, task in tasks.items()},
        "sessions": {key: asdict(each) for key, each in sessions.items()},
        "week": [asdict(day) for day in sheets.week()],
    }


def _item(item: TodayItem, tasks: Any, sessions: Any) -> Bundle:
    shown = asdict(item)
    del shown["seconds"]  # it ticks; the session has its clock
    lesson = item.href.removeprefix("/lesson/") if item.href.startswith("/lesson/") else ""
    return {
        **shown,
        "lesson_id": lesson,
        "task_id": item.id if item.id in tasks else "",
        "session_id": item.id if item.id in sessions else "",
    }


def _spare_sheets(bundle: Bundle) -> None:
    """The last summary sheets go first where a long day would be too much."""
    for sheet in reversed([*bundle["tasks"].values(), *bundle["sessions"].values()]):
        if len(packed(bundle)) <= MOST_BYTES:
            return
        sheet["summary_html"], sheet["resources"] = "", []


# ---- mistakes ------------------------------------------------------------------------------------

Due = tuple[Mistake, ItemVariant, Any, int]
"""With its variant, the title of its topic, and how many are due in all."""


def _due(session: Session, user: User, today: date) -> Sequence[Due]:
    """The longest due first, as the notebook asks them. One query."""
    rows: Sequence[Due] = session.exec(
        select(Mistake, ItemVariant, Topic.title, func.count().over())
        .join(ItemVariant, col(ItemVariant.id) == Mistake.variant_id)
        .join(Topic, col(Topic.key) == Mistake.topic_key)
        .where(
            Mistake.user_id == user.id,
            Mistake.status == "open",
            col(Mistake.due_day) <= today,
            in_course(""),
        )
        .order_by(col(Mistake.due_day), col(Mistake.stability), col(Mistake.id))
        .limit(MOST_MISTAKES)
    ).all()
    return rows


def _add_mistakes(session: Session, bundle: Bundle, due: Sequence[Due], user: User) -> None:
    size = len(packed(bundle))
    for row, _, title, _ in due:
        shown = _as_shown(offline_mistake(session, row, text_in(title, user.locale), user.locale))
        size += len(packed(shown)) + 1
        if size > MOST_BYTES:
            return
        bundle["mistakes"].append(shown)
        bundle["mistakes_left"] -= 1


def _as_shown(mistake: OfflineMistake) -> Bundle:
    shown = asdict(mistake)
    question = {k: v for k, v in shown["question"].items() if k not in _NOT_SHOWN}
    options = [
        {name: each[name] for name in ("index", "html", "text")} for each in question["options"]
    ]
    named = {str(place): text for place, text in mistake.misconceptions.items()}
    return {**shown, "question": {**question, "options": options}, "misconceptions": named}


def offline_mistake(session: Session, row: Mistake, topic: str, locale: str) -> OfflineMistake:
    """Its variant is in the session already."""
    again = asked_again(session, row)
    item = as_item(again, row, None)
    told = review_item(item, again.question, topic, locale)
    has_options = bool(again.question.options)
    return OfflineMistake(
        id=str(row.id),
        topic=topic,
        stamp=again.stamp(row),
        question=question_view(item, again.question, locale),
        right=_right(again),
        right_html="" if has_options else told.options[0].html,
        explanation_html=told.explanation_html,
        misconceptions={o.index: o.misconception for o in told.options if o.misconception},
    )


def _right(again: Again) -> tuple[int, ...] | None:
    """Places on the screen, as a response has them."""
    options = again.question.options
    if options:
        return tuple(place for place, own in enumerate(again.order) if options[own].correct)
    if not again.question.choices:
        return None
    return tuple(again.order.index(number) for number in range(len(again.order)))
