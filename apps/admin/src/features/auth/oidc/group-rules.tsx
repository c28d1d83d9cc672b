import { ActionIcon, Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { ROLES } from '@mcpnest/shared/permissions';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMe } from '../../../lib/session.queries';
import { oidcText as text } from './oidc.text';
import type { OidcForm } from './use-oidc-form';

/** Which group gets which role where. */
export function GroupRules({ form }: { form: OidcForm }) {
  const { workspaces } = useMe();
  const places = workspaces.map(({ id, name }) => ({ value: id, label: name }));
  const rules = form.values.groupRoles;
  return (
    <Stack gap="sm">
      {rules.map((rule, index) => (
        <Group key={index} align="flex-end" gap="sm" wrap="nowrap">
          <TextInput flex={1} label={text.group} {...form.getInputProps(`groupRoles.${index}.group`)} />
          <Select
            flex={1}
            label={text.workspace}
            data={places}
            allowDeselect={false}
            {...form.getInputProps(`groupRoles.${index}.workspaceId`)}
          />
          <Select w={140} label={text.role} data={[...ROLES]} allowDeselect={false} {...form.getInputProps(`groupRoles.${index}.role`)} />
          <ActionIcon
            variant="subtle"
            color="red"
            size="lg"
            aria-label={text.removeRule(rule.group)}
            onClick={() => form.removeListItem('groupRoles', index)}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      ))}
      <Group>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} />}
          disabled={places.length === 0}
          onClick={() => form.insertListItem('groupRoles', { group: '', workspaceId: places[0]?.value ?? '', role: 'developer' })}
        >
          {text.addRule}
        </Button>
      </Group>
    </Stack>
  );
}
