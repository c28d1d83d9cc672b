import { connect as connectTcp, isIP, type OnReadOpts, type Socket } from 'node:net';
import { connect as connectTls, rootCertificates } from 'node:tls';
import { LIMITS } from '@mcpnest/shared/limits';
import { readAddress } from '../address-rules.js';
import type { Destination, EgressPolicy } from '../egress-policy.js';
import { failure } from '../failures.js';
import { allowedAddresses, guardedLookup } from '../guarded-lookup.js';
import { HttpConnection, type ConnectionOwner } from './http-connection.js';

/**
 * Opens a connection, TLS included.
 * @param signal gives up on it
 * @throws UpstreamFailure, the error of socket, TLS or resolver, or the signal's reason
 */
export type Dial = (owner: ConnectionOwner, signal: AbortSignal) => Promise<HttpConnection>;

export interface DialOptions {
  /** Scheme, host and port. */
  readonly origin: string;
  readonly destination: Destination;
  readonly policy: EgressPolicy;
  /** PEM certificates of authorities to trust besides those Node knows. */
  readonly trustedCertificates?: readonly string[] | undefined;
}

const KEEP_ALIVE_MS = 60_000;
/** A TLS record decrypted (RFC 8446, 5.1). */
const RECORD_BYTES = 16 * 1024;
/** Of all plain connections: a socket is read, and what was read is used, before the next one is. */
const PLAIN_BUFFER = Buffer.allocUnsafeSlow(64 * 1024);

/** Dials only addresses the policy allows, and looks again at the one the socket ended up with (security bars E1 to E4). */
export function guardedDial({ origin, destination, policy, trustedCertificates }: DialOptions): Dial {
  const { protocol, hostname, host, port } = new URL(origin);
  const isTls = protocol === 'https:';
  const name = hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
  const options = {
    host: name,
    port: Number(port || (isTls ? 443 : 80)),
    lookup: guardedLookup(policy, destination),
    autoSelectFamily: true,
    noDelay: true,
    keepAlive: true,
    keepAliveInitialDelay: KEEP_ALIVE_MS,
  };
  const secured = {
    servername: isIP(name) ? '' : name,
    ALPNProtocols: ['http/1.1'],
    // Node replaces its own authorities when it is given some, so both are given.
    ...(trustedCertificates && { ca: [...rootCertificates, ...trustedCertificates] }),
  };
  let session: Buffer | undefined;
  const open = (onread: OnReadOpts): Socket => {
    if (!isTls) return connectTcp({ ...options, onread });
    const tls = { ...options, ...secured, onread, ...(session && { session }) };
    return connectTls(tls).on('session', (fresh) => (session = fresh));
  };
  return async (owner, signal) => {
    // Sockets do not look up literal addresses, so these are judged before.
    if (readAddress(destination.host)) await allowedAddresses(policy, destination);
    let connection: HttpConnection | undefined;
    const buffer = isTls ? Buffer.allocUnsafeSlow(RECORD_BYTES) : PLAIN_BUFFER;
    const callback = (bytes: number): boolean => {
      if (connection) connection.received(buffer.subarray(0, bytes));
      else socket.destroy();
      return true;
    };
    const socket = open({ buffer, callback });
    socket.on('error', () => undefined);
    await connected(socket, isTls ? 'secureConnect' : 'connect', signal);
    const address = readAddress(socket.remoteAddress ?? '');
    if (!address || !policy.permits(destination, address)) {
      socket.destroy();
      // A socket that was closed again meanwhile has no address any more.
      throw address ? failure('gateway.upstream-denied', false) : closedEarly();
    }
    return (connection = new HttpConnection(socket, host, owner));
  };
}

/** @throws the socket's error, `ETIMEDOUT` where it takes too long, or the signal's reason */
function connected(socket: Socket, event: 'connect' | 'secureConnect', signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => socket.destroy(Object.assign(new Error('no connection in time'), { code: 'ETIMEDOUT' })),
      LIMITS.connectTimeoutMs,
    );
    const give = (): void => void socket.destroy(signal.reason as Error);
    const settle = (): void => {
      clearTimeout(late);
      signal.removeEventListener('abort', give);
      socket.removeListener('error', reject).removeListener('close', closed);
    };
    const closed = (): void => {
      settle();
      reject(closedEarly());
    };
    signal.addEventListener('abort', give);
    socket.once('error', reject).once('close', closed);
    socket.once(event, () => {
      settle();
      resolve();
    });
    if (signal.aborted) give();
  });
}

const closedEarly = (): Error => Object.assign(new Error('closed while it was opened'), { code: 'ECONNRESET' });
