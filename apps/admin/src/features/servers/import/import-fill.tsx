import { Button, Group, Stack, Text } from '@mantine/core';
import type { ImportResult, PreviewEntry } from '@mcpnest/api-client';
import { PermissionGate } from '../../../patterns/permission-gate';
import { ProblemAlert } from '../../../patterns/problem-alert';
import { AnchorLink, ButtonLink } from '../../../ui/links';
import { Panel } from '../../../ui/panel';
import { StatusDot } from '../../../ui/status-dot';
import { EntryInputs } from '../browse/entry-inputs';
import { faultsOf } from './chosen-entry';
import { importText as text } from './import.text';
import { CHOSEN_MAX, type Import } from './use-import';

function Outcome({ result }: { result: ImportResult | undefined }) {
  if (result?.server)
    return (
      <Group gap="sm">
        <StatusDot tone="good" label={text.imported} />
        <AnchorLink to="/catalogue/$server" params={{ server: result.server.slug }} size="sm">
          {result.server.name}
        </AnchorLink>
      </Group>
    );
  if (!result?.problem) return null;
  return (
    <Stack gap={2} role="alert">
      <StatusDot tone="bad" label={result.problem.title} />
      <Text size="sm">{result.problem.detail}</Text>
    </Stack>
  );
}

/** What is run, and that its version is chosen at the import where the document names none. */
function programOf({ local }: PreviewEntry): string | undefined {
  if (!local) return undefined;
  const { package: spec, command } = local;
  if (spec === null) return command ?? undefined;
  return /(@|==)\d[^@/]*$/.test(spec) ? spec : text.newest(spec);
}

function ChosenPanel({ entry, state }: { entry: PreviewEntry; state: Import }) {
  const result = state.results[entry.slug];
  return (
    <Panel title={entry.name} description={entry.transport?.url ?? programOf(entry)}>
      <Stack gap="md">
        <Outcome result={result} />
        {!result?.server && (
          <EntryInputs
            inputs={entry.inputs}
            values={state.values[entry.slug] ?? {}}
            faults={faultsOf(result?.problem ?? null)}
            onValue={(key, value) => state.setValue(entry.slug, key, value)}
          />
        )}
      </Stack>
    </Panel>
  );
}

/** The chosen servers with what each needs, and after the import what became of each. */
export function ImportFill({ state }: { state: Import }) {
  const { entries, results, importing } = state;
  if (entries.length === 0) return null;
  const open = entries.filter(({ slug }) => !results[slug]?.server);
  const isTried = Object.keys(results).length > 0;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        state.save();
      }}
    >
      <Stack gap="md" aria-live="polite">
        <Text fw={650}>{isTried ? text.done : text.fill}</Text>
        {entries.map((entry) => (
          <ChosenPanel key={entry.slug} entry={entry} state={state} />
        ))}
        {importing.error && <ProblemAlert error={importing.error} />}
        <Group justify="flex-end" gap="sm">
          {isTried && (
            <ButtonLink to="/catalogue" variant="default">
              {text.toCatalogue}
            </ButtonLink>
          )}
          {open.length > 0 && (
            <PermissionGate permission="servers:write">
              {(allowed) => (
                <Button type="submit" loading={importing.isPending} disabled={!allowed || open.length > CHOSEN_MAX}>
                  {isTried ? text.retry : text.import(open.length)}
                </Button>
              )}
            </PermissionGate>
          )}
        </Group>
      </Stack>
    </form>
  );
}
