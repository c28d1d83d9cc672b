/** [start, end) in a JSON text. */
export interface Span { readonly start: number; readonly end: number }
/** A member's value, and where its key begins. */
export interface MemberSpan extends Span { readonly keyStart: number }
export type Members = ReadonlyMap<string, MemberSpan>;
export type JsonKind = 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';
export interface ScanOptions {
  /** Levels of nesting allowed, 64 unless told; never more than 512. */
  readonly depthMax?: number;
  /** Keys allowed in the whole text, 10,000 unless told. */
  readonly keysMax?: number;
  /** Elements of a top-level array, 1,000 unless told. */
  readonly elementsMax?: number;
  readonly duplicateKeys?: 'reject' | 'first';
  /** Top-level members whose own members are remembered too, e.g. `['params', 'result']`. */
  readonly open?: readonly string[];
  /** Names which no top-level member, nor any of an opened one, may equal only after case folding. */
  readonly exactKeys?: ReadonlySet<string>;
}
export interface Scan {
  readonly ok: true;
  readonly kind: JsonKind;
  readonly members: Members;
  readonly opened: ReadonlyMap<string, Members>;
  readonly elements?: readonly Span[];
}
export type ScanReason = 'syntax' | 'depth' | 'keys' | 'duplicate-key' | 'ambiguous-key' | 'size';
export interface ScanFault { readonly ok: false; readonly reason: ScanReason; readonly offset: number }
export function scanJson(text: string, options?: ScanOptions): Scan | ScanFault { throw new Error(`unwritten ${text.length} ${String(options)}`); }
