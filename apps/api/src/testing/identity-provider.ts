import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** Somebody with an account at the provider. */
export interface Account {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
  readonly groups?: readonly string[];
}

/** What the provider answers instead of its discovery document. */
export interface FalseDiscovery {
  readonly status?: number;
  readonly location?: string;
  readonly document?: object;
}

/** A real OpenID provider on loopback; whoever is sent there is signed in as the account at hand. */
export interface IdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who signs in next (null is refused), and what discovery answers (null: the truth). */
  set(state: { readonly account?: Account | null; readonly discovery?: FalseDiscovery | null }): Promise<void>;
  /** The provider's true discovery document. */
  discovery(): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

const PROGRAM = fileURLToPath(new URL('./programs/identity-provider.mjs', import.meta.url));

/** @param redirectUri the address of the console that the provider allows */
export async function startIdentityProvider(redirectUri: string): Promise<IdentityProvider> {
  const child = spawn(process.execPath, [PROGRAM, redirectUri], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [issuer] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return {
    issuer,
    clientId: 'console',
    clientSecret: 'a secret of the console that nobody may see',
    async set(state) {
      await fetch(`${issuer}/-/set`, { method: 'POST', body: JSON.stringify(state) });
    },
    async discovery() {
      return (await (await fetch(`${issuer}/.well-known/openid-configuration`)).json()) as Record<string, unknown>;
    },
    async close() {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}
