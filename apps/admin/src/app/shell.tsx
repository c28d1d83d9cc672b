import { AppShell, Burger, Group, ScrollArea } from '@mantine/core';
import { useDisclosure, useNetwork } from '@mantine/hooks';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { LossBanner } from '../features/audit/records/loss-banner';
import { Brand } from '../ui/brand';
import { appText } from './app.text';
import { RouteAnnouncer } from './route-announcer';
import classes from './shell.module.css';
import { SideMenu } from './side-menu';
import { useShortcuts } from './use-shortcuts';

const CommandPalette = lazy(() => import('./command-palette').then(({ CommandPalette: Palette }) => ({ default: Palette })));
const Shortcuts = lazy(() => import('./shortcuts').then(({ Shortcuts: List }) => ({ default: List })));

/** The frame around all pages of signed-in people. */
export function Shell() {
  const [opened, menu] = useDisclosure(false);
  const { close: closeMenu } = menu;
  const [helping, help] = useDisclosure(false);
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const { online } = useNetwork();
  const content = useRef<HTMLElement>(null);
  useEffect(() => closeMenu(), [path, closeMenu]);
  useShortcuts(help.open);
  return (
    <AppShell header={{ height: 56 }} navbar={{ width: 252, breakpoint: 'sm', collapsed: { mobile: !opened } }} layout="alt">
      <a
        href="#content"
        className="skip-link"
        onClick={(event) => {
          event.preventDefault();
          content.current?.focus();
        }}
      >
        {appText.skip}
      </a>
      <AppShell.Header className={classes['head'] ?? ''} hiddenFrom="sm">
        <Group h="100%" px="md" gap="sm">
          <Burger opened={opened} onClick={menu.toggle} size="sm" aria-label={appText.menu} aria-expanded={opened} />
          <Brand size={24} />
        </Group>
      </AppShell.Header>
      <AppShell.Navbar className={classes['side'] ?? ''} aria-label={appText.nav}>
        <AppShell.Section grow component={ScrollArea} type="hover" scrollbarSize={8} viewportProps={{ tabIndex: -1 }}>
          <SideMenu onHelp={help.open} onClose={menu.close} opened={opened} />
        </AppShell.Section>
      </AppShell.Navbar>
      <AppShell.Main id="content" ref={content} tabIndex={-1} pt={{ base: 56, sm: 0 }} style={{ outline: 'none' }}>
        {!online && (
          <div className={classes['offline']} role="status">
            {appText.offline}
          </div>
        )}
        <LossBanner />
        <Outlet />
      </AppShell.Main>
      <RouteAnnouncer />
      <Suspense fallback={null}>
        <CommandPalette onHelp={help.open} />
        {helping && <Shortcuts onClose={help.close} />}
      </Suspense>
    </AppShell>
  );
}
