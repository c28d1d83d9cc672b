export interface InitializeInput {
  readonly idText: string;
  readonly protocolVersion: string;
  readonly capabilitiesText: string;
  readonly clientInfo: { readonly name: string; readonly version: string };
}
export interface LegacyRequestInput {
  readonly idText: string;
  readonly method: string;
  /** Params without `_meta`: key → raw JSON. */
  readonly params: Iterable<readonly [string, string]>;
  /** End-to-end `_meta` entries to forward; keys of the modern envelope are left out. */
  readonly meta?: Iterable<readonly [string, string]>;
  readonly progressToken?: string | number;
}
export function initializeRequest(input: InitializeInput): string { throw new Error(`unwritten ${input.idText}`); }
export function initializedNotification(): string { throw new Error('unwritten'); }
export function legacyRequest(input: LegacyRequestInput): string { throw new Error(`unwritten ${input.method}`); }
