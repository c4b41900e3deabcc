// Lets someone see the learner's progress: a link, told once, or an invitation by mail. What is
// wrong stands beside its field, and nothing that was typed is lost.
import { useRef, useState } from "react";
import "./catalog.mentors.js";
import { useT } from "./i18n.jsx";

const AT_FIRST = ["plan", "minutes", "mastery", "streak"]; // notes are the learner's own words
const DAYS = [7, 30, 90];
const KINDS = {
  link: { action: "/api/v1/share-links", name: "label", type: "text", most: 60 },
  mail: { action: "/api/v1/mentorships", name: "email", type: "email", most: 254 },
};

const Wrong = ({ id, children }) => (
  <p id={id} role="alert" data-testid="form-error"
    className="text-error text-[13px] font-medium mt-1.5 empty:hidden">{children}</p>
);

function Parts({ kind, offered, problem }) {
  const t = useT();
  return (
    <fieldset aria-describedby={`${kind}-shows-problem`}>
      <legend className="text-sm font-semibold mb-1">{t("mentors.shows")}</legend>
      {offered.map((part) => (
        <label key={part} className="flex items-center justify-between gap-4 min-h-11 py-1.5 cursor-pointer">
          <span className="min-w-0">
            <span className="font-medium">{t(`mentors.part.${part}`)}</span>
            <span className="block muted text-[13px]">{t(`mentors.part_text.${part}`)}</span>
          </span>
          <input type="checkbox" role="switch" name="shows" value={part} data-testid={`show-${part}`}
            defaultChecked={AT_FIRST.includes(part)} className="switch shrink-0" />
        </label>
      ))}
      <Wrong id={`${kind}-shows-problem`}>{problem}</Wrong>
    </fieldset>
  );
}

function Days({ problem }) {
  const t = useT();
  return (
    <fieldset>
      <legend className="text-sm font-semibold mb-1.5">{t("mentors.days")}</legend>
      <div className="segmented max-w-sm">
        {DAYS.map((days) => (
          <label key={days}>
            <input type="radio" name="days" value={days} defaultChecked={days === 30} className="sr-only" data-testid={`days-${days}`} />
            {t("mentors.days_n", { n: days })}
          </label>
        ))}
      </div>
      <Wrong id="days-problem">{problem}</Wrong>
    </fieldset>
  );
}

// The only time that the address is seen: it is kept nowhere.
function Made({ url, onDone }) {
  const t = useT();
  const [isCopied, setCopied] = useState(false);
  const field = useRef(null);
  const copy = () => {
    field.current?.select();
    navigator.clipboard?.writeText(url).then(() => setCopied(true), () => {});
  };
  return (
    <div className="hued hue-green rounded-2xl p-4 grid gap-3" role="status" data-testid="link-made">
      <p className="font-semibold">{t("mentors.made")}</p>
      <input ref={field} readOnly value={url} aria-label={t("mentors.address")} data-testid="link-url"
        onFocus={(event) => event.target.select()} className="field w-full h-12 text-sm" />
      <p className="text-[13px]">{t("mentors.made_text")}</p>
      <div className="flex flex-wrap gap-2">
        <button type="button" onClick={copy} aria-live="polite" data-testid="copy-link" className="btn btn-primary h-11">
          {t(isCopied ? "mentors.copied" : "mentors.copy")}
        </button>
        <button type="button" onClick={onDone} className="btn btn-ghost h-11">{t("mentors.made_done")}</button>
      </div>
    </div>
  );
}

// `kind`: link or mail. `offered`: the parts that can be shown.
export function AccessForm({ kind, offered }) {
  const t = useT();
  const { action, name, type, most } = KINDS[kind];
  const [problem, setProblem] = useState({});
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState(null);
  const form = useRef(null);

  async function send(event) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem({});
    const given = new FormData(form.current);
    const body = { [name]: given.get(name), shows: given.getAll("shows") };
    if (kind === "link") body.days = Number(given.get("days"));
    try {
      const answer = await fetch(action, {
        method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body),
      });
      const told = await answer.json().catch(() => ({}));
      if (answer.ok) {
        form.current?.reset();
        setMade(kind === "link" ? location.origin + told.path : body[name]);
      } else {
        const fields = told.fields ?? {};
        setProblem(Object.keys(fields).length ? fields : { all: told.title, code: "unexpected_short" });
        form.current?.elements[Object.keys(fields)[0]]?.focus?.();
      }
    } catch {
      setProblem({ code: "offline" });
    }
    setBusy(false);
  }

  if (kind === "link" && made) return <Made url={made} onDone={() => setMade(null)} />;
  const id = `access-${name}`;
  return (
    <form ref={form} onSubmit={send} noValidate className="grid gap-4" data-testid={`${kind}-form`}>
      <p className="muted text-sm max-w-[60ch]">{t(`mentors.${kind}_text`)}</p>
      <div>
        <label htmlFor={id} className="block text-sm font-semibold mb-1.5">{t(`mentors.${name}`)}</label>
        <input id={id} name={name} type={type} maxLength={most} data-testid={id} autoComplete="off"
          aria-invalid={problem[name] ? true : undefined} aria-describedby={`${id}-problem`}
          className={`field w-full h-12 ${problem[name] ? "field-wrong" : ""}`} />
        <Wrong id={`${id}-problem`}>{problem[name]}</Wrong>
      </div>
      <Parts kind={kind} offered={offered} problem={problem.shows} />
      {kind === "link" ? <Days problem={problem.days} /> : null}
      <Wrong id={`${kind}-problem`}>{problem.all ?? (problem.code && t(`error.${problem.code}`))}</Wrong>
      <div className="flex flex-wrap items-center gap-3">
        <button type="submit" disabled={busy} data-testid={`${kind}-submit`} className="btn btn-primary h-12 px-6 max-sm:w-full">
          {t(`mentors.${kind}_submit`)}
        </button>
        <p role="status" className="text-success text-sm font-semibold">
          {made ? t("mentors.sent", { email: made }) : ""}
        </p>
      </div>
    </form>
  );
}
