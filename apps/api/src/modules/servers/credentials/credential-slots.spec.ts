import type { Transport } from '../transports/transport.js';
import { areCredentialsSet, slotsOf, valueFor } from './credential-slots.js';
import { EVERYBODY, last4Of, type StoredCredential } from './credential.js';

const transport = (url: string, ...names: string[]): Transport => ({
  type: 'streamable-http',
  url,
  era: 'auto',
  headers: names.map((name) => ({ name, secret: true, value: null })),
});
const stored = (name: string, origin = 'https://a.example'): StoredCredential => ({
  id: `cred_${name}_${origin}`,
  serverId: 'srv_1',
  ...EVERYBODY,
  version: 1,
  reference: null,
  setBy: null,
  origin,
  name,
  sealed: 'x',
  last4: null,
  updatedAt: new Date(0),
  lastUsedAt: null,
  lastSuccessAt: null,
  lastFailureAt: null,
  lastFailureReason: null,
});

describe('a stored value', () => {
  it('is lent to its own origin alone', () => {
    const values = [stored('X-Key')];
    expect(valueFor(transport('https://a.example/other/path', 'x-key'), 'x-key', values)).toBe(values[0]);
    for (const url of ['https://b.example/', 'http://a.example/', 'https://a.example:8443/', 'https://a.example.evil.example/']) {
      expect(valueFor(transport(url, 'X-Key'), 'X-Key', values)).toBeNull();
    }
  });

  it('counts as not set where only another origin has it', () => {
    expect(areCredentialsSet(transport('https://b.example/', 'X-Key'), [stored('X-Key')])).toBe(false);
    expect(slotsOf(transport('https://b.example/', 'X-Key'), [stored('X-Key')])).toEqual([{ name: 'X-Key', attached: true, stored: null }]);
  });

  it('stays visible, detached, when its slot is gone', () => {
    expect(
      slotsOf(transport('https://a.example/', 'X-New'), [stored('X-Old')]).map(({ name, attached, stored: value }) => [
        name,
        attached,
        value !== null,
      ]),
    ).toEqual([
      ['X-New', true, false],
      ['X-Old', false, true],
    ]);
  });

  it('shows its last four characters only from twelve on', () => {
    expect(last4Of('abcdefghijk')).toBeNull();
    expect(last4Of('abcdefghijkl')).toBe('ijkl');
  });
});

it('a server without slots has no credentials to set', () => {
  expect(areCredentialsSet({ type: 'builtin', name: 'demo' }, [])).toBeNull();
});
