"""A real PostgreSQL for tests and measurements, started by themselves and gone with them.

It listens on a free loopback port and lives in a temporary folder. As root it runs as an
unprivileged user, because PostgreSQL refuses root. Missing binaries are installed on CI, where
these tests are never skipped, and for root; for anyone else they are a reason to skip.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg

USER = "learnconnect"
SECONDS_TO_START = 60
FAST_AND_FORGETFUL = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


class PostgresMissingError(Exception):
    """There are no binaries and they may not be installed here. The message says why."""


@contextmanager
def postgres_server() -> Iterator[str]:
    """The address of an empty server, without a database: ``postgresql+psycopg://.../``.

    Raises ``PostgresMissingError``, though never on CI.
    """
    binaries = _binaries()
    with tempfile.TemporaryDirectory(prefix="learnconnect-pg-", ignore_cleanup_errors=True) as name:
        folder, prefix = Path(name), _as_unprivileged()
        if prefix:
            owner = _unprivileged()
            os.chown(folder, owner.pw_uid, owner.pw_gid)
        _create_cluster(binaries, folder, prefix)
        with _serving(binaries, folder, prefix) as port:
            yield f"postgresql+psycopg://{USER}@127.0.0.1:{port}/"


def _create_cluster(binaries: Path, folder: Path, prefix: list[str]) -> None:
    initdb = [str(binaries / "initdb"), "-D", str(folder / "data"), "-U", USER, "-A", "trust"]
    options = ["--encoding=UTF8", "--locale=C", "--no-sync"]
    done = subprocess.run([*prefix, *initdb, *options], cwd="/", capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"initdb failed: {done.stderr}")


@contextmanager
def _serving(binaries: Path, folder: Path, prefix: list[str]) -> Iterator[int]:
    port = _free_port()
    settings = ("listen_addresses=127.0.0.1", f"port={port}", "unix_socket_directories=")
    options = [word for each in (*settings, *FAST_AND_FORGETFUL) for word in ("-c", each)]
    command = [*prefix, str(binaries / "postgres"), "-D", str(folder / "data"), *options]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd="/", stdout=log, stderr=log)
    try:
        _wait_until_up(process, port, folder / "log")
        yield port
    finally:
        process.send_signal(signal.SIGINT)  # PostgreSQL's fast shutdown
        process.wait(SECONDS_TO_START)


def _wait_until_up(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    deadline = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            psycopg.connect(host="127.0.0.1", port=port, user=USER, dbname="postgres").close()
            return
        except psycopg.OperationalError as error:
            if process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"PostgreSQL did not start: {log.read_text()}") from error
            time.sleep(0.05)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _as_unprivileged() -> list[str]:
    """What goes before a command so that it does not run as root."""
    if os.geteuid() != 0:
        return []
    user = _unprivileged()
    return ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]


def _unprivileged() -> Any:
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    return names.get("postgres") or names["nobody"]


def _binaries() -> Path:
    is_on_ci = os.environ.get("CI") == "true"
    if not (found := _find()) and (is_on_ci or os.geteuid() == 0):
        _install()
        found = _find()
    if found:
        return found
    if is_on_ci:
        raise RuntimeError("PostgreSQL could not be installed, and CI never skips its tests")
    raise PostgresMissingError(
        "no PostgreSQL found in PATH or /usr/lib/postgresql: install postgresql"
    )


def _find() -> Path | None:
    """The folder of ``initdb`` and ``postgres``: from PATH, else Debian's newest version."""
    if on_path := shutil.which("initdb"):
        return Path(on_path).resolve().parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=_version)
    return versions[-1].parent if versions else None


def _version(initdb: Path) -> int:
    name = initdb.parent.parent.name
    return int(name) if name.isdigit() else 0


def _install() -> None:
    sudo = [] if os.geteuid() == 0 else ["sudo", "-n"]
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (
        ["update", "-q"],
        ["install", "-y", "-q", "--no-install-recommends", "postgresql"],
    ):
        try:
            subprocess.run([*sudo, "apt-get", *words], env=quiet, capture_output=True, check=True)
        except (OSError, subprocess.CalledProcessError):
            return
