// Pieces of the settings that must know the browser: where on the page one is, switches that
// answer at once, hours to choose from.
import { Suspense, lazy, useEffect, useRef, useState } from "react";
import { useLocation } from "react-router";
import { Check } from "lucide-react";
import { useLanguage, useT } from "./i18n.jsx";
import "./catalog.settings.js";

// Links to the sections of the page. A page that is opened at one goes there once it is filled.
export function SectionList({ label, sections, className }) {
  const { hash, key } = useLocation();
  const [current, setCurrent] = useState(sections[0][0]);
  useEffect(() => {
    document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [hash, key]);
  useEffect(() => {
    const seen = new Set();
    const note = (entries) => {
      entries.forEach(({ target, isIntersecting }) =>
        isIntersecting ? seen.add(target.id) : seen.delete(target.id));
      const first = sections.find(([id]) => seen.has(id));
      if (first) setCurrent(first[0]);
    };
    const observer = new IntersectionObserver(note, { rootMargin: "-15% 0px -55% 0px" });
    sections.forEach(([id]) => observer.observe(document.getElementById(id)));
    return () => observer.disconnect();
  }, []);
  return (
    <nav aria-label={label} className={className}>
      {sections.map(([id, text]) => (
        <a key={id} href={`#${id}`} aria-current={id === current ? "location" : undefined}>{text}</a>
      ))}
    </nav>
  );
}

const CHANNELS = ["app", "mail", "push"];

function Toggle({ rule, channel, isChosen, onSwitch }) {
  const t = useT();
  const [isOn, setOn] = useState(isChosen);
  useEffect(() => setOn(isChosen), [isChosen]);
  const change = ({ target }) => {
    setOn(target.checked);
    onSwitch(rule, channel, target.checked);
  };
  const word = t(`settings.channel.${channel}`);
  return (
    <label className="rule-switch" data-testid={`rule-${rule}-${channel}`}>
      <input type="checkbox" role="switch" className="sr-only" checked={isOn} onChange={change}
        aria-label={`${word}: ${t(`settings.rule.${rule}`)}`} />
      {isOn ? <Check size={15} strokeWidth={2.4} aria-hidden="true" /> : null}
      {word}
    </label>
  );
}

function Rule({ rule, onSwitch }) {
  const t = useT();
  return (
    <li className="rule">
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{t(`settings.rule.${rule.key}`)}</p>
        <p className="muted text-[13px]">{t(`settings.rule_text.${rule.key}`)}</p>
      </div>
      {rule.is_fixed ? (
        <p className="muted text-[13px] font-semibold">{t("settings.rule_always")}</p>
      ) : (
        <div className="rule-channels">
          {CHANNELS.map((channel) =>
            rule.possible.includes(channel) ? (
              <Toggle key={channel} rule={rule.key} channel={channel} onSwitch={onSwitch}
                isChosen={rule.chosen.includes(channel)} />
            ) : (
              <span key={channel} />
            ),
          )}
        </div>
      )}
    </li>
  );
}

// Kinds of reminders in groups that open; each says how many of it are on.
export function RuleGroups({ groups, onSwitch }) {
  const t = useT();
  return (
    <div className="rule-groups">
      {groups.map(({ key, rules }) => (
        <details key={key} className="sheet-part" data-testid={`rules-${key}`}>
          <summary>
            <span>{t(`settings.group.${key}`)}</span>
            <span className="muted text-[13px] font-normal ml-auto mr-3">
              {t("settings.rules_on", { n: rules.filter((rule) => rule.chosen.length).length, total: rules.length })}
            </span>
          </summary>
          <ul>{rules.map((rule) => <Rule key={rule.key} rule={rule} onSwitch={onSwitch} />)}</ul>
        </details>
      ))}
    </div>
  );
}

const PARTS_OF_DAY = { morning: 6, midday: 12, evening: 18, early: 0 };

// The hours of a day in four rows, to be chosen from; fields of the form around them.
export function HoursOfDay({ words, chosen }) {
  return (
    <div className="hours-of-day">
      {Object.entries(PARTS_OF_DAY).map(([part, first]) => (
        <div key={part} role="group" aria-label={words[part]} className="grid gap-1">
          <span className="muted text-[13px]" aria-hidden="true">{words[part]}</span>
          <div className="grid grid-cols-6 gap-1">
            {[0, 1, 2, 3, 4, 5].map((by) => (
              <label key={`${by}-${chosen.includes(first + by)}`} className="pill pill-low">
                <input type="checkbox" name={`hour_${first + by}`} className="sr-only"
                  defaultChecked={chosen.includes(first + by)} />
                {`${first + by}:00`.padStart(5, "0")}
              </label>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}

// What lies further down is fetched when it comes near, so that the page opens light.
function Near({ waiting, children }) {
  const place = useRef(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    const note = (entries) => entries.some((entry) => entry.isIntersecting) && setNear(true);
    const observer = new IntersectionObserver(note, { rootMargin: "300px 0px" });
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  const empty = <div className={`skeleton ${waiting}`} aria-hidden="true" />;
  return <div ref={place}>{isNear ? <Suspense fallback={empty}>{children}</Suspense> : empty}</div>;
}

const LateConnections = lazy(() => import("./connections.jsx").then((part) => ({ default: part.Connections })));
const LateAccount = lazy(() => import("./account.jsx").then((part) => ({ default: part.AccountCare })));
const LateDaysOff = lazy(() => import("./away.jsx").then((part) => ({ default: part.DaysOff })));
const LatePrivacy = lazy(() => import("./away.jsx").then((part) => ({ default: part.Privacy })));
const LateDevices = lazy(() => import("./push.jsx").then((part) => ({ default: part.PushDevices })));

export const Connections = (props) => (
  <Near waiting="h-[34rem] mt-4"><LateConnections {...props} /></Near>
);

export const AccountCare = (props) => (
  <Near waiting="h-96 mt-4"><LateAccount {...props} /></Near>
);

export const DaysOff = (props) => (
  <Near waiting="h-72"><LateDaysOff {...props} /></Near>
);

export const Privacy = () => (
  <Near waiting="h-56"><LatePrivacy /></Near>
);

export const PushDevices = (props) => (
  <Near waiting="h-24"><LateDevices {...props} /></Near>
);
