import type { AuditStatus } from '@mcpnest/api-client';
import { screen, waitFor, within } from '@testing-library/react';
import { renderPage } from '../../../testing/render-page';
import { answer, changes, OPERATOR } from '../../../testing/server';
import { LossBanner } from './loss-banner';
import { RecordsPage } from './records.page';

const FIGURES: AuditStatus['figures'] = {
  accepted: 1_200,
  spooled: 1_197,
  stored: 1_190,
  waiting: 7,
  dropped: 3,
  unnoted: 0,
  refused: 0,
  damaged: 0,
  recovered: 2,
  spoolBytes: 2_048,
  oldestWaitingSeconds: 42,
  lastStoredAt: null,
};
jest.setTimeout(30_000);

const GAP = {
  id: 'w0123456789abcdef.1',
  writer: 'w0123456789abcdef',
  reason: 'full',
  chain: null,
  from: null,
  to: null,
  count: 3,
  since: '2026-01-01T00:00:00.000Z',
  until: '2026-01-01T00:00:00.000Z',
  acknowledgement: null,
};
const CHAIN = 'w0123456789abcdef.standard.2026-01-01';
const VERDICT = { chain: CHAIN, rows: 4, signedRows: 3, knownMissing: 0, isDropped: false, fault: null };
const given = (open: AuditStatus['open'], unnoted = 0) =>
  answer('get', '/audit/status', { mode: 'available', figures: { ...FIGURES, unnoted }, open });

it('shows what became of every record', async () => {
  given({ gaps: 0, records: 0 });
  answer('get', '/audit/gaps', { data: [], nextCursor: null });
  renderPage(<RecordsPage />);
  expect(await screen.findByRole('group', { name: 'Accepted' })).toHaveTextContent('1,200');
  for (const [name, value] of [
    ['Spooled', '1,197'],
    ['Stored', '1,190'],
    ['Dropped', '3'],
  ] as const)
    expect(screen.getByRole('group', { name })).toHaveTextContent(value);
  expect(screen.getByText(/the oldest waits for 42 s/)).toBeInTheDocument();
  expect(await screen.findByText('No record is known to be missing.')).toBeInTheDocument();
});

it('takes note of missing records with a word', async () => {
  given({ gaps: 1, records: 3 });
  answer('get', '/audit/gaps', { data: [GAP], nextCursor: null });
  answer('post', '/audit/gap-acknowledgements', { gaps: 0, records: 0 });
  const { user } = renderPage(<RecordsPage />);
  await user.click(await screen.findByRole('button', { name: 'Take note' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByRole('textbox'), 'Disk was full');
  await user.click(within(dialog).getByRole('button', { name: 'Take note' }));
  await waitFor(() => expect(changes().map(({ body }) => body)).toEqual([{ gaps: [GAP.id], note: 'Disk was full' }]));
});

it('names the first bad row', async () => {
  given({ gaps: 0, records: 0 });
  answer('get', '/audit/gaps', { data: [], nextCursor: null });
  const fault = { sequence: 5, callId: 'call_5', problem: 'the row, or its hash, was changed' };
  answer('post', '/audit/verifications', { ok: false, rows: 4, signedRows: 0, chains: [{ ...VERDICT, fault }] });
  const { user } = renderPage(<RecordsPage />);
  await user.click(await screen.findByRole('button', { name: 'Verify' }));
  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent(`Number 5 of the chain ${CHAIN} is the first bad row: the row, or its hash, was changed.`);
  expect(alert).toHaveTextContent('call_5');
});

it('says how much is proven where all is well', async () => {
  given({ gaps: 0, records: 0 });
  answer('get', '/audit/gaps', { data: [], nextCursor: null });
  answer('post', '/audit/verifications', { ok: true, rows: 4, signedRows: 3, chains: [VERDICT] });
  const { user } = renderPage(<RecordsPage />);
  await user.click(await screen.findByRole('button', { name: 'Verify' }));
  expect(await screen.findByText('4 rows as they were recorded, 3 rows of them signed')).toBeInTheDocument();
});

describe('the banner', () => {
  it('warns from the first record that is lost, before it is noted', async () => {
    given({ gaps: 0, records: 0 }, 1);
    renderPage(<LossBanner />);
    expect(await screen.findByRole('alert')).toHaveTextContent('1 call record could not be kept');
    expect(screen.getByRole('link', { name: 'Look' })).toHaveAttribute('href', '/activity/records');
  });

  it('goes once somebody took note', async () => {
    given({ gaps: 2, records: 39 });
    const { queries } = renderPage(<LossBanner />);
    expect(await screen.findByRole('alert')).toHaveTextContent('39 call records are missing');
    given({ gaps: 0, records: 0 });
    await queries.invalidateQueries({ queryKey: ['audit'] });
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('is not asked for by those who may not read the ledger', async () => {
    answer('get', '/me', { ...OPERATOR, permissions: [] });
    given({ gaps: 2, records: 39 });
    const { queries } = renderPage(<LossBanner />);
    await waitFor(() =>
      expect(
        queries
          .getQueryCache()
          .getAll()
          .some(({ state }) => state.status === 'success'),
      ).toBe(true),
    );
    expect(queries.getQueryData(['audit', 'status'])).toBeUndefined();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
