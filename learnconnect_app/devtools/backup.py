"""`python -m learnconnect_app.devtools.backup make FILE` and `... restore FILE`.

Copies the database of ``LEARNCONNECT_DATABASE_URL`` while it is in use, as of one moment, and puts
such a copy into a place where nothing is yet. SQLite is copied by its online backup, PostgreSQL by
its own programs, which must be as new as the server. ``make`` of a folder names the file by the
moment, and ``--keep 14`` removes the oldest of those beyond the newest 14. A backup appears under
its name only when it is whole and was read once. The secret key is not in it: keep that elsewhere.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import create_engine, inspect
from sqlalchemy.engine import URL, make_url

from learnconnect_app.settings import settings

SUFFIXES = {"sqlite": ".db", "postgresql": ".dump"}
PREFIX = "learnconnect-"
SECONDS_TO_WAIT = 60
"""For a lock of SQLite's."""


class BackupError(Exception):
    """It cannot be made or restored. The message says why, and nothing was changed."""


def back_up(address: str, file: Path) -> None:
    """A whole copy at ``file``, or an error and no file."""
    url = make_url(address)
    unfinished = file.with_name(f".{file.name}.unfinished")
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        _unread_by_others(unfinished)
        _copy_sqlite(url, unfinished) if _is_sqlite(url) else _dump_postgres(url, unfinished)
        _flushed(unfinished)
        unfinished.replace(file)
    finally:
        unfinished.unlink(missing_ok=True)


def restore(address: str, file: Path) -> None:
    """Fill an empty place. ``BackupError`` where there is anything, or ``file`` is no backup."""
    url = make_url(address)
    if not file.is_file():
        raise BackupError(f"there is no {file}")
    if _is_sqlite(url):
        _restore_sqlite(url, file)
    else:
        _restore_postgres(url, file)


def _is_sqlite(url: URL) -> bool:
    return url.get_backend_name() == "sqlite"


def _unread_by_others(file: Path) -> None:
    """It holds what learners wrote, so it is for its owner alone."""
    file.unlink(missing_ok=True)
    file.touch(mode=0o600)


def _flushed(file: Path) -> None:
    """Written to the disk itself: a power cut after this leaves a whole backup."""
    with file.open("rb") as opened:
        os.fsync(opened.fileno())


# ---- SQLite -----------------------------------------------------------------------------------


def _path_of(url: URL) -> Path:
    return Path(url.database or "")


def _copy_sqlite(url: URL, file: Path) -> None:
    if not _path_of(url).is_file():
        raise BackupError(f"there is no database at {_path_of(url)}")
    with (
        closing(sqlite3.connect(_path_of(url), timeout=SECONDS_TO_WAIT)) as source,
        closing(sqlite3.connect(file)) as target,
    ):
        source.execute("BEGIN")  # one moment: what is written meanwhile does not start it anew
        source.execute("SELECT count(*) FROM sqlite_master").fetchone()
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")  # one file, that needs no other beside it
        _expect_whole(target, file)


def _restore_sqlite(url: URL, file: Path) -> None:
    place = _path_of(url)
    if place.exists() and place.stat().st_size:
        raise BackupError(f"{place} is there already: move it away first")
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as copy:
            _expect_whole(copy, file)
    except sqlite3.DatabaseError as error:
        raise BackupError(f"{file} is no backup of SQLite: {error}") from error
    place.parent.mkdir(parents=True, exist_ok=True)
    unfinished = place.with_name(f".{place.name}.unfinished")
    _unread_by_others(unfinished)
    shutil.copyfile(file, unfinished)
    _flushed(unfinished)
    unfinished.replace(place)


def _expect_whole(database: sqlite3.Connection, file: Path) -> None:
    (found,) = database.execute("PRAGMA integrity_check").fetchone()
    if found != "ok":
        raise BackupError(f"{file} is damaged: {found}")


# ---- PostgreSQL -------------------------------------------------------------------------------


def _dump_postgres(url: URL, file: Path) -> None:
    _run("pg_dump", url, "--format=custom", "--no-owner", "--no-acl", f"--file={file}")
    _run("pg_restore", None, "--list", str(file))


def _restore_postgres(url: URL, file: Path) -> None:
    engine = create_engine(url.set(drivername="postgresql+psycopg"))
    try:
        if inspect(engine).get_table_names():
            raise BackupError("there are tables already: restore into an empty database")
    finally:
        engine.dispose()
    in_one = ("--single-transaction", "--exit-on-error", "--no-owner", "--no-acl")
    _run("pg_restore", url, *in_one, str(file))


def _run(program: str, url: URL | None, *options: str) -> None:
    """The password goes by the environment: a command line can be read by others."""
    environment = dict(os.environ)
    where: list[str] = []
    if url is not None:
        bare = url.set(drivername="postgresql", password=None)
        where = [f"--dbname={bare.render_as_string(hide_password=False)}"]
        if url.password is not None:
            environment["PGPASSWORD"] = str(url.password)
    try:
        done = subprocess.run(
            [program, *where, *options], env=environment, capture_output=True, text=True
        )
    except FileNotFoundError:
        raise BackupError(f"{program} is not installed here") from None
    if done.returncode:
        raise BackupError(f"{program}: {done.stderr.strip()}")


# ---- the command ------------------------------------------------------------------------------


def named(folder: Path, address: str, now: datetime) -> Path:
    """A file of this moment, so that the order of names is that of time."""
    suffix = SUFFIXES[make_url(address).get_backend_name()]
    return folder / f"{PREFIX}{now:%Y%m%dT%H%M%SZ}{suffix}"


def keep_newest(folder: Path, most: int) -> list[Path]:
    """Removes the oldest backups beyond ``most``; those that were removed."""
    backups = sorted(
        each for suffix in SUFFIXES.values() for each in folder.glob(f"{PREFIX}*{suffix}")
    )
    old = sorted(backups, key=lambda each: each.name)[: max(0, len(backups) - most)]
    for each in old:
        each.unlink()
    return old


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("does", choices=("make", "restore"))
    parser.add_argument("file", type=Path, help="a file; for make also a folder")
    parser.add_argument("--keep", type=int, default=0, help="how many a folder keeps; 0: all")
    given = parser.parse_args()
    address = settings().database_url
    try:
        if given.does == "restore":
            restore(address, given.file)
            print(f"restored {given.file}")
            return 0
        is_folder = given.file.is_dir()
        file = named(given.file, address, datetime.now(UTC)) if is_folder else given.file
        back_up(address, file)
        print(f"{file}: {file.stat().st_size} bytes")
        if is_folder and given.keep:
            keep_newest(given.file, given.keep)
    except BackupError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
