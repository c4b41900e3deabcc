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

// A short gap mends itself and nobody needs to hear of it.
export function Connection({ isLost, patience, children }) {
  const [offline, setOffline] = useState(false);
  const [shown, setShown] = useState(false);
  const lost = isLost || offline;
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
    if (!lost) return setShown(false);
    const waited = setTimeout(() => setShown(true), patience);
    return () => clearTimeout(waited);
  }, [lost, patience]);
  return (
    <div role="status" aria-live="polite"
      className="fixed z-50 inset-x-0 bottom-24 lg:bottom-6 flex justify-center pointer-events-none no-print">
      {shown ? children : null}
    </div>
  );
}
