// A task or a session: its clock, its end, notes and mood, its summary sheet. All of it is kept here at
// once, and sent when that can be.
import { useMemo, useState } from "react";
import { Check, Clock, ExternalLink, Pause, Play, Undo2 } from "lucide-react";
import { MOST_SECONDS, isUntried, isWaiting, keepClocks, secondsOn } from "./offline_store.js";
import { add, takeBack } from "./offline_queue.js";
import { clockOf, endOf, isEnded } from "./offline_plan.js";
import { Notes } from "./offline_notes.jsx";
import { PartSlider, SessionClock } from "./timer.jsx";
import { Card, Chip, Sign, html, useWords } from "./offline_words.jsx";

const MOODS = { excited: "zap", focused: "brain-circuit", tired: "moon-star", demotivated: "cloud" };
const MOOD_WORDS = {
  excited: "lessons.mood_code.excited",
  focused: "lessons.mood_code.focused",
  tired: "lessons.mood_code.tired",
  demotivated: "lessons.mood_code.demotivated",
};
const RECALL_WORDS = {
  forgotten: "lessons.recall_code.forgotten",
  hard: "lessons.recall_code.hard",
  good: "lessons.recall_code.good",
  easy: "lessons.recall_code.easy",
};
const BIG = "h-12 px-6";

function Choices({ name, label, chosen, words, signs, onChosen }) {
  const { t } = useWords();
  return (
    <fieldset>
      <legend className="text-sm font-semibold mb-2">{label}</legend>
      <div className="grid grid-cols-4 gap-2">
        {Object.entries(words).map(([code, word]) => (
          <label key={code} data-testid={`${name}-${code}`} className="pill px-1">
            <input type="radio" name={name} value={code} checked={chosen === code} className="sr-only"
              onChange={() => onChosen(code)} />
            {signs ? <Sign name={signs[code]} size={18} /> : null}
            {t(word)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

// The end that was set to it on this device, with the way back as long as it was not sent.
function Ended({ thing, end }) {
  const { t, percent } = useWords();
  return (
    <div role="status" data-testid="offline-done" className="hued hue-green rounded-2xl px-4 py-3 flex flex-wrap items-center gap-3">
      <Check size={20} aria-hidden="true" />
      <p className="flex-1 min-w-40">
        <b className="font-semibold">{thing.status === "partly" ? t("lessons.finished_partly", { n: thing.percent }) : t("device.done")}</b>
        {end ? <span className="block text-sm">{isWaiting(end) ? t("device.will_be_sent") : t("device.sent")}</span> : null}
      </p>
      {end && isUntried(end) ? (
        <button type="button" data-testid="undo" className="btn btn-ghost h-11" onClick={() => takeBack(end.number)}>
          <Undo2 size={17} aria-hidden="true" />
          {t("lessons.undo")}
        </button>
      ) : null}
    </div>
  );
}

function SessionActions({ plan, kept, id, session }) {
  const { t } = useWords();
  const [recall, setRecall] = useState("");
  const clock = clockOf(plan, kept.clocks, id);
  const isRunning = clock.since > 0;
  const read = useMemo(() => [secondsOn(clock), Date.now()], [clock.seconds, clock.since]);
  const pauseOf = (which, since = Date.now()) => {
    const { title, proof } = plan.sessions[which];
    const seconds = secondsOn(clockOf(plan, kept.clocks, which), since);
    return add("pause_session", { session_id: which, seconds, proof }, title).then(() => ({ seconds, since: 0 }));
  };
  const pause = async () => keepClocks({ ...kept.clocks, [id]: await pauseOf(id) });
  const start = async () => {
    const { title, proof } = session;
    const clocks = { ...kept.clocks, [id]: { seconds: clock.seconds, since: Date.now(), title, proof } };
    for (const other of Object.keys(plan.sessions)) // one clock runs at a time
      if (other !== id && clockOf(plan, clocks, other).since) clocks[other] = await pauseOf(other);
    await keepClocks(clocks);
  };
  const complete = async (percent) => {
    const seconds = secondsOn(clock);
    const more = { recall, mood: session.mood, proof: session.proof };
    await add("complete_session", { session_id: id, seconds, percent, ...more }, session.title);
    await keepClocks({ ...kept.clocks, [id]: { seconds, since: 0 } });
  };
  return (
    <>
      {secondsOn(clock) || isRunning ? (
        <SessionClock seconds={read[0]} readAt={read[1]} most={MOST_SECONDS} planned={session.minutes}
          isRunning={isRunning} label={t("lessons.clock")} />
      ) : null}
      {session.is_review ? (
        <Choices name="recall" label={t("lessons.recall")} chosen={recall} words={RECALL_WORDS} onChosen={setRecall} />
      ) : null}
      <div className="flex flex-wrap max-[22rem]:grid gap-3 settles" key={isRunning}>
        {isRunning ? (
          <button type="button" className={`btn border-transparent hued hue-violet ${BIG}`} data-testid="pause-session" onClick={pause}>
            <Pause size={18} aria-hidden="true" />{t("lessons.pause")}
          </button>
        ) : (
          <button type="button" className={`btn btn-primary ${BIG}`} data-testid="start-session" onClick={start}>
            <Play size={18} aria-hidden="true" />{t(clock.seconds ? "lessons.resume" : "lessons.start")}
          </button>
        )}
        <button type="button" className={`btn ${isRunning ? "btn-primary" : "btn-outline border-base-300"} ${BIG}`}
          data-testid="complete-session" onClick={() => complete(100)}>
          <Check size={18} aria-hidden="true" />{t("lessons.complete")}
        </button>
      </div>
      <details>
        <summary data-testid="partly" className="inline-flex items-center gap-1.5 text-sm font-semibold cursor-pointer min-h-11 text-[var(--ink-violet)]">
          {t("lessons.partly")}
        </summary>
        <PartSlider onChosen={complete} className="btn border-transparent hued hue-violet h-11" />
      </details>
    </>
  );
}

function TaskActions({ id, task }) {
  const { t } = useWords();
  const isStarted = task.isStarted || task.started_at_ms > 0;
  return (
    <div className="flex flex-wrap max-[22rem]:grid gap-3">
      {isStarted ? null : (
        <button type="button" className={`btn btn-primary ${BIG}`} data-testid="start-task"
          onClick={() => add("start_task", { task_id: id }, task.title)}>
          <Play size={18} aria-hidden="true" />{t("lessons.start")}
        </button>
      )}
      <button type="button" className={`btn ${isStarted ? "btn-primary" : "btn-outline border-base-300"} ${BIG}`}
        data-testid="complete-task" onClick={() => add("complete_task", { task_id: id }, task.title)}>
        <Check size={18} aria-hidden="true" />{t("device.complete")}
      </button>
    </div>
  );
}

function Material({ resources }) {
  const { t } = useWords();
  return (
    <Card title={t("lessons.resources")}>
      <p className="muted text-sm -mt-2 mb-3">{t("device.resources_need_network")}</p>
      <ul className="grid gap-1">
        {resources.map(({ kind, title, url }) => (
          <li key={url}>
            <a href={url} target="_blank" rel="noopener noreferrer" data-testid="resource" data-kind={kind}
              className="flex items-center gap-3 min-h-11 px-3 -mx-3 rounded-xl hover:bg-base-200 text-sm font-medium">
              <span className="min-w-0 flex-1">{title}</span>
              <ExternalLink size={16} aria-hidden="true" className="muted" />
              <span className="sr-only">{t("lessons.new_tab")}</span>
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function Work({ plan, kept, shown: { kind, id } }) {
  const { t, minutes, ...words } = useWords();
  const isSession = kind === "session";
  const thing = isSession ? plan.sessions[id] : plan.tasks[id];
  const end = endOf(kept.acts, id);
  return (
    <article className="grid gap-5 max-w-3xl mx-auto" data-testid="offline-work">
      <Card>
        <div className="flex items-center gap-3 flex-wrap">
          <Chip>{isSession ? words.kind(thing) : t("device.kind.task")}</Chip>
          <span className="muted text-[13px] inline-flex items-center gap-1.5">
            <Clock size={15} aria-hidden="true" />{minutes(thing.minutes)}
          </span>
          {thing.parts > 1 ? <span className="muted text-[13px]">{t("lessons.part", thing)}</span> : null}
        </div>
        <h1 className="display mt-3">{thing.title || words.kind(thing)}</h1>
        <div className="grid gap-5 mt-5">
          {isEnded(thing) ? <Ended thing={thing} end={end} /> : isSession ? (
            <SessionActions plan={plan} kept={kept} id={id} session={thing} />
          ) : (
            <TaskActions id={id} task={thing} />
          )}
          {isSession ? (
            <>
              <Choices name="mood" label={t("lessons.mood")} chosen={thing.mood} words={MOOD_WORDS} signs={MOODS}
                onChosen={(mood) => add("save_mood", { session_id: id, mood }, thing.title)} />
              <Notes id={id} session={thing} />
            </>
          ) : null}
        </div>
      </Card>
      {thing.summary_html ? (
        <Card title={t("lessons.summary")}>
          <div className="prose" data-testid="offline-summary" dangerouslySetInnerHTML={html(thing.summary_html)} />
        </Card>
      ) : null}
      {thing.resources?.length ? <Material resources={thing.resources} /> : null}
    </article>
  );
}
