// Settings: each way out of LearnConnect, how it does, and what can be done about it.
import { useEffect, useState } from "react";
import { Bell, CalendarDays, Check, CircleAlert, Link, Mail } from "lucide-react";
import { useLocation } from "react-router";
import { openDialog } from "./actions.jsx";
import { useLanguage, useT } from "./i18n.jsx";
import "./catalog.channel.js";
import "./catalog.error.js";
import "./catalog.integrations.js";

const ICONS = { mail: Mail, push: Bell, google: CalendarDays, outlook: CalendarDays, feed: Link };
const HUES = { mail: "blue", push: "violet", google: "teal", outlook: "blue", feed: "orange" };
const CHIPS = {
  on: "green", problem: "amber", off: "amber", unconfirmed: "amber", reconnect: "amber", lost: "amber",
};
const BUTTON = "btn h-11 max-sm:flex-1";
const LOOKS = {
  primary: `${BUTTON} btn-primary`,
  outline: `${BUTTON} btn-outline border-base-300`,
  quiet: `${BUTTON} btn-ghost`,
};
const MINUTE = 60_000, HOUR = 60 * MINUTE;

function told(language, at) {
  const age = Math.max(0, Date.now() - at);
  if (age >= 12 * HOUR) {
    const style = { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" };
    return new Intl.DateTimeFormat(language, style).format(at);
  }
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  if (age < MINUTE) return relative.format(0, "second");
  if (age < HOUR) return relative.format(-Math.floor(age / MINUTE), "minute");
  return relative.format(-Math.floor(age / HOUR), "hour");
}

// How long ago it was; of an older moment its day and time.
function When({ at }) {
  const language = useLanguage();
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), MINUTE / 2);
    return () => clearInterval(timer);
  }, []);
  return <time dateTime={new Date(at).toISOString()}>{told(language, at)}</time>;
}

const Line = ({ word, at }) =>
  at ? <p className="muted text-[13px]">{word}: <When at={at} /></p> : null;

function Chip({ state }) {
  const t = useT();
  const look = CHIPS[state]
    ? `hued hue-${CHIPS[state]} rounded-full px-2.5 py-1 text-[13px] font-semibold`
    : "muted text-[13px] font-semibold";
  return <span className={look}>{t(`integrations.chip.${state}`)}</span>;
}

function Way({ code, chip, text, children }) {
  const t = useT();
  const Icon = ICONS[code];
  return (
    <li className="way" data-testid={`way-${code}`} data-state={chip}>
      <span className={`hued hue-${HUES[code]} size-11 rounded-xl grid place-items-center shrink-0`}>
        <Icon size={20} strokeWidth={1.9} aria-hidden="true" />
      </span>
      <div className="way-body">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h3 className="font-semibold">{t(`integrations.name.${code}`)}</h3>
          {chip ? <Chip state={chip} /> : null}
        </div>
        <p className="muted text-sm break-words">{text}</p>
        {children}
      </div>
    </li>
  );
}

// What is wrong, and what to do about it.
function Trouble({ channel }) {
  const t = useT();
  const code = channel.reason || channel.problem;
  if (!code) return null;
  return (
    <div className="hued hue-amber flex gap-3 rounded-2xl px-4 py-3 text-sm" data-testid="trouble">
      <CircleAlert size={18} strokeWidth={1.9} className="mt-0.5 shrink-0" aria-hidden="true" />
      <div className="min-w-0">
        {t(`channel.${code}`)}
        {channel.problem && channel.failed_ms ? (
          <span className="block">{t("integrations.failed")}: <When at={channel.failed_ms} /></span>
        ) : null}
      </div>
    </div>
  );
}

const chipOf = ({ problem, state }) => (problem && state !== "removing" ? "problem" : state);

// Sending a test; what became of the latest; why another was refused.
function Trial({ channel, problem, onTrial, onSwitchOn }) {
  const t = useT();
  const { code, state, trial, trial_ms } = channel;
  const refusal = problem.field === code ? t(`error.${problem.code}`, problem.params) : "";
  return (
    <>
      <div className="way-actions">
        {state === "off" ? (
          <button type="button" className={LOOKS.primary} data-testid={`switch-on-${code}`}
            onClick={() => onSwitchOn(code)}>{t("integrations.switch_on")}</button>
        ) : (
          <button type="button" className={LOOKS.outline} data-testid={`trial-${code}`}
            onClick={() => onTrial(code)}>{t("integrations.trial_send")}</button>
        )}
      </div>
      <p role="status" className="text-[13px] font-medium" data-testid={`trial-result-${code}`} data-state={trial}>
        {refusal}
        {trial && !refusal ? <>{t(`integrations.trial.${trial}`)} <span className="muted">(<When at={trial_ms} />)</span></> : null}
      </p>
    </>
  );
}

// Until its owner has followed a link that was sent there, nothing else goes to an address.
function Confirming({ problem, links, onSendLink }) {
  const t = useT();
  const refusal = problem.field === "mail" ? t(`error.${problem.code}`, problem.params) : "";
  return (
    <>
      <div className="way-actions">
        <button type="button" className={LOOKS.outline} data-testid="send-link" onClick={() => onSendLink()}>
          {t("integrations.link_again")}
        </button>
      </div>
      <p role="status" className="text-[13px] font-medium" data-testid="link-result">
        {refusal || (links ? t("integrations.link_sent") : "")}
      </p>
    </>
  );
}

function MailWay({ channel, links, onSendLink, ...trial }) {
  const t = useT();
  const text = t(`integrations.mail.${channel.state}`, { account: channel.account });
  return (
    <Way code="mail" chip={chipOf(channel)} text={text}>
      <Trouble channel={channel} />
      <Line word={t("integrations.worked")} at={channel.succeeded_ms} />
      {channel.state === "unset" ? null : channel.state === "unconfirmed" ? (
        <Confirming problem={trial.problem} links={links} onSendLink={onSendLink} />
      ) : (
        <Trial channel={channel} {...trial} />
      )}
    </Way>
  );
}

function PushWay({ channel, ...trial }) {
  const t = useT();
  return (
    <Way code="push" chip={chipOf(channel)} text={t(`integrations.push.${channel.state}`, { n: channel.devices })}>
      <Trouble channel={channel} />
      <Line word={t("integrations.worked")} at={channel.succeeded_ms} />
      {channel.state === "none" ? (
        <div className="way-actions">
          <a href="#device" className={LOOKS.outline}>{t("integrations.push_where")}</a>
        </div>
      ) : (
        <Trial channel={channel} {...trial} />
      )}
    </Way>
  );
}

function CalendarWay({ channel, problem }) {
  const t = useT();
  const { code, state, account } = channel;
  const connect = { none: "integrations.connect", reconnect: "integrations.connect_again" }[state];
  return (
    <Way code={code} chip={chipOf(channel)} text={t(`integrations.calendar.${state}`, { account })}>
      <Trouble channel={channel} />
      {state === "removing" ? null : <Line word={t("integrations.synced")} at={channel.succeeded_ms} />}
      {connect || state === "on" ? (
        <div className="way-actions">
          {connect ? (
            <a href={`/integrations/${code}/connect`} className={LOOKS.primary} data-testid={`connect-${code}`}>
              {t(connect)}
            </a>
          ) : null}
          {state !== "none" ? (
            <button type="button" className={connect ? LOOKS.quiet : LOOKS.outline} data-testid={`disconnect-${code}-open`}
              onClick={() => openDialog(`disconnect-${code}`)}>{t("integrations.disconnect")}</button>
          ) : null}
        </div>
      ) : null}
      {problem.field === code ? (
        <p role="alert" className="text-error text-[13px] font-medium">{t(`error.${problem.code}`, problem.params)}</p>
      ) : null}
    </Way>
  );
}

function Address({ feed }) {
  const t = useT();
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), 3000);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async () => {
    const field = document.getElementById("feed-address");
    field.focus();
    field.select(); // where the clipboard may not be written, the keyboard can copy it
    await navigator.clipboard?.writeText(feed.address).then(() => setCopied(true), () => {});
  };
  return (
    <div>
      <label htmlFor="feed-address" className="block text-sm font-semibold mb-1.5">{t("integrations.feed_label")}</label>
      <div className="flex flex-wrap sm:flex-nowrap gap-2">
        <input id="feed-address" className="field text-sm" readOnly value={feed.address} data-testid="feed-address"
          onFocus={(event) => event.target.select()} />
        <button type="button" onClick={copy} data-testid="feed-copy"
          className="btn border-transparent hued hue-violet h-12 max-sm:w-full">
          {isCopied ? <Check size={18} aria-hidden="true" /> : null}
          <span role="status">{t(isCopied ? "integrations.feed_copied" : "integrations.feed_copy")}</span>
        </button>
      </div>
    </div>
  );
}

function FeedWay({ feed, onOpenFeed }) {
  const t = useT();
  const has = Boolean(feed.address);
  const state = feed.is_lost ? "lost" : has ? "on" : "none";
  const chip = feed.is_lost ? "lost" : feed.fetched_ms ? "on" : "";
  return (
    <Way code="feed" chip={chip} text={t(`integrations.feed.${state}`)}>
      {has ? <Address feed={feed} /> : null}
      <Line word={t("integrations.feed_fetched")} at={feed.fetched_ms} />
      {has && !feed.fetched_ms ? <p className="muted text-[13px]">{t("integrations.feed_never")}</p> : null}
      <div className="way-actions">
        {has ? (
          <>
            <button type="button" className={LOOKS.outline} data-testid="feed-new"
              onClick={() => openDialog("feed_new")}>{t("integrations.feed_new")}</button>
            <button type="button" className={LOOKS.quiet} data-testid="feed-end"
              onClick={() => openDialog("feed_end")}>{t("integrations.feed_end")}</button>
          </>
        ) : (
          <button type="button" className={LOOKS.primary} data-testid="feed-make" onClick={() => onOpenFeed()}>
            {t(feed.is_lost ? "integrations.feed_make_new" : "integrations.feed_make")}
          </button>
        )}
      </div>
      <p className="muted text-[13px]">
        <a href="/calendar/download.ics" download="learnconnect.ics" className="underline font-semibold" data-testid="feed-download">
          {t("integrations.download")}
        </a>
        {" · "}
        {t("integrations.download_hint")}
      </p>
    </Way>
  );
}

const CALENDARS = ["google", "outlook"];
const ARRIVALS = ["connected", "denied", "consent", "expired", "failed", "off", "removing", "other"];

// Back from a provider: `?integration=google&result=connected`.
function Arrived({ view }) {
  const t = useT();
  const found = new URLSearchParams(useLocation().search);
  const [calendar, result] = [found.get("integration"), found.get("result")];
  if (!CALENDARS.includes(calendar) || !ARRIVALS.includes(result)) return null;
  return (
    <p role="status" data-testid="arrived" data-result={result}
      className={`hued hue-${result === "connected" ? "green" : "amber"} rounded-2xl px-4 py-3 text-sm mt-4`}>
      {t(`integrations.arrived.${result}`, {
        calendar: t(`integrations.name.${calendar}`), account: view[calendar].account,
      })}
    </p>
  );
}

export function Connections({ view, problem, links, onTrial, onSwitchOn, onSendLink, onOpenFeed }) {
  const trial = { problem, onTrial, onSwitchOn };
  return (
    <>
      <Arrived view={view} />
      <ul className="ways">
        <MailWay channel={view.mail} links={links} onSendLink={onSendLink} {...trial} />
        <PushWay channel={view.push} {...trial} />
        <CalendarWay channel={view.google} problem={problem} />
        <CalendarWay channel={view.outlook} problem={problem} />
        <FeedWay feed={view.feed} onOpenFeed={onOpenFeed} />
      </ul>
    </>
  );
}
