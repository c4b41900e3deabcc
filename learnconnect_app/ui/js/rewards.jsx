// A code that can be copied: with a press, or from the keyboard where the clipboard may not be written.
import "./catalog.rewards.js";
import { useState } from "react";
import { useT } from "./i18n.jsx";

export function RedeemedCode({ code }) {
  const t = useT();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard?.writeText(code).then(() => setCopied(true), () => {});
  };
  return (
    <span className="flex flex-wrap items-center gap-2">
      <code data-testid="code" className="select-all break-all text-base font-bold tracking-wide">{code}</code>
      <button type="button" data-testid="copy-code" className="btn btn-sm h-10 hued hue-violet border-transparent"
        onClick={copy}>
        <span aria-live="polite">{t(isCopied ? "rewards.copied" : "rewards.copy")}</span>
      </button>
    </span>
  );
}
