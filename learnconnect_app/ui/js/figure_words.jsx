// Words and numbers of a picture in the learner's language.
import "./catalog.progress.js";
import { useFormat, useT } from "./i18n.jsx";

const SERIES = {
  done: "progress.series_done",
  needed: "progress.series_needed",
  remembered: "progress.series_remembered",
  predicted: "progress.series_predicted",
  points: "progress.series_points",
  minutes: "progress.series_minutes",
  mean: "progress.series_mean",
  right: "progress.series_right",
  answers: "progress.series_answers",
  sessions: "progress.series_sessions",
  rest: "progress.series_rest",
  tests: "progress.series_tests",
  mastery: "progress.series_mastery",
};
const AXES = {
  day: "progress.axis_day",
  week: "progress.axis_week",
  month: "progress.axis_month",
  hour: "progress.axis_hour",
  weekday: "progress.axis_weekday",
  level: "progress.axis_level",
  name: "progress.axis_name",
};

// Called by pictures as a hook.
export function useWords() {
  const t = useT();
  const f = useFormat();
  const duration = (exact) => {
    const minutes = Math.round(exact);
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
    const key = !hours ? "progress.min" : rest ? "progress.h_min" : "progress.h";
    return t(key, { hours, minutes: rest });
  };
  const weekday = (place) => f.date(`2024-01-0${Number(place) + 1}`, "weekday"); // began on a Monday
  const labels = {
    day: (label) => f.date(label, "medium"),
    week: (label) => f.date(label, "medium"),
    month: (label) => f.date(label, "month"),
    weekday,
    hour: (label) => `${label.padStart(2, "0")}:00`,
    level: (label) => t("progress.level", { level: Number(label) }),
    name: (label) => label,
  };
  const units = {
    minutes: duration,
    percent: f.percent,
    topics: (value) => f.number(Math.round(value * 10) / 10),
    points: (value) => f.number(value),
    factor: (value) => `${f.number(value)}×`,
  };
  return {
    t,
    label: (figure, label) => (labels[figure.axis] ?? labels.name)(label),
    value: (figure, value) => (value === null || value === undefined ? "–" : units[figure.unit](value)),
    series: (series) => series.name || t(SERIES[series.code]),
    axis: (figure) => t(AXES[figure.axis] ?? AXES.name),
    hours: (value) => t("progress.h", { hours: value }),
  };
}
