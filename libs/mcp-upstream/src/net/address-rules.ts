/**
 * What kind of place an IP address is (security bar E1), judged on the address that is dialled and never on its text.
 * Special ranges come from ipaddr.js; added here is what that list does not know: metadata services that sit at
 * addresses which look public or private, and the IPv4 address inside an IPv6 one.
 */
import ipaddr from 'ipaddr.js';

/** An address as read; compare with `sameAddress`. */
export type IpAddress = ipaddr.IPv4 | ipaddr.IPv6;

/** `public`: anybody may be there. `special`: needs a rule that names it. `never`: no rule can allow it. */
export type AddressKind = 'public' | 'special' | 'never';

const NEVER_RANGES: ReadonlySet<string> = new Set(['unspecified', 'linkLocal', 'multicast', 'broadcast']);
/** Instance metadata and host agents of the large clouds, outside the link-local ranges. */
const METADATA = ['100.100.100.200/32', '168.63.129.16/32', '192.0.0.192/32', 'fd00:ec2::/32', 'fd20:ce::254/128'].map((range) =>
  ipaddr.parseCIDR(range),
);
/** The only IPv6 block handed out for the public internet so far (IANA, "IPv6 Global Unicast Address Assignments"). */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3');

/** Reads an address literal in its plain spelling; undefined for names and for octal, hex or short forms. */
export function readAddress(text: string): IpAddress | undefined {
  const bare = text.startsWith('[') && text.endsWith(']') ? text.slice(1, -1) : text;
  if (ipaddr.IPv4.isValidFourPartDecimal(bare)) return ipaddr.IPv4.parse(bare);
  return bare.includes(':') && ipaddr.IPv6.isValid(bare) ? ipaddr.IPv6.parse(bare) : undefined;
}

/** The kind of an address, counting every IPv4 address it may lead to. */
export function addressKind(address: IpAddress): AddressKind {
  if (spellingsOf(address).some(isNever)) return 'never';
  if (address.range() !== 'unicast') return 'special';
  return address.kind() === 'ipv4' || inRange(address, GLOBAL_UNICAST) ? 'public' : 'special';
}

/** Whether an address lies in a network; IPv4-mapped IPv6 counts as the IPv4 address it is. */
export function inNetwork(address: IpAddress, network: readonly [IpAddress, number]): boolean {
  return inRange(address, network) || (isMapped(address) && inRange(address.toIPv4Address(), network));
}

/** Whether any spelling of the address is a loopback one. */
export function isLoopback(address: IpAddress): boolean {
  return spellingsOf(address).some((spelling) => spelling.range() === 'loopback');
}

/** Whether two addresses lead to the same place, in whatever spelling. */
export function sameAddress(left: IpAddress, right: IpAddress): boolean {
  const rights = spellingsOf(right).map(String);
  return spellingsOf(left).some((spelling) => rights.includes(String(spelling)));
}

/** The address itself and the IPv4 addresses that translation or tunnelling may take it to. */
function spellingsOf(address: IpAddress): IpAddress[] {
  return address.kind() === 'ipv4' ? [address] : [withoutZone(address as ipaddr.IPv6), ...embedded((address as ipaddr.IPv6).parts)];
}

/** RFC 4291 mapped and compatible, 6052 NAT64, 8215 local NAT64, 6145 translated, 3056 6to4, 4380 Teredo. */
function embedded(parts: number[]): ipaddr.IPv4[] {
  const [a, b, c, d, e, f, g, h] = parts as [number, number, number, number, number, number, number, number];
  const zeroTo = (count: number): boolean => parts.slice(0, count).every((part) => part === 0);
  const isOwnLoopback = f === 0 && g === 0 && h <= 1;
  if (zeroTo(5) && (f === 0xffff || f === 0) && !isOwnLoopback) return [ipv4Of(g, h)];
  if (zeroTo(4) && e === 0xffff && f === 0) return [ipv4Of(g, h)];
  if (a === 0x64 && b === 0xff9b) return c === 1 ? [ipv4Of(g, h), ipv4Of(d, ((e & 0xff) << 8) | (f >> 8))] : [ipv4Of(g, h)];
  if (a === 0x2002) return [ipv4Of(b, c)];
  if (a === 0x2001 && b === 0) return [ipv4Of(c, d), ipv4Of(g ^ 0xffff, h ^ 0xffff)];
  return [];
}

function ipv4Of(high: number, low: number): ipaddr.IPv4 {
  return new ipaddr.IPv4([high >> 8, high & 0xff, low >> 8, low & 0xff]);
}

function isNever(address: IpAddress): boolean {
  return NEVER_RANGES.has(address.range()) || METADATA.some((range) => inRange(address, range));
}

function inRange(address: IpAddress, [network, bits]: readonly [IpAddress, number]): boolean {
  return address.kind() === network.kind() && address.match(network, bits);
}

function isMapped(address: IpAddress): address is ipaddr.IPv6 {
  return address.kind() === 'ipv6' && (address as ipaddr.IPv6).isIPv4MappedAddress();
}

function withoutZone(address: ipaddr.IPv6): ipaddr.IPv6 {
  return address.zoneId === undefined ? address : new ipaddr.IPv6(address.parts);
}
