// The service worker: shows what is pushed, and opens the page it speaks of.
// It answers no requests yet; what is to work offline is added here, a listener each.
"use strict";

const ICON = "/icon-192.png";
const BADGE = "/badge-96.png";
const SUBSCRIPTIONS = "/api/v1/push/subscriptions";
const START = `${self.location.origin}/home`;

// A new version takes over at once: it keeps nothing that an older page could miss.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("push", (event) => event.waitUntil(show(contentOf(event.data))));

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(visit(pageOf(event.notification.data?.url)));
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

function show({ title, body, url, tag, lang }) {
  return self.registration.showNotification(title || "LearnConnect", {
    body: body || "",
    tag: tag || "learnconnect", // a later one with the same tag takes its place, quietly
    renotify: false,
    lang: lang || "",
    icon: ICON,
    badge: BADGE,
    data: { url },
  });
}

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
  if (!oldSubscription) {
    await newSubscription?.unsubscribe();
    return;
  }
  const subscription =
    newSubscription ??
    (await self.registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: oldSubscription.options.applicationServerKey,
    }));
  const answer = await fetch(SUBSCRIPTIONS, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...subscription.toJSON(), replaces: oldSubscription.endpoint }),
  });
  if (answer.status === 401 || answer.status === 404) await subscription.unsubscribe();
}
