import type { ReactNode } from 'react';
import { ConfirmDanger } from './confirm-danger';

/** The mutation that removes, as TanStack Query gives it. */
interface Removal<T> {
  readonly isPending: boolean;
  readonly error: unknown;
  mutate: (item: T, options: { onSuccess: () => void }) => void;
  reset: () => void;
}

interface ConfirmRemovalProps<T> {
  /** What may be removed; null while nobody asked for it. */
  item: T | null;
  removal: Removal<T>;
  onClose: () => void;
  title: string;
  confirmLabel: string;
  /** What will stop working, and for whom. */
  children: ReactNode;
}

/** Asks before one item of a list is removed, and removes it. */
export function ConfirmRemoval<T>({ item, removal, onClose, title, confirmLabel, children }: ConfirmRemovalProps<T>) {
  const close = () => {
    onClose();
    removal.reset();
  };
  return (
    <ConfirmDanger
      opened={item !== null}
      onClose={close}
      title={title}
      confirmLabel={confirmLabel}
      pending={removal.isPending}
      error={removal.error}
      onConfirm={() => item !== null && removal.mutate(item, { onSuccess: close })}
    >
      {children}
    </ConfirmDanger>
  );
}
