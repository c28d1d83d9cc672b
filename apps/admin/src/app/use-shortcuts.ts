import { useNavigate } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { useMe } from '../lib/session.queries';
import { useCurrentSlug } from './use-current-slug';

const CHORD_MS = 1_200;
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** `/` searches, `g` and a letter goes somewhere, `?` lists them all. Silent while somebody types or a dialog is open. */
export function useShortcuts(onHelp: () => void): void {
  const navigate = useNavigate();
  const slug = useCurrentSlug(useMe());
  const go = useEffectEvent((letter: string) => {
    if (letter === 'w') void navigate({ to: '/workspaces' });
    else if (letter === 'c') void navigate({ to: '/catalogue' });
    else if (letter === 'a') void navigate({ to: '/activity' });
    else if (letter === 'n') void navigate({ to: '/catalogue/changes' });
    else if (letter === 'q') void navigate({ to: '/approvals' });
    else if (slug && letter === 'h') void navigate({ to: '/w/$slug', params: { slug } });
    else if (slug && letter === 't') void navigate({ to: '/w/$slug/tokens', params: { slug } });
    else if (slug && letter === 'l') void navigate({ to: '/w/$slug/calls', params: { slug } });
  });
  const help = useEffectEvent(onHelp);
  useEffect(() => {
    let goingUntil = 0;
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('[role="dialog"]')) return;
      const going = event.timeStamp < goingUntil;
      goingUntil = 0;
      if (going) go(event.key);
      else if (event.key === 'g') goingUntil = event.timeStamp + CHORD_MS;
      else if (event.key === '?') help();
      else if (event.key === '/') {
        const field = document.querySelector<HTMLInputElement>('[data-search]');
        if (field) {
          event.preventDefault();
          field.focus();
        }
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
