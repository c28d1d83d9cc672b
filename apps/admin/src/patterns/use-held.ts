import { useEffect, useRef, useState } from 'react';
import { showHeld } from './undo-toast';

/** For so long an act can be taken back, because it is not sent before. */
export const HOLD_MS = 10_000;

interface Holding {
  readonly timer: ReturnType<typeof setTimeout>;
  readonly hide: () => void;
}

/**
 * Acts that nobody could take back once they are sent: each is held for ten seconds, with a button that drops it. Whoever leaves
 * the page sends what is held at once. A browser that dies meanwhile has sent nothing.
 * @param send `leaving`: the document goes away, so that nobody waits for the answer
 */
export function useHeld<Act>(send: (act: Act, leaving: boolean) => void) {
  const [held, setHeld] = useState<readonly Act[]>([]);
  const holding = useRef(new Map<Act, Holding>());
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  const drop = (act: Act): boolean => {
    const one = holding.current.get(act);
    if (!one) return false;
    clearTimeout(one.timer);
    one.hide();
    holding.current.delete(act);
    setHeld([...holding.current.keys()]);
    return true;
  };
  const hold = (act: Act, message: string) => {
    const undo = () => void drop(act);
    const hide = showHeld(message, undo);
    const timer = setTimeout(() => drop(act) && latest.current(act, false), HOLD_MS);
    holding.current.set(act, { timer, hide });
    setHeld([...holding.current.keys()]);
  };
  useEffect(() => {
    const all = holding.current;
    const sendAll = (leaving: boolean) => {
      for (const [act, { timer, hide }] of [...all]) {
        clearTimeout(timer);
        hide();
        all.delete(act);
        latest.current(act, leaving);
      }
      setHeld([]);
    };
    const onLeave = () => sendAll(true);
    window.addEventListener('pagehide', onLeave);
    return () => {
      window.removeEventListener('pagehide', onLeave);
      sendAll(false);
    };
  }, []);
  return { held, hold, drop };
}
