import type { EffectiveLimit } from '@mcpnest/api-client';
import { limitsText } from './limits.text';

/** What a limit is about, in words. */
export function limitName({ scope, subject, name }: EffectiveLimit): string {
  switch (scope) {
    case 'workspace':
      return limitsText.whole;
    case 'each-token':
      return limitsText.eachToken;
    case 'each-address':
      return limitsText.eachAddress;
    default:
      return name ?? subject ?? '';
  }
}

const FIELDS = ['ratePerSecond', 'burst', 'concurrency', 'callsPerDay'] as const;

/** Whether anything was set for this very thing. */
export const isOwn = (limit: EffectiveLimit): boolean =>
  FIELDS.some((field) => limit[field].source === 'own' || (limit.scope === 'each-token' && limit[field].source === 'workspace'));
