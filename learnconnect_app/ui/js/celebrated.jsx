// The card of a medal: it goes by itself, unless someone is at it. What it says stays in the
// collection and among the notifications.
import { useEffect, useRef, useState } from "react";
import { Link } from "react-router";
import { Medal } from "./medals.jsx";

const SHOWN_FOR = 9000;
const OVER = 1; // an end long ago

// When the showing of a medal ends, in milliseconds: kept in the tab, so that pages loaded meanwhile
// go on with it instead of beginning anew. Signing out forgets it.
const keepEnd = (mark, end) => {
  sessionStorage.setItem(mark, end);
  return end;
};
const endOf = (mark) => Number(sessionStorage.getItem(mark)) || keepEnd(mark, Date.now() + SHOWN_FOR);

export default function Celebrated({ earned, onClose, words }) {
  const [first, ...others] = earned;
  const mark = `celebrated-${first.key}-${first.tier}`;
  const [isHeld, hold] = useState(false);
  const [isOver] = useState(() => endOf(mark) <= Date.now());
  const card = useRef(null);
  const cameFrom = useRef(null); // where the focus was before it came to the card
  const end = () => {
    keepEnd(mark, OVER);
    onClose();
  };
  const putAway = () => {
    const isHere = card.current?.contains(document.activeElement);
    end();
    if (isHere) cameFrom.current?.focus();
  };
  useEffect(() => {
    if (isHeld) return () => endOf(mark) > OVER && keepEnd(mark, Date.now() + SHOWN_FOR);
    const gone = setTimeout(end, endOf(mark) - Date.now());
    return () => clearTimeout(gone);
  }, [isHeld]);
  useEffect(() => {
    const close = (event) => event.key === "Escape" && putAway();
    document.addEventListener("keydown", close);
    return () => document.removeEventListener("keydown", close);
  }, []);
  if (isOver) return null;
  return (
    <div ref={card} className="celebrated no-print" data-testid="celebration" data-key={first.key}
      data-tier={first.tier} onPointerEnter={() => hold(true)}
      onPointerLeave={(event) => hold(event.currentTarget.contains(document.activeElement))}
      onFocus={({ relatedTarget }) => {
        cameFrom.current ??= relatedTarget;
        hold(true);
      }}
      onBlur={() => hold(false)}>
      <div className="medal-pop"><Medal icon={first.icon} tier={first.tier} size={80} /></div>
      <div className="celebrated-words">
        <p className="muted">{words.title}</p>
        <h2 className="title">{first.name}</h2>
        <p>{first.text}</p>
        {others.length > 0 && <p className="muted line-clamp-2">+ {others.map((each) => each.name).join(", ")}</p>}
        <Link to="/achievements" data-testid="to-collection" onClick={end}>{words.collection}</Link>
      </div>
      <button type="button" aria-label={words.close} data-testid="close-celebration" onClick={putAway}>
        <svg viewBox="0 0 24 24" width="18" height="18" fill="none" stroke="currentColor"
          strokeWidth="2" strokeLinecap="round" aria-hidden="true"><path d="M18 6 6 18M6 6l12 12" /></svg>
      </button>
    </div>
  );
}
