import { Button, Group, Stack } from '@mantine/core';
import type { TestReport } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ConnectionTest } from '../../features/servers/connection-test';
import { serverQuery } from '../../features/servers/servers.queries';
import { useCan } from '../../lib/permissions';
import { ProblemAlert } from '../../patterns/problem-alert';
import { QueryView } from '../../patterns/query-view';
import { appText } from '../app.text';
import type { StartChoice } from './start-state';
import { transportOfChoice, type Start } from './use-start';

const text = appText.start;

/** A server of the catalogue is tested with its stored credentials; who may not test sees what is known of it. */
function ExistingTest({ slug, onReport }: { slug: string; onReport: (report: TestReport) => void }) {
  const server = useQuery(serverQuery(slug));
  const mayTest = useCan('servers:write');
  return (
    <QueryView query={server}>
      {({ latestVersion }) =>
        latestVersion &&
        mayTest && <ConnectionTest auto request={{ transport: latestVersion.transport, server: slug }} onReport={onReport} />
      }
    </QueryView>
  );
}

/** Tests the chosen server by itself; one click adds its tools to the workspace. */
export function TestStep({ start, choice }: { start: Start; choice: StartChoice }) {
  const [report, setReport] = useState<TestReport | null>(null);
  const transport = transportOfChoice(choice);
  const add = () => void start.add(choice).catch(() => undefined);
  return (
    <Stack gap="lg">
      {transport ? (
        <ConnectionTest
          auto
          request={{ transport, ...(Object.keys(start.secrets).length > 0 ? { credentials: start.secrets } : {}) }}
          onReport={setReport}
        />
      ) : (
        choice.kind === 'existing' && <ExistingTest slug={choice.slug} onReport={setReport} />
      )}
      {start.error && <ProblemAlert error={start.error} />}
      <Group gap="sm">
        <Button size="md" variant={report?.ok ? 'filled' : 'default'} loading={start.pending} onClick={add}>
          {report?.ok ? text.add(report.tools?.length ?? 0) : text.addAnyway}
        </Button>
        <Button size="md" variant="subtle" color="gray" onClick={() => start.go({ step: 'server', choice: null })}>
          {text.another}
        </Button>
      </Group>
    </Stack>
  );
}
