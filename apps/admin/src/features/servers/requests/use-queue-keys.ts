import { useEffect, useEffectEvent } from 'react';

const CHORD_MS = 1_200;
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** What the keys of the queue do. */
export interface QueueKeys {
  onMove: (step: 1 | -1) => void;
  onApprove: () => void;
  onDeny: () => void;
}

/**
 * `j` and `k` move, `a` approves, `d` denies. Silent while somebody types, while a form is open (`isOff`), and behind `g`, which
 * begins the way to another page. The drawer of a request is part of the queue.
 */
export function useQueueKeys({ onMove, onApprove, onDeny }: QueueKeys, isOff: boolean): void {
  const act = useEffectEvent((key: string): boolean => {
    if (isOff) return false;
    if (key === 'j') onMove(1);
    else if (key === 'k') onMove(-1);
    else if (key === 'a') onApprove();
    else if (key === 'd') onDeny();
    else return false;
    return true;
  });
  useEffect(() => {
    let goingUntil = 0;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return;
      if (document.querySelector('[role="dialog"]:not([data-queue])')) return;
      const going = event.timeStamp < goingUntil;
      goingUntil = event.key === 'g' ? event.timeStamp + CHORD_MS : 0;
      if (!going && act(event.key)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
