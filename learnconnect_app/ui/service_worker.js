// The service worker: shows what is pushed and opens the page it speaks of; has the offline page at
// hand for when there is no network; sends what was done meanwhile. `api/service_worker.py` fills in
// what this build consists of, so that each build is another worker, and the queue.
"use strict";

const BUILD = { version: "", offline: [] };

// ---- queue

const OFFLINE = "/offline";
const OWN = `offline-${BUILD.version}`; // what the offline page needs, all of one build
const SEEN = "seen"; // built files that some page asked for: their names change with their content
const MOST_SEEN = 200;
const PATIENCE = 5000; // milliseconds a page may let the learner wait before the offline page comes
const AS_NAMED = { ignoreVary: true }; // whoever asks gets the same file, and a script asks otherwise
const NOT_THERE = [502, 503, 504]; // what stands before the server says that it is gone
// Not pages of ours, or with a secret in their address, which goes nowhere else.
const FILES = /^\/(api|healthz|readyz|metrics|assets|fonts)(\/|$)|\.\w+$/;
const SECRET =
  /^\/(calendar|confirm-address|integrations|invitation|outbox|reset-password|share|unsubscribe)(\/|$)/;

const ICON = "/icon-192.png";
const BADGE = "/badge-96.png";
const SUBSCRIPTIONS = "/api/v1/push/subscriptions";
const PRESSED = "/api/v1/push/pressed";
const START = `${self.location.origin}/home`;

// ---- one version takes over from another ------------------------------------------------------

// The first one is of use at once; a later one waits until the learner wants it, or no page is left.
self.addEventListener("install", (event) => {
  event.waitUntil(prepare());
  if (!self.registration.active) self.skipWaiting();
});
self.addEventListener("message", (event) => {
  if (event.data === "take-over") self.skipWaiting();
  if (event.data === "forget") event.waitUntil(forget({ keepsActs: true }).then(signOff));
});
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

async function prepare() {
  const cache = await caches.open(OWN);
  await Promise.all([cache.addAll(BUILD.offline), keepPage(cache)]);
}

// A redirected response may not answer a navigation: only its text and its policy are kept.
async function keepPage(cache) {
  const page = await fetch(OFFLINE, { cache: "reload" });
  if (!page.ok) throw Error(`no ${OFFLINE}`);
  const { headers } = page;
  await cache.put(OFFLINE, new Response(await page.text(), { headers }));
}

async function takeOver() {
  const old = (await caches.keys()).filter((name) => name !== OWN && name !== SEEN);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

// ---- answering requests -----------------------------------------------------------------------

self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  const { origin, pathname, search } = new URL(url);
  if (method !== "GET" || origin !== self.location.origin) return;
  if (mode === "navigate") {
    if (!FILES.test(pathname) && !SECRET.test(pathname)) event.respondWith(page(event, pathname, search));
  } else if (pathname.startsWith("/assets/") || BUILD.offline.includes(pathname)) {
    event.respondWith(file(event, pathname));
  }
});

// From the network, unless it does not answer soon: then the offline page, which knows the way back.
async function page(event, pathname, search) {
  if (pathname === OFFLINE) return (await caches.match(OFFLINE, AS_NAMED)) ?? fetch(event.request);
  const late = new Promise((give) => setTimeout(give, PATIENCE));
  const answer = await Promise.race([fromNetwork(event), late]).catch(() => null);
  if (answer && !NOT_THERE.includes(answer.status)) return answer;
  if (!(await caches.has(OWN))) return answer ?? fetch(event.request);
  return Response.redirect(`${OFFLINE}?from=${encodeURIComponent(pathname + search)}`);
}

// Whoever has signed out without a network sees no page as themselves again.
async function fromNetwork(event) {
  if (!(await finishLeaving())) throw Error("still signed in");
  return fetch(event.request);
}

// A built file never changes under its name. Icons and letters do, with a build that another worker may
// still wait with: those are asked for first, like pages.
async function file(event, pathname) {
  const kept = await caches.match(event.request, AS_NAMED);
  if (kept) return pathname.startsWith("/assets/") ? kept : newer(event, kept);
  const answer = await fetch(event.request);
  if (answer.ok && pathname.startsWith("/assets/"))
    event.waitUntil(keepSeen(event.request, answer.clone()));
  return answer;
}

async function newer(event, kept) {
  const late = new Promise((give) => setTimeout(give, PATIENCE));
  const answer = await Promise.race([fetch(event.request), late]).catch(() => null);
  return answer?.ok ? answer : kept;
}

async function keepSeen(asked, answer) {
  const seen = await caches.open(SEEN);
  await seen.put(asked, answer);
  const oldest = (await seen.keys()).slice(0, -MOST_SEEN);
  await Promise.all(oldest.map((each) => seen.delete(each)));
}

// ---- what was done offline --------------------------------------------------------------------

self.addEventListener("sync", (event) => event.waitUntil(replay()));

async function replay() {
  if ((await send()) === "later") throw Error("once more"); // the browser knows when
  await refresh();
}

// ---- pushes -----------------------------------------------------------------------------------

self.addEventListener("push", (event) => event.waitUntil(show(contentOf(event.data))));

self.addEventListener("notificationclick", (event) => {
  const { url, id } = event.notification.data ?? {};
  event.notification.close();
  event.waitUntil(Promise.all([visit(pageOf(url)), noteRead(id)]));
});

self.addEventListener("pushsubscriptionchange", (event) => event.waitUntil(renew(event)));

// Browsers want something shown for every push, even for one that cannot be read.
function contentOf(data) {
  try {
    return data?.json() ?? {};
  } catch {
    return {};
  }
}

function show({ title, body, url, tag, lang, id }) {
  return self.registration.showNotification(title || "LearnConnect", {
    body: body || "",
    tag: tag || "learnconnect", // a later one with the same tag takes its place, quietly
    renotify: false,
    lang: lang || "",
    icon: ICON,
    badge: BADGE,
    data: { url, id },
  });
}

// What the app tells of the same is read then. Nobody may be signed in any more, or be reached.
const noteRead = (id) => id && fetch(PRESSED, sent({ id })).catch(() => {});

const sent = (body) => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

// A page of ours, whatever was pushed. The whole address: of one like https://ours//theirs/x the
// path alone would lead to theirs.
function pageOf(url) {
  try {
    const at = new URL(url, self.location.origin);
    if (url && at.origin === self.location.origin) return at.href;
  } catch {
    // no address at all
  }
  return START;
}

// In a tab that is open already; else in a new one.
async function visit(page) {
  const tabs = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const tab = tabs.find((each) => each.visibilityState === "visible") ?? tabs[0];
  try {
    if (tab) {
      await tab.focus().catch(() => {}); // only a press of the learner's may bring it forward
      if (tab.url === page) return;
      await tab.navigate(page);
      return;
    }
  } catch {
    // it belongs to another worker, or is going away
  }
  await self.clients.openWindow(page);
}

// The browser gave itself another address: ours is told, or no push would arrive any more. Only
// what is still wanted by whoever is signed in goes on: nobody is subscribed unasked.
async function renew({ oldSubscription, newSubscription }) {
  const applicationServerKey = oldSubscription?.options.applicationServerKey ?? (await keyOfWanted());
  if (!oldSubscription && !applicationServerKey) {
    await newSubscription?.unsubscribe();
    return;
  }
  const wish = { userVisibleOnly: true, applicationServerKey };
  const subscription = newSubscription ?? (await self.registration.pushManager.subscribe(wish));
  const before = oldSubscription ? { replaces: oldSubscription.endpoint } : { is_renewal: true };
  const answer = await fetch(SUBSCRIPTIONS, sent({ ...subscription.toJSON(), ...before }));
  if (answer.status === 401 || answer.status === 404) await subscription.unsubscribe();
}

// Some browsers do not say which address they had: ours knows whether this one is pushed to.
async function keyOfWanted() {
  const answer = await fetch(SUBSCRIPTIONS);
  if (!answer.ok) return null;
  const { devices, public_key } = await answer.json();
  return devices.some((each) => each.is_here) ? public_key : null;
}
