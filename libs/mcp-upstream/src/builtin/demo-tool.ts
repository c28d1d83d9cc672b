import type { CancelSignal } from '@mcpnest/gateway-core';
/** What a demo tool gives back: text, or a message that the input was wrong. */
export type DemoResult = { readonly text: string; readonly structured?: Readonly<Record<string, unknown>> } | { readonly problem: string };

/** A tool of the built-in demo server. */
export interface DemoTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly properties: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly required?: readonly string[];
  readonly annotations: Readonly<Record<string, boolean>>;
  /** Runs it on arguments that are an object but otherwise unchecked. May reject only with the signal's reason. */
  run(input: Readonly<Record<string, unknown>>, signal: CancelSignal): DemoResult | Promise<DemoResult>;
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
