import ipaddr from 'ipaddr.js';

type Network = ReturnType<typeof ipaddr.parseCIDR>;

/** Addresses and networks in CIDR notation, read once and asked often. */
export class AddressList {
  private readonly networks: readonly Network[];

  /** @param ranges as `isAddressRange` accepts them */
  constructor(readonly ranges: readonly string[]) {
    this.networks = ranges.map((range) => networkOf(range));
  }

  /** @param address in its plain spelling; what is no address is in no list */
  includes(address: string): boolean {
    if (!ipaddr.isValid(address)) return false;
    const read = ipaddr.process(address);
    return this.networks.some(([network, bits]) => read.kind() === network.kind() && read.match(network, bits));
  }
}

/** Whether a text is an IP address or a network, each written in full. */
export function isAddressRange(text: string): boolean {
  const [address = ''] = text.split('/');
  if (!ipaddr.IPv4.isValidFourPartDecimal(address) && !(address.includes(':') && ipaddr.IPv6.isValid(address))) return false;
  return !text.includes('/') || ipaddr.isValidCIDR(text);
}

/** One spelling per address: IPv4 inside IPv6 as IPv4, without a zone. */
export const plainAddress = (address: string): string =>
  address.startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address;

function networkOf(range: string): Network {
  if (range.includes('/')) return ipaddr.parseCIDR(range);
  const address = ipaddr.process(range);
  return [address, address.kind() === 'ipv4' ? 32 : 128] as Network;
}
