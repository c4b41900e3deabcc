// The day as a whole: what comes next, today's list, the week, the mistakes that are due.
import { Check, ChevronRight, Clock, Play, RotateCcw } from "lucide-react";
import { ROUND, clockOf, endOf } from "./offline_plan.js";
import { isWaiting, secondsOn } from "./offline_store.js";
import { Card, Chip, Sign, useWords } from "./offline_words.jsx";

const hrefOf = ({ task_id, session_id }) =>
  task_id ? `#task-${task_id}` : session_id ? `#session-${session_id}` : "";

// By its topic; a test, and a session without one, by what it is.
const nameOf = (item, kind) => (item.title && hrefOf(item) ? item.title : kind(item));

function Hero({ plan, kept }) {
  const { t, kind, minutes } = useWords();
  const open = plan.items.filter((item) => !item.is_done && hrefOf(item));
  const isRunning = ({ session_id }) => session_id && clockOf(plan, kept.clocks, session_id).since;
  const next = open.find(isRunning) ?? open[0];
  const done = plan.items.filter((item) => item.is_done).length;
  const isOver = !next && plan.items.length > 0 && done === plan.items.length;
  const first = plan.user.display_name.split(" ")[0];
  const title = next ? nameOf(next, kind) : isOver ? t("device.over") : t("device.free");
  const text = next ? `${minutes(next.minutes)} · ${next.detail || kind(next)}` : t("device.rest");
  return (
    <section className="hero rise p-5 sm:p-8" data-testid="offline-hero">
      <p className="inline-flex items-center gap-1.5 rounded-full bg-white/15 px-3 h-7 text-[13px] font-semibold">
        {next ? <Clock size={15} aria-hidden="true" /> : <Check size={15} aria-hidden="true" />}
        {plan.items.length ? t("device.count", { done, total: plan.items.length }) : t("device.hello", { name: first })}
      </p>
      <h1 className="text-[1.625rem] sm:text-3xl font-bold tracking-tight leading-tight mt-4 max-w-[24ch]">{title}</h1>
      <p className="mt-2 opacity-95 max-w-[52ch]">{text}</p>
      {next ? (
        <a href={hrefOf(next)} data-testid="offline-next" className="btn btn-white h-12 px-5 text-[15px] mt-5">
          <Play size={18} aria-hidden="true" />
          {t(isRunning(next) ? "lessons.resume" : "device.begin")}
        </a>
      ) : null}
    </section>
  );
}

const MARK = "size-7 rounded-full grid place-items-center shrink-0";

function Row({ item, plan, kept }) {
  const { t, kind, minutes, percent } = useWords();
  const href = hrefOf(item);
  const end = endOf(kept.acts, item.task_id || item.session_id);
  const Tag = href ? "a" : "div";
  const clock = item.session_id && clockOf(plan, kept.clocks, item.session_id);
  const seconds = clock ? secondsOn(clock) : 0;
  const line = [item.start, minutes(item.minutes), item.detail, nameOf(item, kind) === kind(item) ? item.title : kind(item)];
  return (
    <li>
      <Tag {...(href ? { href } : {})} data-testid="offline-item" data-done={item.is_done}
        data-kind={item.kind}
        className={`flex items-center gap-3.5 rounded-2xl border border-base-300 p-3 transition-colors ${href ? "hover:border-primary/50" : ""}`}>
        <span className={`hued size-11 rounded-xl grid place-items-center shrink-0 hue-${item.color}`}>
          <Sign name={item.icon} />
        </span>
        <span className="min-w-0 flex-1">
          <span className={`block font-semibold leading-snug ${item.is_done ? "line-through decoration-1 muted" : ""}`}>
            {nameOf(item, kind)}
          </span>
          <span className="muted text-[13px] block">{line.filter(Boolean).join(" · ")}</span>
          {href || item.is_done ? null : <span className="text-[13px] block">{t("device.needs_network")}</span>}
          {end && isWaiting(end) ? <span className="text-[13px] font-semibold text-[var(--ink-amber)] block">{t("device.will_be_sent")}</span> : null}
        </span>
        {item.status === "partly" ? <Chip color="green">{percent(item.percent)}</Chip> : null}
        {!item.is_done && seconds ? <Chip color={clock.since ? "violet" : "amber"}>{minutes(Math.floor(seconds / 60))}</Chip> : null}
        {item.is_done ? (
          <span className={`${MARK} bg-primary text-primary-content`}>
            <Check size={17} aria-hidden="true" /><span className="sr-only">{t("device.is_done")}</span>
          </span>
        ) : href ? (
          <span className={`${MARK} border border-base-300 muted`}>
            <ChevronRight size={18} aria-hidden="true" /><span className="sr-only">{t("device.is_open")}</span>
          </span>
        ) : null}
      </Tag>
    </li>
  );
}

function Week({ plan }) {
  const { t, date, minutes, kind } = useWords();
  return (
    <Card title={t("device.week")} data-testid="offline-week">
      <ul className="grid">
        {plan.week.map((day) => {
          const isToday = day.day === plan.day;
          return (
            <li key={day.day} className="border-t border-base-300 first:border-t-0">
              <details open={isToday} className="group">
                <summary className="flex items-center gap-3 min-h-12 cursor-pointer rounded-xl">
                  <span className={`flex-1 font-semibold text-sm ${isToday ? "text-[var(--ink-violet)]" : ""}`}>{date(day.day, "long")}</span>
                  <span className="muted text-[13px]">{day.minutes ? minutes(day.minutes) : t("device.nothing_planned")}</span>
                  <ChevronRight size={16} aria-hidden="true" className={`muted group-open:rotate-90 ${day.items.length ? "" : "invisible"}`} />
                </summary>
                {day.items.length ? (
                  <ul className="grid gap-1.5 pb-3 text-sm">
                    {day.items.map((item, index) => (
                      <li key={index} className="flex items-baseline gap-2.5">
                        <span className="muted text-[13px] w-11 shrink-0">{item.start}</span>
                        <span className={`min-w-0 flex-1 ${["done", "partly", "completed"].includes(item.status) ? "line-through decoration-1 muted" : ""}`}>{item.title || kind(item)}</span>
                        <span className="muted text-[13px] shrink-0">{minutes(item.minutes)}</span>
                      </li>
                    ))}
                  </ul>
                ) : null}
              </details>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function DueMistakes({ plan }) {
  const { t } = useWords();
  const n = plan.mistakes.length;
  return (
    <Card title={t("device.mistakes")} aside={n ? <Chip color="amber">{n}</Chip> : null} data-testid="offline-due" data-due={n}>
      <p className="muted text-sm">{n ? t("device.mistakes_text") : t("device.no_mistakes")}</p>
      {n ? (
        <a href="#mistakes" data-testid="offline-review" className="btn border-transparent hued hue-violet h-11 w-full mt-4">
          <RotateCcw size={18} aria-hidden="true" />
          {t("device.review", { n: Math.min(n, ROUND) })}
        </a>
      ) : null}
      {plan.mistakes_left ? <p className="muted text-[13px] mt-3">{t("device.mistakes_left", { n: plan.mistakes_left })}</p> : null}
    </Card>
  );
}

export function Today({ plan, kept }) {
  const { t } = useWords();
  return (
    <div className="grid xl:grid-cols-[minmax(0,1fr)_22rem] gap-5 items-start">
      <div className="grid gap-5">
        <Hero plan={plan} kept={kept} />
        {plan.items.length ? (
          <Card title={t("device.today")} data-testid="offline-today">
            <ul className="grid gap-2.5">
              {plan.items.map((item) => (
                <Row key={item.id} item={item} plan={plan} kept={kept} />
              ))}
            </ul>
          </Card>
        ) : null}
      </div>
      <div className="grid gap-5">
        <DueMistakes plan={plan} />
        <Week plan={plan} />
      </div>
    </div>
  );
}
