// What stands above the calendar: the one thing to do next, and which days are shown.
import { ChevronLeft, ChevronRight, Play, Printer } from "lucide-react";
import { Link } from "react-router";
import { Sign, clock, useWords } from "./calendar_words.jsx";

const MODES = { month: "study.view_month", week: "study.view_week", day: "study.view_day" };

export function Bar({ view, onShow, onTurn }) {
  const words = useWords();
  const { t } = words;
  const first = view.days[0]?.day;
  const last = view.days.at(-1)?.day;
  const title = {
    day: words.long(view.day),
    month: words.monthYear(view.day),
    week: `${words.shortDay(first)} – ${words.shortDay(last)}`,
  }[view.mode];
  return (
    <div className="calendar-bar">
      <h2 className="title grow-0" aria-live="polite" data-testid="calendar-range">{title}</h2>
      <div className="calendar-turn no-print">
        <button type="button" aria-label={t("study.previous")} data-testid="previous"
          onClick={() => onTurn(-1)}><ChevronLeft size={20} aria-hidden="true" /></button>
        <button type="button" className="px-3" data-testid="go-today"
          onClick={() => onShow(view.mode, view.today)}>{t("study.today")}</button>
        <button type="button" aria-label={t("study.next")} data-testid="next"
          onClick={() => onTurn(1)}><ChevronRight size={20} aria-hidden="true" /></button>
      </div>
      <input type="date" className="field calendar-jump no-print" aria-label={t("study.jump")}
        data-testid="jump" key={view.day} defaultValue={view.day}
        onChange={(event) => event.target.value >= "2000" && onShow(view.mode, event.target.value)} />
      <div className="segmented calendar-modes no-print" role="group" aria-label={t("study.view")}>
        {Object.keys(MODES).map((mode) => (
          <button type="button" key={mode} data-testid={`view-${mode}`} aria-pressed={view.mode === mode}
            onClick={() => onShow(mode, view.day)}>{t(MODES[mode])}</button>
        ))}
      </div>
      <button type="button" className="btn btn-ghost btn-circle size-11 no-print max-sm:hidden"
        aria-label={t("study.print")} data-testid="print" onClick={() => window.print()}>
        <Printer size={19} aria-hidden="true" />
      </button>
    </div>
  );
}

// The one thing to do: go on with what runs, or start what is planned first.
export function UpNext({ session, today, onBegin }) {
  const { t, name, minutes, long, kind } = useWords();
  const when = [
    session.day === today ? t("study.today") : long(session.day),
    session.start >= 0 ? clock(session.start) : "",
    minutes(session.minutes),
  ];
  const isBegun = session.status !== "planned";
  const inside = (
    <>
      <Play size={18} aria-hidden="true" />
      {isBegun ? t("study.go_on") : t("study.start")}
    </>
  );
  return (
    <section className={`up-next card-surface no-print hue-${session.color}`} aria-label={t("study.up_next")}>
      <span className="hued size-12 rounded-2xl grid place-items-center shrink-0">
        <Sign name={session.icon} size={22} />
      </span>
      <div className="min-w-0 flex-1">
        <p className="text-[13px] font-semibold text-[var(--ink)] truncate">
          {[session.status === "running" ? t("study.up_running") : t("study.up_next"), session.course || kind(session)].join(" · ")}
        </p>
        <p className="font-bold leading-snug line-clamp-2">{name(session)}</p>
        <p className="muted text-[13px]">{when.filter(Boolean).join(" · ")}</p>
      </div>
      {session.href ? (
        <Link to={session.href} className="btn btn-primary h-12 px-5" data-testid="start-next">{inside}</Link>
      ) : (
        <button type="button" className="btn btn-primary h-12 px-5" data-testid="start-next"
          onClick={() => onBegin(session.id)}>{inside}</button>
      )}
    </section>
  );
}

