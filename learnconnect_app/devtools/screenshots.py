"""`python -m learnconnect_app.devtools.screenshots OUT /home /plan ...`: pictures of pages.

Each page is taken on a phone (390x844) and a desktop (1440x900), light and dark, Turkish and
English, as the demo learner (or whoever `--email` and `--password` name) at `--base`.
Console errors are printed. `--quick` takes the phone in dark Turkish, the desktop in light English.
"""

from __future__ import annotations

import argparse
import itertools
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from learnconnect_app.devtools.chromium import ARGUMENTS, find_chromium

SIZES = {"phone": (390, 844), "desktop": (1440, 900)}
QUICK = [("phone", "dark", "tr"), ("desktop", "light", "en")]


def context_for(browser: Browser, base: str, size: str, theme: str, language: str) -> Any:
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height},
        device_scale_factor=2 if size == "phone" else 1,
        locale="tr-TR" if language == "tr" else "en-GB",
        timezone_id="Europe/Istanbul",
        color_scheme="dark" if theme == "dark" else "light",
        base_url=base,
    )
    context.add_cookies(
        [
            {"name": "theme", "value": theme, "url": base},
            {"name": "language", "value": language, "url": base},
        ]
    )
    return context


def sign_in(context: Any, email: str, password: str, language: str) -> None:
    answer = context.request.post("/api/v1/auth/login", data={"email": email, "password": password})
    if not answer.ok:
        raise SystemExit(f"cannot sign in as {email}: {answer.text()}")
    context.request.patch("/api/v1/me", data={"locale": language})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("pages", nargs="+")
    parser.add_argument("--base", default="http://localhost:3000")
    parser.add_argument("--email", default="demo@learnconnect.local")
    parser.add_argument("--password", default="demo-learnconnect")
    parser.add_argument("--visitor", action="store_true", help="without signing in")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--full", action="store_true", help="the whole length of the page")
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    ways = QUICK if given.quick else itertools.product(SIZES, ("light", "dark"), ("tr", "en"))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
        for size, theme, language in ways:
            context = context_for(browser, given.base, size, theme, language)
            if not given.visitor:
                sign_in(context, given.email, given.password, language)
            page = context.new_page()
            page.on("console", lambda m: m.type == "error" and print("console:", m.text))
            page.on("pageerror", lambda e: print("page error:", e))
            for address in given.pages:
                page.goto(address, wait_until="networkidle")
                page.wait_for_timeout(600)
                name = address.strip("/").replace("/", "-") or "landing"
                path = given.out / f"{name}_{size}_{theme}_{language}.png"
                page.screenshot(path=path, full_page=given.full)
                print(path)
            context.close()
        browser.close()


if __name__ == "__main__":
    main()
