// The month as a grid of days; on phones with dots in place of names.
import { useContext } from "react";
import { Card, DayMark, DayMinutes, verdict } from "./calendar_days.jsx";
import { Kit, useWords } from "./calendar_words.jsx";

const MOST_SHOWN = 3;

function MonthDay({ day, held, onOpen, onDay }) {
  const { Droppable } = useContext(Kit);
  const { t, number, long, ofMinutes, mark } = useWords();
  const more = day.sessions.length - MOST_SHOWN;
  return (
    <Droppable id={day.day}>
      {({ setNodeRef, isOver }) => (
        <div ref={setNodeRef} data-testid={`calendar-day-${day.day}`} role="gridcell"
          className={`month-day ${day.is_today ? "is-today" : ""} ${day.is_past ? "is-past" : ""} ${
            day.is_shown ? "" : "is-outside"} ${day.mark ? `is-off is-${day.mark}` : ""} ${
            held ? verdict(day, held, isOver) : ""}`}>
          <button type="button" className="month-date" onClick={() => onDay(day.day)}
            aria-current={day.is_today ? "date" : undefined}
            aria-label={[long(day.day), mark(day), day.minutes ? ofMinutes(day, day.planned) : "",
              t("study.sessions", { n: day.sessions.length })].filter(Boolean).join(", ")}>
            <b>{number(day.day)}</b>
          </button>
          <DayMark day={day} />
          <div className="month-dots" aria-hidden="true">
            {day.sessions.slice(0, 4).map((session) => (
              <i key={session.id} className={`hue-${session.color}`} />
            ))}
          </div>
          <div className="month-cards">
            {day.sessions.slice(0, MOST_SHOWN).map((session) => (
              <Card key={session.id} session={session} onOpen={onOpen} isSmall />
            ))}
            {more > 0 ? (
              <button type="button" className="month-more" onClick={() => onDay(day.day)}>
                {t("study.more", { n: more })}
              </button>
            ) : null}
          </div>
          <DayMinutes day={day} over={isOver ? held : null} isBare={!isOver || !held} />
        </div>
      )}
    </Droppable>
  );
}

export function Month({ days, held, onOpen, onDay }) {
  const { weekday, monthYear } = useWords();
  const weeks = Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
  const shown = days.find((day) => day.is_shown);
  return (
    <div role="grid" aria-label={monthYear(shown?.day)} className="month-grid">
      <div role="row" className="month-row month-names">
        {days.slice(0, 7).map((day) => (
          <span key={day.day} role="columnheader">{weekday(day.day)}</span>
        ))}
      </div>
      {weeks.map((week) => (
        <div role="row" className="month-row" key={week[0].day}>
          {week.map((day) => (
            <MonthDay key={day.day} {...{ day, held, onOpen, onDay }} />
          ))}
        </div>
      ))}
    </div>
  );
}
