import type { ServerRequest } from '@mcpnest/api-client';
import { act, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { answer, changes, refuse } from '../../../testing/server';
import { renderPage } from '../../../testing/render-page';
import { ApprovalsPage } from './approvals.page';
import type { QueueSearch } from './requests-search';

const request = (id: string, part: Partial<ServerRequest> = {}): ServerRequest => ({
  id,
  kind: 'server',
  state: 'open',
  workspace: { id: 'ws_1', slug: 'team', name: 'Team' },
  server: null,
  version: null,
  name: `Server ${id}`,
  slug: id,
  description: null,
  transport: {
    type: 'streamable-http',
    url: 'https://mcp.example.com/mcp',
    headers: [{ name: 'X-Api-Key', secret: true }],
    era: 'auto',
    clientCapabilities: 'faithful',
  },
  toolPrefix: null,
  credentials: [{ name: 'X-Api-Key', last4: 'beef' }],
  reason: `Because of ${id}`,
  requestedBy: { userId: 'usr_2', name: 'Dora' },
  assignee: null,
  comments: [],
  decision: null,
  createdAt: '2026-11-20T10:00:00.000Z',
  etag: 3,
  mayDecide: true,
  mayApprove: true,
  mayWithdraw: false,
  ...part,
});

let now: QueueSearch = {};
function Queue({ start }: { start: QueueSearch }) {
  const [search, setSearch] = useState(start);
  now = search;
  return <ApprovalsPage search={search} onSearch={setSearch} />;
}

function open(rows: readonly ServerRequest[], start: QueueSearch = {}) {
  answer('get', '/requests', { data: rows, nextCursor: null });
  for (const row of rows) {
    answer('get', `/requests/${row.id}`, row);
    answer('get', `/requests/${row.id}/assignees`, { data: [{ userId: 'usr_1', name: 'Ada' }] });
  }
  return renderPage(<Queue start={start} />);
}
/** Leaving sends at once what is held. */
const leave = () => act(() => void window.dispatchEvent(new Event('pagehide')));
const ready = () => screen.findByRole('table', { name: 'Approvals' });

it('moves with j and k and approves the row at hand with a', async () => {
  const { user } = open([request('one'), request('two')]);
  answer('post', '/requests/two/approve', request('two', { state: 'approved', mayDecide: false, mayApprove: false }));
  await ready();
  await user.keyboard('jj');
  expect(screen.getByRole('button', { name: 'Open request Server two' })).toHaveFocus();
  await user.keyboard('k');
  expect(screen.getByRole('button', { name: 'Open request Server one' })).toHaveFocus();
  await user.keyboard('ja');
  expect(await screen.findByText('approved in a moment')).toBeInTheDocument();
  expect(changes()).toEqual([]);
  leave();
  expect(await screen.findByText('Server two: approved, and in its workspace')).toBeInTheDocument();
  expect(changes()).toEqual([expect.objectContaining({ method: 'POST', path: '/requests/two/approve', body: {} })]);
  expect(changes()[0]?.headers.get('if-match')).toBe('"3"');
});

it('approves nothing while no row is at hand, on the way to another page, and in a text', async () => {
  const { user } = open([request('one')]);
  await ready();
  await user.keyboard('a');
  await user.keyboard('jga');
  await user.click(screen.getByLabelText('Search requests'));
  await user.keyboard('ad');
  expect(changes()).toEqual([]);
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('denies with d, and not without a reason', async () => {
  const { user } = open([request('one')]);
  answer('post', '/requests/one/deny', request('one', { state: 'denied', mayDecide: false, mayApprove: false }));
  await ready();
  await user.keyboard('jd');
  const form = await screen.findByRole('dialog', { name: 'Deny Server one' });
  const submit = within(form).getByRole('button', { name: 'Deny' });
  expect(submit).toBeDisabled();
  const field = within(form).getByRole('textbox', { name: /Why not/ });
  await user.type(field, 'a duplicate');
  await user.click(submit);
  expect(await screen.findByText('Server one will be denied in 10 seconds')).toBeInTheDocument();
  leave();
  await waitFor(() => expect(changes()).toEqual([expect.objectContaining({ path: '/requests/one/deny', body: { note: 'a duplicate' } })]));
});

it('shows every fact in the drawer, as plain text, and decides from there', async () => {
  const hostile = '<img src=x onerror="window.hurt=1"> [click](javascript:alert(1))';
  const { user, container } = open([request('one', { reason: hostile })]);
  answer('post', '/requests/one/approve', request('one', { state: 'approved', mayDecide: false, mayApprove: false }));
  await user.click(await screen.findByRole('button', { name: 'Open request Server one' }));
  const drawer = await screen.findByRole('dialog', { name: 'Server one' });
  expect(now.request).toBe('one');
  for (const words of ['Dora', 'https://mcp.example.com/mcp', 'X-Api-Key: secret', 'X-Api-Key (ends in beef)'])
    expect(await within(drawer).findByText(words)).toBeInTheDocument();
  expect(within(drawer).getByText(hostile)).toBeInTheDocument();
  expect(container.ownerDocument.querySelector('img, a[href^="javascript"]')).toBeNull();
  answer('get', '/requests/one', request('one', { state: 'approved', mayDecide: false, mayApprove: false }));
  await user.keyboard('a');
  expect(await within(drawer).findByRole('button', { name: 'Undo' })).toBeInTheDocument();
  leave();
  await waitFor(() => expect(changes()).toHaveLength(1));
  expect(await within(drawer).findByText('approved')).toBeInTheDocument();
  expect(within(drawer).queryByRole('button', { name: 'Approve' })).toBeNull();
});

it('leafs through requests in the open drawer', async () => {
  const { user } = open([request('one'), request('two')], { request: 'one' });
  await screen.findByRole('dialog', { name: 'Server one' });
  await user.keyboard('j');
  expect(await screen.findByRole('dialog', { name: 'Server two' })).toBeInTheDocument();
  expect(now.request).toBe('two');
});

it('says who was faster', async () => {
  const { user } = open([request('one')]);
  refuse('post', '/requests/one/approve', 409, {
    code: 'servers.request-decided',
    title: 'The request is not open any more',
    detail: 'Rita denied it at 2026-11-23T10:00:00.000Z.',
  });
  await ready();
  await user.keyboard('ja');
  leave();
  expect(await screen.findByText(/Server one: Rita denied it/)).toBeInTheDocument();
});

it('takes back with u what is not sent yet', async () => {
  const { user } = open([request('one')]);
  await ready();
  await user.keyboard('ja');
  expect(await screen.findByText('approved in a moment')).toBeInTheDocument();
  await user.keyboard('au');
  await waitFor(() => expect(screen.queryByText('approved in a moment')).toBeNull());
  leave();
  expect(changes()).toEqual([]);
});

it('sends what is held when another page is opened', async () => {
  const { user, unmount } = open([request('one')]);
  answer('post', '/requests/one/approve', request('one', { state: 'approved' }));
  await ready();
  await user.keyboard('ja');
  unmount();
  await waitFor(() => expect(changes().map(({ path }) => path)).toEqual(['/requests/one/approve']));
});

it('approves what is selected, leaves out what one may not approve, and says of each that was not decided why', async () => {
  const { user } = open([
    request('one'),
    request('two', { etag: 7 }),
    request('own', { mayApprove: false }),
    request('seen', { mayDecide: false }),
  ]);
  answer('post', '/requests/one/approve', request('one', { state: 'approved' }));
  refuse('post', '/requests/two/approve', 412, { code: 'platform.stale', title: 'It changed meanwhile', detail: 'Read it again.' });
  await ready();
  expect(screen.queryByRole('checkbox', { name: 'Select Server seen' })).toBeNull();
  await user.click(screen.getByRole('checkbox', { name: 'Select all shown' }));
  expect(screen.getByText(/1 request of these you may not approve/)).toBeInTheDocument();
  await user.keyboard('a');
  expect(await screen.findByText('2 requests will be approved in 10 seconds')).toBeInTheDocument();
  leave();
  expect(await screen.findByText('Server one: approved, and in its workspace')).toBeInTheDocument();
  expect(await screen.findByText('Server two: Read it again.')).toBeInTheDocument();
  expect(changes().map(({ path, headers }) => [path, headers.get('if-match')])).toEqual([
    ['/requests/one/approve', '"3"'],
    ['/requests/two/approve', '"7"'],
  ]);
});

it('denies what is selected for one reason', async () => {
  const { user } = open([request('one'), request('two')]);
  for (const id of ['one', 'two']) answer('post', `/requests/${id}/deny`, request(id, { state: 'denied' }));
  await ready();
  await user.keyboard('jxjx');
  expect(screen.getByText('2 selected')).toBeInTheDocument();
  await user.keyboard('d');
  const form = await screen.findByRole('dialog', { name: 'Deny 2 requests' });
  await user.type(within(form).getByRole('textbox', { name: /Why not/ }), 'too many');
  await user.click(within(form).getByRole('button', { name: 'Deny' }));
  leave();
  await waitFor(() => expect(changes().map(({ body }) => body)).toEqual([{ note: 'too many' }, { note: 'too many' }]));
});

it('lets nobody approve what they asked for themselves', async () => {
  const { user } = open([request('one', { mayApprove: false })], { request: 'one' });
  const drawer = await screen.findByRole('dialog', { name: 'Server one' });
  expect(await within(drawer).findByText('By the rule of four eyes somebody else must approve it.')).toBeInTheDocument();
  expect(within(drawer).queryByRole('button', { name: 'Approve' })).toBeNull();
  await user.keyboard('a');
  expect(changes()).toEqual([]);
});

it('tests, assigns and comments', async () => {
  const { user } = open([request('one')], { request: 'one' });
  answer('post', '/requests/one/test', { ok: false, stages: [{ name: 'address', ok: false, reason: 'gateway.upstream-unreachable' }] });
  answer('post', '/requests/one/assign', request('one', { assignee: { userId: 'usr_1', name: 'Ada' }, etag: 4 }));
  answer('post', '/requests/one/comment', request('one', { etag: 5 }));
  const drawer = await screen.findByRole('dialog', { name: 'Server one' });
  await user.click(await within(drawer).findByRole('button', { name: 'Test connection' }));
  expect(await within(drawer).findByText(/The test stopped here/)).toBeInTheDocument();
  answer('get', '/requests/one', request('one', { assignee: { userId: 'usr_1', name: 'Ada' }, etag: 4 }));
  await user.click(await within(drawer).findByRole('button', { name: 'Assign to me' }));
  await waitFor(() => expect(within(drawer).queryByRole('button', { name: 'Assign to me' })).toBeNull());
  await user.type(within(drawer).getByRole('textbox', { name: 'Your comment' }), 'Looking at it');
  await user.click(within(drawer).getByRole('button', { name: 'Comment' }));
  await waitFor(() => expect(within(drawer).getByRole('textbox', { name: 'Your comment' })).toHaveValue(''));
  expect(changes().map(({ path, body }) => [path, body])).toEqual([
    ['/requests/one/test', undefined],
    ['/requests/one/assign', { userId: 'usr_1' }],
    ['/requests/one/comment', { text: 'Looking at it' }],
  ]);
});

it('approves with another slug', async () => {
  const { user } = open([request('one')], { request: 'one' });
  refuse('post', '/requests/one/approve', 409, { code: 'servers.slug-taken', title: 'A server with this slug exists already' });
  await user.click(await screen.findByRole('button', { name: 'Approve with changes' }));
  const form = await screen.findByRole('dialog', { name: 'Approve Server one with changes' });
  const slug = within(form).getByRole('textbox', { name: 'Slug' });
  await user.clear(slug);
  await user.type(slug, 'taken');
  await user.click(within(form).getByRole('button', { name: 'Approve' }));
  expect(await within(form).findByText('A server with this slug exists already')).toBeInTheDocument();
  expect(changes().at(-1)?.body).toEqual({ slug: 'taken' });
});

it('tells nothing-to-do from nothing-found', async () => {
  const { unmount } = open([]);
  expect(await screen.findByText('Nothing waits for a decision')).toBeInTheDocument();
  unmount();
  open([], { assignee: 'me' });
  expect(await screen.findByText('Nothing matches these filters')).toBeInTheDocument();
});
