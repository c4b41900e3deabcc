// Settings: where one is signed in, another address or password, all of one's data, the end of the account.
// What asks for a password goes by HTTP, never over the socket.
import { useEffect, useState } from "react";
import "./catalog.account.js";
import { DeviceRow, useMoment } from "./devices.jsx";
import { ApiForm, Field, SubmitButton } from "./forms.jsx";
import { useT } from "./i18n.jsx";

const SESSIONS = "/api/v1/sessions";
const ADDRESS = "/api/v1/account/address";
const OUTLINE = "btn btn-outline border-base-300 h-11 max-sm:w-full";

const remove = async (path) => {
  const answer = await fetch(path, { method: "DELETE" });
  if (!answer.ok && answer.status !== 404) throw new Error(String(answer.status));
};

function Browsers() {
  const t = useT();
  const moment = useMoment();
  const [browsers, setBrowsers] = useState(null);
  const [told, setTold] = useState("");
  const [busy, setBusy] = useState(false);

  const read = async () => {
    const answer = await fetch(SESSIONS);
    if (!answer.ok) throw new Error(String(answer.status));
    setBrowsers((await answer.json()).browsers);
  };
  const act = async (work, done) => {
    if (busy) return;
    setBusy(true);
    setTold("");
    try {
      await work();
      await read();
      setTold(done ? t(done) : "");
    } catch {
      setTold(t("account.failed"));
    }
    setBusy(false);
  };
  useEffect(() => {
    act(async () => {});
  }, []);

  return (
    <section aria-labelledby="browsers-title" aria-busy={busy} className="border-t border-base-300 pt-5">
      <h3 id="browsers-title" className="font-semibold">{t("account.browsers")}</h3>
      <p className="muted text-sm mt-0.5 max-w-[60ch]">{t("account.browsers_text")}</p>
      {browsers ? null : <div className="skeleton h-14 mt-3" aria-hidden="true" />}
      <ul className="grid mt-2" data-testid="browsers">
        {(browsers ?? []).map((each) => {
          const name = each.name || t("account.unnamed");
          return (
            <DeviceRow key={each.id} testid="browser" name={name} here={each.is_here && t("account.here")}
              told={t("account.seen", { when: moment(each.seen_ms) })}>
              {each.is_here ? null : (
                <button type="button" data-testid="end-browser" aria-disabled={busy}
                  aria-label={t("account.end_of", { name })} className="btn btn-ghost h-11"
                  onClick={() => act(() => remove(`${SESSIONS}/${each.id}`), "account.ended")}>
                  {t("account.end")}
                </button>
              )}
            </DeviceRow>
          );
        })}
      </ul>
      {browsers?.length > 1 ? (
        <button type="button" data-testid="end-others" aria-disabled={busy} className={`${OUTLINE} mt-2`}
          onClick={() => act(() => remove(SESSIONS), "account.ended_others")}>
          {t("account.end_others")}
        </button>
      ) : null}
      <p role="status" aria-live="polite" className={told ? "muted text-sm mt-2" : "sr-only"}>{told}</p>
    </section>
  );
}

// A part that opens in place; one at a time, so that no two fields share a name.
function Part({ id, title, text, isOpen, onToggle, children }) {
  return (
    <section className="border-t border-base-300 pt-5">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="flex-1 basis-60">
          <h3 className="font-semibold">{title}</h3>
          <p className="muted text-sm mt-0.5 max-w-[60ch]">{text}</p>
        </div>
        {onToggle}
      </div>
      {isOpen ? <div id={id} className="mt-4 max-w-md">{children}</div> : null}
    </section>
  );
}

const Done = ({ text }) => (
  <p className="hued hue-green rounded-2xl px-4 py-3 text-sm font-medium" data-testid="account-done">{text}</p>
);

// An address that waits for its owner to follow the link; the account keeps the old one till then.
function Asked({ address }) {
  const t = useT();
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState("");
  const cancel = async () => {
    if (busy) return;
    setBusy(true);
    setTold("");
    await remove(ADDRESS).catch(() => setTold(t("account.failed")));
    setBusy(false);
  };
  return (
    <div data-testid="address-asked">
      <p role="status" className="hued hue-amber rounded-2xl px-4 py-3 text-sm break-words">
        {t("account.address_asked", { email: address })}
      </p>
      <button type="button" data-testid="cancel-address" aria-disabled={busy} onClick={cancel}
        className={`${OUTLINE} mt-3`}>
        {t("account.address_cancel")}
      </button>
      <p role="alert" className="text-error text-[13px] font-medium mt-1.5">{told}</p>
    </div>
  );
}

export function AccountCare({ email, asked }) {
  const t = useT();
  const [open, setOpen] = useState("");
  const toggle = (part, word, look) => (
    <button type="button" data-testid={`open-${part}`} aria-expanded={open === part} aria-controls={part}
      className={look} onClick={() => setOpen(open === part ? "" : part)}>
      {open === part ? t("account.close") : word}
    </button>
  );
  const current = (
    <Field name="current_password" label={t("account.current")} type="password" testid="current-password"
      autoComplete="current-password" />
  );
  return (
    <div className="grid gap-5 mt-6">
      <Browsers />
      <Part id="address" title={t("account.address")} text={t("account.address_text", { email })}
        isOpen={asked || open === "address"}
        onToggle={asked ? null : toggle("address", t("account.address_open"), OUTLINE)}>
        {asked ? <Asked address={asked} /> : (
          <ApiForm action={ADDRESS} className="grid gap-4" onDone={<Done text={t("account.address_done")} />}>
            <Field name="email" label={t("account.address_new")} type="email" testid="new-address"
              autoComplete="email" inputMode="email" />
            {current}
            <SubmitButton testid="change-address" className="btn btn-primary h-12">
              {t("account.address_submit")}
            </SubmitButton>
          </ApiForm>
        )}
      </Part>
      <Part id="password" title={t("account.password")} text={t("account.password_text")}
        isOpen={open === "password"} onToggle={toggle("password", t("account.password_open"), OUTLINE)}>
        <ApiForm action="/api/v1/auth/change-password" className="grid gap-4"
          onDone={<Done text={t("account.password_done")} />}>
          {current}
          <Field name="password" label={t("account.new")} hint={t("auth.password_hint")} type="password"
            testid="new-password" autoComplete="new-password" />
          <SubmitButton testid="change-password" className="btn btn-primary h-12">
            {t("account.password_submit")}
          </SubmitButton>
        </ApiForm>
      </Part>
      <Part title={t("account.export")} text={t("account.export_text")}
        onToggle={
          <a href="/api/v1/export" download data-testid="export" className={OUTLINE}>{t("account.export_submit")}</a>
        } />
      <Part id="leaving" title={t("account.leave")} text={t("account.leave_text")} isOpen={open === "leaving"}
        onToggle={toggle("leaving", t("account.leave_open"), `${OUTLINE} text-error`)}>
        <ApiForm action="/api/v1/account/deletion" after="/leaving" className="grid gap-4">
          {current}
          <Field name="confirmation" label={t("account.confirm", { email })} type="email" testid="confirmation"
            autoComplete="off" inputMode="email" />
          <SubmitButton testid="delete-account" className="btn btn-error h-12">
            {t("account.leave_submit")}
          </SubmitButton>
        </ApiForm>
      </Part>
    </div>
  );
}
