import { randomBytes } from 'node:crypto';
import type { Rest } from './rest.js';

export const fresh = (word: string): string => `${word}-${randomBytes(3).toString('hex')}`;

export interface GivenWorkspace {
  slug: string;
  gatewayUrl: string;
  server: string;
}

/** A workspace with the demo server behind it. */
export async function givenDemoWorkspace(operator: Rest): Promise<GivenWorkspace> {
  const slug = fresh('team');
  const server = fresh('demo');
  const { gatewayUrl } = await operator.send<{ gatewayUrl: string }>('POST', '/workspaces', { name: `Team ${slug}`, slug });
  await operator.send('POST', '/servers', { slug: server, name: `Demo ${server}`, transport: { type: 'builtin', name: 'demo' } });
  await operator.send('POST', `/workspaces/${slug}/servers`, { server });
  return { slug, gatewayUrl, server };
}

export const givenToken = (operator: Rest, slug: string, name = 'Laptop') =>
  operator.send<{ id: string; token: string }>('POST', `/workspaces/${slug}/tokens`, { name });
