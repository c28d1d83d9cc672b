import { randomBytes } from 'node:crypto';
import { ROLES, type Role } from '@mcpnest/shared/permissions';
import { eventually } from '../eventually.js';
import { createTestApp, OPERATOR, type TestApp } from '../create-test-app.js';
import type { Held } from './tenancy-routes.js';

/** Stands in every name of the foreign workspace, so that a leak of any of it shows. */
export const MARK = 'zzhidden';
export const OWN = 'acme';
export const FOREIGN = MARK;
export const NOWHERE = 'zznowhere';

/** Where an id belongs: to the caller's workspace, to another one, or to nothing at all. */
export type Place = 'own' | 'foreign' | 'unknown';
/** `none` is signed in and member of nothing. */
export type Who = Role | 'operator' | 'none';
export const WHO: readonly Who[] = ['operator', ...ROLES, 'none'];

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** What tells answers apart: status, headers and body, without what differs by time or request. */
  readonly bytes: string;
  readonly code: string | undefined;
  readonly headers: Headers;
}

interface Sent {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const VARIES = /^(date|x-request-id|ratelimit|content-length|set-cookie|connection|keep-alive)/;

/** The whole product with two workspaces, and in the caller's one a person of each role. */
export class TenancyBench {
  private readonly cookies = new Map<string, string>();
  private readonly tokens = new Map<string, string>();
  private readonly fixed = new Map<string, Promise<string>>();
  private requests = 0;

  private constructor(readonly product: TestApp) {}

  static async open(): Promise<TenancyBench> {
    // Every request comes from an address of its own, so that no limit of an address stops the walk.
    const bench = new TenancyBench(await createTestApp({ environment: { TRUST_PROXY: 'loopback' } }));
    try {
      await bench.furnish();
    } catch (error) {
      await bench.close();
      throw error;
    }
    return bench;
  }

  /** Makes the two workspaces with all that ids stand for. */
  private async furnish(): Promise<void> {
    await this.signIn('operator', OPERATOR);
    for (const [slug, people] of [
      [OWN, ROLES],
      [FOREIGN, ['owner']],
    ] as const) {
      await this.must('operator', 'POST', '/workspaces', { name: slug, slug });
      for (const role of people) await this.join(slug, role, slug === OWN ? role : `${slug}-${role}`);
    }
    // Somebody who once was a member, and is of nothing any more.
    const left = await this.join(FOREIGN, 'auditor', 'none');
    await this.must('operator', 'DELETE', `/workspaces/${FOREIGN}/members/${left}`);
    for (const slug of [OWN, FOREIGN]) await this.fill(slug);
    await this.shownNowhere();
  }

  close = (): Promise<void> => this.product.close();

  /** The secret of a token for a workspace. */
  tokenOf = (slug: string): string => this.tokens.get(slug) ?? '';

  /** Calls the REST API as somebody. Streams are left as soon as they have begun. */
  async call(who: string, method: string, path: string, body?: unknown): Promise<Answer> {
    const changes = method !== 'GET';
    return this.send(method, path.startsWith('/livez') || path.startsWith('/readyz') ? path : `/api/v1${path}`, {
      headers: { cookie: this.cookies.get(who) ?? '', ...(changes && { 'content-type': 'application/json' }) },
      ...(changes && { body: body ?? {} }),
    });
  }

  async send(method: string, path: string, { body, headers }: Sent): Promise<Answer> {
    const number = ++this.requests;
    const aborter = new AbortController();
    const response = await fetch(this.product.url + path, {
      method,
      redirect: 'manual',
      headers: { 'x-forwarded-for': `198.18.${number >> 8}.${number & 255}`, ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      signal: aborter.signal,
    });
    const streams = response.headers.get('content-type')?.startsWith('text/event-stream') === true;
    const text = streams ? '' : await response.text();
    if (streams) aborter.abort();
    const kept = [...response.headers].filter(([name]) => !VARIES.test(name));
    const plain = text.replace(/"instance":"[^"]*"/, '');
    const code = /"(?:code|reason)":"([^"]+)"/.exec(text)?.[1];
    return { status: response.status, text, bytes: JSON.stringify([response.status, kept, plain]), code, headers: response.headers };
  }

  /** An id of this kind in a place; what a call may use up is made anew each time. */
  async idOf(kind: Held, place: Place, who: Who, uses: boolean): Promise<string> {
    // What is in the catalogue is known to everybody; that another workspace shows it must not be.
    if (place === 'unknown') return kind === 'exposure' ? this.shownNowhere() : unlike(await this.known(kind, FOREIGN), kind);
    const slug = place === 'own' ? OWN : FOREIGN;
    return uses && place === 'own' ? this.make(kind, slug, who) : this.known(kind, slug, who);
  }

  private known(kind: Held, slug: string, who?: Who): Promise<string> {
    const isPersonal = (kind === 'session' || kind === 'api-key' || kind === 'request' || kind === 'call-view') && slug === OWN;
    const key = `${kind} ${slug} ${isPersonal ? who : ''}`;
    const known = this.fixed.get(key) ?? this.make(kind, slug, isPersonal && who ? who : 'operator');
    this.fixed.set(key, known);
    return known;
  }

  private async make(kind: Held, slug: string, who: Who): Promise<string> {
    const person = slug === OWN ? who : `${slug}-owner`;
    const name = `${slug}-${randomBytes(4).toString('hex')}`;
    const at = `/workspaces/${slug}`;
    switch (kind) {
      case 'token': {
        const mine = await this.call(person, 'POST', `${at}/tokens`, { name });
        return mine.status === 201 ? idIn(mine) : idIn(await this.must('operator', 'POST', `${at}/tokens`, { name }));
      }
      case 'toolset':
        return idIn(await this.must('operator', 'POST', `${at}/toolsets`, { name, tools: ['*:*'] }));
      case 'freeze':
        return this.freeze(at, idIn(await this.must('operator', 'POST', `${at}/tokens`, { name })));
      case 'member':
        return this.join(slug, 'auditor', name);
      case 'exposure':
        return this.expose(slug, `srv-${randomBytes(4).toString('hex')}`);
      case 'server':
        return this.known('exposure', slug);
      case 'api-key':
        return idIn(await this.must(person, 'POST', '/api-keys', { name }));
      case 'session':
        return this.sessionOf(person);
      case 'request':
        return this.ask(slug, person);
      case 'call-view':
        // Views are their maker's own.
        return idIn(await this.must(person, 'POST', `${at}/call-views`, { name, filters: {} }));
      case 'call':
        return this.callIn(slug);
      case 'tool':
        return `${slug}_echo`;
      case 'workspace':
        return slug;
      case 'word':
        return '1';
    }
  }

  private async fill(slug: string): Promise<void> {
    await this.expose(slug, `demo-${slug === OWN ? 'one' : 'two'}`, `${slug}_`);
    const { text } = await this.must('operator', 'POST', `/workspaces/${slug}/tokens`, { name: `${slug} token` });
    this.tokens.set(slug, (JSON.parse(text) as { token: string }).token);
    await this.callIn(slug);
    for (const kind of ['toolset', 'member', 'freeze', 'request', 'exposure'] as const) await this.known(kind, slug, 'operator');
  }

  private shownNowhere(): Promise<string> {
    const server = 'shown-nowhere';
    const known = this.fixed.get(server) ?? this.addServer(server).then(() => server);
    this.fixed.set(server, known);
    return known;
  }

  private addServer = (slug: string): Promise<Answer> =>
    this.must('operator', 'POST', '/servers', { slug, name: slug, transport: { type: 'builtin', name: 'demo' } });

  private async expose(slug: string, server: string, toolPrefix?: string): Promise<string> {
    await this.addServer(server);
    const prefix = toolPrefix ?? `${slug}${server.slice(-8)}_`;
    await this.must('operator', 'POST', `/workspaces/${slug}/servers`, { server, toolPrefix: prefix });
    return server;
  }

  private async callIn(slug: string): Promise<string> {
    const message = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: `${slug}_echo`, arguments: { message: 'x' } } };
    const headers = { authorization: `Bearer ${this.tokenOf(slug)}`, 'content-type': 'application/json' };
    const answer = await this.send('POST', `/api/gw/${slug}`, { body: message, headers });
    if (answer.status !== 200) throw new Error(`the call failed: ${answer.text}`);
    const newest = async (): Promise<string | undefined> => {
      const { text } = await this.must('operator', 'GET', `/workspaces/${slug}/calls?limit=1`);
      return (JSON.parse(text) as { data: { callId: string }[] }).data[0]?.callId;
    };
    return (await eventually(newest, (callId) => callId !== undefined)) ?? '';
  }

  private async freeze(at: string, token: string): Promise<string> {
    return idIn(await this.must('operator', 'POST', `${at}/freezes`, { kind: 'token', subject: token, reason: 'tenancy' }));
  }

  private async ask(slug: string, person: string): Promise<string> {
    const server = `ask-${randomBytes(4).toString('hex')}`;
    const wish = { kind: 'server', slug: server, name: `${slug} ${server}`, reason: slug, transport: { type: 'builtin', name: 'demo' } };
    const mine = await this.call(person, 'POST', `/workspaces/${slug}/requests`, wish);
    if (mine.status === 201) return idIn(mine);
    return idIn(await this.must(slug === OWN ? 'owner' : `${slug}-owner`, 'POST', `/workspaces/${slug}/requests`, wish));
  }

  private async sessionOf(person: string): Promise<string> {
    const email = person === 'operator' ? OPERATOR.email : `${person}@example.com`;
    await this.signIn(`${person} again`, { email, password: OPERATOR.password });
    const { text } = await this.must(person, 'GET', '/me/sessions');
    const { data } = JSON.parse(text) as { data: { id: string; current: boolean }[] };
    return data.find(({ current }) => !current)?.id ?? '';
  }

  private async join(slug: string, role: Role, name: string): Promise<string> {
    const invited = await this.must('operator', 'POST', `/workspaces/${slug}/members`, { email: `${name}@example.com`, role });
    const { inviteUrl, userId } = JSON.parse(invited.text) as { inviteUrl: string; userId: string };
    const code = new URL(inviteUrl).hash.slice(1);
    await this.take(name, '/auth/invites/accept', { code, name, password: OPERATOR.password });
    return userId;
  }

  private signIn = (name: string, who: { readonly email: string; readonly password: string }) => this.take(name, '/auth/login', who);

  private async take(name: string, path: string, body: unknown): Promise<void> {
    const number = ++this.requests;
    const response = await fetch(`${this.product.url}/api/v1${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': `198.18.${number >> 8}.${number & 255}` },
      body: JSON.stringify(body),
    });
    if (response.status !== 200) throw new Error(`${name} could not sign in: ${await response.text()}`);
    this.cookies.set(name, response.headers.getSetCookie()[0]?.split(';')[0] ?? '');
  }

  private async must(who: string, method: string, path: string, body?: unknown): Promise<Answer> {
    const answer = await this.call(who, method, path, body);
    if (answer.status >= 300) throw new Error(`${who} ${method} ${path}: ${answer.status} ${answer.text}`);
    return answer;
  }
}

const idIn = ({ text }: Answer): string => (JSON.parse(text) as { id: string }).id;

/** Of the same shape, and nobody's. */
function unlike(id: string, kind: Held): string {
  if (kind === 'workspace') return NOWHERE;
  if (kind === 'tool') return `${NOWHERE.slice(0, MARK.length)}_echo`;
  return kind === 'word' ? id : id.slice(0, -6) + (id.endsWith('a') ? 'bbbbbb' : 'aaaaaa');
}
