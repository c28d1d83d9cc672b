import { createHmac } from 'node:crypto';

/** What a caller says who it is, and by which key: no secret. At most 128 bytes (RFC 4279, 5.3). */
const IDENTITY = /^([\w-]{12})\.([\w-]{1,64})$/;
const ID_LENGTH = 12;

const mac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const idOf = (key: Buffer): string => mac(key, 'id').toString('base64url').slice(0, ID_LENGTH);

/** TLS with a key that both sides know instead of certificates; both prove it, and every connection has fresh secrets (RFC 8446, 2.2). */
export const HOP_TLS = { minVersion: 'TLSv1.3', ciphers: 'TLS_AES_128_GCM_SHA256', ALPNProtocols: ['h2'] } as const;

/**
 * The keys of connections between gateways and runners. Each connection has one of its own, bound to the names of both sides, so
 * that what was meant for one runner is understood by no other.
 */
export class HopKeys {
  private readonly byId: ReadonlyMap<string, Buffer>;

  /** @param former while the master key is changed: processes that have not started again yet still use it */
  constructor(current: Buffer, former?: Buffer) {
    this.byId = new Map([current, ...(former ? [former] : [])].map((key) => [idOf(key), key]));
  }

  /** Identity and key for going to a runner, newest key first. */
  towards(runner: string, caller: string): readonly { readonly identity: string; readonly psk: Buffer }[] {
    return [...this.byId].map(([id, key]) => {
      const identity = `${id}.${caller}`;
      return { identity, psk: pskOf(key, runner, identity) };
    });
  }

  /** The key of a caller that comes to this runner; null where it has none of ours. */
  of(runner: string, identity: string): Buffer | null {
    const key = this.byId.get(IDENTITY.exec(identity)?.[1] ?? '');
    return key ? pskOf(key, runner, identity) : null;
  }
}

const pskOf = (key: Buffer, runner: string, identity: string): Buffer => mac(key, `hop\n${runner}\n${identity}`);
