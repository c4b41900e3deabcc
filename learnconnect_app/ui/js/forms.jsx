// Forms that talk to the HTTP API.
import { createContext, useContext, useEffect, useRef, useState } from "react";
import "./catalog.auth.js";
import "./catalog.error.js";
import { useT } from "./i18n.jsx";

const FormContext = createContext({ fields: {} });
const KEPT_WITHIN = 2000; // milliseconds that a sign-in may wait for what this browser keeps

// Where `?next=` leads, if that is a page of ours. Browsers read more into an address than one
// sees ("/\t/evil.example" is another site), so it is read as they do, and used as a whole.
function safeNext() {
  const next = new URLSearchParams(location.search).get("next") ?? "";
  if (!next.startsWith("/")) return null;
  try {
    const { origin, href } = new URL(next, location.origin);
    return origin === location.origin ? href : null;
  } catch {
    return null;
  }
}

// Whoever was here before may not have signed out: nothing of theirs is shown to whoever signs in, and
// what they did waits for them. A database that cannot be had keeps nobody out.
async function forgetBefore() {
  const late = new Promise((give) => setTimeout(give, KEPT_WITHIN));
  const gone = import("./offline_store.js").then(({ forgetPlan }) => forgetPlan());
  await Promise.race([gone, late]).catch(() => {});
}

// Posts its fields as JSON; sentences about wrong fields come back beside them, nothing is lost.
export function ApiForm({ action, onDone, after, extra, className, children }) {
  const t = useT();
  const [problem, setProblem] = useState({ fields: {}, title: "" });
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);
  const [ready, setReady] = useState(false);
  const form = useRef(null);
  useEffect(() => setReady(true), []);

  async function submit(event) {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const given = Object.fromEntries([...new FormData(form.current)].filter(([, v]) => v !== ""));
    if (given.birth_year) given.birth_year = Number(given.birth_year);
    if (extra === "place") {
      given.timezone ??= Intl.DateTimeFormat().resolvedOptions().timeZone || "Europe/Istanbul";
      given.locale = document.documentElement.lang === "tr" ? "tr" : "en";
    }
    if (extra === "token") given.token = location.pathname.split("/").filter(Boolean).pop();
    try {
      const answer = await fetch(action, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json" },
        body: JSON.stringify(given),
      });
      if (answer.ok) {
        if (after) {
          // Reflex keeps what a tab showed under this: nothing of who was here before is shown again
          sessionStorage.removeItem("token");
          await forgetBefore();
          return location.assign(safeNext() ?? after);
        }
        setProblem({ fields: {}, title: "" });
        setDone(true);
      } else {
        const body = await answer.json().catch(() => ({}));
        const fields = body.fields ?? {};
        setProblem({ fields, title: body.title ?? t("error.unexpected_short") });
        const wrong = Object.keys(fields)[0];
        if (wrong) form.current.elements[wrong]?.focus();
      }
    } catch {
      setProblem({ fields: {}, title: t("error.offline") });
    }
    setBusy(false);
  }

  if (done) return <div role="status">{onDone}</div>;
  return (
    <FormContext.Provider value={{ fields: problem.fields, busy, ready }}>
      <form ref={form} method="post" action={action} noValidate onSubmit={submit} className={className}>
        {problem.title && !Object.keys(problem.fields).length ? (
          <p role="alert" data-testid="form-error"
            className="hued hue-rose rounded-2xl px-4 py-3 text-sm font-medium">
            {problem.title}
          </p>
        ) : null}
        {children}
      </form>
    </FormContext.Provider>
  );
}

export function Field({ name, label, hint, type, testid, autoComplete, inputMode, maxLength }) {
  const t = useT();
  const { fields } = useContext(FormContext);
  const [visible, setVisible] = useState(false);
  const wrong = fields[name];
  const described = [hint && `${name}-hint`, wrong && `${name}-error`].filter(Boolean).join(" ");
  const secret = type === "password";
  return (
    <div>
      <label htmlFor={name} className="block text-sm font-semibold mb-1.5">{label}</label>
      <div className="relative">
        <input id={name} name={name} type={secret && visible ? "text" : type} data-testid={testid}
          autoComplete={autoComplete} inputMode={inputMode} maxLength={maxLength}
          aria-invalid={wrong ? true : undefined} aria-describedby={described || undefined}
          className={`field ${wrong ? "field-wrong" : ""} ${secret ? "pr-20" : ""}`} />
        {secret ? (
          <button type="button" onClick={() => setVisible(!visible)} aria-pressed={visible}
            className="absolute right-1.5 top-1.5 h-9 px-3 rounded-xl text-[13px] font-semibold muted">
            {t(visible ? "auth.hide" : "auth.show")}
          </button>
        ) : null}
      </div>
      {wrong ? (
        <p id={`${name}-error`} role="alert" data-testid="form-error"
          className="text-error text-[13px] font-medium mt-1.5">{wrong}</p>
      ) : hint ? (
        <p id={`${name}-hint`} className="muted text-[13px] mt-1.5">{hint}</p>
      ) : null}
    </div>
  );
}

export function SubmitButton({ className, children, testid }) {
  const { busy, ready } = useContext(FormContext);
  return (
    <button type="submit" data-testid={testid} className={className} aria-disabled={busy}
      disabled={!ready}>
      {busy ? <span className="spinner" aria-hidden="true" /> : null}
      {children}
    </button>
  );
}
