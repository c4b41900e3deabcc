// The mistakes that are due, one at a time. What was chosen is judged here, at once; what was typed is
// judged by the server when it arrives, and what is right is shown meanwhile.
import { useEffect, useRef, useState } from "react";
import { Check, CircleAlert, RotateCcw, X } from "lucide-react";
import { Answer } from "./answers.jsx";
import { add } from "./offline_queue.js";
import { ROUND, isComplete, judged } from "./offline_plan.js";
import { Card, Chip, html, useWords } from "./offline_words.jsx";
import "./catalog.mistakes.js";
import "./catalog.test.js";

const CHOSEN = ["choice", "several"];
const MOST_SECONDS = 3600;

function Asked({ question }) {
  return (
    <>
      <div id="stem" className="text-lg font-semibold leading-snug item-text" dangerouslySetInnerHTML={html(question.stem_html)} />
      {question.figure_html ? <div className="mt-4" dangerouslySetInnerHTML={html(question.figure_html)} /> : null}
      {question.code_html ? <div className="mt-4" dangerouslySetInnerHTML={html(question.code_html)} /> : null}
    </>
  );
}

const VERDICTS = {
  true: { hue: "hue-green", Symbol: Check, words: "mistakes.right" },
  false: { hue: "hue-amber", Symbol: RotateCcw, words: "mistakes.wrong" },
  null: { hue: "hue-blue", Symbol: CircleAlert, words: "device.judged_later" },
};

function Verdict({ mistake, response, isRight }) {
  const { t } = useWords();
  const { hue, Symbol, words } = VERDICTS[isRight];
  const { question, right, misconceptions = {} } = mistake;
  const given = [response].flat();
  return (
    <div>
      <p role="status" data-testid="verdict" data-correct={String(isRight)}
        className={`hued ${hue} flex gap-3 rounded-2xl px-4 py-3 text-sm mb-5`}>
        <Symbol size={18} aria-hidden="true" className="mt-0.5 shrink-0" />
        {t(words)}
      </p>
      <Asked question={question} />
      {CHOSEN.includes(question.kind) ? (
        <ul className="grid gap-1.5 mt-4">
          {question.options.map((option, place) => {
            const is = right.includes(place);
            const was = given.includes(place);
            return (
              <li key={place} className={`flex gap-2.5 rounded-xl px-3 py-2 ${is ? "bg-[var(--tint-green)]" : was ? "bg-[var(--tint-rose)]" : ""}`}>
                {is ? <Check size={16} aria-hidden="true" className="text-success mt-1 shrink-0" />
                  : was ? <X size={16} aria-hidden="true" className="text-error mt-1 shrink-0" />
                  : <span className="size-4 shrink-0" />}
                <div className="min-w-0">
                  <span className="sr-only">{is ? t("test.right") : was ? t("test.chosen") : ""}</span>
                  <div className="item-text overflow-x-auto overflow-y-hidden py-0.5" dangerouslySetInnerHTML={html(option.html)} />
                  {was && misconceptions[place] ? <div className="item-text text-[13px] mt-1" dangerouslySetInnerHTML={html(misconceptions[place])} /> : null}
                </div>
              </li>
            );
          })}
        </ul>
      ) : (
        <div className="mt-4 grid gap-3">
          {typeof response === "string" ? <p className="text-sm"><span className="muted">{t("device.your_answer")}</span> <b>{response}</b></p> : null}
          <div className="rounded-2xl bg-[var(--tint-green)] px-4 py-3 item-text" dangerouslySetInnerHTML={html(mistake.right_html ?? "")} />
        </div>
      )}
      <div className="prose text-sm mt-4" dangerouslySetInnerHTML={html(mistake.explanation_html)} />
    </div>
  );
}

export function Mistakes({ plan }) {
  const { t } = useWords();
  const [all] = useState(plan.mistakes.slice(0, ROUND)); // answered ones too
  const [position, setPosition] = useState(0);
  const [response, setResponse] = useState(undefined);
  const [isRight, setRight] = useState(undefined);
  const [score, setScore] = useState(0);
  const since = useRef(0);
  const top = useRef(null);
  useEffect(() => {
    since.current = Date.now();
    if (position) top.current?.focus();
  }, [position]);
  const mistake = all[position];
  const isTold = isRight !== undefined;
  const goOn = async () => {
    if (isTold) {
      setResponse(undefined);
      setRight(undefined);
      return setPosition(position + 1);
    }
    const verdict = judged(mistake, response);
    const seconds = Math.min(MOST_SECONDS, (Date.now() - since.current) / 1000);
    const details = { mistake_id: mistake.id, stamp: mistake.stamp, response, seconds };
    setRight(verdict);
    setScore(score + (verdict ? 1 : 0));
    await add("answer_mistake", details, mistake.topic);
  };
  if (!mistake)
    return (
      <Card data-testid="round-over">
        <div className="flex flex-col items-center text-center py-8">
          <span className="hued hue-green size-14 rounded-2xl grid place-items-center"><Check size={28} aria-hidden="true" /></span>
          <h1 ref={top} tabIndex={-1} className="title mt-4 outline-none">{t("mistakes.round_over")}</h1>
          <p className="muted mt-1">{all.length ? t("mistakes.round_text", { right: score, total: all.length }) : t("mistakes.round_nothing")}</p>
          <a href="#today" className="btn btn-primary h-12 px-6 mt-5">{t("device.to_today")}</a>
        </div>
      </Card>
    );
  const question = { ...mistake.question, position };
  return (
    <div className="max-w-3xl mx-auto" data-testid="offline-round">
      <div className="flex items-center justify-between gap-3">
        <h1 ref={top} tabIndex={-1} className="title outline-none">{t("mistakes.reviewing")}</h1>
        <span className="muted text-sm">{`${position + 1} / ${all.length}`}</span>
      </div>
      <section className="card-surface p-4 sm:p-6 mt-4" key={mistake.id} data-testid="question" data-kind={question.kind}>
        <div className="mb-4"><Chip>{mistake.topic}</Chip></div>
        {isTold ? <Verdict mistake={mistake} response={response} isRight={isRight} /> : (
          <>
            <Asked question={question} />
            <Answer question={question} mine={response} isLate={false} onAnswer={setResponse} />
          </>
        )}
      </section>
      <div className="flex justify-end mt-4 py-3 sticky bottom-0 lg:static bg-base-200">
        <button type="button" data-testid="review-go-on" className="btn btn-primary h-12 px-6"
          disabled={!isTold && !isComplete(response)} onClick={goOn}>
          {t(isTold ? "mistakes.next" : "mistakes.check")}
        </button>
      </div>
    </div>
  );
}
