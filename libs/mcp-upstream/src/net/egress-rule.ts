import ipaddr from 'ipaddr.js';
import { addressKind, inNetwork, readAddress, type IpAddress } from './address-rules.js';

/** One rule as read: a place, and a port or any port. */
export interface EgressRule {
  readonly place: { readonly name: string } | { readonly network: readonly [IpAddress, number] };
  /** null: any port. */
  readonly port: number | null;
}

/** Why a rule was refused; `reason` says what to write instead. */
export interface EgressRuleFault {
  readonly rule: string;
  readonly reason: string;
}

const SHAPE = /^(?:\[(?<v6>[0-9a-f:.]+)\]|(?<host>[^[\]/:\s]+))(?:\/(?<bits>\d{1,3}))?:(?<port>\*|\d{1,5})$/i;
const NAME = /^(?=.{1,253}$)(?:(?!-)[a-z0-9_-]{1,63}(?<!-)\.)*(?!-)(?=[a-z0-9_-]*[a-z])[a-z0-9_-]{1,63}(?<!-)$/;

/** Reads `host:port`, `cidr:port` or `[v6]/n:port`, port `*` for any. */
export function parseEgressRule(text: string): EgressRule | EgressRuleFault {
  const rule = text.trim();
  const fault = (reason: string): EgressRuleFault => ({ rule, reason });
  const parts = SHAPE.exec(rule)?.groups;
  if (!parts) return fault('Write host:port, address/bits:port or [v6]/bits:port, with port * for any');
  const port = parts['port'] === '*' ? null : Number(parts['port']);
  if (port !== null && (port < 1 || port > 65_535)) return fault('The port must be * or between 1 and 65535');
  const host = hostKey(parts['v6'] ?? parts['host']!);
  const address = readAddress(host);
  if (!address) {
    if (parts['v6'] !== undefined) return fault('The text in brackets is no IPv6 address');
    if (parts['bits'] !== undefined || !NAME.test(host)) return fault('This is neither a host name nor an address in its plain spelling');
    return { place: { name: host }, port };
  }
  return networkRule(address, parts['bits'], port, fault);
}

function networkRule(
  address: IpAddress,
  bitsText: string | undefined,
  port: number | null,
  fault: (reason: string) => EgressRuleFault,
): EgressRule | EgressRuleFault {
  const width = address.kind() === 'ipv4' ? 32 : 128;
  const bits = bitsText === undefined ? width : Number(bitsText);
  if (bits > width) return fault(`The prefix length must be at most ${width}`);
  const network = networkAddress(address, bits);
  if (String(network) !== String(address)) return fault(`Bits are set behind the prefix; write ${network.toString()}/${bits}`);
  if (bits === width && addressKind(address) === 'never')
    return fault('This address can never be allowed: it is unspecified, link-local, a metadata service, multicast or broadcast');
  return { place: { network: [address, bits] }, port };
}

/** Whether a rule names a connection, given the host as the URL writes it and the address that is dialled. */
export function ruleMatches(rule: EgressRule, host: string, address: IpAddress, port: number): boolean {
  if (rule.port !== null && rule.port !== port) return false;
  return 'name' in rule.place ? rule.place.name === hostKey(host) : inNetwork(address, rule.place.network);
}

/** Host names compare in lower case and without the root's dot. */
export function hostKey(host: string): string {
  const key = host.toLowerCase();
  return key.endsWith('.') ? key.slice(0, -1) : key;
}

function networkAddress(address: IpAddress, bits: number): IpAddress {
  const text = `${address.toString()}/${bits}`;
  return address.kind() === 'ipv4' ? ipaddr.IPv4.networkAddressFromCIDR(text) : ipaddr.IPv6.networkAddressFromCIDR(text);
}
