// A clock that counts on between two readings of the server: minutes and seconds.
import { useEffect, useRef, useState } from "react";

const two = (n) => String(n).padStart(2, "0");

export function Elapsed({ seconds, isRunning }) {
  const read = useRef([seconds, Date.now()]);
  if (read.current[0] !== seconds) read.current = [seconds, Date.now()];
  const [, tick] = useState(0);
  useEffect(() => {
    if (!isRunning) return;
    const ticking = setInterval(() => tick((n) => n + 1), 1000);
    return () => clearInterval(ticking);
  }, [isRunning]);
  const all = seconds + (isRunning ? Math.floor((Date.now() - read.current[1]) / 1000) : 0);
  return <span role="timer">{`${Math.floor(all / 60)}:${two(all % 60)}`}</span>;
}
