import { LIMITS } from '@mcpnest/shared/limits';

/** Nearly every name is plain, and this is on the way of every call. */
const PLAIN = /^[\x20-\x7e]*$/;

/** A name for records: bounded, without characters that a log or a database cannot hold. */
export function bounded(name: string): string {
  const cut = name.length > LIMITS.nameLengthMax ? name.slice(0, LIMITS.nameLengthMax) : name;
  if (PLAIN.test(cut)) return cut;
  return cut.replace(/[\u0000-\u001f\u007f]/g, ' ').replace(/\p{Surrogate}/gu, '\ufffd');
}

/** `name/version` of an Implementation object, or null where it is not one. */
export function clientLabel(info: unknown): string | null {
  if (typeof info !== 'object' || info === null) return null;
  const { name, version } = info as { name?: unknown; version?: unknown };
  if (typeof name !== 'string' || name === '') return null;
  return bounded(typeof version === 'string' && version !== '' ? `${name}/${version}` : name);
}
