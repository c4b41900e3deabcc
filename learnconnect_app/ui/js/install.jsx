// The hint that LearnConnect can be on the home screen, where the browser can and has not yet.
import "./catalog.install.js";
import { useState } from "react";
import { useT } from "./i18n.jsx";
import { install, useWayToInstall } from "./pwa.jsx";

export function InstallHint({ isFitting, onNever }) {
  const t = useT();
  const way = useWayToInstall();
  const [isOver, setOver] = useState(false);
  if (!isFitting || !way || isOver) return null;
  const end = (after) => () => {
    setOver(true);
    after();
  };
  return (
    <aside className="install-hint card-surface rise no-print" data-testid="install-hint"
      aria-labelledby="install-title">
      <img src="/icon-192.png" alt="" width="48" height="48" className="size-12 shrink-0" />
      <div className="min-w-0 flex-1">
        <h2 id="install-title" className="font-semibold">{t("install.title")}</h2>
        <p className="muted text-[13px] mt-0.5 text-pretty">
          {t("install.text")} {way === "apple" ? t("install.apple") : null}
        </p>
        <div className="flex gap-2 mt-3">
          {way === "apple" ? null : (
            <button type="button" className="btn btn-primary h-11" data-testid="install"
              onClick={end(install)}>
              {t("install.now")}
            </button>
          )}
          <button type="button" data-testid="install-never" onClick={end(onNever)}
            className={`btn btn-ghost h-11 ${way === "apple" ? "-ml-4" : ""}`}>
            {t("install.never")}
          </button>
        </div>
      </div>
    </aside>
  );
}
