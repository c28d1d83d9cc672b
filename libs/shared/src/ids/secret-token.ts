import { crc32 } from './crc32.js';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const RANDOM_LENGTH = 30;
const CHECKSUM_LENGTH = 6;

/** Digit by character code; -1 for what is none. */
const DIGITS = new Int8Array(128).fill(-1);
for (let digit = 0; digit < BASE62.length; digit++) DIGITS[BASE62.charCodeAt(digit)] = digit;

declare const crypto: { getRandomValues(array: Uint8Array): Uint8Array };

/** `mng_` opens the gateway endpoint, `mna_` the REST API. */
export type TokenPrefix = 'mng_' | 'mna_';

function base62(value: number): string {
  let text = '';
  for (let rest = value; text.length < CHECKSUM_LENGTH; rest = Math.floor(rest / 62)) text = BASE62.charAt(rest % 62) + text;
  return text;
}

/** A new secret: prefix, 30 random base62 characters, 6 characters of CRC-32 over all before (contract, tokens). */
export function newSecretToken(prefix: TokenPrefix): string {
  let random = '';
  while (random.length < RANDOM_LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(48))) {
      // 248 is the largest multiple of 62 below 256: dropping the rest keeps every character equally likely.
      if (byte < 248 && random.length < RANDOM_LENGTH) random += BASE62.charAt(byte % 62);
    }
  }
  return prefix + random + base62(crc32(prefix + random));
}

/** Whether a text has the shape and the checksum of such a secret. The checksum catches typing errors; it is no security. */
export function isWellFormedSecretToken(text: string, prefix: TokenPrefix): boolean {
  const length = prefix.length + RANDOM_LENGTH + CHECKSUM_LENGTH;
  if (text.length !== length || !text.startsWith(prefix) || !/^[0-9A-Za-z_]+$/.test(text)) return false;
  const bodyLength = prefix.length + RANDOM_LENGTH;
  return crc32(text, bodyLength) === numberAt(text, bodyLength);
}

/** The base62 number that a text ends with; NaN where that is none. */
function numberAt(text: string, from: number): number {
  let value = 0;
  for (let at = from; at < text.length; at++) {
    const digit = DIGITS[text.charCodeAt(at)] ?? -1;
    value = digit < 0 ? Number.NaN : value * 62 + digit;
  }
  return value;
}
