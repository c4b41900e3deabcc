// The service worker: shows what is pushed, and opens the page it speaks of.
// It answers no requests yet; what is to work offline is added here, a listener each.
"use strict";

const ICON = "/icon-192.png";
const BADGE = "/badge-96.png";
const SUBSCRIPTIONS = "/api/v1/push/subscriptions";
const START = "/home";

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

// A page of ours, whatever was pushed.
function pageOf(url) {
  try {
    const { origin, pathname, search, hash } = new URL(url, self.location.origin);
    if (url && origin === self.location.origin) return pathname + search + hash;
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
      const here = new URL(tab.url);
      if (here.pathname + here.search + here.hash === page) return;
      await tab.navigate(page);
      return;
    }
  } catch {
    // it belongs to another worker, or is going away
  }
  await self.clients.openWindow(page);
}

// The browser gave itself another address: ours is told, or no push would arrive any more.
async function renew({ oldSubscription, newSubscription }) {
  let subscription = newSubscription;
  if (!subscription) {
    const key = oldSubscription?.options.applicationServerKey ?? (await publicKey());
    subscription = await self.registration.pushManager.subscribe({
      userVisibleOnly: true,
      applicationServerKey: key,
    });
  }
  await fetch(SUBSCRIPTIONS, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(subscription),
  });
}

async function publicKey() {
  const answer = await fetch(SUBSCRIPTIONS);
  return (await answer.json()).public_key;
}
