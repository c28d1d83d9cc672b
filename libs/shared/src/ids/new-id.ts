const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** The web crypto that Node and browsers share; declared here because this library knows no platform types. */
declare const crypto: { getRandomValues(array: Uint8Array): Uint8Array };

const ID_PREFIXES = {
  user: 'usr',
  consoleSession: 'ses',
  apiKey: 'key',
  invite: 'inv',
  token: 'tok',
  workspace: 'ws',
  server: 'srv',
  version: 'ver',
  exposure: 'exp',
  canary: 'can',
  registry: 'rgy',
  registryEntry: 'rge',
  toolset: 'set',
  credential: 'cred',
  account: 'acc',
  oauthClient: 'ocl',
  change: 'chg',
  freeze: 'frz',
  call: 'call',
  view: 'view',
  webhook: 'whk',
  message: 'msg',
  schedule: 'sch',
  request: 'req',
  serverRequest: 'ask',
  serverTurn: 'trn',
} as const;
export type IdKind = keyof typeof ID_PREFIXES;

const RANDOM_LENGTH = 16;
/** Drawn in advance: asking the system for each id would cost more than the rest of it. */
const pool = new Uint8Array(RANDOM_LENGTH * 256);
let drawn = pool.length;
const codes = new Array<number>(RANDOM_LENGTH).fill(0);

/** Sixteen random characters, made at once: put together one by one, they would be sixteen texts. */
function randomText(): string {
  if (drawn === pool.length) {
    crypto.getRandomValues(pool);
    drawn = 0;
  }
  for (let i = 0; i < RANDOM_LENGTH; i++) codes[i] = ALPHABET.charCodeAt(pool[drawn++]! & 31);
  return String.fromCharCode.apply(null, codes);
}

/**
 * A new id such as `srv_01jd…`: prefix, then 48 bits of time and 80 random bits in Crockford base32.
 * Ids of one kind sort by the millisecond they were made in.
 */
export function newId(kind: IdKind, now: number = Date.now()): string {
  return `${ID_PREFIXES[kind]}_${timeText(now)}${randomText()}`;
}

let writtenTime = -1;
let writtenText = '';

/** 48 bits of time in ten characters. Remembers the last one: a busy process makes many ids in a millisecond. */
function timeText(now: number): string {
  if (now === writtenTime) return writtenText;
  writtenText = '';
  for (let rest = now, i = 0; i < 10; i++, rest = Math.floor(rest / 32)) writtenText = ALPHABET.charAt(rest % 32) + writtenText;
  writtenTime = now;
  return writtenText;
}
