// Words and small pieces that the parts of the offline page share.
import { useFormat, useLanguage, useT } from "./i18n.jsx";
import "./catalog.common.js";
import "./catalog.device.js";
import "./catalog.lessons.js";

const SESSION_KINDS = {
  new: "lessons.kind.new",
  review: "lessons.kind.review",
  deepen: "lessons.kind.deepen",
  practice_test: "lessons.kind.practice_test",
  own: "lessons.kind.own",
};
const KINDS = {
  ...SESSION_KINDS,
  task: "device.kind.task",
  extra: "device.kind.extra",
  correction: "device.kind.correction",
  weekly: "device.kind.weekly",
  final: "device.kind.final",
  retest: "device.kind.retest",
  initial: "device.kind.initial",
};

export function useWords() {
  const t = useT();
  const { date, percent } = useFormat();
  const language = useLanguage();
  const at = (moment, options) => new Intl.DateTimeFormat(language, options).format(moment);
  return {
    t,
    date,
    percent,
    kind: ({ kind }) => t(KINDS[kind] ?? KINDS.task),
    minutes: (n) => t("common.minutes", { n }),
    time: (moment) => at(moment, { hour: "2-digit", minute: "2-digit" }),
    moment: (moment) => at(moment, { weekday: "long", hour: "2-digit", minute: "2-digit" }),
  };
}

export const html = (text) => ({ __html: text });

// An icon of the one file that has those of all content.
export const Sign = ({ name, size = 20 }) => (
  <svg width={size} height={size} fill="none" stroke="currentColor" strokeWidth="1.9"
    strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" className="shrink-0">
    <use href={`/icons.svg#${name}`} />
  </svg>
);

export const Card = ({ title, aside, children, ...rest }) => (
  <section className="card-surface p-4 sm:p-6" {...rest}>
    {title ? (
      <div className="flex items-center justify-between gap-3 mb-4">
        <h2 className="heading">{title}</h2>
        {aside}
      </div>
    ) : null}
    {children}
  </section>
);

export const Chip = ({ color = "violet", children }) => (
  <span className={`hued hue-${color} inline-flex items-center gap-1.5 rounded-full px-2.5 py-1 text-[13px] font-semibold`}>
    {children}
  </span>
);

