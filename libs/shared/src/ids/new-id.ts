const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** The web crypto that Node and browsers share; declared here because this library knows no platform types. */
declare const crypto: { getRandomValues(array: Uint8Array): Uint8Array };

const ID_PREFIXES = {
  user: 'usr', consoleSession: 'ses', apiKey: 'key', invite: 'inv', token: 'tok',
  workspace: 'ws', server: 'srv', version: 'ver', exposure: 'exp', credential: 'cred', call: 'call', request: 'req',
} as const;
export type IdKind = keyof typeof ID_PREFIXES;

/**
 * A new id such as `srv_01jd…`: prefix, then 48 bits of time and 80 random bits in Crockford base32.
 * Ids of one kind sort by the millisecond they were made in.
 */
export function newId(kind: IdKind, now: number = Date.now()): string {
  let time = '';
  for (let rest = now, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) time = ALPHABET.charAt(rest % 32) + time;
  let random = '';
  for (const byte of crypto.getRandomValues(new Uint8Array(16))) random += ALPHABET.charAt(byte & 31);
  return `${ID_PREFIXES[kind]}_${time}${random}`;
}
