import { randomBytes } from 'node:crypto';
import { Rest } from './rest.js';
import type { Gateway } from './start-gateway.js';

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

export interface GivenMember {
  email: string;
  password: string;
  rest: Rest;
}

/** Somebody who accepted an invitation to a workspace. */
export async function givenMember(operator: Rest, gateway: Gateway, { slug, role }: { slug: string; role: string }): Promise<GivenMember> {
  const person = { email: `${fresh(role)}@example.com`, password: 'correct horse battery' };
  const { inviteUrl } = await operator.send<{ inviteUrl: string }>('POST', `/workspaces/${slug}/members`, { email: person.email, role });
  const accepted = await fetch(`${gateway.url}/api/v1/auth/invites/accept`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ code: new URL(inviteUrl).hash.slice(1), name: `The ${role}`, password: person.password }),
  });
  if (!accepted.ok) throw new Error(`invitation: ${accepted.status} ${await accepted.text()}`);
  return { ...person, rest: await Rest.signIn(gateway, person) };
}
