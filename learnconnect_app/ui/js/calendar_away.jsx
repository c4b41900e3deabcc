// Days off and the pause of a plan; busy times, weekly or once.
import { useEffect, useState } from "react";
import { Check, Trash2 } from "lucide-react";
import { Labelled, clock, minuteOf, useWords } from "./calendar_words.jsx";
import "./catalog.planning.js";

const weekdayOf = (weekday) => `2026-03-0${2 + weekday}`; // a Monday is the 2nd

export const Panel = ({ title, testid, children, isOpen, aside }) => (
  <details className="panel card-surface" data-testid={testid} open={isOpen}>
    <summary>
      <span className="min-w-0 flex-1">
        <span className="heading block">{title}</span>
        {aside ? <span className="muted text-sm block mt-0.5">{aside}</span> : null}
      </span>
    </summary>
    <div className="panel-body">{children}</div>
  </details>
);

const Wrong = ({ refusal, fields }) => {
  const { refusal: worded } = useWords();
  return refusal.code && fields.includes(refusal.field) ? (
    <p role="alert" className="text-error text-sm font-medium col-span-full">{worded(refusal)}</p>
  ) : null;
};

export function Away({ view, refusal, onAway, onBack, onPause }) {
  const { t } = useWords();
  const submit = (event) => {
    event.preventDefault();
    const form = Object.fromEntries(new FormData(event.target));
    onAway(form.kind, form.from, form.until);
  };
  return (
    <Panel title={t("planning.away_title")} testid="away" aside={view.absence ? t("planning.away_now") : ""}>
      {view.absence ? (
        <button type="button" className="btn btn-primary h-12" data-testid="away-end" onClick={() => onBack()}>
          <Check size={18} aria-hidden="true" />
          {t("planning.away_end")}
        </button>
      ) : (
        <form onSubmit={submit} className="panel-form">
          <p className="muted text-sm col-span-full max-w-[70ch]">{t("planning.away_text")}</p>
          <div className="segmented col-span-full">
            {["vacation", "illness"].map((kind) => (
              <label key={kind}>
                <input type="radio" name="kind" value={kind} defaultChecked={kind === "vacation"} className="sr-only" />
                {kind === "vacation" ? t("planning.vacation") : t("planning.illness")}
              </label>
            ))}
          </div>
          <Labelled label={t("planning.away_from")}>
            <input type="date" name="from" className="field" required min={view.today} defaultValue={view.today} />
          </Labelled>
          <Labelled label={t("planning.away_until")}>
            <input type="date" name="until" className="field" min={view.today} />
          </Labelled>
          <Wrong refusal={refusal} fields={["from_day", "until_day"]} />
          <button type="submit" className="btn border-transparent hued hue-teal h-12" data-testid="away-begin">
            {t("planning.away_begin")}
          </button>
        </form>
      )}
      <div className="border-t border-base-300 mt-5 pt-4 flex flex-wrap items-center gap-3">
        <p className="muted text-sm flex-1 min-w-60">{t("planning.pause_text")}</p>
        <button type="button" className="btn btn-outline border-base-300 h-11" data-testid="pause-study" onClick={() => onPause()}>
          {t("planning.pause")}
        </button>
      </div>
    </Panel>
  );
}

const WEEKDAYS = [0, 1, 2, 3, 4, 5, 6];

export function BusyTimes({ view, change, refusal, onKeep, onDrop }) {
  const { t, long, weekdayName } = useWords();
  const [when, setWhen] = useState("0");
  const [added, setAdded] = useState(0);
  useEffect(() => setAdded((count) => count + (change.code === "busy_added" ? 1 : 0)), [change.at]);
  const submit = (event) => {
    event.preventDefault();
    const form = Object.fromEntries(new FormData(event.target));
    const until = minuteOf(form.until);
    onKeep(form.title, when === "once" ? -1 : Number(when), form.day ?? "", minuteOf(form.from), until);
  };
  return (
    <Panel title={t("planning.busy_title")} testid="busy-times"
      aside={view.busy_times.map((each) => each.title).join(", ") || t("planning.busy_none")}>
      <p className="muted text-sm mb-3 max-w-[70ch]">{t("planning.busy_text")}</p>
      <ul className="grid gap-2">
        {view.busy_times.map((each) => (
          <li key={each.id} className="panel-row" data-testid="busy-time">
            <span className="min-w-0 flex-1">
              <b className="block">{each.title}</b>
              <span className="muted text-sm">
                {each.day ? long(each.day) : t("planning.busy_weekly", { weekday: weekdayName(weekdayOf(each.weekday)) })}
                {` · ${clock(each.start)}–${clock(each.end)}`}
              </span>
            </span>
            <button type="button" className="btn btn-ghost btn-circle size-11"
              aria-label={t("planning.busy_remove", { name: each.title })} onClick={() => onDrop(each.id)}>
              <Trash2 size={17} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <form onSubmit={submit} className="panel-form mt-4" key={added}>
        <Labelled label={t("planning.busy_name")}>
          <input name="title" className="field" required maxLength={80} autoComplete="off" data-testid="busy-title" />
        </Labelled>
        <Labelled label={t("planning.busy_when")}>
          <select className="field" value={when} onChange={(event) => setWhen(event.target.value)}>
            {WEEKDAYS.map((weekday) => (
              <option key={weekday} value={weekday}>
                {t("planning.busy_weekly", { weekday: weekdayName(weekdayOf(weekday)) })}
              </option>
            ))}
            <option value="once">{t("planning.busy_once")}</option>
          </select>
        </Labelled>
        {when === "once" ? (
          <Labelled label={t("planning.busy_day")} className="col-span-full">
            <input type="date" name="day" className="field" required min={view.today} defaultValue={view.today} />
          </Labelled>
        ) : null}
        <Labelled label={t("planning.busy_from")}>
          <input type="time" name="from" className="field" required defaultValue="18:00" />
        </Labelled>
        <Labelled label={t("planning.busy_until")}>
          <input type="time" name="until" className="field" required defaultValue="19:30" />
        </Labelled>
        <Wrong refusal={refusal} fields={["busy_title", "busy_end"]} />
        <button type="submit" className="btn border-transparent hued hue-violet h-12" data-testid="busy-add">
          {t("planning.busy_add")}
        </button>
      </form>
    </Panel>
  );
}

