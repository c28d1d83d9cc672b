import { Button } from '@mantine/core';
import { IconSnowflake } from '@tabler/icons-react';
import { PermissionGate } from '../../patterns/permission-gate';
import { useFreeze } from '../../patterns/use-freeze';
import { Panel } from '../../ui/panel';
import { workspacesText } from './workspaces.text';

const text = workspacesText.settings;

/** The way to the switch that stops a whole workspace. */
export function WorkspaceLockdown({ slug }: { slug: string }) {
  const freeze = useFreeze(slug);
  return (
    <Panel title={text.lockdown} description={text.lockdownLead}>
      <PermissionGate permission="freezes:write" workspace={slug}>
        {(allowed) => (
          <Button
            color="red"
            variant="light"
            leftSection={<IconSnowflake size={16} />}
            disabled={!allowed}
            onClick={() => freeze?.('workspace', slug)}
          >
            {text.freeze}
          </Button>
        )}
      </PermissionGate>
    </Panel>
  );
}
