"""`python -m learnconnect_app.devtools.chromium`: finds a Chromium, or installs one, and names it.

In this order: the one at ``CHROMIUM``, one on PATH, Playwright's own, Playwright's download, the
system's package.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find_chromium() -> str | None:
    """Path of a Chromium that is there."""
    named = os.environ.get("CHROMIUM")
    if named and Path(named).exists():
        return named
    for name in NAMES:
        if path := shutil.which(name):
            return path
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    return own if Path(own).exists() else None


def install() -> None:
    """Try Playwright's download, then the system's package manager."""
    download = [sys.executable, "-m", "playwright", "install", "chromium"]
    try:
        done = subprocess.run(download, timeout=240).returncode == 0
    except subprocess.TimeoutExpired:
        done = False
    if done or shutil.which("apt-get") is None:
        return
    as_root = [] if os.geteuid() == 0 else ["sudo", "-n"]
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run([*as_root, "apt-get", "update", "-qq"], env=quiet)
    subprocess.run([*as_root, "apt-get", "install", "-y", "-qq", "chromium"], env=quiet)


def main() -> int:
    if find_chromium() is None:
        install()
    path = find_chromium()
    print(path or "no Chromium was found or could be installed: set CHROMIUM to one")
    return 0 if path else 1


if __name__ == "__main__":
    sys.exit(main())
