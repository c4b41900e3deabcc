// The goal wizard: a step's form, and the minutes of a week with their bars.
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import "./catalog.goals.js";
import { useT } from "./i18n.jsx";

let shownLast = null;
let leftAs = {};

const filledIn = (form) => Object.fromEntries(new FormData(form));

function fillIn(form, values) {
  for (const field of form.elements) {
    if (!field.name) continue;
    const value = values[field.name];
    if (["radio", "checkbox"].includes(field.type)) {
      const isOn = field.type === "radio" ? value === field.value : value !== undefined;
      if (field.checked !== isOn && (isOn || field.type === "checkbox")) flushSync(() => field.click());
    } else if (value !== undefined && field.value !== value) {
      // past React, which would take no notice of a value set on the element it watches
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, value);
      flushSync(() => field.dispatchEvent(new Event("input", { bubbles: true })));
    }
  }
}

// Hands over what is filled in, whichever way the step is left: on (submit) or back (a button with
// data-way) or aside (a mark above). What is wrong gets the focus; a new step begins at its heading. What the draft did not
// take, because the step was left another way or a field was wrong, is there on coming back.
export function StepForm({ step, hasDraft, wrong, at, onLeave, className, children }) {
  const form = useRef(null);
  const isTaken = useRef(false);
  const leave = (way) => {
    isTaken.current = way === "next";
    onLeave(step, filledIn(form.current), way);
  };
  useLayoutEffect(() => {
    const shown = form.current;
    if (!hasDraft) leftAs = {};
    const values = leftAs[step];
    if (values) queueMicrotask(() => fillIn(shown, values)); // React flushes nothing within an effect
    const aside = (event) => event.target.closest("[data-mark]") && leave("aside");
    document.addEventListener("click", aside, true); // before what the mark itself does
    return () => {
      document.removeEventListener("click", aside, true);
      leftAs[step] = isTaken.current ? undefined : filledIn(shown);
    };
  }, [step]);
  useEffect(() => {
    if (shownLast && shownLast !== step) {
      scrollTo({ top: 0 });
      document.getElementById("step-title")?.focus({ preventScroll: true });
    }
    shownLast = step;
  }, [step]);
  useEffect(() => {
    isTaken.current = false;
    const named = wrong ? form.current.elements[wrong] : null;
    const field = named instanceof RadioNodeList ? named[0] : named;
    field?.closest("details")?.setAttribute("open", "");
    field?.focus();
  }, [at, wrong]);
  return (
    <form ref={form} noValidate className={className} onInput={() => (isTaken.current = false)}
      onSubmit={(event) => {
        event.preventDefault();
        leave("next");
      }}
      onClick={(event) => {
        const way = event.target.closest("[data-way]")?.dataset.way;
        if (way) leave(way);
      }}>
      {children}
    </form>
  );
}

const KEYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const STEP = 15;
const whole = (text) => (/^\d+$/.test(text) ? Number(text) : 0);

// Seven rows of minutes; each bar and the sum follow as one types.
export function WeekMinutes({ days, weekdays, minutes, rest, wrong, error, presets, coffee, look }) {
  const t = useT();
  const [given, setGiven] = useState(minutes.map(String));
  const [resting, setResting] = useState(KEYS.map((_, day) => rest.includes(day)));
  const set = (day, text) => {
    setGiven(given.map((old, other) => (other === day ? text : old)));
    if (whole(text) && resting[day]) rested(day, false);
  };
  const rested = (day, on) => setResting(resting.map((old, other) => (other === day ? on : old)));
  const studied = given.map((text, day) => (resting[day] ? 0 : whole(text)));
  const sum = studied.reduce((all, each) => all + each, 0);
  const most = Math.max(60, ...studied);
  return (
    <div>
      <div className={look.presets} role="group" aria-label={t("goals.all_days")}>
        <span className={look.presetLabel}>{t("goals.all_days")}</span>
        {presets.map((each) => (
          <button key={each} type="button" className={look.preset}
            onClick={() => setGiven(given.map((old, day) => (resting[day] ? old : String(each))))}>
            {t("goals.topic_minutes", { n: each })}
          </button>
        ))}
      </div>
      <ul className={look.rows}>
        {KEYS.map((key, day) => {
          const name = weekdays[day];
          const isWrong = wrong === `minutes_${key}`;
          return (
            <li key={key} className={look.row} data-rest={resting[day]}>
              <span className={look.name} aria-hidden="true">
                <span className={look.short}>{days[day]}</span>
                <span className={look.full}>{name}</span>
              </span>
              <span className={look.track} aria-hidden="true">
                <span className={look.bar} style={{ width: `${(100 * studied[day]) / most}%` }} />
              </span>
              <span className={look.box}>
                <button type="button" tabIndex={-1} aria-hidden="true" className={look.less}
                  onClick={() => set(day, String(Math.max(0, whole(given[day]) - STEP)))}>−</button>
                <input name={`minutes_${key}`} value={given[day]} inputMode="numeric" maxLength={5}
                  aria-label={t("goals.minutes_of", { day: name })} aria-invalid={isWrong}
                  aria-describedby={isWrong ? "week-error" : undefined} autoComplete="off"
                  data-testid={`minutes-${key}`} className={look.input}
                  onChange={(event) => set(day, event.target.value.trim())} />
                <button type="button" tabIndex={-1} aria-hidden="true" className={look.more}
                  onClick={() => set(day, String(whole(given[day]) + STEP))}>+</button>
              </span>
              <label className={look.rest}>
                <input type="checkbox" name={`rest_${key}`} checked={resting[day]}
                  className={look.hidden} aria-label={t("goals.rest_on", { day: name })}
                  onChange={(event) => rested(day, event.target.checked)} />
                {coffee}
                <span className={look.restWord} aria-hidden="true">{t("goals.rest")}</span>
              </label>
              {isWrong ? (
                <p id="week-error" role="alert" data-testid="form-error" className={look.error}>{error}</p>
              ) : null}
            </li>
          );
        })}
      </ul>
      <p className={look.sum} role="status">
        <strong>{t("goals.a_week", { hours: Math.floor(sum / 60), minutes: sum % 60 })}</strong>
        {" · "}
        {t("goals.a_week_days", { n: studied.filter(Boolean).length })}
      </p>
    </div>
  );
}
