/** What a modern request says about itself in `params._meta`, checked. */
export interface ModernEnvelope {
  readonly protocolVersion: string;
  readonly clientCapabilities: Readonly<Record<string, unknown>>;
  readonly clientInfo?: { readonly name: string; readonly version: string };
  readonly logLevel?: string;
  readonly progressToken?: string | number;
}
