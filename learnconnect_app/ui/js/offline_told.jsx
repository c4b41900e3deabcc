// What the server had to say of things done without a network, until it is read; with the learner's own
// words where they were not taken.
import { CircleAlert } from "lucide-react";
import { dismiss } from "./offline_store.js";
import { useT } from "./i18n.jsx";
import "./catalog.device.js";

const ACTS = {
  start_task: "device.act.start_task",
  complete_task: "device.act.complete_task",
  pause_session: "device.act.pause_session",
  complete_session: "device.act.complete_session",
  save_notes: "device.act.save_notes",
  save_mood: "device.act.save_mood",
  answer_mistake: "device.act.answer_mistake",
};

export function Told({ told, className = "" }) {
  const t = useT();
  if (!told.length) return null;
  return (
    <section role="status" data-testid="told" aria-labelledby="told-title"
      className={`card-surface rise p-4 sm:p-5 pointer-events-auto ${className}`}>
      <h2 id="told-title" className="heading flex items-center gap-2.5">
        <span className="hued hue-amber size-9 rounded-xl grid place-items-center shrink-0">
          <CircleAlert size={18} aria-hidden="true" />
        </span>
        {t("device.told_title")}
      </h2>
      <ul className="grid gap-3 mt-3 max-h-[50dvh] overflow-y-auto" tabIndex={0} aria-labelledby="told-title">
        {told.map(({ number, about, status, message, body }) => (
          <li key={number} data-testid="told-item" data-status={status} className="text-sm">
            <b className="block font-semibold">{[t(ACTS[body.type]), about].filter(Boolean).join(": ")}</b>
            {message || t("device.not_taken")}
            {status === "refused" && body.notes ? (
              <q className="block mt-1.5 rounded-xl bg-base-200 px-3 py-2 whitespace-pre-wrap break-words select-all">{body.notes}</q>
            ) : null}
          </li>
        ))}
      </ul>
      <button type="button" data-testid="told-read" className="btn border-transparent hued hue-violet h-11 px-5 mt-4"
        onClick={() => dismiss(told.map(({ number }) => number))}>
        {t("device.read")}
      </button>
    </section>
  );
}
