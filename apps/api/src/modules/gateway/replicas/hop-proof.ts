import { createHmac, timingSafeEqual } from 'node:crypto';
import { derivedKey } from '../../../platform/vault/derived-key.js';

/** The header by which a replica shows another that it hands a request on. */
export const HOP_HEADER = 'x-mcpnest-hop';
const VALID_MS = 30_000;
const SHAPE = /^(\d{13})\.([\w-]{43})$/;

/**
 * Proves that a request comes from a replica of the same installation: an HMAC over method, target and time under a key derived
 * from the master key. It authenticates the hop and nobody's client: whoever is handed the request checks its token all the same.
 */
export class HopProof {
  private readonly key: Buffer;

  constructor(masterKey: Buffer) {
    this.key = derivedKey(masterKey, 'requests between replicas');
  }

  sign(method: string, target: string, now = Date.now()): string {
    return `${now}.${this.mac(method, target, String(now))}`;
  }

  /** Whether a header's value was signed for this request within the last thirty seconds, give or take a clock that is off. */
  holds(value: string | string[] | undefined, method: string, target: string, now = Date.now()): boolean {
    const [, time = '', mac = ''] = SHAPE.exec(typeof value === 'string' ? value : '') ?? [];
    if (mac === '' || Math.abs(now - Number(time)) > VALID_MS) return false;
    return timingSafeEqual(Buffer.from(mac), Buffer.from(this.mac(method, target, time)));
  }

  private mac(method: string, target: string, time: string): string {
    return createHmac('sha256', this.key).update(`${method}\n${target}\n${time}`).digest('base64url');
  }
}
