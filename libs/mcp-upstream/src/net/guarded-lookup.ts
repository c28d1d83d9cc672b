import { lookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { promisify } from 'node:util';
import { readAddress, sameAddress, type IpAddress } from './address-rules.js';
import type { Destination, EgressPolicy } from './egress-policy.js';
import { failure } from './failures.js';

const resolve = promisify(lookup);

/**
 * The addresses of a destination that the policy allows, in the resolver's order.
 * @throws UpstreamFailure `gateway.upstream-denied` where it allows none; the resolver's error where there are none.
 */
export async function allowedAddresses(policy: EgressPolicy, destination: Destination): Promise<LookupAddress[]> {
  const literal = readAddress(destination.host);
  const found = literal
    ? [{ address: literal.toString(), family: literal.kind() === 'ipv4' ? 4 : 6 }]
    : await resolve(destination.host, { all: true, verbatim: true });
  const own = await ownAddresses(policy, destination.port);
  const allowed = found.filter(({ address }) => isAllowed(policy, destination, readAddress(address), own));
  if (allowed.length === 0) throw failure('gateway.upstream-denied', false);
  return allowed;
}

/** A lookup for sockets that hands out nothing but allowed addresses, so that what was checked is what is dialled. */
export function guardedLookup(policy: EgressPolicy, destination: Destination): LookupFunction {
  return (_hostname, options, callback) => {
    allowedAddresses(policy, destination).then(
      (addresses) => (options.all ? callback(null, addresses) : callback(null, addresses[0]!.address, addresses[0]!.family)),
      (error: NodeJS.ErrnoException) => callback(error, []),
    );
  };
}

function isAllowed(policy: EgressPolicy, destination: Destination, address: IpAddress | undefined, own: readonly IpAddress[]): boolean {
  return address !== undefined && policy.permits(destination, address) && !own.some((each) => sameAddress(each, address));
}

/** Addresses of our own places known by name; only asked for when the port is one of theirs. */
async function ownAddresses(policy: EgressPolicy, port: number): Promise<IpAddress[]> {
  const found = await Promise.all(policy.ownNamesOn(port).map((name) => resolve(name, { all: true, verbatim: true }).catch(() => [])));
  return found
    .flat()
    .map(({ address }) => readAddress(address))
    .filter((address) => address !== undefined);
}
