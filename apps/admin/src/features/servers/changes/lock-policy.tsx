import { Radio, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Server } from '@mcpnest/api-client';
import { PermissionGate } from '../../../patterns/permission-gate';
import { Panel } from '../../../ui/panel';
import { useUpdateServer } from '../servers.mutations';
import { ProblemAlert } from '../../../patterns/problem-alert';
import { ReachLine } from '../reach/reach-line';
import { changesText } from './changes.text';

const text = changesText.policy;
const POLICIES = ['hold', 'additive', 'trust'] as const;
const CHANGED = ['keep', 'block'] as const;

/** What happens when a server changes what it offers; each choice is saved at once. */
export function LockPolicy({ server }: { server: Server }) {
  const update = useUpdateServer(server.slug, server.version);
  const save = (change: Partial<Pick<Server, 'lockPolicy' | 'changedItems'>>) =>
    update.mutate(change, { onSuccess: () => notifications.show({ color: 'teal', message: text.saved }) });
  return (
    <Panel title={text.title} description={text.lead}>
      <PermissionGate permission="servers:write">
        {(allowed) => (
          <Stack gap="md">
            <ReachLine server={server.slug} />
            <Radio.Group
              aria-label={text.title}
              value={server.lockPolicy}
              onChange={(value) => save({ lockPolicy: value as Server['lockPolicy'] })}
            >
              <Stack gap="xs">
                {POLICIES.map((policy) => (
                  <Radio
                    key={policy}
                    value={policy}
                    label={text[policy]}
                    description={text[`${policy}Hint`]}
                    disabled={!allowed || update.isPending}
                  />
                ))}
              </Stack>
            </Radio.Group>
            {server.lockPolicy !== 'trust' && (
              <Radio.Group
                label={text.changed}
                value={server.changedItems}
                onChange={(value) => save({ changedItems: value as Server['changedItems'] })}
              >
                <Stack gap="xs" mt="xs">
                  {CHANGED.map((choice) => (
                    <Radio key={choice} value={choice} label={text[choice]} disabled={!allowed || update.isPending} />
                  ))}
                </Stack>
              </Radio.Group>
            )}
            {update.error !== null && <ProblemAlert error={update.error} />}
          </Stack>
        )}
      </PermissionGate>
    </Panel>
  );
}
