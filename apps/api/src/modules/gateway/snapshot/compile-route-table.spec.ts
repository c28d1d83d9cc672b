import type { ExposureRoute } from '@mcpnest/gateway-core';
import { exposureRoute, withCanary } from '@mcpnest/gateway-core/testing';
import { compileRouteTable, type RoutedWorkspace } from './compile-route-table.js';

const workspace = (id: string, changes: Partial<RoutedWorkspace> = {}): RoutedWorkspace => ({
  id,
  slug: id,
  name: id,
  limits: { ratePerSecond: 1, burst: 1, concurrency: 1 },
  toolNameLengthMax: 46,
  limitRules: [],
  ...changes,
});
const exposures = (entries: Record<string, ExposureRoute[]>) => new Map(Object.entries(entries));

describe('the route table', () => {
  it('knows each workspace by its slug, with its exposures in operator order', () => {
    const table = compileRouteTable(
      7,
      [workspace('one'), workspace('two')],
      exposures({
        one: [
          exposureRoute('late', { position: 2 }),
          exposureRoute('young', { position: 1, createdAt: 9 }),
          exposureRoute('old', { position: 1, createdAt: 3 }),
        ],
      }),
      undefined,
    );
    expect(table.generation).toBe(7);
    expect(table.bySlug.get('one')?.exposures.map(({ target }) => target.serverSlug)).toEqual(['old', 'young', 'late']);
    expect(table.bySlug.get('two')?.exposures).toEqual([]);
    expect(table.bySlug.get('three')).toBeUndefined();
  });

  it('keeps what did not change, so that what was derived from it stays valid', () => {
    const state = () => exposures({ one: [exposureRoute('a')], two: [exposureRoute('b')] });
    const before = compileRouteTable(1, [workspace('one'), workspace('two')], state(), undefined);
    const after = compileRouteTable(2, [workspace('one'), workspace('two', { toolNameLengthMax: 64 })], state(), before);
    expect(after.bySlug.get('one')).toBe(before.bySlug.get('one'));
    expect(after.bySlug.get('two')).not.toBe(before.bySlug.get('two'));
  });

  it('notices a limit, and keeps what a token has of its own beside what all have', () => {
    const rule = { workspaceId: 'one', subject: '', burst: null, concurrency: null, callsPerDay: null, ratePerSecond: null } as const;
    const before = compileRouteTable(1, [workspace('one')], exposures({}), undefined);
    const limited = workspace('one', {
      limitRules: [
        { ...rule, scope: 'workspace', ratePerSecond: 5, burst: 50 },
        { ...rule, scope: 'each-token', callsPerDay: 9 },
        { ...rule, scope: 'token', subject: 'tok_1', concurrency: 7 },
        { ...rule, scope: 'tool', subject: 'a:*', callsPerDay: 3 },
      ],
    });
    const after = compileRouteTable(2, [limited], exposures({}), before).bySlug.get('one');
    expect(before.bySlug.get('one')?.limitRules).toBeUndefined();
    expect(after?.limitRules).toEqual({
      workspace: { ratePerSecond: 5, burst: 50 },
      tokenCallsPerDay: 9,
      tokens: new Map([['tok_1', { ratePerSecond: 1, burst: 1, concurrency: 7, callsPerDay: 9 }]]),
      tools: new Map([['a:*', { callsPerDay: 3 }]]),
    });
  });

  it('notices whom a canary serves', () => {
    const given = (...tokenIds: string[]) => exposures({ one: [withCanary(exposureRoute('a'), { tokenIds })] });
    const before = compileRouteTable(1, [workspace('one')], given('tok_1'), undefined);
    expect(compileRouteTable(2, [workspace('one')], given('tok_1'), before).bySlug.get('one')).toBe(before.bySlug.get('one'));
    expect(compileRouteTable(2, [workspace('one')], given('tok_2'), before).bySlug.get('one')).not.toBe(before.bySlug.get('one'));
  });

  it.each<[string, Partial<ExposureRoute>]>([
    ['a tool setting', { toolSettings: new Map([['x', { enabled: false, alias: null, description: null }]]) }],
    ['a prefix', { toolPrefix: 'p_' }],
    ['a canary', withCanary(exposureRoute('a'), { tokenIds: ['tok_1'] })],
    ['a target', { target: { ...exposureRoute('a').target, key: 'another' } }],
  ])('notices %s', (_, change) => {
    const before = compileRouteTable(1, [workspace('one')], exposures({ one: [exposureRoute('a')] }), undefined);
    const after = compileRouteTable(2, [workspace('one')], exposures({ one: [exposureRoute('a', change)] }), before);
    expect(after.bySlug.get('one')).not.toBe(before.bySlug.get('one'));
  });
});
