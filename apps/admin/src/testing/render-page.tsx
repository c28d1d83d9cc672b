import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Suspense, type ReactNode } from 'react';
import { createQueryClient } from '../lib/query-client';

/** Renders a page as the console would, without its frame, and hands out a user to act on it. */
export function renderPage(page: ReactNode) {
  const queries = createQueryClient();
  const root = createRootRoute();
  const everything = createRoute({ getParentRoute: () => root, path: '$', component: () => <Suspense fallback={null}>{page}</Suspense> });
  const router = createRouter({ routeTree: root.addChildren([everything]), history: createMemoryHistory({ initialEntries: ['/page'] }) });
  const Provider = RouterProvider as unknown as (props: { router: typeof router }) => ReactNode;
  const view = render(
    <MantineProvider env="test">
      <Notifications />
      <QueryClientProvider client={queries}>
        <Provider router={router} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { ...view, queries, user: userEvent.setup() };
}
