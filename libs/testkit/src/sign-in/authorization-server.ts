import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What the authorization server does from now on; what is left out stays. */
export interface AuthorizationServerState {
  /** Who is signed in next; null is refused. */
  readonly account?: { readonly sub: string; readonly email?: string } | null;
  /** What is answered at every well-known address; null: the truth. */
  readonly discovery?: { readonly status?: number; readonly location?: string; readonly document?: object } | null;
  /** How long access tokens live. */
  readonly tokenSeconds?: number;
  /** What the token endpoint answers; null: what is right. */
  readonly tokenFault?: { readonly status: number; readonly body: object; readonly headers?: Record<string, string> } | null;
  /** What the revocation endpoint answers; null: what is right. */
  readonly revocationFault?: { readonly status: number; readonly body: object } | null;
  /** Whether requests for tokens wait until they are held no longer. */
  readonly tokensHeld?: boolean;
  /** Id of a registered client that it forgets. */
  readonly forgetClient?: string;
}

/** A real OAuth authorization server on loopback that registers clients and gives tokens for any resource. */
export interface AuthorizationServer {
  readonly issuer: string;
  /** A client that it knows without registration. */
  readonly clientId: string;
  readonly clientSecret: string;
  set(state: AuthorizationServerState): Promise<void>;
  /** What it says of itself when it tells the truth. */
  discovery(): Promise<Record<string, unknown>>;
  /** Whose a token is and what it is for; empty where it is none. */
  lookUp(token: string): Promise<{ readonly account?: string; readonly audience?: string }>;
  /** What it was asked so far. */
  seen(): Promise<{ readonly refreshes: number; readonly registrations: number; readonly revocations: number; readonly held: number }>;
  close(): Promise<void>;
}

const PROGRAM = fileURLToPath(new URL('./authorization-server.mjs', import.meta.url));

/** @param redirectUri of the client that it knows */
export async function startAuthorizationServer(redirectUri: string): Promise<AuthorizationServer> {
  const child = spawn(process.execPath, [PROGRAM, redirectUri], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [issuer] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const json = async (path: string, init?: RequestInit) => (await fetch(`${issuer}${path}`, init)).json();
  return {
    issuer,
    clientId: 'known-gateway',
    clientSecret: 'a secret of the gateway that nobody may see',
    async set(state) {
      await fetch(`${issuer}/-/set`, { method: 'POST', body: JSON.stringify(state) });
    },
    discovery: () => json('/.well-known/openid-configuration') as Promise<Record<string, unknown>>,
    lookUp: (token) => json('/-/token', { method: 'POST', body: token }) as ReturnType<AuthorizationServer['lookUp']>,
    seen: () => json('/-/state') as ReturnType<AuthorizationServer['seen']>,
    async close() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
