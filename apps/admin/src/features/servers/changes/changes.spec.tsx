import { notifications } from '@mantine/notifications';
import type { LockChange, Server } from '@mcpnest/api-client';
import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { renderPage } from '../../../testing/render-page';
import { answer, changes as sent, refuse } from '../../../testing/server';
import { ChangesPage } from './changes.page';
import type { ChangesSearch } from './changes-search';
import { LockPolicy } from './lock-policy';

const CHANGE: LockChange = {
  id: 'chg_1',
  server: { id: 'srv_1', slug: 'crm', name: 'CRM' },
  version: 2,
  kind: 'tools',
  key: 'find',
  change: 'changed',
  state: 'open',
  approved: { hash: 'old', text: '{"name":"find","description":"Finds one"}' },
  seen: { hash: 'new', text: '{"name":"find","description":"Finds every\\u200B one <b>now</b>"}' },
  firstSeenAt: '2026-01-01T00:00:00.000Z',
  decided: null,
  workspaces: [{ slug: 'team', name: 'Team', activeTokens: 40 }],
  workspaceCount: 3,
  activeTokens: 41,
  marks: [{ mark: 'hidden-characters', pointer: '/description', detail: 'U+200B' }],
};
const ADDED: LockChange = {
  ...CHANGE,
  id: 'chg_2',
  key: 'delete_all',
  change: 'added',
  approved: null,
  seen: { hash: 'add', text: '{"name":"delete_all"}' },
};
const OTHER: LockChange = { ...CHANGE, id: 'chg_3', server: { id: 'srv_2', slug: 'mail', name: 'Mail' }, kind: 'instructions', key: '' };

let address: ChangesSearch = {};

function Held({ start = {} }: { start?: ChangesSearch }) {
  const [search, setSearch] = useState(start);
  address = search;
  return <ChangesPage search={search} onSearch={setSearch} />;
}

beforeEach(() => {
  notifications.clean();
  answer('get', '/changes', { data: [CHANGE, ADDED, OTHER], nextCursor: null, open: 3 });
  answer('get', '/servers', { data: [], nextCursor: null });
  for (const slug of ['crm', 'mail']) answer('post', `/servers/${slug}/changes/decide`, { decided: 1 });
});

describe('the inbox of changes', () => {
  it('shows all that wait at one click, so that all can be selected', async () => {
    answer('get', '/changes', { data: [CHANGE, ADDED], nextCursor: 'two', open: 3 });
    const { user } = renderPage(<Held />);
    const all = await screen.findByRole('button', { name: 'Show all' });
    answer('get', '/changes', { data: [OTHER], nextCursor: null, open: 3 });
    await user.click(all);
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Show all' })).toBeNull());
    await user.click(screen.getByRole('checkbox', { name: 'Select all shown' }));
    expect(screen.getByText('3 selected')).toBeInTheDocument();
  });

  it('shows what differs as text alone, hidden characters by name, and whom it touches', async () => {
    const { user, container } = renderPage(<Held />);
    await user.click(await screen.findByRole('button', { name: /^find CRM/ }));
    expect(address.item).toBe('chg_1');
    expect(screen.getAllByText('U+200B').length).toBeGreaterThan(0);
    expect(screen.getByText(/carry words that only the model reads/)).toBeInTheDocument();
    expect(screen.getByText('Team: 40 tokens')).toBeInTheDocument();
    expect(container.querySelector('ins b, del b')).toBeNull();
    expect(container.querySelector('ins:last-of-type')).toHaveTextContent('<b>now</b>');
    expect(screen.getByText(/3 workspaces, 41 active tokens/)).toBeInTheDocument();
  });

  it('is worked from the keyboard, and sends the hash that was read', async () => {
    const { user } = renderPage(<Held />);
    await screen.findByRole('button', { name: /^find CRM/ });
    await user.keyboard('j');
    expect(address.item).toBe('chg_1');
    await user.keyboard('n');
    expect(address.item).toBe('chg_2');
    await user.keyboard('p');
    await user.keyboard('a');
    await waitFor(() =>
      expect(sent()).toMatchObject([
        { path: '/servers/crm/changes/decide', body: { decision: 'approve', changes: [{ id: 'chg_1', seenHash: 'new' }] } },
      ]),
    );
    expect(await screen.findByText('Approved: find · CRM. Clients see it now.')).toBeInTheDocument();
    expect(address.item).toBe('chg_2');
  });

  it('never sends what came in under the reader', async () => {
    const { user, queries } = renderPage(<Held />);
    await user.click(await screen.findByRole('button', { name: /^find CRM/ }));
    answer('get', '/changes', { data: [{ ...CHANGE, seen: { hash: 'newer', text: '{"name":"worse"}' } }], nextCursor: null, open: 1 });
    await queries.refetchQueries();
    await screen.findByText('worse');
    refuse('post', '/servers/crm/changes/decide', 412, { code: 'platform.stale-version', title: 'no' });
    await user.keyboard('a');
    expect(await screen.findByText('It changed again in the meantime')).toBeInTheDocument();
    await waitFor(() => expect(sent()[0]?.body).toMatchObject({ changes: [{ seenHash: 'new' }] }));
    await user.keyboard('a');
    await waitFor(() => expect(sent()[1]?.body).toMatchObject({ changes: [{ seenHash: 'newer' }] }));
  });

  it('says of a change that was decided which decision it is about', async () => {
    const decided = { decision: 'block', at: '2026-11-20T10:00:00.000Z', by: { userId: null, name: 'Root' }, note: null };
    answer('get', '/changes', { data: [{ ...CHANGE, state: 'blocked', decided }], nextCursor: null, open: 0 });
    const { user } = renderPage(<Held />);
    await user.click(await screen.findByRole('button', { name: /^find CRM/ }));
    await user.keyboard('a');
    await waitFor(() => expect(sent()[0]?.body).toMatchObject({ changes: [{ seenHash: 'new', decidedAt: decided.at }] }));
  });

  it('decides about several at once, server by server', async () => {
    const { user } = renderPage(<Held />);
    await user.click(await screen.findByRole('checkbox', { name: 'Select all shown' }));
    await user.keyboard('b');
    await waitFor(() =>
      expect(sent().map(({ path, body }) => [path, (body as { changes: unknown[] }).changes.length])).toEqual([
        ['/servers/crm/changes/decide', 2],
        ['/servers/mail/changes/decide', 1],
      ]),
    );
  });

  it.each([
    [412, 'platform.stale-version', 'It changed again in the meantime'],
    [409, 'servers.change-decided', 'Somebody was faster'],
  ])('explains a %i and keeps the change at hand', async (status, code, words) => {
    refuse('post', '/servers/crm/changes/decide', status, { code, title: 'no' });
    const { user } = renderPage(<Held start={{ item: 'chg_1' }} />);
    await user.click(await screen.findByRole('button', { name: 'Keep old' }));
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(address.item).toBe('chg_1');
  });

  it('does nothing on the way to another page', async () => {
    const { user } = renderPage(<Held start={{ item: 'chg_1' }} />);
    await screen.findByRole('button', { name: 'Keep old' });
    await user.keyboard('ga');
    expect(sent()).toEqual([]);
  });

  it('keeps its filters in the address, and says where nothing matches', async () => {
    answer('get', '/changes', { data: [], nextCursor: null, open: 0 });
    const { user } = renderPage(<Held />);
    expect(await screen.findByText('Nothing to decide')).toBeInTheDocument();
    await user.type(screen.getByRole('textbox', { name: 'Search names' }), 'ab');
    await waitFor(() => expect(address).toEqual({ q: 'ab' }));
    expect(sent()).toEqual([]);
    expect(await screen.findByText('Nothing matches these filters')).toBeInTheDocument();
  });
});

describe('the lock policy of a server', () => {
  const server = { slug: 'crm', version: 4, lockPolicy: 'hold', changedItems: 'keep' } as Server;

  it('is saved at once, for the state that was read', async () => {
    answer('patch', '/servers/crm', { ...server, lockPolicy: 'additive' });
    const { user } = renderPage(<LockPolicy server={server} />);
    await user.click(await screen.findByRole('radio', { name: /Admit additions/ }));
    expect(await screen.findByText('The policy is in force.')).toBeInTheDocument();
    expect(sent()).toMatchObject([{ method: 'PATCH', path: '/servers/crm', body: { lockPolicy: 'additive' } }]);
    expect(sent()[0]?.headers.get('if-match')).toBe('"4"');
  });

  it('asks nothing about changes of a server that is trusted', async () => {
    renderPage(<LockPolicy server={{ ...server, lockPolicy: 'trust' }} />);
    expect(await screen.findByRole('radio', { name: /Trust/ })).toBeChecked();
    expect(screen.queryByRole('radio', { name: 'served as approved' })).toBeNull();
  });
});
