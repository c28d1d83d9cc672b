import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './app/global.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Providers } from './app/providers';
import { createConsoleRouter } from './app/router';
import { cspNonce } from './lib/csp-nonce';
import { createQueryClient } from './lib/query-client';

// The scroll lock of dialogs adds a style tag of its own and looks for the nonce under this name.
Object.assign(globalThis, { __webpack_nonce__: cspNonce() });

const queries = createQueryClient();
const router = createConsoleRouter(queries);
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <Providers queries={queries}>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
);
