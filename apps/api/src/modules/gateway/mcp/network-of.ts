/** An IPv6 client holds a whole /64, and is one address like any other. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const parts = head === '' ? [] : head.split(':');
  const rest = tail === undefined || tail === '' ? 0 : tail.split(':').length;
  while (tail !== undefined && parts.length < 8 - rest && parts.length < 4) parts.push('0');
  return parts.slice(0, 4).join(':');
}
