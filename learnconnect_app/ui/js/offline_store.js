// What this device keeps of a learner. It runs in pages and in the service worker, where
// `api/service_worker.py` puts it, so it imports nothing.
//
// `kept` holds whose device this is ("owner"), their plan and their clocks. `acts` are in the order
// they were done; `told` is what the server had to say of them, until it is read. Each has its owner:
// whoever signs in next neither sees nor sends it.

const DATABASE = "learnconnect";
const OPENED_WITHIN = 3000; // milliseconds; in some private windows no answer comes at all
const AGAIN_AFTER = 5000; // and not each call waits for it
const LATEST_COUNTS = ["save_notes", "save_mood", "pause_session"]; // of a session, until tried
const ONCE = ["start_task", "complete_task", "complete_session"]; // however often it is pressed
export const MOST_SECONDS = 12 * 3600; // on a clock, however long ago it was forgotten

// ---- the database ----------------------------------------------------------------------------

let base;

function opened() {
  base ??= new Promise((done, failed) => {
    setTimeout(failed, OPENED_WITHIN, Error("no database"));
    const asked = indexedDB.open(DATABASE, 1);
    asked.onupgradeneeded = () => {
      asked.result.createObjectStore("kept");
      for (const name of ["acts", "told"])
        asked.result.createObjectStore(name, { keyPath: "number", autoIncrement: true });
    };
    asked.onerror = () => failed(asked.error);
    asked.onsuccess = () => {
      asked.result.onclose = () => (base = undefined); // what a site keeps was cleared
      done(asked.result);
    };
  });
  base.catch(() => setTimeout(() => (base = undefined), AGAIN_AFTER));
  return base;
}

export const answered = (request) =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });

// All of `work(kept, acts, told)` or nothing of it; on the disk when it is over.
export async function together(work) {
  const names = ["kept", "acts", "told"];
  const transaction = (await opened()).transaction(names, "readwrite", { durability: "strict" });
  const ended = new Promise((done, failed) => {
    transaction.oncomplete = done;
    transaction.onabort = () => failed(transaction.error ?? Error("not kept"));
  });
  ended.catch(() => {});
  try {
    const result = await work(...names.map((name) => transaction.objectStore(name)));
    await ended;
    return result;
  } catch (error) {
    await ended.catch(() => {}); // a request that failed has undone all of it
    throw error;
  }
}

const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(DATABASE);
const listeners = new Set();

// Calls back whenever something was kept, sent or told, here or in another tab.
export function onKept(tell) {
  listeners.add(tell);
  channel?.addEventListener("message", tell);
  return () => {
    listeners.delete(tell);
    channel?.removeEventListener("message", tell);
  };
}

export function announce() {
  channel?.postMessage("kept");
  listeners.forEach((tell) => tell());
}

// ---- what is kept ----------------------------------------------------------------------------

export const ofOwner = async (store, owner) =>
  (await answered(store.getAll())).filter((each) => each.owner === owner);

const NOBODYS = { owner: "", plan: null, readAt: 0, etag: "", clocks: {}, acts: [], told: [] };

// {owner, plan, readAt, etag, clocks, acts, told}: of whom this device is, and of nobody else. While it
// is nobody's, `isUnsent` says whether something waits here for its owner.
export function everything() {
  return together(async (kept, acts, told) => {
    const owner = (await answered(kept.get("owner"))) ?? "";
    const { plan = null, readAt = 0, etag = "" } = (await answered(kept.get("plan"))) ?? {};
    const clocks = (await answered(kept.get("clocks"))) ?? {};
    if (!owner) return { ...NOBODYS, isUnsent: (await answered(acts.getAll())).some(isWaiting) };
    const mine = { acts: await ofOwner(acts, owner), told: await ofOwner(told, owner) };
    return { owner, plan, readAt, etag, clocks, ...mine };
  });
}

export const isWaiting = (act) => !act.sentAt;
export const isUntried = (act) => !act.tries && isWaiting(act); // nobody else has seen it yet

// ---- acts and clocks --------------------------------------------------------------------------

// Into the queue, in the transaction of whatever else belongs to it.
export async function queue(acts, owner, type, details, about = "") {
  const body = { id: crypto.randomUUID(), for_user: owner, done_at: now(), type, ...details };
  const before = (await ofOwner(acts, owner)).findLast((act) => isLike(act.body, body));
  if (before && isWaiting(before) && ONCE.includes(type)) return;
  if (before && isUntried(before) && goesOn(before.body, body)) {
    const { id, was } = before.body;
    await answered(acts.put({ ...before, body: { ...body, id, ...("was" in body && { was }) } }));
  } else await answered(acts.add({ owner, about, tries: 0, sentAt: 0, body }));
}

export const now = () => new Date().toISOString();
const isLike = (one, other) =>
  [...LATEST_COUNTS, ...ONCE].includes(one.type) &&
  ["type", "task_id", "session_id"].every((name) => one[name] === other[name]);

// Notes go on from those that were kept last, unless another tab wrote them: then the server joins both.
const goesOn = (before, body) => !("was" in body) || body.was === before.notes;

export const secondsOn = ({ seconds, since }, at = Date.now()) =>
  Math.min(MOST_SECONDS, seconds + (since ? Math.max(0, Math.floor((at - since) / 1000)) : 0));

export async function keepClocks(clocks) {
  await together((kept) => answered(kept.put(clocks, "clocks")));
  announce();
}

// The time on clocks that run here becomes a pause each. A clock has all that takes, since the plan
// may no longer have its session. They stay as they were stopped, unless they are `over`.
export async function stopClocks({ areOver }) {
  await together(async (kept, acts) => {
    await stop(kept, acts);
    if (areOver) await answered(kept.delete("clocks"));
  });
  announce();
}

async function stop(kept, acts, isToStop = () => true) {
  const owner = await answered(kept.get("owner"));
  const clocks = { ...(await answered(kept.get("clocks"))) };
  const running = Object.entries(clocks).filter(([id, { since }]) => since && isToStop(id));
  for (const [id, clock] of running) {
    const seconds = secondsOn(clock);
    const { title, proof } = clock;
    await queue(acts, owner, "pause_session", { session_id: id, seconds, proof }, title);
    clocks[id] = { seconds, since: 0 };
  }
  if (running.length) await answered(kept.put(clocks, "clocks"));
}

// ---- the plan --------------------------------------------------------------------------------

// A plan that was asked for at `readAt`, when this device was `before`'s, with whose it is. False: it
// is not kept, because they have signed out since.
export async function keepPlan(plan, etag, readAt, before) {
  const isKept = await together(async (kept, acts) => {
    const owner = plan.user.id;
    const present = (await answered(kept.get("owner"))) ?? "";
    if (![before, owner].includes(present) || (await answered(kept.get("leaving")))) return false;
    await stop(kept, acts, (id) => present !== owner || !plan.sessions[id]);
    if (present !== owner) await answered(kept.delete("clocks"));
    await answered(kept.put(owner, "owner"));
    await answered(kept.put({ plan, etag, readAt }, "plan"));
    for (const { number, sentAt } of await ofOwner(acts, owner))
      if (sentAt && sentAt < readAt) await answered(acts.delete(number)); // the plan has it
    return true;
  });
  announce();
  return isKept;
}

// The sign-in has ended elsewhere. Acts, and what was told of them, stay until their owner is back.
export async function forgetPlan() {
  await together(async (kept, acts) => {
    await stop(kept, acts);
    for (const key of ["plan", "owner", "clocks"]) await answered(kept.delete(key));
  });
  announce();
}

// What was told is read.
export async function dismiss(numbers) {
  await together((_kept, _acts, told) =>
    Promise.all(numbers.map((number) => answered(told.delete(number)))),
  );
  announce();
}

// Nothing of the owner stays but, if wanted, what was not sent or read, for when they are back. Until the
// server has ended the sign-in they are leaving, and nothing of theirs is kept anew.
export async function forget({ keepsActs }) {
  await together(async (kept, acts, told) => {
    const owner = (await answered(kept.get("owner"))) ?? "";
    if (keepsActs) await stop(kept, acts);
    const gone = (await ofOwner(acts, owner)).filter((act) => !keepsActs || !isWaiting(act));
    for (const { number } of gone) await answered(acts.delete(number));
    for (const { number } of keepsActs ? [] : await ofOwner(told, owner))
      await answered(told.delete(number));
    await answered(kept.clear());
    await answered(kept.put(true, "leaving"));
  });
  announce();
}
