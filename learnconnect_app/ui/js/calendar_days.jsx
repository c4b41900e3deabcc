// The week as columns (a list on phones), and the card of a session.
import { useContext } from "react";
import { Check, Coffee, Flag, Map as Way, Pause, Pin, Plus, TreePalm } from "lucide-react";
import { Link } from "react-router";
import { Kit, STILL, Sign, clock, landing, useWords } from "./calendar_words.jsx";

const MARK_SIGNS = { exam: Flag, rest: Coffee, vacation: TreePalm, illness: TreePalm, paused: Pause };
const ENDED = ["done", "partly", "missed"];

export function DayMark({ day }) {
  const { mark } = useWords();
  const Symbol = MARK_SIGNS[day.mark];
  if (!Symbol) return null;
  return (
    <span className={`hued ${day.mark === "exam" ? "hue-rose" : "hue-teal"} day-mark`}>
      <Symbol size={14} strokeWidth={1.9} aria-hidden="true" />
      {mark(day)}
    </span>
  );
}

// The day's minutes: what is planned of what there is, or would be with the session held over it.
export function DayMinutes({ day, over, isBare }) {
  const { t, ofMinutes } = useWords();
  const held = over && landing(day, over);
  const planned = held ? held.planned : day.planned;
  if (!planned && (!day.minutes || day.is_past || day.mark)) return null;
  const isTooMuch = planned > day.minutes;
  const share = day.minutes ? Math.min(100, (100 * planned) / day.minutes) : 100;
  return (
    <div className={`hue-violet ${isTooMuch ? "is-over" : ""}`}>
      {isBare ? null : (
        <p className={`day-minutes ${held ? "font-bold" : "muted"}`}>
          {held && planned !== day.planned
            ? t("study.becomes", { before: day.planned, planned, minutes: day.minutes })
            : ofMinutes(day, planned)}
        </p>
      )}
      <div className="day-bar" aria-hidden="true">
        <i style={{ width: `${share}%` }} />
        <b style={{ width: `${day.minutes ? Math.min(100, (100 * day.done) / day.minutes) : 0}%` }} />
      </div>
    </div>
  );
}

// As of every button: Enter and the space bar, which then does not scroll.
function pressed(event) {
  const isPress = event.key === "Enter" || event.key === " ";
  if (isPress) event.preventDefault();
  return isPress;
}

// A session as it stands on a day. Dragged by its body, opened by a tap or its menu button.
export function Card({ session, onOpen, isSmall, isHeld, shownStart = session.start }) {
  const kit = useContext(Kit);
  const { Draggable } = isHeld ? STILL : kit;
  const { t, name, minutes, status, kind } = useWords();
  const time = shownStart >= 0 ? clock(shownStart) : "";
  const hasTwoLines = !isSmall && session.title; // else its kind is its name
  const part = session.parts > 1 ? ` ${session.part}/${session.parts}` : "";
  const label = [name(session), session.course, session.title ? kind(session) + part : "", time,
    minutes(session.minutes), status(session), session.is_pinned ? t("study.pinned") : ""];
  return (
    <Draggable session={session} isDisabled={!session.is_movable}>
      {({ setNodeRef, handle, isDragging, shift }) => (
        <div ref={setNodeRef} data-testid={isHeld ? undefined : "session"} data-session-id={session.id}
          data-kind={session.kind} data-minutes={session.minutes} data-status={session.status} style={shift}
          className={`session hue-${session.color} ${isSmall ? "session-small" : ""} ${
            ENDED.includes(session.status) ? "session-ended" : ""} ${isDragging ? "session-lifted" : ""} ${
            isHeld ? "session-held" : ""}`}>
          <div className="session-body" onClick={() => onOpen?.(session)} data-keeps-focus={session.id}
            role="button" tabIndex={0} aria-label={label.filter(Boolean).join(", ")}
            {...(handle ?? { onKeyDown: (event) => pressed(event) && onOpen?.(session) })}>
            <span className="session-subject">
              {session.status === "done" ? <Check size={15} strokeWidth={2.4} aria-hidden="true" /> : (
                <Sign name={session.icon} size={isSmall ? 13 : 15} />
              )}
              {hasTwoLines ? <span className="truncate">{session.course || kind(session)}</span> : null}
              {hasTwoLines || isSmall ? null : <span className="session-name">{name(session)}</span>}
            </span>
            {hasTwoLines || isSmall ? <span className="session-name">{name(session)}</span> : null}
            {isSmall ? null : (
              <span className="session-meta">
                <span>{[time, minutes(session.minutes)].filter(Boolean).join(" · ")}</span>
                {session.is_pinned ? <Pin size={12} aria-hidden="true" /> : null}
                {session.course ? <span className="session-kind">{kind(session) + part}</span> : null}
              </span>
            )}
          </div>
          {isSmall || isHeld ? null : (
            <button type="button" className="session-menu no-print" onClick={() => onOpen?.(session)}
              aria-label={t("study.open", { name: name(session) })}>
              <span aria-hidden="true">⋯</span>
            </button>
          )}
          {isSmall ? null : <i className="check-box" aria-hidden="true" />}
        </div>
      )}
    </Draggable>
  );
}

// The skill plan's task of the day: it is done on its own page.
export function Task({ task }) {
  const { t, minutes } = useWords();
  return (
    <Link to="/plan" className="session session-task"
      aria-label={t("study.skill_task", { title: task.title })}>
      <span className="session-body">
        <span className="session-subject">
          {task.is_done ? <Check size={15} aria-hidden="true" /> : <Way size={15} aria-hidden="true" />}
          <span className="truncate">{t("study.skill_plan")}</span>
        </span>
        <span className="session-name">{task.title}</span>
        <span className="session-meta">{minutes(task.minutes)}</span>
      </span>
    </Link>
  );
}

function WeekDay({ day, held, onOpen, onAdd, onDay }) {
  const { Droppable } = useContext(Kit);
  const { t, weekday, number, long } = useWords();
  return (
    <Droppable id={day.day}>
      {({ setNodeRef, isOver }) => (
        <section ref={setNodeRef} data-testid={`calendar-day-${day.day}`} id={`day-${day.day}`}
          aria-label={long(day.day)} className={`week-day ${day.is_today ? "is-today" : ""} ${
            day.is_past ? "is-past" : ""} ${held ? verdict(day, held, isOver) : ""}`}>
          <header className="week-day-head">
            <button type="button" className="week-date" onClick={() => onDay(day.day)}
              aria-label={long(day.day)} aria-current={day.is_today ? "date" : undefined}>
              <span>{weekday(day.day)}</span>
              <b>{number(day.day)}</b>
            </button>
            <div className="min-w-0 flex-1">
              <DayMinutes day={day} over={isOver ? held : null} />
              <DayMark day={day} />
            </div>
          </header>
          <div className="week-day-body">
            {day.task ? <Task task={day.task} /> : null}
            {day.sessions.map((session) => (
              <Card key={session.id} session={session} onOpen={onOpen} />
            ))}
            {day.is_past ? null : (
              <button type="button" className="day-add" onClick={() => onAdd(day.day)}
                aria-label={t("study.add_on", { day: long(day.day) })}>
                <Plus size={16} aria-hidden="true" />
              </button>
            )}
          </div>
        </section>
      )}
    </Droppable>
  );
}

// How a day shows that it would take what is held, or not.
export const verdict = (day, held, isOver) => {
  const { isOpen, isOver: isFull } = landing(day, held);
  return `${isOpen && !isFull ? "takes" : "refuses"} ${isOver ? "is-target" : ""}`;
};

export function Week({ days, held, onOpen, onAdd, onDay }) {
  const { t, weekday, number, long } = useWords();
  return (
    <>
      <nav className="week-strip no-print" aria-label={t("study.week_strip")}>
        {days.map((day) => (
          <button key={day.day} type="button" aria-label={long(day.day)}
            onClick={() => document.getElementById(`day-${day.day}`)?.scrollIntoView()}
            className={`${day.is_today ? "is-today" : ""} ${day.mark ? "is-off" : ""}`}>
            <span>{weekday(day.day)}</span>
            <b>{number(day.day)}</b>
            <DayMinutes day={day} isBare />
          </button>
        ))}
      </nav>
      <div className="week-grid">
        {days.map((day) => (
          <WeekDay key={day.day} {...{ day, held, onOpen, onAdd, onDay }} />
        ))}
      </div>
    </>
  );
}
