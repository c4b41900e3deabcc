"""All tables, imported here so that migrations and tests see every one."""

from learnconnect_app.models.achievements import Achievement, Challenge, LearnerGoal
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
from learnconnect_app.models.mentors import Mentorship, MentorVisit, ShareLink
from learnconnect_app.models.mistakes import Mistake
from learnconnect_app.models.offline import Operation
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
from learnconnect_app.models.resumes import ResumeImpact
from learnconnect_app.models.rewards import PointsEntry, Redemption, Reward, RewardCode
from learnconnect_app.models.sessions import (
    AuthSession,
    EmailConfirmation,
    PasswordReset,
    RateLimit,
)
from learnconnect_app.models.starts import StartStep
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
from learnconnect_app.models.wellbeing import MoodEntry
from learnconnect_app.models.xp import XPReward

__all__ = [
    "Absence",
    "Achievement",
    "Attempt",
    "AttemptItem",
    "AuthSession",
    "BusyTime",
    "CalendarConnection",
    "CalendarEvent",
    "CalendarFeed",
    "Challenge",
    "ChannelState",
    "CorrectionPlan",
    "Course",
    "Curriculum",
    "DailyActivity",
    "DailyTask",
    "Dismissal",
    "EmailConfirmation",
    "Heartbeat",
    "Item",
    "ItemCalibration",
    "ItemVariant",
    "LearnerGoal",
    "LearnerMastery",
    "Lesson",
    "LessonFeedback",
    "LessonProgress",
    "MentorVisit",
    "Mentorship",
    "Mistake",
    "Module",
    "MoodEntry",
    "Notification",
    "OAuthRequest",
    "Operation",
    "OutboxMessage",
    "PasswordReset",
    "PersonalizedPlan",
    "PlanChange",
    "PlanPause",
    "PointsEntry",
    "PushSubscription",
    "RateLimit",
    "Redemption",
    "ReminderPlanning",
    "ReminderSetting",
    "ReminderSwitch",
    "Resource",
    "ResourceVote",
    "ResumeImpact",
    "Reward",
    "RewardCode",
    "RoleProfile",
    "ShareLink",
    "Skill",
    "StartStep",
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
