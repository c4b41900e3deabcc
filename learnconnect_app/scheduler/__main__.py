"""`python -m learnconnect_app.scheduler`: runs the ticks until it is told to stop."""

from __future__ import annotations

import logging
import signal
from datetime import UTC

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler

from learnconnect_app.adapters import clock
from learnconnect_app.adapters.logs import configure_logs
from learnconnect_app.scheduler import ticks

SECONDS_BETWEEN = {
    ticks.beat: 20,
    ticks.plan_reminders: 10,
    ticks.send_mails: 2,
    ticks.send_pushes: 2,
    ticks.tell_in_app: 2,
    ticks.submit_expired_tests: 15,
    ticks.settle_study_days: 60,
    ticks.sync_calendars: 15,
    ticks.make_weekly_reports: 60,
    ticks.delete_accounts: 60,
    ticks.tidy: 60,
    ticks.forget_notifications: 3600,
    ticks.recalibrate_items: 3600,
}


def main() -> None:
    configure_logs()
    logging.getLogger("apscheduler").setLevel(logging.WARNING)
    for stop in (signal.SIGINT, signal.SIGTERM):
        signal.signal(stop, lambda *_: ticks.stopping.set())
    # rows are the schedule; APScheduler only keeps the beat, so nothing it forgets is lost
    scheduler = BackgroundScheduler(
        timezone=UTC,
        executors={"default": ThreadPoolExecutor(len(SECONDS_BETWEEN))},  # none waits for another
        job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
    )
    for tick, seconds in SECONDS_BETWEEN.items():
        scheduler.add_job(tick, "interval", seconds=seconds, next_run_time=clock.now())
    scheduler.start()
    ticks.stopping.wait()
    scheduler.shutdown(wait=True)


if __name__ == "__main__":
    main()
