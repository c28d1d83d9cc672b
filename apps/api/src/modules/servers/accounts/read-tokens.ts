import { TOKEN_LENGTH_MAX, TOKEN_SHAPE } from '../lending/bearer-token.js';
import { scopesIn } from './read-metadata.js';

/** Tokens as they were given. */
export interface TokensGranted {
  readonly accessToken: string;
  /** Null where none came along: the one before goes on. */
  readonly refreshToken: string | null;
  /** How long the access token lives, milliseconds; null where nobody said. */
  readonly lifetimeMs: number | null;
  /** Null where they are those that were asked for. */
  readonly scopes: readonly string[] | null;
  /** What the authorization server calls the account. */
  readonly label: string | null;
}

const LIFETIME_MAX_S = 366 * 86_400;
const LABEL_LENGTH_MAX = 200;

/** Reads the answer of a token endpoint (RFC 6749, section 5.1); null where it is no bearer token that can be sent. */
export function readTokens(json: Readonly<Record<string, unknown>>): TokensGranted | null {
  const { access_token: accessToken, token_type: type, expires_in: expiresIn, refresh_token: refresh, scope, id_token: identity } = json;
  if (typeof accessToken !== 'string' || accessToken.length > TOKEN_LENGTH_MAX || !TOKEN_SHAPE.test(accessToken)) return null;
  if (typeof type !== 'string' || type.toLowerCase() !== 'bearer') return null;
  const seconds = Number(expiresIn ?? Number.NaN);
  return {
    accessToken,
    refreshToken: typeof refresh === 'string' && refresh !== '' && refresh.length <= TOKEN_LENGTH_MAX ? refresh : null,
    lifetimeMs: seconds > 0 ? 1000 * Math.min(seconds, LIFETIME_MAX_S) : null,
    scopes: typeof scope === 'string' ? scopesIn(scope) : null,
    label: typeof identity === 'string' ? labelIn(identity) : null,
  };
}

/** For people to recognise their account by, and for nothing else: nobody is let in by it, so its signature is not looked at. */
function labelIn(idToken: string): string | null {
  try {
    const claims = JSON.parse(Buffer.from(idToken.split('.')[1] ?? '', 'base64url').toString('utf8')) as Record<string, unknown>;
    const name = [claims['email'], claims['preferred_username'], claims['name'], claims['sub']].find((one) => typeof one === 'string');
    return typeof name === 'string' ? name.replace(/[\p{C}]/gu, '').slice(0, LABEL_LENGTH_MAX) || null : null;
  } catch {
    return null;
  }
}
