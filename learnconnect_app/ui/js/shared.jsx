// Someone's progress, to be looked at: by link without an account, or as their mentor. It is asked
// for by HTTP and nothing here writes; a part that is not shown is not in the answer at all.
import { useEffect, useState } from "react";
import { Check, ChevronRight } from "lucide-react";
import { useFormat, useLanguage, useT } from "./i18n.jsx";
import "./catalog.shared.js";

const ROW = "flex items-baseline gap-3";
const COLORS = { weak: "amber", growing: "blue", solid: "teal", strong: "green" };
const TOLD = { 404: "gone", 422: "gone", 401: "gone", 429: "busy" };

function Card({ title, aside, children, name }) {
  return (
    <section className="card-surface p-4 sm:p-6 min-w-0" data-testid={`shared-${name}`} aria-labelledby={`${name}-title`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 mb-4">
        <h2 id={`${name}-title`} className="heading">{title}</h2>
        {aside ? <p className="muted text-[13px]">{aside}</p> : null}
      </div>
      {children}
    </section>
  );
}

const Bar = ({ percent, label, low }) => (
  <div role="progressbar" aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100} aria-label={label}
    className={`${low ? "h-1.5" : "h-2"} w-full rounded-full overflow-hidden bg-[var(--track)]`}>
    <div className="h-full rounded-full" style={{ width: `${percent}%`, background: "var(--bar, var(--bar-violet))" }} />
  </div>
);

const Empty = ({ children }) => <p className="muted text-sm max-w-[60ch]">{children}</p>;

function Minutes({ found }) {
  const t = useT();
  const { date, number } = useFormat();
  const most = Math.max(1, ...found.days.map(([, minutes]) => minutes));
  const hours = { hours: Math.floor(found.total / 60), minutes: found.total % 60 };
  const total = `${t("shared.minutes_total", hours)}, ${t("shared.minutes_active", { n: found.active })}`;
  if (!found.total) return <Card name="minutes" title={t("shared.minutes")}><Empty>{t("shared.minutes_none")}</Empty></Card>;
  return (
    <Card name="minutes" title={t("shared.minutes")} aside={total}>
      <div role="img" aria-label={total} className="flex items-end gap-[3px] sm:gap-1.5 h-36 border-b border-base-300">
        {found.days.map(([day, minutes]) => (
          <div key={day} title={t("shared.minutes_day", { day: date(day, "medium"), n: minutes })}
            className="flex-1 rounded-t-md" style={{ height: `${minutes ? Math.max(4, (100 * minutes) / most) : 1.5}%`, background: minutes ? "var(--bar-violet)" : "var(--track)" }} />
        ))}
      </div>
      <div className="flex justify-between muted text-[13px] mt-1.5" aria-hidden="true">
        <span>{date(found.days[0][0], "medium")}</span>
        <span>{date(found.days.at(-1)[0], "medium")}</span>
      </div>
      <details className="sheet-part mt-2">
        <summary>{t("shared.table")}</summary>
        <table className="text-sm w-full mb-3">
          <thead><tr><th scope="col" className="text-left py-1">{t("shared.day")}</th><th scope="col" className="text-right py-1">{t("shared.min")}</th></tr></thead>
          <tbody>
            {found.days.filter(([, minutes]) => minutes).map(([day, minutes]) => (
              <tr key={day} className="border-t border-base-300"><td className="py-1">{date(day, "long")}</td><td className="text-right py-1">{number(minutes)}</td></tr>
            ))}
          </tbody>
        </table>
      </details>
    </Card>
  );
}

// What a day was, as the server names it; before the first day with work it names nothing.
const DAYS = { active: "studied", missed: "not_studied", rest: "rest", vacation: "vacation", paused: "paused", frozen: "frozen" };

function Streak({ found, today }) {
  const t = useT();
  const { date } = useFormat();
  const now = found.current ? t("shared.streak_now", { n: found.current }) : t("shared.streak_none");
  return (
    <Card name="streak" title={t("shared.streak")} aside={t("shared.streak_longest", { n: found.longest })}>
      <p className="text-2xl font-bold tracking-tight mb-3">{now}</p>
      <ul className="grid grid-cols-14 gap-1.5">
        {found.days.map(([day, kind]) => {
          const word = DAYS[kind] ?? (day === today ? "today" : "");
          const label = [date(day, "medium"), word && t(`shared.${word}`)].filter(Boolean).join(": ");
          const look = kind === "active" ? "bg-[var(--bar-violet)]" : word ? "bg-[var(--track)]" : "border border-[var(--track)]";
          return <li key={day} title={label} data-kind={kind} className={`h-5 rounded-md ${look}`}><span className="sr-only">{label}</span></li>;
        })}
      </ul>
    </Card>
  );
}

function Course({ course }) {
  const t = useT();
  const { percent } = useFormat();
  const head = (
    <span className="block w-full min-w-0">
      <span className={`${ROW} justify-between mb-1.5`}>
        <span className="font-medium leading-snug">{course.title}</span>
        <span className="font-semibold flex items-center gap-1">
          {percent(course.percent)}
          <ChevronRight size={16} aria-hidden="true" className={`muted transition-transform group-open:rotate-90 ${course.topics.length ? "" : "invisible"}`} />
        </span>
      </span>
      <Bar percent={course.percent} label={course.title} />
      <span className="muted text-[13px] font-normal block mt-1">{t("shared.mastered_of", { n: course.total, mastered: course.mastered })}</span>
    </span>
  );
  if (!course.topics.length) return <li className={`hue-${course.color} py-2`}>{head}</li>;
  return (
    <li className={`hue-${course.color}`}>
      <details className="group">
        <summary className="cursor-pointer rounded-xl py-2 list-none">{head}</summary>
        <ul className="grid gap-2 pl-3 pb-3 border-l-2 border-base-300">
          {course.topics.map((topic) => (
            <li key={topic.title} className="text-sm">
              <span className={`${ROW} justify-between mb-1`}>
                <span className="min-w-0 flex-1">{topic.title}</span>
                <span className={`hued hue-${COLORS[topic.word]} rounded-full px-2 text-[13px] font-semibold`}>{t(`shared.word.${topic.word}`)}</span>
                <span className="w-10 text-right">{percent(topic.percent)}</span>
              </span>
              <Bar percent={topic.percent} label={topic.title} low />
            </li>
          ))}
        </ul>
      </details>
    </li>
  );
}

function Mastery({ courses }) {
  const t = useT();
  return (
    <Card name="mastery" title={t("shared.mastery")}>
      <p className="muted text-sm -mt-2 mb-3">{t(courses.length ? "shared.mastery_hint" : "shared.mastery_none")}</p>
      <ul className="grid lg:grid-cols-2 gap-x-8 gap-y-2 items-start">
        {courses.map((course, place) => <Course key={place} course={course} />)}
      </ul>
    </Card>
  );
}

function Goal({ goal }) {
  const t = useT();
  const { date } = useFormat();
  return (
    <li>
      <p className="font-semibold">{goal.title}</p>
      {goal.exam_day ? <p className="muted text-sm">{t("shared.exam_in", { day: date(goal.exam_day, "long"), n: goal.days_left })}</p> : null}
      {goal.total ? <p className="muted text-sm">{t("shared.days_done", { done: goal.done, total: goal.total })}</p> : null}
    </li>
  );
}

function Item({ item }) {
  const t = useT();
  return (
    <li className="flex items-start gap-2.5 py-1 text-sm">
      <span className={`size-5 rounded-full grid place-items-center shrink-0 ${item.is_done ? "bg-primary text-primary-content" : "border-2 border-[var(--color-muted)] opacity-60"}`}>
        {item.is_done ? <Check size={13} aria-hidden="true" /> : null}
        <span className="sr-only">{t(item.is_done ? "shared.done" : "shared.open")}</span>
      </span>
      <span className="min-w-0 flex-1">{item.title || t(item.is_test ? "shared.test" : "shared.session")}</span>
      <span className="muted shrink-0">{t("shared.most", { n: item.minutes })}</span>
    </li>
  );
}

function Plan({ plan, today }) {
  const t = useT();
  const { date } = useFormat();
  const planned = plan.week.flatMap((day) => day.planned);
  const done = t("shared.done_of", { done: planned.filter((item) => item.is_done).length, total: planned.length });
  return (
    <Card name="plan" title={t("shared.plan")} aside={planned.length ? `${t("shared.this_week")}: ${done}` : ""}>
      {plan.goals.length ? <ul className="grid gap-3 mb-3">{plan.goals.map((goal, place) => <Goal key={place} goal={goal} />)}</ul> : <Empty>{t("shared.no_plan")}</Empty>}
      {planned.length ? (
        <ul>
          {plan.week.map(({ day, planned: items }) => (
            <li key={day} className="border-t border-base-300 py-2">
              <p className={`text-[13px] font-semibold ${day === today ? "text-[var(--ink-violet)]" : "muted"}`}>
                {date(day, "long")}{items.length ? "" : ` · ${t("shared.nothing_planned")}`}
              </p>
              {items.length ? <ul>{items.map((item, place) => <Item key={place} item={item} />)}</ul> : null}
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}

function Notes({ notes }) {
  const t = useT();
  const { date } = useFormat();
  return (
    <Card name="notes" title={t("shared.notes")}>
      {notes.length ? null : <Empty>{t("shared.notes_none")}</Empty>}
      <ul className="grid gap-3">
        {notes.map((note, place) => (
          <li key={place} className="rounded-2xl bg-base-200 p-4">
            <p className="text-[13px] font-semibold muted">{[date(note.day, "long"), note.title].filter(Boolean).join(" · ")}</p>
            <p className="mt-1 text-sm whitespace-pre-wrap break-words max-w-[70ch]">{note.text}</p>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Head({ view, report }) {
  const t = useT();
  const { date } = useFormat();
  const period = { since: date(view.since, "medium"), day: date(view.day, "medium") };
  return (
    <header className="hero p-5 sm:p-8">
      <p className="font-semibold opacity-95">{view.name} · {t("shared.period", period)}</p>
      <h1 className="text-[1.375rem] sm:text-[1.75rem] font-bold tracking-tight leading-tight max-w-[36ch] text-pretty mt-2" data-testid="shared-sentence">
        {t(`shared.sentence.${view.sentence.code}`, view.sentence.params)}
      </h1>
      <p className="mt-2.5 opacity-95 text-sm max-w-[58ch]">
        {view.until ? t("shared.read_only", { day: date(view.until, "long") }) : t("shared.read_only_mentor", { name: view.name })}
      </p>
      <a href={report} download className="btn btn-white h-12 px-5 text-[15px] mt-5 no-print" data-testid="report">{t("shared.report")}</a>
    </header>
  );
}

function View({ view, report }) {
  return (
    <div className="grid gap-5 min-w-0" data-testid="mentor-view">
      <Head view={view} report={report} />
      <div className="grid lg:grid-cols-2 gap-5 items-start min-w-0">
        {view.minutes ? <Minutes found={view.minutes} /> : null}
        {view.streak ? <Streak found={view.streak} today={view.day} /> : null}
      </div>
      {view.mastery ? <Mastery courses={view.mastery} /> : null}
      {view.plan ? <Plan plan={view.plan} today={view.day} /> : null}
      {view.notes ? <Notes notes={view.notes} /> : null}
    </div>
  );
}

function Told({ code, onAgain }) {
  const t = useT();
  return (
    <div className="flex flex-col items-center text-center py-16 px-4" data-testid="shared-told" data-code={code} role="status">
      <span className="hued hue-violet size-14 rounded-2xl grid place-items-center" aria-hidden="true">
        <svg width="28" height="28" fill="none" stroke="currentColor" strokeWidth="1.9" strokeLinecap="round"
          strokeLinejoin="round"><use href="/icons.svg#plug" /></svg>
      </span>
      <h1 className="title mt-4">{t(`shared.${code}`)}</h1>
      <p className="muted mt-1 max-w-[46ch] text-pretty">{t(`shared.${code}_text`)}</p>
      {code === "failed" ? <button type="button" onClick={onAgain} className="btn btn-primary mt-5">{t("shared.again")}</button> : null}
    </div>
  );
}

function Waiting() {
  const t = useT();
  return (
    <div className="grid gap-5" aria-busy="true" aria-label={t("shared.loading")} role="status">
      <div className="skeleton h-48 w-full !rounded-3xl" />
      <div className="skeleton h-64 w-full !rounded-3xl" />
    </div>
  );
}

// `source`: where the data are; without it, those of the link that the page's address ends in.
export function SharedProgress({ source }) {
  const language = useLanguage();
  const [found, setFound] = useState({});
  const [tries, setTries] = useState(0);
  const [from, setFrom] = useState(source);
  useEffect(() => {
    const token = location.pathname.split("/").filter(Boolean).pop();
    setFrom(source || `/api/v1/share/${encodeURIComponent(decodeURIComponent(token))}`);
  }, [source]);
  useEffect(() => {
    if (!from) return undefined;
    const stop = new AbortController();
    fetch(`${from}?language=${language}`, { signal: stop.signal })
      .then(async (answer) => setFound(answer.ok ? { view: await answer.json() } : { code: TOLD[answer.status] ?? "failed" }))
      .catch((error) => error.name === "AbortError" || setFound({ code: "failed" }));
    return () => stop.abort();
  }, [from, language, tries]);
  if (found.view) return <View view={found.view} report={`${from}/report.pdf?language=${language}`} />;
  if (!found.code) return <Waiting />;
  return <Told code={found.code} onAgain={() => { setFound({}); setTries(tries + 1); }} />;
}
