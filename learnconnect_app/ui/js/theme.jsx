// The theme and the language of this browser, kept in cookies so that the first paint has both.
import "./catalog.shell.js";
import { useEffect, useLayoutEffect, useState, useSyncExternalStore } from "react";
import { useLocation } from "react-router";
import { setLanguage, useLanguage, useT } from "./i18n.jsx";

const listeners = new Set();
const dark = () => matchMedia("(prefers-color-scheme: dark)").matches;

function chosen() {
  const found = document.cookie.match(/(?:^|; )theme=(light|dark)/);
  return found ? found[1] : dark() ? "dark" : "light";
}

// The bar around an installed app has the colour of the page's ground.
export function applyTheme(theme) {
  const root = document.documentElement;
  root.dataset.theme = `learnconnect-${theme}`;
  const bar = document.querySelector("meta[name=theme-color]");
  const ground = getComputedStyle(root).getPropertyValue("--color-base-200").trim();
  if (bar && ground) bar.content = ground;
}

let current = "light";
if (typeof document !== "undefined") {
  current = chosen();
  applyTheme(current);
}

function toggle() {
  current = current === "dark" ? "light" : "dark";
  document.cookie = `theme=${current}; path=/; max-age=31536000; samesite=lax`;
  applyTheme(current);
  listeners.forEach((tell) => tell());
}

const subscribe = (tell) => (listeners.add(tell), () => listeners.delete(tell));
const useTheme = () =>
  useSyncExternalStore(
    subscribe,
    () => current,
    () => "light",
  );

// light, dark or system: without the cookie the device decides, also when it changes its mind
const choice = () => document.cookie.match(/(?:^|; )theme=(light|dark)/)?.[1] ?? "system";

export const useThemeChoice = () => useSyncExternalStore(subscribe, choice, () => "system");

export function chooseTheme(wanted) {
  const age = wanted === "system" ? 0 : 31536000;
  document.cookie = `theme=${wanted}; path=/; max-age=${age}; samesite=lax`;
  current = chosen();
  applyTheme(current);
  listeners.forEach((tell) => tell());
}

if (typeof document !== "undefined") {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    if (choice() === "system") chooseTheme("system");
  });
}

export function ThemeButton({ className, light, dark: darkIcon }) {
  const theme = useTheme();
  const t = useT();
  return (
    <button type="button" data-testid="theme" className={className} onClick={toggle}
      aria-label={t(theme === "dark" ? "shell.to_light" : "shell.to_dark")}>
      {theme === "dark" ? light : darkIcon}
    </button>
  );
}

// The other language is offered by its own name. A signed-in learner's choice is also kept.
export function LanguageButton({ className, onChosen }) {
  const language = useLanguage();
  const other = language === "tr" ? "en" : "tr";
  const choose = () => {
    setLanguage(other);
    onChosen?.(other);
  };
  return (
    <button type="button" data-testid="language" data-language={language} className={className}
      lang={other} onClick={choose}
      aria-label={other === "tr" ? "Türkçe'ye geç" : "Switch to English"}>
      {other.toLocaleUpperCase(other)}
    </button>
  );
}

// The language that the account is kept in and the accent it wears, followed when they change on another
// tab or device. The accent is kept for the next first paint.
let followed = null;
export function AccountChoices({ locale, accent }) {
  const language = useLanguage();
  useEffect(() => {
    document.documentElement.dataset.accent = accent;
    document.cookie = `accent=${accent}; path=/; max-age=${accent ? 31536000 : 0}; samesite=lax`;
  }, [accent]);
  useEffect(() => {
    if (locale === followed) return;
    followed = locale;
    if (locale !== language) setLanguage(locale);
  }, [locale]);
  return null;
}

// Who moves by keys is helped from the first focus on (`focus.js`); nobody else has to fetch that.
if (typeof document !== "undefined") {
  addEventListener("focusin", () => import("./focus.js").catch(() => {}), { once: true });
}

// A page's title, in the learner's language, on top of what the server sent; `prerender.js` asks for it.
export function PageTitle({ text }) {
  const title = text ? `${text} · LearnConnect` : "LearnConnect";
  globalThis.tellTitle?.(title);
  useLayoutEffect(() => {
    document.title = title;
  }, [title]);
  return null;
}

// What a page shows of `subject`, once that is what the address names: until it was read, a page that is
// opened for another one still holds what it showed last, and its buttons would act on that.
export function Here({ subject, waiting, children }) {
  const { pathname } = useLocation();
  return pathname.replace(/\/$/, "").endsWith(subject) ? children : waiting;
}

// Where the module that signs out cannot be had: the server ends the sign-in and the service worker
// forgets the plan; or the offline page, which has that module, is opened.
async function leaveDirectly() {
  const answer = await fetch("/api/v1/auth/logout", { method: "POST" }).catch(() => null);
  const isOut = answer?.ok || answer?.status === 401;
  if (isOut) navigator.serviceWorker?.controller?.postMessage("forget");
  location.assign(isOut ? "/" : "/offline");
}

// What this device keeps of the learner goes first; what waits to be sent is asked about.
export function SignOutButton({ className, children }) {
  const [asking, setAsking] = useState(null);
  const signOut = async () => {
    const kept = await import("./offline_leave.jsx").catch(() => null);
    if (!kept) return leaveDirectly();
    const count = await kept.unsent().catch(() => 0);
    if (count) return setAsking({ Leaving: kept.Leaving, count });
    await kept.leave({ keepsActs: true });
    location.assign("/");
  };
  return (
    <>
      <button type="button" data-testid="sign-out" className={className} onClick={signOut}>
        {children}
      </button>
      {asking ? (
        <asking.Leaving count={asking.count} onLeft={() => location.assign("/")}
          onStay={() => setAsking(null)} />
      ) : null}
    </>
  );
}

// What works without a network and shows pushes, asked for last: the page and its data come first.
export function ServiceWorker() {
  const [Keeper, setKeeper] = useState(null);
  useEffect(() => {
    const keep = () => {
      navigator.serviceWorker?.register("/sw.js").catch(() => {});
      import("./offline_keeper.jsx").then((kept) => setKeeper(() => kept.Keeper), () => {});
    };
    const late = setTimeout(() => (window.requestIdleCallback ?? setTimeout)(keep), 3000);
    return () => clearTimeout(late);
  }, []);
  return Keeper ? <Keeper /> : null;
}
