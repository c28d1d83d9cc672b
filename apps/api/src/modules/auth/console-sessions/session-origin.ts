/** How somebody proved who they are. */
export type SignInMethod = 'password' | 'oidc';

/** Where a session comes from, so that its person recognises it. */
export interface SessionOrigin {
  readonly method: SignInMethod;
  readonly address: string | null;
  readonly userAgent: string | null;
}

const USER_AGENT_LENGTH_MAX = 300;

/** Keeps of what a browser says of itself one printable line. */
export const userAgentOf = (header: string | undefined): string | null =>
  header === undefined ? null : header.replace(/\p{Cc}/gu, ' ').slice(0, USER_AGENT_LENGTH_MAX);
