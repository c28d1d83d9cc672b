import { Button, Stack, Text } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { ApiProblem, type TestReport } from '@mcpnest/api-client';
import { useEffect, useEffectEvent } from 'react';
import { ProblemAlert } from '../../patterns/problem-alert';
import { AnchorLink } from '../../ui/links';
import { useTestServer, type TestRequest } from './servers.mutations';
import { serversText } from './servers.text';
import { TestTrace } from './test-trace';
import { egressRuleOf } from './transport-words';

const text = serversText.test;

interface ConnectionTestProps {
  request: TestRequest;
  /** Runs once by itself when it appears. */
  auto?: boolean;
  onReport?: (report: TestReport) => void;
}

/** Runs a staged test and shows where it gets to. A refused address says which setting could allow it. */
export function ConnectionTest({ request, auto = false, onReport }: ConnectionTestProps) {
  const test = useTestServer();
  const run = () => test.mutate(request, { ...(onReport ? { onSuccess: onReport } : {}) });
  const runOnce = useEffectEvent(run);
  useEffect(() => {
    if (auto) runOnce();
  }, [auto]);
  const denied = test.error instanceof ApiProblem && test.error.code === 'servers.address-denied';
  const rule = egressRuleOf(request.transport);
  return (
    <Stack gap="md" align="flex-start">
      {test.error ? (
        <ProblemAlert error={test.error}>
          {denied && (
            <Text size="sm">
              {text.deniedNext}{' '}
              <AnchorLink to="/settings/egress" search={rule ? { rule } : {}}>
                {text.deniedLink}
              </AnchorLink>
            </Text>
          )}
        </ProblemAlert>
      ) : (
        <TestTrace report={test.data} running={test.isPending} />
      )}
      <Button
        variant={test.isSuccess || test.isError ? 'default' : 'filled'}
        leftSection={<IconPlugConnected size={16} />}
        loading={test.isPending}
        onClick={run}
      >
        {test.isSuccess || test.isError ? text.again : text.run}
      </Button>
      <Text size="xs" c="dimmed">
        {text.nothingStored}
      </Text>
    </Stack>
  );
}
