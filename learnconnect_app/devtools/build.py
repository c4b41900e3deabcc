"""`python -m learnconnect_app.devtools.build`: builds the frontend when what it is made of changed.

The fingerprint of sources, catalogs, assets, requirements and Reflex's configuration is kept beside
the build, so a second start is quick.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
STAMP = ROOT / ".web" / "build" / "fingerprint"
SOURCES = (
    "learnconnect_app/**/*.py",
    "learnconnect_app/ui/*.js",
    "learnconnect_app/ui/js/*.jsx",
    "learnconnect_app/locales/**/*.po",
    "assets/**/*",
    "rxconfig.py",
    "requirements.txt",
)
NOT_IN_THE_BROWSER = ("content", "models", "scheduler", "devtools", "adapters", "services")


def fingerprint() -> str:
    digest = hashlib.sha256(os.environ.get("LEARNCONNECT_ENV", "").encode())
    for pattern in SOURCES:
        for path in sorted(ROOT.glob(pattern)):
            parts = path.relative_to(ROOT).parts
            if path.is_file() and "external" not in parts and parts[1:2] not in _left_out():
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


def main() -> int:
    wanted = fingerprint()
    if STAMP.exists() and STAMP.read_text() == wanted:
        return 0
    build()
    STAMP.write_text(wanted)
    return 0


if __name__ == "__main__":
    sys.exit(main())
