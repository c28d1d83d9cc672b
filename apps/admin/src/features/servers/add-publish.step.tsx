import { Checkbox, Stack, Text, TextInput } from '@mantine/core';
import { TOOL_PREFIX_PATTERN } from '@mcpnest/shared/limits';
import { holds } from '../../lib/permissions';
import { useMe } from '../../lib/session.queries';
import type { AddDraft } from './add-draft';
import { serversText } from './servers.text';

const text = serversText.add;

/** Null when a prefix will do; an empty one is none. */
export const prefixRule = (value: string): string | null => (value === '' || TOOL_PREFIX_PATTERN.test(value) ? null : text.prefixInvalid);

/** Where the new server shall be seen. */
export function PublishStep({ draft, onChange }: { draft: AddDraft; onChange: (change: Partial<AddDraft>) => void }) {
  const me = useMe();
  const open = me.workspaces.filter(({ slug }) => holds(me, 'exposures:write', slug));
  return (
    <Stack gap="md">
      <Text size="sm" c="dimmed">
        {open.length > 0 ? text.publishLead : text.noWorkspaces}
      </Text>
      {open.length > 0 && (
        <Checkbox.Group label={text.workspaces} value={draft.workspaces} onChange={(workspaces) => onChange({ workspaces })}>
          <Stack gap="xs" mt="xs">
            {open.map(({ slug, name }) => (
              <Checkbox key={slug} value={slug} label={name} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      {draft.workspaces.length > 0 && (
        <TextInput
          label={text.prefix}
          description={text.prefixHint}
          maxLength={24}
          maw={320}
          value={draft.prefix}
          error={prefixRule(draft.prefix)}
          onChange={(event) => onChange({ prefix: event.currentTarget.value })}
        />
      )}
    </Stack>
  );
}
