import {
  Avatar,
  Menu,
  SegmentedControl,
  Stack,
  Text,
  UnstyledButton,
  useMantineColorScheme,
  VisuallyHidden,
  type MantineColorScheme,
} from '@mantine/core';
import { IconBook, IconKeyboard, IconLogout } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { optionsOf } from '../lib/options-of';
import { useSignOut } from '../features/auth/auth.mutations';
import { useMe } from '../lib/session.queries';
import { appText } from './app.text';
import classes from './shell.module.css';

const THEMES = optionsOf(appText.themes);

/** Who is signed in, how it looks, and the way out. */
export function UserMenu({ onHelp }: { onHelp: () => void }) {
  const me = useMe();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  const navigate = useNavigate();
  return (
    <Menu width={252} position="top-start" closeOnItemClick>
      <Menu.Target>
        <UnstyledButton className={classes['user'] ?? ''}>
          <VisuallyHidden>{appText.account}: </VisuallyHidden>
          <Avatar size={30} radius="xl" color="indigo" name={me.name} aria-hidden="true" />
          <Stack gap={0} miw={0}>
            <Text size="sm" fw={600} truncate>
              {me.name}
            </Text>
            <Text size="xs" c="dimmed" truncate>
              {me.operator ? appText.operator : me.email}
            </Text>
          </Stack>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{me.email}</Menu.Label>
        <Stack gap={4} px={10} py={6}>
          <Text size="xs" c="dimmed" id="theme-choice">
            {appText.theme}
          </Text>
          <SegmentedControl
            size="xs"
            aria-labelledby="theme-choice"
            data={THEMES}
            value={colorScheme}
            onChange={(value) => setColorScheme(value as MantineColorScheme)}
          />
        </Stack>
        <Menu.Divider />
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={onHelp}>
          {appText.actions.shortcuts}
        </Menu.Item>
        <Menu.Item leftSection={<IconBook size={16} />} component="a" href="/api/docs">
          {appText.actions.docs}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconLogout size={16} />}
          onClick={() => signOut.mutate(undefined, { onSuccess: () => void navigate({ to: '/sign-in' }) })}
        >
          {appText.actions.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
