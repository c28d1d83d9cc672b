import type { Transport, TransportHeader } from '../transports/transport.js';
import { sentAlong, slotKey } from '../transports/transport.js';

export const TRANSPORT_FIELDS = [
  'type',
  'address',
  'era',
  'clientCapabilities',
  'arguments',
  'integrity',
  'scripts',
  'network',
  'folders',
  'warm',
  'header',
] as const;

/** One difference between two transports. Values of secret headers are never part of a transport, so none can stand here. */
export interface TransportChange {
  readonly field: (typeof TRANSPORT_FIELDS)[number];
  /** The header's name; null for other fields. */
  readonly name: string | null;
  /** Null where that side does not have it. A secret header reads `(secret)`. */
  readonly from: string | null;
  readonly to: string | null;
}

/** What differs between two transports, in the order of {@link TRANSPORT_FIELDS}; headers are compared without regard to case (RFC 9110, field names). */
export function diffTransports(from: Transport, to: Transport): readonly TransportChange[] {
  const left = plainFields(from);
  const right = plainFields(to);
  const plain = left.flatMap(([field, value], index): TransportChange[] => {
    const other = right[index]![1];
    return value === other ? [] : [{ field, name: null, from: value, to: other }];
  });
  return [...plain, ...diffHeaders(sentAlong(from), sentAlong(to))];
}

function plainFields(transport: Transport): [TransportChange['field'], string | null][] {
  const local = transport.type === 'stdio' ? transport : null;
  return [
    ['type', transport.type],
    ['address', addressOf(transport)],
    ['era', transport.type === 'streamable-http' ? transport.era : null],
    ['clientCapabilities', transport.type === 'builtin' ? null : (transport.clientCapabilities ?? 'faithful')],
    ['arguments', local && JSON.stringify(local.args)],
    ['integrity', local && local.integrity],
    ['scripts', local && (local.scripts ?? []).join(', ')],
    ['network', local && (local.network ? 'on' : 'off')],
    ['folders', local && local.folders.map(({ path, writable }) => `${path}${writable ? ' (writable)' : ''}`).join(', ')],
    ['warm', local && (local.warm ? 'on' : 'off')],
  ];
}

function addressOf(transport: Transport): string | null {
  if (transport.type === 'builtin') return transport.name;
  return transport.type === 'stdio' ? (transport.package ?? transport.command) : transport.url;
}

const shown = (header: TransportHeader | undefined): string | null => (header ? (header.secret ? '(secret)' : (header.value ?? '')) : null);

function diffHeaders(from: readonly TransportHeader[], to: readonly TransportHeader[]): readonly TransportChange[] {
  const left = new Map(from.map((header) => [slotKey(header.name), header]));
  const right = new Map(to.map((header) => [slotKey(header.name), header]));
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((key): TransportChange[] => {
    const before = left.get(key);
    const after = right.get(key);
    if (before?.secret === after?.secret && shown(before) === shown(after)) return [];
    return [{ field: 'header', name: (after ?? before)!.name, from: shown(before), to: shown(after) }];
  });
}
