/** A short name for a workspace in a client: its slug without what clients dislike. */
export const aliasOf = (slug: string): string => slug.replaceAll('_', '-').slice(0, 12).replace(/-+$/, '');

export const ALIAS_PATTERN = /^[a-z0-9]([a-z0-9-]{0,10}[a-z0-9])?$/;

/** Whether an address can only be reached from near by. */
export function isPrivateAddress(url: string): boolean {
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  return (
    /^(localhost|127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd][0-9a-f]{2}:|fe80:)/i.test(host) ||
    /\.(local|internal|lan|home|test)$/i.test(host) ||
    (!host.includes('.') && !host.includes(':'))
  );
}

/** A first call by hand, which works for every revision of the protocol. */
export const smokeTest = (url: string, token: string): string =>
  `curl -s -X POST ${url} \\\n  -H "Authorization: Bearer ${token}" \\\n  -H "Content-Type: application/json" \\\n  -d '{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{}}'`;
