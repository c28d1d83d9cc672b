import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import ipaddr from 'ipaddr.js';
import { HttpConfig } from '../../config/slices.js';
import { AddressList, plainAddress } from './address-list.js';

/** The words that `TRUST_PROXY` knows beside addresses and networks; the same that Express reads. */
const NAMED: Readonly<Record<string, readonly string[]>> = {
  loopback: ['127.0.0.1/8', '::1/128'],
  linklocal: ['169.254.0.0/16', 'fe80::/10'],
  uniquelocal: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'],
};

/** Tells from which address a request comes: the connection's own, or what proxies that are trusted say of it. */
@Injectable()
export class ClientAddresses {
  private readonly proxies: AddressList | null;

  constructor(http: HttpConfig) {
    const trusted = http.trustProxy.flatMap((item) => NAMED[item] ?? [item]);
    this.proxies = trusted.length === 0 ? null : new AddressList(trusted);
  }

  /** The address in its plain spelling; empty where the connection is gone. Never what an untrusted sender writes into a header. */
  of(request: IncomingMessage): string {
    let address = plainAddress(request.socket.remoteAddress ?? '');
    if (!this.proxies) return address;
    const named = request.headers['x-forwarded-for'];
    const hops = (Array.isArray(named) ? named.join(',') : (named ?? '')).split(',');
    // From the nearest hop outward: each word is believed only if who passed it on is trusted.
    for (const hop of hops.reverse()) {
      if (!this.proxies.includes(address) || !ipaddr.isValid(hop.trim())) return address;
      address = plainAddress(hop.trim());
    }
    return address;
  }
}
