// What a page shows is only noted as seen while the page is in sight.
import { useEffect } from "react";

// `what`: what nobody has looked at yet; empty when there is nothing to note.
export function Seen({ what, onSeen }) {
  useEffect(() => {
    if (!what) return undefined;
    const note = () => {
      if (document.visibilityState === "visible") onSeen();
    };
    note();
    document.addEventListener("visibilitychange", note);
    return () => document.removeEventListener("visibilitychange", note);
  }, [what]);
  return null;
}
