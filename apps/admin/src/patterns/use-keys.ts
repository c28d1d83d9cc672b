import { useEffect, useEffectEvent } from 'react';

const CHORD_MS = 1_200;
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
/** A dialog with `data-keys` is part of its page, such as the drawer of a row. */
const FOREIGN_DIALOG = '[role="dialog"]:not([data-keys])';
const isTicking = (target: EventTarget | null) => target instanceof HTMLInputElement && target.type === 'checkbox';

/**
 * Single keys of a page. Silent while somebody types, while a dialog is open, with modifiers, on repetition, and behind `g`, which
 * begins the way to another page.
 */
export function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const press = useEffectEvent((key: string): boolean => {
    const act = Object.hasOwn(keys, key) ? keys[key] : undefined;
    act?.();
    return act !== undefined;
  });
  useEffect(() => {
    let goingUntil = 0;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if ((isTyping(event.target) && !isTicking(event.target)) || document.querySelector(FOREIGN_DIALOG)) return;
      const going = event.timeStamp < goingUntil;
      goingUntil = event.key === 'g' ? event.timeStamp + CHORD_MS : 0;
      if (!going && press(event.key)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
