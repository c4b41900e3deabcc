// Beside every page of a signed-in learner, once it has come to rest: sends what was done without a
// network, keeps the plan for the next time, and tells what became of what was sent.
import { useEffect, useState } from "react";
import { everything, isWaiting, onKept, stopClocks } from "./offline_store.js";
import { refresh } from "./offline_queue.js";
import { keepInStep } from "./offline_sync.js";
import { Told } from "./offline_told.jsx";

const FRESH = 5 * 60_000; // milliseconds a kept plan is good for while the page is looked at
const NEW = 30_000; // and when it is left

// Of a browser that can keep nothing: no.
const isKept = (so) => everything().then(so, () => false);
const isOlder = (age) => isKept(({ readAt }) => Date.now() - readAt > age);
const isUnsent = () => isKept(({ acts }) => acts.some(isWaiting));

async function keepOnLeaving() {
  const isLeft = document.visibilityState === "hidden" && navigator.onLine;
  if (isLeft && (await isOlder(NEW))) await refresh().catch(() => {});
}

export function Keeper() {
  const [told, setTold] = useState([]);
  const [isOurs, setOurs] = useState(false); // until the plan was read this may be somebody else's
  useEffect(() => {
    const read = () => everything().then((all) => setTold(all.told), () => {});
    const wants = async () => (await isUnsent()) || isOlder(FRESH);
    const stops = [onKept(read)];
    read();
    stopClocks({ areOver: true }) // this page has the server's
      .catch(() => {})
      .then(() => stops.push(keepInStep((outcome) => outcome === "read" && setOurs(true), wants)));
    document.addEventListener("visibilitychange", keepOnLeaving);
    return () => {
      stops.forEach((stop) => stop());
      document.removeEventListener("visibilitychange", keepOnLeaving);
    };
  }, []);
  return (
    <div className="fixed z-40 inset-x-0 bottom-24 lg:bottom-6 px-4 flex justify-center pointer-events-none no-print">
      <Told told={isOurs ? told : []} className="w-full max-w-lg shadow-xl" />
    </div>
  );
}
