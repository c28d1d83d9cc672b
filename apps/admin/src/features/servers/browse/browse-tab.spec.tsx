import type { CatalogueEntry } from '@mcpnest/api-client';
import { screen, within } from '@testing-library/react';
import { useState } from 'react';
import { renderPage } from '../../../testing/render-page';
import { answer, OPERATOR, refuse } from '../../../testing/server';
import { CataloguePage } from '../catalogue.page';
import type { CatalogueSearch } from './catalogue-search';

const entry = (part: Partial<CatalogueEntry> = {}): CatalogueEntry => ({
  id: 'com-example-weather',
  source: 'publisher',
  registryUrl: null,
  name: 'Weather',
  registryName: 'com.example/weather',
  version: '1.2.0',
  description: 'Forecasts of the world',
  documentationUrl: 'https://docs.example.com/',
  repositoryUrl: null,
  status: 'active',
  local: null,
  transport: {
    type: 'streamable-http',
    url: 'https://{region}.example.com/mcp',
    headers: [{ name: 'Authorization', secret: true, required: true, value: 'Bearer {token}' }],
  },
  inputs: [
    {
      key: 'region',
      place: 'url',
      description: null,
      required: true,
      secret: false,
      choices: ['eu', 'us'],
      default: 'eu',
      placeholder: null,
      sealed: null,
    },
    {
      key: 'token',
      place: 'header',
      description: 'Your key',
      required: true,
      secret: true,
      choices: [],
      default: null,
      placeholder: null,
      sealed: null,
    },
  ],
  packages: [],
  warnings: [{ code: 'description-too-long', detail: 'The description is long.' }],
  known: [],
  importable: true,
  ...part,
});

/** A drawer with a form takes its time on a busy machine. */
const PATIENT = { timeout: 10_000 };
const opened: string[] = [];
const searches: CatalogueSearch[] = [];
function Catalogue({ start }: { start: CatalogueSearch }) {
  const [search, setSearch] = useState(start);
  const onSearch = (next: CatalogueSearch) => {
    searches.push(next);
    setSearch(next);
  };
  return <CataloguePage search={search} onSearch={onSearch} onOpen={(server) => opened.push(server)} />;
}
const given = (one: CatalogueEntry) => {
  answer('get', '/catalogue/entries', { data: [one], nextCursor: null, total: 1 });
  answer('get', `/catalogue/entries/${one.id}`, one);
  answer('get', '/workspaces/team/requests', { data: [], nextCursor: null });
};
beforeEach(() => {
  opened.length = 0;
  searches.length = 0;
});

it('leads from an entry into the wizard, and says beforehand what it asks for', async () => {
  given(entry());
  const { user } = renderPage(<Catalogue start={{ view: 'browse' }} />);
  await user.click(await screen.findByRole('button', { name: 'Details of Weather' }));
  expect(searches.at(-1)).toMatchObject({ view: 'browse', entry: 'com-example-weather' });
  expect(await screen.findByText('The description is long.', {}, PATIENT)).toBeInTheDocument();
  expect(screen.getByText('Your key')).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Add to catalogue' })).toHaveAttribute('href', '/catalogue/new?entry=com-example-weather');
});

it('says why an entry without address and without a package that runs here cannot be added, and marks what is there already', async () => {
  given(entry({ transport: null, inputs: [], importable: false, known: [{ slug: 'weather', name: 'Our weather', by: 'name' }] }));
  renderPage(<Catalogue start={{ view: 'browse', entry: 'com-example-weather' }} />);
  expect(await screen.findByText(/none of its packages is one that the gateway runs/, {}, PATIENT)).toBeInTheDocument();
  expect(screen.getByText('Already in the catalogue as Our weather')).toBeInTheDocument();
  expect(screen.queryByRole('link', { name: 'Add to catalogue' })).toBeNull();
});

it('lets people who may not add ask for it', async () => {
  answer('get', '/me', { ...OPERATOR, operator: false, permissions: ['servers:read'] });
  given(entry());
  renderPage(<Catalogue start={{ view: 'browse', entry: 'com-example-weather' }} />);
  await screen.findByText('The description is long.', {}, PATIENT);
  expect(within(screen.getByRole('dialog')).getByRole('button', { name: 'Request a server' })).toBeEnabled();
  expect(screen.queryByRole('link', { name: 'Add to catalogue' })).toBeNull();
});

it('lets nobody add who may neither add nor ask', async () => {
  answer('get', '/me', { ...OPERATOR, operator: false, permissions: ['servers:read'], workspaces: [] });
  given(entry());
  renderPage(<Catalogue start={{ view: 'browse', entry: 'com-example-weather' }} />);
  expect(await screen.findByText('Add to catalogue', {}, PATIENT)).toBeInTheDocument();
  expect(screen.getByText('Add to catalogue').closest('a')).toHaveAttribute('data-disabled', 'true');
});

it('keeps the filters of the company in the address, each removable', async () => {
  answer('get', '/catalogue/facets', { tags: ['field'], owners: ['Platform'] });
  answer('get', '/servers', { data: [], nextCursor: null });
  const { user } = renderPage(<Catalogue start={{ tag: 'field', state: 'pending' }} />);
  expect(await screen.findByText('Nothing matches these filters')).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: /field/ }));
  expect(searches.at(-1)).toEqual({ tag: undefined, state: 'pending' });
});

it('offers to try again where the entries cannot be read', async () => {
  refuse('get', '/catalogue/entries', 500, { code: 'platform.internal', title: 'Something broke on our side' });
  renderPage(<Catalogue start={{ view: 'browse' }} />);
  expect(await screen.findByText('Something broke on our side', {}, PATIENT)).toBeInTheDocument();
});
