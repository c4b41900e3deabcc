// The catalogs in the browser: t(key, values) in the learner's language, switched at once.
import { useSyncExternalStore } from "react";

const catalogs = { en: {}, tr: {} };

// Each catalog module adds its words when a page that uses them is loaded: what follows its name in
// their keys, and the words in the same order in each language.
export function register(name, keys, texts) {
  for (const language in catalogs)
    keys.forEach((key, i) => (catalogs[language][`${name}.${key}`] = texts[language][i]));
}

// Words that few visits need are fetched when one of them is asked for first, and shown when they
// are there; a sentence of the frame stands in where they cannot be had.
const LATER = { error: () => import("./catalog.error.js") };
const ASKED_AGAIN_AFTER = 10_000;
const asked = {};
let answers = 0;

function wordsOf(name) {
  if (asked[name]) return asked[name];
  const request = (asked[name] = { isAnswered: false });
  const again = () => setTimeout(() => delete asked[name], ASKED_AGAIN_AFTER);
  LATER[name]()
    .catch(again)
    .then(() => {
      request.isAnswered = true;
      answers += 1;
      listeners.forEach((tell) => tell());
    });
  return request;
}

const listeners = new Set();

// What the document was rendered in, which the first render here says again (`prerender.js`). The
// server has chosen it for this browser; one that was kept may be older than the cookie.
let rendered = globalThis.PAGE_LANGUAGE ?? "en";
let current = rendered;
if (typeof document !== "undefined") {
  const root = document.documentElement;
  if (root.lang === "tr") rendered = "tr";
  root.lang = current = document.cookie.match(/(?:^|; )language=(en|tr)/)?.[1] ?? rendered;
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
    () => rendered,
  );

const rules = {};
const plural = (language, n) =>
  (rules[language] ??= new Intl.PluralRules(language)).select(Number(n));

export function translate(language, key, values) {
  let text = catalogs[language][key];
  if (text === undefined) return unknown(language, key);
  if (Array.isArray(text)) text = text[plural(language, values?.n ?? 0) === "one" ? 0 : 1];
  if (!values) return text;
  return text.replace(/\{(\w+)\}/g, (whole, name) => {
    const value = values[name];
    if (value === undefined || value === null) return whole;
    return typeof value === "number" ? formatNumber(language, value) : value;
  });
}

// A code that is empty has no words; what is fetched has none yet.
function unknown(language, key) {
  if (!key || key.endsWith(".")) return "";
  const [name] = key.split(".");
  if (!(name in LATER)) return key;
  const standIn = wordsOf(name).isAnswered ? "boundary.untold" : "";
  return catalogs[language][standIn] ?? "";
}

const formats = {};
const cached = (name, make) => (formats[name] ??= make());

function formatNumber(language, value) {
  return cached(`n${language}`, () => new Intl.NumberFormat(language)).format(value);
}

// Called by the server's components as hooks: each returns a function of the current language.
export function useT() {
  const language = useLanguage();
  useSyncExternalStore(
    subscribe,
    () => answers,
    () => 0,
  );
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
