/** The envelope of a modern request: what it says about itself in `params._meta` (2026-07-28, "Request metadata"). */
import { isLogLevel, type LogLevel } from '../../json-rpc/log-level.js';
import { META_KEYS } from '../era.js';

/** A checked envelope. */
export interface ModernEnvelope {
  readonly protocolVersion: string;
  readonly clientCapabilities: Readonly<Record<string, unknown>>;
  readonly clientInfo?: { readonly name: string; readonly version: string };
  readonly logLevel?: LogLevel;
  readonly progressToken?: string | number;
}

interface EnvelopeFault {
  readonly fault: string;
}

const REQUIRED = [META_KEYS.protocolVersion, META_KEYS.clientCapabilities] as const;

type Meta = Readonly<Record<string, unknown>>;

/** Whether a message claims to be modern: the protocol version key stands in its `_meta`, whatever its value. */
export function claimsEnvelope(meta: Meta | undefined): boolean {
  return meta !== undefined && Object.hasOwn(meta, META_KEYS.protocolVersion);
}

/** What was read already; requests of one client share their `_meta` (`parseMeta`). */
const read = new WeakMap<Meta, ModernEnvelope | EnvelopeFault>();

/** Reads an envelope; the answer to a bad one is the sentence for the client, which names the key. */
export function readEnvelope(meta: Meta | undefined): ModernEnvelope | EnvelopeFault {
  if (!meta) return { fault: 'Missing params._meta' };
  let envelope = read.get(meta);
  if (!envelope) read.set(meta, (envelope = readKeys(meta)));
  return envelope;
}

function readKeys(meta: Meta): ModernEnvelope | EnvelopeFault {
  const missing = REQUIRED.filter((key) => !Object.hasOwn(meta, key));
  if (missing.length > 0) return { fault: `Missing in params._meta: ${missing.join(', ')}` };

  const protocolVersion = meta[META_KEYS.protocolVersion];
  const clientCapabilities = meta[META_KEYS.clientCapabilities];
  const clientInfo = meta[META_KEYS.clientInfo];
  const logLevel = meta[META_KEYS.logLevel];
  const { progressToken } = meta;
  if (typeof protocolVersion !== 'string') return wrong(META_KEYS.protocolVersion, 'a string');
  if (!isRecord(clientCapabilities)) return wrong(META_KEYS.clientCapabilities, 'an object');
  if (clientInfo !== undefined && !isImplementation(clientInfo))
    return wrong(META_KEYS.clientInfo, 'an object with the strings name and version');
  if (logLevel !== undefined && !isLogLevel(logLevel)) return wrong(META_KEYS.logLevel, 'one of the eight syslog levels');
  if (progressToken !== undefined && !isProgressToken(progressToken)) return wrong('progressToken', 'a string or an integer');
  return {
    protocolVersion,
    clientCapabilities,
    ...(clientInfo !== undefined && { clientInfo }),
    ...(logLevel !== undefined && { logLevel }),
    ...(progressToken !== undefined && { progressToken }),
  };
}

function wrong(key: string, expected: string): EnvelopeFault {
  return { fault: `params._meta["${key}"] must be ${expected}` };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isImplementation(value: unknown): value is { name: string; version: string } {
  return isRecord(value) && typeof value['name'] === 'string' && typeof value['version'] === 'string';
}

function isProgressToken(value: unknown): value is string | number {
  return typeof value === 'string' || Number.isSafeInteger(value);
}
