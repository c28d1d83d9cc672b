import type { CallAnalytics } from '@mcpnest/api-client';
import { screen, within } from '@testing-library/react';
import { renderPage } from '../../testing/render-page';
import { LatencyPanel } from './latency-panel';

const share = (p95: number, atLeastMs: number, calls: number) => ({
  ...{ p50: null, p95, p99: null },
  rows: { p50: null, p95: { atLeastMs, calls }, p99: null },
});
const latency = { total: share(120, 114.035, 12), upstream: share(90, 80.635, 11), gateway: share(2.3, 2.027, 13) };
const analytics = {
  bars: [{ from: '2026-11-30T10:00:00.000Z', to: '2026-11-30T11:00:00.000Z', calls: 200, outcomes: {} }],
  latency,
  latencies: [{ from: '2026-11-30T10:00:00.000Z', ...latency }],
} as unknown as CallAnalytics;
const SEARCH = { from: '2026-11-30T00:00:00.000Z', to: '2026-12-01T00:00:00.000Z', server: 'files' };

const leadsTo = (link: HTMLElement): Record<string, string> =>
  Object.fromEntries(new URL(link.getAttribute('href') ?? '', 'http://console').searchParams);

it('leads from each percentile to the calls from there on, in the same period and under the same filters', async () => {
  renderPage(<LatencyPanel analytics={analytics} slug="acme" search={SEARCH} />);
  for (const [part, filter, ms, calls] of [
    ['All', 'latencyMin', '114.035', '12 calls'],
    ['Server', 'upstreamMin', '80.635', '11 calls'],
    ['Gateway', 'gatewayMin', '2.027', '13 calls'],
  ] as const) {
    const row = (await screen.findAllByRole('row')).find((each) => each.textContent?.includes(part) && within(each).queryByRole('link'));
    const link = within(row!).getByRole('link');
    expect(link).toHaveAttribute('title', expect.stringContaining(calls));
    expect(new URL(link.getAttribute('href')!, 'http://console').pathname).toBe('/w/acme/calls');
    expect(leadsTo(link)).toMatchObject({ server: 'files', [filter]: ms });
  }
});

it('never widens a filter that is there', async () => {
  renderPage(<LatencyPanel analytics={analytics} slug={null} search={{ ...SEARCH, latencyMin: 500 }} />);
  const [link] = await screen.findAllByRole('link');
  expect(leadsTo(link!)).toMatchObject({ latencyMin: '500' });
});

it('leads from a bar to the calls of its own time', async () => {
  renderPage(<LatencyPanel analytics={analytics} slug="acme" search={SEARCH} />);
  const links = await screen.findAllByRole('link', { hidden: true });
  const last = leadsTo(links.at(-1)!);
  expect(JSON.stringify(last)).toContain('2026-11-30T11:00:00.000Z');
  expect(last['gatewayMin']).toBe('2.027');
});
