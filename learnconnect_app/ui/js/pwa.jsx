// What concerns the installed app: a note when a new version is out, and whether it can be installed.
import { useEffect, useRef, useState, useSyncExternalStore } from "react";

const HOUR = 3600_000;
const LONGEST_TAKE_OVER = 2000;

// ---- a new version ----------------------------------------------------------------------------

// A worker that waits is a new build. It takes over when the learner says so, never under one who
// is typing; a page whose worker was replaced from another tab is told as well.
export function VersionNote({ isLost, children }) {
  const [isOut, setOut] = useState(false);
  const registration = useRef(null);
  const looked = useRef(0);
  const lost = useRef(false);

  const look = () => {
    looked.current = Date.now();
    registration.current?.update().catch(() => {});
  };

  useEffect(() => {
    const workers = navigator.serviceWorker;
    if (!workers) return;
    let isReplaced = Boolean(workers.controller);
    let isOver = false;
    const check = () => isReplaced && registration.current?.waiting && setOut(true);
    const found = () => registration.current.installing?.addEventListener("statechange", check);
    const replaced = () => {
      if (isReplaced) setOut(true);
      isReplaced = true;
    };
    const seen = () => {
      if (document.visibilityState === "visible" && Date.now() - looked.current > HOUR) look();
    };
    workers.ready.then((ready) => {
      if (isOver) return;
      looked.current = Date.now();
      registration.current = ready;
      ready.addEventListener("updatefound", found);
      check();
    });
    workers.addEventListener("controllerchange", replaced);
    document.addEventListener("visibilitychange", seen);
    return () => {
      isOver = true;
      registration.current?.removeEventListener("updatefound", found);
      workers.removeEventListener("controllerchange", replaced);
      document.removeEventListener("visibilitychange", seen);
    };
  }, []);

  // a server that comes back may be a newer one
  useEffect(() => {
    if (lost.current && !isLost) look();
    lost.current = isLost;
  }, [isLost]);

  const update = () => {
    const reload = () => location.reload();
    if (!registration.current?.waiting) return reload();
    navigator.serviceWorker.addEventListener("controllerchange", reload, { once: true });
    registration.current.waiting.postMessage("take-over");
    setTimeout(reload, LONGEST_TAKE_OVER);
  };
  const press = ({ target }) => {
    const does = target.closest("button")?.dataset.does;
    if (does === "update") update();
    if (does) setOut(false);
  };
  return (
    <div role="status" aria-live="polite" onClick={press} className="version-note no-print">
      {isOut ? children : null}
    </div>
  );
}

// ---- installing -------------------------------------------------------------------------------

// The browser says once, and early, that it could install: kept for the moment that fits.
let prompt = null;
const listeners = new Set();
const tell = () => listeners.forEach((each) => each());

if (typeof window !== "undefined") {
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    prompt = event;
    tell();
  });
  addEventListener("appinstalled", () => {
    prompt = null;
    tell();
  });
}

// `prompt`: the browser asks; `apple`: only its menu can; empty: installed already, or it cannot.
function way() {
  if (matchMedia("(display-mode: standalone)").matches || navigator.standalone) return "";
  if (prompt) return "prompt";
  return navigator.standalone === false ? "apple" : "";
}

const subscribe = (each) => (listeners.add(each), () => listeners.delete(each));
export const useWayToInstall = () => useSyncExternalStore(subscribe, way, () => "");

export async function install() {
  const asked = prompt;
  prompt = null;
  await asked.prompt();
  tell();
}
