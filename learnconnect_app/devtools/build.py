"""`python -m learnconnect_app.devtools.build`: builds the frontend when what it is made of changed.

The fingerprint of sources, catalogs, assets, requirements and Reflex's configuration is kept beside
the build, so a second start is quick.
"""

from __future__ import annotations

import fcntl
import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
STAMP = ROOT / ".web" / "build" / "fingerprint"
SOURCES = (
    "learnconnect_app/**/*.py",
    "learnconnect_app/ui/*.js",
    "learnconnect_app/ui/js/*.js*",
    "learnconnect_app/locales/**/*.po",
    "assets/**/*",
    "rxconfig.py",
    "requirements.txt",
)
NOT_IN_THE_BROWSER = ("content", "models", "scheduler", "devtools", "adapters", "services")


def fingerprint() -> str:
    is_production = os.environ.get("LEARNCONNECT_ENV") == "production"  # it has fewer pages
    digest = hashlib.sha256(str(is_production).encode())
    for pattern in SOURCES:
        for path in sorted(ROOT.glob(pattern)):
            parts = path.relative_to(ROOT).parts
            if path.is_file() and parts[1:2] not in _left_out():
                digest.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return digest.hexdigest()


def _left_out() -> set[tuple[str, ...]]:
    return {(name,) for name in NOT_IN_THE_BROWSER}


def build() -> None:
    subprocess.run(
        [sys.executable, "-m", "reflex", "export", "--frontend-only", "--no-zip", "--env", "prod"],
        cwd=ROOT,
        env={
            **os.environ,
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}",
            "REFLEX_TELEMETRY_ENABLED": "false",
            "REFLEX_USE_SYSTEM_BUN": "1",  # bun and Node came with the Python packages
        },
        check=True,
    )


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Two builds would write the same files: the second waits, and finds that it is done."""
    folder = os.open(ROOT, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def main() -> int:
    with one_at_a_time():
        wanted = fingerprint()
        if STAMP.exists() and STAMP.read_text() == wanted:
            return 0
        build()
        STAMP.write_text(wanted)
    return 0


if __name__ == "__main__":
    sys.exit(main())
