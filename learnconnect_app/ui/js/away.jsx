// Settings: days off, from a day on, with or without an end; and what others see, said plainly.
import { Link } from "react-router";
import { Check, Coffee } from "lucide-react";
import "./catalog.away.js";
import "./catalog.error.js";
import { useFormat, useT } from "./i18n.jsx";

const KINDS = ["vacation", "illness"];
const OUTLINE = "btn btn-outline border-base-300 h-11 mt-4 max-sm:w-full";

function Day({ name, label, problem, ...field }) {
  const t = useT();
  const isWrong = problem.field === name;
  return (
    <div>
      <label htmlFor={name} className="block text-sm font-semibold mb-1.5">{label}</label>
      <input id={name} name={name} type="date" data-testid={name.replace("_", "-")} aria-invalid={isWrong}
        aria-describedby={`${name}-note`} className={`field ${isWrong ? "field-wrong" : ""}`} {...field} />
      <div id={`${name}-note`}>
        {isWrong ? (
          <p role="alert" data-testid="form-error" className="text-error text-[13px] font-medium mt-1.5">
            {t(`error.${problem.code}`, problem.params ?? {})}
          </p>
        ) : null}
      </div>
    </div>
  );
}

export function DaysOff({ view, problem, onBegin, onEnd }) {
  const t = useT();
  const { date } = useFormat();
  if (view.away_kind) {
    const kind = t(`away.${view.away_kind}`);
    const first = date(view.away_from, "long");
    const back = view.away_until ? date(view.away_until, "long") : "";
    return (
      <div data-testid="away-set">
        <p className="hued hue-green flex gap-3 rounded-2xl px-4 py-3 text-sm">
          <Coffee size={18} className="mt-0.5 shrink-0" aria-hidden="true" />
          {back ? t("away.until", { kind, first, back }) : t("away.open", { kind, first })}
        </p>
        <button type="button" data-testid="away-end" className={OUTLINE} onClick={() => onEnd()}>
          {t(view.away_from > view.today ? "away.cancel" : "away.back")}
        </button>
      </div>
    );
  }
  const submit = (event) => {
    event.preventDefault();
    const form = Object.fromEntries(new FormData(event.target));
    onBegin(form.kind, form.from_day, form.until_day);
  };
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <p className="muted text-sm max-w-[60ch]">{t("away.text")}</p>
      <div role="radiogroup" aria-labelledby="away-title" className="segmented max-w-sm">
        {KINDS.map((kind) => (
          <label key={kind}>
            <input type="radio" name="kind" value={kind} defaultChecked={kind === "vacation"} className="sr-only" />
            {t(`away.${kind}`)}
          </label>
        ))}
      </div>
      <div className="grid sm:grid-cols-2 gap-3">
        <Day name="from_day" label={t("away.from")} problem={problem} min={view.today} defaultValue={view.today} />
        <Day name="until_day" label={t("away.return")} problem={problem} min={view.today} />
      </div>
      <button type="submit" data-testid="away-begin"
        className="btn btn-outline border-base-300 h-12 px-6 justify-self-start max-sm:w-full">
        {t("away.begin")}
      </button>
    </form>
  );
}

const SAID = ["nobody", "votes", "tracking"];

export function Privacy() {
  const t = useT();
  return (
    <>
      <ul className="grid gap-2.5 text-sm">
        {SAID.map((each) => (
          <li key={each} className="flex gap-3">
            <Check size={18} className="mt-0.5 shrink-0 text-success" aria-hidden="true" />
            <span className="max-w-[60ch]">{t(`away.privacy_${each}`)}</span>
          </li>
        ))}
      </ul>
      <Link to="/mentor" data-testid="who-sees-link" className={OUTLINE}>{t("away.privacy_mentors")}</Link>
    </>
  );
}
