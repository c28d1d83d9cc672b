import { Group, Menu, ScrollArea, Text, UnstyledButton } from '@mantine/core';
import { IconCheck, IconPlus, IconSelector } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useCan } from '../lib/permissions';
import { useMe } from '../lib/session.queries';
import { appText } from './app.text';
import classes from './shell.module.css';

/** Shows which workspace is at hand and changes it. */
export function WorkspaceSwitcher({ slug }: { slug: string | null }) {
  const { workspaces } = useMe();
  const navigate = useNavigate();
  const mayCreate = useCan('workspaces:create');
  const current = workspaces.find((one) => one.slug === slug);
  return (
    <Menu width={228} position="bottom-start">
      <Menu.Target>
        <UnstyledButton className={classes['search'] ?? ''} aria-label={`${appText.switcher}: ${current?.name ?? appText.chooseWorkspace}`}>
          <Text span size="sm" fw={600} c="var(--mantine-color-text)" truncate>
            {current?.name ?? appText.chooseWorkspace}
          </Text>
          <IconSelector size={16} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <ScrollArea.Autosize mah={320} type="auto">
          {workspaces.map((one) => (
            <Menu.Item key={one.slug} onClick={() => void navigate({ to: '/w/$slug', params: { slug: one.slug } })}>
              <Group justify="space-between" wrap="nowrap">
                <Text span size="sm" truncate>
                  {one.name}
                </Text>
                {one.slug === slug && <IconCheck size={14} aria-hidden="true" />}
              </Group>
            </Menu.Item>
          ))}
        </ScrollArea.Autosize>
        {workspaces.length > 0 && <Menu.Divider />}
        <Menu.Item onClick={() => void navigate({ to: '/workspaces' })}>{appText.allWorkspaces}</Menu.Item>
        {mayCreate && (
          <Menu.Item leftSection={<IconPlus size={14} />} onClick={() => void navigate({ to: '/workspaces', search: { new: true } })}>
            {appText.newWorkspace}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
