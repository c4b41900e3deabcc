// What stands around every page: a stand-in when it breaks, a mark while the connection is lost.
import { Component, useEffect, useState } from "react";

// Words come in `fallback`; what broke stays in the browser's console, where React wrote it.
export class PageBoundary extends Component {
  state = { broken: false };
  static getDerivedStateFromError() {
    return { broken: true };
  }
  render() {
    return this.state.broken ? this.props.fallback : (this.props.children ?? null);
  }
}

export function ReloadButton({ className, children }) {
  return (
    <button type="button" className={className} onClick={() => location.reload()}>
      {children}
    </button>
  );
}

const WATCH_AFTER = 2500;
const TOLD_FOR = 12_000;

// What `pulse.js` finds out, fetched when the page has come to rest: whether the socket is silent, and
// whether something that was sent into a dead one was lost (until it is read, or a while).
function usePulse() {
  const [isSilent, setSilent] = useState(false);
  const [lost, setLost] = useState(0);
  useEffect(() => {
    const wake = setTimeout(() => import("./pulse.js").catch(() => {}), WATCH_AFTER);
    const felt = ({ detail }) => {
      setSilent(detail.isDoubtful);
      if (detail.lost) setLost(Date.now());
    };
    addEventListener("pulse", felt);
    return () => {
      clearTimeout(wake);
      removeEventListener("pulse", felt);
    };
  }, []);
  useEffect(() => {
    if (!lost) return;
    const read = setTimeout(() => setLost(0), TOLD_FOR);
    return () => clearTimeout(read);
  }, [lost]);
  return [isSilent, lost];
}

// A short gap mends itself and nobody needs to hear of it. The offline page has its own mark.
export function Connection({ isLost, patience, lostPress, children }) {
  const [offline, setOffline] = useState(false);
  const [shown, setShown] = useState(false);
  const [isSilent, lostAt] = usePulse();
  const isAway = isLost || offline;
  useEffect(() => {
    const look = () => setOffline(!navigator.onLine);
    look();
    addEventListener("online", look);
    addEventListener("offline", look);
    return () => {
      removeEventListener("online", look);
      removeEventListener("offline", look);
    };
  }, []);
  useEffect(() => {
    if (!isAway) return setShown(false);
    const waited = setTimeout(() => setShown(true), patience);
    return () => clearTimeout(waited);
  }, [isAway, patience]);
  const isOwn = typeof location !== "undefined" && location.pathname.startsWith("/offline");
  const mark = shown || isSilent ? children : lostAt && !isAway ? lostPress : null;
  return (
    <div role="status" aria-live="polite"
      className="fixed z-50 inset-x-0 bottom-24 lg:bottom-6 px-4 flex justify-center pointer-events-none no-print">
      {isOwn ? null : mark}
    </div>
  );
}
