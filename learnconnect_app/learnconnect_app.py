"""The app: every page with its address, its title and what it loads; the HTTP routes around it."""

from __future__ import annotations

import reflex as rx

from learnconnect_app.adapters.logs import configure_logs
from learnconnect_app.api.app import http_app
from learnconnect_app.api.security import SecureHeaders
from learnconnect_app.api.sockets import SocketGuard
from learnconnect_app.pages.accounts import page as accounts
from learnconnect_app.pages.admin.page import admin
from learnconnect_app.pages.admin.state import AdminState
from learnconnect_app.pages.attempts.page import attempt
from learnconnect_app.pages.attempts.state import TestState
from learnconnect_app.pages.errors.page import not_found, offline
from learnconnect_app.pages.goals.page import goal
from learnconnect_app.pages.goals.state import GoalState
from learnconnect_app.pages.home.page import home
from learnconnect_app.pages.home.state import HomeState
from learnconnect_app.pages.kit.page import kit
from learnconnect_app.pages.landing.page import landing
from learnconnect_app.pages.lessons.page import lesson
from learnconnect_app.pages.lessons.state import LessonState
from learnconnect_app.pages.mistakes.page import mistakes
from learnconnect_app.pages.mistakes.state import MistakesState
from learnconnect_app.pages.notifications.page import notifications
from learnconnect_app.pages.notifications.state import NotificationsState
from learnconnect_app.pages.plans.page import plan
from learnconnect_app.pages.plans.state import PlanState
from learnconnect_app.pages.reports.page import reports
from learnconnect_app.pages.reports.state import ReportsState
from learnconnect_app.pages.settings.page import settings as settings_page
from learnconnect_app.pages.settings.state import SettingsState
from learnconnect_app.pages.study.page import study
from learnconnect_app.pages.study.state import StudyState
from learnconnect_app.pages.tracks.page import tracks
from learnconnect_app.pages.tracks.state import TracksState
from learnconnect_app.settings import settings
from learnconnect_app.ui.arrivals import watch_arrivals
from learnconnect_app.ui.boundary import connection_mark, page_boundary
from learnconnect_app.ui.first_paint import FIRST_PAINT
from learnconnect_app.ui.incidents import note_broken_event, note_broken_page

configure_logs()

HEAD = [
    rx.el.script(FIRST_PAINT),
    rx.el.link(
        rel="preload",
        href="/fonts/jakarta-latin.woff2",
        custom_attrs={"as": "font", "type": "font/woff2", "crossOrigin": "anonymous"},
    ),
    rx.el.meta(name="theme-color", content="#6c56cf"),
    rx.el.link(rel="icon", href="/icon.svg", type="image/svg+xml"),
    rx.el.link(rel="icon", href="/favicon.ico", sizes="32x32"),
    rx.el.link(rel="apple-touch-icon", href="/apple-touch-icon.png"),
    rx.el.link(rel="manifest", href="/manifest.webmanifest"),
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
    },
    toaster=None,
    frontend_exception_handler=note_broken_page,
    backend_exception_handler=note_broken_event,
    reset_style=False,  # Tailwind brings one
    api_transformer=[http_app(), SecureHeaders, SocketGuard],
)

app.register_lifespan_task(watch_arrivals)

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
    ("/reports", reports, "Weekly report · LearnConnect", ReportsState.enter),
    ("/settings", settings_page, "Settings · LearnConnect", SettingsState.enter),
    ("/admin", admin, "Operator · LearnConnect", AdminState.enter),
    ("/offline", offline, "Offline · LearnConnect", None),
    ("404", not_found, "Not found · LearnConnect", None),
)

DEVELOPMENT_PAGES = (("/kit", kit, "Kit · LearnConnect", None),)

for address, page, title, on_load in PAGES + DEVELOPMENT_PAGES * (not settings().is_production):
    app.add_page(page, route=address, title=title, on_load=on_load)
