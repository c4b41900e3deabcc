// What stands below the calendar: time, proposals, what is left out, what changed and why.
import { useEffect, useState } from "react";
import { Away, BusyTimes, Panel } from "./calendar_away.jsx";
import { Sign, useWords } from "./calendar_words.jsx";
import "./catalog.planning.js";

const KINDS = {
  activated: "planning.kind.activated",
  moved: "planning.kind.moved",
  missed: "planning.kind.missed",
  adapted: "planning.kind.adapted",
  vacation: "planning.kind.vacation",
  back: "planning.kind.back",
  edited: "planning.kind.edited",
  added: "planning.kind.added",
  removed: "planning.kind.removed",
  resumed: "planning.kind.resumed",
};
const REASONS = {
  moved: "planning.reason.moved",
  unpinned: "planning.reason.unpinned",
  removed: "planning.reason.removed",
  own_added: "planning.reason.own_added",
  own_changed: "planning.reason.own_changed",
  busy: "planning.reason.busy",
  harder: "planning.reason.harder",
  easier: "planning.reason.easier",
  weekly: "planning.reason.weekly",
  pins: "planning.reason.pins",
  missed_day: "planning.reason.missed_day",
  missed_days: "planning.reason.missed_days",
  still_away: "planning.reason.still_away",
  partly: "planning.reason.partly",
  offline: "planning.reason.offline",
  forgotten: "planning.reason.forgotten",
  resumed: "planning.reason.resumed",
  vacation: "planning.reason.vacation",
  illness: "planning.reason.illness",
  back: "planning.reason.back",
  minutes: "planning.reason.minutes",
  rest_days: "planning.reason.rest_days",
  hours: "planning.reason.hours",
  exam_day: "planning.reason.exam_day",
  focus: "planning.reason.focus",
  topics: "planning.reason.topics",
};
const CHANGES = {
  more_minutes: "planning.if.more_minutes",
  rest_day_less: "planning.if.rest_day_less",
  later: "planning.if.later",
  fewer_lessons: "planning.if.fewer_lessons",
};
const WITHOUT = {
  no_time: "planning.without.no_time",
  no_gain: "planning.without.no_gain",
  requirement: "planning.without.requirement",
  excluded: "planning.without.excluded",
};

const MOST_NAMED = 4;
const hours = (minutes) => Math.round(Math.abs(minutes) / 60);

// ---- time --------------------------------------------------------------------------------------

function Cushion({ cushion, answers, onAsk, onTake }) {
  const { t, shortDay } = useWords();
  const [isAsking, setAsking] = useState(false);
  useEffect(() => setAsking(false), [answers]);
  const most = Math.max(1, ...cushion.weeks.map((week) => Math.max(week.available, week.needed)));
  const sentence = !cushion.weeks.length
    ? t("planning.cushion_none")
    : t(cushion.over < 0 ? "planning.short" : "planning.enough", { hours: hours(cushion.over) });
  return (
    <Panel title={t("planning.cushion_title")} testid="cushion" aside={sentence}>
      <ul className="cushion-weeks">
        {cushion.weeks.slice(0, 26).map((week) => (
          <li key={week.first_day} title={t("planning.week_minutes", week)}>
            <span className="cushion-bar" aria-hidden="true">
              <i style={{ height: `${(100 * week.available) / most}%` }} />
              <b className={week.needed > week.available ? "is-short" : ""}
                style={{ height: `${(100 * week.needed) / most}%` }} />
            </span>
            <span className="sr-only">
              {`${t("planning.week_from", { day: shortDay(week.first_day) })}: ${t("planning.week_minutes", week)}`}
            </span>
          </li>
        ))}
      </ul>
      {cushion.weeks.length ? (
        <>
          <p className="muted text-xs flex justify-between mt-1" aria-hidden="true">
            <span>{shortDay(cushion.weeks[0].first_day)}</span>
            <span>{shortDay(cushion.weeks.slice(0, 26).at(-1).first_day)}</span>
          </p>
          <p className="cushion-key muted" aria-hidden="true">
            <span><i />{t("planning.key_available")}</span>
            <span><b />{t("planning.key_needed")}</span>
            <span><b className="is-short" />{t("planning.key_short")}</span>
          </p>
        </>
      ) : null}
      <p className="mt-4">
        <button type="button" className="btn border-transparent hued hue-violet h-11" data-testid="what-if"
          disabled={isAsking} onClick={() => {
            setAsking(true);
            Object.keys(CHANGES).forEach(onAsk);
          }}>
          {isAsking ? <span className="spinner" aria-hidden="true" /> : null}
          {t("planning.what_if")}
        </button>
      </p>
      <ul className="grid gap-2 mt-3" aria-live="polite">
        {answers.map((each) => (
          <li key={each.change} className="panel-row">
            <span className="min-w-0 flex-1">
              <b className="block">{t(CHANGES[each.change] ?? "planning.if.later", { n: each.number })}</b>
              <span className="muted text-sm">
                {t(each.points < 0 ? "planning.if_fewer" : "planning.if_points", { points: each.points })}
                {". "}
                {each.missing ? t("planning.if_missing", { hours: hours(each.missing) }) : t("planning.if_enough")}
              </span>
            </span>
            <button type="button" className="btn btn-sm h-10" data-testid={`apply-${each.change}`}
              onClick={() => onTake(each.change)}>{t("planning.apply")}</button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

// ---- what changed ------------------------------------------------------------------------------

function Proposal({ panels, onDecide }) {
  const { t, shortDay } = useWords();
  if (!panels.proposal) return null;
  return (
    <section className="card-surface p-4 sm:p-6" data-testid="proposal">
      <h3 className="heading">{t("planning.proposal_title")}</h3>
      <ul className="grid gap-1 mt-2 text-sm">
        {panels.proposed_moves.map((move, place) => (
          <li key={place}>
            {t("planning.proposal_move", {
              title: move.title,
              before: shortDay(move.before),
              after: shortDay(move.after),
            })}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2 mt-4">
        <button type="button" className="btn btn-primary h-11" onClick={() => onDecide(panels.proposal, true)}>
          {t("planning.accept")}
        </button>
        <button type="button" className="btn btn-ghost h-11" onClick={() => onDecide(panels.proposal, false)}>
          {t("planning.decline")}
        </button>
      </div>
    </section>
  );
}

function Change({ change, onTakeBack }) {
  const { t, kind, shortDay } = useWords();
  const dropped = change.dropped_topics;
  const counts = [
    change.moved && change.kind !== "moved" ? t("planning.moved_n", { n: change.moved }) : "",
    change.added && change.kind !== "added" ? t("planning.added_n", { n: change.added }) : "",
    change.removed ? t("planning.removed_n", { n: change.removed }) : "",
  ].filter(Boolean);
  return (
    <li className="panel-row" data-testid="change" data-kind={change.kind}>
      <span className="min-w-0 flex-1">
        <b className="block">
          {t(KINDS[change.kind] ?? "planning.kind.edited")}
          {change.status === "undone" ? <span className="muted font-normal"> · {t("planning.undone")}</span> : null}
          {change.status === "declined" ? <span className="muted font-normal"> · {t("planning.declined")}</span> : null}
        </b>
        <span className="muted text-sm block">
          {[shortDay(change.at.slice(0, 10)), ...counts].join(" · ")}
        </span>
        {change.reasons.map((reason, place) =>
          REASONS[reason.code] ? (
            <span key={place} className="text-sm block">{t(REASONS[reason.code], { ...reason, name: reason.name || kind({ kind: "practice_test" }) })}</span>
          ) : null,
        )}
        {dropped.length ? (
          <span className="text-sm block">
            {t("planning.dropped", { topics: dropped.slice(0, MOST_NAMED).join(", ") })}
            {dropped.length > MOST_NAMED ? ` ${t("planning.left_more", { n: dropped.length - MOST_NAMED })}` : null}
          </span>
        ) : null}
      </span>
      {change.can_undo ? (
        <button type="button" className="btn btn-sm h-10" onClick={() => onTakeBack(change.id)}>
          {t("planning.undo")}
        </button>
      ) : null}
    </li>
  );
}

function LeftOut({ panels, onPutBack }) {
  const { t } = useWords();
  const count = panels.left_out_count;
  return (
    <Panel title={t("planning.left_title")} testid="left-out"
      aside={count ? t("planning.left_count", { n: count }) : t("planning.left_none")}>
      <ul className="grid lg:grid-cols-2 gap-2">
        {panels.left_out.map((topic) => (
          <li key={topic.key} className={`panel-row hue-${topic.color}`}>
            <span className="hued size-9 rounded-xl grid place-items-center shrink-0"><Sign name={topic.icon} /></span>
            <span className="min-w-0 flex-1">
              <b className="block leading-snug">{topic.title}</b>
              <span className="muted text-sm">
                {topic.course} · {t(WITHOUT[topic.why] ?? "planning.without.no_time")}
              </span>
            </span>
            {topic.why === "excluded" ? (
              <button type="button" className="btn btn-sm h-10" onClick={() => onPutBack(topic.key)}>
                {t("planning.put_back")}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {count > panels.left_out.length ? (
        <p className="muted text-sm mt-2">{t("planning.left_more", { n: count - panels.left_out.length })}</p>
      ) : null}
    </Panel>
  );
}

export function Panels({ view, panels, answers, change, refusal, on }) {
  const { t } = useWords();
  useEffect(() => {
    on.onPanels?.();
  }, [view.plan_id, view.today, change.at]);
  if (!panels.is_known) return <div className="skeleton h-40" aria-busy="true" />;
  return (
    <section className="grid gap-3 no-print" aria-label={t("planning.title")}>
      <Proposal panels={panels} onDecide={(...of) => on.onDecide?.(...of)} />
      <Cushion cushion={panels.cushion} answers={answers} onAsk={(change) => on.onAsk?.(change)}
        onTake={(what) => on.onTake?.(what)} />
      <LeftOut panels={panels} onPutBack={(topic) => on.onPutBack?.(topic)} />
      <Panel title={t("planning.history_title")} testid="history"
        aside={panels.changes.length ? t(KINDS[panels.changes[0].kind] ?? "planning.kind.edited") : t("planning.history_none")}>
        <ul className="grid gap-2">
          {panels.changes.map((each) => (
            <Change key={each.id} change={each} onTakeBack={(id) => on.onTakeBack?.(id)} />
          ))}
        </ul>
      </Panel>
      <Away view={view} refusal={refusal} onAway={(...of) => on.onAway?.(...of)} onBack={() => on.onBack?.()}
        onPause={() => on.onPause?.()} />
      <BusyTimes view={view} change={change} refusal={refusal} onKeep={(...of) => on.onKeepBusy?.(...of)}
        onDrop={(id) => on.onDropBusy?.(id)} />
    </section>
  );
}
