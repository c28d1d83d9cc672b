import { Alert, NumberInput, Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { TOOL_NAME_LENGTHS } from '@mcpnest/shared/limits';
import { Panel } from '../../ui/panel';
import type { WorkspaceValues } from './workspace-values';
import { workspacesText } from './workspaces.text';

const text = workspacesText.settings;

interface WorkspaceFieldsProps {
  form: UseFormReturnType<WorkspaceValues>;
  savedSlug: string;
  mayChange: boolean;
}

/** Name, address and limits of a workspace. */
export function WorkspaceFields({ form, savedSlug, mayChange }: WorkspaceFieldsProps) {
  const number = (field: 'ratePerSecond' | 'burst' | 'concurrency', label: string) => (
    <NumberInput
      label={label}
      min={1}
      max={1_000_000}
      allowDecimal={false}
      clampBehavior="strict"
      thousandSeparator
      {...form.getInputProps(field)}
    />
  );
  return (
    <>
      <Panel title={text.general}>
        <Stack gap="md">
          <TextInput label={workspacesText.list.name} maxLength={80} {...form.getInputProps('name')} />
          <TextInput
            label={workspacesText.create.slug}
            description={workspacesText.create.slugHint}
            maxLength={40}
            {...form.getInputProps('slug')}
          />
          {form.values.slug !== savedSlug && (
            <Alert color="yellow" variant="light">
              {text.slugWarning}
            </Alert>
          )}
          <Select
            label={text.nameLength}
            description={text.nameLengthHint}
            data={TOOL_NAME_LENGTHS.map(String)}
            allowDeselect={false}
            disabled={!mayChange}
            {...form.getInputProps('nameLength')}
          />
        </Stack>
      </Panel>
      <Panel title={text.limits} description={text.limitsHint}>
        <SimpleGrid cols={{ base: 1, xs: 3 }}>
          {number('ratePerSecond', text.rate)}
          {number('burst', text.burst)}
          {number('concurrency', text.concurrency)}
        </SimpleGrid>
      </Panel>
    </>
  );
}
