// When what was done offline is sent, and the plan read again: at once, when the network is back, when
// the page is looked at again, and, while no answer comes, after a growing pause.
import { everything, isUntried } from "./offline_store.js";
import { isThere, refresh, send } from "./offline_queue.js";

const SHORTEST = 3000;
const LONGEST = 60_000;

// One round. "read": all is sent and the plan is of now; "signed out"; "later": no answer came. Who is
// signed in is known once the plan was read: what of theirs has waited since last time goes then, and the
// time on clocks whose sessions it no longer has. Where nothing can be kept nothing waits, and it is enough
// that somebody answers.
export async function step() {
  if (!navigator.onLine) return "later";
  const before = await everything().catch(() => null);
  if (!before) return (await isThere()) ? "read" : "later";
  if ((await send()) === "later") return "later";
  const outcome = await refresh();
  if (outcome !== "read") return outcome;
  const { owner, acts } = await everything();
  return owner !== before.owner || acts.some(isUntried) ? step() : outcome;
}

// Calls tell(outcome) after each round, until what it returns is called. `wants()` says whether a
// round is wanted when nothing failed and the page is only looked at again.
export function keepInStep(tell, wants = () => true) {
  let pause = SHORTEST;
  let timer = 0;
  let isOver = false;
  const round = async () => {
    clearTimeout(timer);
    const outcome = await step().catch(() => "later");
    if (isOver) return;
    pause = outcome === "later" ? Math.min(LONGEST, pause * 1.6) : SHORTEST;
    if (outcome === "later") timer = setTimeout(round, pause * (0.8 + Math.random() * 0.4));
    tell(outcome);
  };
  const looked = async () => document.visibilityState === "visible" && (await wants()) && round();
  addEventListener("online", round);
  document.addEventListener("visibilitychange", looked);
  round();
  return () => {
    isOver = true;
    clearTimeout(timer);
    removeEventListener("online", round);
    document.removeEventListener("visibilitychange", looked);
  };
}
