// The theme and the language of this browser, kept in cookies so that the first paint has both.
import "./catalog.shell.js";
import { useEffect, useSyncExternalStore } from "react";
import { useLocation } from "react-router";
import { setLanguage, useLanguage, useT } from "./i18n.jsx";

const listeners = new Set();
const dark = () => matchMedia("(prefers-color-scheme: dark)").matches;

function chosen() {
  const found = document.cookie.match(/(?:^|; )theme=(light|dark)/);
  return found ? found[1] : dark() ? "dark" : "light";
}

export function applyTheme(theme) {
  document.documentElement.dataset.theme = `learnconnect-${theme}`;
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

// The language that the account is kept in, followed when it changes on another tab or device.
let followed = null;
export function AccountLanguage({ locale }) {
  const language = useLanguage();
  useEffect(() => {
    if (locale === followed) return;
    followed = locale;
    if (locale !== language) setLanguage(locale);
  }, [locale]);
  return null;
}

// A page's title, in the learner's language, on top of what the server sent.
export function PageTitle({ text }) {
  useEffect(() => {
    document.title = text ? `${text} · LearnConnect` : "LearnConnect";
  }, [text]);
  return null;
}

// What a page shows of `subject`, once that is what the address names: until it was read, a page that is
// opened for another one still holds what it showed last, and its buttons would act on that.
export function Here({ subject, waiting, children }) {
  const { pathname } = useLocation();
  return pathname.replace(/\/$/, "").endsWith(subject) ? children : waiting;
}

export async function signOut() {
  try {
    await fetch("/api/v1/auth/logout", { method: "POST" });
  } finally {
    location.assign("/");
  }
}

export function SignOutButton({ className, children }) {
  return (
    <button type="button" data-testid="sign-out" className={className} onClick={signOut}>
      {children}
    </button>
  );
}

// What shows pushes, asked for last: the page and its data come first.
export function ServiceWorker() {
  useEffect(() => {
    const keep = () => navigator.serviceWorker?.register("/sw.js").catch(() => {});
    const late = setTimeout(() => (window.requestIdleCallback ?? setTimeout)(keep), 3000);
    return () => clearTimeout(late);
  }, []);
  return null;
}
