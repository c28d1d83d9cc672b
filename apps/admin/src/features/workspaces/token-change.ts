import type { Token } from '@mcpnest/api-client';
import { expiryOf } from './token-expiry';
import type { TokenReach } from './token-reach-fields';
import type { TokenChange } from './tokens.mutations';

/** A token as the form has it. `expiry` is `keep`, a preset or `date`, with `until` as the browser writes local times. */
export interface TokenValues extends TokenReach, Record<string, unknown> {
  name: string;
  expiry: string;
  until: string;
}

export const valuesOf = ({ name, tools, addresses }: Token): TokenValues => ({
  ...{ name, expiry: 'keep', until: '' },
  scope: tools === null ? 'all' : 'some',
  tools: [...(tools ?? [])],
  addresses: [...(addresses ?? [])],
});

/** What of a form's values is another than the token has; `null` takes a limit away. */
export function changeOf(token: Token, { name, expiry, until, scope, tools, addresses }: TokenValues): TokenChange {
  const wanted = {
    name: name.trim(),
    tools: scope === 'some' ? tools : null,
    addresses: addresses.length > 0 ? addresses : null,
    ...(expiry !== 'keep' && { expiresAt: expiry === 'date' ? new Date(until).toISOString() : expiryOf(expiry) }),
  };
  const isOther = ([field, value]: [string, unknown]) => JSON.stringify(value) !== JSON.stringify(token[field as keyof Token]);
  return Object.fromEntries(Object.entries(wanted).filter(isOther));
}
