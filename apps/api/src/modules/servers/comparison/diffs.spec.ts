import type { Transport } from '../transports/transport.js';
import { diffDefinitions, type ListedDefinition } from './definition-diff.js';
import { diffTransports } from './transport-diff.js';

const http = (over: object = {}): Transport =>
  ({ type: 'streamable-http', url: 'https://a.example/mcp', headers: [], era: 'auto', ...over }) as Transport;
const header = (name: string, value: string | null) => ({ name, secret: value === null, value });
const tool = (key: string, hash: string): ListedDefinition => ({ kind: 'tools', key, hash, text: `{"name":"${key}"}` });

describe('what differs between two transports', () => {
  it('is nothing where they say the same, whatever the case of header names', () => {
    expect(diffTransports(http({ headers: [header('X-A', '1')] }), http({ headers: [header('x-a', '1')] }))).toEqual([]);
  });

  it('names address, era, capabilities and type', () => {
    expect(
      diffTransports(http(), { type: 'sse', url: 'https://b.example/sse', headers: [], clientCapabilities: 'superset' }).map(
        ({ field, from, to }) => [field, from, to],
      ),
    ).toEqual([
      ['type', 'streamable-http', 'sse'],
      ['address', 'https://a.example/mcp', 'https://b.example/sse'],
      ['era', 'auto', null],
      ['clientCapabilities', 'faithful', 'superset'],
    ]);
  });

  it('tells a header that became secret, came or went, and never a secret', () => {
    const from = http({ headers: [header('X-Key', 'plain'), header('X-Old', '1')] });
    const to = http({ headers: [header('X-Key', null), header('X-New', null)] });
    expect(diffTransports(from, to).map(({ name, from: before, to: after }) => [name, before, after])).toEqual([
      ['X-Key', 'plain', '(secret)'],
      ['X-Old', '1', null],
      ['X-New', null, '(secret)'],
    ]);
  });
});

describe('what differs between two listings', () => {
  it('goes by kind and key, not by place', () => {
    expect(diffDefinitions([tool('a', '1'), tool('b', '2')], [tool('b', '2'), tool('a', '1')])).toEqual({ changes: [], unchanged: 2 });
  });

  it('tells removed, changed and added, instructions first', () => {
    const said = (hash: string): ListedDefinition => ({ kind: 'instructions', key: '', hash, text: hash });
    const { changes, unchanged } = diffDefinitions(
      [tool('gone', '1'), tool('same', '2'), tool('other', '3'), said('x')],
      [tool('new', '4'), tool('same', '2'), tool('other', '5'), said('y')],
    );
    expect(changes.map(({ kind, key, change }) => [kind, key, change])).toEqual([
      ['instructions', '', 'changed'],
      ['tools', 'gone', 'removed'],
      ['tools', 'new', 'added'],
      ['tools', 'other', 'changed'],
    ]);
    expect(unchanged).toBe(1);
  });

  it('keeps a tool and a prompt of one name apart', () => {
    const prompt: ListedDefinition = { ...tool('a', '1'), kind: 'prompts' };
    expect(diffDefinitions([tool('a', '1')], [prompt]).changes.map(({ change }) => change)).toEqual(['removed', 'added']);
  });
});
