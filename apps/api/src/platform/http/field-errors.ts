import type { ValidationError } from '@nestjs/common';
import type { FieldError } from '@mcpnest/shared/errors';

const ERRORS_MAX = 100;
const DETAIL_LENGTH_MAX = 300;

/** Flattens class-validator's tree into JSON Pointers with one sentence each, at most 100. */
export function fieldErrors(faults: readonly ValidationError[]): FieldError[] {
  const found: FieldError[] = [];
  collect(faults, '', found);
  return found;
}

function collect(faults: readonly ValidationError[], parent: string, found: FieldError[]): void {
  for (const fault of faults) {
    const pointer = `${parent}/${escapePointer(fault.property ?? '')}`;
    for (const [rule, message] of Object.entries(fault.constraints ?? {})) {
      if (found.length >= ERRORS_MAX) return;
      const detail = rule === 'whitelistValidation' ? 'This field is not known here.' : message;
      found.push({ pointer: pointer.slice(0, DETAIL_LENGTH_MAX), detail: detail.slice(0, DETAIL_LENGTH_MAX) });
    }
    collect(fault.children ?? [], pointer, found);
  }
}

/** RFC 6901, section 3. */
const escapePointer = (token: string): string => token.replaceAll('~', '~0').replaceAll('/', '~1');
