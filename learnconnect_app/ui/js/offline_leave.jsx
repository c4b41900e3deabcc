// Signing out: what waits is sent first; what cannot be is the learner's to decide about; and nothing of
// them stays on this device that they did not want to.
import { useEffect, useRef, useState } from "react";
import { everything, forget, isWaiting, stopClocks } from "./offline_store.js";
import { send, signOff } from "./offline_queue.js";
import { useT } from "./i18n.jsx";
import "./catalog.common.js";
import "./catalog.device.js";

const SENDING = 6000; // milliseconds that signing out may wait for what is sent

// How many acts of this learner, with the time on their clocks, are not sent, after a try.
export async function unsent() {
  const count = async () => (await everything()).acts.filter(isWaiting).length;
  await stopClocks({ areOver: false }); // whoever stays goes on from there
  if ((await count()) && navigator.onLine) {
    const late = new Promise((give) => setTimeout(give, SENDING));
    await Promise.race([send(), late]);
  }
  return count();
}

// Without a network the sign-in ends before the next page that can be reached.
export async function leave({ keepsActs }) {
  await forget({ keepsActs }).catch(() => {});
  clearStorage();
  await signOff();
}

function clearStorage() {
  try {
    sessionStorage.clear();
    localStorage.clear();
  } catch {
    // a browser without either
  }
}

export function Leaving({ count, onLeft, onStay }) {
  const t = useT();
  const dialog = useRef(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => dialog.current.showModal(), []);
  const go = (keepsActs) => async () => {
    setBusy(true);
    await leave({ keepsActs });
    onLeft();
  };
  return (
    <dialog ref={dialog} onClose={onStay} aria-labelledby="leaving-title" data-testid="leaving"
      className="modal modal-bottom sm:modal-middle">
      <div className="modal-box rounded-3xl max-sm:rounded-b-none text-left">
        <h2 id="leaving-title" className="title">{t("device.leave_title", { n: count })}</h2>
        <p className="muted mt-2">{t("device.leave_text")}</p>
        <div className="grid gap-2.5 mt-5">
          <button type="button" disabled={isBusy} data-testid="leave-keep" className="btn btn-primary h-12" onClick={go(true)}>
            {t("device.leave_keep")}
          </button>
          <button type="button" disabled={isBusy} data-testid="leave-drop" className="btn btn-outline border-base-300 h-12" onClick={go(false)}>
            {t("device.leave_drop")}
          </button>
          <button type="button" disabled={isBusy} data-testid="leave-stay" className="btn btn-ghost h-12" onClick={() => dialog.current.close()}>
            {t("common.cancel")}
          </button>
        </div>
      </div>
    </dialog>
  );
}
