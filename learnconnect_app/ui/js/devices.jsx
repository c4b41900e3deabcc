// A browser in a list of Settings: what it is called, whether it is this one, when it was used.
import { useLanguage } from "./i18n.jsx";

// A moment as "21 November 10:00", in the learner's language.
export function useMoment() {
  const language = useLanguage();
  const form = { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" };
  return (at) => new Intl.DateTimeFormat(language, form).format(at);
}

// `here`: the words for this very browser, if it is; `more`: beside what is told of it.
export function DeviceRow({ testid, name, here, told, more, children }) {
  return (
    <li data-testid={testid} className="flex items-center gap-3 min-h-14">
      <div className="flex-1 min-w-0">
        <div className="flex items-center gap-2">
          <span className="font-medium truncate">{name}</span>
          {here ? (
            <span className="hued hue-violet rounded-full px-2.5 py-0.5 text-[13px] font-semibold shrink-0">
              {here}
            </span>
          ) : null}
        </div>
        <div className="muted text-[13px] flex flex-wrap items-center gap-x-2">{told}{more}</div>
      </div>
      {children}
    </li>
  );
}
