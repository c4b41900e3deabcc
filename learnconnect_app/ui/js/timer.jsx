// The clock of a study session, and how much of it was done.
import { useEffect, useRef, useState } from "react";
import { useFormat, useT } from "./i18n.jsx";

const two = (n) => String(n).padStart(2, "0");

function spoken(seconds) {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${hours ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}

// The server says how many seconds there were at `readAt`; until it says more, this only counts on,
// by the time that passed here, which is right after a sleep of the device too.
export function SessionClock({ seconds, readAt, most, planned, isRunning, label }) {
  const received = useRef([readAt, Date.now()]);
  if (received.current[0] !== readAt) received.current = [readAt, Date.now()];
  const [, tick] = useState(0);
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => tick((n) => n + 1), 500);
    return () => clearInterval(timer);
  }, [isRunning]);
  const passed = isRunning ? Math.max(0, Math.floor((Date.now() - received.current[1]) / 1000)) : 0;
  const shown = Math.max(seconds, Math.min(most, seconds + passed));
  const share = Math.min(100, (shown * 100) / (planned * 60));
  return (
    <div role="timer" aria-label={label} data-testid="session-clock" data-seconds={shown}
      data-running={isRunning}>
      <div className="text-[2.75rem] leading-none font-bold tracking-tight">{spoken(shown)}</div>
      <div className="mt-3 h-2 w-full rounded-full overflow-hidden bg-[var(--track)]" aria-hidden="true">
        <div className="grow h-full rounded-full bg-[var(--bar-violet)]" style={{ width: `${share}%` }} />
      </div>
    </div>
  );
}

const DONE = 80;

// A session that was not done to its end: how far, and what that means for the plan.
export function PartSlider({ onChosen, className }) {
  const t = useT();
  const format = useFormat();
  const [percent, setPercent] = useState(50);
  return (
    <div>
      <label htmlFor="part" className="flex justify-between text-sm font-semibold">
        {t("lessons.how_much")} <output>{format.percent(percent)}</output>
      </label>
      <input id="part" type="range" min="10" max="90" step="10" value={percent}
        aria-valuetext={format.percent(percent)} aria-describedby="part-means"
        data-testid="percent" className="w-full my-3 h-6" style={{ accentColor: "var(--color-primary)" }}
        onChange={(event) => setPercent(Number(event.target.value))} />
      <p id="part-means" aria-live="polite" className="muted text-[13px]">
        {percent >= DONE ? t("lessons.counts_as_done") : t("lessons.rest_comes_back")}
      </p>
      <button type="button" className={`${className} mt-3`} data-testid="complete-partly"
        onClick={() => onChosen?.(percent)}>
        {t("lessons.save_part")}
      </button>
    </div>
  );
}
