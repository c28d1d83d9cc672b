import type { CancelSignal } from '@mcpnest/gateway-core';

/** What a demo tool gives back: text, a message that the input was wrong, or questions for the person who called it. */
export type DemoResult =
  | { readonly text: string; readonly structured?: Readonly<Record<string, unknown>> }
  | { readonly problem: string }
  /** Key → an `inputRequests` entry (2026-07-28, "Multi round-trip requests"). */
  | { readonly ask: Readonly<Record<string, unknown>> }
  /** The client cannot be asked what the tool has to ask. */
  | { readonly needs: Readonly<Record<string, unknown>> };

/** A call under way, as a demo tool sees it. */
export interface DemoCall {
  readonly signal: CancelSignal;
  /** What the calling client can be asked for. */
  readonly clientCapabilities: Readonly<Record<string, unknown>>;
  /** What the person answered, by the keys of `ask`; empty in the first round. */
  readonly answers: Readonly<Record<string, unknown>>;
  /** Tells a caller that wants to know how far it has come. */
  progress(done: number, total: number): void;
}

/** A tool of the built-in demo server. */
export interface DemoTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly required?: readonly string[];
  readonly annotations: Readonly<Record<string, boolean>>;
  /** Runs it on arguments that are an object but otherwise unchecked. May reject only with the signal's reason. */
  run(input: Readonly<Record<string, unknown>>, call: DemoCall): DemoResult | Promise<DemoResult>;
}

/** Annotations of a tool that changes nothing and answers the same to the same question. */
export const STEADY = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };
/** Annotations of a tool that changes nothing but answers differently each time. */
export const VARYING = { ...STEADY, idempotentHint: false };

/** A finite number given as such; undefined otherwise. */
export function numberIn(input: Readonly<Record<string, unknown>>, key: string): number | undefined {
  const value = input[key];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}

/** A text of at most `lengthMax` characters; undefined otherwise. */
export function textIn(input: Readonly<Record<string, unknown>>, key: string, lengthMax = 100_000): string | undefined {
  const value = input[key];
  return typeof value === 'string' && value.length <= lengthMax ? value : undefined;
}

/** Whether a value is a whole number within bounds. */
export function isWhole(value: unknown, min: number, max: number): value is number {
  return Number.isInteger(value) && (value as number) >= min && (value as number) <= max;
}
