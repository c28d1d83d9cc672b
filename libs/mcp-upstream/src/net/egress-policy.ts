import { networkInterfaces } from 'node:os';
import { addressKind, isLoopback, readAddress, sameAddress, type IpAddress } from './address-rules.js';
import { hostKey, parseEgressRule, ruleMatches, type EgressRule, type EgressRuleFault } from './egress-rule.js';

/** A place of our own that no rule opens: the gateway's listeners, its database, its Redis. */
interface OwnPlace {
  readonly host: string;
  readonly address: IpAddress | undefined;
  readonly port: number | null;
}

/** Where a connection would go. */
export interface Destination {
  readonly scheme: 'http:' | 'https:';
  /** As the URL writes it; IPv6 with or without brackets. */
  readonly host: string;
  readonly port: number;
}

const OWN_PLACE = /^(?:\[([^\]]+)\]|([^:\s]+)):(\*|\d{1,5})$/;

/**
 * Which addresses upstream connections may reach (security bars E1 to E4). Immutable; a change is a new policy.
 * Public addresses are open over https. Everything else, and plain http, needs a rule that names the place and the port.
 * Unspecified, link-local, metadata, multicast and broadcast addresses and the gateway's own places stay shut.
 */
export class EgressPolicy {
  private constructor(
    private readonly rules: readonly EgressRule[],
    private readonly own: readonly OwnPlace[],
  ) {}

  /** Public https alone. */
  static readonly publicOnly = new EgressPolicy([], []);

  /**
   * Reads rules (`EGRESS_ALLOW`) and the pairs `host:port` that stay denied whatever the rules say (IPv6 in brackets).
   * A loopback host among these means every loopback address, a wildcard every address of this machine.
   * @returns the policy, or every fault at once.
   */
  static parse(
    rules: readonly string[],
    alwaysDenied: readonly string[],
  ): { readonly ok: true; readonly policy: EgressPolicy } | { readonly ok: false; readonly faults: readonly EgressRuleFault[] } {
    const read = rules.filter((rule) => rule.trim() !== '').map(parseEgressRule);
    const own = alwaysDenied.map(parseOwnPlace);
    const faults = [...read, ...own].filter((result): result is EgressRuleFault => 'reason' in result);
    if (faults.length > 0) return { ok: false, faults };
    return { ok: true, policy: new EgressPolicy(read as EgressRule[], own as OwnPlace[]) };
  }

  /** Whether a connection to this very address may be opened for this destination. */
  permits({ scheme, host, port }: Destination, address: IpAddress): boolean {
    const kind = addressKind(address);
    if (kind === 'never' || this.own.some((place) => isOwn(place, host, address, port))) return false;
    if (this.rules.some((rule) => ruleMatches(rule, host, address, port))) return true;
    return kind === 'public' && scheme === 'https:';
  }

  /** Own places given by name on this port; whoever dials must compare their addresses too. */
  ownNamesOn(port: number): readonly string[] {
    return this.own.filter((place) => !place.address && (place.port === null || place.port === port)).map((place) => place.host);
  }
}

/**
 * The destination of an upstream URL; undefined where no policy could ever allow it: another scheme than http or https,
 * or a user name or password in it.
 */
export function destinationOf(url: URL): Destination | undefined {
  const { protocol, hostname, username, password } = url;
  if ((protocol !== 'https:' && protocol !== 'http:') || username !== '' || password !== '' || hostname === '') return undefined;
  return { scheme: protocol, host: hostname, port: url.port === '' ? (protocol === 'https:' ? 443 : 80) : Number(url.port) };
}

function parseOwnPlace(text: string): OwnPlace | EgressRuleFault {
  const parts = OWN_PLACE.exec(text.trim());
  if (!parts) return { rule: text, reason: 'Write host:port' };
  const host = hostKey(parts[1] ?? parts[2]!);
  const address = readAddress(host === 'localhost' ? '127.0.0.1' : host);
  return { host, address, port: parts[3] === '*' ? null : Number(parts[3]) };
}

function isOwn(place: OwnPlace, host: string, address: IpAddress, port: number): boolean {
  if (place.port !== null && place.port !== port) return false;
  if (!place.address) return place.host === hostKey(host);
  if (sameAddress(place.address, address)) return true;
  const anywhere = place.address.range() === 'unspecified';
  if (isLoopback(address)) return anywhere || isLoopback(place.address);
  return anywhere && isOnThisMachine(address);
}

function isOnThisMachine(address: IpAddress): boolean {
  return Object.values(networkInterfaces()).some((addresses) =>
    addresses?.some((each) => {
      const ours = readAddress(each.address);
      return ours !== undefined && sameAddress(ours, address);
    }),
  );
}
