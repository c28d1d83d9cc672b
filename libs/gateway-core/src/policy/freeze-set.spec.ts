import { FreezeSet, type Freeze } from './freeze-set.js';

const caller = { tokenId: 'tok_1', tokenName: 'ci', workspaceId: 'ws_1', userId: 'usr_1', tools: null };
const frozen = (kind: Freeze['kind'], subject: string, workspaceId: string | null = 'ws_1') =>
  new FreezeSet([{ kind, subject, workspaceId }]);

describe('the kill switch', () => {
  it('stops nobody and nothing where nothing is frozen', () => {
    expect([FreezeSet.NONE.stopsCaller(caller), FreezeSet.NONE.stopsTarget('ws_1', 'srv_1', 'echo')]).toEqual([false, false]);
  });

  it.each([
    ['token', 'tok_1', 'ws_1'],
    ['member', 'usr_1', 'ws_1'],
    ['workspace', 'ws_1', 'ws_1'],
    ['token', 'tok_1', null],
    ['member', 'usr_1', null],
    ['workspace', 'ws_1', null],
  ] as const)('on a %s %s in %p stops its callers and nothing that others call', (kind, subject, workspaceId) => {
    const set = frozen(kind, subject, workspaceId);
    expect([set.stopsCaller(caller), set.stopsTarget('ws_1', 'srv_1', 'echo')]).toEqual([true, false]);
  });

  it.each([
    ['token', 'tok_2', 'ws_1'],
    ['member', 'usr_1', 'ws_2'],
    ['workspace', 'ws_2', 'ws_2'],
    ['server', 'srv_1', 'ws_1'],
  ] as const)('on a %s %s in %s leaves other callers alone', (kind, subject, workspaceId) => {
    expect(frozen(kind, subject, workspaceId).stopsCaller(caller)).toBe(false);
  });

  it('on a person leaves the service tokens of the workspace alone', () => {
    expect(frozen('member', 'usr_1').stopsCaller({ ...caller, userId: null })).toBe(false);
  });

  it('on a server stops all of it, on a tool that tool alone', () => {
    const [server, tool] = [frozen('server', 'srv_1'), frozen('tool', 'srv_1:echo', null)];
    const stops = (set: FreezeSet) => [
      set.stopsTarget('ws_1', 'srv_1', 'echo'),
      set.stopsTarget('ws_1', 'srv_1', 'add'),
      set.stopsTarget('ws_1', 'srv_1', undefined),
      set.stopsTarget('ws_2', 'srv_1', 'echo'),
      set.stopsTarget('ws_1', 'srv_2', 'echo'),
    ];
    expect([stops(server), stops(tool)]).toEqual([
      [true, true, true, false, false],
      [true, false, false, true, false],
    ]);
  });
});
