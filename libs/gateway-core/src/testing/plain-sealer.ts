import { Sealer } from '../ports/sealer.js';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Looking a global up is slow where tests run. */
const { imul } = Math;

/** A sealer without cryptography: what it seals cannot be read at a glance, and opens only whole, for its purpose and under its key. */
export class PlainSealer extends Sealer {
  constructor(private readonly key = 'key') {
    super();
  }

  seal(purpose: string, text: string): string {
    let body = '';
    for (let at = 0; at < text.length; at++) body += letters(text.charCodeAt(at) ^ this.maskAt(at));
    return this.checkOf(purpose, text) + body;
  }

  open(purpose: string, sealed: string): string | undefined {
    const letterCodes = [...sealed.slice(22)].map((letter) => ALPHABET.indexOf(letter));
    if (letterCodes.length % 3 !== 0 || letterCodes.includes(-1)) return undefined;
    let text = '';
    for (let at = 0; at < letterCodes.length; at += 3) {
      const code = letterCodes[at]! * 4096 + letterCodes[at + 1]! * 64 + letterCodes[at + 2]!;
      if (code > 0xffff) return undefined;
      text += String.fromCharCode(code ^ this.maskAt(at / 3));
    }
    return this.checkOf(purpose, text) === sealed.slice(0, 22) ? text : undefined;
  }

  /** Long enough that no test meets a collision by chance. */
  digest(text: string): string {
    const parts = [0x811c9dc5, 0x01234567, 0x7feb352d, 0x45d9f3b1].map((seed) => hash(text, seed));
    return parts
      .map((part) => letters(part & 0xffff) + letters(part >>> 16))
      .join('')
      .slice(0, 22);
  }

  private checkOf(purpose: string, text: string): string {
    return this.digest(`${this.key}|${purpose.length}|${purpose}|${text}`);
  }

  private maskAt(at: number): number {
    return hash(`${this.key}${at}`, 0x9e3779b9) & 0xffff;
  }
}

/** 16 bits in three letters. */
const letters = (code: number): string => ALPHABET[(code >> 12) & 63]! + ALPHABET[(code >> 6) & 63]! + ALPHABET[code & 63]!;

/** FNV-1a with a seed and a last mix. */
function hash(text: string, seed: number): number {
  let value = seed;
  for (let at = 0; at < text.length; at++) value = imul(value ^ text.charCodeAt(at), 0x01000193);
  value = imul(value ^ (value >>> 15), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}
