// Small behaviours that belong to the browser: dialogs, celebration, toasts, counting up.
import { useEffect, useRef, useState } from "react";

// Where it asks before a loss, the way out has the focus: a key held too long confirms nothing.
export function openDialog(id) {
  const dialog = document.getElementById(id);
  dialog?.showModal();
  if (dialog?.querySelector(".btn-error")) dialog.querySelector(".modal-action > :last-child").focus();
}

export function DialogButton({ target, className, children, ...rest }) {
  return (
    <button type="button" className={className} onClick={() => openDialog(target)} {...rest}>
      {children}
    </button>
  );
}

export function PopoverButton({ target, children, ...rest }) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const told = (event) => setOpen(event.newState === "open");
    const popover = document.getElementById(target);
    popover?.addEventListener("toggle", told);
    return () => popover?.removeEventListener("toggle", told);
  }, [target]);
  return (
    <button type="button" popoverTarget={target} aria-expanded={open} {...rest}>
      {children}
    </button>
  );
}

export function Popover({ children, ...rest }) {
  const close = (event) => {
    const here = event.currentTarget;
    if (event.target.closest("a") && here.matches(":popover-open")) here.hidePopover();
  };
  return (
    <div popover="auto" onClick={close} {...rest}>
      {children}
    </div>
  );
}

const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
const HUES = ["violet", "amber", "green", "rose", "blue"];

// Confetti whenever `at` grows; nothing with reduced motion.
export function Celebration({ at }) {
  const [pieces, setPieces] = useState([]);
  const before = useRef(at);
  useEffect(() => {
    if (at > before.current && !still()) {
      setPieces(
        Array.from({ length: 70 }, (_, i) => ({
          key: `${at}-${i}`,
          left: `${Math.random() * 100}%`,
          background: `var(--bar-${HUES[i % HUES.length]})`,
          animation: `confetti-fall ${1.6 + Math.random() * 1.4}s ${Math.random() * 0.4}s ease-in forwards`,
          "--drift": `${Math.random() * 160 - 80}px`,
          "--turn": `${Math.random() * 900 - 450}deg`,
        })),
      );
      const done = setTimeout(() => setPieces([]), 3600);
      before.current = at;
      return () => clearTimeout(done);
    }
    before.current = at;
  }, [at]);
  if (!pieces.length) return null;
  return (
    <div className="fixed inset-0 pointer-events-none overflow-hidden z-50" aria-hidden="true">
      {pieces.map(({ key, ...style }) => (
        <i key={key} className="absolute -top-4 w-2 h-3.5 rounded-[2px]" style={style} />
      ))}
    </div>
  );
}

// A sentence that goes by itself after a while; `at` counts, so that the same one can come again.
export function Toast({ at, children, className }) {
  const [shown, setShown] = useState(0);
  const first = useRef(at);
  useEffect(() => {
    if (!at || at === first.current) return;
    first.current = at;
    setShown(at);
    const gone = setTimeout(() => setShown(0), 4500);
    return () => clearTimeout(gone);
  }, [at]);
  return (
    <div role="status" aria-live="polite"
      className="fixed z-40 inset-x-0 bottom-24 lg:bottom-8 flex justify-center px-4 pointer-events-none">
      {shown ? <div key={shown} className={className}>{children}</div> : null}
    </div>
  );
}

// How the level bar tells that XP came in: the number counts up to what it is.
export function CountUp({ value }) {
  const [shown, setShown] = useState(value);
  useEffect(() => {
    if (shown === value) return;
    if (still() || value < shown) {
      setShown(value);
      return;
    }
    const step = Math.max(1, Math.ceil((value - shown) / 12));
    const next = setTimeout(() => setShown(Math.min(value, shown + step)), 30);
    return () => clearTimeout(next);
  }, [value, shown]);
  return <>{shown.toLocaleString(document.documentElement.lang)}</>;
}
