// How long ago something was, in the learner's words; from half a day on, its time of day.
import { useEffect, useState } from "react";
import { useLanguage } from "./i18n.jsx";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const HALF_A_DAY = 12 * HOUR;

function words(language, at, now) {
  const age = Math.max(0, now - at);
  if (age >= HALF_A_DAY) {
    return new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit" }).format(at);
  }
  const format = new Intl.RelativeTimeFormat(language, { numeric: "auto", style: "short" });
  if (age < MINUTE) return format.format(0, "second");
  if (age < HOUR) return format.format(-Math.floor(age / MINUTE), "minute");
  return format.format(-Math.floor(age / HOUR), "hour");
}

export function Ago({ at, className }) {
  const language = useLanguage();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE / 2);
    return () => clearInterval(timer);
  }, []);
  return (
    <time dateTime={new Date(at).toISOString()} className={className}>
      {words(language, at, now)}
    </time>
  );
}
