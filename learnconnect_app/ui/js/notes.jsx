// Notes that are kept as they are typed. What the server has not confirmed outlives a reload.
import { useEffect, useState } from "react";
import { useT } from "./i18n.jsx";

const PAUSE = 700; // milliseconds without a key before it is sent
const AGAIN = 4000; // and after which it is sent once more

const newTicket = () => 1 + Math.floor(Math.random() * 2 ** 50);
const name = (about) => `notes-${about}`;

function unsaved(about) {
  try {
    return sessionStorage.getItem(name(about));
  } catch {
    return null; // without storage a reload forgets it
  }
}

function remember(about, text) {
  try {
    if (text === null) sessionStorage.removeItem(name(about));
    else sessionStorage.setItem(name(about), text);
  } catch {
    // as above
  }
}

// Calls onSave(about, text, ticket) until the ticket comes back as `receipt`, or as `refused`.
export function SavedNotes({ about, value, receipt, refused, onSave, children, ...rest }) {
  const t = useT();
  const [text, setText] = useState(() => unsaved(about) ?? value);
  const [waiting, setWaiting] = useState(() => (unsaved(about) === null ? 0 : newTicket()));

  const isRefused = waiting > 0 && refused === waiting;

  useEffect(() => {
    if (!waiting) setText(value); // another device wrote
  }, [value]);
  useEffect(() => {
    if (waiting && receipt === waiting) {
      remember(about, null);
      setWaiting(0);
    }
  }, [receipt]);
  useEffect(() => {
    if (!waiting || isRefused) return;
    const send = () => onSave?.(about, text, waiting);
    const first = setTimeout(send, PAUSE);
    const again = setInterval(send, AGAIN);
    return () => {
      clearTimeout(first);
      clearInterval(again);
    };
  }, [waiting, isRefused]);

  const typed = (event) => {
    remember(about, event.target.value);
    setText(event.target.value);
    setWaiting(newTicket());
  };
  const state = isRefused ? "" : waiting ? "lessons.notes_saving" : text ? "lessons.notes_saved" : "";
  return (
    <div>
      <textarea value={text} onChange={typed} aria-invalid={isRefused} {...rest} />
      <div className="flex justify-between gap-3 text-[13px] mt-1 min-h-5">
        <span>{children}</span>
        <span role="status" className="muted" data-testid="notes-state" data-saved={!waiting}>
          {state ? t(state) : ""}
        </span>
      </div>
    </div>
  );
}
