"""All tables, imported here so that migrations and tests see every one."""

from learnconnect_app.models.attempts import Attempt, AttemptItem, WeakTopicDiagnosis
from learnconnect_app.models.calendars import (
    CalendarConnection,
    CalendarEvent,
    CalendarFeed,
    OAuthRequest,
)
from learnconnect_app.models.curricula import (
    Course,
    Curriculum,
    Lesson,
    Module,
    Resource,
    RoleProfile,
    Skill,
    Topic,
)
from learnconnect_app.models.feedback import Dismissal, LessonFeedback, ResourceVote
from learnconnect_app.models.items import Item, ItemCalibration, ItemVariant
from learnconnect_app.models.mastery import LearnerMastery, TopicMastery
from learnconnect_app.models.mistakes import Mistake
from learnconnect_app.models.outbox import Heartbeat, OutboxMessage
from learnconnect_app.models.plans import (
    CorrectionPlan,
    DailyTask,
    PersonalizedPlan,
    PlanPause,
    WeeklyPlan,
)
from learnconnect_app.models.reminders import (
    ChannelState,
    Notification,
    PushSubscription,
    ReminderPlanning,
    ReminderSetting,
    ReminderSwitch,
    WeeklyReport,
)
from learnconnect_app.models.sessions import AuthSession, PasswordReset, RateLimit
from learnconnect_app.models.streaks import DailyActivity, StreakFreeze
from learnconnect_app.models.study_plans import (
    Absence,
    BusyTime,
    PlanChange,
    StudyPause,
    StudyPlan,
)
from learnconnect_app.models.study_sessions import LessonProgress, StudySession
from learnconnect_app.models.users import User
from learnconnect_app.models.xp import XPReward

__all__ = [
    "Absence",
    "Attempt",
    "AttemptItem",
    "AuthSession",
    "BusyTime",
    "CalendarConnection",
    "CalendarEvent",
    "CalendarFeed",
    "ChannelState",
    "CorrectionPlan",
    "Course",
    "Curriculum",
    "DailyActivity",
    "DailyTask",
    "Dismissal",
    "Heartbeat",
    "Item",
    "ItemCalibration",
    "ItemVariant",
    "LearnerMastery",
    "Lesson",
    "LessonFeedback",
    "LessonProgress",
    "Mistake",
    "Module",
    "Notification",
    "OAuthRequest",
    "OutboxMessage",
    "PasswordReset",
    "PersonalizedPlan",
    "PlanChange",
    "PlanPause",
    "PushSubscription",
    "RateLimit",
    "ReminderPlanning",
    "ReminderSetting",
    "ReminderSwitch",
    "Resource",
    "ResourceVote",
    "RoleProfile",
    "Skill",
    "StreakFreeze",
    "StudyPause",
    "StudyPlan",
    "StudySession",
    "Topic",
    "TopicMastery",
    "User",
    "WeakTopicDiagnosis",
    "WeeklyPlan",
    "WeeklyReport",
    "XPReward",
]
