// Form controls that must know the browser: its time zone, its language, its theme.
import { useEffect, useState } from "react";
import { setLanguage, useLanguage } from "./i18n.jsx";
import { chooseTheme, useThemeChoice } from "./theme.jsx";

const clock = (language, zone, style) => {
  try {
    const parts = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: style })
      .formatToParts(new Date());
    return parts.find((part) => part.type === "timeZoneName")?.value ?? "";
  } catch {
    return "";
  }
};

// "GMT+03:30" in minutes, to sort by
function offset(zone) {
  const found = clock("en", zone, "longOffset").match(/([+-])(\d+):?(\d*)/);
  return found ? (found[1] === "-" ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3] || 0)) : 0;
}

export function ZoneSelect({ name, value, cities, here, common, className, ...rest }) {
  const language = useLanguage();
  const [own, setOwn] = useState("");
  useEffect(() => setOwn(Intl.DateTimeFormat().resolvedOptions().timeZone ?? ""), []);
  const city = (zone) => cities[zone] ?? zone.split("/").pop().replaceAll("_", " ");
  const option = (zone) => (
    <option key={zone} value={zone}>{`${city(zone)} (${clock(language, zone, "shortOffset")})`}</option>
  );
  const others = [...new Set([...Object.keys(cities), value])].filter((zone) => zone && zone !== own);
  others.sort((a, b) => offset(a) - offset(b) || city(a).localeCompare(city(b), language));
  return (
    <div className="relative">
      <select key={`${value}-${own}`} name={name} defaultValue={value}
        className={`appearance-none pr-11 ${className}`} {...rest}>
        {own ? <optgroup label={here}>{option(own)}</optgroup> : null}
        <optgroup label={common}>{others.map(option)}</optgroup>
      </select>
      <svg viewBox="0 0 24 24" width="18" height="18" fill="none" stroke="currentColor"
        strokeWidth="1.9" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true"
        className="muted absolute right-4 top-1/2 -translate-y-1/2 pointer-events-none">
        <path d="m6 9 6 6 6-6" />
      </svg>
    </div>
  );
}

function Segments({ name, label, options, chosen, onChoose, testid }) {
  return (
    <div role="radiogroup" aria-label={label} className="segmented" data-testid={testid}>
      {options.map(([key, text, language]) => (
        <label key={key} lang={language}>
          <input type="radio" name={name} value={key} checked={chosen === key} className="sr-only"
            onChange={() => onChoose(key)} />
          <span>{text}</span>
        </label>
      ))}
    </div>
  );
}

const LANGUAGES = [["tr", "Türkçe", "tr"], ["en", "English", "en"]];

export function LanguageChoice({ label, onChosen }) {
  const language = useLanguage();
  const choose = (wanted) => {
    setLanguage(wanted);
    onChosen?.(wanted);
  };
  return (
    <Segments name="language" label={label} options={LANGUAGES} chosen={language} onChoose={choose}
      testid="language-choice" />
  );
}

export function ThemeChoice({ label, words }) {
  const theme = useThemeChoice();
  const options = ["light", "dark", "system"].map((key) => [key, words[key]]);
  return (
    <Segments name="theme" label={label} options={options} chosen={theme} onChoose={chooseTheme}
      testid="theme-choice" />
  );
}
