// What a learner writes about a session without a network: kept as it is typed, and when the page goes away.
import { useEffect, useRef, useState } from "react";
import { add } from "./offline_queue.js";
import { useWords } from "./offline_words.jsx";

const PAUSE = 500; // milliseconds without a key before notes are kept
const LONGEST_NOTES = 4000;

export function Notes({ id, session }) {
  const { t } = useWords();
  const [text, setText] = useState(session.notes);
  const [isKept, setKept] = useState(true);
  const began = useRef(session.notes); // what it goes on from, whatever the plan has by now
  const latest = useRef(null);
  const timer = useRef(0);
  const keep = async () => {
    clearTimeout(timer.current);
    const notes = latest.current;
    if (notes === null) return;
    const was = began.current;
    [latest.current, began.current] = [null, notes];
    await add("save_notes", { session_id: id, notes, was, proof: session.proof }, session.title);
    setKept(latest.current === null);
  };
  const now = useRef(keep);
  now.current = keep;
  useEffect(() => {
    const leaving = () => now.current();
    addEventListener("pagehide", leaving);
    return () => {
      removeEventListener("pagehide", leaving);
      leaving();
    };
  }, []);
  const typed = (event) => {
    latest.current = event.target.value;
    setText(event.target.value);
    setKept(false);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => now.current(), PAUSE);
  };
  return (
    <div>
      <label htmlFor="notes" className="block text-sm font-semibold mb-1.5">{t("lessons.notes")}</label>
      <textarea id="notes" data-testid="notes" rows={3} maxLength={LONGEST_NOTES} value={text}
        onChange={typed} onBlur={keep} placeholder={t("lessons.notes_hint")}
        className="field !h-auto !py-3 min-h-24 block" />
      <p role="status" className="muted text-[13px] mt-1 min-h-5" data-testid="notes-state" data-saved={isKept}>
        {!isKept ? t("lessons.notes_saving") : text ? t("device.kept_here") : ""}
      </p>
    </div>
  );
}
