import { VisuallyHidden } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

/** Tells screen readers which page was reached, and keeps the keyboard in the page when what had the focus is gone. */
export function RouteAnnouncer() {
  const router = useRouter();
  const [words, setWords] = useState('');
  useEffect(
    () =>
      router.subscribe('onRendered', ({ pathChanged }) => {
        if (!pathChanged) return;
        requestAnimationFrame(() => {
          setWords(document.title);
          if (document.activeElement === document.body) document.getElementById('content')?.focus({ preventScroll: true });
        });
      }),
    [router],
  );
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {words}
    </VisuallyHidden>
  );
}
