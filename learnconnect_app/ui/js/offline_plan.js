// What the kept plan looks like once the acts that are not in it yet are done. Nothing here asks anyone.

const DONE = 80; // percent from which a session counts as done
export const ROUND = 20; // mistakes in a row: enough for a sitting

const CHANGES = {
  start_task: (plan, { task_id }) => change(plan, "tasks", task_id, (task) => ({ ...task, isStarted: true })),
  complete_task: (plan, { task_id }) =>
    ticked(change(plan, "tasks", task_id, (task) => ({ ...task, status: "completed" })), "task_id", task_id, {}),
  complete_session: (plan, { session_id, percent, mood }) => {
    const status = percent >= DONE ? "done" : "partly";
    const done = (session) => ({ ...session, status, percent, mood: mood || session.mood });
    const item = { status, percent };
    return ticked(change(plan, "sessions", session_id, done), "session_id", session_id, item);
  },
  save_notes: (plan, { session_id, notes }) =>
    change(plan, "sessions", session_id, (session) => ({ ...session, notes })),
  save_mood: (plan, { session_id, mood }) =>
    change(plan, "sessions", session_id, (session) => ({ ...session, mood })),
  answer_mistake: (plan, { mistake_id }) => ({
    ...plan,
    mistakes: plan.mistakes.filter(({ id }) => id !== mistake_id),
  }),
};

function change(plan, kind, id, by) {
  const found = plan[kind][id];
  return found ? { ...plan, [kind]: { ...plan[kind], [id]: by(found) } } : plan;
}

function ticked(plan, field, id, more) {
  const items = plan.items.map((item) =>
    item[field] === id ? { ...item, ...more, is_done: true } : item,
  );
  return { ...plan, items };
}

export const withActs = (plan, acts) =>
  acts.reduce((so_far, { body }) => CHANGES[body.type]?.(so_far, body) ?? so_far, plan);

// What ends a thing, if that was done on this device: {number, tries, sentAt}.
export const endOf = (acts, id) =>
  acts.findLast(
    ({ body }) =>
      (body.type === "complete_task" && body.task_id === id) ||
      (body.type === "complete_session" && body.session_id === id),
  );

export const isEnded = ({ status }) => ["completed", "done", "partly"].includes(status);

// ---- clocks -----------------------------------------------------------------------------------

// {seconds, since}: what was on it when it was started or stopped here; the plan's until then.
export const clockOf = (plan, clocks, id) => {
  const { spent_seconds: seconds = 0, running_since_ms: since = 0 } = plan.sessions[id] ?? {};
  return clocks[id] ?? { seconds, since };
};

// ---- judging ----------------------------------------------------------------------------------

// Whether a response is right; null when only the server can say.
export function judged({ right, question }, response) {
  if (!right) return null;
  const given = [response].flat();
  const places = question.kind === "several" ? [...given].sort((a, b) => a - b) : given;
  return places.length === right.length && places.every((place, index) => place === right[index]);
}

export const isComplete = (response) =>
  response !== undefined && response !== "" && !(Array.isArray(response) && (!response.length || response.includes(-1)));
