// A day by the clock: sessions at their times, busy times between them.
import { useContext } from "react";
import { Plus } from "lucide-react";
import { Card, DayMark, DayMinutes, Task } from "./calendar_days.jsx";
import { Kit, clock, useWords } from "./calendar_words.jsx";

export const MINUTE = 1; // pixels
export const STEP = 15; // minutes
const USUAL = [540, 1320];

// The hours shown: the usual ones, and more where something is earlier or later.
function hoursOf(day) {
  const spans = [
    ...day.sessions.filter((each) => each.start >= 0).map((each) => [each.start, each.start + each.minutes]),
    ...day.busy.map((each) => [each.start, each.end]),
  ];
  const first = Math.min(USUAL[0], ...spans.map(([start]) => start - 30));
  const last = Math.max(USUAL[1], ...spans.map(([, end]) => end + 30));
  return [Math.floor(first / 60) * 60, Math.min(1680, Math.ceil(last / 60) * 60)];
}

export function Timeline({ day, held, heldStart, onOpen, onAdd }) {
  const { Droppable } = useContext(Kit);
  const { t, long } = useWords();
  const [first, last] = hoursOf(day);
  const top = (minute) => (minute - first) * MINUTE;
  const hours = Array.from({ length: (last - first) / 60 + 1 }, (_, n) => first + n * 60);
  const timed = day.sessions.filter((session) => session.start >= 0);
  const loose = day.sessions.filter((session) => session.start < 0);
  return (
    <section data-testid={`calendar-day-${day.day}`} aria-label={long(day.day)}
      className={`day-view card-surface ${day.is_today ? "is-today" : ""}`}>
      <header className="day-view-head">
        <div className="flex-1 min-w-0 max-w-80"><DayMinutes day={day} /></div>
        <DayMark day={day} />
        {day.is_past ? null : (
          <button type="button" className="btn btn-ghost btn-sm h-10 ml-auto no-print" onClick={() => onAdd(day.day)}>
            <Plus size={16} aria-hidden="true" />
            {t("study.add_own")}
          </button>
        )}
      </header>
      {day.task || loose.length ? (
        <div className="day-loose">
          {day.task ? <Task task={day.task} /> : null}
          {loose.map((session) => (
            <Card key={session.id} session={session} onOpen={onOpen} />
          ))}
        </div>
      ) : null}
      <Droppable id={day.day}>
        {({ setNodeRef }) => (
          <div ref={setNodeRef} className="timeline" style={{ height: `${top(last) + 8}px` }}>
            {hours.map((hour) => (
              <div key={hour} className="timeline-hour" style={{ top: `${top(hour)}px` }} aria-hidden="true">
                <span>{clock(hour)}</span>
              </div>
            ))}
            {day.busy.map((busy) => (
              <div key={busy.id} className="timeline-busy"
                style={{ top: `${top(busy.start)}px`, height: `${(busy.end - busy.start) * MINUTE}px` }}>
                <span>{busy.title}</span>
                <span className="sr-only">{`${clock(busy.start)}–${clock(busy.end)}`}</span>
              </div>
            ))}
            {timed.map((session) => (
              <div key={session.id} className={`timeline-slot ${session.minutes < 45 ? "is-short" : ""}`}
                style={{
                  top: `${top(session.start)}px`,
                  height: `${Math.max(26, session.minutes * MINUTE - 2)}px`,
                }}>
                <Card session={session} onOpen={onOpen}
                  shownStart={held?.id === session.id ? heldStart : session.start} />
              </div>
            ))}
          </div>
        )}
      </Droppable>
    </section>
  );
}
