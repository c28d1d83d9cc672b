import { Alert, Button, Group, Select, Stack, Text } from '@mantine/core';
import type { Workspace } from '@mcpnest/api-client';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FirstCall, reachedTool } from '../../features/audit/first-call';
import { ClientInstructions } from '../../features/gateway/client-instructions';
import { CLIENT_TEMPLATES } from '../../features/gateway/client-template';
import { aliasOf } from '../../features/gateway/gateway-address';
import { useTokenUsed } from '../../features/workspaces/use-token-used';
import { workspaceQuery } from '../../features/workspaces/workspaces.queries';
import { readLocal, writeLocal } from '../../lib/local-store';
import { detectOs } from '../../lib/platform-os';
import { ProblemAlert } from '../../patterns/problem-alert';
import { QueryView } from '../../patterns/query-view';
import { CodeBlock } from '../../ui/code-block';
import { appText } from '../app.text';
import type { Start } from './use-start';

const text = appText.start;

const CHOICES = CLIENT_TEMPLATES.filter(({ auth }) => auth !== 'oauth-only').map(({ id, label }) => ({ value: id, label }));

function Snippet({ workspace, token }: { workspace: Workspace; token: string }) {
  const [client, setClient] = useState(readLocal<string>('client') ?? 'claude-code');
  const template = CLIENT_TEMPLATES.find(({ id }) => id === client) ?? CLIENT_TEMPLATES[0]!;
  const choose = (id: string | null) => {
    if (id) {
      writeLocal('client', id);
      setClient(id);
    }
  };
  return (
    <Stack gap="md">
      <Select label={text.client} data={CHOICES} value={client} onChange={choose} searchable allowDeselect={false} maw={320} />
      <ClientInstructions
        brief
        template={template}
        facts={{ url: workspace.gatewayUrl, name: aliasOf(workspace.slug), token, os: detectOs() }}
      />
    </Stack>
  );
}

/** The snippet with the token in it, and the wait for the first call. */
export function ConnectStep({ start, onDone }: { start: Start; onDone: () => void }) {
  const { workspace: slug, tokenId } = start.state;
  const workspace = useQuery({ ...workspaceQuery(slug ?? ''), enabled: slug !== null });
  const [called, setCalled] = useState(false);
  const connected = useTokenUsed(slug ?? '', tokenId);
  return (
    <QueryView query={workspace}>
      {(found) => (
        <Stack gap="lg">
          <Stack gap={6}>
            <Text size="sm" fw={600}>
              {text.url}
            </Text>
            <CodeBlock text={found.gatewayUrl} label={text.url} wrap />
          </Stack>
          {start.token !== null ? (
            <Snippet workspace={found} token={start.token} />
          ) : (
            <Alert color="yellow" variant="light">
              <Stack gap="sm" align="flex-start">
                <Text size="sm">{text.lost}</Text>
                <Button size="xs" loading={start.pending} onClick={() => void start.replaceToken().catch(() => undefined)}>
                  {text.remake}
                </Button>
              </Stack>
            </Alert>
          )}
          {start.error && <ProblemAlert error={start.error} />}
          {tokenId && (
            <FirstCall
              key={tokenId}
              slug={found.slug}
              tokenId={tokenId}
              connected={connected}
              onCall={(call) => setCalled(reachedTool(call))}
            />
          )}
          <Group>
            <Button size="md" variant={called ? 'filled' : 'default'} onClick={onDone}>
              {called ? text.done : text.later}
            </Button>
          </Group>
        </Stack>
      )}
    </QueryView>
  );
}
