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

/** How a call ended. */
export const OutcomeBadge = ({ outcome }: { outcome: string }) => (
  <Badge variant="light" color={COLORS[outcome] ?? 'red'} tt="none">
    {auditText.calls.outcomes[outcome] ?? outcome}
  </Badge>
);
