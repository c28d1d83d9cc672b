import { CloseButton, Group, Kbd, Stack, Text, UnstyledButton } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { useRouterState } from '@tanstack/react-router';
import { OpenChanges } from '../features/servers/changes/open-changes';
import { useDecides } from '../features/servers/requests/use-decides';
import { WaitingRequests } from '../features/servers/requests/waiting-requests';
import { useCan } from '../lib/permissions';
import { useMe } from '../lib/session.queries';
import { Brand } from '../ui/brand';
import { PlainLink } from '../ui/links';
import { appText } from './app.text';
import { COMPANY_PAGES, WORKSPACE_PAGES } from './navigation';
import classes from './shell.module.css';
import { UserMenu } from './user-menu';
import { useCurrentSlug } from './use-current-slug';
import { WorkspaceSwitcher } from './workspace-switcher';

const link = classes['link'] ?? '';
const current = { 'aria-current': 'page' } as const;

function Section({ label }: { label: string }) {
  return (
    <Text size="xs" fw={600} c="dimmed" className={classes['section'] ?? ''}>
      {label}
    </Text>
  );
}

/** The menu at the side: the workspace at hand, the installation, the person. */
export function SideMenu({ onHelp, onClose, opened }: { onHelp: () => void; onClose: () => void; opened: boolean }) {
  const me = useMe();
  const slug = useCurrentSlug(me);
  const decides = useDecides();
  const mayApprove = useCan('versions:approve');
  const isInbox = useRouterState({ select: ({ location }) => location.pathname === '/catalogue/changes' });
  const mayUse = COMPANY_PAGES.filter(({ to }) => (to !== '/approvals' || decides) && (to !== '/catalogue/changes' || mayApprove));
  return (
    <Stack gap={2} p="sm" mih="100dvh">
      <Group px={10} py={8} justify="space-between">
        <Brand size={26} />
        {opened && <CloseButton hiddenFrom="sm" aria-label={appText.menu} onClick={onClose} />}
      </Group>
      <WorkspaceSwitcher slug={slug} />
      <UnstyledButton className={classes['search'] ?? ''} mt={8} onClick={() => spotlight.open()}>
        <span>{appText.search}</span>
        <Kbd size="xs" aria-hidden="true">
          ⌘K
        </Kbd>
      </UnstyledButton>
      {slug && <Section label={appText.workspaceSection} />}
      {slug &&
        WORKSPACE_PAGES.map(({ to, label, icon: Icon, exact }) => (
          <PlainLink
            key={to}
            to={to}
            params={{ slug }}
            className={link}
            activeOptions={{ exact, includeSearch: false }}
            activeProps={current}
          >
            <Icon size={18} stroke={1.7} aria-hidden="true" />
            {label}
          </PlainLink>
        ))}
      <Section label={appText.companySection} />
      {mayUse.map(({ to, label, icon: Icon }) => (
        <PlainLink
          key={to}
          to={to}
          className={link}
          activeOptions={{ includeSearch: false, exact: to === '/catalogue' && isInbox }}
          activeProps={current}
        >
          <Icon size={18} stroke={1.7} aria-hidden="true" />
          {label}
          {to === '/catalogue/changes' && <OpenChanges />}
          {to === '/approvals' && <WaitingRequests />}
        </PlainLink>
      ))}
      <div style={{ flex: 1 }} />
      <UserMenu onHelp={onHelp} />
    </Stack>
  );
}
