import type { PublishedPrompt, PublishedResource } from '@mcpnest/api-client';
import { screen, within } from '@testing-library/react';
import { answer } from '../../testing/server';
import { renderPage } from '../../testing/render-page';
import { ToolsPage } from './tools.page';

const prompt: PublishedPrompt = {
  name: 'review',
  server: 'demo',
  prompt: 'review',
  title: null,
  description: '<b>Reviews</b> code',
  arguments: [
    { name: 'language', description: null, required: true },
    { name: 'style', description: null, required: false },
  ],
  published: true,
};
const resource: PublishedResource = {
  kind: 'template',
  uri: 'gateway://other/notes/{id}',
  server: 'other',
  originalUri: 'notes://{id}',
  name: 'note',
  title: null,
  description: 'A note',
  mimeType: 'text/markdown',
};
const open = (prompts: PublishedPrompt[], resources: PublishedResource[], problems: object[] = []) => {
  answer('get', '/workspaces/team/tools', { data: [], problems: [] });
  answer('get', '/workspaces/team/prompts', { data: prompts, problems });
  answer('get', '/workspaces/team/resources', { data: resources, problems: [] });
  return renderPage(<ToolsPage slug="team" nameLengthMax={46} search={{ tab: 'offers' }} onSearch={() => undefined} />);
};

it('shows what clients see of prompts and resources, as plain text', async () => {
  const { container } = open([prompt], [resource]);
  const prompts = await screen.findByRole('table', { name: 'Prompts' });
  for (const words of ['review', '<b>Reviews</b> code', 'language (required), style', 'demo'])
    expect(within(prompts).getByText(words)).toBeInTheDocument();
  const resources = await screen.findByRole('table', { name: 'Resources' });
  for (const words of ['gateway://other/notes/{id}', 'The server calls it notes://{id}', 'Template', 'text/markdown'])
    expect(within(resources).getByText(words)).toBeInTheDocument();
  expect(container.querySelector('b')).toBeNull();
});

it('says of a prompt that is not published what the server calls it', async () => {
  open([{ ...prompt, name: null, published: false }], []);
  const prompts = await screen.findByRole('table', { name: 'Prompts' });
  expect(within(prompts).getByText('hidden')).toBeInTheDocument();
  expect(within(prompts).getByText('review')).toBeInTheDocument();
  expect(screen.getByText('No server of this workspace offers resources.')).toBeInTheDocument();
});

it('names servers that could not be asked', async () => {
  open([], [], [{ server: 'late', reason: 'gateway.upstream-timeout', detail: null }]);
  expect(await screen.findByText(/late/)).toBeInTheDocument();
  expect(screen.getByText('No server of this workspace offers prompts.')).toBeInTheDocument();
});
