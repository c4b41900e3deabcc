"""`python -m learnconnect_app.devtools.bench_opening`: do pages jump, and how soon can one act?

Layout shift (CLS) of every page on a phone and a desktop, over loading and three seconds more. And
on a throttled phone (processor four times slower, 1.6 Mbit/s, 150 ms a round trip, as Lighthouse
has them) the time until a main page shows its data and answers a press. That time scales with what
else the machine does: its load is printed beside.
"""

from __future__ import annotations

import argparse
import os
import sys
from typing import Any

from playwright.sync_api import Browser, BrowserContext, sync_playwright

from learnconnect_app.devtools.bench_pages import DEMO, MAIN, OTHERS, lesson_address
from learnconnect_app.devtools.chromium import ARGUMENTS, find_chromium
from learnconnect_app.devtools.running import running_app

SIZES = {"phone": (390, 844), "desktop": (1440, 900)}
OPEN = ("/", "/login", "/register")
MOST_SHIFT = 0.05
MOST_SECONDS = 3.0
SECONDS_WATCHED = 3
SLOWER = 4
NETWORK = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1_600_000 / 8,
    "uploadThroughput": 750_000 / 8,
}
NOTE_SHIFTS = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
NOTE_READY = """
(function look() {
  const button = document.querySelector("[data-testid=language]");
  const answers = button && Object.keys(button).some((key) => key.startsWith("__reactProps"));
  const isFilled = !document.querySelector("[aria-busy=true]");
  if (answers && isFilled) window.readyAt ??= performance.now() / 1000;
  else requestAnimationFrame(look);
})();
"""


def context_of(browser: Browser, size: str) -> BrowserContext:
    width, height = SIZES[size]
    context = browser.new_context(viewport={"width": width, "height": height}, locale="tr-TR")
    context.add_init_script(NOTE_SHIFTS)
    return context


def sign_in(context: BrowserContext, base: str) -> None:
    answer = context.request.post(f"{base}/api/v1/auth/login", data=DEMO)
    assert answer.ok, answer.text()


def shift_of(context: BrowserContext, url: str) -> float:
    page = context.new_page()
    page.goto(url)
    page.wait_for_timeout(1000 * SECONDS_WATCHED)
    shift: float = page.evaluate("window.shift")
    page.close()
    return shift


def seconds_to_act(context: BrowserContext, url: str) -> float:
    """On a first visit by a slow phone."""
    page = context.new_page()
    client: Any = context.new_cdp_session(page)
    client.send("Network.enable")
    client.send("Network.clearBrowserCache")
    client.send("Network.emulateNetworkConditions", NETWORK)
    client.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    page.add_init_script(NOTE_READY)
    page.goto(url, wait_until="commit")
    ready = "new Promise((done) => setInterval(() => window.readyAt && done(window.readyAt), 50))"
    seconds: float = page.evaluate(ready)
    page.close()
    return seconds


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", default="", help="a running app; otherwise one is started")
    given = parser.parse_args()
    if given.base:
        return measure(given.base)
    with running_app() as base:
        return measure(base)


def measure(base: str) -> int:
    missed = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=ARGUMENTS)
        print(f"{'page':<16}{'phone':>9}{'desktop':>9}  layout shift (bar {MOST_SHIFT})")
        contexts = {size: context_of(browser, size) for size in SIZES}
        known = {name: [shift_of(each, base + name) for each in contexts.values()] for name in OPEN}
        for each in contexts.values():
            sign_in(each, base)
        lesson = lesson_address(contexts["phone"], base)
        for name in (*OTHERS, *MAIN):
            if name in ("/", "/test"):
                continue
            address = lesson if name == "/lesson" else name
            known[name] = [shift_of(each, base + address) for each in contexts.values()]
        for name, shifts in known.items():
            print(f"{name:<16}" + "".join(f"{shift:>9.4f}" for shift in shifts), flush=True)
            missed += [name] * (max(shifts) > MOST_SHIFT)
        print(f"\n{'page':<16}{'seconds':>9}  to the first action (bar {MOST_SECONDS})")
        for name in MAIN[:-1]:
            context = context_of(browser, "phone")
            if name != "/":
                sign_in(context, base)
            seconds = seconds_to_act(context, base + name)
            print(f"{name:<16}{seconds:>9.2f}  load {os.getloadavg()[0]:.1f}", flush=True)
            missed += [name] * (seconds > MOST_SECONDS)
            context.close()
        browser.close()
    print("every bar is met" if not missed else f"missed on {', '.join(missed)}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
