import { Alert, Group } from '@mantine/core';
import type { CatalogueEntry } from '@mcpnest/api-client';
import { PermissionGate } from '../../../patterns/permission-gate';
import { ButtonLink } from '../../../ui/links';
import { canBegin } from '../add-entry';
import { browseText as text } from './browse.text';

/** The way from an entry into the wizard, which begins with all that the entry says. */
export function EntryAdd({ entry }: { entry: CatalogueEntry }) {
  if (!canBegin(entry))
    return (
      <Alert color="gray" variant="light">
        {entry.transport === null ? text.localOnly : text.notAllowed}
      </Alert>
    );
  return (
    <Group justify="flex-end">
      <PermissionGate permission="servers:write">
        {(allowed) => (
          <ButtonLink to="/catalogue/new" search={{ entry: entry.id }} disabled={!allowed}>
            {text.add}
          </ButtonLink>
        )}
      </PermissionGate>
    </Group>
  );
}
