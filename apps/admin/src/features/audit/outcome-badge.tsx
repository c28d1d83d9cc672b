import { Badge } from '@mantine/core';
import { auditText } from './audit.text';

const COLORS: Record<string, string> = {
  success: 'teal',
  tool_error: 'yellow',
  cancelled: 'gray',
  limited: 'orange',
  denied: 'orange',
  invalid: 'orange',
};

/** Outcomes as they are stacked, from the ground up. */
export const OUTCOME_ORDER = Object.keys(auditText.calls.outcomes);

/** The colour of an outcome, wherever it is shown. */
export const outcomeColor = (outcome: string): string => COLORS[outcome] ?? 'red';

/** How a call ended. */
export const OutcomeBadge = ({ outcome }: { outcome: string }) => (
  <Badge variant="light" color={outcomeColor(outcome)} tt="none">
    {auditText.calls.outcomes[outcome] ?? outcome}
  </Badge>
);
