import type { Call } from '@mcpnest/api-client';
import { callsSearch, filterOf, matches } from './calls-search';

const CALL = {
  callId: 'call_1',
  createdAt: '2026-11-30T10:00:00.000Z',
  serverSlug: 'files',
  toolName: 'read',
  publishedName: 'f_read',
  tokenName: 'laptop',
  tokenId: 'tok_1',
  userId: 'usr_1',
  clientName: 'claude-code/2.1',
  protocolVersion: '2025-11-25',
  outcome: 'timeout',
  origin: 'upstream',
  gate: null,
  reason: 'gateway.upstream-timeout',
  status: 504,
  latencyMs: 250,
  upstreamLatencyMs: 239.98,
} as unknown as Call;

describe('the address of the call log', () => {
  it('keeps what it can say and drops the rest', () => {
    expect(callsSearch.parse({ outcome: 'failed', latencyMin: '100', origin: 'moon', from: 'yesterday', other: 1 })).toEqual({
      outcome: 'failed',
      latencyMin: 100,
    });
  });

  it('asks for an exact period before a range that ends now', () => {
    expect(filterOf({ range: 'h1', from: '2026-11-30T09:00:00Z', to: '2026-11-30T10:00:00Z', call: 'call_1' })).toEqual({
      from: '2026-11-30T09:00:00Z',
      to: '2026-11-30T10:00:00Z',
    });
  });

  it.each([
    [{ outcome: 'failed' }, { outcome: 'success' }],
    [{ tool: 'f_read' }, { tool: 'write' }],
    [{ client: 'claude-code' }, { client: 'claude' }],
    [{ latencyMin: 250 }, { latencyMax: 250 }],
    [{ upstreamMin: 239.98 }, { upstreamMin: 240 }],
    [{ gatewayMin: 10.02 }, { gatewayMin: 10.021 }],
    [{ text: 'TIMEOUT' }, { text: 'nothing' }],
    [{ origin: 'upstream' as const }, { origin: 'client' as const }],
    [{ person: 'usr_1', revision: '2025-11-25' }, { person: 'usr_2' }],
    [{ to: '2026-11-30T10:00:01.000Z' }, { to: '2026-11-30T10:00:00.000Z' }],
  ])('lets a live call in by %j and not by %j', (yes, no) => {
    expect([matches(CALL, yes), matches(CALL, no)]).toEqual([true, false]);
  });
});
