"""What a learner's export holds: everything that is theirs, less what would open doors.

A table is theirs when its rows lead to their account by foreign keys
(`services/owned_tables.py`); all of those are exported, also tables that are new. What is kept
back is named here with its reason, and so is every table that is nobody's.
"""

from __future__ import annotations

from collections.abc import Mapping

_HASH = "a fingerprint of a secret: whoever has it could test guesses against it"
_KEY = "opens something for whoever has it"

SECRET: Mapping[tuple[str, str], str] = {
    ("user_account", "password_hash"): _HASH,
    ("auth_session", "token_hash"): _HASH,
    ("password_reset", "token_hash"): _HASH,
    ("email_confirmation", "token_hash"): _HASH,
    ("share_link", "token_hash"): _HASH,
    ("mentorship", "token_hash"): _HASH,
    ("calendar_feed", "token_hash"): _HASH,
    ("calendar_feed", "nonce"): "the private address of the feed is made of it",
    ("calendar_connection", "secret"): _KEY,
    ("calendar_connection", "sync_token"): "a mark of the provider, for machines alone",
    ("oauth_request", "state_hash"): _HASH,
    ("oauth_request", "verifier"): _KEY,
    ("outbox_message", "dedupe_key"): "holds the fingerprint of a link that was mailed",
    ("outbox_message", "params"): "may hold a link that can be used once",
    ("push_subscription", "endpoint"): "whoever has it could write to that browser",
    ("push_subscription", "p256dh"): "a key of that browser",
    ("push_subscription", "auth"): "a key of that browser",
}
"""Columns, by table and name, that are not in the file, and why."""

_RUNNING = "while the test runs: the author's first is the right one"
_LOCKED = "while it is locked: what is in it is told on its day"

WITHHELD: Mapping[tuple[str, str], str] = {
    ("attempt_item", "order"): _RUNNING,
    ("attempt_item", "answer"): _RUNNING,
    ("daily_task", "kind"): _LOCKED,
    ("daily_task", "topics"): _LOCKED,
    ("daily_task", "reason"): _LOCKED,
    ("daily_task", "resources"): _LOCKED,
    ("weekly_plan", "course_key"): _LOCKED,
}
"""Columns, by table and name, that are empty for a while, and why."""

_CONTENT = "what everybody learns from; nothing of it is a learner's"
NOBODYS: Mapping[str, str] = {
    "curriculum": _CONTENT,
    "course": _CONTENT,
    "module": _CONTENT,
    "lesson": _CONTENT,
    "topic": _CONTENT,
    "skill": _CONTENT,
    "resource": _CONTENT,
    "role_profile": _CONTENT,
    "item": _CONTENT,
    "item_variant": _CONTENT,
    "item_calibration": "sums over all learners, of which none can be told apart",
    "reward": "the shop is the same for everybody",
    "rate_limit": "counts tries under a fingerprint, for minutes",
    "heartbeat": "whether a scheduler is alive",
}
"""Tables without an owner, and why there is nothing to give."""

GROUPS: Mapping[str, tuple[str, ...]] = {
    "account": (
        "user_account",
        "auth_session",
        "password_reset",
        "email_confirmation",
        "start_step",
        "dismissal",
    ),
    "plans": (
        "study_plan",
        "study_session",
        "study_pause",
        "plan_change",
        "absence",
        "busy_time",
        "personalized_plan",
        "weekly_plan",
        "daily_task",
        "plan_pause",
        "correction_plan",
    ),
    "tests": ("attempt", "attempt_item", "weak_topic_diagnosis", "mistake"),
    "learning": (
        "topic_mastery",
        "learner_mastery",
        "lesson_progress",
        "lesson_feedback",
        "resource_vote",
        "mood_entry",
        "operation",
    ),
    "rewards": (
        "xp_reward",
        "daily_activity",
        "streak_freeze",
        "achievement",
        "challenge",
        "learner_goal",
        "points_entry",
        "redemption",
        "reward_code",
    ),
    "messages": (
        "notification",
        "outbox_message",
        "reminder_setting",
        "reminder_switch",
        "reminder_planning",
        "channel_state",
        "push_subscription",
        "weekly_report",
    ),
    "calendars": ("calendar_feed", "calendar_connection", "calendar_event", "oauth_request"),
    "sharing": ("share_link", "mentorship", "mentor_visit"),
    "resume": ("resume_impact",),
}
"""How the file's own description orders the tables; what is in no group comes last."""
OTHER = "other"


def group_of(table: str) -> str:
    return next((group for group, tables in GROUPS.items() if table in tables), OTHER)
