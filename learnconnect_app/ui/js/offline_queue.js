// What a learner does without a network: each act gets its id when it is done, waits here, and is sent
// in its order, once. It runs in pages and in the service worker (see `offline_store.js`).
import {
  announce,
  answered,
  everything,
  forgetPlan,
  isUntried,
  isWaiting,
  keepPlan,
  now,
  ofOwner,
  queue,
  together,
} from "./offline_store.js";

const OPERATIONS = "/api/v1/operations";
const PLAN = "/api/v1/offline";
const SIGN_OUT = "/api/v1/auth/logout";
const THERE = "/healthz";
const ANSWER_WITHIN = 20_000;
const READ_WITHIN = 1000; // milliseconds that a database may take to say whether somebody is leaving
const MOST_AT_ONCE = 50;
const MOST_BYTES = 50_000;

// An act is done now, and sent when that can be. `about` names it for the learner.
export async function add(type, details, about = "") {
  await together(async (kept, acts) => {
    const owner = (await answered(kept.get("owner"))) ?? "";
    if (!owner) throw Error("nobody's act");
    await queue(acts, owner, type, details, about);
  });
  announce();
  const registration = await navigator.serviceWorker?.getRegistration();
  const isAsked = await registration?.sync?.register("acts").then(() => true, () => false);
  if (!isAsked) send().catch(() => {}); // now; later again with the page's rounds
}

// As if it had not been done, as long as nobody tried to send it.
export async function takeBack(number) {
  await together(async (_kept, acts) => {
    const act = await answered(acts.get(number));
    if (act && isUntried(act)) await answered(acts.delete(number));
  });
  announce();
}

// ---- sending ---------------------------------------------------------------------------------

const request = (address, options) =>
  fetch(address, { cache: "no-store", signal: AbortSignal.timeout(ANSWER_WITHIN), ...options });

// Sends what waits, in its order; one page or worker of all at a time. "empty": nothing waits any
// more; "later": no answer came; "signed out": it waits until its owner is here again.
export const send = () => navigator.locks.request("acts", sendAll);

async function sendAll() {
  if (!(await finishLeaving())) return "later";
  if (!(await everything()).acts.some(isWaiting)) return "empty";
  if (!(await isThere())) return "later";
  let isAlone = false; // after a refusal of many at once: which of them is it?
  for (;;) {
    const next = await taken(isAlone ? (waiting) => waiting.slice(0, 1) : aLoad);
    if (!next.length) return "empty";
    const outcome = await sendThese(next);
    if (outcome === "refused" && next.length > 1) isAlone = true;
    else if (outcome === "refused") await settle(next, [{ id: next[0].body.id, status: "refused" }]);
    else if (outcome !== "sent") return outcome;
  }
}

// Browsers take themselves to be online on dead networks too. What was tried may have arrived and can
// neither be taken back nor written over any more, so nothing is tried before somebody answers.
export const isThere = () => request(THERE).then(({ ok }) => ok, () => false);

// What is to be sent next, marked as tried in the transaction that reads it: what is typed from then on
// is another act.
const taken = (choose) =>
  together(async (kept, acts) => {
    const owner = await answered(kept.get("owner"));
    const next = choose((await ofOwner(acts, owner)).filter(isWaiting));
    const tried = next.map((act) => ({ ...act, tries: act.tries + 1 }));
    for (const act of tried) await answered(acts.put(act));
    return tried;
  });

// As many of the first as one request may carry.
function aLoad(acts) {
  let bytes = 0;
  const isIn = ({ body }) => (bytes += new Blob([JSON.stringify(body)]).size + 1) <= MOST_BYTES;
  const end = acts.slice(0, MOST_AT_ONCE).findIndex((act, index) => !isIn(act) && index > 0);
  return acts.slice(0, end < 0 ? MOST_AT_ONCE : end);
}

async function sendThese(acts) {
  const operations = acts.map(({ body }) => body);
  let answer;
  try {
    answer = await request(OPERATIONS, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ sent_at: now(), operations }),
    });
    if (answer.ok) return await settle(acts, (await answer.json()).answers);
  } catch {
    return "later";
  }
  if (answer.status === 401) return "signed out";
  return [400, 413, 422].includes(answer.status) ? "refused" : "later";
}

// What was taken stays in sight until the plan has been read anew; what was not taken as it was done
// is told, with the learner's own words. What the server could not decide yet goes on waiting.
async function settle(sent, answers) {
  const found = new Map(answers.map((answer) => [answer.id, answer]));
  const isSettled = ({ body }) => found.has(body.id) && !found.get(body.id).keep;
  await together(async (_kept, acts, told) => {
    for (const act of sent.filter(isSettled)) {
      const { status, code = "", message = "" } = found.get(act.body.id);
      const { owner, about, body, number } = act;
      if (status !== "applied" || message)
        await answered(told.add({ owner, about, status, code, message, body }));
      if (status === "refused") await answered(acts.delete(number));
      else await answered(acts.put({ ...act, sentAt: Date.now() }));
    }
  });
  announce();
  if (sent.every(isSettled)) return "sent";
  return answers.some(({ code }) => code === "other_account") ? "signed out" : "later";
}

// ---- the plan --------------------------------------------------------------------------------

// With clocks that run at the server by the clock of this device, which may be another one.
function byOwnClock(plan) {
  const ahead = Date.now() - new Date(plan.made_at);
  for (const session of Object.values(plan.sessions))
    if (session.running_since_ms) session.running_since_ms += ahead;
  return plan;
}

// Reads the plan of whoever is signed in. "signed out" takes it off this device; "later": no answer.
export async function refresh() {
  if (!(await finishLeaving())) return "later";
  const { plan, etag, owner } = await everything();
  const askedAt = Date.now();
  const keep = (read, tag) =>
    keepPlan(read, tag, askedAt, owner).catch(() => true); // a full device is not asked again at once
  let isKept = false;
  try {
    const answer = await request(PLAN, { headers: plan && etag ? { "if-none-match": etag } : {} });
    if (answer.ok) isKept = await keep(byOwnClock(await answer.json()), answer.headers.get("etag") ?? "");
    if (answer.status === 304) isKept = await keep(plan, etag);
    if (answer.status === 401) {
      await forgetPlan();
      return "signed out";
    }
  } catch {
    return "later";
  }
  return isKept ? "read" : "later";
}

// ---- signing out -----------------------------------------------------------------------------

// Ends the sign-in. Whether that is done: without a network, or a server that answers, it is not, and
// pages and the worker do it before anything else.
export async function signOff() {
  const answer = await request(SIGN_OUT, { method: "POST" }).catch(() => null);
  const isDone = Boolean(answer?.ok || answer?.status === 401);
  if (isDone) await together((kept) => answered(kept.delete("leaving"))).catch(() => {});
  return isDone;
}

// Whether nobody is leaving any more.
export async function finishLeaving() {
  return !(await isLeaving()) || signOff();
}

// A database that does not answer, or not soon, holds nothing up.
function isLeaving() {
  const late = new Promise((give) => setTimeout(give, READ_WITHIN, false));
  const found = together((kept) => answered(kept.get("leaving"))).catch(() => false);
  return Promise.race([found, late]);
}
