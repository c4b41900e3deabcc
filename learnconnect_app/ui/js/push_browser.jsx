// What this browser can do about pushes, and doing it. Nothing here draws anything.
const SUBSCRIPTIONS = "/api/v1/push/subscriptions";
const PATIENCE = 15_000;

export class PushError extends Error {
  constructor(code, title = "") {
    super(code);
    this.code = code;
    this.title = title; // a sentence of the server's
  }
}

const isApple = () =>
  /iPhone|iPad|iPod/.test(navigator.userAgent) ||
  (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);

// unsupported, uninstalled (an iPhone pushes to installed apps only), denied, off or on
export async function stateOf({ devices, public_key }) {
  if (!("serviceWorker" in navigator && "PushManager" in window && "Notification" in window)) {
    const isInstalled = matchMedia("(display-mode: standalone)").matches;
    return isApple() && !isInstalled ? "uninstalled" : "unsupported";
  }
  if (Notification.permission === "denied") return "denied";
  const isKnown = devices.some((each) => each.is_here);
  const isOn = isKnown && Notification.permission === "granted" && isFor(await own(), public_key);
  return isOn ? "on" : "off";
}

// One for an older key of ours gets nothing any more.
function isFor(subscription, key) {
  const bytes = subscription?.options?.applicationServerKey;
  if (!bytes) return Boolean(subscription);
  const text = btoa(String.fromCharCode(...new Uint8Array(bytes)));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "") === key;
}

async function own() {
  const registration = await navigator.serviceWorker.getRegistration();
  return registration?.pushManager.getSubscription();
}

export async function load() {
  return (await asked("GET")).json();
}

export async function turnOn(key) {
  const answer = await Notification.requestPermission();
  if (answer !== "granted") throw new PushError(answer === "denied" ? "denied" : "dismissed");
  const subscription = await inTime(subscribed(key));
  await asked("POST", subscription);
}

// The browser's part may fail without harm: a push to it would find that it is gone.
export async function turnOff() {
  const subscription = await own();
  if (!subscription) return;
  await asked("DELETE", { endpoint: subscription.endpoint });
  await subscription.unsubscribe().catch(() => {});
}

export const remove = (id) => asked("DELETE", { id });

export const rename = (id, name) => asked("PATCH", { name }, `/${id}`);

async function subscribed(key) {
  await navigator.serviceWorker.register("/sw.js");
  const { pushManager } = await navigator.serviceWorker.ready;
  const wish = { userVisibleOnly: true, applicationServerKey: key };
  try {
    return await pushManager.subscribe(wish);
  } catch (error) {
    if (error.name !== "InvalidStateError") throw error; // it had subscribed for an older key
    await (await pushManager.getSubscription())?.unsubscribe();
    return pushManager.subscribe(wish);
  }
}

// Where its push service is out of reach, a browser may never answer.
function inTime(promise) {
  const late = new Promise((_, fail) => {
    setTimeout(() => fail(new PushError("late")), PATIENCE);
  });
  return Promise.race([promise, late]).catch((error) => {
    throw error instanceof PushError ? error : new PushError("refused");
  });
}

async function asked(method, body, of = "") {
  let answer;
  try {
    answer = await fetch(SUBSCRIPTIONS + of, {
      method,
      headers: body ? { "content-type": "application/json" } : {},
      body: body && JSON.stringify(body),
    });
  } catch {
    throw new PushError("offline");
  }
  if (answer.ok) return answer;
  const problem = await answer.json().catch(() => ({}));
  throw new PushError("offline", problem.title);
}
