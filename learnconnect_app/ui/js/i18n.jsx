// The catalogs in the browser: t(key, values) in the language of the cookie, switched at once.
import { useSyncExternalStore } from "react";

const catalogs = { en: {}, tr: {} };

// Each catalog module adds its words when a page that uses them is loaded.
export function register(texts) {
  for (const language in catalogs) Object.assign(catalogs[language], texts[language]);
}

const listeners = new Set();
const DEFAULT = "en";

function fromCookie() {
  const found = document.cookie.match(/(?:^|; )language=(en|tr)/);
  if (found) return found[1];
  return (navigator.language || "").toLowerCase().startsWith("tr") ? "tr" : DEFAULT;
}

let current = DEFAULT;
if (typeof document !== "undefined") {
  current = fromCookie();
  document.documentElement.lang = current;
}

export function setLanguage(language) {
  if (!(language in catalogs)) return;
  document.cookie = `language=${language}; path=/; max-age=31536000; samesite=lax`;
  document.documentElement.lang = language;
  current = language;
  listeners.forEach((tell) => tell());
}

const subscribe = (tell) => {
  listeners.add(tell);
  return () => listeners.delete(tell);
};

export const useLanguage = () =>
  useSyncExternalStore(
    subscribe,
    () => current,
    () => DEFAULT,
  );

const rules = {};
const plural = (language, n) =>
  (rules[language] ??= new Intl.PluralRules(language)).select(Number(n));

export function translate(language, key, values) {
  let text = catalogs[language][key];
  if (text === undefined) return key && key.endsWith(".") ? "" : key;
  if (Array.isArray(text)) text = text[plural(language, values?.n ?? 0) === "one" ? 0 : 1];
  if (!values) return text;
  return text.replace(/\{(\w+)\}/g, (whole, name) => {
    const value = values[name];
    if (value === undefined || value === null) return whole;
    return typeof value === "number" ? formatNumber(language, value) : value;
  });
}

const formats = {};
const cached = (name, make) => (formats[name] ??= make());

function formatNumber(language, value) {
  return cached(`n${language}`, () => new Intl.NumberFormat(language)).format(value);
}

// Called by the server's components as hooks: each returns a function of the current language.
export function useT() {
  const language = useLanguage();
  return (key, values) => translate(language, key, values);
}

const DATES = {
  long: { weekday: "long", day: "numeric", month: "long" },
  medium: { day: "numeric", month: "short" },
  weekday: { weekday: "short" },
  narrow: { weekday: "narrow" },
  month: { month: "short" },
  month_year: { month: "long", year: "numeric" },
  time: { hour: "2-digit", minute: "2-digit" },
};

export function useFormat() {
  const language = useLanguage();
  return {
    number: (value) => formatNumber(language, value),
    percent: (value) =>
      cached(
        `p${language}`,
        () => new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 }),
      ).format(Number(value) / 100),
    // a study day is a date without a zone: read and shown as UTC, so that no zone moves it
    date: (day, style) =>
      day
        ? cached(
            `d${style}${language}`,
            () => new Intl.DateTimeFormat(language, { ...DATES[style], timeZone: "UTC" }),
          ).format(new Date(`${day}T00:00:00Z`))
        : "",
  };
}
