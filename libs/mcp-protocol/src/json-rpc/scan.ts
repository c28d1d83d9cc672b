/**
 * One strict pass over a JSON text (RFC 8259) that says whether every reader downstream must see the same document, and
 * where the members stand that a gateway looks at. Nothing is built but their spans: what is forwarded is the text itself.
 *
 * A *span* is a half-open range of the text. A member is *remembered* when it stands at the top, or inside a top-level
 * member named in `open`. Time is linear in the text; memory in the number of remembered members and of keys in the widest
 * object; recursion is bounded by the depth limit.
 */

import { plainRunEnd } from './plain-run.js';

/** [start, end) in a JSON text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A member's value, and where its key begins. */
export interface MemberSpan extends Span {
  readonly keyStart: number;
}

/** Remembered members by key (unescaped; lone surrogates replaced by U+FFFD), in the order of the text. */
export type Members = ReadonlyMap<string, MemberSpan>;

export type JsonKind = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';

export interface ScanOptions {
  /** Levels of nesting allowed, 64 unless told; never more than 512. */
  readonly depthMax?: number;
  /** Keys allowed in the whole text, 10,000 unless told. */
  readonly keysMax?: number;
  /** Elements of a top-level array, 1,000 unless told. */
  readonly elementsMax?: number;
  /** `reject` unless told; `first` keeps the first of two equal keys. */
  readonly duplicateKeys?: 'reject' | 'first';
  /** Top-level members whose own members are remembered too, e.g. `['params', 'result']`. */
  readonly open?: readonly string[];
  /** Whether the spans in an opened member count from its own beginning, for readers of that member alone. */
  readonly openedFromZero?: boolean;
  /** Lower-case names which no remembered member may equal only after case folding. */
  readonly exactKeys?: ReadonlySet<string>;
}

/** A text that passed. */
export interface Scan {
  readonly ok: true;
  readonly kind: JsonKind;
  /** Members of a top-level object; empty for other kinds. */
  readonly members: Members;
  /** Members of the opened ones that are present and objects. */
  readonly opened: ReadonlyMap<string, Members>;
  /** Elements of a top-level array. */
  readonly elements?: readonly Span[];
}

/** `size`: too many elements in a top-level array. `ambiguous-key`: see `exactKeys`. */
export type ScanReason = 'syntax' | 'depth' | 'keys' | 'duplicate-key' | 'ambiguous-key' | 'size';

/** Why a text was refused, and near which character. */
export interface ScanFault {
  readonly ok: false;
  readonly reason: ScanReason;
  readonly offset: number;
}

const DEPTH_CEILING = 512;
/** Objects up to this many keys compare hashes in a row; wider ones use a set. */
const NARROW_KEYS_MAX = 16;
const NO_MEMBERS: Members = new Map();
const NO_OPENED: ReadonlyMap<string, Members> = new Map();

// The columns of keys, shared by all scans: a scan runs from its beginning to its end without another one between.
const hashes: number[] = [];
const starts: number[] = [];
const ends: number[] = [];

/** Scans a text; never throws. Accepts exactly what `JSON.parse` accepts, less the bounds and the key rules above. */
export function scanJson(text: string, options: ScanOptions = {}): Scan | ScanFault {
  return new Scanner(text, options).run();
}

/** Whether a key equals one of the lower-case names only after case folding, as case-insensitive readers would read it. */
function isCaseVariant(key: string, names: ReadonlySet<string>): boolean {
  if (names.has(key) || key.length > 24) return false;
  // Upper-casing first folds the long s, the dotless i and the Kelvin sign; the dotted I leaves a combining dot behind.
  return names.has(key.toUpperCase().toLowerCase().replaceAll('\u0307', ''));
}

class Scanner {
  private at = 0;
  private depth = 0;
  private keys = 0;
  private reason: ScanReason = 'syntax';
  private members: Map<string, MemberSpan> | undefined;
  private opened: Map<string, Members> | undefined;
  private elements: Span[] | undefined;
  private readonly depthMax: number;
  private readonly keysMax: number;
  private readonly elementsMax: number;

  // The keys of the objects now open, as a stack of three columns; `top` is its height.
  private top = 0;
  // The key read last: its content without quotes, and its hash after unescaping.
  private keyStart = 0;
  private keyEnd = 0;
  private keyHash = 0;
  // Where the spans in the opened object count from.
  private openedStart = 0;

  constructor(
    private readonly text: string,
    private readonly options: ScanOptions,
  ) {
    this.depthMax = Math.min(options.depthMax ?? 64, DEPTH_CEILING);
    this.keysMax = options.keysMax ?? 10_000;
    this.elementsMax = options.elementsMax ?? 1_000;
  }

  run(): Scan | ScanFault {
    this.space();
    const kind = this.kindHere();
    if (kind === 'object') this.members = new Map();
    if (kind === 'array') this.elements = [];
    if (!this.value()) return this.fault();
    this.space();
    if (this.at < this.text.length) return this.fault();
    const result = { ok: true as const, kind, members: this.members ?? NO_MEMBERS, opened: this.opened ?? NO_OPENED };
    return this.elements ? { ...result, elements: this.elements } : result;
  }

  private fault(): ScanFault {
    return { ok: false, reason: this.reason, offset: Math.min(this.at, this.text.length) };
  }

  private refuse(reason: ScanReason): false {
    this.reason = reason;
    return false;
  }

  private kindHere(): JsonKind {
    switch (this.text.charCodeAt(this.at)) {
      case 0x7b:
        return 'object';
      case 0x5b:
        return 'array';
      case 0x22:
        return 'string';
      case 0x74:
      case 0x66:
        return 'boolean';
      case 0x6e:
        return 'null';
      default:
        return 'number';
    }
  }

  private space(): void {
    const { text } = this;
    let code = text.charCodeAt(this.at);
    while (code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09) code = text.charCodeAt(++this.at);
  }

  private value(): boolean {
    switch (this.text.charCodeAt(this.at)) {
      case 0x22:
        return this.string();
      case 0x7b:
        return this.object(this.depth === 0 ? this.members : undefined);
      case 0x5b:
        return this.array(this.depth === 0 ? this.elements : undefined);
      case 0x74:
        return this.literal('true');
      case 0x66:
        return this.literal('false');
      case 0x6e:
        return this.literal('null');
      default:
        return this.number();
    }
  }

  private literal(word: string): boolean {
    if (!this.text.startsWith(word, this.at)) return false;
    this.at += word.length;
    return true;
  }

  private array(elements: Span[] | undefined): boolean {
    if (++this.depth > this.depthMax) return this.refuse('depth');
    this.at++;
    this.space();
    if (this.text.charCodeAt(this.at) === 0x5d) return this.close();
    for (;;) {
      const start = this.at;
      if (!this.value()) return false;
      if (elements && elements.push({ start, end: this.at }) > this.elementsMax) return this.refuse('size');
      this.space();
      const code = this.text.charCodeAt(this.at);
      if (code === 0x5d) return this.close();
      if (code !== 0x2c) return false;
      this.at++;
      this.space();
    }
  }

  private object(into: Map<string, MemberSpan> | undefined): boolean {
    if (++this.depth > this.depthMax) return this.refuse('depth');
    this.at++;
    this.space();
    if (this.text.charCodeAt(this.at) === 0x7d) return this.close();
    const base = this.top;
    let wide: Set<string> | undefined;
    for (;;) {
      const keyStart = this.at;
      if (!this.key()) return false;
      if (this.top - base === NARROW_KEYS_MAX) wide ??= this.widen(base);
      const isNew = wide ? this.isNewAmongMany(wide) : this.isNewAmongFew(base);
      if (!isNew && this.options.duplicateKeys !== 'first') return this.refuse('duplicate-key');
      if (!(into ? this.rememberedMember(into, keyStart, isNew) : this.value())) return false;
      this.space();
      const code = this.text.charCodeAt(this.at);
      if (code === 0x7d) break;
      if (code !== 0x2c) return false;
      this.at++;
      this.space();
    }
    this.top = base;
    return this.close();
  }

  private close(): true {
    this.at++;
    this.depth--;
    return true;
  }

  private rememberedMember(into: Map<string, MemberSpan>, keyStart: number, isNew: boolean): boolean {
    const { exactKeys, open } = this.options;
    const key = this.keyText(this.keyStart, this.keyEnd);
    if (exactKeys && isCaseVariant(key, exactKeys)) return this.refuse('ambiguous-key');
    const start = this.at;
    const isOpened = into === this.members && isNew && this.text.charCodeAt(start) === 0x7b && open?.includes(key) === true;
    if (!(isOpened ? this.openedObject(key) : this.value())) return false;
    if (!isNew) return true;
    const from = into === this.members ? 0 : this.openedStart;
    into.set(key, { keyStart: keyStart - from, start: start - from, end: this.at - from });
    return true;
  }

  private openedObject(key: string): boolean {
    const members = new Map<string, MemberSpan>();
    (this.opened ??= new Map()).set(key, members);
    if (this.options.openedFromZero) this.openedStart = this.at;
    return this.object(members);
  }

  /** Reads `"key" :` and stops at the value. */
  private key(): boolean {
    if (this.text.charCodeAt(this.at) !== 0x22) return false;
    if (++this.keys > this.keysMax) return this.refuse('keys');
    this.keyStart = this.at + 1;
    if (!this.plainKey() && !this.escapedKey()) return false;
    this.space();
    if (this.text.charCodeAt(this.at) !== 0x3a) return false;
    this.at++;
    this.space();
    return true;
  }

  /** A key without escapes; false when there is one, or the key is broken. */
  private plainKey(): boolean {
    const { text } = this;
    let at = this.keyStart;
    let hash = 0;
    let code = text.charCodeAt(at);
    while (code >= 0x20 && code !== 0x22 && code !== 0x5c) {
      hash = (hash * 31 + code) | 0;
      code = text.charCodeAt(++at);
    }
    if (code !== 0x22) return false;
    this.keyEnd = at;
    this.keyHash = hash;
    this.at = at + 1;
    return true;
  }

  private escapedKey(): boolean {
    this.at = this.keyStart - 1;
    if (!this.string()) return false;
    this.keyEnd = this.at - 1;
    const key = this.keyText(this.keyStart, this.keyEnd);
    let hash = 0;
    for (let index = 0; index < key.length; index++) hash = (hash * 31 + key.charCodeAt(index)) | 0;
    this.keyHash = hash;
    return true;
  }

  private keyText(start: number, end: number): string {
    const raw = this.text.slice(start, end);
    // Encoders turn lone surrogates into U+FFFD, so keys that differ in nothing else are one key to the next reader.
    return raw.includes('\\') ? (JSON.parse(`"${raw}"`) as string).replace(/\p{Surrogate}/gu, '\uFFFD') : raw;
  }

  private isNewAmongFew(base: number): boolean {
    const { keyHash } = this;
    for (let row = base; row < this.top; row++) {
      if (hashes[row] === keyHash && this.keyText(starts[row]!, ends[row]!) === this.keyText(this.keyStart, this.keyEnd)) return false;
    }
    hashes[this.top] = keyHash;
    starts[this.top] = this.keyStart;
    ends[this.top++] = this.keyEnd;
    return true;
  }

  private isNewAmongMany(wide: Set<string>): boolean {
    const before = wide.size;
    return wide.add(this.keyText(this.keyStart, this.keyEnd)).size > before;
  }

  private widen(base: number): Set<string> {
    const wide = new Set<string>();
    for (let row = base; row < this.top; row++) wide.add(this.keyText(starts[row]!, ends[row]!));
    return wide;
  }

  private string(): boolean {
    const { text } = this;
    let at = this.at + 1;
    for (;;) {
      at = plainRunEnd(text, at);
      const code = text.charCodeAt(at);
      if (code === 0x22) {
        this.at = at + 1;
        return true;
      }
      const length = code === 0x5c ? this.escapeLength(at + 1) : 0;
      if (length === 0) {
        this.at = at;
        return false;
      }
      at += length;
    }
  }

  /** Length of the escape whose letter stands at `at`, backslash included; 0 when it is none. */
  private escapeLength(at: number): number {
    switch (this.text.charCodeAt(at)) {
      case 0x22:
      case 0x5c:
      case 0x2f:
      case 0x62:
      case 0x66:
      case 0x6e:
      case 0x72:
      case 0x74:
        return 2;
      case 0x75:
        return this.isHex(at + 1) && this.isHex(at + 2) && this.isHex(at + 3) && this.isHex(at + 4) ? 6 : 0;
      default:
        return 0;
    }
  }

  private isHex(at: number): boolean {
    const code = this.text.charCodeAt(at);
    return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x46) || (code >= 0x61 && code <= 0x66);
  }

  private number(): boolean {
    if (this.text.charCodeAt(this.at) === 0x2d) this.at++;
    if (this.text.charCodeAt(this.at) === 0x30) this.at++;
    else if (!this.digits()) return false;
    if (this.text.charCodeAt(this.at) === 0x2e) {
      this.at++;
      if (!this.digits()) return false;
    }
    if ((this.text.charCodeAt(this.at) | 0x20) !== 0x65) return true;
    this.at++;
    const sign = this.text.charCodeAt(this.at);
    if (sign === 0x2b || sign === 0x2d) this.at++;
    return this.digits();
  }

  private digits(): boolean {
    const start = this.at;
    let code = this.text.charCodeAt(start);
    while (code >= 0x30 && code <= 0x39) code = this.text.charCodeAt(++this.at);
    return this.at > start;
  }
}
