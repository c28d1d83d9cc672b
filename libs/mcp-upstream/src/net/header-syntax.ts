import type { UpstreamFailure } from '@mcpnest/gateway-core';
import { failure } from './failures.js';

const NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/** Whether a text can name a header: a token (RFC 9110, 5.6.2). */
export const isHeaderName = (name: string): boolean => NAME.test(name);

/** @throws UpstreamFailure `gateway.credential-missing` where no head can carry this header (RFC 9110, 5.5) */
export function requireHeader(name: string, value: string): void {
  if (!NAME.test(name) || !VALUE.test(value)) throw unspeakable();
}

/** What is said where something cannot stand in the head of a request. */
export const unspeakable = (): UpstreamFailure =>
  failure('gateway.credential-missing', false, 'A header of the server holds characters that cannot be sent; set its value again');
