import { ModulesContainer } from '@nestjs/core';
import { ROLE_PERMISSIONS, ROLES } from '@mcpnest/shared/permissions';
import type { Access } from '../../platform/http/access.js';
import { registeredRoutes } from '../../platform/http/registered-routes.js';
import { quietLog } from '../quiet-log.js';
import { FOREIGN, MARK, NOWHERE, OWN, TenancyBench, WHO, type Place, type Who } from './tenancy-bench.js';
import { OTHER_ROUTES, WORKSPACE_ROUTES, type RouteEntry } from './tenancy-routes.js';

jest.setTimeout(240_000);

const BELOW = '/workspaces/:slug';
const LEAK = new RegExp(MARK, 'i');

/** As everybody at once: what one person does changes nothing for another. */
const each = <W extends Who>(people: readonly W[], walk: (who: W) => Promise<void>): Promise<unknown> => Promise.all(people.map(walk));

interface Walked {
  readonly method: string;
  readonly path: string;
  readonly access: Access;
  readonly entry: RouteEntry;
}

/** Every way into the REST API, as everybody, towards what is theirs, what is others' and what is not there. */
describe('tenancy, over all routes of the REST API', () => {
  let bench: TenancyBench;
  let routes: readonly { readonly key: string; readonly method: string; readonly path: string; readonly access: Access }[];
  beforeAll(async () => {
    quietLog();
    bench = await TenancyBench.open();
    routes = registeredRoutes(bench.product.app.get(ModulesContainer))
      .filter(({ access }) => access?.kind !== 'gateway-token')
      .map(({ method, path, access }) => ({ key: `${method} ${path}`, method, path, access: access! }));
  });
  afterAll(() => bench?.close());

  const entryOf = (method: string, path: string): RouteEntry | undefined =>
    path === BELOW || path.startsWith(`${BELOW}/`)
      ? WORKSPACE_ROUTES[`${method} ${path.slice(BELOW.length)}`]
      : OTHER_ROUTES[`${method} ${path}`];
  const walked = (kinds: readonly Access['kind'][]): Walked[] =>
    routes.flatMap((route) => {
      const entry = entryOf(route.method, route.path);
      return entry && kinds.includes(route.access.kind) ? [{ ...route, entry }] : [];
    });

  /** The path with real ids of a place in it, and the same ids to take out of answers that repeat them. */
  async function pathTo({ path, entry, method }: Walked, slug: string, { place, who }: { place: Place; who: Who }, uses = false) {
    let filled = path.replace(':slug', slug);
    const ids: string[] = [slug];
    for (const [name, kind] of Object.entries(entry.ids ?? {})) {
      // Every server that is shown makes each change after it dearer; only what takes one away needs one of its own.
      const isUsedUp = method === 'DELETE' ? path.endsWith(`:${name}`) : method !== 'GET' && kind !== 'exposure';
      const id = await bench.idOf(kind, place, who, uses && isUsedUp);
      ids.push(id);
      filled = filled.replace(`:${name}`, encodeURIComponent(id));
    }
    return { path: filled + (entry.query ?? ''), ids };
  }
  const without = (bytes: string, ids: readonly string[]): string => ids.reduce((text, id) => text.replaceAll(id, '{id}'), bytes);
  const mayUse = (who: Who, { access, entry }: Walked): boolean =>
    who === 'operator' ||
    access.kind === 'public' ||
    access.kind === 'signed-in' ||
    (access.kind === 'installation' && access.permission === 'servers:read') ||
    (access.kind === 'workspace' &&
      who !== 'none' &&
      (entry.needs ? [entry.needs] : access.permissions).some((one) => ROLE_PERMISSIONS[who].includes(one)));

  it('the matrix knows every route with each of its parameters, and no route that is gone', () => {
    const missing = routes.filter(({ method, path }) => {
      const ids = Object.keys(entryOf(method, path)?.ids ?? {});
      const parameters = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name).filter((name) => name !== 'slug');
      return entryOf(method, path) === undefined || parameters.sort().join() !== ids.sort().join();
    });
    expect(missing.map(({ key }) => key)).toEqual([]);
    const listed = [...Object.keys(WORKSPACE_ROUTES).map((key) => key.replace(' ', ` ${BELOW}`)), ...Object.keys(OTHER_ROUTES)];
    expect(listed.filter((key) => !routes.some((route) => route.key === key))).toEqual([]);
  });

  it('a foreign workspace and one that does not exist answer alike, to every role', async () => {
    const differing: unknown[] = [];
    for (const route of walked(['workspace'])) {
      await each([...ROLES, 'none'], async (who) => {
        const [foreign, unknown] = await Promise.all(
          (['foreign', 'unknown'] as const).map(async (place) => {
            const { path, ids } = await pathTo(route, place === 'foreign' ? FOREIGN : NOWHERE, { place, who });
            const answer = await bench.call(who, route.method, path, route.entry.body);
            return { ...answer, bytes: without(answer.bytes, ids) };
          }),
        );
        if (foreign!.status !== 404 || foreign!.code !== 'workspaces.not-found' || foreign!.bytes !== unknown!.bytes)
          differing.push([who, route.method, route.path, foreign!.bytes, unknown!.bytes]);
      });
    }
    expect(differing).toEqual([]);
  });

  it("what belongs to another workspace and what does not exist answer alike below one's own, to every role and to operators", async () => {
    const differing: unknown[] = [];
    for (const route of walked(['workspace']).filter(({ entry }) => entry.ids)) {
      await each(
        WHO.filter((one) => one !== 'none' && mayUse(one, route)),
        async (who) => {
          const answers = [];
          for (const place of ['foreign', 'unknown'] as const) {
            const { path, ids } = await pathTo(route, OWN, { place, who });
            const answer = await bench.call(who, route.method, path, route.entry.body);
            answers.push({ ...answer, bytes: without(answer.bytes, ids) });
          }
          const [foreign, unknown] = answers as [(typeof answers)[0], (typeof answers)[0]];
          if (foreign.status !== 404 || foreign.bytes !== unknown.bytes)
            differing.push([who, route.method, route.path, foreign.bytes, unknown.bytes]);
        },
      );
    }
    expect(differing).toEqual([]);
  });

  it("in one's own workspace each role may do what the table of permissions says, and nothing else", async () => {
    const differing: unknown[] = [];
    for (const route of walked(['workspace'])) {
      await each(
        WHO.filter((one) => one !== 'none'),
        async (who) => {
          const may = mayUse(who, route);
          if (may && route.entry.ends) return;
          const { path } = await pathTo(route, OWN, { place: 'own', who }, may);
          const { status, code, text } = await bench.call(who, route.method, path, route.entry.body);
          const isRight = may ? status !== 401 && status !== 403 && code !== 'workspaces.not-found' && status < 500 : status === 403;
          if (!isRight || (who !== 'operator' && LEAK.test(text))) differing.push([who, route.method, path, status, text.slice(0, 300)]);
        },
      );
    }
    expect(differing).toEqual([]);
  });

  it('outside of workspaces nothing tells of a foreign one, and its ids are as unknown as any', async () => {
    const differing: unknown[] = [];
    for (const route of walked(['signed-in', 'installation', 'public'])) {
      if (route.entry.ends) continue;
      await each([...ROLES, 'none'], async (who) => {
        const answers = [];
        for (const place of ['foreign', 'unknown'] as const) {
          const { path, ids } = await pathTo(route, '', { place, who });
          const answer = await bench.call(who, route.method, path, route.entry.body);
          answers.push({
            ...answer,
            bytes: without(
              answer.bytes,
              ids.filter((id) => id.length > 1),
            ),
          });
          if (route.entry.ids === undefined) break;
        }
        const [foreign, unknown = foreign] = answers as [(typeof answers)[0], (typeof answers)[0]];
        const may = mayUse(who, route);
        const isRight =
          (may ? foreign.status < 500 && foreign.status !== 403 : foreign.status === 403) &&
          (route.entry.shared === true || foreign.bytes === unknown.bytes);
        if (!isRight || LEAK.test(foreign.text))
          differing.push([who, route.method, route.path, foreign.bytes.slice(0, 400), unknown.bytes.slice(0, 400)]);
      });
    }
    expect(differing).toEqual([]);
  });

  it('nobody gets in without signing in', async () => {
    const open: unknown[] = [];
    for (const route of walked(['workspace', 'signed-in', 'installation'])) {
      const { path } = await pathTo(route, FOREIGN, { place: 'foreign', who: 'none' });
      const { status, code } = await bench.call('nobody', route.method, path, route.entry.body);
      if (status !== 401 || code !== 'auth.not-signed-in') open.push([route.method, path, status, code]);
    }
    expect(open).toEqual([]);
  });
});
