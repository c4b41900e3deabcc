"""A mail of every kind, as it could come."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from learnconnect_app.domain.outbox import DIGEST, TEST
from learnconnect_app.domain.ports import Mail
from learnconnect_app.domain.reminders import RULES
from learnconnect_app.models import OutboxMessage
from learnconnect_app.services.mail_composition import composed

SITE = "https://learn.example"
KEY = b"a key of forty characters, or thereabout"
AYSE = UUID("6f1c1f8e-2f0e-4c55-9f0a-0d3c1d1c7b11")
ROW = UUID("0d3c1d1c-7b11-4c55-9f0a-6f1c1f8e2f0e")
LOCALES = ("en", "tr")

MAILED_RULES = tuple(rule.key for rule in RULES if "mail" in rule.possible)
SAFE_RULES = tuple(rule.key for rule in RULES if rule.is_about_safety)
ENDED_RULES = tuple(rule for rule in MAILED_RULES if rule not in SAFE_RULES)
ACCOUNT_KINDS = ("password_reset", "email_confirmation", "email_change")
INVITATION = "mentor_invitation"
KINDS = (*ACCOUNT_KINDS, INVITATION, TEST, *MAILED_RULES, DIGEST)

VALUES: dict[str, dict[str, Any]] = {
    "en": {
        "duration": "1 h 15 min",
        "first": "Rational numbers and operations with fractions",
        "when": "Saturday, 21 November, 12:40",
        "plan": "Frontend Developer",
    },
    "tr": {
        "duration": "1 sa 15 dk",
        "first": "Rasyonel sayılar ve kesirlerle işlemler",
        "when": "21 Kasım Cumartesi 12.40",
        "plan": "Frontend Developer",
    },
}
FIGURES = {"minutes": 320, "minutes_before": 245, "sessions": 9, "sessions_before": 9, "score": 74}
SENTENCES = {
    "en": {
        "well": ["You did 300 of 320 planned minutes.", "Mathematics: 18 of 20 answers right."],
        "suggestions": [
            "Move 20 minutes from Wednesday to Saturday. Saturdays nearly always worked.",
            "Take Physics as a focus subject. 7 of 15 answers were right.",
        ],
    },
    "tr": {
        "well": [
            "Planlanan 320 dakikanın 300 dakikasını çalıştın.",
            "Matematik: 20 yanıtın 18 tanesi doğru.",
        ],
        "suggestions": [
            "Çarşambadan 20 dakikayı cumartesiye taşı. Cumartesiler neredeyse hep yürüdü.",
            "Fiziği odak dersi yap. 15 yanıtın 7 tanesi doğruydu.",
        ],
    },
}


def params_of(kind: str, locale: str) -> dict[str, Any]:
    values = VALUES[locale] | {"n": 3, "of": 5}
    match kind:
        case "password_reset":
            return {"name": "Ayşe Işık", "path": "/reset-password/u1Jp2Qd5mZ8x0cVb7nM4kL9aS3fG6hJw"}
        case "email_confirmation" | "email_change":
            return {"path": "/confirm-address/u1Jp2Qd5mZ8x0cVb7nM4kL9aS3fG6hJwTq5rYv2xZ8c"}
        case "mentor_invitation":
            return {"name": "Ayşe Işık", "path": "/invitation/u1Jp2Qd5mZ8x0cVb7nM4kL9aS3fG6hJw"}
        case "weekly_report":
            return values | {"path": "/reports", "report": FIGURES | SENTENCES[locale]}
        case "digest":
            rules = ("freeze_used", "missed_day", "calendar_problem")
            items = [{"kind": r, "about": "", "params": params_of(r, locale)} for r in rules]
            return {"items": items, "path": "/notifications"}
        case "calendar_problem":
            return {"calendar": "Google Calendar", "path": "/settings#integrations"}
        case "reward_ending":
            return {"reward": "Premium", "until": "12 Mart", "path": "/rewards"}
        case "mentorship_ended":
            return {"name": "Ayşe Işık", "variant": "mentor", "path": "/mentor"}
        case "security":
            return values | {"variant": "password", "path": "/settings"}
    return values


def a_row(kind: str, locale: str = "en", **traits: Any) -> OutboxMessage:
    row = OutboxMessage(
        id=ROW,
        user_id=AYSE,
        channel="mail",
        kind=kind,
        recipient="ayse@example.org",
        locale=locale,
        params=params_of(kind, locale),
    )
    row.sqlmodel_update(traits)
    return row


def a_mail(kind: str, locale: str = "en", **traits: Any) -> Mail:
    return composed(a_row(kind, locale, **traits), SITE, KEY)
