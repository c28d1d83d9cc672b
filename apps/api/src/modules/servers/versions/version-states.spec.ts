import { DomainError } from '@mcpnest/shared/errors';
import { assertTransition, VERSION_STATES, VERSION_TRANSITIONS } from './version-states.js';

const ALLOWED = [
  'draft→pending',
  'draft→approved',
  'draft→rejected',
  'pending→approved',
  'pending→rejected',
  'approved→retired',
  'approved→quarantined',
  'rejected→retired',
  'quarantined→approved',
  'quarantined→retired',
];

describe('the lifecycle of a version', () => {
  it.each(VERSION_STATES.flatMap((from) => VERSION_STATES.map((to) => [from, to] as const)))(
    'from %s to %s goes only where the table says',
    (from, to) => {
      const step = () => assertTransition(from, to);
      if (ALLOWED.includes(`${from}→${to}`)) expect(step).not.toThrow();
      else expect(step).toThrow(DomainError);
    },
  );

  it('has no way out of retired', () => {
    expect(VERSION_TRANSITIONS.retired).toEqual([]);
  });
});
