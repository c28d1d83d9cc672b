import { screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { answer, changes, OPERATOR, refuse } from '../../../testing/server';
import { renderPage } from '../../../testing/render-page';
import type { CatalogueEntry } from '@mcpnest/api-client';
import { AskLink } from './ask-link';
import { EntryAsk } from './entry-ask';
import { MyRequestsPage } from './my-requests.page';
import type { MineSearch } from './requests-search';

const DEVELOPER = {
  ...OPERATOR,
  operator: false,
  permissions: ['servers:read'],
  workspaces: [{ ...OPERATOR.workspaces[0], role: 'developer', permissions: ['workspace:read', 'exposures:read', 'requests:create'] }],
};
const asked = (name: string) => ({ id: 'ask_1', name, kind: 'server', state: 'open' });

function Mine({ start }: { start: MineSearch }) {
  const [search, setSearch] = useState(start);
  return <MyRequestsPage slug="team" search={search} onSearch={setSearch} />;
}

function open(start: MineSearch = {}) {
  answer('get', '/me', DEVELOPER);
  answer('get', '/requests', { data: [], nextCursor: null });
  answer('get', '/workspaces/team/servers', { data: [{ server: { slug: 'shown' } }], nextCursor: null });
  answer('get', '/servers', {
    data: ['shown', 'free'].map((slug) => ({ id: slug, slug, name: `The ${slug}` })),
    nextCursor: null,
  });
  return renderPage(<Mine start={start} />);
}

it('asks for a server out of a pasted configuration, its secret apart from its address', async () => {
  answer('post', '/workspaces/team/requests', asked('weather'), 201);
  const { user } = open();
  await user.click((await screen.findAllByRole('button', { name: 'Request a server' }))[0]!);
  const form = await screen.findByRole('dialog', { name: 'Request a server' });
  const send = within(form).getByRole('button', { name: 'Send request' });
  await user.click(within(form).getByLabelText('URL or client configuration'));
  await user.paste(
    JSON.stringify({ mcpServers: { weather: { url: 'https://w.example/mcp', headers: { Authorization: 'Bearer s3cret-value-1' } } } }),
  );
  expect(await within(form).findByDisplayValue('https://w.example/mcp')).toBeInTheDocument();
  expect(send).toBeDisabled();
  await user.type(within(form).getByRole('textbox', { name: /Why do you need it/ }), 'To plan outings');
  await user.click(send);
  expect(await screen.findByText('Your request for weather is in the queue')).toBeInTheDocument();
  expect(changes()).toHaveLength(1);
  expect(changes()[0]).toMatchObject({
    path: '/workspaces/team/requests',
    body: {
      kind: 'server',
      name: 'weather',
      reason: 'To plan outings',
      transport: { type: 'streamable-http', url: 'https://w.example/mcp', headers: [{ name: 'Authorization', secret: true }] },
      credentials: { Authorization: 'Bearer s3cret-value-1' },
    },
  });
});

it('asks for a server of the catalogue that the workspace does not have yet', async () => {
  answer('post', '/workspaces/team/requests', asked('The free'), 201);
  const { user } = open({ ask: 'exposure' });
  const form = await screen.findByRole('dialog', { name: 'Request a server' });
  await user.click(within(form).getByRole('combobox', { name: /^Server/ }));
  expect(await screen.findByRole('option', { name: 'The free' })).toBeInTheDocument();
  expect(screen.queryByRole('option', { name: 'The shown' })).toBeNull();
  await user.click(screen.getByRole('option', { name: 'The free' }));
  await user.type(within(form).getByRole('textbox', { name: /Why do you need it/ }), 'Because');
  await user.click(within(form).getByRole('button', { name: 'Send request' }));
  await waitFor(() => expect(changes().map(({ body }) => body)).toEqual([{ kind: 'exposure', server: 'free', reason: 'Because' }]));
});

it('keeps what was typed when the request is refused', async () => {
  refuse('post', '/workspaces/team/requests', 429, { code: 'servers.request-limit', title: 'Too many open requests' });
  const { user } = open({ ask: 'exposure', server: 'free' });
  const form = await screen.findByRole('dialog', { name: 'Request a server' });
  const reason = within(form).getByRole('textbox', { name: /Why do you need it/ });
  await user.type(reason, 'Because');
  await user.click(within(form).getByRole('button', { name: 'Send request' }));
  expect(await within(form).findByText('Too many open requests')).toBeInTheDocument();
  expect(reason).toHaveValue('Because');
});

it('is where people are sent who may not do it themselves, and they alone', async () => {
  const link = <AskLink ask="version" server="demo" unless="servers:write" children="Request it" otherwise="Do it" />;
  answer('get', '/me', DEVELOPER);
  const { unmount } = renderPage(link);
  expect(await screen.findByRole('link', { name: 'Request it' })).toHaveAttribute('href', '/w/team/requests?ask=version&server=demo');
  unmount();
  answer('get', '/me', OPERATOR);
  const asOperator = renderPage(link);
  expect(await screen.findByText('Do it')).toBeInTheDocument();
  asOperator.unmount();
  answer('get', '/me', { ...DEVELOPER, workspaces: [{ ...DEVELOPER.workspaces[0], role: 'auditor', permissions: ['exposures:read'] }] });
  renderPage(link);
  expect(await screen.findByText('Do it')).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'Request it' })).toBeNull();
});

it('starts from an entry of the bundled catalogue with what it says', async () => {
  const header = { name: 'X-Key', secret: true, required: true, value: '{key}' };
  const transport = { type: 'sse', url: 'https://w.example/{region}/sse', headers: [header] };
  const entry = { id: 'w', name: 'Weather', source: 'curated', transport, inputs: [], packages: [], importable: true };
  answer('get', '/me', DEVELOPER);
  const { user } = renderPage(<EntryAsk entry={entry as unknown as CatalogueEntry} otherwise="Add it" />);
  await user.click(await screen.findByRole('button', { name: 'Request a server' }));
  const form = await screen.findByRole('dialog', { name: 'Request a server' });
  expect(within(form).getByLabelText('Address')).toHaveValue('https://w.example/{region}/sse');
  expect(within(form).getByRole('textbox', { name: /^Name/ })).toHaveValue('Weather');
  expect(within(form).getByLabelText('Value X-Key')).toHaveValue('');
});
