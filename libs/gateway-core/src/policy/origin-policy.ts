/** Decides by `Origin` and `Host` whether a browser may have been tricked into calling (Streamable HTTP, "Security Warning"). */
export interface OriginPolicy {
  /** The origin of PUBLIC_URL, such as `https://gateway.example.com`. */
  readonly publicOrigin: () => string;
  /** Whether the process listens on loopback only. */
  readonly onLoopback: () => boolean;
}

/** @returns what is wrong with the headers, or null. */
export function originFault(policy: OriginPolicy, origin: string | undefined, host: string | undefined): string | null {
  const onLoopback = policy.onLoopback();
  const publicOrigin = policy.publicOrigin();
  if (origin !== undefined && origin !== publicOrigin && !(onLoopback && isLoopbackOrigin(origin))) {
    return `The Origin of this request is not ${publicOrigin}.`;
  }
  if (onLoopback && host !== undefined && !isLoopbackHost(host) && host.toLowerCase() !== hostOf(publicOrigin)) {
    return 'The Host of this request is not a loopback address.';
  }
  return null;
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i;

const isLoopbackHost = (host: string): boolean => LOOPBACK.test(host);
const isLoopbackOrigin = (origin: string): boolean => /^https?:\/\//i.test(origin) && isLoopbackHost(hostOf(origin));
const hostOf = (origin: string): string => origin.replace(/^https?:\/\//i, '').toLowerCase();
