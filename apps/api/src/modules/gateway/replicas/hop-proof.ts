import { createHmac, timingSafeEqual } from 'node:crypto';
import { derivedKey } from '../../../platform/vault/derived-key.js';

/** The header by which a replica shows another that it hands a request on. */
export const HOP_HEADER = 'x-mcpnest-hop';
/** Beside it: the address of the client whose request is handed on. */
export const CLIENT_HEADER = 'x-mcpnest-client';
const USE = 'requests between replicas';
const VALID_MS = 30_000;
const SHAPE = /^(\d{13})\.([\w-]{43})$/;

/** What is proven of a request. */
export interface HandedOn {
  readonly method: string;
  readonly target: string;
  /** The client's address as the first replica saw it. */
  readonly client: string;
}

/**
 * Proves that a request comes from a replica of the same installation: an HMAC over method, target, time and the client's address under a key derived
 * from the master key. It authenticates the hop and nobody's client: whoever is handed the request checks its token all the same.
 */
export class HopProof {
  private readonly key: Buffer;
  private readonly believed: readonly Buffer[];

  /** @param formerMasterKey while the master key is changed: replicas that have not started again yet still sign by it */
  constructor(masterKey: Buffer, formerMasterKey?: Buffer) {
    this.key = derivedKey(masterKey, USE);
    this.believed = formerMasterKey ? [this.key, derivedKey(formerMasterKey, USE)] : [this.key];
  }

  sign({ method, target, client }: HandedOn, now = Date.now()): string {
    return `${now}.${mac(this.key, [method, target, String(now), client])}`;
  }

  /** Whether a header's value was signed for this request within the last thirty seconds, give or take a clock that is off. */
  holds(value: string | string[] | undefined, { method, target, client }: HandedOn, now = Date.now()): boolean {
    const [, time = '', given = ''] = SHAPE.exec(typeof value === 'string' ? value : '') ?? [];
    if (given === '' || Math.abs(now - Number(time)) > VALID_MS) return false;
    return this.believed.some((key) => timingSafeEqual(Buffer.from(given), Buffer.from(mac(key, [method, target, time, client]))));
  }
}

const mac = (key: Buffer, parts: readonly string[]): string => createHmac('sha256', key).update(parts.join('\n')).digest('base64url');
