// What opens over the calendar: a session with all that can be done with it, and the form of an
// own session. Both stay open, with the sentence, when the server refuses, and close when it is done.
import { useEffect, useId, useRef, useState } from "react";
import { Pin, Play, Trash2 } from "lucide-react";
import { Link } from "react-router";
import { Labelled, Sign, clock, minuteOf, useWords } from "./calendar_words.jsx";

const FULL = ["move_full", "move_full_but"];
const ENDED = ["done", "partly", "missed"];

// A native dialog that is shown while it has children to show.
function Sheet({ isOpen, onClose, title, children }) {
  const dialog = useRef(null);
  const heading = useId(); // there is more than one of these on the page
  const { t } = useWords();
  useEffect(() => {
    if (isOpen && !dialog.current.open) dialog.current.showModal();
    if (!isOpen && dialog.current.open) dialog.current.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} onClose={onClose} aria-labelledby={heading}
      className="modal modal-bottom sm:modal-middle no-print">
      <div className="modal-box rounded-3xl max-sm:rounded-b-none">
        <h2 id={heading} className="title pr-10">{title}</h2>
        <button type="button" className="btn btn-ghost btn-circle btn-sm size-10 absolute right-4 top-4"
          aria-label={t("common.close")} onClick={() => dialog.current.close()}>✕</button>
        {isOpen ? children : null}
      </div>
      <form method="dialog" className="modal-backdrop">
        <button className="cursor-default">{t("common.close")}</button>
      </form>
    </dialog>
  );
}

// Why something was not done, with what goes instead. Whoever moved by keys is led here, where what
// goes is the next stop, and by Escape back.
export function Refused({ refusal, onNearest, onMakeRoom, isFocused, onLeave }) {
  const words = useWords();
  const place = useRef(null);
  useEffect(() => {
    if (isFocused) place.current?.focus();
  }, [isFocused, refusal.at]);
  if (!refusal.code) return null;
  const nearest = refusal.params?.nearest;
  return (
    <div role="alert" data-testid="refused" className="hued hue-amber rounded-2xl px-4 py-3 text-sm"
      ref={place} tabIndex={-1} onKeyDown={({ key }) => key === "Escape" && onLeave?.()}>
      <p className="font-medium">{words.refusal(refusal)}</p>
      <div className="flex flex-wrap gap-2">
        {nearest && onNearest ? (
          <button type="button" className="btn btn-sm mt-2 h-10" onClick={() => onNearest(nearest)}>
            {words.t("study.move_there", { day: words.long(nearest) })}
          </button>
        ) : null}
        {FULL.includes(refusal.code) && onMakeRoom ? (
          <button type="button" className="btn btn-sm mt-2 h-10" data-testid="make-room" onClick={onMakeRoom}>
            {words.t("study.make_room")}
          </button>
        ) : null}
      </div>
    </div>
  );
}

function MoveForm({ session, today, onMove }) {
  const { t } = useWords();
  const [day, setDay] = useState(session.day);
  const [time, setTime] = useState("");
  const submit = (event) => {
    event.preventDefault();
    onMove(session, day, time ? minuteOf(time) : -1);
  };
  return (
    <form onSubmit={submit} className="grid grid-cols-2 gap-3 items-end">
      <Labelled label={t("study.move_to")}>
        <input type="date" className="field" required min={today} value={day} data-testid="move-day"
          onChange={(event) => setDay(event.target.value)} />
      </Labelled>
      <Labelled label={t("study.time_optional")}>
        <input type="time" className="field" step={900} value={time} data-testid="move-time"
          onChange={(event) => setTime(event.target.value)} />
      </Labelled>
      <button type="submit" className="btn btn-primary col-span-2 h-12" data-testid="move-submit"
        disabled={!day || (day === session.day && !time)}>
        {t("study.move")}
      </button>
    </form>
  );
}

export function SessionSheet({ session, today, refusal, onClose, onMove, onMakeRoom, onUnpin, onRemove, onEdit, onBegin }) {
  const { t, name, kind, long, minutes, status, why } = useWords();
  const facts = session && [
    long(session.day),
    session.start >= 0 ? clock(session.start) : "",
    minutes(session.minutes),
    ENDED.includes(session.status) || session.status === "running" ? status(session) : "",
  ].filter(Boolean);
  const isOpen = session && !ENDED.includes(session.status);
  return (
    <Sheet isOpen={Boolean(session)} onClose={onClose} title={session ? name(session) : ""}>
      {session ? (
        <div className="grid gap-5 mt-2">
          <div>
            <p className={`inline-flex items-center gap-2 text-sm font-semibold hue-${session.color}`}>
              <span className="hued size-8 rounded-lg grid place-items-center"><Sign name={session.icon} /></span>
              {[session.course, session.title ? kind(session) : ""].filter(Boolean).join(" · ")}
              {session.parts > 1 ? ` ${session.part}/${session.parts}` : ""}
            </p>
            <p className="muted mt-2">{facts.join(" · ")}</p>
            {session.is_pinned ? (
              <p className="muted text-sm mt-1 inline-flex items-center gap-1.5">
                <Pin size={14} aria-hidden="true" />
                {t("study.pinned_by_you")}
              </p>
            ) : null}
          </div>
          {session.why ? (
            <div className="hued hue-violet rounded-2xl px-4 py-3 text-sm" data-testid="why">
              <b className="block">{t("study.why_title")}</b>
              {why(session)}
            </div>
          ) : null}
          <Refused refusal={refusal} onNearest={(day) => onMove(session, day, -1)}
            onMakeRoom={onMakeRoom} />
          {isOpen && session.href ? (
            <Link to={session.href} className="btn btn-primary h-12">
              <Play size={18} aria-hidden="true" />
              {session.status === "planned" ? t("study.start") : t("study.go_on")}
            </Link>
          ) : null}
          {isOpen && session.kind === "practice_test" ? (
            <button type="button" className="btn btn-primary h-12" onClick={() => onBegin(session.id)}>
              <Play size={18} aria-hidden="true" />
              {t("study.start_test")}
            </button>
          ) : null}
          {session.is_movable ? (
            <details className="sheet-part" open={!session.href && session.kind !== "practice_test"}>
              <summary>{t("study.move_elsewhere")}</summary>
              <MoveForm key={session.id + session.version} {...{ session, today, onMove }} />
            </details>
          ) : null}
          {session.is_movable ? (
            <div className="flex flex-wrap gap-2 -mx-4">
              {session.kind === "own" ? (
                <button type="button" className="btn btn-ghost h-11" onClick={() => onEdit(session)}>
                  {t("study.edit")}
                </button>
              ) : null}
              {session.is_pinned && session.kind !== "own" ? (
                <button type="button" className="btn btn-ghost h-11"
                  onClick={() => onUnpin(session.id, session.version)}>
                  <Pin size={16} aria-hidden="true" />
                  {t("study.unpin")}
                </button>
              ) : null}
              {session.kind === "practice_test" ? null : (
                <button type="button" className="btn btn-ghost h-11"
                  onClick={() => onRemove(session.id, session.version)}>
                  <Trash2 size={16} aria-hidden="true" />
                  {session.kind === "own" ? t("study.remove_own") : t("study.remove")}
                </button>
              )}
            </div>
          ) : null}
        </div>
      ) : null}
    </Sheet>
  );
}

// `draft`: {id, title, day, start, minutes, version}; without id a new one.
export function OwnSheet({ draft, refusal, onClose, onSave }) {
  const { t } = useWords();
  const submit = (event) => {
    event.preventDefault();
    const form = Object.fromEntries(new FormData(event.target));
    onSave(draft.id, form.title, form.day, minuteOf(form.start), Number(form.minutes), draft.version);
  };
  return (
    <Sheet isOpen={Boolean(draft)} onClose={onClose}
      title={draft?.id ? t("study.own_edit_title") : t("study.own_title")}>
      {draft ? (
        <form onSubmit={submit} className="grid grid-cols-2 gap-4 mt-2" key={draft.id + draft.day}>
          <p className="muted text-sm col-span-2">{t("study.own_text")}</p>
          <Labelled label={t("study.own_name")} className="col-span-2">
            <input name="title" className="field" required maxLength={120} defaultValue={draft.title}
              data-testid="own-title" autoComplete="off" />
          </Labelled>
          <Labelled label={t("study.own_day")} className="col-span-2">
            <input name="day" type="date" className="field" required defaultValue={draft.day} />
          </Labelled>
          <Labelled label={t("study.own_start")}>
            <input name="start" type="time" step={900} className="field" required
              defaultValue={clock(draft.start)} data-testid="own-start" />
          </Labelled>
          <Labelled label={t("study.own_minutes")}>
            <input name="minutes" type="number" min={5} max={480} step={5} className="field" required
              defaultValue={draft.minutes} />
          </Labelled>
          <div className="col-span-2"><Refused refusal={refusal} /></div>
          <button type="submit" className="btn btn-primary h-12 col-span-2" data-testid="own-save">
            {t("common.save")}
          </button>
        </form>
      ) : null}
    </Sheet>
  );
}
