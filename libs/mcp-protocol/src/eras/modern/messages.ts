/** What the gateway says about itself, as a client, on one request to a modern upstream. */
export interface OutgoingEnvelope {
  readonly protocolVersion: string;
  /** Raw JSON of the ClientCapabilities object. */
  readonly clientCapabilitiesText: string;
  readonly clientInfo?: { readonly name: string; readonly version: string };
  readonly logLevel?: string;
  readonly progressToken?: string | number;
}
export interface ModernRequestInput {
  readonly idText: string;
  readonly method: string;
  /** Params without `_meta`: key → raw JSON. */
  readonly params: Iterable<readonly [string, string]>;
  /** End-to-end `_meta` entries to forward; keys of the envelope are left out. */
  readonly meta?: Iterable<readonly [string, string]>;
  readonly envelope: OutgoingEnvelope;
}
export interface ModernRequest { readonly text: string; readonly headers: Readonly<Record<string, string>> }
export function modernRequest(input: ModernRequestInput): ModernRequest { throw new Error(`unwritten ${input.method}`); }
