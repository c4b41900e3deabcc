"""A web process of its own behind a cable that can be cut, and what a device keeps of a learner."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from learnconnect_app.devtools.running import ROOT, free_port, wait_until_ready
from tests.e2e.cable import Cable
from tests.e2e.conftest import App

KEPT = """
async () => {
  const names = (await indexedDB.databases()).map(({ name }) => name);
  if (!names.includes("learnconnect")) return null;
  const base = await new Promise((done) => {
    const asked = indexedDB.open("learnconnect", 1);
    asked.onsuccess = () => done(asked.result);
  });
  const all = (store, what) => new Promise((done) => {
    const asked = base.transaction(store).objectStore(store)[what]();
    asked.onsuccess = () => done(asked.result);
  });
  const found = { keys: await all("kept", "getAllKeys"), acts: await all("acts", "getAll"),
    told: await all("told", "getAll"), kept: await all("kept", "getAll") };
  base.close();
  return found;
}
"""


NEWER = '<meta name="build" content="newer">'


class Wired:
    """The database of ``app``, served at an address that is the cable's."""

    def __init__(self, app: App) -> None:
        self._address = str(app.database.writer.url)
        self._port = free_port()
        self.cable = Cable(self._port)
        self._log = app.log.with_name("wired.log")
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return self.cable.url

    def start(self, root: Path = ROOT) -> None:
        """Serve the build below ``root``."""
        environment = {
            **os.environ,
            "PORT": str(self._port),
            "LEARNCONNECT_PUBLIC_URL": self.url,
            "LEARNCONNECT_DATABASE_URL": self._address,
            "LEARNCONNECT_ENV": "test",
            "PYTHONPATH": str(ROOT),
        }
        with self._log.open("a") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "learnconnect_app.devtools.serve"],
                cwd=root,
                env=environment,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        wait_until_ready(f"http://localhost:{self._port}", seconds=180)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(timeout=20)
            self._process = None

    @property
    def log(self) -> Path:
        return self._log


def another_build(root: Path) -> Path:
    """The build that is there as if something of its offline page had changed: served from here."""
    for name in ("rxconfig.py", "assets"):
        (root / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / ".web", root / ".web", ignore=shutil.ignore_patterns("node_modules"))
    page = root / ".web" / "build" / "client" / "offline" / "index.html"
    for compressed in page.parent.glob("index.html.*"):
        compressed.unlink()
    page.write_text(page.read_text().replace("</head>", f"{NEWER}</head>"))
    return root


def kept(page: Page) -> dict[str, Any]:
    """What this device's database holds; empty before there is one."""
    return dict(page.evaluate(KEPT) or {"keys": [], "acts": [], "told": [], "kept": []})


def wait_until_kept(page: Page) -> None:
    """The worker has the offline page, and the page has kept the plan."""
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    wait_for(page, lambda all_: "plan" in all_["keys"])


def wait_until_sent(page: Page) -> None:
    """No act waits on this device any more."""
    wait_for(page, lambda all_: all(act["sentAt"] for act in all_["acts"]))


def wait_for(page: Page, is_so: Callable[[dict[str, Any]], bool], seconds: float = 60) -> None:
    """Until this is so of what is `kept`."""
    end = time.monotonic() + seconds
    while not is_so(found := kept(page)):
        assert time.monotonic() < end, found
        page.wait_for_timeout(200)
