// One question of a test: what is asked, and an answer by mouse, touch and keyboard; its clock.
import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from "react";
import { Answer } from "./answers.jsx";
import { useFormat, useT } from "./i18n.jsx";

const html = (text) => ({ __html: text });

// ---- answers the server has not confirmed yet ------------------------------------------------

// {attempt: {position: {response, seconds, ticket}}}. They outlive a lost connection and a reload, and
// are sent again until the server gives their ticket back.
const KEY = "unsaved-answers";
const NONE = {};
let unsaved = NONE;
const listeners = new Set();
if (typeof sessionStorage !== "undefined") {
  try {
    unsaved = JSON.parse(sessionStorage.getItem(KEY)) ?? NONE;
  } catch {
    // without storage a reload forgets them
  }
}

function keep(attempt, position, answer) {
  const { [position]: _before, ...others } = unsaved[attempt] ?? NONE;
  const { [attempt]: _mine, ...tests } = unsaved;
  const mine = answer ? { ...others, [position]: answer } : others;
  unsaved = Object.keys(mine).length ? { ...tests, [attempt]: mine } : tests;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(unsaved));
  } catch {
    // as above
  }
  listeners.forEach((tell) => tell());
}

const subscribe = (tell) => {
  listeners.add(tell);
  return () => listeners.delete(tell);
};

const useUnsaved = (attempt) =>
  useSyncExternalStore(
    subscribe,
    () => unsaved[attempt] ?? NONE,
    () => NONE,
  );

// As the server takes them: [[position, response, seconds], ...]
const listed = (attempt) =>
  Object.entries(unsaved[attempt] ?? NONE).map(([position, { response, seconds }]) => [
    Number(position),
    response,
    seconds,
  ]);

const BLANK = -1; // the answer that takes an answer back

const newTicket = () => 1 + Math.floor(Math.random() * 2 ** 50);

const PATIENCE = 1500; // milliseconds after which an answer is marked as not saved
const AGAIN = 3000; // and after which it is sent again

// Sends what is unsaved while the connection stands, again and again; `isLate`: say so.
function useDelivery(attempt, receipt, isLost, onAnswer) {
  const waiting = useUnsaved(attempt);
  const [isLate, setLate] = useState(false);
  const sentAt = useRef({}); // by ticket
  const since = useRef(0);
  const count = Object.keys(waiting).length;
  useEffect(() => {
    if (!count) {
      since.current = 0;
      return setLate(false);
    }
    since.current ||= performance.now();
    const look = () => {
      const now = performance.now();
      setLate(now - since.current > PATIENCE);
      if (isLost) return;
      for (const [position, { response, seconds, ticket }] of Object.entries(waiting)) {
        if (now - (sentAt.current[ticket] ?? -AGAIN) < AGAIN) continue;
        sentAt.current[ticket] = now;
        onAnswer?.(Number(position), response, seconds, ticket);
      }
    };
    look();
    const timer = setInterval(look, 500);
    return () => clearInterval(timer);
  });
  useEffect(() => {
    const found = Object.entries(waiting).find(([, answer]) => answer.ticket === receipt);
    if (found) keep(attempt, found[0], null);
  }, [receipt]);
  return { waiting, isLate: isLate && count > 0 };
}

// Calls onAnswer(position, response, seconds, ticket) until the ticket comes back as `receipt`; the
// seconds count while the question is in sight. Left and right go on, as everywhere outside fields.
export function Question({
  attempt, question, receipt, isLost, canClear, onAnswer, onPrevious, onNext,
}) {
  const t = useT();
  const since = useRef(performance.now());
  const stem = useRef(null);
  const position = question?.position ?? 0;
  const { waiting, isLate } = useDelivery(attempt, receipt, isLost, onAnswer);
  const mine = waiting[position]?.response;

  useEffect(() => {
    since.current = performance.now();
    const restart = () => {
      if (document.visibilityState === "visible") since.current = performance.now();
    };
    document.addEventListener("visibilitychange", restart);
    return () => document.removeEventListener("visibilitychange", restart);
  }, [position, question?.stem_html]);

  // another question is like another page: reading goes on at what it asks. So it does where the
  // button that led here can do no more; a page that was just opened keeps its beginning.
  const before = useRef(position);
  useEffect(() => {
    if (before.current !== position || document.activeElement?.disabled)
      stem.current?.focus({ preventScroll: true });
    before.current = position;
  }, [position]);

  const answer = (response) => {
    const now = performance.now();
    const seconds = Math.min(3600, (now - since.current) / 1000);
    since.current = now;
    keep(attempt, position, { response, seconds, ticket: newTicket() });
  };

  useLayoutEffect(() => {
    const pressed = (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]"))
        return;
      if (event.target.matches?.("input[type=text], textarea, select")) return;
      if (event.key === "ArrowRight") onNext?.();
      else if (event.key === "ArrowLeft") onPrevious?.();
      else return;
      event.preventDefault();
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  });

  return (
    <div data-testid="question" data-position={position} data-kind={question?.kind} key={position}
      className="rise">
      <div className="text-lg sm:text-xl font-semibold leading-snug item-text outline-none" id="stem"
        ref={stem} tabIndex={-1} dangerouslySetInnerHTML={html(question?.stem_html ?? "")} />
      {question?.figure_html ? (
        <div className="mt-4" dangerouslySetInnerHTML={html(question.figure_html)} />
      ) : null}
      {question?.code_html ? (
        <div className="mt-4" dangerouslySetInnerHTML={html(question.code_html)} />
      ) : null}
      <Answer question={question} mine={mine} isLate={isLate && mine !== undefined} onAnswer={answer} />
      {canClear && (mine === undefined ? question?.is_answered : mine !== BLANK) ? (
        <button type="button" data-testid="clear-answer" onClick={() => answer(BLANK)}
          className="btn btn-ghost h-11 mt-3">
          {t("test.clear")}
        </button>
      ) : null}
      <p role="status" className="text-[13px] lg:mt-4 lg:min-h-5">
        {isLate ? (
          <span data-testid="not-saved"
            className="block hued hue-amber rounded-2xl px-3.5 py-2 font-medium max-lg:mt-4">
            {t("test.not_saved", { n: Object.keys(waiting).length })}
          </span>
        ) : (
          <span className="muted hidden lg:inline">{onNext ? t("test.keys") : null}</span>
        )}
      </p>
    </div>
  );
}

// Submits the test together with what was chosen and not confirmed, so that none of it is lost.
export function SubmitButton({ attempt, onSubmit, className, children, ...rest }) {
  return (
    <button type="submit" className={className} onClick={() => onSubmit?.(listed(attempt))} {...rest}>
      {children}
    </button>
  );
}

const isSame = (kept, response) =>
  (kept ?? "") === (response === BLANK ? "" : String([response].flat()).trim());

// On the result: which answers did not arrive in time. `kept` is what the server has, by position.
export function LostAnswers({ attempt, kept, className }) {
  const t = useT();
  const waiting = useUnsaved(attempt);
  const lost = Object.entries(waiting)
    .filter(([position, { response }]) => !isSame(kept?.[position], response))
    .map(([position]) => Number(position) + 1);
  if (!lost.length) return null;
  return (
    <p role="status" data-testid="lost-answers" className={className}>
      {t("test.lost_answers", { n: lost.length, questions: lost.join(", ") })}
    </p>
  );
}

// The time left, quiet until the last five minutes. `secondsLeft` is what the server says now, so a
// clock that is wrong does not matter, nor does a device that slept. `onOver` gets what is unsaved, and
// is called again when nothing came of it.
export function Clock({ attempt, secondsLeft, deadline, onOver }) {
  const t = useT();
  const { number } = useFormat();
  const end = useRef(0);
  const over = useRef(-Infinity);
  const [left, setLeft] = useState(secondsLeft);
  useEffect(() => {
    end.current = performance.now() + secondsLeft * 1000;
    const tick = () => {
      const now = performance.now();
      const rest = Math.max(0, Math.round((end.current - now) / 1000));
      setLeft(rest);
      if (rest === 0 && deadline && now - over.current > 2 * AGAIN) {
        over.current = now;
        onOver?.(listed(attempt));
      }
    };
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [deadline, secondsLeft, attempt]);
  const minutes = Math.floor(left / 60);
  const text = `${minutes}:${String(left % 60).padStart(2, "0")}`;
  const late = left < 300;
  return (
    <span data-testid="time-left" data-seconds={left} role="timer" aria-label={t("test.time_left")}
      className={`inline-flex items-center gap-1.5 rounded-full px-3 h-8 text-[13px] font-bold ${
        late ? "hued hue-amber" : "muted bg-[var(--track)]"
      }`}>
      {text}
      <span className="sr-only" aria-live="polite">
        {late && left > 0 && left % 60 === 0 ? t("test.minutes_left", { n: number(minutes) }) : null}
      </span>
    </span>
  );
}
