import { Button, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmDanger } from '../../../patterns/confirm-danger';
import { DataTable } from '../../../patterns/data-table';
import { EmptyState } from '../../../patterns/empty-state';
import { ProblemAlert } from '../../../patterns/problem-alert';
import { QueryView } from '../../../patterns/query-view';
import { completeValue } from '../intake/lift-secrets';
import { TestTrace } from '../test-trace';
import { credentialColumns } from './credential-columns';
import type { CredentialEntry, CredentialSource } from './credential-source';
import { useRemoveCredentials, useSaveCredentials, useTryCredentials } from './credentials.mutations';
import { credentialSlotsQuery } from './credentials.queries';
import { credentialsText as text } from './credentials.text';

/** Parts what was typed in: only the catalogue's own values may be references. */
export function entryOf(entered: Readonly<Record<string, string>>, of: CredentialSource['of']): CredentialEntry {
  const entry: CredentialEntry = { values: {}, references: {} };
  for (const [name, typed] of Object.entries(entered)) {
    const value = typed.trim();
    if (value === '') continue;
    if (of === 'everybody' && /^(file:\/|env:)/.test(value)) entry.references[name] = value;
    else entry.values[name] = completeValue(name, value);
  }
  return entry;
}

/** How the values did that were tried. */
function Trial({ report, running }: Parameters<typeof TestTrace>[0]) {
  if (!running && !report) return null;
  return (
    <Stack gap="xs" px="md">
      <TestTrace report={report} running={running} />
      {report?.ok && <Text size="sm">{text.tried}</Text>}
    </Stack>
  );
}

function NoSlots() {
  return (
    <EmptyState icon={IconLock} title={text.emptyTitle}>
      {text.empty}
    </EmptyState>
  );
}

interface CredentialFormProps {
  source: CredentialSource;
  label: string;
  /** Whether nothing is said where there is no slot. */
  isOptional?: boolean;
}

/** Whether each slot is set, and new values for them: tried first, switched on demand. */
export function CredentialForm({ source, label, isOptional = false }: CredentialFormProps) {
  const slots = useQuery(credentialSlotsQuery(source));
  const save = useSaveCredentials(source);
  const trial = useTryCredentials(source);
  const remove = useRemoveCredentials(source);
  const [entered, setEntered] = useState<Record<string, string>>({});
  const [removing, setRemoving] = useState(false);
  const entry = entryOf(entered, source.of);
  const problem = save.error ?? trial.error;
  const enter = (name: string, value: string) => {
    setEntered({ ...entered, [name]: value });
    trial.reset();
  };
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    save.mutate(entry, {
      onSuccess: () => {
        setEntered({});
        trial.reset();
        notifications.show({ color: 'teal', message: text.saved });
      },
    });
  };
  return (
    <QueryView query={slots}>
      {(rows) =>
        rows.length === 0 ? (
          !isOptional && <NoSlots />
        ) : (
          <form onSubmit={submit}>
            <Stack gap="md" pb="md">
              <DataTable
                label={label}
                rows={rows}
                rowKey={({ name }) => name}
                columns={credentialColumns({ of: source.of, entered, onEnter: enter })}
              />
              {problem && <ProblemAlert error={problem} />}
              <Trial report={trial.data} running={trial.isPending} />
              <Group justify="flex-end" px="md" gap="sm">
                <Button variant="default" color="red" disabled={!rows.some(({ set }) => set)} onClick={() => setRemoving(true)}>
                  {text.clear}
                </Button>
                <Button
                  variant="default"
                  disabled={Object.keys(entry.values).length === 0}
                  loading={trial.isPending}
                  onClick={() => trial.mutate(entry.values)}
                >
                  {text.try}
                </Button>
                <Button
                  type="submit"
                  disabled={Object.keys({ ...entry.values, ...entry.references }).length === 0}
                  loading={save.isPending}
                >
                  {text.save}
                </Button>
              </Group>
            </Stack>
            <ConfirmDanger
              opened={removing}
              onClose={() => setRemoving(false)}
              title={text.clearTitle}
              confirmLabel={text.clear}
              pending={remove.isPending}
              error={remove.error}
              onConfirm={() => remove.mutate(undefined, { onSuccess: () => setRemoving(false) })}
            >
              {text.clearLead[source.of]}
            </ConfirmDanger>
          </form>
        )
      }
    </QueryView>
  );
}
