import fc from 'fast-check';
import { ToolScope } from './policy/tool-scope.js';
import { GatewayHarness, legacy, modern, PlainSealer, type ScriptedServer } from './testing/index.js';

const ITEMS = 1_100;
const named = (key: 'name' | 'uri' | 'uriTemplate'): any[] =>
  Array.from({ length: ITEMS }, (_, at) => ({
    name: `n${at}`,
    ...(key !== 'name' && { [key]: `test://${at}${key === 'uri' ? '' : '/{id}'}` }),
  }));
const SERVER: ScriptedServer = {
  tools: named('name'),
  prompts: named('name'),
  resources: named('uri'),
  templates: named('uriTemplate'),
};
const METHODS = ['tools/list', 'prompts/list', 'resources/list', 'resources/templates/list'] as const;
type Method = (typeof METHODS)[number];

/** One who asks for pages: a token at a gateway, in an era. */
interface Asker {
  readonly harness: GatewayHarness;
  readonly principal?: object;
  readonly isModern?: boolean;
}

async function ask({ harness, principal = {}, isModern = false }: Asker, method: Method, cursor?: unknown): Promise<any> {
  const params = cursor === undefined ? {} : { cursor };
  const sent = isModern ? modern(method, params) : { body: legacy(method, params) };
  const { status, json } = await harness.send({ ...sent, principal });
  expect(status).toBe(200);
  return json;
}

async function refuses(asker: Asker, method: Method, cursor: unknown): Promise<void> {
  const { error } = await ask(asker, method, cursor);
  expect(error).toMatchObject({ code: -32602, data: { reason: 'gateway.cursor-unknown' } });
}

describe('the cursor of a list', () => {
  const harness = new GatewayHarness({ one: SERVER });
  const own: Asker = { harness };
  const cursors = new Map<Method, string>();
  beforeAll(async () => {
    for (const method of METHODS) cursors.set(method, (await ask(own, method)).result.nextCursor as string);
  });
  const aMethod = fc.constantFrom(...METHODS);

  it('leads to the rest for who got it, as often as it is used', async () => {
    await fc.assert(
      fc.asyncProperty(aMethod, async (method) => {
        const { result } = await ask(own, method, cursors.get(method));
        const [list] = Object.values(result as Record<string, unknown[]>);
        expect([list!.length, result.nextCursor]).toEqual([ITEMS - 1_000, undefined]);
      }),
      { numRuns: 20 },
    );
  });

  it('is unknown once it was changed or cut anywhere', async () => {
    const change = fc.record({
      method: aMethod,
      at: fc.nat(500),
      put: fc.oneof(fc.string({ maxLength: 3 }), fc.base64String({ maxLength: 4 }), fc.constant('')),
      cut: fc.nat(40),
    });
    await fc.assert(
      fc.asyncProperty(change, async ({ method, at, put, cut }) => {
        const cursor = cursors.get(method)!;
        const start = at % (cursor.length + 1);
        const changed = cursor.slice(0, start) + put + cursor.slice(start + cut);
        fc.pre(changed !== cursor);
        await refuses(own, method, changed);
      }),
      { numRuns: 300 },
    );
    const cursor = cursors.get('tools/list')!;
    for (let length = 0; length < cursor.length; length++) await refuses(own, 'tools/list', cursor.slice(0, length));
  });

  it('is unknown for another kind of list', async () => {
    await fc.assert(
      fc.asyncProperty(aMethod, aMethod, async (of, method) => {
        fc.pre(of !== method);
        await refuses(own, method, cursors.get(of));
      }),
    );
  });

  it('is unknown for another token, for another sight of the same list, and at another gateway', async () => {
    const strangers: fc.Arbitrary<Asker> = fc.oneof(
      fc.string({ minLength: 1 }).map((tokenId) => ({ harness, principal: { tokenId: `other ${tokenId}` } })),
      fc.constant({ harness, principal: { tools: new ToolScope(['two:*']) } }),
      fc.constant({ harness: otherGateway() }),
    );
    await fc.assert(fc.asyncProperty(strangers, aMethod, (stranger, method) => refuses(stranger, method, cursors.get(method))));
  });

  it('is unknown where it was made up, whatever its type, in both eras', async () => {
    const made = fc.oneof(
      fc.string(),
      fc.jsonValue({ maxDepth: 2 }),
      fc.base64String(),
      fc.tuple(fc.nat(), fc.string()).map(([page, digest]) => `${page}:${digest}`),
      fc.tuple(fc.integer(), fc.string()).map(([page, digest]) => foreign.seal('cursor:tools/list:ws_acme:tok_1', `${page}:${digest}`)),
    );
    await fc.assert(
      fc.asyncProperty(made, aMethod, fc.boolean(), (cursor, method, isModern) => refuses({ harness, isModern }, method, cursor)),
      { numRuns: 300 },
    );
  });

  it('is unknown with a page that the list does not have, though it is sealed', async () => {
    const page = fc.oneof(fc.integer(), fc.double(), fc.constantFrom('', ' ', 'NaN', '-1', '1e9', '0.5', '__proto__', 'Infinity'));
    const { digest } = sealedParts(harness, cursors.get('tools/list')!);
    await fc.assert(
      fc.asyncProperty(page, async (each) => {
        fc.pre(!['0', '1'].includes(String(Number(each))));
        await refuses(own, 'tools/list', harness.sealer.seal(PURPOSE, `${each}:${digest}`));
      }),
    );
  });
});

const PURPOSE = 'cursor:tools/list:ws_acme:tok_1';
const foreign = new PlainSealer('another key');

function sealedParts({ sealer }: GatewayHarness, cursor: string): { readonly digest: string } {
  const opened = sealer.open(PURPOSE, cursor)!;
  return { digest: opened.slice(opened.indexOf(':') + 1) };
}

/** The same servers under another master key. */
function otherGateway(): GatewayHarness {
  const other = new GatewayHarness({ one: SERVER });
  const { sealer } = other;
  sealer.open = (purpose, text) => foreign.open(purpose, text);
  return other;
}
