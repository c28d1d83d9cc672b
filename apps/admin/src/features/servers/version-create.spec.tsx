import type { Server } from '@mcpnest/api-client';
import { screen, waitFor } from '@testing-library/react';
import { renderPage } from '../../testing/render-page';
import { answer, changes } from '../../testing/server';
import { VersionCreate } from './version-create';

const server = {
  slug: 'files',
  latestVersion: {
    transport: {
      type: 'stdio',
      package: 'npm:@x/files@1.0.0',
      args: ['/srv/a'],
      env: [{ name: 'TOKEN', secret: true }],
      network: false,
      folders: [
        { path: '/srv/a', writable: false },
        { path: '/srv/b', writable: true },
      ],
      warm: true,
      clientCapabilities: 'faithful',
    },
  },
} as unknown as Server;

it('a new version of a local server begins with the program, the folders and the variables it has', async () => {
  answer('post', '/servers/files/versions', {});
  const { user } = renderPage(<VersionCreate server={server} onClose={() => undefined} />);
  const program = await screen.findByLabelText('Package or program');
  expect(program).toHaveValue('npm:@x/files@1.0.0');
  expect(screen.queryByText('Add bearer token')).not.toBeInTheDocument();
  await user.clear(program);
  await user.type(program, 'npm:@x/files@2.0.0');
  await user.type(screen.getByLabelText('Folders it may read'), '\n/srv/c');
  await user.click(screen.getByRole('button', { name: 'New version' }));
  await waitFor(() => expect(changes()).toHaveLength(1));
  expect(changes()[0]?.body).toEqual({
    transport: {
      type: 'stdio',
      package: 'npm:@x/files@2.0.0',
      args: ['/srv/a'],
      env: [{ name: 'TOKEN', secret: true }],
      network: false,
      folders: [
        { path: '/srv/a', writable: false },
        { path: '/srv/c', writable: false },
        { path: '/srv/b', writable: true },
      ],
      warm: true,
      clientCapabilities: 'faithful',
    },
  });
});
