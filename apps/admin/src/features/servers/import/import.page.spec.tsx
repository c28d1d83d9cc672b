import type { ImportPreview, PreviewEntry } from '@mcpnest/api-client';
import { screen, waitFor } from '@testing-library/react';
import { renderPage } from '../../../testing/render-page';
import { answer, changes, refuse } from '../../../testing/server';
import { documentOf } from './document-of';
import { ImportPage } from './import.page';

const entry = (slug: string, part: Partial<PreviewEntry> = {}): PreviewEntry => ({
  slug,
  name: slug,
  registryName: null,
  version: null,
  description: null,
  documentationUrl: null,
  repositoryUrl: null,
  status: 'active',
  transport: { type: 'streamable-http', url: `https://${slug}.example/mcp`, headers: [] },
  local: null,
  inputs: [],
  packages: [],
  warnings: [],
  known: [],
  importable: true,
  ...part,
});
const TOKEN = {
  key: 'Authorization',
  place: 'header' as const,
  description: null,
  required: true,
  secret: true,
  choices: [],
  default: null,
  placeholder: null,
  sealed: 'v1.sealed',
};
const preview = (...entries: PreviewEntry[]): ImportPreview => ({ form: 'configuration', url: null, entries, warnings: [] });
const imported = (slug: string) => ({ server: { id: `srv_${slug}`, slug, name: slug }, problem: null });

async function previewed(given: ImportPreview) {
  answer('post', '/catalogue/import/preview', given);
  const view = renderPage(<ImportPage />);
  await view.user.click(await screen.findByLabelText('Document'));
  await view.user.paste('{"mcpServers":{}}');
  await view.user.click(screen.getByRole('button', { name: 'Preview' }));
  await screen.findByRole('table');
  return view;
}

it('imports what is chosen, with sealed secrets sent back and what was typed', async () => {
  const { user } = await previewed(
    preview(
      entry('docs', { inputs: [TOKEN] }),
      entry('files', { transport: null, importable: false }),
      entry('mine', { known: [{ slug: 'mine', name: 'Mine', by: 'address' }] }),
    ),
  );
  expect(screen.getByRole('checkbox', { name: 'Choose docs' })).toBeChecked();
  expect(screen.getByRole('checkbox', { name: 'Choose files' })).toBeDisabled();
  expect(screen.getByRole('checkbox', { name: 'Choose mine' })).not.toBeChecked();
  answer('post', '/catalogue/import', { data: [imported('docs')] });
  await user.click(screen.getByRole('button', { name: 'Import 1 server' }));
  expect(await screen.findByText('imported')).toBeInTheDocument();
  expect(changes().at(-1)?.body).toEqual({
    entries: [
      expect.objectContaining({
        name: 'docs',
        slug: 'docs',
        sealed: { Authorization: 'v1.sealed' },
        source: { kind: 'configuration', name: 'docs', version: null, url: null },
      }),
    ],
  });
});

it('shows an outcome for each and tries the failed ones alone again', async () => {
  const { user } = await previewed(preview(entry('a'), entry('b')));
  const problem = { code: 'servers.slug-taken', title: 'A server with this slug exists already', detail: 'Choose another.', errors: [] };
  answer('post', '/catalogue/import', { data: [imported('a'), { server: null, problem }] });
  await user.click(screen.getByRole('button', { name: 'Import 2 servers' }));
  expect(await screen.findByText('A server with this slug exists already')).toBeInTheDocument();
  answer('post', '/catalogue/import', { data: [imported('b')] });
  await user.click(screen.getByRole('button', { name: 'Try the others again' }));
  await waitFor(() => expect(screen.getAllByText('imported')).toHaveLength(2));
  expect(changes().at(-1)?.body).toEqual({ entries: [expect.objectContaining({ name: 'b' })] });
});

it('reads an address, and says why it cannot', async () => {
  refuse('post', '/catalogue/import/preview', 422, {
    code: 'servers.document-unreachable',
    title: 'The document could not be fetched',
    detail: 'It answered with the status 404.',
  });
  const { user } = renderPage(<ImportPage />);
  await user.type(await screen.findByLabelText('Address'), 'https://registry.example');
  await user.click(screen.getByRole('button', { name: 'Preview' }));
  expect(await screen.findByText('It answered with the status 404.')).toBeInTheDocument();
  expect(changes().at(-1)?.body).toEqual({ url: 'https://registry.example' });
});

it('sends nothing for a text in which no server is recognized', async () => {
  const { user } = renderPage(<ImportPage />);
  await user.type(await screen.findByLabelText('Document'), 'hello world');
  await user.click(screen.getByRole('button', { name: 'Preview' }));
  expect(await screen.findByText(/No server found in this text/)).toBeInTheDocument();
  expect(changes()).toEqual([]);
});

describe('pasted text', () => {
  it('that is JSON stays as it is', async () => {
    const text = '{ // mine\n"mcpServers": {} }';
    expect(await documentOf(text)).toBe(text);
  });

  it.each([
    ['TOML', '[mcp_servers.docs]\nurl = "https://x.example/mcp"\nhttp_headers = { "X-Api-Key" = "k1" }\n'],
    ['a command', 'claude mcp add --transport http docs https://x.example/mcp --header "X-Api-Key: k1"'],
    [
      'YAML',
      'mcpServers:\n  - name: docs\n    type: streamable-http\n    url: https://x.example/mcp\n    requestOptions:\n      headers:\n        X-Api-Key: k1\n',
    ],
  ])('that is %s becomes the JSON of a client', async (_, text) => {
    expect(JSON.parse((await documentOf(text)) ?? 'null')).toEqual([
      expect.objectContaining({ name: 'docs', url: 'https://x.example/mcp', headers: { 'X-Api-Key': 'k1' } }),
    ]);
  });
});
