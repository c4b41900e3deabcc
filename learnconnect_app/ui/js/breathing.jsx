// A breathing exercise: in for four seconds, out for six, about six breaths a minute.
import { useEffect, useState } from "react";
import { useFormat, useT } from "./i18n.jsx";

const IN = 4;
const OUT = 6;
const BREATH = IN + OUT;
const MINUTES = [1, 3, 5];

const phaseAt = (second) => (second % BREATH < IN ? "in" : "out");
const leftInPhase = (second) => {
  const at = second % BREATH;
  return at < IN ? IN - at : BREATH - at;
};

// Seconds since `begun`, by the clock: a tab in the background does not slow the exercise down.
function useSeconds(begun, most) {
  const [, tick] = useState(0);
  useEffect(() => {
    if (!begun) return;
    const timer = setInterval(() => tick((n) => n + 1), 200);
    return () => clearInterval(timer);
  }, [begun]);
  return begun ? Math.min(most, Math.floor((Date.now() - begun) / 1000)) : 0;
}

export function Breathing() {
  const t = useT();
  const format = useFormat();
  const [minutes, setMinutes] = useState(MINUTES[0]);
  const [begun, setBegun] = useState(0);
  const second = useSeconds(begun, minutes * 60);
  const isDone = begun > 0 && second >= minutes * 60;
  const isRunning = begun > 0 && !isDone;
  const phase = isRunning ? phaseAt(second) : "rest";
  const words = isDone ? "done" : isRunning ? phase : "ready";
  return (
    <div data-testid="breathing" data-phase={phase}>
      <div className="breath" data-phase={phase}>
        <span aria-hidden="true" />
        <div>
          <strong className="block text-lg">{t(`wellbeing.breath_${words}`)}</strong>
          {isRunning && (
            <span className="text-2xl font-bold tabular-nums" aria-hidden="true">
              {format.number(leftInPhase(second))}
            </span>
          )}
        </div>
      </div>
      <p className="sr-only" role="status">{isRunning || isDone ? t(`wellbeing.breath_${words}`) : ""}</p>
      <div className="mt-4 flex flex-wrap items-center justify-center gap-3">
        {!isRunning && (
          <fieldset className="segmented">
            <legend className="sr-only">{t("wellbeing.breath_length")}</legend>
            {MINUTES.map((each) => (
              <label key={each}>
                <input type="radio" name="breath-minutes" className="sr-only" checked={each === minutes}
                  onChange={() => { setMinutes(each); setBegun(0); }} />
                {t("wellbeing.minutes", { n: each })}
              </label>
            ))}
          </fieldset>
        )}
        <button type="button" className={`btn h-12 px-6 ${isRunning ? "" : "btn-primary"}`}
          onClick={() => setBegun(isRunning ? 0 : Date.now())}>
          {t(isRunning ? "wellbeing.breath_stop" : isDone ? "wellbeing.breath_again" : "wellbeing.breath_start")}
        </button>
      </div>
    </div>
  );
}
