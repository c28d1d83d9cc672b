import { DomainError } from '@mcpnest/shared/errors';
import { isAddressRange } from '../../../platform/http/address-list.js';

/** @throws DomainError `platform.invalid-request` where one is neither an address nor a network */
export function assertAddressRanges(ranges: readonly string[]): void {
  const errors = ranges.flatMap((range, index) =>
    isAddressRange(range)
      ? []
      : [{ pointer: `/addresses/${index}`, detail: 'Write an address or a network, such as 203.0.113.7 or 2001:db8::/32.' }],
  );
  if (errors.length > 0) throw new DomainError('platform.invalid-request', { detail: 'Some addresses are not written as such.', errors });
}
