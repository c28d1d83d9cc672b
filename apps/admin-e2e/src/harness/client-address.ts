let last = 0;

/** Headers of a client with an address of its own: REST counts requests by address, and a test must not use up those of the next. */
export function fromFreshAddress(): Record<string, string> {
  last++;
  return { 'x-forwarded-for': `198.18.${last >> 8}.${last & 255}` };
}
