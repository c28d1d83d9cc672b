import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import type { EgressPolicy } from '@mcpnest/mcp-upstream';

const RULE = /^\[?(?<place>[^\]/]+)\]?(?<bits>\/\d+)?:(?<port>\*|\d+)$/;

type Destination = Parameters<EgressPolicy['permits']>[0];

/** Where an http(s) URL leads. */
export const destinationOf = (url: URL): Destination => {
  const scheme = url.protocol === 'https:' ? 'https:' : 'http:';
  const port = url.port === '' ? (scheme === 'https:' ? 443 : 80) : Number(url.port);
  return { scheme, host: url.hostname, port };
};

/**
 * Whether a destination can be refused by what is written, before any name is resolved: an address that no rule opens,
 * or plain http that no rule could allow. Names over https are judged when they are dialled.
 */
export function isRefusedAsWritten(destination: Destination, policy: EgressPolicy, rules: readonly string[]): boolean {
  const host = bare(destination.host);
  const literal = host === 'localhost' || host.endsWith('.localhost') ? '127.0.0.1' : host;
  if (isIP(literal) !== 0) return !policy.permits(destination, ipaddr.parse(literal));
  return destination.scheme === 'http:' && !rules.some((rule) => couldOpen(rule, host, destination.port));
}

/** A rule for this very name, or for addresses that the name may turn out to have. */
function couldOpen(rule: string, host: string, port: number): boolean {
  const parts = RULE.exec(rule.trim())?.groups;
  if (!parts || (parts['port'] !== '*' && Number(parts['port']) !== port)) return false;
  const place = bare(parts['place'] ?? '');
  return parts['bits'] !== undefined || isIP(place) !== 0 || place === host;
}

const bare = (host: string): string =>
  host
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
