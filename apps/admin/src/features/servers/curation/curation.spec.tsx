import type { PublishedTool } from '@mcpnest/api-client';
import { screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { answer, changes, refuse } from '../../../testing/server';
import { renderPage } from '../../../testing/render-page';
import { ToolsPage } from '../tools.page';
import type { ToolsSearch } from './tools-search';

const inputSchema = {
  type: 'object',
  properties: { repo: { type: 'string' }, limit: { type: 'integer' } },
  required: ['repo'],
} as unknown as null;
const tool = (name: string, part: Partial<PublishedTool> = {}): PublishedTool => ({
  name,
  server: 'git',
  tool: name,
  title: null,
  description: `Does ${name}.`,
  originalDescription: `Does ${name}.`,
  enabled: true,
  alias: null,
  published: true,
  parameters: [],
  bytes: 100,
  gates: [{ name: 'enabled', ok: true }],
  annotations: null,
  inputSchema,
  ...part,
});
const list = (...data: PublishedTool[]) => answer('get', '/workspaces/team/tools', { data, problems: [] });

function Harness({ start }: { start: ToolsSearch }) {
  const [search, setSearch] = useState(start);
  return (
    <>
      <output>{JSON.stringify(search)}</output>
      <ToolsPage slug="team" nameLengthMax={46} search={search} onSearch={setSearch} />
    </>
  );
}
const open = (start: ToolsSearch = {}) => renderPage(<Harness start={start} />);

describe('many tools at once', () => {
  it('are chosen by the filter and switched together', async () => {
    list(tool('get_issue'), tool('get_repo'), tool('delete_repo'));
    answer('patch', '/workspaces/team/tools', { matched: 2, changed: 2, tools: [] });
    const { user } = open({ q: '^get_', regex: true });
    await user.click(await screen.findByRole('checkbox', { name: 'Select all 2 matching tools' }));
    expect(screen.getByText('2 tools selected')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Switch off' }));
    await waitFor(() =>
      expect(changes()).toEqual([
        expect.objectContaining({
          path: '/workspaces/team/tools',
          body: { names: ['git:get_issue', 'git:get_repo'], change: { enabled: false } },
        }),
      ]),
    );
    expect(await screen.findByText('2 tools changed')).toBeInTheDocument();
  });

  it('are not chosen any more once a filter hides them', async () => {
    list(tool('get_issue'), tool('delete_repo'));
    const { user } = open();
    await user.click(await screen.findByRole('checkbox', { name: 'Select all 2 matching tools' }));
    await user.type(screen.getByRole('textbox', { name: 'Search tools' }), 'delete');
    expect(await screen.findByText('1 tool selected')).toBeInTheDocument();
    expect(screen.getByText(/"q":"delete"/)).toBeInTheDocument();
  });

  it('say what is wrong with a pattern', async () => {
    list(tool('get_issue'));
    open({ q: '(', regex: true });
    expect(await screen.findByText(/This is no regular expression/)).toBeInTheDocument();
  });

  it('are drawn near the eye alone, and counted all', async () => {
    list(...Array.from({ length: 2_000 }, (_, n) => tool(`tool_${n}`)));
    open();
    const table = await screen.findByRole('table', { name: 'Tools' }, { timeout: 20_000 });
    expect(table).toHaveAttribute('aria-rowcount', '2001');
    expect(within(table).getAllByRole('row').length).toBeLessThan(100);
    expect(screen.getByRole('checkbox', { name: 'Select all 2000 matching tools' })).toBeInTheDocument();
    expect(screen.getByText(/VS Code and GitHub Copilot \(128\) takes/)).toBeInTheDocument();
  });
});

describe('parameters of a tool', () => {
  it('are pinned and hidden, text as text and numbers as JSON', async () => {
    list(tool('get_issue'));
    answer('patch', '/workspaces/team/tools/:name', tool('get_issue'));
    const { user } = open({ tool: 'git:get_issue' });
    const repo = await screen.findByRole('radiogroup', { name: 'Who sets repo' });
    await user.click(within(repo).getByRole('radio', { name: 'Pinned' }));
    await user.type(screen.getByRole('textbox', { name: 'Value of repo' }), 'acme/public');
    await user.click(within(screen.getByRole('radiogroup', { name: 'Who sets limit' })).getByRole('radio', { name: 'Pinned' }));
    const limit = screen.getByRole('textbox', { name: 'Value of limit' });
    await user.type(limit, 'ten');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText('The value of limit is not valid JSON')).toBeInTheDocument();
    await user.clear(limit);
    await user.type(limit, '10');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    const parameters = [
      { name: 'repo', mode: 'pinned', value: 'acme/public' },
      { name: 'limit', mode: 'pinned', value: 10 },
    ];
    await waitFor(() => expect(changes()).toEqual([expect.objectContaining({ body: { parameters } })]));
  });

  it('that the tool no longer has can be seen and taken back', async () => {
    list(tool('get_issue', { parameters: [{ name: 'gone', mode: 'hidden' }] }));
    refuse('patch', '/workspaces/team/tools/:name', 422, { code: 'servers.parameter-refused', title: 'Refused', detail: 'It cannot be.' });
    const { user } = open({ tool: 'git:get_issue' });
    expect(await screen.findByText('no longer a parameter of this tool')).toBeInTheDocument();
    await user.click(within(screen.getByRole('radiogroup', { name: 'Who sets gone' })).getByRole('radio', { name: 'Clients' }));
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByText(/It cannot be/)).toBeInTheDocument();
    expect(changes()[0]?.body).toEqual({ parameters: [] });
  });
});

it('says which gate stopped a tool, and what to do', async () => {
  list(tool('get_issue', { enabled: false, published: false }));
  answer('get', '/workspaces/team/tokens', { data: [], nextCursor: null });
  answer('get', '/workspaces/team/tools/explain', {
    asked: 'get_issue',
    visible: false,
    server: 'git',
    tool: 'get_issue',
    name: 'get_issue',
    stoppedBy: 'enabled',
    summary: 'It is switched off. Switch it on.',
    gates: [
      { name: 'exposed', state: 'passed', reason: null, advice: null },
      { name: 'enabled', state: 'stopped', reason: 'It is switched off.', advice: 'Switch it on.' },
      { name: 'token', state: 'not-reached', reason: null, advice: null },
    ],
    similar: [],
  });
  const { user } = open();
  await user.click(await screen.findByRole('button', { name: 'Why don’t I see a tool?' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByRole('combobox', { name: 'Tool' }), 'get_issue');
  await user.click(within(dialog).getByRole('button', { name: 'Find out' }));
  expect(await within(dialog).findByText('It is not seen')).toBeInTheDocument();
  expect(
    within(dialog)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent),
  ).toEqual([
    'The workspace shows the serverpassed',
    'The tool is switched onstopped hereIt is switched off. Switch it on.',
    'The token may use itnot reached',
  ]);
});

it('shows what unused tools cost before it switches them off', async () => {
  const row = { server: 'git', published: true, bytes: 400, tokens: 100, lastCalledAt: null };
  answer('get', '/workspaces/team/tools/bill', {
    since: '2026-10-24T00:00:00Z',
    bytes: 800,
    tokens: 200,
    servers: [{ server: 'git', tools: 2, bytes: 800, tokens: 200, calls: 3, unused: 1, exposedAt: '2020-01-01T00:00:00Z' }],
    tools: [
      { ...row, name: 'get_issue', tool: 'get_issue', calls: 3, unused: false },
      { ...row, name: 'get_repo', tool: 'get_repo', calls: 0, unused: true },
    ],
  });
  answer('patch', '/workspaces/team/tools', { matched: 1, changed: 1, tools: [] });
  const { user } = open({ tab: 'bill' });
  await user.click(await screen.findByRole('button', { name: 'Switch off 1 unused tool…' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).getByText('git:get_repo')).toBeInTheDocument();
  expect(changes()).toEqual([]);
  await user.click(within(dialog).getByRole('button', { name: 'Switch off' }));
  await waitFor(() => expect(changes()[0]?.body).toEqual({ names: ['git:get_repo'], change: { enabled: false } }));
});

it('makes toolsets, and changes them unless somebody else did', async () => {
  list(tool('get_issue'));
  answer('get', '/workspaces/team/toolsets', {
    data: [{ id: 'set_1', name: 'readers', tools: ['git:get_issue'], tokens: 2, createdAt: '', updatedAt: '', etag: 4 }],
    nextCursor: null,
  });
  refuse('patch', '/workspaces/team/toolsets/:id', 412, { code: 'platform.stale-version', title: 'Somebody changed this in the meantime' });
  const { user } = open({ tab: 'toolsets' });
  await user.click(await screen.findByRole('button', { name: 'Edit toolset readers' }));
  const name = await screen.findByRole('textbox', { name: 'Name' });
  await user.clear(name);
  await user.type(name, 'Bad Name');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Lower-case letters, digits and single hyphens only')).toBeInTheDocument();
  await user.clear(name);
  await user.type(name, 'writers');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Somebody changed this in the meantime')).toBeInTheDocument();
  expect(changes()[0]?.headers.get('if-match')).toBe('"4"');
});
