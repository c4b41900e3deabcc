// A medal that was just earned is celebrated on one screen: the one in sight that asks first.
import { Suspense, lazy, useEffect } from "react";

// Nothing comes between a learner and a question: it waits until the test is left.
const isTesting = () => location.pathname.startsWith("/test/");

const Card = lazy(() => import("./celebrated.jsx"));

// `waiting`: how many medals nobody has celebrated yet; `earned`: those this screen was given.
export function Celebrations({ waiting, earned, onReady, onClose, words }) {
  useEffect(() => {
    const ask = () => {
      if (waiting > 0 && !isTesting() && document.visibilityState === "visible") onReady();
    };
    ask();
    document.addEventListener("visibilitychange", ask);
    return () => document.removeEventListener("visibilitychange", ask);
  }, [waiting]);
  return (
    <div role="status" aria-live="polite" className="no-print">
      {earned.length > 0 && (
        <Suspense>
          <Card earned={earned} onClose={onClose} words={words} />
        </Suspense>
      )}
    </div>
  );
}
