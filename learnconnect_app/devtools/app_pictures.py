"""`python -m learnconnect_app.devtools.app_pictures`: the pictures that an install dialog shows.

Of the demo learner at ``--base``, in both languages, phone and desktop, into `assets/screens/`;
`api/manifest.py` names them.
"""

from __future__ import annotations

import argparse
import base64
import sys
from typing import Any

from playwright.sync_api import sync_playwright

from learnconnect_app.devtools.app_icons import ASSETS
from learnconnect_app.devtools.chromium import ARGUMENTS, find_chromium
from learnconnect_app.devtools.screenshots import context_for, sign_in

FOLDER = ASSETS / "screens"
PAGES = {"home": "/home", "calendar": "/study", "plan": "/plan"}
SHOWN = {"phone": ("home", "calendar", "plan"), "desktop": ("home", "calendar")}
QUALITY = {"phone": 80, "desktop": 60}
"""A browser on a desktop loads its pictures soon after the first visit; they are kept small."""
DEMO = ("demo@learnconnect.local", "demo-learnconnect")


def webp(page: Any, quality: int) -> bytes:
    """What the window shows; Playwright's own pictures know no WebP."""
    client = page.context.new_cdp_session(page)
    taken = client.send("Page.captureScreenshot", {"format": "webp", "quality": quality})
    return base64.b64decode(taken["data"])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", default="http://localhost:3000")
    given = parser.parse_args()
    FOLDER.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
        for size in ("phone", "desktop"):
            for language in ("en", "tr"):
                context = context_for(browser, given.base, size, "light", language)
                sign_in(context, *DEMO, language)
                page = context.new_page()
                for name in SHOWN[size]:
                    page.goto(PAGES[name], wait_until="networkidle")
                    page.wait_for_timeout(800)
                    path = FOLDER / f"{name}_{size}_{language}.webp"
                    path.write_bytes(webp(page, QUALITY[size]))
                    print(f"{path.name}: {path.stat().st_size} bytes")
                context.close()
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
