"""`python -m learnconnect_app.devtools.bench`: every figure, one after another."""

from __future__ import annotations

import subprocess
import sys

PARTS = (
    "bench_assessment",
    "bench_mastery",
    "bench_planner",
    "bench_outbox",
    "bench_progress",
    "bench_load",
    "bench_pages",
    "bench_opening",
)


def main() -> int:
    results = {}
    for part in PARTS:
        print(f"\n== {part}", flush=True)
        command = [sys.executable, "-m", f"learnconnect_app.devtools.{part}"]
        results[part] = subprocess.run(command).returncode
    missed = [part for part, code in results.items() if code]
    print("\nall bars are met" if not missed else f"\nmissed: {', '.join(missed)}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
