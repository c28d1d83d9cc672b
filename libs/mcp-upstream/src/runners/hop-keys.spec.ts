import { randomBytes } from 'node:crypto';
import { HopKeys } from './hop-keys.js';

const [KEY, FORMER] = [randomBytes(32), randomBytes(32)];
const known = (keys: HopKeys, runner = 'r1', caller = 'w1') => keys.towards(runner, caller)[0]!;

describe('the keys between gateways and runners', () => {
  it('are the same on both sides, and others for each pair', () => {
    const { identity, psk } = known(new HopKeys(KEY));
    expect(new HopKeys(KEY).of('r1', identity)).toEqual(psk);
    expect(new HopKeys(KEY).of('r2', identity)).not.toEqual(psk);
    expect(known(new HopKeys(KEY), 'r1', 'w2').psk).not.toEqual(psk);
  });

  it('are known under a former master key for as long as one is given', () => {
    const old = known(new HopKeys(FORMER));
    expect(new HopKeys(KEY, FORMER).of('r1', old.identity)).toEqual(old.psk);
    expect(new HopKeys(KEY).of('r1', old.identity)).toBeNull();
    expect(new HopKeys(KEY, FORMER).towards('r1', 'w1').map(({ psk }) => psk)).toEqual([known(new HopKeys(KEY)).psk, old.psk]);
  });

  it.each(['', 'x', '.', `${'a'.repeat(12)}.`, `${'a'.repeat(12)}.w1`])('are nobody’s under the identity %j', (identity) => {
    expect(new HopKeys(KEY).of('r1', identity)).toBeNull();
  });

  it('have identities that say nothing of the key and fit into the protocol', () => {
    const { identity } = known(new HopKeys(KEY), 'https://runner.example:3100', 'w'.repeat(64));
    expect(identity.length).toBeLessThanOrEqual(128);
    expect(identity).not.toContain(KEY.toString('base64url').slice(0, 12));
  });
});
