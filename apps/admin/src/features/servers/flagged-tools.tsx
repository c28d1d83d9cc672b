import { Alert, Code, Stack } from '@mantine/core';
import type { TestReport } from '@mcpnest/api-client';
import { VisibleText } from '../../patterns/diff/visible-text';
import { RiskList } from './changes/risk-marks';
import { serversText } from './servers.text';

/** What a server would have its clients' models read, where that gives cause to look twice: told before anybody approves it. */
export function FlaggedTools({ flagged }: { flagged: NonNullable<TestReport['flagged']> }) {
  return (
    <Alert variant="light" color="red" title={serversText.test.flagged(flagged.length)}>
      <Stack gap="xs">
        {flagged.map(({ name, marks }) => (
          <div key={name}>
            <Code>
              <VisibleText>{name}</VisibleText>
            </Code>
            <RiskList marks={marks} />
          </div>
        ))}
      </Stack>
    </Alert>
  );
}
