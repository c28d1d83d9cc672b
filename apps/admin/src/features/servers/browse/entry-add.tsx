import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { CatalogueEntry } from '@mcpnest/api-client';
import { useState } from 'react';
import { PermissionGate } from '../../../patterns/permission-gate';
import { ProblemAlert } from '../../../patterns/problem-alert';
import { chosenEntry, defaultsOf, faultsOf } from '../import/chosen-entry';
import { useImportServers } from '../import/import.mutations';
import { browseText as text } from './browse.text';
import { EntryInputs } from './entry-inputs';

/** Name and inputs of a bundled entry, and the button that makes a server of it. */
export function EntryAdd({ entry, onAdded }: { entry: CatalogueEntry; onAdded: (server: string) => void }) {
  const [name, setName] = useState(entry.name);
  const [values, setValues] = useState(() => defaultsOf(entry));
  const add = useImportServers();
  const problem = add.data?.[0]?.problem ?? null;
  const faults = faultsOf(problem);
  const kind = entry.source === 'synced' ? ('registry' as const) : ('bundled' as const);
  const source = { kind, name: entry.registryName, version: entry.version, url: entry.registryUrl };
  const submit = () =>
    add.mutate(chosenEntry(entry, { name, slug: '', values }, source), {
      onSuccess: ([result]) => {
        if (!result?.server) return;
        notifications.show({ color: 'teal', message: text.added(result.server.name) });
        onAdded(result.server.slug);
      },
    });
  if (!entry.importable)
    return (
      <Alert color="gray" variant="light">
        {entry.transport === null ? text.localOnly : text.notAllowed}
      </Alert>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="md">
        <TextInput label={text.displayName} maxLength={80} value={name} onChange={(event) => setName(event.currentTarget.value)} />
        <EntryInputs
          inputs={entry.inputs}
          values={values}
          faults={faults}
          onValue={(key, value) => setValues((before) => ({ ...before, [key]: value }))}
        />
        {add.error && <ProblemAlert error={add.error} />}
        {problem && (
          <Alert color="red" variant="light" role="alert" title={problem.title}>
            <Text size="sm">{problem.detail}</Text>
          </Alert>
        )}
        <Group justify="flex-end">
          <PermissionGate permission="servers:write">
            {(allowed) => (
              <Button type="submit" disabled={!allowed || name.trim() === ''} loading={add.isPending}>
                {text.add}
              </Button>
            )}
          </PermissionGate>
        </Group>
      </Stack>
    </form>
  );
}
