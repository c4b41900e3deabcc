"""What is known of a learner when a message to them is due."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from learnconnect_app.domain.daily_goals import DaySession, minutes_left
from learnconnect_app.domain.reminders import ReminderSettings
from learnconnect_app.models import OutboxMessage, StudySession
from learnconnect_app.services.session_rows import clock_of

LONGEST_BREAK = timedelta(minutes=15)


@dataclass
class Facts:
    """Of one learner, on their study day."""

    timezone: str
    is_streak_shown: bool
    is_leaving: bool
    address: str
    """Where mail may go: empty until its owner has confirmed it."""
    now: datetime
    day: date
    settings: ReminderSettings
    is_away: bool = False
    active_plans: set[UUID] = field(default_factory=set)
    paused_plans: set[UUID] = field(default_factory=set)
    rest_began: date = date.min
    """Day on which the latest of them was paused."""
    finished_on: date | None = None
    """Day on which the latest plan was finished."""
    phases: dict[UUID, str] = field(default_factory=dict)
    """Of active skill plans."""
    is_begun: bool = False
    minutes_today: int = 0
    own_goal: int = 0
    """Minutes a day that the learner has set; 0: none."""
    sessions: list[StudySession] = field(default_factory=list)
    """Of today and of the days around it, of the active study plan."""
    is_at_task: bool = False
    """A day of the skill plan was started a little while ago and is not done."""
    has_task: bool = False
    """A day of the skill plan, or a test, waits."""
    tests_ready: set[UUID] = field(default_factory=set)
    """Weeks whose test can be taken."""
    is_at_test: bool = False
    tests_running: set[UUID] = field(default_factory=set)
    """Skill plans one of whose tests is under way."""
    channels_off: set[str] = field(default_factory=set)
    devices: set[str] = field(default_factory=set)
    frozen_days: dict[str, bool] = field(default_factory=dict)
    """Covered by a freeze: whether that was shown."""
    broken_calendars: set[str] = field(default_factory=set)
    reports_read: set[str] = field(default_factory=set)
    rewards_ending: set[str] = field(default_factory=set)
    """Redemptions that can be used until some day, and nothing of the kind longer."""
    pushes: list[OutboxMessage] = field(default_factory=list)
    """Of about today."""

    @property
    def is_resting(self) -> bool:
        """All plans there are are paused, and that is how the learner left them: whoever paused
        one for another, and has finished that, does not rest."""
        is_finished = self.finished_on is not None and self.finished_on >= self.rest_began
        return bool(self.paused_plans) and not self.active_plans and not is_finished

    @property
    def is_at_work(self) -> bool:
        """Now, at a session, a day or a test, or in a break between two sessions. Who forgot a
        clock is not."""
        is_running = any(
            session.status == "running" and not clock_of(session).is_forgotten(self.now)
            for session in self.sessions
        )
        return is_running or self.is_at_task or self.is_at_test or self._is_in_break

    @property
    def _is_in_break(self) -> bool:
        ended = [session.ended_at for session in self.todays if session.ended_at]
        has_more = any(session.status in ("planned", "paused") for session in self.todays)
        return has_more and any(self.now - at < LONGEST_BREAK for at in ended)

    @property
    def todays(self) -> list[StudySession]:
        return [row for row in self.sessions if row.day == self.day]

    @property
    def minutes_left(self) -> int:
        """To the goal of the day: their own while anything is planned, else the plan's."""
        if self.own_goal:
            return 0 if self.is_done else max(0, self.own_goal - self.minutes_today)
        return minutes_left(
            [DaySession(s.minutes, s.status, s.percent) for s in self.todays if s.kind != "own"]
        )

    @property
    def is_done(self) -> bool:
        """Nothing is left of what was planned for today."""
        is_open = any(s.status in ("planned", "running", "paused") for s in self.todays)
        return not is_open and not self.has_task
