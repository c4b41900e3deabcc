// Reminders on this device, and on which others: switched on by a press, never by itself.
import "./catalog.push.js";
import { useEffect, useState } from "react";
import { DeviceRow, useMoment } from "./devices.jsx";
import { useT } from "./i18n.jsx";
import { PushError, load, remove, rename, stateOf, turnOff, turnOn } from "./push_browser.jsx";

const WORDS = {
  unsupported: "push.unsupported",
  uninstalled: "push.uninstalled",
  denied: "push.denied",
  off: "push.explained",
  on: "push.is_on",
};
const TOLD = {
  late: "push.late",
  refused: "push.refused",
  dismissed: "push.dismissed",
  offline: "push.offline",
  on: "push.told_on",
  off: "push.told_off",
  removed: "push.told_removed",
  renamed: "push.told_renamed",
};
const BUTTON = "btn h-11 max-sm:w-full";

export function PushDevices({ symbol, bin }) {
  const t = useT();
  const [found, setFound] = useState(null);
  const [state, setState] = useState("");
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState(null);

  async function read() {
    const answer = await load();
    setState(await stateOf(answer));
    setFound(answer);
  }

  // Whether it was done.
  async function act(work, done) {
    if (busy) return false;
    setBusy(true);
    setTold(null);
    let isDone = false;
    try {
      await work();
      await read();
      if (done) setTold({ text: t(TOLD[done]) });
      isDone = true;
    } catch (error) {
      const { code, title } = error instanceof PushError ? error : new PushError("refused");
      if (code === "denied") setState("denied");
      else setTold({ text: title || t(TOLD[code]), isWrong: true });
    }
    setBusy(false);
    return isDone;
  }

  useEffect(() => {
    act(async () => {});
  }, []);

  const isOn = state === "on";
  const press = () => (isOn ? act(turnOff, "off") : act(() => turnOn(found.public_key), "on"));
  return (
    <div data-testid="push" data-state={state} aria-busy={busy || !state}>
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <span className={`hued hue-${isOn ? "green" : "violet"} size-11 rounded-xl grid place-items-center shrink-0`}>
          {symbol}
        </span>
        <div className="flex-1 basis-56">
          <h3 className="font-semibold">{t("push.title")}</h3>
          <p className="muted text-sm mt-0.5 max-w-[60ch] min-h-10">{state ? t(WORDS[state]) : ""}</p>
        </div>
        {state === "off" || isOn ? (
          <button type="button" data-testid={isOn ? "push-off" : "push-on"} aria-disabled={busy}
            onClick={press} className={`${BUTTON} ${isOn ? "btn-outline border-base-300" : "btn-primary"}`}>
            {busy ? <span className="spinner" aria-hidden="true" /> : null}
            {t(isOn ? "push.turn_off" : "push.turn_on")}
          </button>
        ) : null}
      </div>
      <p role="status" aria-live="polite" data-testid="push-told"
        className={told ? `hued hue-${told.isWrong ? "amber" : "green"} rounded-2xl px-4 py-3 text-sm mt-3` : "sr-only"}>
        {told?.text}
      </p>
      {!found && told?.isWrong ? (
        <button type="button" className={`${BUTTON} btn-ghost mt-2`} onClick={() => act(async () => {})}>
          {t("push.again")}
        </button>
      ) : null}
      {found?.devices.length ? (
        <Devices devices={found.devices} bin={bin} busy={busy}
          onRename={({ id }, name) => act(() => rename(id, name), "renamed")}
          onRemove={({ id, is_here }) => act(is_here && isOn ? turnOff : () => remove(id), "removed")} />
      ) : null}
    </div>
  );
}

function Devices({ devices, bin, busy, onRemove, onRename }) {
  const t = useT();
  const moment = useMoment();
  const [renamed, setRenamed] = useState("");
  return (
    <div className="mt-4 pt-4 border-t border-base-300">
      <h4 className="text-sm font-semibold" id="push-devices">{t("push.devices")}</h4>
      <ul aria-labelledby="push-devices" className="grid gap-1 mt-1">
        {devices.map((each) => {
          const name = each.name || t("push.unnamed");
          if (each.id === renamed) {
            return (
              <Renaming key={each.id} name={each.name} busy={busy} onCancel={() => setRenamed("")}
                onSave={async (wanted) => (await onRename(each, wanted)) && setRenamed("")} />
            );
          }
          const told = each.succeeded_ms
            ? t("push.last", { when: moment(each.succeeded_ms) })
            : t("push.since", { when: moment(each.since_ms) });
          const rename = (
            <button type="button" data-testid="push-rename" aria-label={t("push.rename", { name })}
              onClick={() => setRenamed(each.id)} className="font-semibold text-[var(--ink-violet)] hover:underline min-h-6">
              {t("push.rename_short")}
            </button>
          );
          return (
            <DeviceRow key={each.id} testid="push-device" name={name} here={each.is_here && t("push.here")}
              told={told} more={rename}>
              <button type="button" data-testid="push-remove" aria-disabled={busy}
                aria-label={t("push.remove", { name })} onClick={() => onRemove(each)}
                className="btn btn-ghost btn-circle size-11">
                {bin}
              </button>
            </DeviceRow>
          );
        })}
      </ul>
    </div>
  );
}

function Renaming({ name, busy, onSave, onCancel }) {
  const t = useT();
  const [wanted, setWanted] = useState(name);
  const save = (event) => {
    event.preventDefault();
    onSave(wanted);
  };
  return (
    <li className="py-2">
      <form onSubmit={save} onKeyDown={({ key }) => key === "Escape" && onCancel()}
        className="flex flex-wrap items-center gap-2">
        <input className="field flex-1 basis-40" value={wanted} maxLength={40} autoFocus data-testid="push-name"
          aria-label={t("push.new_name")} onChange={({ target }) => setWanted(target.value)} />
        <button type="submit" data-testid="push-save" aria-disabled={busy} className="btn btn-primary h-11">
          {t("push.save")}
        </button>
        <button type="button" onClick={onCancel} className="btn btn-ghost h-11">{t("push.cancel")}</button>
      </form>
    </li>
  );
}
