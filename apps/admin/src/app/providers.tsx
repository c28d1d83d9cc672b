import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { cspNonce } from '../lib/csp-nonce';
import { cssVariables, theme } from './theme';

const colorScheme = localStorageColorSchemeManager({ key: 'mcpnest.color-scheme' });

/** Looks, toasts and data for everything below. */
export function Providers({ queries, children }: { queries: QueryClient; children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      colorSchemeManager={colorScheme}
      getStyleNonce={cspNonce}
    >
      <Notifications position="bottom-right" limit={4} aria-live="polite" />
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </MantineProvider>
  );
}
