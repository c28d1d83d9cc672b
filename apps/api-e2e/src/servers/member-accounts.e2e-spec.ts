import { Client as ClientV2, StreamableHTTPClientTransport as TransportV2 } from '@modelcontextprotocol/client';
import { Client as ClientV1 } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as TransportV1 } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { UrlElicitationRequiredError } from '@modelcontextprotocol/sdk/types.js';
import {
  ACCOUNT_HEADER,
  CookieBrowser,
  startAuthorizationServer,
  startFakeUpstream,
  startProtectedServer,
  type AuthorizationServer,
  type FakeUpstream,
  type ProtectedServer,
} from '@mcpnest/testkit';
import { givenExposure, givenInstallation, givenMember, givenToken, givenWorkspace, type Installation } from '../harness/given.js';
import { ADMIN } from '../harness/start-server.js';

const START_MS = 120_000;
const CAPABILITIES = { elicitation: { url: {} } };
const NAME = { name: 'e2e', version: '1.0.0' };

/** A member at a browser, with a personal token for their MCP client. */
interface Person {
  readonly name: string;
  readonly browser: CookieBrowser;
  readonly token: string;
}

/** What a client of either library is used for here. */
interface Calling {
  /** Says a word to the server's echo. @returns what came back */
  echo(word: string): Promise<string>;
  close(): Promise<void>;
}

type Connect = (endpoint: string, person: Person, visit: (url: string) => Promise<unknown>) => Promise<Calling>;

const said = (result: object): string => ((result as { content?: unknown }).content as [{ text?: string }?] | undefined)?.[0]?.text ?? '';
const bearer = ({ token }: Person) => ({ requestInit: { headers: { authorization: `Bearer ${token}` } } });

/** SDK 1.x is told by an error which page to show, and calls again once that is done (2025-11-25, URL elicitation required). */
const sdkV1: Connect = async (endpoint, person, visit) => {
  const client = new ClientV1(NAME, { capabilities: CAPABILITIES });
  const transport = new TransportV1(new URL(endpoint), bearer(person));
  await client.connect(transport as Parameters<typeof client.connect>[0]);
  const call = async (word: string) => said(await client.callTool({ name: 'echo', arguments: { message: word } }));
  return {
    echo: async (word) => {
      try {
        return await call(word);
      } catch (error) {
        if (!(error instanceof UrlElicitationRequiredError)) throw error;
        for (const { url } of error.elicitations) await visit(url);
        return call(word);
      }
    },
    close: () => client.close(),
  };
};

/** The library of 2026-07-28 asks its handler to show the page, and goes on with the same call. */
const client2: Connect = async (endpoint, person, visit) => {
  const client = new ClientV2(NAME, { capabilities: CAPABILITIES, versionNegotiation: { mode: 'auto' } });
  client.setRequestHandler('elicitation/create', async ({ params }) => {
    if (params.mode !== 'url') return { action: 'decline' };
    await visit(params.url);
    return { action: 'accept' };
  });
  await client.connect(new TransportV2(new URL(endpoint), bearer(person)));
  return {
    echo: async (word) => said(await client.callTool({ name: 'echo', arguments: { message: word } })),
    close: () => client.close(),
  };
};

const CLIENTS: Readonly<Record<string, Connect>> = { 'SDK 1.x': sdkV1, '@modelcontextprotocol/client 2.x': client2 };

describe.each(Object.keys(CLIENTS))('accounts of people at a server, with %s', (library) => {
  let installation: Installation;
  let authorization: AuthorizationServer;
  let upstream: FakeUpstream;
  let guarded: ProtectedServer;
  let slug: string;
  let people: readonly Person[];
  const open: Calling[] = [];
  const visited: string[] = [];

  beforeAll(async () => {
    [installation, upstream] = await Promise.all([givenInstallation(), startFakeUpstream()]);
    const { server, operator } = installation;
    authorization = await startAuthorizationServer(`${server.url}/api/v1/oauth/callback`);
    guarded = await startProtectedServer({ upstreamUrl: upstream.url, issuer: authorization.issuer, lookUp: authorization.lookUp });
    const transport = { type: 'streamable-http', url: guarded.url, auth: { type: 'oauth-member' } };
    await operator.post('/servers', { slug: 'docs', name: 'Docs', transport });
    ({ slug } = await givenWorkspace(operator));
    await givenExposure(operator, slug, 'docs');
    const root = new CookieBrowser();
    await root.send('POST', `${server.url}/api/v1/auth/login`, ADMIN);
    await signInAs('lister');
    const begun = await root.send('POST', `${server.url}/api/v1/servers/docs/list-account/connect`);
    await root.visit(begun.body.url, (at) => at.origin === server.url && !at.pathname.startsWith('/api/'));
    people = [await person('ada'), await person('bob')];
  }, START_MS);

  afterEach(async () => {
    await Promise.all(open.splice(0).map((client) => client.close()));
    visited.length = 0;
  });

  afterAll(async () => {
    guarded?.close();
    await Promise.all([upstream?.close(), authorization?.close(), installation?.server.remove()]);
  }, START_MS);

  /** Who is signed in at the authorization server from now on, in every browser that comes anew. */
  const signInAs = (name: string) => authorization.set({ account: { sub: name, email: `${name}@accounts.test` } });
  const person = async (name: string): Promise<Person> => {
    const { operator, server } = installation;
    const { client, email } = await givenMember(operator, slug, 'developer');
    const browser = new CookieBrowser();
    await browser.send('POST', `${server.url}/api/v1/auth/login`, { email, password: ADMIN.password });
    return { name, browser, token: (await givenToken(client, slug)).token };
  };
  /** Does in a browser what the console's page does with its address: begins the connection, and follows it to its end. */
  const connectAt =
    ({ name, browser }: Person) =>
    async (address: string): Promise<void> => {
      const page = new URL(address);
      visited.push(`${name} ${page.pathname}${page.search}`);
      const server = page.searchParams.get('connect');
      await signInAs(name);
      const begun = await browser.send(
        'POST',
        `${page.origin}/api/v1${page.pathname.replace('/w/', '/workspaces/').replace('/connections', '')}/servers/${server}/my-account/connect`,
      );
      const { url } = await browser.visit(begun.body.url, (at) => at.origin === page.origin && !at.pathname.startsWith('/api/'));
      expect(url.pathname + url.search).toBe(`/w/${slug}/connections?connected=docs`);
    };
  const clientOf = async (one: Person): Promise<Calling> => {
    const client = await CLIENTS[library]!(`${installation.server.url}/api/gw/${slug}`, one, connectAt(one));
    open.push(client);
    return client;
  };
  /** Whose account carried which word to the server, by what arrived there. */
  const carried = () =>
    upstream.messages('tools/call').map(({ headers, message }) => {
      const { arguments: args } = message.params as { arguments: { message: string } };
      return `${args.message} by ${headers[ACCOUNT_HEADER]}`;
    });

  it('are connected on the way: the client shows the page, and the call succeeds with the person’s own account', async () => {
    const [ada] = people as [Person];
    const client = await clientOf(ada);
    expect(await client.echo('first')).toContain('first');
    expect(visited).toEqual([`ada /w/${slug}/connections?connect=docs`]);
    expect(await client.echo('second')).toContain('second');
    expect(visited).toHaveLength(1);
    expect(carried()).toEqual(['first by ada', 'second by ada']);
  });

  it('carry nobody else: a second person is asked for an account of their own, and each call goes with its caller’s', async () => {
    const [ada, bob] = people as [Person, Person];
    const before = carried().length;
    const [adas, bobs] = [await clientOf(ada), await clientOf(bob)];
    expect(await bobs.echo('bob-0')).toContain('bob-0');
    expect(visited).toEqual([`bob /w/${slug}/connections?connect=docs`]);
    const words = Array.from({ length: 10 }, (_, at) => at + 1);
    await Promise.all(words.flatMap((at) => [adas.echo(`ada-${at}`), bobs.echo(`bob-${at}`)]));
    const arrived = carried().slice(before);
    expect(arrived).toHaveLength(21);
    for (const line of arrived) expect(line).toMatch(/^(\w+)-\d+ by \1$/);
  });

  it('get one new token, however many calls of several clients find at once that the old one ended', async () => {
    const [ada] = people as [Person];
    const clients = await Promise.all([clientOf(ada), clientOf(ada)]);
    await clients[0]!.echo('before');
    const stale = guarded.newestOf(ada.name)!;
    const { refreshes } = await authorization.seen();
    guarded.set({ refused: [stale] });
    const words = Array.from({ length: 12 }, (_, at) => `word-${at}`);
    const answers = await Promise.all(words.map((word, at) => clients[at % 2]!.echo(word)));
    guarded.set({});
    expect(answers.map((text, at) => text.includes(words[at]!))).toEqual(words.map(() => true));
    expect((await authorization.seen()).refreshes - refreshes).toBe(1);
    expect(guarded.newestOf(ada.name)).not.toBe(stale);
    expect(
      carried()
        .slice(-12)
        .every((line) => line.endsWith(' by ada')),
    ).toBe(true);
    expect(visited).toEqual([]);
  });
});
