import type { LocalFence, LocalRunner } from '@mcpnest/api-client';
import { screen, within } from '@testing-library/react';
import { renderPage } from '../../testing/render-page';
import { answer } from '../../testing/server';
import { LocalServersPage } from './local-servers.page';

const runner = (part: Partial<LocalRunner>): LocalRunner => ({
  name: 'https://runner-0.runners:3100',
  answers: true,
  fence: 'namespaces',
  gaps: [],
  running: 2,
  waiting: 0,
  hosts: [{ server: 'files', version: 3, status: 'running', processes: 2, memoryBytes: 52_428_800 }],
  ...part,
});

function show(part: Partial<LocalFence>): void {
  const standing = { enabled: true, fence: 'namespaces', holds: ['privateFiles'], gaps: [], lacks: [], running: 0, waiting: 0 } as const;
  answer('get', '/local-servers', { ...standing, isOnRunners: true, runners: [], ...part });
  renderPage(<LocalServersPage tabs={null} />);
}

it('says which runner hosts what, and which of them does not answer', async () => {
  show({
    runners: [runner({}), runner({ name: 'https://runner-1.runners:3100', answers: false, fence: null, running: 0, hosts: [] })],
  });
  const hosted = await screen.findByRole('table', { name: 'https://runner-0.runners:3100' });
  const [, row] = within(hosted).getAllByRole('row');
  expect(row).toHaveTextContent(/files3running250/);
  expect(within(row!).getByRole('link', { name: 'files' })).toHaveAttribute('href', '/catalogue/files');
  expect(screen.getByText('does not answer')).toBeInTheDocument();
  expect(screen.getByText('Hosts nothing now.')).toBeInTheDocument();
});

it('says that the processor is bounded, and why the memory of a server is not', async () => {
  const gap = 'The memory of a local server is not limited for all its processes together: LOCAL_GROUPS=off is set.';
  show({ holds: ['processorLimit'], gaps: [gap] });
  expect(await screen.findByText('processor limit')).toBeInTheDocument();
  expect(screen.getByText(gap)).toBeInTheDocument();
});

it('says what to do where no runner takes anything', async () => {
  show({});
  expect(await screen.findByText(/Start a process with ROLE=runner/)).toBeInTheDocument();
});

it('says that programs run here where they do', async () => {
  show({ isOnRunners: false });
  expect(await screen.findByText(/run on the machine of the gateway/)).toBeInTheDocument();
  expect(screen.queryByText(/Start a process with ROLE=runner/)).not.toBeInTheDocument();
});
