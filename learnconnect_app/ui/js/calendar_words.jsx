// What the calendar's parts share: words, dates and times, icons, and the way to drag.
import { createContext } from "react";
import { useFormat, useLanguage, useT } from "./i18n.jsx";
import "./catalog.common.js";
import "./catalog.study.js";

const KINDS = {
  new: "study.kind.new",
  review: "study.kind.review",
  deepen: "study.kind.deepen",
  practice_test: "study.kind.practice_test",
  own: "study.kind.own",
};
const STATUSES = {
  planned: "study.status.planned",
  running: "study.status.running",
  paused: "study.status.paused",
  done: "study.status.done",
  partly: "study.status.partly",
  missed: "study.status.missed",
};
const MARKS = {
  exam: "study.mark.exam",
  rest: "study.mark.rest",
  vacation: "study.mark.vacation",
  illness: "study.mark.illness",
  paused: "study.mark.paused",
};
const REASONS = {
  most_points: "study.why.most_points",
  opens: "study.why.opens",
  continues: "study.why.continues",
  due: "study.why.due",
  spare: "study.why.spare",
  strengthens: "study.why.strengthens",
  weekly_test: "study.why.weekly_test",
  pinned: "study.why.pinned",
};

const formats = {};
const formatted = (language, options, day) =>
  (formats[language + JSON.stringify(options)] ??= new Intl.DateTimeFormat(language, {
    ...options,
    timeZone: "UTC",
  })).format(new Date(`${day}T00:00:00Z`));

const two = (number) => String(number).padStart(2, "0");
export const clock = (minute) => `${two(Math.floor(minute / 60) % 24)}:${two(minute % 60)}`;
export const minuteOf = (time, dayBegins = 240) => {
  const [hours, minutes] = time.split(":").map(Number);
  const minute = hours * 60 + minutes;
  return minute < dayBegins ? minute + 1440 : minute;
};

// Words of sessions and days in the learner's language.
export function useWords() {
  const t = useT();
  const f = useFormat();
  const language = useLanguage();
  const date = (day, options) => (day ? formatted(language, options, day) : "");
  const isDay = (value) => /^\d{4}-\d\d-\d\d$/.test(value ?? "");
  const kind = (session) => t(KINDS[session.kind] ?? "study.kind.own");
  return {
    t,
    kind,
    long: (day) => f.date(day, "long"),
    weekday: (day) => f.date(day, "weekday"),
    number: (day) => Number(day.slice(8)),
    monthYear: (day) => date(day, { month: "long", year: "numeric" }),
    weekdayName: (day) => date(day, { weekday: "long" }),
    shortDay: (day) => date(day, { weekday: "short", day: "numeric", month: "short" }),
    fullDay: (day) => date(day, { day: "numeric", month: "long", year: "numeric" }),
    name: (session) => session.title || kind(session),
    status: (session) => t(STATUSES[session.status] ?? "study.status.planned"),
    mark: (day) => (day.mark ? t(MARKS[day.mark] ?? "study.mark.rest") : ""),
    minutes: (n) => t("common.minutes", { n }),
    ofMinutes: (day, planned) => t("study.of_minutes", { planned, minutes: day.minutes }),
    why: (session) =>
      session.why
        ? t(REASONS[session.why] ?? "study.why.pinned", {
            n: session.why_number,
            topic: session.why_topic,
          })
        : "",
    refusal: ({ code, params }) =>
      t(`error.${code}`, {
        ...params,
        ...Object.fromEntries(
          Object.entries(params ?? {})
            .filter(([, value]) => isDay(value))
            .map(([name, value]) => [name, f.date(value, "long")]),
        ),
      }),
  };
}

// Icons of content, from the one file that holds them all.
export const Sign = ({ name, size = 16 }) => (
  <svg width={size} height={size} fill="none" stroke="currentColor" strokeWidth="1.9"
    strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" className="shrink-0">
    <use href={`/icons.svg#${name}`} />
  </svg>
);

// A field with its label above.
export const Labelled = ({ label, children, className = "" }) => (
  <label className={`block min-w-0 ${className}`}>
    <span className="block text-sm font-semibold mb-1.5">{label}</span>
    {children}
  </label>
);

// Without drag and drop, which is fetched once it may be wanted.
const Plain = ({ children }) => children({});
export const STILL = { Area: ({ children }) => children, Draggable: Plain, Droppable: Plain };
export const Kit = createContext(STILL);

// What planning a session on a day makes of its minutes, and whether the day takes it.
export function landing(day, session) {
  const isThere = day.sessions.some((each) => each.id === session.id);
  const counts = session.kind !== "own" && !isThere;
  const planned = day.planned + (counts ? session.minutes : 0);
  const isOpen = !day.is_past && (session.kind === "own" || !day.mark);
  return { planned, isOver: counts && planned > day.minutes, isOpen };
}
