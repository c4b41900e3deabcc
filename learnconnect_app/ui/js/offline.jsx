// The page that opens without a network: today's plan, what there is to do of it, the week, and the
// mistakes that are due; from what this device keeps (`offline_store.js`).
import { Suspense, lazy, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Check, CloudOff, X } from "lucide-react";
import { everything, isWaiting, onKept } from "./offline_store.js";
import { withActs } from "./offline_plan.js";
import { keepInStep } from "./offline_sync.js";
import { Told } from "./offline_told.jsx";
import { Today } from "./offline_today.jsx";
import { Work } from "./offline_work.jsx";
import { useWords } from "./offline_words.jsx";
import "./offline_leave.jsx"; // signing out works here too

const NOWHERE = { owner: "", plan: null, readAt: 0, clocks: {}, acts: [], told: [], isNowhere: true };

function useKept() {
  const [kept, setKept] = useState(null);
  useEffect(() => {
    let isHere = true;
    const read = () =>
      everything().then((all) => isHere && setKept(all), () => isHere && setKept(NOWHERE));
    const stop = onKept(read);
    read();
    return () => {
      isHere = false;
      stop();
    };
  }, []);
  return kept;
}

function useOutcome() {
  const [outcome, setOutcome] = useState("");
  useEffect(() => keepInStep(setOutcome), []);
  return outcome;
}

const listenToHash = (tell) => {
  addEventListener("hashchange", tell);
  return () => removeEventListener("hashchange", tell);
};
const useHash = () =>
  useSyncExternalStore(listenToHash, () => location.hash.slice(1), () => "");

// What the address speaks of: a task, a session, the mistakes, or the day.
function shownOf(hash, plan) {
  const [kind, id] = [hash.split("-")[0], hash.slice(hash.indexOf("-") + 1)];
  if (kind === "task" && plan.tasks[id]) return { kind, id };
  if (kind === "session" && plan.sessions[id]) return { kind, id };
  return { kind: kind === "mistakes" ? kind : "today", id: "" };
}

const wanted = () => new URLSearchParams(location.search).get("from") || "/home";

// A page of ours and no other's.
function wayBack() {
  const { origin, href } = new URL(wanted(), location.origin);
  return origin === location.origin ? href : "/home";
}

function Mark({ outcome, kept }) {
  const { t, time, moment } = useWords();
  const waiting = kept.acts.filter(isWaiting).length;
  const isOut = outcome === "signed out";
  const isBack = outcome === "read" || isOut;
  const isOld = kept.plan && new Date() >= new Date(kept.plan.until);
  const made = kept.plan && new Date(kept.readAt);
  const isFromToday = made && made.toDateString() === new Date().toDateString();
  return (
    <div role="status" data-testid="offline-mark" data-back={isBack}
      className={`rise hued ${isBack ? "hue-green" : "hue-amber"} rounded-[1.25rem] px-4 py-3 flex flex-wrap items-center gap-x-3 gap-y-2`}>
      {isBack ? <Check size={20} aria-hidden="true" /> : <CloudOff size={20} aria-hidden="true" />}
      <p className="flex-1 min-w-36 text-sm text-pretty">
        <b className="font-semibold">{t(isBack ? "device.back" : "device.mark")}</b>
        {isOut ? <>{" "}{t("device.signed_out")}</> : null}
        {made && !isBack ? <>{" "}{t("device.as_of", { time: isFromToday ? time(made) : moment(made) })}</> : null}
        {isOld && !isBack ? <>{" "}{t("device.older_day")}</> : null}
        {waiting ? <span className="block" data-testid="waiting-acts">{t("device.waiting", { n: waiting })}</span> : null}
      </p>
      {isBack ? (
        <a href={isOut ? `/login?next=${encodeURIComponent(wanted())}` : wayBack()}
          data-testid="go-online" className="btn btn-primary h-11 px-5">{t(isOut ? "device.sign_in" : "device.go_on")}</a>
      ) : null}
    </div>
  );
}

// No plan to show: it was never kept, or its owner is signed out, or this browser keeps nothing.
function Nothing({ kept }) {
  const { t } = useWords();
  const [title, text] = kept.isNowhere
    ? ["device.nowhere_title", "device.nowhere_text"]
    : kept.isUnsent
      ? ["device.unsent_title", "device.unsent_text"]
      : ["device.nothing_title", "device.nothing_text"];
  return (
    <div className="flex flex-col items-center text-center py-10 px-4">
      <span className="hued hue-violet size-14 rounded-2xl grid place-items-center">
        <CloudOff size={28} aria-hidden="true" />
      </span>
      <h1 className="title mt-4">{t(title)}</h1>
      <p className="muted mt-1 max-w-[46ch] text-pretty">{t(text)}</p>
    </div>
  );
}

// Fetched when they are asked for; without a network from what the service worker keeps.
const Mistakes = lazy(() => import("./offline_mistakes.jsx").then((part) => ({ default: part.Mistakes })));

const VIEWS = { today: Today, task: Work, session: Work, mistakes: Mistakes };

export function OfflinePage() {
  const { t } = useWords();
  const kept = useKept();
  const outcome = useOutcome();
  const hash = useHash();
  const top = useRef(null);
  useEffect(() => {
    if (hash) top.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [hash]);
  if (!kept)
    return (
      <div aria-busy="true" className="grid gap-5">
        <div className="skeleton h-12 !rounded-[1.25rem]" />
        <div className="skeleton h-48 !rounded-3xl" />
        <div className="skeleton h-60 !rounded-3xl" />
      </div>
    );
  const plan = kept.plan && withActs(kept.plan, kept.acts);
  const shown = plan && shownOf(hash, plan);
  const View = plan && VIEWS[shown.kind];
  return (
    <div className="grid gap-5" data-testid="offline-page" data-owner={kept.owner ? "known" : ""}>
      <Mark outcome={outcome} kept={kept} />
      <Told told={kept.told} />
      <div ref={top} tabIndex={-1} className="outline-none">
        {shown && shown.kind !== "today" ? (
          <a href="#today" data-testid="to-today" className="btn btn-ghost h-11 -ml-3 mb-2">
            <X size={18} aria-hidden="true" />
            {t("device.to_today")}
          </a>
        ) : null}
        <Suspense fallback={<div aria-busy="true" className="skeleton h-60 !rounded-3xl" />}>
          {View ? <View key={hash} plan={plan} kept={kept} shown={shown} /> : <Nothing kept={kept} />}
        </Suspense>
      </div>
    </div>
  );
}
