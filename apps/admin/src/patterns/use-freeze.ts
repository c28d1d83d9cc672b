import { useNavigate } from '@tanstack/react-router';
import { useCan } from '../lib/permissions';

export type FreezeKind = 'workspace' | 'server' | 'tool' | 'member' | 'token';

/** Leads to the lock-down page of a workspace with the form filled in; undefined for those who may not freeze. */
export function useFreeze(slug: string): ((kind: FreezeKind, subject: string) => void) | undefined {
  const navigate = useNavigate();
  const mayFreeze = useCan('freezes:write', slug);
  if (!mayFreeze) return undefined;
  return (kind, subject) => void navigate({ to: '/w/$slug/lockdown', params: { slug }, search: { kind, subject } });
}
