// The calendar: a month, a week or a day of the study plan, its sessions moved by hand.
import { useEffect, useRef, useState } from "react";
import { Play, Undo2, X } from "lucide-react";
import { Bar, UpNext } from "./calendar_bar.jsx";
import { Week } from "./calendar_days.jsx";
import { Kit, STILL, useWords } from "./calendar_words.jsx";

const DONE = {
  moved: "study.done.moved",
  unpinned: "study.done.unpinned",
  removed: "study.done.removed",
  own_added: "study.done.own_added",
  own_changed: "study.done.own_changed",
  own_removed: "study.done.own_removed",
  busy_added: "study.done.busy_added",
  busy_removed: "study.done.busy_removed",
  accepted: "study.done.accepted",
  declined: "study.done.declined",
  away: "study.done.away",
  back: "study.done.back",
  edited: "study.done.edited",
  paused: "study.done.paused",
  resumed: "study.done.resumed",
  undone: "study.done.undone",
};
const NO_REFUSAL = { code: "" };
const NO_CHANGE = { code: "" };
const OWN_START = 17 * 60;

// What a first look does not need is fetched when it may be wanted, or once the page has come to rest.
function useKit() {
  const [kit, setKit] = useState(STILL);
  const focused = useRef("");
  const wake = useRef(null);
  wake.current ??= () => {
    wake.current = () => {};
    import("./calendar_more.jsx").then((more) => {
      focused.current = document.activeElement?.dataset?.keepsFocus ?? "";
      setKit({ ...more });
    });
  };
  useEffect(() => {
    const rest = setTimeout(() => wake.current(), 4000);
    return () => clearTimeout(rest);
  }, []);
  useEffect(() => {
    if (focused.current) document.querySelector(`[data-keeps-focus="${focused.current}"]`)?.focus();
  }, [kit]);
  return [kit, () => wake.current()];
}

// The days as they will be once the server has taken the move.
function withMove(days, move) {
  if (!move) return days;
  const moved = { ...move.session, day: move.day, start: move.start, is_pinned: true };
  const minutes = moved.kind === "own" ? 0 : moved.minutes;
  return days.map((day) => {
    const isFrom = day.sessions.some(({ id }) => id === moved.id);
    const sessions = day.sessions.filter(({ id }) => id !== moved.id);
    const planned = day.planned - (isFrom ? minutes : 0);
    if (day.day !== move.day) return { ...day, sessions, planned };
    return { ...day, sessions: [...sessions, moved], planned: planned + minutes };
  });
}

function useUndoKey(change, onUndo) {
  useEffect(() => {
    const pressed = (event) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === "z";
      if (!isUndo || !change.id || document.querySelector("dialog[open]")) return;
      if (event.target.matches?.("input, textarea, select")) return;
      event.preventDefault();
      onUndo?.();
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  });
}

// What was just changed, with the way back; or why it was not.
function After({ Refused, change, refusal, onUndo, onDismiss, ...refused }) {
  const { t } = useWords();
  const isDone = change.code in DONE;
  if (!isDone && !refusal.code) return <div role="status" className="sr-only" />;
  return (
    <div role="status" className="after no-print rise">
      {refusal.code ? Refused && <Refused refusal={refusal} onLeave={onDismiss} {...refused} /> : (
        <span className="after-done">
          {t(DONE[change.code])}
          {change.id ? (
            <button type="button" data-testid="undo" className="btn btn-sm h-10" onClick={() => onUndo()}>
              <Undo2 size={16} aria-hidden="true" />
              {t("study.undo")}
            </button>
          ) : null}
        </span>
      )}
      <button type="button" className="btn btn-ghost btn-circle btn-sm size-10"
        aria-label={t("common.close")} onClick={onDismiss}><X size={17} aria-hidden="true" /></button>
    </div>
  );
}

export function Calendar({ view, panels, answers, change, refusal, rev, ...on }) {
  const { onShow, onTurn, onMove, onUnpin, onRemove, onUndo } = on;
  const { onOwn, onBegin, onMakeRoom, onResume } = on;
  const { t } = useWords();
  const [kit, wake] = useKit();
  const awake = (act) => (...given) => {
    wake();
    act?.(...given);
  };
  const below = useRef(null);
  useEffect(() => {
    const sight = new IntersectionObserver(([entry]) => entry.isIntersecting && wake());
    sight.observe(below.current);
    return () => sight.disconnect();
  }, []);
  const [held, setHeld] = useState(null);
  const [heldStart, setHeldStart] = useState(-1);
  const [move, setMove] = useState(null);
  const [opened, setOpened] = useState("");
  const [own, setOwn] = useState(null);
  const [dismissed, setDismissed] = useState(0); // the change whose bar was closed
  const [read, setRead] = useState(0); // the refusal that was read
  const tried = useRef(null);
  useUndoKey(change, onUndo);
  useEffect(() => setMove(null), [rev, refusal.at]);
  useEffect(() => {
    setOpened("");
    setOwn(null);
  }, [change.at]);

  const days = withMove(view.days, move);
  const sessions = [...days.flatMap((day) => day.sessions), view.up_next];
  const session = opened ? sessions.find(({ id }) => id === opened) : undefined;
  const shownRefusal = read === refusal.at ? NO_REFUSAL : refusal;
  const moveTo = (what, day, start, byKeys = false) => {
    tried.current = { what, day, byKeys };
    onMove?.(what.id, day, start, what.version);
  };
  const toCard = () => {
    const { what, byKeys } = tried.current ?? {};
    if (byKeys) document.querySelector(`[data-keeps-focus="${what.id}"]`)?.focus();
  };
  const makeRoom = () => {
    const { what, day } = tried.current;
    toCard();
    onMakeRoom?.(what.id, day, what.version);
  };
  const drop = (what, day, start, byKeys) => {
    if (view.mode === "day" && start === what.start) return;
    setMove({ session: what, day, start: start < 0 ? what.start : start });
    moveTo(what, day, start, byKeys);
  };
  const hold = (what, start) => {
    setHeld(what);
    setHeldStart(start ?? -1);
  };
  const add = (day) => {
    wake();
    setRead(refusal.at);
    setOwn({ id: "", title: "", day, start: OWN_START, minutes: 60, version: 0 });
  };
  const open = ({ id }) => {
    wake();
    setRead(refusal.at);
    setOpened(id);
  };
  const shared = { days, held, onOpen: open, onAdd: add, onDay: (day) => onShow("day", day) };
  const View = { month: kit.Month, week: Week, day: kit.Timeline }[view.mode];
  const isSheetOpen = Boolean(session || own);
  return (
    <Kit.Provider value={kit}>
      {view.state === "paused" ? (
        <div className="hued hue-violet rounded-2xl p-4 flex flex-wrap items-center gap-3 no-print">
          <p className="flex-1 min-w-60 font-medium">{t("study.resting")}</p>
          <button type="button" className="btn btn-primary h-12" data-testid="resume-study"
            onClick={() => onResume?.(view.plan_id)}>
            <Play size={18} aria-hidden="true" />
            {t("study.resume")}
          </button>
        </div>
      ) : null}
      {view.up_next.id && view.state === "active" ? (
        <UpNext session={view.up_next} today={view.today} onBegin={(id) => onBegin?.(id)} />
      ) : null}
      <div onPointerEnter={wake} onFocus={wake} onTouchStart={wake} className={`calendar is-${view.mode}`}>
        <Bar view={view} onShow={awake(onShow)} onTurn={awake(onTurn)} />
        <kit.Area mode={view.mode} days={days} held={held} onHold={hold} onDrop={drop}>
          {View ? <View {...shared} day={days[0]} heldStart={heldStart} /> : (
            <div className="skeleton h-96" aria-busy="true" />
          )}
        </kit.Area>
      </div>
      {kit.SessionSheet ? (
        <>
      <kit.SessionSheet session={session} today={view.today} refusal={shownRefusal} onMove={moveTo}
        onClose={() => setOpened("")} onMakeRoom={makeRoom}
        onUnpin={(...of) => onUnpin?.(...of)}
        onRemove={(...of) => onRemove?.(...of)} onBegin={(id) => onBegin?.(id)}
        onEdit={(what) => { setOpened(""); setOwn(what); }} />
      <kit.OwnSheet draft={own} refusal={shownRefusal} onClose={() => setOwn(null)}
        onSave={(...of) => onOwn?.(...of)} />
        </>
      ) : null}
      {isSheetOpen ? null : (
        <After Refused={kit.Refused} change={dismissed === change.at ? NO_CHANGE : change} refusal={shownRefusal}
          onUndo={() => onUndo?.()} isFocused={tried.current?.byKeys} onMakeRoom={makeRoom}
          onNearest={(day) => {
            const { what, byKeys } = tried.current;
            toCard();
            moveTo(what, day, -1, byKeys);
          }}
          onDismiss={() => {
            if (!shownRefusal.code) return setDismissed(change.at);
            toCard();
            setRead(refusal.at);
          }} />
      )}
      <p className="sr-only">{t("study.undo_key")}</p>
      <div ref={below}>
        {kit.Panels && view.state === "active" ? (
          <kit.Panels {...{ view, panels, answers, change, on }} refusal={refusal} />
        ) : null}
      </div>
    </Kit.Provider>
  );
}
