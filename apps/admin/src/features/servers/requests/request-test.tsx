import { Button, Stack, Text, Title } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { ApiProblem, type ServerRequest } from '@mcpnest/api-client';
import { ProblemAlert } from '../../../patterns/problem-alert';
import { AnchorLink } from '../../../ui/links';
import { serversText } from '../servers.text';
import { TestTrace } from '../test-trace';
import { egressRuleOf } from '../transport-words';
import { useTestRequest } from './requests.mutations';
import { requestsText } from './requests.text';

const text = requestsText.test;

/** Tries what is asked for before it is decided. */
export function RequestTest({ request }: { request: ServerRequest }) {
  const test = useTestRequest();
  const tried = test.isSuccess || test.isError;
  const rule = request.transport && egressRuleOf(request.transport);
  const denied = test.error instanceof ApiProblem && test.error.code === 'servers.address-denied';
  return (
    <Stack gap="sm" align="flex-start" component="section" aria-label={text.title}>
      <Title order={3} size="h5">
        {text.title}
      </Title>
      {test.error && (
        <ProblemAlert error={test.error}>
          {denied && (
            <AnchorLink to="/settings/egress" search={rule ? { rule } : {}} size="sm">
              {serversText.test.deniedLink}
            </AnchorLink>
          )}
        </ProblemAlert>
      )}
      {!test.error && (tried || test.isPending) && <TestTrace report={test.data} running={test.isPending} />}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlugConnected size={14} />}
        loading={test.isPending}
        onClick={() => test.mutate(request.id)}
      >
        {tried ? text.again : text.run}
      </Button>
      <Text size="xs" c="dimmed">
        {text.hint}
      </Text>
    </Stack>
  );
}
