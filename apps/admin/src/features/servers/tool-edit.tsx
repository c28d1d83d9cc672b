import { Button, Drawer, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { PublishedTool } from '@mcpnest/api-client';
import { useState } from 'react';
import { ProblemAlert } from '../../patterns/problem-alert';
import { patternsText } from '../../patterns/patterns.text';
import { useProblemForm } from '../../patterns/use-problem-form';
import { CodeBlock } from '../../ui/code-block';
import { curationText } from './curation/curation.text';
import { paramDrafts, parametersOf } from './curation/param-drafts';
import { ParamFields } from './curation/param-fields';
import { serversText } from './servers.text';
import { shownName, useEditTool } from './tools.mutations';

const text = serversText.tools;

interface ToolEditProps {
  slug: string;
  tool: PublishedTool;
  mayWrite: boolean;
  nameLengthMax: number;
  onClose: () => void;
}

function OwnWords({ tool }: { tool: PublishedTool }) {
  return (
    <>
      <Stack gap={4}>
        <Text size="sm" fw={600}>
          {text.original}
        </Text>
        <Text size="sm" c="dimmed" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
          {tool.originalDescription ?? serversText.detail.noDescription}
        </Text>
      </Stack>
      {tool.inputSchema && (
        <Stack gap={4}>
          <Text size="sm" fw={600}>
            {text.schema}
          </Text>
          <CodeBlock text={JSON.stringify(tool.inputSchema, null, 2)} label={text.schema} />
        </Stack>
      )}
    </>
  );
}

/** What clients call a tool and read about it; beside it what the server itself says, as plain text. */
export function ToolEdit({ slug, tool, mayWrite, nameLengthMax, onClose }: ToolEditProps) {
  const edit = useEditTool(slug);
  const own = tool.description !== null && tool.description !== tool.originalDescription ? tool.description : '';
  const { form, error, refuse } = useProblemForm({
    initialValues: { alias: tool.alias ?? '', description: own, parameters: paramDrafts(tool) },
    validate: {
      alias: (value) => {
        if (value !== '' && !/^[a-zA-Z][a-zA-Z0-9_-]*$/.test(value)) return text.aliasInvalid;
        return value.length > nameLengthMax ? text.tooLong(nameLengthMax) : null;
      },
    },
  });
  const [paramFault, setParamFault] = useState<string | null>(null);
  const submit = form.onSubmit(({ alias, description, parameters }) => {
    const sent = parametersOf(parameters);
    if ('fault' in sent) return setParamFault(curationText.params.invalid(sent.fault));
    setParamFault(null);
    edit.mutate(
      {
        tool,
        ...(form.isDirty('alias') ? { alias: alias || null } : {}),
        ...(form.isDirty('description') ? { description: description || null } : {}),
        ...(form.isDirty('parameters') ? { parameters: sent } : {}),
      },
      { onSuccess: onClose, onError: refuse },
    );
  });
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={
        <Text fw={650} ff="monospace">
          {shownName(tool)}
        </Text>
      }
      closeButtonProps={{ 'aria-label': patternsText.close }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput
            label={text.alias}
            disabled={!mayWrite}
            placeholder={tool.tool}
            spellCheck={false}
            description={`${text.aliasHint} ${text.budget((form.values.alias || shownName(tool)).length, nameLengthMax)}`}
            {...form.getInputProps('alias')}
          />
          <Textarea
            label={text.description}
            description={text.descriptionHint}
            disabled={!mayWrite}
            autosize
            minRows={3}
            maxRows={12}
            maxLength={4_096}
            {...form.getInputProps('description')}
          />
          <ParamFields
            drafts={form.values.parameters}
            disabled={!mayWrite}
            error={paramFault}
            onChange={(parameters) => form.setFieldValue('parameters', parameters)}
          />
          <OwnWords tool={tool} />
          {error !== null && <ProblemAlert error={error} />}
          {mayWrite && (
            <Group justify="flex-end">
              <Button type="submit" disabled={!form.isDirty()} loading={edit.isPending}>
                {text.save}
              </Button>
            </Group>
          )}
        </Stack>
      </form>
    </Drawer>
  );
}
