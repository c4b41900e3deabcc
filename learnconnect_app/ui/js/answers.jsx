// The means to answer each kind of question. `mine` is an answer that is not confirmed yet, in places
// on the screen (or typed); without it the question's own `answer` or `typed` stands.
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { useT } from "./i18n.jsx";

const html = (text) => ({ __html: text });
const ROW = `flex items-start gap-3 rounded-2xl border p-3.5 sm:p-4 min-h-14 transition-colors duration-150
  has-focus-visible:outline-2 outline-primary outline-offset-2`;
const LOOK = { true: "border-primary bg-[var(--tint-violet)]", false: "border-base-300" };

export function Answer({ question, mine, isLate, onAnswer }) {
  const kind = question?.kind ?? "choice";
  const Means = MEANS[kind] ?? Typed;
  return <Means question={question} mine={mine} isLate={isLate} onAnswer={onAnswer} />;
}

function NotSaved() {
  const t = useT();
  return (
    <span aria-hidden="true"
      className="ml-auto shrink-0 hued hue-amber rounded-full px-2.5 py-1 text-xs font-semibold">
      {t("test.not_saved_short")}
    </span>
  );
}

// One option or several, by the keys 1-6 as well: the number is part of an option's name, which
// is more than a formula where those are not read.
function Options({ question, mine, isLate, onAnswer }) {
  const t = useT();
  const options = question?.options ?? [];
  const isSeveral = question?.kind === "several";
  const saved = options.flatMap((option, index) => (option.is_chosen ? [index] : []));
  const chosen = mine === undefined ? saved : [mine].flat();
  const choose = (index) => {
    if (!options[index]) return;
    if (!isSeveral) return chosen[0] === index || onAnswer(index);
    const others = chosen.filter((each) => each !== index);
    onAnswer(others.length < chosen.length ? others : [...chosen, index].sort());
  };
  useLayoutEffect(() => {
    const pressed = (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]"))
        return;
      const number = Number(event.key);
      if (!(number >= 1 && number <= options.length)) return;
      choose(number - 1);
      event.preventDefault();
    };
    addEventListener("keydown", pressed);
    return () => removeEventListener("keydown", pressed);
  });
  return (
    <>
      {isSeveral ? <p className="muted text-sm mt-3">{t("test.several")}</p> : null}
      <div role={isSeveral ? "group" : "radiogroup"} aria-labelledby="stem" className="grid gap-3 mt-6">
        {options.map((option, index) => {
          const is = chosen.includes(index);
          return (
            <label key={index} data-testid={`option-${index}`} data-chosen={is}
              className={`${ROW} cursor-pointer ${LOOK[is]} ${is ? "" : "hover:border-primary/50"}`}>
              <input type={isSeveral ? "checkbox" : "radio"} name="answer" className="sr-only"
                checked={is} onChange={() => choose(index)} />
              <span
                className={`size-7 shrink-0 grid place-items-center text-[13px] font-bold ${
                  isSeveral ? "rounded-lg" : "rounded-full"
                } ${is ? "bg-primary text-primary-content" : "bg-[var(--track)] muted"}`}>
                {index + 1}
              </span>
              <span className="min-w-0 overflow-x-auto overflow-y-hidden py-0.5 item-text"
                dangerouslySetInnerHTML={html(option.html)} />
              {is && isLate ? <NotSaved /> : null}
            </label>
          );
        })}
      </div>
    </>
  );
}

// A number, a word or what a program prints. It is sent a moment after the last key.
function Typed({ question, mine, isLate, onAnswer }) {
  const t = useT();
  const saved = question?.typed ?? "";
  const [text, setText] = useState(mine ?? saved);
  const sent = useRef(text);
  const timer = useRef(0);
  useEffect(() => {
    if (mine === undefined && saved !== sent.current.trim() && document.activeElement?.id !== "typed") {
      setText(saved); // another tab or device changed it
      sent.current = saved;
    }
  }, [saved, mine]);
  const send = (value) => {
    clearTimeout(timer.current);
    if (value !== sent.current) onAnswer((sent.current = value));
  };
  const latest = useRef(send);
  latest.current = () => send(text);
  useEffect(() => () => latest.current(), []); // going on at once loses no letter
  const change = (event) => {
    const value = event.target.value;
    setText(value);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => send(value), 400);
  };
  const isOutput = question?.kind === "output";
  const Field = isOutput ? "textarea" : "input";
  return (
    <div className="mt-6">
      <label htmlFor="typed" className="block text-sm font-semibold mb-2">
        {t(isOutput ? "test.type_output" : question?.kind === "number" ? "test.type_number" : "test.type_text")}
      </label>
      <div className="flex items-center gap-3">
        <Field id="typed" data-testid="answer" value={text} onChange={change} maxLength={200}
          onBlur={() => send(text)} aria-describedby="stem"
          type={isOutput ? undefined : "text"} rows={isOutput ? 3 : undefined}
          inputMode={question?.kind === "number" ? "decimal" : undefined}
          autoComplete="off" autoCapitalize="off" autoCorrect="off" spellCheck={false}
          className={`field w-full max-w-md ${isOutput ? "font-mono h-auto py-3" : ""}`} />
        {question?.unit ? <span className="font-semibold">{question.unit}</span> : null}
        {isLate ? <NotSaved /> : null}
      </div>
    </div>
  );
}

// Lines to be put in order: each is moved by its two buttons, or by the arrow keys while it has focus.
function Ordering({ question, mine, isLate, onAnswer }) {
  const t = useT();
  const options = question?.options ?? [];
  const saved = question?.answer ?? [];
  const order = mine ?? (saved.length ? saved : options.map((_, index) => index));
  const [told, tell] = useState("");
  const list = useRef(null);
  const move = (place, by) => {
    const to = place + by;
    if (to < 0 || to >= order.length) return;
    const next = [...order];
    [next[place], next[to]] = [next[to], next[place]];
    onAnswer(next);
    tell(t("test.moved_to", { n: to + 1 }));
    requestAnimationFrame(() => list.current?.children[to]?.focus());
  };
  const pressed = (place) => (event) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!by) return;
    event.preventDefault();
    move(place, by);
  };
  const isAnswered = mine !== undefined || saved.length > 0;
  return (
    <div className="mt-6">
      <p id="how" className="muted text-sm mb-3">{t("test.order")}</p>
      <ol ref={list} className="grid gap-2.5" aria-labelledby="stem">
        {order.map((index, place) => (
          <li key={index} tabIndex={0} onKeyDown={pressed(place)} aria-describedby="how"
            data-testid={`option-${index}`} data-place={place}
            className={`${ROW} items-center outline-none focus-visible:outline-2 ${LOOK[isAnswered]}`}>
            <span className="size-7 shrink-0 rounded-full grid place-items-center text-[13px] font-bold bg-[var(--track)] muted">
              {place + 1}
            </span>
            <span className="min-w-0 flex-1 overflow-x-auto overflow-y-hidden py-0.5 item-text"
              dangerouslySetInnerHTML={html(options[index]?.html ?? "")} />
            {[-1, 1].map((by) => (
              <button key={by} type="button" onClick={() => move(place, by)}
                disabled={place + by < 0 || place + by >= order.length}
                aria-label={t(by < 0 ? "test.move_up" : "test.move_down", { n: place + 1 })}
                className="btn btn-ghost btn-square size-9 min-h-0 disabled:opacity-30">
                <span aria-hidden="true">{by < 0 ? "↑" : "↓"}</span>
              </button>
            ))}
          </li>
        ))}
      </ol>
      <div className="flex items-center mt-3">
        {isAnswered ? null : (
          <button type="button" data-testid="keep-order" onClick={() => onAnswer(order)}
            className="btn btn-ghost h-11">
            {t("test.keep_order")}
          </button>
        )}
        {isLate ? <NotSaved /> : null}
      </div>
      <p role="status" className="sr-only">{told}</p>
    </div>
  );
}

// Each thing on the left gets its partner from a list.
function Matching({ question, mine, isLate, onAnswer }) {
  const t = useT();
  const options = question?.options ?? [];
  const lefts = question?.lefts ?? [];
  const saved = question?.answer ?? [];
  const partners = mine ?? (saved.length ? saved : lefts.map(() => -1));
  const choose = (place, partner) =>
    onAnswer(partners.map((each, other) => (other === place ? partner : each)));
  return (
    <div role="group" aria-labelledby="stem" className="grid gap-3 mt-6">
      {lefts.map((left, place) => (
        <div key={place} className={`${ROW} flex-wrap items-center ${LOOK[partners[place] >= 0]}`}>
          <span id={`left-${place}`} className="min-w-0 flex-1 basis-40 item-text font-medium"
            dangerouslySetInnerHTML={html(left)} />
          <select value={partners[place]} data-testid={`match-${place}`} aria-labelledby={`left-${place}`}
            onChange={(event) => choose(place, Number(event.target.value))}
            className="field flex-1 basis-52 min-w-0">
            <option value={-1}>{t("test.choose_partner")}</option>
            {options.map((option, index) => (
              <option key={index} value={index}>{option.text}</option>
            ))}
          </select>
        </div>
      ))}
      {isLate ? <NotSaved /> : null}
    </div>
  );
}

const MEANS = { choice: Options, several: Options, order: Ordering, match: Matching };
