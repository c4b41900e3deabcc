"""`python -m learnconnect_app.devtools.bench_pages`: weight of the pages, Lighthouse of the main.

Bytes are what a first visit transfers, compressed, as Chromium counts them. Lighthouse runs its
mobile preset in the same browser; it is installed into `.bench/` at first use.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Playwright, sync_playwright

from learnconnect_app.devtools.chromium import ARGUMENTS, find_chromium
from learnconnect_app.devtools.running import ROOT, free_port, running_app

FOLDER = ROOT / ".bench"
LIGHTHOUSE = "lighthouse@13.4.0"
MOST_KB = 200
MAIN = ("/", "/home", "/plan", "/study", "/test")
"""The test comes last: a new learner signs in for it."""
OTHERS = (
    "/plan/new",
    "/study/new",
    "/lesson",
    "/mistakes",
    "/notifications",
    "/reports",
    "/settings",
)
KEPT = "service_workers,cache_storage"
"""What only a second visit has, in the words of the protocol."""
FEWEST = {"performance": 95, "accessibility": 100, "best-practices": 100}
DEMO = {"email": "demo@learnconnect.local", "password": "demo-learnconnect"}
NEWCOMER = {
    "email": "new@learnconnect.local",
    "password": "demo-learnconnect",
    "display_name": "Can",
}


def origin_of(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def transferred(context: BrowserContext, url: str) -> int:
    """Bytes over the network for a first visit, until nothing more is asked for."""
    page = context.new_page()
    client = context.new_cdp_session(page)
    client.send("Network.enable")
    client.send("Network.clearBrowserCache")
    client.send("Storage.clearDataForOrigin", {"origin": origin_of(url), "storageTypes": KEPT})
    total = 0

    def finished(event: dict[str, Any]) -> None:
        nonlocal total
        total += int(event["encodedDataLength"])

    client.on("Network.loadingFinished", finished)
    page.goto(url, wait_until="networkidle")
    page.wait_for_timeout(500)
    page.close()
    return total


def test_address(context: BrowserContext, base: str) -> str:
    """A running test: the address of an assessment that a new learner just began."""
    answer = context.request.post(f"{base}/api/v1/auth/register", data=NEWCOMER)
    assert answer.ok, answer.text()
    page = context.new_page()
    page.goto(f"{base}/plan/new")
    page.get_by_test_id("track-python").click()
    page.get_by_test_id("start-assessment").click()
    page.wait_for_url(re.compile("/test/"))
    address = page.url.removeprefix(base)
    page.close()
    return address


def lesson_address(context: BrowserContext, base: str) -> str:
    """The first lesson of today; the demo learner always has one."""
    sessions = context.request.get(f"{base}/api/v1/today").json()["items"]
    return next(each["href"] for each in sessions if each["href"].startswith("/lesson/"))


def install_lighthouse() -> Path:
    program = FOLDER / "node_modules" / "lighthouse" / "cli" / "index.js"
    if not program.exists():
        FOLDER.mkdir(exist_ok=True)
        npm = ["npm", "install", "--silent", "--no-save", "--prefix", str(FOLDER), LIGHTHOUSE]
        subprocess.run(npm, check=True)
    return program


def lighthouse(program: Path, url: str, port: int) -> dict[str, int]:
    """Scores 0-100 by category, in the browser that listens on ``port``."""
    done = subprocess.run(
        [
            "node",
            str(program),
            url,
            f"--port={port}",
            "--output=json",
            "--quiet",
            f"--only-categories={','.join(FEWEST)}",
        ],
        capture_output=True,
        text=True,
        env={**os.environ, "CHROME_PATH": find_chromium() or ""},
    )
    if done.returncode:
        raise SystemExit(f"Lighthouse on {url}: {done.stderr.strip()[-600:]}")
    report = json.loads(done.stdout)
    (FOLDER / f"{url.rsplit('/', 1)[-1] or 'landing'}.json").write_text(done.stdout)
    return {name: round(100 * (report["categories"][name]["score"] or 0)) for name in FEWEST}


def signed_in(playwright: Playwright, base: str, port: int) -> BrowserContext:
    profile = FOLDER / "profile"
    subprocess.run(["rm", "-rf", str(profile)], check=True)
    context = playwright.chromium.launch_persistent_context(
        str(profile),
        executable_path=find_chromium(),
        args=[*ARGUMENTS, f"--remote-debugging-port={port}"],
        viewport={"width": 390, "height": 844},
    )
    answer = context.request.post(f"{base}/api/v1/auth/login", data=DEMO)
    assert answer.ok, answer.text()
    return context


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--no-lighthouse", action="store_true")
    given = parser.parse_args()
    FOLDER.mkdir(exist_ok=True)
    program = None if given.no_lighthouse else install_lighthouse()
    missed = []
    with running_app() as base, sync_playwright() as playwright:
        port = free_port()
        context = signed_in(playwright, base, port)
        print(f"{'page':<10}{'kB':>7}  (bar {MOST_KB})", *FEWEST)
        addresses = {"/lesson": lesson_address, "/test": test_address}
        for name in (*OTHERS, *MAIN):
            url = base + (addresses[name](context, base) if name in addresses else name)
            kilobytes = transferred(context, url) / 1000
            scores = lighthouse(program, url, port) if program and name in MAIN else {}
            print(f"{name:<10}{kilobytes:>7.0f}", *scores.values(), flush=True)
            if kilobytes > MOST_KB or any(scores[n] < FEWEST[n] for n in scores):
                missed.append(name)
        context.close()
    print("every bar is met" if not missed else f"missed on {', '.join(missed)}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
