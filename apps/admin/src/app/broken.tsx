import { Button, Stack, Text } from '@mantine/core';
import { ApiProblem } from '@mcpnest/api-client';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { Page } from '../patterns/page';
import { ProblemAlert } from '../patterns/problem-alert';
import { appText } from './app.text';
import { NoAccess } from './no-access';
import { NotFound } from './not-found';

const text = appText.broken;

/** What stands in for a page that failed: its own words for 403 and 404, a way on for everything else. */
export function Broken({ error, reset }: ErrorComponentProps) {
  if (error instanceof ApiProblem && error.status === 404) return <NotFound />;
  if (error instanceof ApiProblem && error.status === 403) return <NoAccess words={error.detail ?? error.title} />;
  return (
    <Page title={text.title} width="narrow">
      <Stack gap="md" align="flex-start">
        <Text size="sm">{text.lead}</Text>
        <ProblemAlert error={error} onRetry={reset} />
        <Button variant="default" onClick={() => window.location.reload()}>
          {text.reload}
        </Button>
      </Stack>
    </Page>
  );
}
