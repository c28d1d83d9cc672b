import { ModulesContainer } from '@nestjs/core';
import type { Application } from 'express';
import { PRODUCT_VERSION } from '../../config/product-version.js';
import { createTestApp, type TestApp } from '../../testing/create-test-app.js';
import { quietLog } from '../../testing/quiet-log.js';
import { registeredRoutes, unguardedRoutes } from './registered-routes.js';
import { openApiDocument } from './openapi.js';

jest.setTimeout(60_000);

/** Routes that need no sign-in, by name: who adds one says so here. */
const PUBLIC = [
  'GET /auth/methods',
  'GET /auth/oidc/callback',
  'GET /auth/oidc/start',
  'GET /livez',
  'GET /oauth/client.json',
  'GET /readyz',
  'GET /setup',
  'POST /auth/invites/accept',
  'POST /auth/invites/read',
  'POST /auth/login',
  'POST /setup',
];
/** What Express answers besides controllers: the readable document. */
const OUTSIDE_CONTROLLERS = /^\/api\/(openapi\.json|docs(\/.*)?)$/;

interface ExpressLayer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
}

describe('the routes of the whole product', () => {
  let product: TestApp;
  beforeAll(async () => {
    quietLog();
    product = await createTestApp();
  });
  afterAll(() => product.close());
  const routes = () => registeredRoutes(product.app.get(ModulesContainer));

  it('each say who may use them', () => {
    expect(unguardedRoutes(routes())).toEqual([]);
    expect(routes().length).toBeGreaterThan(40);
  });

  it('are public only where this list says so', () => {
    expect(
      routes()
        .filter(({ access }) => access?.kind === 'public')
        .map(({ method, path }) => `${method} ${path}`)
        .sort(),
    ).toEqual(PUBLIC);
  });

  it('are all made by controllers, but the document of the API', () => {
    const declared = new Set(routes().map(({ path }) => path));
    const { stack } = (product.app.getHttpAdapter().getInstance() as Application as unknown as { router: { stack: ExpressLayer[] } })
      .router;
    const mounted = stack.flatMap(({ route }) => (route ? [route.path] : []));
    expect(mounted.length).toBeGreaterThan(40);
    expect(mounted.filter((path) => !declared.has(path.replace(/^\/api\/v1/, '')) && !OUTSIDE_CONTROLLERS.test(path))).toEqual([]);
  });

  it('stand in the document of the API, and only they', () => {
    const document = openApiDocument(product.app, PRODUCT_VERSION);
    const documented = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path.replace(/^\/api\/v1/, '')}`),
    );
    const declared = routes()
      .filter(({ access }) => access?.kind !== 'gateway-token')
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
    const gateway = ['POST', 'GET', 'DELETE'].map((method) => `${method} /api/gw/{slug}`);
    expect(documented.sort()).toEqual([...declared, ...gateway].sort());
  });

  it('answer nobody who is not signed in, whatever the method or the ending of the path', async () => {
    for (const { access, method, path } of routes()) {
      if (access?.kind === 'public' || access?.kind === 'gateway-token') continue;
      const target = `//api/v1${path.replace(/:\w+/g, 'x')}`;
      for (const variant of [target, `${target}/`]) {
        const { status, body } = await product.client().send(method, variant);
        expect([method, variant, status, body?.code]).toEqual([method, variant, 401, 'auth.not-signed-in']);
      }
    }
  });

  it('answer strangers to a workspace as if it did not exist', async () => {
    const client = await product.operator();
    for (const { access, method, path } of routes()) {
      if (access?.kind !== 'workspace') continue;
      const { status, body } = await client.send(method, path.replace(':slug', 'nowhere').replace(/:\w+/g, 'x'));
      expect([method, path, status, body?.code]).toEqual([method, path, 404, 'workspaces.not-found']);
    }
  });
});
