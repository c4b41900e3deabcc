"""The app: every page with its address, its title and what it loads; the HTTP routes around it."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.adapters.garbage import keep_what_is_loaded
from learnconnect_app.adapters.logs import configure_logs
from learnconnect_app.api.app import http_app
from learnconnect_app.api.pages import pages_by_language
from learnconnect_app.api.security import SecureHeaders
from learnconnect_app.api.sockets import SocketGuard
from learnconnect_app.locales import message
from learnconnect_app.pages.accounts import page as accounts
from learnconnect_app.pages.achievements.page import achievements
from learnconnect_app.pages.achievements.state import AchievementsState
from learnconnect_app.pages.admin.page import admin
from learnconnect_app.pages.admin.state import AdminState
from learnconnect_app.pages.attempts.page import attempt
from learnconnect_app.pages.attempts.state import TestState
from learnconnect_app.pages.errors.page import not_found
from learnconnect_app.pages.goals.page import goal
from learnconnect_app.pages.goals.state import GoalState
from learnconnect_app.pages.home.page import home
from learnconnect_app.pages.home.state import HomeState
from learnconnect_app.pages.kit.page import kit
from learnconnect_app.pages.landing.page import landing
from learnconnect_app.pages.leaving.page import leaving
from learnconnect_app.pages.leaving.state import LeavingState
from learnconnect_app.pages.lessons.page import lesson
from learnconnect_app.pages.lessons.state import LessonState
from learnconnect_app.pages.mentors.page import invitation, mentee, mentors
from learnconnect_app.pages.mentors.state import InvitationState, MenteeState, MentorsState
from learnconnect_app.pages.mistakes.page import mistakes
from learnconnect_app.pages.mistakes.state import MistakesState
from learnconnect_app.pages.notifications.page import notifications
from learnconnect_app.pages.notifications.state import NotificationsState
from learnconnect_app.pages.offline.page import offline
from learnconnect_app.pages.plans.page import plan
from learnconnect_app.pages.plans.state import PlanState
from learnconnect_app.pages.progress.page import progress
from learnconnect_app.pages.progress.state import ProgressState
from learnconnect_app.pages.reports.page import reports
from learnconnect_app.pages.reports.state import ReportsState
from learnconnect_app.pages.resumes.page import resume
from learnconnect_app.pages.resumes.state import ResumeState
from learnconnect_app.pages.rewards.page import rewards
from learnconnect_app.pages.rewards.state import RewardsState
from learnconnect_app.pages.settings.page import settings as settings_page
from learnconnect_app.pages.settings.state import SettingsState
from learnconnect_app.pages.sharing.page import shared
from learnconnect_app.pages.starts.page import start
from learnconnect_app.pages.starts.state import StartState
from learnconnect_app.pages.study.page import study
from learnconnect_app.pages.study.state import StudyState
from learnconnect_app.pages.tracks.page import tracks
from learnconnect_app.pages.tracks.state import TracksState
from learnconnect_app.pages.wellbeing.page import wellbeing
from learnconnect_app.pages.wellbeing.state import WellbeingState
from learnconnect_app.settings import settings
from learnconnect_app.ui.arrivals import watch_arrivals
from learnconnect_app.ui.boundary import connection_mark, page_boundary
from learnconnect_app.ui.first_paint import FIRST_PAINT
from learnconnect_app.ui.incidents import note_broken_event, note_broken_page
from learnconnect_app.ui.live_channel import carry_changes
from learnconnect_app.ui.pwa import version_note

configure_logs()

HEAD = [
    rx.el.script(FIRST_PAINT),
    rx.el.link(
        rel="preload",
        href="/fonts/jakarta-latin.woff2",
        custom_attrs={"as": "font", "type": "font/woff2", "crossOrigin": "anonymous"},
    ),
    rx.el.link(rel="icon", href="/icon.svg", type="image/svg+xml"),
    rx.el.link(rel="icon", href="/favicon.ico", sizes="32x32"),
    rx.el.link(rel="apple-touch-icon", href="/apple-touch-icon.png"),
    # with its cookies, because it is in the learner's language
    rx.el.link(
        rel="manifest",
        href="/manifest.webmanifest",
        custom_attrs={"crossOrigin": "use-credentials"},
    ),
    rx.el.meta(name="mobile-web-app-capable", content="yes"),
    rx.el.meta(name="apple-mobile-web-app-capable", content="yes"),
    rx.el.meta(name="apple-mobile-web-app-title", content="LearnConnect"),
    rx.el.meta(name="apple-mobile-web-app-status-bar-style", content="default"),
    rx.el.meta(name="format-detection", content="telephone=no"),
    rx.el.meta(name="viewport", content="width=device-width, initial-scale=1, viewport-fit=cover"),
]

app = rx.App(
    head_components=HEAD,
    stylesheets=["/theme.css"],
    html_lang="en",
    html_custom_attrs={"data-theme": "learnconnect-light", "suppressHydrationWarning": "true"},
    app_wraps={
        (55, "Boundary"): page_boundary,
        (5, "Connection"): connection_mark,
        (4, "Version"): version_note,
    },
    toaster=None,
    frontend_exception_handler=note_broken_page,
    backend_exception_handler=note_broken_event,
    reset_style=False,  # Tailwind brings one
    api_transformer=[pages_by_language, http_app(), SecureHeaders, SocketGuard],
)

app.register_lifespan_task(keep_what_is_loaded)
app.register_lifespan_task(watch_arrivals)
app.register_lifespan_task(carry_changes)

PAGES = (
    # address, page, title, what it loads
    ("/", landing, "LearnConnect", None),
    ("/login", accounts.login, "Sign in · LearnConnect", None),
    ("/register", accounts.register, "Create your account · LearnConnect", None),
    ("/forgot-password", accounts.forgot_password, "Forgotten password · LearnConnect", None),
    ("/reset-password/[token]", accounts.reset_password, "New password · LearnConnect", None),
    ("/home", home, "Today · LearnConnect", HomeState.enter),
    ("/plan", plan, "Journey · LearnConnect", PlanState.enter),
    ("/plan/new", tracks, "Choose a path · LearnConnect", TracksState.enter),
    ("/test/[attempt_id]", attempt, "Test · LearnConnect", TestState.enter),
    ("/study", study, "Calendar · LearnConnect", StudyState.enter),
    ("/study/new", goal, "Goal · LearnConnect", GoalState.enter),
    ("/lesson/[lesson_id]", lesson, "Lesson · LearnConnect", LessonState.enter),
    ("/mistakes", mistakes, "Mistakes · LearnConnect", MistakesState.enter),
    ("/notifications", notifications, "Notifications · LearnConnect", NotificationsState.enter),
    ("/progress", progress, "Progress · LearnConnect", ProgressState.enter),
    ("/achievements", achievements, "Achievements · LearnConnect", AchievementsState.enter),
    ("/rewards", rewards, "Rewards · LearnConnect", RewardsState.enter),
    ("/reports", reports, "Weekly report · LearnConnect", ReportsState.enter),
    ("/resume", resume, "Resume · LearnConnect", ResumeState.enter),
    ("/wellbeing", wellbeing, "Wellbeing · LearnConnect", WellbeingState.enter),
    ("/mentor", mentors, "Mentors · LearnConnect", MentorsState.enter),
    ("/mentor/[mentorship_id]", mentee, "Mentors · LearnConnect", MenteeState.enter),
    ("/invitation/[token]", invitation, "Invitation · LearnConnect", InvitationState.enter),
    ("/share/[token]", shared, "Shared progress · LearnConnect", None),
    ("/start", start, "Guided start · LearnConnect", StartState.enter),
    ("/leaving", leaving, "Leaving · LearnConnect", LeavingState.enter),
    ("/settings", settings_page, "Settings · LearnConnect", SettingsState.enter),
    ("/admin", admin, "Operator · LearnConnect", AdminState.enter),
    ("/offline", offline, "Offline · LearnConnect", None),
    ("404", not_found, "Not found · LearnConnect", None),
)

DEVELOPMENT_PAGES = (("/kit", kit, "Kit · LearnConnect", None),)

PICTURE = "/icon-512.png"
"""Beside a link in a chat. Without a host: where we are reached is not known when we are built."""
LANDING_META = [
    {"property": "og:type", "content": "website"},
    {"property": "og:title", "content": "LearnConnect"},
    {"property": "og:description", "content": message("en", "landing.text")},
    {"name": "twitter:card", "content": "summary"},
]

for address, page, title, on_load in PAGES + DEVELOPMENT_PAGES * (not settings().is_production):
    is_landing = address == "/"
    app.add_page(
        page,
        route=address,
        title=title,
        description=message("en", "landing.text") if is_landing else None,
        image=PICTURE,
        on_load=on_load,
        meta=LANDING_META if is_landing else [],
    )
