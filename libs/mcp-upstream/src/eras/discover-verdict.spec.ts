import { errorMessage, parseReply, resultMessage, type UpstreamReply } from '@mcpnest/mcp-protocol';
import { judgeDiscover } from './discover-verdict.js';

const result = (value: unknown): UpstreamReply => parseReply(resultMessage('1', JSON.stringify(value))) as UpstreamReply;
const error = (code: number, data?: unknown): UpstreamReply => parseReply(errorMessage('1', code, 'No', data)) as UpstreamReply;

describe('verdict on an answer to server/discover', () => {
  test.each<[string, number, UpstreamReply | undefined, string]>([
    ['our revision among those listed', 200, result({ supportedVersions: ['2027-01-01', '2026-07-28'] }), 'modern'],
    ['a list without ours but modern', 200, result({ supportedVersions: ['2027-01-01'] }), 'unsupported'],
    ['a list of legacy revisions', 200, result({ supportedVersions: ['2025-11-25'] }), 'try-legacy'],
    ['a result without a list', 200, result({ hello: 1 }), 'try-legacy'],
    ['junk with 200', 200, undefined, 'try-legacy'],
    ['202 without a body', 202, undefined, 'try-legacy'],
    ['-32022 with our revision', 400, error(-32022, { supported: ['2026-07-28'] }), 'modern'],
    ['-32022 with other modern revisions', 400, error(-32022, { supported: ['2027-01-01', '2025-11-25'] }), 'unsupported'],
    ['-32022 with legacy revisions only', 400, error(-32022, { supported: ['2025-11-25'] }), 'try-legacy'],
    ['-32022 without data', 400, error(-32022), 'try-legacy'],
    ['-32601', 200, error(-32601), 'try-legacy'],
    ['-32000 of an old session check', 400, error(-32000), 'try-legacy'],
    ['a bare 400', 400, undefined, 'try-legacy'],
    ['a bare 404', 404, undefined, 'try-legacy'],
    ['a bare 405', 405, undefined, 'try-legacy'],
    ['a bare 415', 415, undefined, 'try-legacy'],
    ['500', 500, undefined, 'outage'],
    ['503 with an error', 503, error(-32603), 'outage'],
    ['429', 429, undefined, 'outage'],
  ])('%s', (_case, status, reply, kind) => {
    expect(judgeDiscover(status, reply).kind).toBe(kind);
  });
});
